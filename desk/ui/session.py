"""The one door through which the window changes a desk."""

from collections.abc import Callable
from typing import Literal, TypeVar

from PySide6.QtCore import QObject, Signal

from desk.core.errors import UserError
from desk.core.types import Changes, Place
from desk.store.desk import Desk

T = TypeVar("T")

NotesState = Literal["saved", "typing", "unsaved"]
"""Of what is written in notes: whether the desk has it, will have it in a moment, or may not"""


class Session(QObject):
    """A desk with signals: what moved, what failed.

    `changed` carries `Changes`, after the step is on the disk. `revisit` carries the `Changes` of
    a step that was undone or done again. `failed` carries the `UserError`.
    """

    changed = Signal(object)
    revisit = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.turning: Literal["", "undo", "redo"] = ""  # while what an undo or redo moved is told

    def do(
        self, label: str, change: Callable[[], T], place: Place | None = None, merge: str = ""
    ) -> T | None:
        """Run a change as one step and say what moved; None if it failed, told by `failed`."""
        self.notice_other_programs()
        try:
            with self.desk.step(label, place, merge) as step:
                result = change()
        except UserError as error:
            self.failed.emit(error)
            return None
        self.changed.emit(step.changes)
        return result

    def run(self, deed: Callable[[], Changes]) -> bool:
        """Do what makes a step of its own, and say what moved; False if it failed."""
        self.notice_other_programs()
        try:
            changes = deed()
        except UserError as error:
            self.failed.emit(error)
            return False
        self.changed.emit(changes)
        return True

    def undo(self) -> None:
        """Take back the newest step and go to its place."""
        self._turn("undo", self.desk.undo)

    def redo(self) -> None:
        """Do the last undone step again and go to its place."""
        self._turn("redo", self.desk.redo)

    def _turn(self, way: Literal["undo", "redo"], turn: Callable[[], Changes | None]) -> None:
        self.notice_other_programs()
        try:
            changes = turn()
        except UserError as error:
            self.failed.emit(error)
            return
        if changes is not None:
            self.turning = way
            self.changed.emit(changes)
            self.turning = ""
            self.revisit.emit(changes)

    def notice_other_programs(self) -> None:
        """Have everything read again if another program wrote to the desk."""
        try:
            if not self.desk.changed_elsewhere():
                return
            self.desk.accept_changes_elsewhere()
        except UserError as error:
            self.failed.emit(error)
            return
        self.changed.emit(Changes("", everything=True))
