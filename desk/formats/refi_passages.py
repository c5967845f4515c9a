"""The selections of a REFI-QDA text, as passages with tags, notes and coders."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from desk.core.message import Message, plural
from desk.core.text import clean
from desk.core.types import DraftPassage, TextRange
from desk.formats.refi_notes import Notes, together
from desk.formats.refi_positions import Selection, fit, plain
from desk.formats.refi_xml import children, guid_of, identity, moment

_FEW = 10  # passages of a text that somebody may have given names of their own
_NUMBERED = re.compile(r"\w*[\d\W_]*")  # "Quotation 6:1" says nothing

# What is told of passages that did not come in as they are in the file, by how many.
_TOLD: Mapping[str, Callable[[int], Message]] = {
    "gone": lambda number: plural(
        number,
        "1 passage without words, or outside of the text, was left out.",
        "%Ln passages without words, or outside of the text, were left out.",
    ),
    "cut": lambda number: plural(
        number,
        "1 passage went beyond the text and ends where that does.",
        "%Ln passages went beyond the text and end where that does.",
    ),
    "moved": lambda number: plural(
        number,
        "1 passage was found by its words, near the place that the file gives.",
        "%Ln passages were found by their words, near the places that the file gives.",
    ),
    "unknown": lambda number: plural(
        number,
        "1 passage names a code that the project does not have.",
        "%Ln passages name codes that the project does not have.",
    ),
    "named": lambda number: plural(
        number,
        "1 passage had a name other than its words: it is in the note.",
        "%Ln passages had names other than their words: they are in the notes.",
    ),
    "labels": lambda number: plural(
        number,
        "A passage has a name other than its words, which was left out.",
        "%Ln passages have names other than their words, which were left out: "
        "look whether the passages are at their places.",
    ),
}


class Marked(NamedTuple):
    """A selection and the range that it stands for."""

    element: Element
    place: TextRange


def selections(text: Element) -> list[tuple[Element, Selection]]:
    """Return the selections of a text or a transcript; empty where they give no positions."""
    points = {identity(p.get("guid")): p.get("position") for p in children(text, "SyncPoint")}
    return [
        (element, _selection(element, points))
        for element in children(text, "PlainTextSelection", "TranscriptSelection")
    ]


def _selection(element: Element, points: Mapping[str, str | None]) -> Selection:
    start = element.get("startPosition") or points.get(identity(element.get("fromSyncPoint")))
    end = element.get("endPosition") or points.get(identity(element.get("toSyncPoint")))
    try:
        return Selection(int(start or ""), int(end or ""), element.get("name", ""))
    except ValueError:
        return Selection(0, 0)


class PassageMaker:
    """Makes the passages of one text, and counts what is to be told of them."""

    def __init__(
        self, text: str, codes: Mapping[str, int], notes: Notes, coder_of: Callable[[Element], str]
    ) -> None:
        self._text = plain(text)
        self._codes = codes
        self._notes = notes
        self._coder_of = coder_of
        self._count: Counter[str] = Counter()

    def make(self, marked: Sequence[Marked], known_names: frozenset[str]) -> list[DraftPassage]:
        """Return the passages: of each coder one for a range, with all tags and notes on it.

        `known_names` are names that selections may bear though they are no quotes.
        """
        within = [(m.element, whole) for m in marked if (whole := self._within(m.place))]
        titles = self._titles(within, known_names)
        made: dict[tuple[int, int, str], DraftPassage] = {}
        for element, place in within:
            for passage in self._passages(element, place, titles.get(element, "")):
                key = (passage.start, passage.end, passage.coder)
                before = made.get(key)
                made[key] = _joined(before, passage) if before else passage
        return list(made.values())

    def warnings(self, moved: int) -> Iterator[Message]:
        """Yield what the reader is to know; `moved` passages were found by their words."""
        count = {**self._count, "moved": moved}
        return (told(count[kind]) for kind, told in _TOLD.items() if count.get(kind))

    def _within(self, place: TextRange) -> TextRange | None:
        """Return the part of a range that lies in the text, None for none."""
        whole = TextRange(max(0, place.start), min(len(self._text), place.end))
        if not whole.start < whole.end:
            self._count["gone"] += 1
            return None
        self._count["cut"] += whole != place
        return whole

    def _titles(
        self, within: Sequence[tuple[Element, TextRange]], known_names: frozenset[str]
    ) -> dict[Element, str]:
        """Return the names that somebody gave to passages, and are to be kept."""
        names = {element: element.get("name", "").strip() for element, _ in within}
        own = {e: names[e] for e, place in within if self._is_own(names[e], place, known_names)}
        if len(own) > _FEW and 2 * len(own) > len(within):
            self._count["labels"] += len(own)  # nobody does that by hand
            return {}
        self._count["named"] += len(own)
        return own

    def _passages(self, element: Element, place: TextRange, title: str) -> Iterator[DraftPassage]:
        """Yield one passage for each coder who tagged the words, one where nobody did."""
        maker = self._coder_of(element)
        coded = self._coded(element) or {maker: ((), "")}
        noted = maker if maker in coded else next(iter(coded))
        note = self._note(element, title)
        guid = guid_of(element)
        for coder, (tags, coding) in coded.items():
            is_first = coder == noted
            yield DraftPassage(
                *place,
                tags,
                note if is_first else "",
                coder,
                moment(element),
                guid if is_first else coding,
            )

    def _coded(self, element: Element) -> dict[str, tuple[tuple[int, ...], str]]:
        """Return by coder the tags on a selection, and the guid of the first coding."""
        found: dict[str, tuple[tuple[int, ...], str]] = {}
        for coding in children(element, "Coding"):
            coder = self._coder_of(coding if coding.get("creatingUser") else element)
            for ref in children(coding, "CodeRef"):
                tag = self._codes.get(identity(ref.get("targetGUID")))
                if tag is None:
                    self._count["unknown"] += 1
                    continue
                tags, guid = found.get(coder, ((), guid_of(coding)))
                found[coder] = (tuple(dict.fromkeys((*tags, tag))), guid)
        return found

    def _note(self, element: Element, title: str) -> str:
        noted = (self._notes.on(each) for each in (element, *children(element, "Coding")))
        return together(title, *(note.body for notes in noted for note in notes))

    def _is_own(self, name: str, place: TextRange, known_names: frozenset[str]) -> bool:
        """Say whether a name is neither the quote nor something that a program put there."""
        dull = not name or name in known_names or _NUMBERED.fullmatch(name)
        return not dull and not fit(self._text, place, plain(clean(name)))


def _joined(one: DraftPassage, other: DraftPassage) -> DraftPassage:
    return one._replace(
        tags=tuple(dict.fromkeys((*one.tags, *other.tags))), note=together(one.note, other.note)
    )
