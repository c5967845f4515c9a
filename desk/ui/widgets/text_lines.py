"""A few lines of a text, drawn in a row of a list; what is longer ends in "…"."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from desk.core.offsets import Utf16Map
from desk.core.types import TextRange
from desk.ui.widgets import draw

LINE_HEIGHT = 18


def draw_lines(
    painter: QPainter,
    place: QRect,
    words: str,
    most: int,
    marks: Sequence[TextRange] = (),
    look: QTextCharFormat | None = None,
    line_height: float = LINE_HEIGHT,
) -> int:
    """Draw words from the top of a place in at most so many lines; return how many it took.

    `marks` are ranges of them that have another look. A text that is read from right to left
    begins at the right, whatever the window does.
    """
    formats = _formats(words, marks, look)
    layout = _lay_out(words, painter.font(), place.width(), most + 1, formats)
    if layout.lineCount() > most:
        start = layout.lineAt(most - 1).textStart()
        words = _shortened(words, start, formats, painter.font(), place.width())
        layout = _lay_out(words, painter.font(), place.width(), most, formats)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        line.setPosition(QPointF(0, number * line_height))
        line.draw(painter, QPointF(place.topLeft()))
    return layout.lineCount()


def _shortened(
    words: str, start: int, formats: Sequence[QTextLayout.FormatRange], font: QFont, width: int
) -> str:
    """Return words of which what begins at `start`, in UTF-16 units, goes into one line."""
    units = words.encode("utf-16-le")
    rest = units[2 * start :].decode("utf-16-le")
    widest = QFont(font)
    if any(found.start + found.length > start for found in formats):
        widest.setBold(True)
    short = QFontMetrics(widest).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return units[: 2 * start].decode("utf-16-le") + short


def _formats(
    words: str, marks: Sequence[TextRange], look: QTextCharFormat | None
) -> list[QTextLayout.FormatRange]:
    if look is None or not marks:
        return []
    places = Utf16Map(words)
    formats = []
    for start, end in marks:
        found = QTextLayout.FormatRange()
        found.start = places.to_utf16(start)
        found.length = places.to_utf16(end) - found.start
        found.format = look
        formats.append(found)
    return formats


def _lay_out(
    words: str,
    font: QFont,
    width: int,
    most: int,
    formats: Sequence[QTextLayout.FormatRange],
) -> QTextLayout:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if draw.direction_of(words) == Qt.LayoutDirection.RightToLeft:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    layout.setTextOption(option)
    layout.setFormats(list(formats))
    layout.beginLayout()
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
    layout.endLayout()
    return layout
