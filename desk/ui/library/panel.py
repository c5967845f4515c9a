"""The library: every article of the desk, to sort, filter, search, open and put in order."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desk.core.article_filter import ArticleFilter
from desk.core.types import ArticleId, FolderId
from desk.store.listing import Order
from desk.ui.library.article_list import ArticleList
from desk.ui.library.empty import EmptyLibrary
from desk.ui.library.rows import LibraryRows, Source
from desk.ui.library.sorting import sort_menu
from desk.ui.looks.theme import Theme, icon
from desk.ui.saying import counted
from desk.ui.widgets.parts import (
    BAR_HEIGHT,
    MARGIN,
    Heading,
    SearchField,
    ShorterLabel,
    heading_row,
    icon_button,
)
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
        self.progress = ShorterLabel()
        self.filter_button = icon_button(
            "filter", theme, self.tr("Filter the library"), "library.filter"
        )
        self.filter_button.setCheckable(True)
        self.sort_button = icon_button("sort", theme, self.tr("Sort the library"), "library.sort")
        self.add_button = icon_button(
            "plus", theme, self.tr("Add articles from files"), "library.add"
        )
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
        heading = Heading(self.tr("Library"))
        self._head = QWidget()
        buttons = (self.filter_button, self.sort_button, self.add_button)
        head = self._head_layout = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        head.addLayout(heading_row(heading, self.progress, *buttons))
        layout.addWidget(self._head)
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
        self.add_button.clicked.connect(self.add_requested)
        self.sort_button.clicked.connect(self.show_sorting)
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

    def redraw(self) -> None:
        """Read what is in sight again; nothing came, went or moved."""
        self.model.redraw()

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
        self.add_button.setIcon(icon("plus", theme))
        self.filter_button.setIcon(icon("filter", theme))
        self.sort_button.setIcon(icon("sort", theme))
        self.list.viewport().update()

    # Order

    def show_sorting(self) -> None:
        """Ask how to sort, at the button."""
        menu = self.sorting()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.sort_button.mapToGlobal(self.sort_button.rect().bottomLeft()))

    def sorting(self) -> QMenu:
        """Return the orders to choose from, and the way to a new folder."""
        menu = sort_menu(self.model.order, self._sort, self)
        menu.addSeparator()
        menu.addAction(self.tr("New folder"), lambda: self.list.folder_requested.emit(None))
        return menu

    def _sort(self, order: Order) -> None:
        self.list.keeping_place(lambda: self.model.set_order(order))
        if self.list.currentIndex().isValid():
            self.list.scrollTo(self.list.currentIndex())
        self.layout_changed.emit()

    def set_wanted(self, wanted: ArticleFilter) -> None:
        """Show only what a filter lets through; the words in the field count too."""
        wanted = wanted._replace(words=self.field.text())
        self.list.keeping_place(lambda: self.model.set_wanted(wanted))
        self._show_state()
        self._show_list()
        self.layout_changed.emit()

    def set_chips(self, chips: QWidget) -> None:
        """Take the widget that shows what the library is filtered by."""
        chips.setContentsMargins(MARGIN, 0, MARGIN, 4)
        self._head_layout.addWidget(chips)

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
            self._head.hide()
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
        self.list.keeping_place(lambda: self.model.set_words(words))
        self._show_state()
        self.filter_changed.emit(words)

    def _show_state(self) -> None:
        """Say how many are done, or what to do where there is nothing to list."""
        done, total = self.model.done, self.model.total
        words = self.tr("{done} of {total} done").format(done=counted(done), total=counted(total))
        shorter = f"{counted(done)}/{counted(total)}"
        self.progress.set_words(words if total else "", shorter if total else "")
        self.filter_button.setChecked(self.model.wanted.is_on)
        self.empty.explain(self.field.text().strip(), self.model.wanted.is_on)
        if not self.shows_results():
            self._show_list()

    def _show_list(self) -> None:
        self._head.show()
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
