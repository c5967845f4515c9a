"""The soft shadow and the round corners of a box that floats over the article."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from desk.ui.looks.theme import Theme

_SPREAD = 16  # pixels that it stands out of the box
_DROP = 4  # pixels that it lies lower
_STEP = 2  # pixels from one ring to the next
_RING = QColor(0, 0, 0, 5)
_CORNER = 9
_CUT = 6  # pixels of the sides of a corner that are not the box; beyond, its curve is the border
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize)
_APPEARS = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange)


class Shadow(QWidget):
    """Follows its box, behind it, and draws its border and its corners.

    The box itself is opaque and has neither, so that nothing behind it is drawn anew when it
    changes: with each key typed, that was the article. Qt's own effect for shadows draws the box
    into a picture and blurs that each time.
    """

    def __init__(self, box: QWidget, theme: Theme) -> None:
        super().__init__(box.parentWidget())
        self._box = box
        self._theme = theme
        self._picture = QPixmap()
        box.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        box.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw box and corners in another theme."""
        self._theme = theme
        self._picture = QPixmap()
        ground = self._box.palette()
        ground.setColor(self._box.backgroundRole(), QColor(theme.raised))
        self._box.setPalette(ground)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where the box goes."""
        if event.type() in _MOVES:
            self._box.setMask(_inside(self._box.rect()))
            around = self._box.geometry().adjusted(-_SPREAD, -_SPREAD, _SPREAD, _SPREAD)
            self.setGeometry(around.translated(0, _DROP))
        elif event.type() in _APPEARS:
            self.stackUnder(self._box)
            self.setVisible(not self._box.isHidden())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay down the upper half of the picture, then the lower: what is between is all alike.

        So it is drawn anew only for another width, or where the box has never been as high.
        """
        ratio = self.devicePixelRatioF()
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        if self._picture.width() != width or self._picture.height() < height:
            self._picture = QPixmap(width, height)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._draw(self._picture)
        whole, upper = self._picture.height(), height // 2
        painter = QPainter(self)
        painter.drawPixmap(QPointF(0, 0), self._picture, QRectF(0, 0, width, upper))
        rest = QRectF(0, whole - (height - upper), width, height - upper)
        painter.drawPixmap(QPointF(0, upper / ratio), self._picture, rest)

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
        painter.setPen(QColor(self._theme.line))
        painter.setBrush(QColor(self._theme.raised))
        box = QRectF(self._box.rect().translated(_SPREAD, _SPREAD - _DROP))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
        painter.end()


def _inside(rect: QRect) -> QRegion:
    """Return a box without its border and corners."""
    across = rect.adjusted(1, _CUT, -1, -_CUT)
    return QRegion(rect.adjusted(_CUT, 1, -_CUT, -1)).united(across)
