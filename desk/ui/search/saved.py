"""The searches that are kept: to run, save, rename and remove one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from desk.core.text import make_visible
from desk.ui.session import Session
from desk.ui.telling.messages import Messages
from desk.ui.widgets.boxes import open_over


class SavedSearches(QObject):
    """The menu under the field to search in."""

    chosen = Signal(str)
    """The words of the search to run"""

    def __init__(
        self, session: Session, messages: Messages, field: QLineEdit, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._messages = messages
        self._field = field
        self._window = parent

    def menu(self) -> QMenu:
        """Return the saved searches to run, and the ways to save, rename or remove this one."""
        menu = QMenu(self._window)
        searches, words = self._session.desk.searches, self._field.text().strip()
        kept, name = searches.all(), searches.named(words)
        for search in kept:
            text = make_visible(search.name).replace("&", "&&")
            menu.addAction(text, partial(self.chosen.emit, search.words))
        menu.addSeparator() if kept else None
        if name is not None:
            menu.addAction(self.tr("Rename this search…"), partial(self._ask_other_name, name))
            menu.addAction(self.tr("Remove this search"), partial(self._forget, name))
        elif words:
            menu.addAction(self.tr("Save this search…"), partial(self._ask_to_save, words))
        elif not kept:
            menu.addAction(self.tr("Type a search to save it")).setEnabled(False)
        return menu

    def _ask_to_save(self, words: str) -> None:
        self._ask_name(self.tr("Save this search"), words, self.tr("Save"), self._save)

    def _save(self, words: str, name: str) -> None:
        searches = self._session.desk.searches
        self._session.do(self.tr("Save search"), lambda: searches.save(words, name))

    def _forget(self, name: str) -> None:
        def change() -> bool:
            self._session.desk.searches.remove(name)
            return True

        if self._session.do(self.tr("Remove search"), change):
            told = self.tr("Search “{name}” removed").format(name=make_visible(name))
            self._messages.tell_undoable(told)

    def _ask_other_name(self, name: str) -> None:
        self._ask_name(self.tr("Rename this search"), name, self.tr("Rename"), self._rename)

    def _ask_name(
        self, title: str, proposed: str, deed: str, act: Callable[[str, str], None]
    ) -> None:
        """Ask for a name, and act on what was proposed and what it is to be."""
        from desk.ui.widgets.naming import Naming  # late: see `equipment`

        dialog = Naming(title, proposed, deed, self._window)
        dialog.named.connect(partial(act, proposed))
        open_over(self._window, dialog)

    def _rename(self, old: str, new: str) -> None:
        label = self.tr("Rename search")
        self._session.do(label, lambda: self._session.desk.searches.rename(old, new))

    def show(self) -> None:
        """Show the saved searches under the field."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._field.mapToGlobal(self._field.rect().bottomLeft()))
