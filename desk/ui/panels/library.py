"""The library: every article of the desk, to filter, open, rename, mark and remove."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.core.text import make_visible
from desk.core.types import ArticleId, ArticleRow, Status
from desk.ui.parts import (
    MARGIN,
    EmptyState,
    Heading,
    MutedLabel,
    SearchField,
    heading_row,
    icon_button,
)
from desk.ui.rows import ArticleDelegate, ArticleRows, status_word
from desk.ui.theme import Theme, icon

STATUSES: tuple[Status, ...] = ("unread", "reading", "done")


class ArticleList(QListView):
    """The rows; tells what the reader wants with them."""

    open_requested = Signal(object)
    remove_requested = Signal(list)
    details_requested = Signal(object)
    status_requested = Signal(list, str)

    def __init__(self, model: ArticleRows, theme: Theme) -> None:
        super().__init__()
        self.rows = model
        self._pressed = QPersistentModelIndex()
        self.delegate = ArticleDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.setAccessibleName(self.tr("Articles"))
        self.setViewportMargins(6, 0, 6, 0)
        self.setMinimumHeight(60)

    def selected_ids(self) -> list[ArticleId]:
        """Return the selected articles from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.article(self.rows.index(row)).id for row in rows]

    def menu(self) -> QMenu:
        """Return what can be done with the selected articles."""
        menu = QMenu(self)
        ids = self.selected_ids()
        current = self.currentIndex()
        if len(ids) == 1:
            menu.addAction(self.tr("Open"), lambda: self.open_requested.emit(ids[0]))
            menu.addAction(self.tr("Rename"), "F2", lambda: self.edit(current))
            menu.addAction(self.tr("Details…"), lambda: self.details_requested.emit(ids[0]))
            menu.addSeparator()
        for status in STATUSES:
            words = self.tr("Mark as {status}").format(status=status_word(status))
            menu.addAction(words, partial(self.status_requested.emit, ids, status))
        menu.addSeparator()
        menu.addAction(self.tr("Remove"), "Del", lambda: self.remove_requested.emit(ids))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, remove by Delete."""
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.open_requested.emit(self.rows.article(current).id)
        elif event.matches(QKeySequence.StandardKey.Delete) and self.selected_ids():
            self.remove_requested.emit(self.selected_ids())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open by a plain click: pressed and released on one row."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if index.isValid() and index == self._pressed and plain and _is_left(event):
            self.open_requested.emit(self.rows.article(index).id)

    def _show_menu(self, point: QPoint) -> None:
        if self.selected_ids():
            menu = self.menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(point))


class LibraryPanel(QWidget):
    """The left column."""

    open_requested = Signal(object)
    """ArticleId"""
    remove_requested = Signal(list)
    """list[ArticleId]"""
    rename_requested = Signal(object, str)
    """ArticleId and the new title, typed in the list"""
    details_requested = Signal(object)
    """ArticleId"""
    status_requested = Signal(list, str)
    """list[ArticleId] and a Status"""
    add_requested = Signal()
    filter_changed = Signal(str)

    def __init__(self, theme: Theme, search_keys: str = "") -> None:
        super().__init__()
        self.model = ArticleRows()
        self.list = ArticleList(self.model, theme)
        self.field = SearchField(self.tr("Search"), theme, search_keys)
        self.progress = MutedLabel(small=True)
        self.add_button = icon_button("plus", theme, self.tr("Add articles from files"), "Ctrl+O")
        self.empty = EmptyState("", self.tr("Add files…"))
        self._build()
        self._connect()
        self._show_state()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, MARGIN, 0, 0)
        layout.setSpacing(4)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 0, MARGIN, 4)
        top.addWidget(self.field)
        layout.addLayout(top)
        heading = Heading(self.tr("Library"))
        layout.addLayout(heading_row(heading, self.progress, self.add_button))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.list.open_requested.connect(self.open_requested)
        self.list.remove_requested.connect(self.remove_requested)
        self.list.details_requested.connect(self.details_requested)
        self.list.status_requested.connect(self.status_requested)
        self.model.renamed.connect(self.rename_requested)
        self.add_button.clicked.connect(self.add_requested)
        self.empty.button.clicked.connect(self.add_requested)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)

    def set_articles(self, articles: Iterable[ArticleRow]) -> None:
        """Show these articles in this order; selection and scroll position are kept."""
        selected, scrolled = self.list.selected_ids(), self.list.verticalScrollBar().value()
        current = self._current_id()
        self.model.set_articles(articles)
        self._select(selected, current)
        self.list.verticalScrollBar().setValue(scrolled)
        self._show_state()

    def update_articles(self, articles: Iterable[ArticleRow]) -> None:
        """Redraw these articles, which are listed already."""
        self.model.update_articles(articles)
        self._show_state()

    def set_current(self, article_id: ArticleId | None) -> None:
        """Show which article is open and bring it into sight."""
        self.list.delegate.open_id = article_id
        row = self.model.row_of(article_id)
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))
        else:
            self.list.clearSelection()
        self.list.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.list.delegate.theme = theme
        self.add_button.setIcon(icon("plus", theme))
        self.list.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the field to the list: Down goes there, Enter opens the first article."""
        if watched is self.field and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter_list(opening=event.key() != Qt.Key.Key_Down)
                return True
        return super().eventFilter(watched, event)

    def _enter_list(self, opening: bool) -> None:
        first = self.model.index(0)
        if not first.isValid():
            return
        if not self.list.currentIndex().isValid() or opening:
            self.list.setCurrentIndex(first)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if opening:
            self.open_requested.emit(self.model.article(first).id)

    def _filter(self, words: str) -> None:
        selected, current = self.list.selected_ids(), self._current_id()
        self.model.set_filter(words)
        self._select(selected, current)
        self._show_state()
        self.filter_changed.emit(words)

    def _current_id(self) -> ArticleId | None:
        index = self.list.currentIndex()
        return self.model.article(index).id if index.isValid() else None

    def _select(self, ids: Iterable[ArticleId], current: ArticleId | None) -> None:
        """Select these again after the rows were replaced."""
        selection = self.list.selectionModel()
        flag = selection.SelectionFlag
        index = self.model.index(self.model.row_of(current))
        selection.setCurrentIndex(index, flag.NoUpdate)
        for article_id in ids:
            row: QModelIndex = self.model.index(self.model.row_of(article_id))
            selection.select(row, flag.Select)

    def _show_state(self) -> None:
        """Say how many are done, or what to do where there is nothing to list."""
        articles = self.model.all_articles()
        done = sum(article.status == "done" for article in articles)
        words = self.tr("{done} of {total} done").format(done=done, total=len(articles))
        self.progress.setText(words if articles else "")
        self.empty.button.setVisible(not articles)
        self.empty.set_words(self._empty_words())
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)

    def _empty_words(self) -> str:
        if self.model.all_articles():
            words = self.tr("Nothing here is called “{words}”. Esc in the field shows all.")
            return words.format(words=make_visible(self.field.text()))
        return self.tr("Nothing to read yet. Drop a text file here, or paste a text with Ctrl+V.")


def _is_left(event: QMouseEvent) -> bool:
    return event.button() == Qt.MouseButton.LeftButton
