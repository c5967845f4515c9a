"""Which of several overlapping passages gives a stretch of text its fill."""

from collections.abc import Callable, Iterable
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from desk.core.types import Mark, TextRange


class Segment(NamedTuple):
    """A stretch [start, end) of text and the passage whose colour fills it."""

    start: int
    end: int
    mark: Mark


def uppermost(
    marks: Iterable[Mark], start: int, end: int, rank: Callable[[Mark], tuple[int, ...]]
) -> list[Segment]:
    """Return, for each stretch of [start, end) under some mark, the mark of the lowest rank."""
    waiting = sorted(marks, key=lambda mark: mark.start, reverse=True)
    edges = {max(mark.start, start) for mark in waiting} | {min(mark.end, end) for mark in waiting}
    here: list[tuple[tuple[int, ...], int, Mark]] = []
    found: list[Segment] = []
    for left, right in pairwise(sorted(edges)):
        while waiting and waiting[-1].start <= left:
            mark = waiting.pop()
            heappush(here, (rank(mark), mark.id, mark))
        while here and here[0][2].end <= left:
            heappop(here)
        if here:
            _append(found, Segment(left, right, here[0][2]))
    return found


def _append(found: list[Segment], segment: Segment) -> None:
    """Add a segment, or lengthen the last one where it goes on in the same passage."""
    last = found[-1] if found else None
    if last and last.mark is segment.mark and last.end == segment.start:
        found[-1] = Segment(last.start, segment.end, last.mark)
    else:
        found.append(segment)


def joined(marks: Iterable[Mark], start: int, end: int) -> list[TextRange]:
    """Return the stretches of [start, end) under these marks, which are sorted by their start."""
    found: list[TextRange] = []
    for mark in marks:
        left, right = max(mark.start, start), min(mark.end, end)
        if found and left < found[-1].end:
            found[-1] = TextRange(found[-1].start, max(found[-1].end, right))
        else:
            found.append(TextRange(left, right))
    return found
