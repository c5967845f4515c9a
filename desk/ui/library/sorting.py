"""The orders in which the library can be sorted, as a menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desk.store.listing import Order
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


def sort_menu(order: Order, choose: Callable[[Order], None], parent: QWidget) -> QMenu:
    """Return the orders to choose from, the present one ticked."""
    menu = QMenu(parent)
    group = QActionGroup(menu)
    for name, words in _WORDS:
        action = menu.addAction(QCoreApplication.translate("sorting", words), partial(choose, name))
        action.setCheckable(True)
        action.setChecked(name == order)
        group.addAction(action)
    return menu
