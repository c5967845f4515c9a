"""Desks as files: a new one, another one, a copy, a check."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.core.errors import UserError
from desk.store.desk import Desk
from desk.ui.files import file_dialogs
from desk.ui.files.last_folder import LastFolder
from desk.ui.saying import all_said
from desk.ui.telling.messages import Messages

SUFFIX = ".desk"


class DeskFiles(QObject):
    """Asks for the files of desks and does what was asked with them."""

    another_wanted = Signal(object, bool)
    """The path of a desk to show in place of this one, and whether it has to be made first"""

    def __init__(self, desk: Desk, folder: LastFolder, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._folder = folder
        self._messages = messages
        self._window = window

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {
            "desk.new": self.new,
            "desk.open": self.open,
            "desk.copy": self.save_copy,
            "desk.check": self.check,
        }

    def new(self) -> None:
        """Make a desk and show it."""
        path = self._ask_new(self.tr("New desk"), self.tr("Desk"))
        if path is not None:
            self.another_wanted.emit(path, True)

    def open(self) -> None:
        """Show another desk in place of this one."""
        title, filters = self.tr("Open a desk"), self._desk_filters()
        path = file_dialogs.ask_file(self._window, title, self._folder.path, filters)
        if path is not None:
            self._folder.keep(path)
            self.another_wanted.emit(path, False)

    def save_copy(self) -> None:
        """Write the whole desk to another file; this one stays open."""
        stem = self.tr("{name} copy").format(name=self._desk.path.stem)
        path = self._ask_new(self.tr("Save a copy"), stem)
        if path is None:
            return
        try:
            self._desk.save_copy(path)
        except UserError as error:
            self._messages.tell_error(error)
        else:
            self._messages.tell(self.tr("Copy saved as {name}").format(name=path.name))

    def check(self) -> None:
        """Look for anything that is wrong with the desk."""
        try:
            wrong = self._desk.check()
        except UserError as error:
            wrong = [error.message]
        all_well = self.tr("All is well: every page, quote, text and index agrees.")
        self._messages.tell(all_said(wrong[:5]) or all_well)

    def _ask_new(self, title: str, stem: str) -> Path | None:
        proposal = self._folder.path / f"{stem}{SUFFIX}"
        path = file_dialogs.ask_new_file(self._window, title, proposal, self._desk_filters())
        if path is not None:
            self._folder.keep(path)
        return path

    def _desk_filters(self) -> list[str]:
        return [self.tr("Desks (*.desk)"), self.tr("All files (*)")]
