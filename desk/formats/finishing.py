"""What every draft passes when its reader is done with it."""

from collections.abc import Iterable

from desk.core.errors import UserError
from desk.core.text import clean, whole_cut
from desk.core.titles import title_of
from desk.core.types import Draft
from desk.formats.dates import readable_date
from desk.formats.long_lines import broken
from desk.formats.source import Source

_LONGEST = 500  # code points of a title, a name, an address; files may claim anything


def finished(drafts: Iterable[Draft], source: Source) -> list[Draft]:
    """Drop drafts without text; give the others a title, and lines that a window can show.

    Raise UserError if nothing is left.
    """
    kept = [draft for draft in drafts if draft.text.strip()]
    if not kept:
        raise UserError("There is no text in it.")
    stem = source.stem if len(kept) == 1 else ""
    return [_whole(draft, stem) for draft in kept]


def _whole(draft: Draft, stem: str) -> Draft:
    named = _line(draft.title) if draft.title.strip("\ufffd ") else ""
    title = named or _line(_heading(draft)) or title_of(draft.text, stem)
    draft = draft._replace(
        title=title,
        author=_line(draft.author),
        published=readable_date(_line(draft.published)),
        source=_short(clean(draft.source).replace("\n", " ")),  # a file's name keeps its blanks
        language=_line(draft.language),
    )
    return broken(draft)


def _line(words: str) -> str:
    return _short(" ".join(clean(words).split()))


def _short(words: str) -> str:
    """Return words, cut if they are longer than any title or name."""
    return words if len(words) <= _LONGEST else words[: whole_cut(words, _LONGEST - 1)] + "…"


def _heading(draft: Draft) -> str:
    """Return the heading that a text begins with; it is its title, whatever the file's name."""
    first = next((style for style in draft.styles if style.kind in ("h1", "h2")), None)
    return draft.text[first.start : first.end] if first and first.start == 0 else ""
