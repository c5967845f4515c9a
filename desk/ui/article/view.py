"""The article view: what the reader does with keys and mouse, told in signals."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from desk.ui.appearance import Appearance
from desk.ui.article.target import TargetView


class ArticleView(TargetView):
    """Shows an article and lets the reader choose in it; it changes no data.

    The signals tell what the reader wants: `selection_finished` when the mouse is released on a
    selection, `resize_requested` with a passage and its new range, `reading_position_changed`
    with the position at the top of the view, `menu_requested` with a place on the screen.
    """

    selection_finished = Signal()
    resize_requested = Signal(object, object)  # PassageId, TextRange
    reading_position_changed = Signal(int)
    link_activated = Signal(str)
    menu_requested = Signal(QPoint)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.setAccessibleName(self.tr("Article"))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the window."""
        self.menu_requested.emit(event.globalPos())
