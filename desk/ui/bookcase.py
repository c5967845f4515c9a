"""All that acts in the library of one window: order, folders, what comes in, what is found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint

from desk.core.types import FolderId
from desk.tasks.importing import Arrival
from desk.ui.bringing_in import BringingIn, Wanted
from desk.ui.filing import Filing
from desk.ui.library_filter import LibraryFilter
from desk.ui.searching import Searching

if TYPE_CHECKING:
    from desk.ui.import_strip import ImportStrip
    from desk.ui.window import Window


class Bookcase(QObject):
    """Makes the parts and connects them with each other and with the window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        session, reading = window.session, window.reading
        self.coming = BringingIn(session, reading, self)
        self.filing = Filing(session, reading, window.library, window)
        self.filter = LibraryFilter(window)
        self.searching = Searching(window)
        self.coming.told.connect(window.messages.tell)
        self.coming.began.connect(self._begin)
        self.coming.ended.connect(self._told_end)
        self.filing.done.connect(window.messages.tell_undoable)
        window.looks.changed.connect(self._dress)

    @cached_property
    def strip(self) -> ImportStrip:
        """The strip under the article, made when the first file comes."""
        from desk.ui.import_strip import ImportStrip  # late: most days bring no file

        strip = ImportStrip(self._window)
        self.coming.progressed.connect(strip.progress)
        strip.cancel_requested.connect(self.coming.cancel)
        strip.undo_requested.connect(self._window.session.undo)
        strip.open_requested.connect(self._window.reading.open)
        strip.copies_requested.connect(self._add_copies)
        strip.preview_requested.connect(self.preview)
        strip.left.connect(self._window.view.setFocus)
        return strip

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what these parts do, by the name of the action."""
        return {
            **self.filing.handlers(),
            **self.filter.handlers(),
            **self.searching.handlers(),
            "library.preview": self._window.desk_files.preview_articles,
            "library.arrivals": self._show_arrivals,
        }

    def close(self) -> None:
        """Stop whatever runs: the desk is going to be closed."""
        self.coming.stop()
        self.searching.stop()

    def take(self, data: QMimeData, at: QPoint) -> None:
        """Add what was dropped; on a folder of the library, into that folder."""
        self.coming.add_pasted(data, self._folder_at(at))

    def preview(self, paths: Sequence[Path]) -> None:
        """Show how files are read before they come in, and let that be changed."""
        from desk.ui.dialogs.bring_in import BringIn  # late: see `asking`

        dialog = BringIn(paths, self._window)
        dialog.wanted.connect(self.coming.add)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

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
        self.strip.end(arrivals, stopped)
        unclear = [a.path for a in arrivals if a.needs_choice]
        if unclear and not stopped:
            self.preview(list(dict.fromkeys(unclear)))

    def _add_copies(self, paths: list[Path]) -> None:
        self.coming.add(Wanted(tuple(paths), copies=True))

    def _dress(self) -> None:
        self.filing.theme = self._window.looks.theme
        self.searching.set_theme(self._window.looks.theme)
