"""What can be done with the selected rows of the library, as a menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desk.core.types import ArticleId, FolderId
from desk.ui.library.dragged_rows import parted
from desk.ui.library.lines import STATUSES, status_deed

if TYPE_CHECKING:
    from desk.ui.library.article_list import ArticleList


class RowMenu(QMenu):
    """Does with the rows what their list would do by key or mouse."""

    def __init__(self, rows: ArticleList) -> None:
        super().__init__(rows)
        self._list = rows
        articles, folders = parted(rows.selected_keys())
        if articles:
            self._add_articles(articles, alone=not folders)
        elif len(folders) == 1:
            self._add_folder(folders[0])
        if articles or folders:
            self.addAction(self.tr("Move to a folder…"), rows.key_of_move, rows.move_requested.emit)
            self.addSeparator()
        self.addAction(
            self.tr("New folder"), lambda: rows.folder_requested.emit(rows.current_folder())
        )
        if articles or folders:
            self.addSeparator()
            self.addAction(self.tr("Remove"), "Del", rows.remove_selected)

    def _add_articles(self, ids: list[ArticleId], alone: bool) -> None:
        rows = self._list
        if len(ids) == 1 and alone:
            self.addAction(self.tr("Open"), lambda: rows.open_requested.emit(ids[0]))
            self._add_rename()
        self.addAction(self.tr("Details…"), lambda: rows.details_requested.emit(ids))
        if len(ids) == 1 and alone and rows.may_be_otherwise(ids[0]):
            words = self.tr("Read otherwise…")
            self.addAction(words, lambda: rows.read_otherwise_requested.emit(ids[0]))
        self.addSeparator()
        for status in STATUSES:
            self.addAction(status_deed(status), partial(rows.status_requested.emit, ids, status))
        self.addSeparator()

    def _add_folder(self, folder_id: FolderId) -> None:
        rows = self._list
        is_open = folder_id not in rows.rows.closed
        words = self.tr("Close folder") if is_open else self.tr("Open folder")
        self.addAction(words, lambda: rows.folder_toggled.emit(folder_id, not is_open))
        self._add_rename()

    def _add_rename(self) -> None:
        rows = self._list
        self.addAction(self.tr("Rename"), "F2", lambda: rows.edit(rows.currentIndex()))
