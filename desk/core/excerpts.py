"""Sentences in which words were found, and what of them a list can show."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from desk.core.anchor import trim
from desk.core.sentences import boundaries
from desk.core.text import whole_cut
from desk.core.types import TextRange

_LONGEST = 240  # code points of a sentence that are shown
_BEFORE = 60  # of them before the first hit, where the sentence is longer than that


class Excerpt(NamedTuple):
    """A sentence, with the white space after it, and the hits in it: all as ranges of a text."""

    start: int
    end: int
    marks: Sequence[tuple[int, int]]


def excerpts(text: str, marks: Iterable[tuple[int, int]], language: str = "") -> list[Excerpt]:
    """Return the sentences with hits in them; `marks` come in order, none of them empty.

    A hit that goes on past the end of its sentence, as a phrase may, makes it longer.
    """
    found: list[Excerpt] = []
    start = end = line_end = 0
    coming: Iterator[tuple[int, int]] = iter(())
    inside: list[tuple[int, int]] = []
    for mark in marks:
        if mark[0] >= end:
            inside = []
            if mark[0] >= line_end:
                line_end, coming = _sentences_from(text, mark[0], language)
            while end <= mark[0]:  # the last sentence ends where the line does
                start, end = next(coming, (end, line_end))
            found.append(Excerpt(start, end, inside))
        inside.append(mark)
        if mark[1] > end:
            end = mark[1]
            found[-1] = Excerpt(start, end, inside)
    return found


def _sentences_from(
    text: str, position: int, language: str
) -> tuple[int, Iterator[tuple[int, int]]]:
    """Return where the line of a position ends, and the ranges of its sentences."""
    first, end = text.rfind("\n", 0, position) + 1, text.find("\n", position)
    last = len(text) if end < 0 else end
    found = boundaries(text[first:last], language or "en")
    return last, ((first + start, first + end) for start, end in found)


def best(text: str, found: Sequence[Excerpt], most: int) -> Sequence[Excerpt]:
    """Return at most so many, in the order of the text: those that hold the most different words.

    Among equals the first ones are taken.
    """
    if len(found) <= most:
        return found
    ranked = sorted(range(len(found)), key=lambda n: (-_variety(text, found[n]), n))
    return [found[n] for n in sorted(ranked[:most])]


def _variety(text: str, excerpt: Excerpt) -> int:
    if len(excerpt.marks) == 1:
        return 1
    return len({text[start:end].lower() for start, end in excerpt.marks})


def snippet(text: str, excerpt: Excerpt) -> tuple[str, tuple[TextRange, ...]]:
    """Return a sentence as it is shown, and where in that its hits stand."""
    start, end = trim(text, TextRange(excerpt.start, excerpt.end))
    marks = excerpt.marks
    first, last = start, end
    if end - start > _LONGEST:
        before_hit = marks[0][0] - _BEFORE
        first = start if before_hit <= start else _after_space(text, before_hit, marks[0][0])
        last = whole_cut(text, min(end, max(first + _LONGEST, marks[0][1])))
    before = "…" if first > start else ""
    shift = len(before) - first
    inside = (TextRange(m[0] + shift, min(m[1], last) + shift) for m in marks if m[0] < last)
    return f"{before}{text[first:last]}{'…' if last < end else ''}", tuple(inside)


def _after_space(text: str, position: int, limit: int) -> int:
    """Return where the next word begins, or where a letter does if that is too far."""
    space = text.find(" ", position, limit)
    return whole_cut(text, position) if space < 0 else space + 1
