"""The bars beside one paragraph: where each passage's bar begins and ends."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from desk.core.types import Mark
from desk.ui.article.geometry import Band, Geometry, Line

BAR_WIDTH = 3.0

_BELOW_TOP = 2.0  # pixels from the top of a line to that of its bar
_BETWEEN = 1.0  # pixels that a bar keeps at either side from another one on its line


class Bar(NamedTuple):
    """The part beside one paragraph of a passage's bar.

    `starts` is the top of the line on which the passage starts, None where it comes from above.
    """

    mark: Mark
    x: float
    top: float
    bottom: float
    starts: float | None


class _Reach(NamedTuple):
    """What of a paragraph a passage touches, from line to line."""

    mark: Mark
    lane: int
    first: Line
    last: Line


def bars_of(
    geometry: Geometry,
    band: Band,
    marks: Sequence[tuple[Mark, int]],
    x_of: Callable[[int], float],
) -> list[Bar]:
    """Return the bars of some passages and their lanes; `x_of` says where a lane is.

    Where one passage ends on a line and the next of its lane begins there, they share its height.
    """
    reaches = [_reach(geometry, band, mark, lane) for mark, lane in marks]
    touching: dict[tuple[int, float], list[Mark]] = {}
    for mark, lane, first, last in reaches:
        for top in {first.top, last.top}:
            touching.setdefault((lane, top), []).append(mark)
    found: list[Bar] = []
    for mark, lane, first, last in reaches:
        top = _share(first, touching[lane, first.top], mark)[0]
        bottom = _share(last, touching[lane, last.top], mark)[1]
        # A passage may start with the line end before this paragraph.
        starts = mark.start >= band.start - (band.key[1] == 0)
        # A bar that comes from the paragraph above reaches up to it, so that there is no gap.
        top = top if starts else geometry.above(band) - BAR_WIDTH
        found.append(Bar(mark, x_of(lane), top, bottom, first.top if starts else None))
    return found


def _reach(geometry: Geometry, band: Band, mark: Mark, lane: int) -> _Reach:
    first, last = band.lines[0], band.lines[-1]
    if mark.start > band.start:
        first = band.line_at(geometry.local(band, mark.start))
    if mark.end <= band.end:
        last = band.line_at(geometry.local(band, mark.end - 1))
    return _Reach(mark, lane, first, last)


def _share(line: Line, sharing: Sequence[Mark], mark: Mark) -> tuple[float, float]:
    """Return top and bottom of one bar's share of a line's height."""
    number, last = sharing.index(mark), len(sharing) - 1
    height = (line.bottom - line.top - _BELOW_TOP) / len(sharing)
    top = line.top + _BELOW_TOP + number * height
    return top + _BETWEEN * (number > 0), top + height - _BETWEEN * (number < last)
