"""Lanes: where passages overlap, each keeps a line of its own."""

from collections.abc import Iterable
from heapq import heapify, heappop, heappush
from typing import Protocol


class Span(Protocol):
    """Anything with a start and an end, such as TextRange and Mark."""

    @property
    def start(self) -> int:
        """Return the first position."""
        ...

    @property
    def end(self) -> int:
        """Return the position after the last."""
        ...


class Lanes:
    """Hands out lanes to spans that come by start, longest first.

    `taken` are the (end, lane) of spans that came before and have not ended.
    """

    def __init__(self, taken: Iterable[tuple[int, int]] = ()) -> None:
        self._taken = list(taken)
        heapify(self._taken)
        held = {lane for _, lane in self._taken}
        self._count = max(held, default=-1) + 1
        self._free = [lane for lane in range(self._count) if lane not in held]

    def take(self, start: int, end: int) -> int:
        """Return the first lane whose last span ended at or before `start`."""
        while self._taken and self._taken[0][0] <= start:
            heappush(self._free, heappop(self._taken)[1])
        if self._free:
            lane = heappop(self._free)
        else:
            lane = self._count
            self._count += 1
        heappush(self._taken, (end, lane))
        return lane


def assign_lanes(spans: Iterable[Span]) -> list[int]:
    """Return the lane of each span, from 0; the spans come by start, longest first.

    Where all earlier spans have ended, lane 0 is free again: so each connected group is
    laid out by itself.
    """
    lanes = Lanes()
    return [lanes.take(span.start, span.end) for span in spans]
