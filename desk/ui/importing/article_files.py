"""Asks for files of articles, and for folders of them."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.core.text import make_visible
from desk.formats import registry
from desk.ui.files import file_dialogs
from desk.ui.files.last_folder import LastFolder


class ArticleFiles(QObject):
    """Opens the file dialogs of one window where the reader was last."""

    def __init__(self, folder: LastFolder, window: QWidget) -> None:
        super().__init__(window)
        self._folder = folder
        self._window = window

    def ask(self) -> list[Path]:
        """Ask for files; none if the reader wants none after all."""
        title = self.tr("Add articles")
        files = file_dialogs.ask_files(self._window, title, self._folder.path, self._filters())
        if files:
            self._folder.keep(files[0])
        return files

    def ask_for(self, article: str) -> Path | None:
        """Ask for the file that an article with this title came from; None for none."""
        title = self.tr("The file of “{title}”").format(title=make_visible(article))
        file = file_dialogs.ask_file(self._window, title, self._folder.path, self._filters())
        if file is not None:
            self._folder.keep(file)
        return file

    def _filters(self) -> list[str]:
        known = " ".join(f"*{suffix}" for suffix in registry.suffixes())
        return [self.tr("Articles ({known})").format(known=known), self.tr("All files (*)")]

    def ask_folder(self) -> Path | None:
        """Ask for a folder; None if the reader wants none after all."""
        title = self.tr("Add a folder")
        folder = file_dialogs.ask_folder(self._window, title, self._folder.path)
        if folder is not None:
            self._folder.keep(folder)
        return folder
