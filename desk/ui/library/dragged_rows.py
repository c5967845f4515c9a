"""Rows of the library on the move: what goes with the mouse, and where it is dropped."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desk.core.types import ArticleId, FolderId
from desk.ui.widgets.counted_rows import CountedRows

_MIME_TYPE = "application/x-reading-desk-articles"
_Index = QModelIndex | QPersistentModelIndex


class DraggedRows(CountedRows):
    """Rows that the reader drags onto each other; those who know the desk move them."""

    moved = Signal(list, list, object)
    """(list[ArticleId], list[FolderId], FolderId or None): dropped there."""

    def key(self, index: _Index) -> int:
        """Return an article's id, or a folder's below zero."""
        raise NotImplementedError

    def folder_at(self, index: _Index) -> FolderId | None:
        """Return the folder that something dropped on a row goes into."""
        raise NotImplementedError

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Take our own rows alone; files are the window's."""
        return [_MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged rows."""
        data = QMimeData()
        keys = " ".join(str(self.key(index)) for index in indexes)
        data.setData(_MIME_TYPE, QByteArray(keys.encode()))
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Ask for rows to be moved to where they were dropped."""
        keys = [int(key) for key in bytes(data.data(_MIME_TYPE).data()).split()]
        if keys:
            self.moved.emit(*parted(keys), self.folder_at(parent))
        return False  # the rows move when the desk has changed, and Qt must not remove them


def parted(keys: Collection[int]) -> tuple[list[ArticleId], list[FolderId]]:
    """Return the articles and the folders among keys."""
    articles = [ArticleId(key) for key in keys if key > 0]
    return articles, [FolderId(-key) for key in keys if key < 0]
