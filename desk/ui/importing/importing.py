"""What a reader sees of an import: from the files that are wanted to what became of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from desk.core.types import ArticleId, FolderId
from desk.tasks.finding_files import FoundFile
from desk.tasks.intake import Arrival, Terms
from desk.ui.importing.article_files import ArticleFiles
from desk.ui.importing.bringing_in import BringingIn
from desk.ui.importing.otherwise import Came, Otherwise
from desk.ui.importing.pasted import local_files
from desk.ui.library.panel import LibraryPanel
from desk.ui.reading.open_article import Reading
from desk.ui.session import Session
from desk.ui.telling.messages import Messages
from desk.ui.widgets.boxes import open_over

if TYPE_CHECKING:
    from desk.ui.importing.strip import ImportStrip


class Importing(QObject):
    """Asks for files, drops and pastes, shows them before they come in, and tells what came."""

    def __init__(
        self,
        session: Session,
        reading: Reading,
        library: LibraryPanel,
        files: ArticleFiles,
        messages: Messages,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._desk = session.desk
        self._reading = reading
        self._library = library
        self._files = files
        self._messages = messages
        self._window = window
        self._otherwise = Otherwise(session.desk, files.ask_for, self.preview)
        self.coming = BringingIn(session, reading, self)
        self.coming.told.connect(messages.tell)
        self.coming.began.connect(self._begin)
        self.coming.ended.connect(self._told_end)
        library.add_requested.connect(self.ask_files)
        library.list.may_be_otherwise = self._otherwise.is_offered
        library.list.read_otherwise_requested.connect(self._otherwise.read_article)

    @cached_property
    def strip(self) -> ImportStrip:
        """The strip under the article, made when the first file comes."""
        from desk.ui.importing.strip import ImportStrip  # late: most days bring no file

        strip = ImportStrip(self._window)
        self.coming.progressed.connect(strip.progress)
        strip.cancel_requested.connect(self.coming.cancel)
        strip.undo_requested.connect(self._session.undo)
        strip.open_requested.connect(self._reading.open)
        strip.copies_requested.connect(lambda files: self.coming.add_again(files, copies=True))
        strip.retry_requested.connect(self.coming.add_again)
        strip.preview_requested.connect(self._otherwise.read)
        self._session.changed.connect(strip.offer_no_undo)
        strip.left.connect(self._reading.view.setFocus)
        return strip

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {
            "edit.paste": self.paste,
            "library.add": self.ask_files,
            "library.preview": self.ask_preview,
            "library.add_folder": self.ask_folder,
            "library.arrivals": self._show_arrivals,
            "article.reread": self._read_open_otherwise,
        }

    # What is asked for

    def ask_files(self) -> None:
        """Ask for files and add their articles."""
        self.coming.add_files(self._files.ask())

    def ask_preview(self) -> None:
        """Ask for files and show how they are read before they come in."""
        files = self._files.ask()
        if files:
            self.preview(files)

    def ask_folder(self) -> None:
        """Ask for a folder and show what would come in of it."""
        folder = self._files.ask_folder()
        if folder is not None:
            self.preview([folder])

    def paste(self) -> None:
        """Add what is on the clipboard."""
        self.coming.add_pasted(QGuiApplication.clipboard().mimeData() or QMimeData())

    def take(self, data: QMimeData, at: QPoint, first_shown: bool = False) -> None:
        """Add what was dropped; on a folder of the library, into that folder.

        Files can be shown first.
        """
        folder = self._folder_at(at)
        files = local_files(data)
        if files and first_shown:
            self.preview(files, folder)
        else:
            self.coming.add_pasted(data, folder)

    def _read_open_otherwise(self) -> None:
        if self._reading.article is not None:
            self._otherwise.read_article(self._reading.article.id)

    def preview(
        self,
        paths: Sequence[Path | FoundFile],
        folder: FolderId | None = None,
        instead: Came = MappingProxyType({}),
        more: bool = False,
    ) -> None:
        """Show how files are read before they come in, and let that be changed.

        `instead` names the articles that came from them, with the titles that they came with.
        `more` says that they belong to what came last.
        """
        from desk.ui.importing.preview import BringIn  # late: see `equipment`

        rows = {path: self._desk.listing.rows_of(ids) for path, ids in instead.items()}
        titles_of = None if instead else self._desk.articles.titles_of
        dialog = BringIn(paths, Terms(folder, instead=instead), rows, self._window, titles_of)
        dialog.wanted.connect(lambda wanted: self.coming.add(wanted._replace(more=more)))
        open_over(self._window, dialog)

    def _folder_at(self, at: QPoint) -> FolderId | None:
        rows = self._library.list
        spot = rows.viewport().mapFrom(self._window, at)
        inside = rows.isVisible() and rows.viewport().rect().contains(spot)
        return rows.rows.folder_at(rows.indexAt(spot)) if inside else None

    # The strip is made when it is first asked for, and not when these are connected.

    def _begin(self) -> None:
        self.strip.begin()

    def _show_arrivals(self) -> None:
        self.strip.show_list()

    def _told_end(self, arrivals: list[Arrival], stopped: bool) -> None:
        self._otherwise.note(arrivals)
        last = self.coming.last
        if last is not None:
            self.strip.end(last.lot, stopped, last.is_last_step)
        self._tell_hidden({a.article_id for a in arrivals if a.state == "added"})
        unclear = [a.file for a in arrivals if a.needs]
        if unclear and not stopped:
            self.preview(list(dict.fromkeys(unclear)), self.coming.folder, more=True)

    def _tell_hidden(self, added: set[ArticleId | None]) -> None:
        """Say so where nothing of what came in is among the articles that are shown."""
        shown = self._library.model
        if not added or not added.isdisjoint(shown.article_ids()):
            return
        if shown.wanted.words.strip():
            words = self.tr("What came in is hidden by the words in the search field.")
            self._messages.offer(words, self.tr("Empty the field"), self._library.field.clear)
        elif shown.wanted.is_on:
            words = self.tr("What came in is hidden: the library shows only some articles.")
            self._messages.tell(words)
