"""The codes of a REFI-QDA file, as tags."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from desk.core.errors import UserError
from desk.core.message import Message, message
from desk.core.tag_names import MAX_LENGTH, fitting_name
from desk.core.text import clean, whole_cut
from desk.core.types import DraftNote, DraftTag
from desk.formats.refi_xml import children, guid_of, identity, words

MAX_LEVELS = 500  # the path of a tag grows with each, and so does every list of paths
_COLOUR = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_SHOWN = 20  # names that a sentence lists
_NO_NAME = "?"


class Codes(NamedTuple):
    """Tags, parents before children; the place of each by the identity of its code."""

    tags: tuple[DraftTag, ...] = ()
    places: Mapping[str, int] = {}
    warnings: tuple[Message, ...] = ()


def read_codes(book: Element, note_on: Callable[[Element], DraftNote]) -> Codes:
    """Return the codes below a `CodeBook`; `note_on` says what is noted on one.

    A name that no tag can have is changed, and a second one in its place numbered; both is told.
    """
    tags: list[DraftTag] = []
    places: dict[str, int] = {}
    taken: set[tuple[int | None, str]] = set()
    changed: list[str] = []
    for code, parent in _codes(book):
        written = code.get("name", "")
        name = _free(fitting_name(written) or _NO_NAME, parent, taken)
        if name != written.strip():
            changed.append(name)
        key = identity(code.get("guid"))
        tags.append(
            DraftTag(
                name,
                parent,
                "" if key in places else guid_of(code),
                _colour(code.get("color", "")),
                clean(words(code, "Description")),
                note_on(code),
            )
        )
        places.setdefault(key, len(tags) - 1)
    told = message(
        "Names that no tag can have, or not twice, became: {names}.", names=some(changed)
    )
    return Codes(tuple(tags), places, (told,) if changed else ())


def some(names: Iterable[str]) -> tuple[str, ...]:
    """Return names for a sentence, each once and not too many of them."""
    names = list(dict.fromkeys(names))
    return (*names[:_SHOWN], *(["…"] if len(names) > _SHOWN else []))


def _codes(book: Element) -> Iterator[tuple[Element, int | None]]:
    """Yield each code and the place of its parent, in the order in which they stand."""
    tops = [code for codes in children(book, "Codes") for code in children(codes, "Code")]
    pending: list[tuple[Element, int | None, int]] = [(code, None, 1) for code in reversed(tops)]
    place = 0
    while pending:
        code, parent, level = pending.pop()
        if level > MAX_LEVELS:
            raise UserError("Its codes are nested in more than {most} levels.", most=MAX_LEVELS)
        yield code, parent
        inner = [(child, place, level + 1) for child in children(code, "Code")]
        pending += reversed(inner)
        place += 1


def _free(name: str, parent: int | None, taken: set[tuple[int | None, str]]) -> str:
    number = 1
    free = name
    while (parent, free) in taken:
        number += 1
        ending = f" ({number})"
        free = name[: whole_cut(name, min(len(name), MAX_LENGTH - len(ending)))] + ending
    taken.add((parent, free))
    return free


def _colour(written: str) -> str:
    """Return a colour as tags have it, empty if it is written in another way."""
    found = _COLOUR.fullmatch(written.strip())
    if not found:
        return ""
    digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
    return f"#{digits.upper()}"
