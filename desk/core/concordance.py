"""A hit with the words around it, in one line: as in a concordance."""

from typing import NamedTuple

from desk.core.text import make_visible, whole_cut
from desk.core.types import TextRange

BEFORE = 120  # code points before a hit that are shown at most
AFTER = 240  # from the start of a hit on


class InContext(NamedTuple):
    """One line of words; `start` and `end` say where the hit is in it, in code points."""

    words: str
    start: int
    end: int


def in_context(text: str, hit: TextRange) -> InContext:
    """Return a hit with the words before and after it in its paragraph.

    Runs of white space become one space, and what is invisible is named, as `make_visible` does.
    """
    first = max(0, hit.start - BEFORE)
    line = text.rfind("\n", first, hit.start) + 1
    last = min(len(text), hit.start + AFTER)
    end = min(hit.end, last)
    line_end = text.find("\n", end, last)
    last = whole_cut(text, last) if line_end < 0 else line_end
    before = _one_line(text[line or whole_cut(text, first) : hit.start]).lstrip(" ")
    inside = _one_line(text[hit.start : end])
    after = _one_line(text[end:last]).rstrip(" ")
    return InContext(before + inside + after, len(before), len(before) + len(inside))


def _one_line(text: str) -> str:
    """Return words in one line; a space at either end stays."""
    words = make_visible(" ".join(text.split()))
    return f"{' ' * text[:1].isspace()}{words}{' ' * (bool(words) and text[-1:].isspace())}"
