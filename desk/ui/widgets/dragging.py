"""Rows in the hand of the reader: what goes with the mouse while they are dragged."""

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QDrag, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desk.ui.looks.theme import Theme

_LONGEST = 180  # pixels of words
_EDGE = 10
_HEIGHT = 26
_BESIDE_THE_MOUSE = QPoint(-14, -16)  # so that the row under it stays in sight
_PAPER = 0.6  # opacity; the words are whole


def drag_under_sign(source: QWidget, data: QMimeData, words: str, theme: Theme) -> None:
    """Drag rows under a small sign with some words, until the reader lets go of them."""
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(drag_sign(words, source.font(), theme, source.devicePixelRatioF()))
    drag.setHotSpot(_BESIDE_THE_MOUSE)
    drag.exec(Qt.DropAction.MoveAction)


def drag_sign(words: str, font: QFont, theme: Theme, ratio: float) -> QPixmap:
    """Return a small sign with some words; `ratio` is that of the screen's pixels."""
    metrics = QFontMetrics(font)
    short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, _LONGEST)
    size = QSize(metrics.horizontalAdvance(short) + 2 * _EDGE, _HEIGHT)
    sign = QPixmap(size * ratio)
    sign.setDevicePixelRatio(ratio)
    sign.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sign)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent), 1))
    paper = QColor(theme.raised)
    paper.setAlphaF(_PAPER)
    painter.setBrush(paper)
    room = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
    painter.drawRoundedRect(room, 6, 6)
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, short)
    painter.end()
    return sign
