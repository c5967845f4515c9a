"""What the window tells: sentences, and what an undo would bring back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desk.core.errors import UserError
from desk.core.text import make_visible
from desk.ui.actions.actions import Actions
from desk.ui.actions.key_words import with_keys
from desk.ui.article.view import ArticleView
from desk.ui.looks.chosen import Looks
from desk.ui.saying import said
from desk.ui.session import Session
from desk.ui.telling.toast import Toast


class Messages(QObject):
    """One message at a time, over the article, without taking the keyboard."""

    def __init__(self, session: Session, view: ArticleView, actions: Actions, looks: Looks) -> None:
        super().__init__(view)
        self._session = session
        self._act: Callable[[], object] = session.undo
        self._goes_by = False  # with the next thing that is done
        self._actions = actions
        self.toast = Toast(view, looks.theme)
        looks.theme_changed.connect(self.toast.set_theme)
        self.toast.action_requested.connect(self._run_action)
        session.failed.connect(self.tell_error)
        session.changed.connect(self._let_go)

    def _run_action(self) -> None:
        self._act()

    def _let_go(self) -> None:
        if self._goes_by:
            self.toast.hide()

    def _show(self, words: str, action: str = "", keys: str = "", goes_by: bool = False) -> None:
        self._goes_by = goes_by
        self.toast.show_message(words, action, keys)

    def tell(self, words: str) -> None:
        """Say something in passing."""
        self._show(words)

    def tell_once(self, words: str) -> None:
        """Say something, unless it stands there already."""
        if self.toast.isHidden() or self.toast.label.text() != make_visible(words):
            self._show(words)

    def advise(self, words: str) -> None:
        """Say what to do, by which keys; once something was done, there is no more need of it."""
        self._show(with_keys(words, self._actions.spoken), goes_by=True)

    def offer(self, words: str, action: str, act: Callable[[], object]) -> None:
        """Say something, and offer to do what the word `action` on a button says."""
        self._act = act
        self._show(words, action)

    def offer_words(self, words: str, unsaved: Callable[[], str]) -> None:
        """Say what became of something the reader wrote, and offer to copy it."""
        copy = self.tr("Copy the note")
        self.offer(words, copy, lambda: QGuiApplication.clipboard().setText(unsaved()))

    def tell_lost_note(self, unsaved: Callable[[], str]) -> None:
        """Say that a note found no place when the desk went from its own."""
        words = self.tr(
            "The desk is no more at its place, and the note could not be saved in the copy of it "
            "at {copy}. Copy the note elsewhere."
        )
        self.offer_words(words.format(copy=self._session.desk.guard.copy), unsaved)

    def tell_read_only(self) -> None:
        """Say why nothing can be written here, and offer a copy in which it can."""
        words = said(self._session.desk.read_only_error().message)
        self.offer(words, self.tr("Save a copy…"), self._actions["desk.copy"].trigger)

    def tell_undoable(self, words: str) -> None:
        """Say that something went, and offer to bring it back for as long as it is the last."""
        self._act = self._session.undo
        self._show(words, self.tr("Undo"), self._actions.key("edit.undo"), goes_by=True)

    def tell_file(self, path: Path) -> None:
        """Say that a file was written, and offer to show it."""
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path.parent)))
        words = self.tr("Exported to {name}").format(name=path.name)
        self.offer(words, self.tr("Show"), show)

    def tell_error(self, error: UserError) -> None:
        """Say what is wrong and what to do; once something was done, it is wrong no more."""
        self.tell_once(said(error.message))
        self._goes_by = True
