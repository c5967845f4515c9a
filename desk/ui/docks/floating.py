"""Where a panel that floats does the least harm."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, QSize

_EDGE = 8  # pixels between the panel and the edge of the window


def least_covering(
    size: QSize, window: QRect, inner: QRect, screen: QRect, covered: Sequence[tuple[QRect, int]]
) -> QPoint:
    """Return the top left corner for a panel, all in pixels of the screen.

    It is beside the window if the screen has room there, else in the corner of its inner part
    where it covers the least. `covered` are places with what a pixel of each weighs.
    """

    def harm(corner: QPoint) -> int:
        panel = QRect(corner, size)
        return sum(weight * _area(panel.intersected(place)) for place, weight in covered)

    whole = (
        corner for corner in _corners(size, window, inner) if screen.contains(QRect(corner, size))
    )
    return min(whole, key=harm, default=screen.topLeft())


def _corners(size: QSize, window: QRect, inner: QRect) -> Iterator[QPoint]:
    """Yield the places to choose from; of equally good ones, the first is taken."""
    top, bottom = inner.top() + _EDGE, inner.bottom() + 1 - size.height() - _EDGE
    yield QPoint(window.right() + 1 + _EDGE, window.top())
    yield QPoint(window.left() - size.width() - _EDGE, window.top())
    for y in (bottom, top):
        yield QPoint(inner.right() + 1 - size.width() - _EDGE, y)
        yield QPoint(inner.left() + _EDGE, y)


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())
