"""The library: every article of the desk, to sort, filter, search, open and put in order."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.core.article_filter import ArticleFilter
from desk.core.types import ArticleId, FolderId
from desk.store.listing import Order
from desk.ui.library.article_list import ArticleList
from desk.ui.library.empty import EmptyLibrary
from desk.ui.library.head import LibraryHead
from desk.ui.library.rows import LibraryRows, Source
from desk.ui.looks.theme import Theme
from desk.ui.widgets.parts import BAR_HEIGHT, MARGIN, SearchField
from desk.ui.widgets.stack import Stack


class LibraryPanel(QWidget):
    """The left column: the field, and under it the list or what a search found."""

    open_requested = Signal(object)
    """ArticleId"""
    remove_requested = Signal(list)
    """list[ArticleId]"""
    rename_requested = Signal(object, str)
    """ArticleId and the new title, typed in the list"""
    details_requested = Signal(list)
    """list[ArticleId]"""
    status_requested = Signal(list, str)
    """list[ArticleId] and a Status"""
    add_requested = Signal()
    filter_changed = Signal(str)
    results_wanted = Signal()
    """Enter in the field where nothing in the list fits: what the search found is wanted"""
    layout_changed = Signal()
    """The reader sorted or filtered, or opened or closed a folder"""
    field_entered = Signal(object)
    """The field has the keyboard now: Qt.FocusReason"""
    all_wanted = Signal()
    """Nothing is to be hidden any more"""

    def __init__(self, theme: Theme, search_keys: str = "") -> None:
        super().__init__()
        self.model = LibraryRows()
        self.list = ArticleList(self.model, theme)
        self.field = SearchField(self.tr("Search"), theme, search_keys)
        self.head = LibraryHead(theme)
        self.empty = EmptyLibrary()
        self._results: QWidget | None = None
        self._build()
        self._connect()
        self._show_state()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, MARGIN - BAR_HEIGHT, 0, 0)
        layout.setSpacing(4)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, 0, MARGIN, 4)
        top.addWidget(self.field)
        layout.addLayout(top)
        layout.addWidget(self.head)
        self._stack = Stack()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.list.open_requested.connect(self.open_requested)
        self.list.remove_requested.connect(self.remove_requested)
        self.list.details_requested.connect(self.details_requested)
        self.list.status_requested.connect(self.status_requested)
        self.list.folder_toggled.connect(self._toggle)
        self.model.renamed.connect(self.rename_requested)
        self.head.add_button.clicked.connect(self.add_requested)
        self.empty.add_requested.connect(self.add_requested)
        self.empty.all_requested.connect(self.all_wanted)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)

    def set_source(
        self,
        source: Source,
        order: Order = "added",
        closed: Iterable[FolderId] = (),
        wanted: ArticleFilter | None = None,
    ) -> None:
        """Show the articles of a desk, sorted, filtered and folded as they were left."""
        self.model.wanted = wanted or ArticleFilter()
        self.model.order = order
        self.model.closed = set(closed)
        self.model.set_source(source)
        self._show_state()

    def refresh(self) -> None:
        """Show the articles as they are now; selection and scroll position are kept."""
        self.list.keeping_place(self.model.refresh)
        self._show_state()

    def set_current(self, article_id: ArticleId | None) -> None:
        """Show which article is open and bring it into sight."""
        self.list.delegate.open_id = article_id
        row = self.model.row_of(article_id)
        if row >= 0:
            self.list.choose(self.model.index(row))
        else:
            self.list.clearSelection()
        self.list.viewport().update()

    def set_keys(self, key: Callable[[str], str]) -> None:
        """Name the keys that `key` returns for the names of actions."""
        self.field.set_keys(key("library.find"))
        self.list.key_of_move = key("library.move")

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.list.delegate.theme = theme
        self.head.set_theme(theme)
        self.list.viewport().update()

    # Filter and order

    def set_wanted(self, wanted: ArticleFilter) -> None:
        """Show only what a filter lets through; the words in the field count too."""
        wanted = wanted._replace(words=self.field.text())
        self.list.keeping_place(lambda: self.model.set_wanted(wanted))
        self._show_state()
        self.layout_changed.emit()

    def set_order(self, order: Order) -> None:
        """Sort the list; the current row stays in sight."""
        self.list.keeping_place(lambda: self.model.set_order(order))
        if self.list.currentIndex().isValid():
            self.list.scrollTo(self.list.currentIndex())
        self.layout_changed.emit()

    def _toggle(self, folder_id: FolderId, is_open: bool) -> None:
        self.list.keeping_place(lambda: self.model.set_open(folder_id, is_open))
        self.list.choose(self.model.index(self.model.row_of(-folder_id)))
        self.layout_changed.emit()

    # The field

    def set_results(self, results: QWidget) -> None:
        """Take the widget that shows what a search found; it is made when one is wanted."""
        self._results = results
        self._stack.addWidget(results)

    def show_results(self, shown: bool) -> None:
        """Show what the search found, or the list."""
        if shown and self._results is not None:
            self._stack.setCurrentWidget(self._results)
            self.head.show_filter_alone(True)
        else:
            self._show_list()

    def shows_results(self) -> bool:
        """Say whether it is what a search found that is seen."""
        return self._results is not None and self._stack.currentWidget() is self._results

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the field to the list: Down goes there, Enter opens the first article."""
        if watched is self.field and isinstance(event, QFocusEvent) and event.gotFocus():
            self.field_entered.emit(event.reason())
        if watched is self.field and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._leave_field(opening=event.key() != Qt.Key.Key_Down)
                return True
        return super().eventFilter(watched, event)

    def _leave_field(self, opening: bool) -> None:
        if self.shows_results() and self._results is not None and not opening:
            self._results.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.shows_results() or (opening and not self.model.rowCount()):
            self.results_wanted.emit()
        else:
            self._enter_list(opening)

    def _enter_list(self, opening: bool) -> None:
        first = self.model.index(0)
        if not first.isValid():
            return
        if not self.list.currentIndex().isValid() or opening:
            self.list.choose(first)
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if opening and self.model.key(first) > 0:
            self.open_requested.emit(ArticleId(self.model.key(first)))

    def _filter(self, words: str) -> None:
        wanted = self.model.wanted._replace(words=words)
        self.list.keeping_place(lambda: self.model.set_wanted(wanted))
        self._show_state()
        self.filter_changed.emit(words)

    def _show_state(self) -> None:
        """Say how many are done, or what to do where there is nothing to list."""
        is_filtered = self.model.wanted.is_on
        self.head.show_state(self.model.done, self.model.total, is_filtered)
        self.empty.explain(self.field.text().strip(), is_filtered)
        if not self.shows_results():
            self._show_list()

    def _show_list(self) -> None:
        self.head.show_filter_alone(False)
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
