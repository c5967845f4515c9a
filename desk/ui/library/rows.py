"""The library as rows: folders with their articles under them, known by number until shown."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desk.core.article_filter import ArticleFilter
from desk.core.text import make_visible
from desk.core.types import ArticleId, ArticleRow, Folder, FolderId
from desk.store.listing import Listed, Order
from desk.ui.library.arrangement import Arrangement, arranged, summed
from desk.ui.library.dragged_rows import DraggedRows
from desk.ui.library.lines import ArticleLine, FolderLine, details, spoken
from desk.ui.widgets.counted_rows import PLAIN
from desk.ui.widgets.parts import plain_tip

LINE_ROLE = Qt.ItemDataRole.UserRole

_OF_ROWS = (
    PLAIN
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)
_PAGE = 64  # rows that are read at once
_MOST_KEPT = 2048  # rows kept at hand; a screen shows some thirty

_Index = QModelIndex | QPersistentModelIndex


class Source(Protocol):
    """Where the rows come from: `desk.listing`."""

    def ids(self, order: Order, wanted: ArticleFilter) -> Sequence[Listed]:
        """Return all articles that a filter lets through, in an order."""

    def rows_of(self, ids: Iterable[ArticleId]) -> Sequence[ArticleRow]:
        """Return what is known about some of them."""

    def folders(self) -> Sequence[Folder]:
        """Return every folder by name."""


class _Known:
    """What is known about the articles in sight, read a page at a time."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._rows: dict[int, ArticleRow] = {}

    def clear(self) -> None:
        """Read everything again when it is next shown."""
        self._rows.clear()

    def get(self, keys: Sequence[int], row: int) -> ArticleRow | None:
        """Return the article of a row, None if it is gone."""
        if keys[row] not in self._rows:
            if len(self._rows) > _MOST_KEPT:
                self._rows.clear()
            first = row - row % _PAGE
            wanted = [ArticleId(key) for key in keys[first : first + _PAGE] if key > 0]
            self._rows.update((article.id, article) for article in self._source.rows_of(wanted))
        return self._rows.get(keys[row])


class LibraryRows(DraggedRows):
    """The rows of open folders, or, under a filter, the articles that hold its words."""

    renamed = Signal(object, str)
    """(ArticleId, str): the reader typed another title in the list."""
    folder_renamed = Signal(object, str)
    """(FolderId, str)"""

    def __init__(self) -> None:
        super().__init__()
        self.order: Order = "added"
        self.wanted = ArticleFilter()
        self.closed: set[FolderId] = set()
        self.done, self.total = 0, 0
        self._source: Source | None = None
        self._known: _Known | None = None
        self._shown = Arrangement()
        self._folders: dict[FolderId, Folder] = {}
        self._done: Mapping[FolderId, int] = {}

    def set_source(self, source: Source) -> None:
        """Show what this source has."""
        self._source = source
        self._known = _Known(source)
        self.refresh()

    def refresh(self) -> None:
        """Ask the source again; rows that did not move are only drawn anew."""
        if self._source is None or self._known is None:
            return
        listed = self._source.ids(self.order, self.wanted)
        done = [folder_id for _, folder_id, is_done in listed if is_done]
        self.done, self.total = len(done), len(listed)
        self._folders = {folder.id: folder for folder in self._source.folders()}
        folders = () if self.wanted.words.strip() else tuple(self._folders.values())
        shown = arranged(listed, folders, self.closed, hide_empty=self.wanted.is_on)
        self._done = summed(folders, Counter(folder_id for folder_id in done if folder_id))
        if shown.looks_like(self._shown):
            self._shown = shown
            self.redraw()
            return
        self._known.clear()
        self._shown = shown
        self.reset_rows(len(shown.keys))

    def redraw(self) -> None:
        """Read what is in sight again; nothing came, went or moved."""
        if self._known is not None:
            self._known.clear()
        if self._shown.keys:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown.keys) - 1))

    def set_wanted(self, wanted: ArticleFilter) -> None:
        """Show only what a filter lets through."""
        self.wanted = wanted
        self.refresh()

    def set_order(self, order: Order) -> None:
        """Sort otherwise."""
        self.order = order
        self.refresh()

    def set_open(self, folder_id: FolderId, is_open: bool) -> None:
        """Show or hide what lies in a folder."""
        (self.closed.discard if is_open else self.closed.add)(folder_id)
        self.refresh()

    # What the panel asks

    def article_ids(self) -> Sequence[ArticleId]:
        """Return all articles in the order shown, those in closed folders too."""
        return self._shown.ids

    def key(self, index: _Index) -> int:
        """Return an article's id, or a folder's below zero."""
        return self._shown.keys[index.row()]

    def row_of(self, key: int | None) -> int:
        """Return the row of an article or folder, -1 where it is not shown."""
        return self._shown.row_of(key)

    def folders(self) -> Sequence[Folder]:
        """Return all folders by name."""
        return list(self._folders.values())

    def line(self, index: _Index) -> ArticleLine | FolderLine | None:
        """Return what a row shows; None for an article that is gone by now."""
        row = index.row()
        key, depth = self._shown.keys[row], self._shown.depths[row]
        if key < 0:
            folder = self._folders[FolderId(-key)]
            count = self._shown.counts.get(folder.id, 0)
            is_open, done = folder.id not in self.closed, self._done.get(folder.id, 0)
            return FolderLine(folder.id, folder.name, depth, is_open, count, done)
        article = self._known.get(self._shown.keys, row) if self._known else None
        return ArticleLine(article, depth) if article else None

    # What Qt asks

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let titles be edited in place; let all be dragged, and dropped onto all."""
        return _OF_ROWS if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a row shows, tells on hovering and says aloud."""
        line = self.line(index) if index.isValid() else None
        if line is None:
            return None
        name = line.article.title if isinstance(line, ArticleLine) else line.name
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return make_visible(name)
            case Qt.ItemDataRole.EditRole:
                return name
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(details(line))
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(line)
            case Qt.ItemDataRole.UserRole:
                return line
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Ask for another name; the row changes when the desk has changed."""
        line, name = self.line(index), str(value).strip()
        if role != Qt.ItemDataRole.EditRole or line is None:
            return False
        if name in ("", self.data(index, Qt.ItemDataRole.EditRole)):
            return False
        if isinstance(line, ArticleLine):
            self.renamed.emit(line.article.id, name)
        else:
            self.folder_renamed.emit(line.id, name)
        return True

    def folder_at(self, index: _Index) -> FolderId | None:
        """Return the folder of a row: itself, or the one that its article lies in."""
        line = self.line(index) if index.isValid() else None
        if isinstance(line, FolderLine):
            return line.id
        return line.article.folder_id if line else None
