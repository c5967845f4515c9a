"""A list whose rows answer a plain click."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListView


class ClickableList(QListView):
    """Qt's `clicked` knows neither keys nor buttons, and comes while rows are being selected."""

    def __init__(self) -> None:
        super().__init__()
        self._pressed = QPersistentModelIndex()

    def choose(self, index: QModelIndex) -> None:
        """Make a row the current one and select it alone.

        Qt's `setCurrentIndex` selects more and more rows while Ctrl or Shift is held.
        """
        selection = self.selectionModel()
        selection.setCurrentIndex(index, selection.SelectionFlag.ClearAndSelect)

    def on_plain_click(self, index: QModelIndex) -> None:
        """Act on a row that the left button was pressed and released on, with no other key."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a plain click from one that selects."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        is_left = event.button() == Qt.MouseButton.LeftButton
        if index.isValid() and index == self._pressed and plain and is_left:
            self.on_plain_click(index)
