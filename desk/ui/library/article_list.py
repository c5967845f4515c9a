"""The list of the library: what the reader does with articles and folders in it."""

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMenu

from desk.core.types import ArticleId, FolderId
from desk.ui.library.dragged_rows import parted
from desk.ui.library.lines import ArticleLine, FolderLine
from desk.ui.library.row_delegate import ArticleDelegate
from desk.ui.library.rows import LibraryRows
from desk.ui.looks.theme import Theme
from desk.ui.saying import counted
from desk.ui.widgets.clickable_list import ClickableList
from desk.ui.widgets.parts import claims, select_backwards, set_hints
from desk.ui.widgets.viewports import lie_flat

_Index = QModelIndex | QPersistentModelIndex
_KEYS_OF_FOLDERS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class ArticleList(ClickableList):
    """The rows; tells what the reader wants with them."""

    open_requested = Signal(object)
    remove_requested = Signal(list)
    folders_remove_requested = Signal(list)
    details_requested = Signal(list)
    read_otherwise_requested = Signal(object)
    """ArticleId: its file is to be read in another way"""
    status_requested = Signal(list, str)
    move_requested = Signal()
    folder_requested = Signal(object)
    """FolderId or None: a new folder is wanted in it"""
    folder_toggled = Signal(object, bool)
    """FolderId, and whether it is to be open"""

    def __init__(self, model: LibraryRows, theme: Theme) -> None:
        super().__init__()
        self.rows = model
        self.key_of_move = ""
        self.may_be_otherwise: Callable[[ArticleId], bool] = lambda article_id: True
        self.delegate = ArticleDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        lie_flat(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(True)  # drops go onto a row, never between two
        self.setAccessibleName(self.tr("Articles"))
        read, rename = self.tr("{Enter}: read"), self.tr("{F2}: rename")
        set_hints(self, read, rename, self.tr("{Esc}: back to the article"))
        self.setViewportMargins(6, 0, 6, 0)
        self.setMinimumHeight(60)

    def selected_keys(self) -> list[int]:
        """Return the keys of the selected rows from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.key(self.rows.index(row)) for row in rows]

    def selected_ids(self) -> list[ArticleId]:
        """Return the selected articles from top to bottom."""
        return parted(self.selected_keys())[0]

    def current_folder(self) -> FolderId | None:
        """Return the folder that the current row is, or lies in."""
        return self.rows.folder_at(self.currentIndex())

    def keeping_place(self, change: Callable[[], None]) -> None:
        """Change the rows; what was selected stays so, and the list does not jump.

        A row that was being named may move by it: it stays in sight and keeps the keyboard.
        """
        keys, current = self.selected_keys(), self._current_key()
        scrolled = self.verticalScrollBar().value()
        was_naming = self.viewport().isAncestorOf(QApplication.focusWidget() or self)
        change()
        self._select(keys, current)
        self.verticalScrollBar().setValue(scrolled)
        if was_naming:
            self.setFocus()
            self.scrollTo(self.currentIndex())

    def _current_key(self) -> int | None:
        index = self.currentIndex()
        return self.rows.key(index) if index.isValid() else None

    def _select(self, keys: Collection[int], current: int | None) -> None:
        """Select these again after the rows were replaced."""
        selection = self.selectionModel()
        flag = selection.SelectionFlag
        selection.setCurrentIndex(self.rows.index(self.rows.row_of(current)), flag.NoUpdate)
        for key in keys:
            selection.select(self.rows.index(self.rows.row_of(key)), flag.Select)

    def menu(self) -> QMenu:
        """Return what can be done with the selected rows."""
        from desk.ui.library.row_menu import RowMenu  # late: the first frame does without

        return RowMenu(self)

    def remove_selected(self) -> None:
        """Ask to have the selected rows removed."""
        articles, folders = parted(self.selected_keys())
        if articles:
            self.remove_requested.emit(articles)
        if folders:
            self.folders_remove_requested.emit(folders)

    def event(self, event: QEvent) -> bool:
        """Keep F2 for what is current here; in the window it means the open article."""
        return claims(event, Qt.Key.Key_F2) or super().event(event)

    def edit(self, index: _Index, *how: Any) -> Any:  # noqa: ANN401
        """Edit a name from its beginning; Qt has two of this, with how it began and without."""
        begun = super().edit(index, *how)
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit) and self.isAncestorOf(field):
            select_backwards(field)
        return begun

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, remove by Delete; open and close folders by the arrows."""
        if self.state() == QAbstractItemView.State.EditingState:
            return  # an editor that has no use for Enter passes it on
        line = self.rows.line(self.currentIndex()) if self.currentIndex().isValid() else None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and line is not None:
            self._activate(line)
        elif event.matches(QKeySequence.StandardKey.Delete) and self.selected_keys():
            self.remove_selected()
        elif event.key() in _KEYS_OF_FOLDERS and line is not None:
            self._fold(line, opening=event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def _activate(self, line: ArticleLine | FolderLine) -> None:
        if isinstance(line, ArticleLine):
            self.open_requested.emit(line.article.id)
        else:
            self.folder_toggled.emit(line.id, not line.is_open)

    def _fold(self, line: ArticleLine | FolderLine, opening: bool) -> None:
        """Open or close a folder; closing what is no open folder goes to the one it lies in."""
        if self.isRightToLeft():
            opening = not opening
        if isinstance(line, FolderLine) and line.is_open != opening:
            self.folder_toggled.emit(line.id, opening)
        elif not opening:
            self._go_up(line)

    def _go_up(self, line: ArticleLine | FolderLine) -> None:
        parents = {folder.id: folder.parent_id for folder in self.rows.folders()}
        above = line.article.folder_id if isinstance(line, ArticleLine) else parents.get(line.id)
        row = self.rows.row_of(None if above is None else -above)
        if row >= 0:
            self.choose(self.rows.index(row))

    def on_plain_click(self, index: QModelIndex) -> None:
        """Open the article, or the folder."""
        line = self.rows.line(index)
        if line is not None:
            self._activate(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row in sight where it was so: a strip below takes room."""
        rect = self.visualRect(self.currentIndex())
        was_seen = QRect(QPoint(), event.oldSize()).contains(rect.center())
        super().resizeEvent(event)
        if was_seen:
            self.scrollTo(self.currentIndex())

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802
        """Drag the selected rows under a small sign, which leaves in sight where they will go."""
        from desk.ui.widgets.dragging import drag_under_sign  # late: not for the first frame

        indexes = self.selectedIndexes()
        if not indexes:
            return
        words = str(indexes[0].data()) if len(indexes) == 1 else counted(len(indexes))
        drag_under_sign(self, self.rows.mimeData(indexes), words, self.delegate.theme)

    def _show_menu(self, point: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(point))
