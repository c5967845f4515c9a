"""What goes with the mouse while rows are dragged."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from desk.ui.looks.theme import Theme

_LONGEST = 180  # pixels of words
_EDGE = 10
_HEIGHT = 26


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
    painter.setBrush(QColor(theme.raised))
    room = QRectF(0.5, 0.5, size.width() - 1, size.height() - 1)
    painter.drawRoundedRect(room, 6, 6)
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, short)
    painter.end()
    return sign
