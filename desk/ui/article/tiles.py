"""The ground under the text, kept as pictures, so that a scrolled frame only lays them down.

Drawing a hundred highlights anew costs more than drawing the text over them; a picture costs
next to nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

HEIGHT = 256  # pixels of the document in one tile
_KEPT = 3  # screens of tiles that are kept: some 2 MB each at a scale of 100 %


class Tiles:
    """Pictures of the ground, one below the other, drawn by `draw(painter, top, bottom)`.

    A picture that is no longer needed is drawn over for another place: new memory costs more
    than what is drawn on it.
    """

    def __init__(self, draw: Callable[[QPainter, float, float], None]) -> None:
        self._draw = draw
        self._tiles: dict[int, QPixmap] = {}  # the one used last is the last
        self._spare: list[QPixmap] = []
        self._most = 0
        self._kind: tuple[int, float] = (0, 1.0)

    def forget(self, top: float | None = None, bottom: float = 0) -> None:
        """Draw again what lies between two heights of the document, or drop all pictures."""
        if top is None:
            self.forget_outside(0, 0)
            return
        for number in range(int(top) // HEIGHT, int(bottom) // HEIGHT + 1):
            if number in self._tiles:
                first = max(int(top), number * HEIGHT)
                last = min(int(bottom) + 1, (number + 1) * HEIGHT)
                self._draw_on(self._tiles[number], number, first, last)

    def forget_outside(self, top: float, bottom: float) -> None:
        """Drop the pictures that show nothing between two heights."""
        kept = range(int(top) // HEIGHT, -(-int(bottom) // HEIGHT))
        for number in [number for number in self._tiles if number not in kept]:
            self._spare.append(self._tiles.pop(number))

    def paint(self, painter: QPainter, top: float, bottom: float, width: int) -> None:
        """Draw the ground between two heights of the document."""
        numbers = range(int(top) // HEIGHT, int(bottom) // HEIGHT + 1)
        self._fit(width, painter.device().devicePixelRatioF(), len(numbers))
        for number in numbers:
            painter.drawPixmap(0, number * HEIGHT, self._tile(number))

    def prepare(self, top: float, bottom: float) -> bool:
        """Draw the first picture that is missing between two heights; say whether one was."""
        for number in range(max(0, int(top)) // HEIGHT, int(bottom) // HEIGHT + 1):
            if number not in self._tiles:
                self._tile(number)
                return True
        return False

    def _fit(self, width: int, ratio: float, in_sight: int) -> None:
        """Start anew for another width or scale; keep enough pictures for some screens."""
        if (width, ratio) != self._kind:
            self._tiles.clear()
            self._spare.clear()
            self._kind, self._most = (width, ratio), 0
        self._most = max(self._most, _KEPT * (in_sight + 1))

    def _tile(self, number: int) -> QPixmap:
        tile = self._tiles.pop(number, None)
        if tile is None:
            tile = self._free()
            self._draw_on(tile, number, number * HEIGHT, (number + 1) * HEIGHT)
        self._tiles[number] = tile
        return tile

    def _free(self) -> QPixmap:
        """Return a picture to draw on: one not in use, the one used first, or a new one."""
        if self._spare:
            return self._spare.pop()
        if self._tiles and len(self._tiles) >= self._most:
            return self._tiles.pop(next(iter(self._tiles)))
        width, ratio = self._kind
        tile = QPixmap(QSize(width, HEIGHT) * ratio)
        tile.setDevicePixelRatio(ratio)
        return tile

    def _draw_on(self, tile: QPixmap, number: int, top: int, bottom: int) -> None:
        painter = QPainter(tile)
        painter.translate(0, -number * HEIGHT)
        painter.setClipRect(0, top, self._kind[0], bottom - top)
        self._draw(painter, top, bottom)
        painter.end()


def fill(painter: QPainter, area: QRectF, colour: QColor) -> None:
    """Fill an area; for the first `QPainter.fillRect` PySide sets up its gradients, for 1.7 ms."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(area)


def whole_tiles(top: int, bottom: int) -> tuple[int, int]:
    """Return two heights moved apart to where tiles begin and end."""
    return top // HEIGHT * HEIGHT, -(-bottom // HEIGHT) * HEIGHT
