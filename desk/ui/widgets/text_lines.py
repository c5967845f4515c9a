"""A few lines of a text, drawn in a row of a list; what is longer ends in "…"."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from desk.ui.widgets import draw

LINE_HEIGHT = 18


def draw_lines(painter: QPainter, place: QRect, words: str, most: int) -> int:
    """Draw words from the top of a place in at most so many lines; return how many it took.

    A text that is read from right to left begins at the right, whatever the window does.
    """
    width = place.width()
    layout = _lay_out(words, painter.font(), width, most + 1)
    if layout.lineCount() > most:
        start = 2 * layout.lineAt(most - 1).textStart()  # Qt counts in UTF-16 units
        units = words.encode("utf-16-le")
        rest = units[start:].decode("utf-16-le")
        short = painter.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, width)
        words = units[:start].decode("utf-16-le") + short
        layout = _lay_out(words, painter.font(), width, most)
    for number in range(layout.lineCount()):
        layout.lineAt(number).draw(painter, QPointF(place.topLeft()))
    return layout.lineCount()


def _lay_out(words: str, font: QFont, width: int, most: int) -> QTextLayout:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if draw.direction_of(words) == Qt.LayoutDirection.RightToLeft:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.beginLayout()
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, number * LINE_HEIGHT))
    layout.endLayout()
    return layout
