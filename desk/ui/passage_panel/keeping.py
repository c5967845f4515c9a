"""The words of notes on their way to the desk, and which of them are not on it yet."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from desk.core.errors import UserError
from desk.core.types import Place
from desk.store.desk import Desk
from desk.ui.passage_panel.retry import Retry
from desk.ui.session import NotesState, Session
from desk.ui.tagging.in_a_row import InARow

PAUSE = 60_000
"""Milliseconds without a save after which what is written on in a note is a step of its own"""


class Written(NamedTuple):
    """A note as it was written; `key` says which one it is."""

    key: str
    words: str
    place: Place | None


class Keeping(QObject):
    """Saves notes: on the desk, on it later where that fails, or in the copy of one that went.

    `kept` says where a note is now: True for the copy. `lost` says that the desk went and that
    its copy could not take the note either. `state_changed` carries a `NotesState`.
    """

    kept = Signal(bool)
    lost = Signal()
    state_changed = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._typing = False
        self._in_copy: dict[str, str] = {}
        self._writing = InARow(PAUSE)
        session.revisit.connect(lambda _: self._writing.end())
        self.retry = Retry(self)
        self.retry.tried.connect(self._tell_state)

    def words(self, key: str) -> str | None:
        """Return the words of a note that the desk does not have; None where it has them."""
        return self.retry.words_of(key) or self._in_copy.get(key)

    def unsaved(self) -> str:
        """Return all that is neither on the desk nor in its copy."""
        return "\n\n".join(self.retry.words)

    def follow_typing(self, typing: bool) -> None:
        """Hear whether anything is typed that nobody was told to save yet."""
        self._typing = typing
        self._tell_state()

    def end_step(self) -> None:
        """Let what is written from now on be a step of its own: the keyboard left the note."""
        self._writing.end()

    def keep(
        self, note: Written, write: Callable[[Desk], object], again: Callable[[], object]
    ) -> bool:
        """Save a note by `write`; where that fails say so, and try `again` in a while.

        What is written into one note without leaving it, and without a long rest, is one step.
        """
        self.retry.done(note.key)  # this is newer
        merge = self._writing.key(note.key)
        done = self._keep_on_desk(note, write, merge) or self._keep_in_copy(note, write, merge)
        if not done:
            self.retry.later(note.key, again, note.words)
        self._tell_state()
        return done

    def _keep_on_desk(self, note: Written, write: Callable[[Desk], object], merge: str) -> bool:
        def change() -> bool:
            write(self._session.desk)
            return True

        guard = self._session.desk.guard
        if guard.copy is not None and not guard.is_in_place():
            return False  # which was told when the copy was made
        if not self._session.do(self.tr("Note"), change, note.place, merge):
            return False
        self._in_copy.pop(note.key, None)
        self.kept.emit(False)
        return True

    def _keep_in_copy(self, note: Written, write: Callable[[Desk], object], merge: str) -> bool:
        """Save a note in the copy that was made of a desk which is gone from its place."""
        desk = self._session.desk
        path = desk.guard.copy
        if path is None or desk.guard.is_in_place():
            return False
        try:
            with (
                Desk.open(path, desk.coder) as copy,
                copy.step(self.tr("Note"), note.place, merge),
            ):
                write(copy)
        except UserError:
            self.lost.emit()
            return False
        self._in_copy[note.key] = note.words
        self.kept.emit(True)
        return True

    def _tell_state(self) -> None:
        self.state_changed.emit(self._state())

    def _state(self) -> NotesState:
        if self.retry.words or self._in_copy:
            return "unsaved"
        return "typing" if self._typing else "saved"
