"""The dialogs: opened with what the desk has, and their answers carried out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from desk import __version__
from desk.core.article_filter import Facet
from desk.core.types import ArticleId
from desk.formats import csv_rows
from desk.tasks import exporting
from desk.ui import settings as names
from desk.ui.files import file_dialogs
from desk.ui.jobs import Job
from desk.ui.tags.asking import TagAsking
from desk.ui.widgets.boxes import open_over, plain_box

if TYPE_CHECKING:
    from desk.ui.files.export_csv import ExportChoice, Preview
    from desk.ui.keys.palette import Palette
    from desk.ui.library.article_details import Details
    from desk.ui.window import Window

# Each dialog is imported when it is first asked for: together they cost 30 ms at the start.

SAFE_SCHEMES = ("http", "https", "mailto")
PREVIEW_ROWS = 8


class Asking(QObject):
    """Opens dialogs over one window; none of them is modal."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._palette: Palette | None = None
        self.tags = TagAsking(window)
        window.shelf.details_wanted.connect(self.edit_details)
        window.view.link_activated.connect(self.follow_link)
        window.passage.link_activated.connect(self.follow_link)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {
            **self.tags.handlers(),
            "desk.export": self.export,
            "view.reading": self.edit_reading,
            "help.palette": self.open_palette,
            "help.keys": self.show_keys,
            "help.about": self.about,
        }

    # Articles

    def edit_details(self, ids: list[ArticleId]) -> None:
        """Open what is known about articles."""
        from desk.ui.library.article_details import ArticleDetails

        listing = self._window.desk.listing
        rows = listing.rows_of(ids)
        facets: tuple[Facet, ...] = ("author", "source")
        known = {str(name): [value.words for value in listing.facets(name)] for name in facets}
        if rows:
            dialog = ArticleDetails(rows, known, self._window)
            dialog.submitted.connect(self._keep_details)
            open_over(self._window, dialog)

    def _keep_details(self, details: Details) -> None:
        self._window.shelf.edit(details.ids, **details.fields)

    def follow_link(self, address: str) -> None:
        """Show where a link leads, and open it if the reader wants to; web and mail only."""
        url = QUrl(address)
        if url.scheme().lower() not in SAFE_SCHEMES:
            words = self.tr("This link is not opened: {address}")
            self._window.messages.tell(words.format(address=address[:200]))
            return
        box = plain_box(self._window, self.tr("Open this address in the browser?"))
        box.setInformativeText(url.toDisplayString())
        box.addButton(self.tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.accepted.connect(lambda: QDesktopServices.openUrl(url))
        open_over(self._window, box)

    # Export

    def export(self) -> None:
        """Open the export dialog."""
        from desk.ui.files.export_csv import ExportCsv

        window = self._window
        folder = Path(window.settings.get(names.EXPORT_FOLDER) or Path.home())
        dialog = ExportCsv(
            window.looks.theme,
            list(window.reading.tags.values()),
            window.desk.articles.rows(),
            folder / f"{window.desk.path.stem}.csv",
            self._look,
            self._ask_csv,
            window,
        )
        dialog.export_requested.connect(self._export)
        open_over(self._window, dialog)

    def _snapshot(self, choice: ExportChoice) -> exporting.Snapshot:
        desk = self._window.desk
        tags = exporting.branch(self._window.reading.tags.values(), choice.tags)
        return exporting.snapshot(desk, choice.rows, tags, choice.articles)

    def _look(self, choice: ExportChoice) -> Preview:
        from desk.ui.files.export_csv import Preview

        found = self._snapshot(choice)
        first = list(islice(found.rows, PREVIEW_ROWS))
        guarded = csv_rows.cells_to_guard(found.rows)
        return Preview(found.columns, first, len(found.rows), guarded)

    def _ask_csv(self, path: Path) -> Path | None:
        filters = [self.tr("CSV (*.csv)"), self.tr("All files (*)")]
        return file_dialogs.ask_new_file(self._window, self.tr("Export as"), path, filters)

    def _export(self, choice: ExportChoice) -> None:
        window = self._window
        window.settings.set(names.EXPORT_FOLDER, str(choice.path.parent))
        steps = exporting.write(
            self._snapshot(choice), choice.path, key="csv", guard=choice.guard, bom=choice.bom
        )
        job = Job(steps, self)
        job.failed.connect(window.messages.tell_error)
        job.done.connect(lambda _: window.messages.tell_file(choice.path))
        job.start()

    # The program

    def edit_reading(self) -> None:
        """Open font, size and spacing."""
        from desk.ui.reading.reading_settings import ReadingSettings

        open_over(self._window, ReadingSettings(self._window.looks, self._window))

    def _run(self, name: str) -> None:
        """Do what was chosen in the palette, or say why nothing happens."""
        action = self._window.actions_[name]
        if action.isEnabled():
            action.trigger()
        else:
            words = self.tr("“{action}” has nothing to act on now.")
            title = self._window.actions_.title(name)
            self._window.messages.advise(words.format(action=title))

    def open_palette(self) -> None:
        """Find an action by a few letters."""
        from desk.ui.keys.palette import Palette

        if self._palette is None:
            self._palette = Palette(self._window, self._window.looks.theme)
            self._palette.chosen.connect(self._run)
        self._palette.set_theme(self._window.looks.theme)
        self._palette.open_with(self._window.actions_.rows())

    def show_keys(self) -> None:
        """Show every key, and let it be changed."""
        from desk.ui.keys.sheet import KeysSheet

        open_over(
            self._window, KeysSheet(self._window.looks.theme, self._window.actions_, self._window)
        )

    def about(self) -> None:
        """Say what this is."""
        box = plain_box(self._window, f"Reading Desk {__version__}")
        box.setInformativeText(
            self.tr("A desk for close reading. Everything stays in one file: {file}").format(
                file=self._window.desk.path
            )
        )
        box.addButton(self.tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        open_over(self._window, box)
