"""Desks as files: a new one, another one, a copy, a check; and the files of articles to add."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.core.errors import UserError
from desk.formats import registry
from desk.ui import settings as names
from desk.ui.files import file_dialogs
from desk.ui.saying import all_said

if TYPE_CHECKING:
    from desk.ui.window import Window

SUFFIX = ".desk"


class DeskFiles(QObject):
    """Asks for files and does what was asked with them."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._settings = window.settings
        window.shelf.files_wanted.connect(self.add_articles)

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
            self._window.another_wanted.emit(path, True)

    def open(self) -> None:
        """Show another desk in place of this one."""
        path = file_dialogs.ask_file(
            self._window, self.tr("Open a desk"), self._folder(), self._desk_filters()
        )
        if path is not None:
            self._remember(path)
            self._window.another_wanted.emit(path, False)

    def save_copy(self) -> None:
        """Write the whole desk to another file; this one stays open."""
        stem = self.tr("{name} copy").format(name=self._window.desk.path.stem)
        path = self._ask_new(self.tr("Save a copy"), stem)
        if path is None:
            return
        try:
            self._window.desk.save_copy(path)
        except UserError as error:
            self._window.messages.tell_error(error)
        else:
            self._window.messages.tell(self.tr("Copy saved as {name}").format(name=path.name))

    def check(self) -> None:
        """Look for anything that is wrong with the desk."""
        try:
            wrong = self._window.desk.check()
        except UserError as error:
            wrong = [error.message]
        all_well = self.tr("All is well: every page, quote, text and index agrees.")
        self._window.messages.tell(all_said(wrong[:5]) or all_well)

    def add_articles(self) -> None:
        """Ask for files and add their articles."""
        files = self._ask_articles()
        if files:
            self._window.bookcase.coming.add_files(files)

    def add_folder(self) -> None:
        """Ask for a folder and show what would come in of it."""
        folder = file_dialogs.ask_folder(self._window, self.tr("Add a folder"), self._folder())
        if folder is not None:
            self._remember(folder)
            self._window.bookcase.preview([folder])

    def preview_articles(self) -> None:
        """Ask for files and show how they are read before they come in."""
        files = self._ask_articles()
        if files:
            self._window.bookcase.preview(files)

    def _ask_articles(self) -> list[Path]:
        known = " ".join(f"*{suffix}" for suffix in registry.suffixes())
        filters = [self.tr("Articles ({known})").format(known=known), self.tr("All files (*)")]
        files = file_dialogs.ask_files(
            self._window, self.tr("Add articles"), self._folder(), filters
        )
        if files:
            self._remember(files[0])
        return files

    def _ask_new(self, title: str, stem: str) -> Path | None:
        proposal = self._folder() / f"{stem}{SUFFIX}"
        path = file_dialogs.ask_new_file(self._window, title, proposal, self._desk_filters())
        if path is not None:
            self._remember(path)
        return path

    def _desk_filters(self) -> list[str]:
        return [self.tr("Desks (*.desk)"), self.tr("All files (*)")]

    def _folder(self) -> Path:
        last = Path(self._settings.get(names.LAST_FOLDER) or Path.home())
        return last if last.is_dir() else Path.home()

    def _remember(self, path: Path) -> None:
        self._settings.set(names.LAST_FOLDER, str(path.parent))
