"""The dialogs: opened with what the desk has, and their answers carried out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QMessageBox

from desk import __version__
from desk.core.types import ArticleId, Tag, TagId
from desk.formats import csv_rows
from desk.tasks import exporting
from desk.ui import file_dialogs
from desk.ui import settings as names
from desk.ui.jobs import Job

if TYPE_CHECKING:
    from desk.ui.dialogs.article_details import Details
    from desk.ui.dialogs.export_csv import ExportChoice, Preview
    from desk.ui.dialogs.palette import Palette
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
        window.tag_book.editor_wanted.connect(self.edit_tag)
        window.tag_book.merge_wanted.connect(self.ask_merge)
        window.shelf.details_wanted.connect(self.edit_details)
        window.view.link_activated.connect(self.follow_link)
        window.passage.link_activated.connect(self.follow_link)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {
            "desk.export": self.export,
            "tags.new": lambda: self.edit_tag(None),
            "tags.edit": self._edit_current_tag,
            "tags.merge": self._merge_current_tag,
            "tags.remove": self._remove_current_tag,
            "view.reading": self.edit_reading,
            "help.palette": self.open_palette,
            "help.keys": self.show_keys,
            "help.about": self.about,
        }

    def _open(self, dialog: QDialog) -> None:
        # Not every system gives the keyboard back to the window when a dialog goes.
        dialog.finished.connect(self._window.activateWindow)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    # Tags

    def edit_tag(self, tag_id: TagId | None) -> None:
        """Open the editor of a tag, or of a new one."""
        from desk.ui.dialogs.tag_editor import TagEditor

        tags = list(self._window.reading.tags.values())
        tag = self._window.reading.tags.get(tag_id) if tag_id is not None else None
        editor = TagEditor(self._window.looks.theme, tags, tag, self._window)
        book = self._window.tag_book
        editor.submitted.connect(book.edit if tag else book.create)
        self._open(editor)

    def _edit_current_tag(self) -> None:
        self._with_current_tag(lambda tag: self.edit_tag(tag.id))

    def _remove_current_tag(self) -> None:
        self._with_current_tag(lambda tag: self._window.tag_book.remove(tag.id))

    def _merge_current_tag(self) -> None:
        self._with_current_tag(self._choose_merge)

    def _with_current_tag(self, act: Callable[[Tag], None]) -> None:
        tag = self._window.tag_book.current()
        if tag is None:
            self._window.messages.tell(self.tr("Choose a tag in the panel of tags first."))
        else:
            act(tag)

    def _choose_merge(self, source: Tag) -> None:
        from desk.ui.tag_chooser import TagChooser

        words = self.tr("Merge “{name}” into which tag?").format(name=source.name)
        others = [tag for tag in self._window.reading.tags.values() if tag.id != source.id]
        chooser = TagChooser(self._window, self._window.looks.theme, others, words)
        chooser.chosen.connect(lambda target: self.ask_merge(source.id, target))
        panel = self._window.tags
        chooser.popup_at(panel.mapToGlobal(panel.rect().topLeft()))

    def ask_merge(self, source: TagId, target: TagId) -> None:
        """Say what a merge would move, and do it if the reader wants it."""
        tags = self._window.reading.tags
        fresh = {tag.id: tag for tag in self._window.desk.tags.all()}
        words = self.tr(
            "“{one}” will be gone; its passages ({count}) will carry “{other}”. "
            "Undo brings it back."
        ).format(one=tags[source].name, count=fresh[source].passages, other=tags[target].name)
        box = self._box(words)
        merge = box.addButton(self.tr("Merge"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(merge)
        box.accepted.connect(lambda: self._window.tag_book.merge(source, target))
        self._open(box)

    def _box(self, words: str) -> QMessageBox:
        from PySide6.QtCore import Qt

        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(words)
        return box

    # Articles

    def edit_details(self, article_id: ArticleId) -> None:
        """Open what is known about an article."""
        from desk.ui.dialogs.article_details import ArticleDetails

        rows = self._window.desk.articles.rows_of([article_id])
        if rows:
            dialog = ArticleDetails(rows[0], self._window)
            dialog.submitted.connect(self._keep_details)
            self._open(dialog)

    def _keep_details(self, details: Details) -> None:
        self._window.shelf.edit(
            details.id,
            title=details.title,
            author=details.author,
            published=details.published,
            source=details.source,
        )

    def follow_link(self, address: str) -> None:
        """Show where a link leads, and open it if the reader wants to; web and mail only."""
        url = QUrl(address)
        if url.scheme().lower() not in SAFE_SCHEMES:
            words = self.tr("This link is not opened: {address}")
            self._window.messages.tell(words.format(address=address[:200]))
            return
        box = self._box(self.tr("Open this address in the browser?"))
        box.setInformativeText(url.toDisplayString())
        box.addButton(self.tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.accepted.connect(lambda: QDesktopServices.openUrl(url))
        self._open(box)

    # Export

    def export(self) -> None:
        """Open the export dialog."""
        from desk.ui.dialogs.export_csv import ExportCsv

        window = self._window
        folder = Path(window.settings.get(names.LAST_FOLDER) or Path.home())
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
        self._open(dialog)

    def _snapshot(self, choice: ExportChoice) -> exporting.Snapshot:
        desk = self._window.desk
        tags = exporting.branch(self._window.reading.tags.values(), choice.tags)
        return exporting.snapshot(desk, choice.rows, tags, choice.articles)

    def _look(self, choice: ExportChoice) -> Preview:
        from desk.ui.dialogs.export_csv import Preview

        found = self._snapshot(choice)
        first = list(islice(found.rows, PREVIEW_ROWS))
        guarded = csv_rows.cells_to_guard(found.rows)
        return Preview(found.columns, first, len(found.rows), guarded)

    def _ask_csv(self, path: Path) -> Path | None:
        filters = [self.tr("CSV (*.csv)"), self.tr("All files (*)")]
        return file_dialogs.ask_new_file(self._window, self.tr("Export as"), path, filters)

    def _export(self, choice: ExportChoice) -> None:
        window = self._window
        window.settings.set(names.LAST_FOLDER, str(choice.path.parent))
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
        from desk.ui.dialogs.reading_settings import ReadingSettings

        self._open(ReadingSettings(self._window.looks, self._window))

    def open_palette(self) -> None:
        """Find an action by a few letters."""
        from desk.ui.dialogs.palette import Palette

        if self._palette is None:
            self._palette = Palette(self._window, self._window.looks.theme)
            self._palette.chosen.connect(lambda name: self._window.actions_[name].trigger())
        self._palette.set_theme(self._window.looks.theme)
        self._palette.open_with(self._window.actions_.rows())

    def show_keys(self) -> None:
        """Show every key, and let it be changed."""
        from desk.ui.dialogs.keys import KeysSheet

        self._open(KeysSheet(self._window.looks.theme, self._window.actions_, self._window))

    def about(self) -> None:
        """Say what this is."""
        box = self._box(f"Reading Desk {__version__}")
        box.setInformativeText(
            self.tr("A desk for close reading. Everything stays in one file: {file}").format(
                file=self._window.desk.path
            )
        )
        box.addButton(self.tr("Close"), QMessageBox.ButtonRole.AcceptRole)
        self._open(box)
