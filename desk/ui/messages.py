"""What the window tells: sentences, and what an undo would bring back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desk.core.errors import UserError
from desk.ui.article.view import ArticleView
from desk.ui.session import Session
from desk.ui.theme import Theme
from desk.ui.toast import Toast


class Messages(QObject):
    """One message at a time, over the article, without taking the keyboard."""

    def __init__(self, session: Session, view: ArticleView, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._act: Callable[[], object] = session.undo
        self.undo_key = "Ctrl+Z"
        self.toast = Toast(view, theme)
        self.toast.action_requested.connect(self._run_action)
        session.failed.connect(self.tell_error)

    def _run_action(self) -> None:
        self._act()

    def tell(self, words: str) -> None:
        """Say something in passing."""
        self.toast.show_message(words)

    def tell_undoable(self, words: str) -> None:
        """Say that something went, and offer to bring it back."""
        self._act = self._session.undo
        self.toast.show_message(words, self.tr("Undo"), self.undo_key)

    def tell_file(self, path: Path) -> None:
        """Say that a file was written, and offer to show it."""
        self._act = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path.parent)))
        words = self.tr("Exported to {name}").format(name=path.name)
        self.toast.show_message(words, self.tr("Show"))

    def tell_error(self, error: UserError) -> None:
        """Say what is wrong and what to do."""
        self.toast.show_message(str(error))
