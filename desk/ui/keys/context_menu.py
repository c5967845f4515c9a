"""The menu of the right mouse button in the article."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from desk.ui.actions.actions import Actions
from desk.ui.article.view import ArticleView

# The names of actions; an empty one is a line.
ROWS = (
    "passage.tag",
    "passage.highlight",
    "passage.note",
    "passage.untag",
    "passage.remove",
    "",
    "edit.copy",
    "edit.all",
    "find.open",
)


class ContextMenu(QObject):
    """Shows what can be done with the target, where the mouse is."""

    def __init__(self, view: ArticleView, actions: Actions) -> None:
        super().__init__(view)
        self._view = view
        self._actions = actions
        view.menu_requested.connect(self._show)

    def _show(self, at: QPoint) -> None:
        menu = QMenu(self._view.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ROWS:
            menu.addAction(self._actions[name]) if name else menu.addSeparator()
        menu.popup(at)
