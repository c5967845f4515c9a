"""All passages of the desk, or all its notes: to filter, to go to, to tag and to remove."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.core.message import plural
from desk.core.row_filter import ListRow
from desk.ui.looks.theme import Theme
from desk.ui.passage_list.filter import ListFilter, Wanted
from desk.ui.passage_list.rows import PassageDelegate, PassageRows
from desk.ui.passage_list.unread import UnreadRows
from desk.ui.saying import counted, said
from desk.ui.widgets.clickable_list import ClickableList
from desk.ui.widgets.parts import MARGIN, EmptyState, set_hints, text_button
from desk.ui.widgets.stack import Stack
from desk.ui.widgets.viewports import lie_flat

Kind = Literal["passages", "notes"]


class PassageListView(ClickableList):
    """The rows; several can be selected at once."""

    go_requested = Signal(object, bool)
    """ListRow, and whether it was asked for by the keyboard"""
    menu_requested = Signal(QPoint)

    def __init__(self, rows: PassageRows, theme: Theme) -> None:
        super().__init__()
        self.rows = rows
        self.delegate = PassageDelegate(theme, rows, self)
        self.setModel(rows)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        lie_flat(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.setViewportMargins(6, 0, 6, 0)
        self.setMinimumHeight(60)
        set_hints(
            self,
            self.tr("1–9 tags what is selected"),
            self.tr("{Enter}: go there"),
            self.tr("{Esc}: back to the article"),
        )

    def selected_rows(self) -> list[ListRow]:
        """Return what is selected, from top to bottom; if nothing is, where the keyboard is."""
        found = self.selectionModel().selectedRows()
        numbers = sorted(index.row() for index in found or [self.currentIndex()] if index.isValid())
        return [self.rows.row(self.rows.index(number)) for number in numbers]

    def current_row(self) -> ListRow | None:
        """Return the row that the keyboard is on."""
        index = self.currentIndex()
        return self.rows.row(index) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by Enter; letters look for nothing here."""
        row = self.current_row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.go_requested.emit(row, True)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Leave letters to the actions: quotes begin with any of them."""

    def on_plain_click(self, index: QModelIndex) -> None:
        """Go there."""
        self.go_requested.emit(self.rows.row(index), False)

    def _ask_menu(self, point: QPoint) -> None:
        if self.selectionModel().hasSelection():
            self.menu_requested.emit(self.viewport().mapToGlobal(point))


class Kept(NamedTuple):
    """What is selected and where the list stands, while its rows are replaced.

    `number` is the row that the keyboard is on in place of one that went.
    """

    selected: Sequence[int]
    current: int | None
    number: int
    scrolled: int


class PassagesPanel(QWidget):
    """The list under its filter, with a switch between passages and notes."""

    kind_changed = Signal()
    new_note_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.kind: Kind = "passages"
        self.model = PassageRows()
        self.list = PassageListView(self.model, theme)
        self.filter = ListFilter(theme)
        self.filter.find_coders = self.model.coders
        self.passages_button = _switch(self.tr("Passages"), self.tr("Show all passages"))
        self.notes_button = _switch(self.tr("Notes"), self.tr("Show all notes"))
        self.new_button = text_button(self.tr("New +"), self.tr("New note"), "notes.new")
        self.empty = EmptyState("", self.tr("Show all"))
        self._build()
        self._connect()
        self.set_kind("passages")

    def _build(self) -> None:
        self.switch = QButtonGroup(self)
        top = QHBoxLayout()
        top.setContentsMargins(MARGIN - 4, 2, MARGIN - 4, 2)
        top.setSpacing(2)
        for button in (self.passages_button, self.notes_button):
            self.switch.addButton(button)
            top.addWidget(button)
        top.addStretch(1)
        top.addWidget(self.new_button)
        self._stack = Stack()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.filter)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.passages_button.clicked.connect(lambda: self._choose("passages"))
        self.notes_button.clicked.connect(lambda: self._choose("notes"))
        self.new_button.clicked.connect(self.new_note_requested)
        self.empty.button.clicked.connect(self._help)
        self.list.selectionModel().selectionChanged.connect(self._show_count)
        self.filter.field.installEventFilter(self)

    def set_kind(self, kind: Kind) -> None:
        """Say which of the two is listed."""
        if kind != self.kind:
            self.kind = kind
            self.model.set_rows(())  # an id means another thing from here on
            self.list.scrollToTop()
        notes = kind == "notes"
        self.notes_button.setChecked(notes)
        self.passages_button.setChecked(not notes)
        self.filter.is_of_notes = notes
        self.filter.show_chips()
        self.list.setAccessibleName(self.tr("Notes") if notes else self.tr("Passages"))

    def set_rows(self, rows: Iterable[ListRow] | UnreadRows) -> None:
        """List these."""
        kept = self._keep()
        if isinstance(rows, UnreadRows):
            self.model.set_unread(rows)
        else:
            self.model.set_rows(rows)
        self._restore(kept)

    def arrange(self) -> None:
        """Filter and sort anew."""
        kept = self._keep()
        self.model.arrange()
        self._restore(kept)

    def update_rows(self, moved: Sequence[ListRow], gone: Iterable[int]) -> None:
        """Take in what came or changed, and drop what went; the keyboard stays where it was."""
        kept = self._keep()
        self.model.update_rows(moved, gone)
        if self.list.currentIndex().isValid() and self.model.rowCount():
            self._show_state()
        else:
            self._restore(kept)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.list.delegate.theme = theme
        self.list.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the field to the list by Down or Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self.filter.field and event.key() in keys:
                self.enter_list()
                return True
        return super().eventFilter(watched, event)

    def show_row(self, number: int) -> None:
        """Make a row the current one, in sight; several that are selected stay so."""
        if number >= 0 and len(self.list.selectionModel().selectedRows()) < 2:
            self.list.choose(self.model.index(number))

    def enter_list(self) -> None:
        """Put the keyboard on the list, or on what can be done where it is empty."""
        if not self.model.rowCount():
            self.filter.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.list.currentIndex().isValid():
            self.list.choose(self.model.index(0))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, kind: Kind) -> None:
        if kind != self.kind:
            self.set_kind(kind)
            self.kind_changed.emit()

    def _help(self) -> None:
        if self.filter.wanted != Wanted():
            self.filter.clear()
        else:
            self.new_note_requested.emit()

    def _keep(self) -> Kept:
        current = self.list.current_row()
        found = self.list.selectionModel().selectedRows()
        selected = [self.model.row(index).id for index in found]
        number = min((i.row() for i in found), default=self.list.currentIndex().row())
        scrolled = self.list.verticalScrollBar().value()
        return Kept(selected, current.id if current else None, number, scrolled)

    def _restore(self, kept: Kept) -> None:
        """Select again what is still there; where nothing is, what stands in its place."""
        number = self.model.number_of(kept.current)
        if number < 0 and kept.number >= 0:
            number = min(kept.number, self.model.rowCount() - 1)
        rows = {self.model.number_of(row_id) for row_id in kept.selected} - {-1}
        chosen = sorted(rows or ({number} if kept.selected else set()) - {-1})
        selection = self.list.selectionModel()
        flag = selection.SelectionFlag
        selection.setCurrentIndex(self.model.index(number), flag.NoUpdate)
        selection.select(self._selection(chosen), flag.ClearAndSelect)
        self.list.verticalScrollBar().setValue(kept.scrolled)
        self._show_state()

    def _selection(self, numbers: list[int]) -> QItemSelection:
        """Return rows as a selection, those that follow on each other as one range."""
        selection = QItemSelection()
        first = 0
        for place, number in enumerate(numbers):
            if place + 1 == len(numbers) or numbers[place + 1] != number + 1:
                selection.select(self.model.index(numbers[first]), self.model.index(number))
                first = place + 1
        return selection

    def _show_state(self) -> None:
        """Say how many there are, or what to do where there is nothing to list."""
        shown, total = self.model.rowCount(), self.model.total()
        self._show_count()
        filtered = total > 0
        self.empty.set_words(self._empty_words(filtered))
        notes = self.kind == "notes"
        self.empty.button.setText(self.tr("Show all") if filtered else self.tr("New note"))
        self.empty.button.setVisible(filtered or notes)
        self._stack.setCurrentIndex(0 if shown else 1)

    def _show_count(self) -> None:
        """Say how many are shown; where several are selected, how many that are."""
        shown, total = self.model.rowCount(), self.model.total()
        selected = len(self.list.selectionModel().selectedRows())
        words = self.tr("{shown} of {total}").format(shown=counted(shown), total=counted(total))
        if selected > 1:
            words = said(plural(selected, "1 selected", "%Ln selected"))
        elif shown == total:
            words = counted(total)
        self.filter.count.setText(words)

    def _empty_words(self, filtered: bool) -> str:
        if filtered:
            return self.tr("Nothing here fits the filter.")
        if self.kind == "notes":
            return self.tr(
                "No notes yet. In the article, {passage.note} writes one on what is selected and "
                "{article.note} one on the article. A free note is about nothing but itself:"
            )
        return self.tr(
            "Nothing is marked yet. Select words in the article and use 1 to 9, {passage.tag} or "
            "{passage.highlight}: every passage of every article is then listed here."
        )


def _switch(text: str, words: str) -> QToolButton:
    button = text_button(text, words)
    button.setObjectName("switch")
    button.setCheckable(True)
    return button
