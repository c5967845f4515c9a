"""The ground under the text, kept as pictures, so that a scrolled frame only lays them down.

Drawing a hundred highlights anew costs more than drawing the text over them; a picture costs
next to nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap

HEIGHT = 256  # pixels of the document in one tile
_KEPT = 3  # screens of tiles that are kept: some 2 MB each at a scale of 100 %


class Tiles:
    """Pictures of the ground, one below the other, drawn by `draw(painter, top, bottom)`."""

    def __init__(self, draw: Callable[[QPainter, float, float], None]) -> None:
        self._draw = draw
        self._tiles: dict[int, QPixmap] = {}
        self._kind: tuple[int, float] = (0, 1.0)

    def forget(self, top: float | None = None, bottom: float = 0) -> None:
        """Draw again what lies between two heights of the document, or drop all pictures."""
        if top is None:
            self._tiles.clear()
            return
        for number in range(int(top) // HEIGHT, int(bottom) // HEIGHT + 1):
            if number in self._tiles:
                first = max(int(top), number * HEIGHT)
                last = min(int(bottom) + 1, (number + 1) * HEIGHT)
                self._draw_on(self._tiles[number], number, first, last)

    def forget_outside(self, top: float, bottom: float) -> None:
        """Drop the pictures that show nothing between two heights."""
        kept = range(int(top) // HEIGHT, -(-int(bottom) // HEIGHT))
        self._tiles = {number: tile for number, tile in self._tiles.items() if number in kept}

    def paint(self, painter: QPainter, top: float, bottom: float, width: int) -> None:
        """Draw the ground between two heights of the document."""
        kind = (width, painter.device().devicePixelRatioF())
        if kind != self._kind:
            self._tiles.clear()
            self._kind = kind
        numbers = range(int(top) // HEIGHT, int(bottom) // HEIGHT + 1)
        for number in numbers:
            painter.drawPixmap(0, number * HEIGHT, self._tile(number))

    def prepare(self, top: float, bottom: float) -> bool:
        """Draw the first picture that is missing between two heights; say whether one was."""
        for number in range(max(0, int(top)) // HEIGHT, int(bottom) // HEIGHT + 1):
            if number not in self._tiles:
                self._tile(number)
                return True
        return False

    def trim(self, height: float) -> None:
        """Keep the pictures used last, enough for some screens of a height."""
        most = _KEPT * (int(height) // HEIGHT + 2)
        for number in list(self._tiles)[:-most]:
            del self._tiles[number]

    def _tile(self, number: int) -> QPixmap:
        tile = self._tiles.pop(number, None) or self._drawn(number)
        self._tiles[number] = tile  # last in order: the one used last
        return tile

    def _drawn(self, number: int) -> QPixmap:
        width, ratio = self._kind
        tile = QPixmap(QSize(width, HEIGHT) * ratio)
        tile.setDevicePixelRatio(ratio)
        self._draw_on(tile, number, number * HEIGHT, (number + 1) * HEIGHT)
        return tile

    def _draw_on(self, tile: QPixmap, number: int, top: int, bottom: int) -> None:
        painter = QPainter(tile)
        painter.translate(0, -number * HEIGHT)
        painter.setClipRect(0, top, self._kind[0], bottom - top)
        self._draw(painter, top, bottom)
        painter.end()


def whole_tiles(top: int, bottom: int) -> tuple[int, int]:
    """Return two heights moved apart to where tiles begin and end."""
    return top // HEIGHT * HEIGHT, -(-bottom // HEIGHT) * HEIGHT
