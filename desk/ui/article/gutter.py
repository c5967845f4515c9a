"""Paper beside the text, where wheel and mouse work as on the text."""

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


class Gutter(QWidget):
    """Hands what the mouse does beside the text on to the text."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text."""
        QCoreApplication.sendEvent(self._area.viewport(), event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let a selection begin beside the text."""
        self._forward(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        if event.buttons():
            self._forward(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        self._forward(event)

    def _forward(self, event: QMouseEvent) -> None:
        target = self._area.viewport()
        in_area = self.mapTo(self._area, event.position().toPoint())
        here = QPointF(target.mapFrom(self._area, in_area))
        copy = QMouseEvent(
            event.type(),
            here,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )
        QCoreApplication.sendEvent(target, copy)
