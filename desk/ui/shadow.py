"""A soft shadow under a box that floats over the article."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

_SPREAD = 16  # pixels that it stands out of the box
_DROP = 4  # pixels that it lies lower
_STEP = 2  # pixels from one ring to the next
_RING = QColor(0, 0, 0, 5)
_CORNER = 9
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize)
_APPEARS = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange)


class Shadow(QWidget):
    """Follows its box, behind it.

    Qt's own effect draws the box into a picture and blurs that for each key typed in it: 1.3 ms.
    """

    def __init__(self, box: QWidget) -> None:
        super().__init__(box.parentWidget())
        self._box = box
        self._picture = QPixmap()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        box.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where the box goes."""
        if event.type() in _MOVES:
            around = self._box.geometry().adjusted(-_SPREAD, -_SPREAD, _SPREAD, _SPREAD)
            self.setGeometry(around.translated(0, _DROP))
        elif event.type() in _APPEARS:
            self.stackUnder(self._box)
            self.setVisible(not self._box.isHidden())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay down the picture, drawn anew only for another size: each key paints it again."""
        ratio = self.devicePixelRatioF()
        if self._picture.size() != self.size() * ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._draw(self._picture)
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _draw(self, picture: QPixmap) -> None:
        """Lay rings over each other, so that it fades towards its edge."""
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_RING)
        for inset in range(0, _SPREAD + 1, _STEP):
            ring = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            corner = _CORNER + _SPREAD - inset
            painter.drawRoundedRect(ring, corner, corner)
        painter.end()
