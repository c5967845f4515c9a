"""Passages that leave the desk as a file: what is asked first, and how it is written."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.formats import csv_rows
from desk.tasks import exporting
from desk.ui import settings as names
from desk.ui.files import file_dialogs
from desk.ui.jobs import Job
from desk.ui.looks.chosen import Looks
from desk.ui.reading.open_article import Reading
from desk.ui.settings import Settings
from desk.ui.telling.messages import Messages
from desk.ui.widgets.boxes import open_over

if TYPE_CHECKING:
    from desk.ui.files.export_csv import ExportChoice, Preview

PREVIEW_ROWS = 8


class Exporting(QObject):
    """Opens the export dialog and writes what was chosen in it."""

    def __init__(
        self,
        reading: Reading,
        settings: Settings,
        messages: Messages,
        looks: Looks,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._reading = reading
        self._desk = reading.session.desk
        self._settings = settings
        self._messages = messages
        self._looks = looks
        self._window = window

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {"desk.export": self.ask}

    def ask(self) -> None:
        """Open the export dialog."""
        from desk.ui.files.export_csv import ExportCsv  # late: see `equipment`

        folder = Path(self._settings.get(names.EXPORT_FOLDER) or Path.home())
        dialog = ExportCsv(
            self._looks.theme,
            list(self._reading.tags.values()),
            self._desk.articles.rows(),
            folder / f"{self._desk.path.stem}.csv",
            self._look,
            self._ask_csv,
            self._window,
        )
        dialog.export_requested.connect(self._write)
        open_over(self._window, dialog)

    def _snapshot(self, choice: ExportChoice) -> exporting.Snapshot:
        tags = exporting.branch(self._reading.tags.values(), choice.tags)
        return exporting.snapshot(self._desk, choice.rows, tags, choice.articles)

    def _look(self, choice: ExportChoice) -> Preview:
        from desk.ui.files.export_csv import Preview

        found = self._snapshot(choice)
        first = list(islice(found.rows, PREVIEW_ROWS))
        guarded = csv_rows.cells_to_guard(found.rows)
        return Preview(found.columns, first, len(found.rows), guarded)

    def _ask_csv(self, path: Path) -> Path | None:
        filters = [self.tr("CSV (*.csv)"), self.tr("All files (*)")]
        return file_dialogs.ask_new_file(self._window, self.tr("Export as"), path, filters)

    def _write(self, choice: ExportChoice) -> None:
        self._settings.set(names.EXPORT_FOLDER, str(choice.path.parent))
        steps = exporting.write(
            self._snapshot(choice), choice.path, key="csv", guard=choice.guard, bom=choice.bom
        )
        job = Job(steps, self)
        job.failed.connect(self._messages.tell_error)
        job.done.connect(lambda _: self._messages.tell_file(choice.path))
        job.start()
