"""All that acts in the library of one window: order, folders, what comes in, what is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint

from desk.core.types import ArticleId, FolderId
from desk.tasks import intake
from desk.tasks.finding_files import FoundFile
from desk.tasks.intake import Arrival, Terms
from desk.ui.importing.bringing_in import BringingIn, local_files
from desk.ui.library.filing import Filing
from desk.ui.library.filter import LibraryFilter
from desk.ui.saying import said
from desk.ui.search.found import Found
from desk.ui.search.saved import SavedSearches
from desk.ui.search.searching import Searching
from desk.ui.widgets.boxes import open_over

if TYPE_CHECKING:
    from desk.ui.importing.strip import ImportStrip
    from desk.ui.window import Window


class Bookcase(QObject):
    """Makes the parts and connects them with each other and with the window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        session, reading = window.session, window.reading
        self.coming = BringingIn(session, reading, self)
        library, looks, messages = window.library, window.looks, window.messages
        self.filing = Filing(session, reading, library, looks, window)
        self.filter = LibraryFilter(session, reading, library, looks)
        self.found = Found(reading, window.tagging, library, messages, looks, window)
        saved = SavedSearches(session, messages, library.field, window)
        self.searching = Searching(session, library, self.found, saved, looks)
        self.coming.told.connect(window.messages.tell)
        self.coming.began.connect(self._begin)
        self.coming.ended.connect(self._told_end)
        self.filing.done.connect(window.messages.tell_undoable)

    @cached_property
    def strip(self) -> ImportStrip:
        """The strip under the article, made when the first file comes."""
        from desk.ui.importing.strip import ImportStrip  # late: most days bring no file

        strip = ImportStrip(self._window)
        self.coming.progressed.connect(strip.progress)
        strip.cancel_requested.connect(self.coming.cancel)
        strip.undo_requested.connect(self._window.session.undo)
        strip.open_requested.connect(self._window.reading.open)
        strip.copies_requested.connect(lambda files: self.coming.add_again(files, copies=True))
        strip.retry_requested.connect(self.coming.add_again)
        strip.preview_requested.connect(self.read_otherwise)
        self._window.session.changed.connect(strip.offer_no_undo)
        strip.left.connect(self._window.view.setFocus)
        return strip

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what these parts do, by the name of the action."""
        return {
            **self.filing.handlers(),
            **self.filter.handlers(),
            **self.searching.handlers(),
            "library.preview": self._window.desk_files.preview_articles,
            "library.add_folder": self._window.desk_files.add_folder,
            "library.arrivals": self._show_arrivals,
        }

    def close(self) -> None:
        """Stop whatever runs: the desk is going to be closed."""
        self.coming.stop()
        self.searching.stop()

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

    def read_otherwise(self, arrivals: Sequence[Arrival]) -> None:
        """Show files that came in, to be read in another way than they were."""
        known: dict[Path, dict[ArticleId, str]] = {}
        for arrival in arrivals:
            if arrival.article_id is not None:
                known.setdefault(arrival.path, {})[arrival.article_id] = arrival.title
        self.preview(list(dict.fromkeys(a.file for a in arrivals)), instead=known)

    def preview(
        self,
        paths: Sequence[Path | FoundFile],
        folder: FolderId | None = None,
        instead: Mapping[Path, Mapping[ArticleId, str]] = MappingProxyType({}),
    ) -> None:
        """Show how files are read before they come in, and let that be changed.

        `instead` names the articles that came from them, with the titles that they came with.
        """
        from desk.ui.importing.preview import BringIn  # late: see `asking`

        rows = {path: self._window.desk.listing.rows_of(ids) for path, ids in instead.items()}
        dialog = BringIn(paths, Terms(folder, instead=instead), rows, self._window)
        dialog.wanted.connect(self.coming.add)
        open_over(self._window, dialog)

    def _folder_at(self, at: QPoint) -> FolderId | None:
        rows = self._window.library.list
        spot = rows.viewport().mapFrom(self._window, at)
        inside = rows.isVisible() and rows.viewport().rect().contains(spot)
        return rows.rows.folder_at(rows.indexAt(spot)) if inside else None

    # The strip is made when it is first asked for, and not when these are connected.

    def _begin(self) -> None:
        self.strip.begin()

    def _show_arrivals(self) -> None:
        self.strip.show_list()

    def _told_end(self, arrivals: list[Arrival], stopped: bool) -> None:
        self.strip.end(arrivals, stopped, self._is_last_step(arrivals))
        self._tell_hidden({a.article_id for a in arrivals if a.state == "added"})
        unclear = [a.file for a in arrivals if a.needs]
        if unclear and not stopped:
            self.preview(list(dict.fromkeys(unclear)), self.coming.folder)

    def _is_last_step(self, arrivals: list[Arrival]) -> bool:
        """Say whether an undo would take back that these came in, and nothing else."""
        came = any(arrival.state in ("added", "replaced") for arrival in arrivals)
        return came and self._window.desk.undo_label == said(intake.label(arrivals))

    def _tell_hidden(self, added: set[ArticleId | None]) -> None:
        """Say so where nothing of what came in is among the articles that are shown."""
        shown = self._window.library.model
        if added and shown.wanted.is_on and added.isdisjoint(shown.article_ids()):
            words = self.tr("What came in is hidden: the library shows only some articles.")
            self._window.messages.tell(words)
