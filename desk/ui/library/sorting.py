"""The orders in which the library can be sorted, as a menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from desk.store.listing import Order
from desk.ui.library.panel import LibraryPanel
from desk.ui.words import noop

_WORDS: tuple[tuple[Order, str], ...] = (
    ("added", noop("sorting", "As they came in")),
    ("newest", noop("sorting", "Last added first")),
    ("read", noop("sorting", "Last read first")),
    ("title", noop("sorting", "Title")),
    ("author", noop("sorting", "Author")),
    ("date", noop("sorting", "Date, latest first")),
    ("oldest", noop("sorting", "Date, earliest first")),
    ("source", noop("sorting", "Source")),
    ("status", noop("sorting", "Status: reading, unread, done")),
    ("passages", noop("sorting", "Number of passages")),
)


class Sorting(QObject):
    """Asks how the library is to be sorted."""

    def __init__(self, panel: LibraryPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        panel.head.sort_button.clicked.connect(self.show)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {"library.sort": self.show}

    def show(self) -> None:
        """Ask at the button."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self._panel.head.sort_button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """Return the orders to choose from, the present one ticked, and the way to a folder."""
        panel = self._panel
        menu = QMenu(panel)
        group = QActionGroup(menu)
        for name, words in _WORDS:
            text = QCoreApplication.translate("sorting", words)
            action = menu.addAction(text, partial(panel.set_order, name))
            action.setCheckable(True)
            action.setChecked(name == panel.model.order)
            group.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("New folder"), lambda: panel.list.folder_requested.emit(None))
        return menu
