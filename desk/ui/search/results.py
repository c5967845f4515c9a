"""What a search found, under the field: to go to, to tick, to tag."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.core.message import Message, message, plural
from desk.core.types import ArticleId, SearchHit, Tag
from desk.ui.looks.theme import Theme, icon
from desk.ui.saying import counted, said
from desk.ui.search.result_delegate import ResultDelegate
from desk.ui.search.result_rows import RESULT_ROLE, Group, More, ResultRows
from desk.ui.widgets.parts import MARGIN, MutedLabel, ShorterLabel, icon_button, set_margins
from desk.ui.widgets.viewports import lie_flat

_TICK_WIDTH = 32


class ResultList(QListView):
    """The rows; Enter goes, Space ticks."""

    wanted = Signal(object, bool)
    """SearchHit or ArticleId, and whether the keyboard goes along"""
    more_wanted = Signal(object)
    """ArticleId: all its sentences are wanted"""
    all_wanted = Signal()
    """Every place is to be ticked, those too that are not shown"""
    article_toggled = Signal(object)
    """ArticleId: all its places are to be ticked, or none; some of them are not shown"""
    tag_requested = Signal()
    left = Signal()
    """Esc: the search is over"""
    left_upwards = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = ResultRows()
        self.delegate = ResultDelegate(theme, self)
        self._pressed = QPersistentModelIndex()
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        lie_flat(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setViewportMargins(6, 0, 6, 0)
        self.setAccessibleName(self.tr("Found"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by Enter, tick by Space, all by Ctrl+A, tag by T, leave by Esc."""
        index = self.currentIndex()
        whole = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid():
                self.go(takes_keyboard=True)
            case Qt.Key.Key_Space if index.isValid():
                self._toggle(index)
            case Qt.Key.Key_A if whole:
                self._tick_all()
            case Qt.Key.Key_T:
                self.tag_requested.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Up if index.row() <= 0:
                self.left_upwards.emit()
            case _:
                super().keyPressEvent(event)

    def go(self, takes_keyboard: bool) -> None:
        """Ask for the place of the current row, or for what it stands for."""
        row = self.rows.rows[self.currentIndex().row()]
        if isinstance(row, More):
            self.more_wanted.emit(row.article_id)
            return
        self.wanted.emit(row.article_id if isinstance(row, Group) else row, takes_keyboard)

    def _tick_all(self) -> None:
        """Tick every place that was found; the second time none."""
        if self.rows.ticked and self.rows.are_ticked(self.rows.hits()):
            self.rows.tick(self.rows.chosen(), on=False)
        else:
            self.all_wanted.emit()

    def _toggle(self, index: QModelIndex | QPersistentModelIndex) -> None:
        row, hits = self.rows.rows[index.row()], self.rows.under(index)
        if isinstance(row, Group) and self.rows.left_out(row.article_id):
            self.article_toggled.emit(row.article_id)
        else:
            self.rows.tick(hits, on=not self.rows.are_ticked(hits))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick where the box is."""
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)
        if self._pressed.isValid() and self._on_box(event.position().toPoint()):
            self._toggle(self._pressed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go by a plain click; the keyboard stays here, for the next one."""
        super().mouseReleaseEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if index.isValid() and index == self._pressed and is_left and not self._on_box(spot):
            self.go(takes_keyboard=False)

    def _on_box(self, spot: QPoint) -> bool:
        rect: QRect = self.visualRect(self.indexAt(spot))
        inside = rect.right() - spot.x() if self.isRightToLeft() else spot.x() - rect.left()
        row = self.indexAt(spot).data(RESULT_ROLE)
        return not isinstance(row, More) and row.is_ticked is not None and inside < _TICK_WIDTH


class ResultsPanel(QWidget):
    """The rows, with a line above them that counts, tags and remembers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.list = ResultList(theme)
        self.count = ShorterLabel()
        self.trouble = MutedLabel()
        self.tag_button = QPushButton(self.tr("Tag…"))
        self.saved_button = icon_button("star", theme, self.tr("Saved searches"), "library.saved")
        self.setFocusProxy(self.list)
        self._build()
        self.list.rows.dataChanged.connect(self._count_ticks)
        self.list.rows.modelReset.connect(self._count_ticks)
        self.tag_button.clicked.connect(self.list.tag_requested)

    def _build(self) -> None:
        self.trouble.setWordWrap(True)
        self.trouble.setContentsMargins(MARGIN + 2, 0, MARGIN + 2, 0)
        self.trouble.hide()
        self.tag_button.setAutoDefault(False)
        self.tag_button.setAccessibleName(self.tr("Tag what is ticked"))
        top = QHBoxLayout()
        set_margins(top, MARGIN + 2, 0, MARGIN - 4, 0)
        top.addWidget(self.count, 1)
        top.addWidget(self.tag_button)
        top.addWidget(self.saved_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.trouble)
        layout.addWidget(self.list, 1)

    def show_hits(
        self,
        hits: Sequence[SearchHit],
        titled: Iterable[tuple[ArticleId, str]],
        tags: Mapping[SearchHit, tuple[Tag, ...]],
        more: bool,
    ) -> None:
        """Show what was found, and the tags that are on it; `more` says that it is not all."""
        selection = self.list.currentIndex().row()
        self.list.rows.show(hits, titled, tags)
        groups = sum(isinstance(row, Group) for row in self.list.rows.rows)
        places = self.list.rows.places()
        self._words = said(_found(places, groups, more))
        self.trouble.hide()
        self._count_ticks()
        if self.list.hasFocus():
            row = min(max(selection, 0), self.list.rows.rowCount() - 1)
            self.list.selectionModel().setCurrentIndex(
                self.list.rows.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def show_trouble(self, words: str) -> None:
        """Say why nothing can be found."""
        self.list.rows.show(())
        self._words = self.tr("Nothing found")
        self._count_ticks()
        self.trouble.setText(words)
        self.trouble.show()

    _words = ""

    def _count_ticks(self) -> None:
        ticked = len(self.list.rows.ticked)
        shorter = plural(self.list.rows.places(), "1 place", "%Ln places")
        if ticked:
            words = said(plural(ticked, "1 ticked", "%Ln ticked"))
            self.count.set_words(words, counted(ticked))
        else:
            self.count.set_words(self._words, said(shorter))
        self.tag_button.setVisible(bool(self.list.rows.hits()))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.list.delegate.theme = theme
        self.saved_button.setIcon(icon("star", theme))
        self.list.viewport().update()


def _found(places: int, articles: int, more: bool) -> Message:
    """Say how much was found; with `more`, that this is not all."""
    told = message(
        "{places} {in_articles}",
        places=plural(places, "1 place", "%Ln places"),
        in_articles=plural(articles, "in 1 article", "in %Ln articles"),
    )
    if not places:
        told = plural(articles, "1 article", "%Ln articles")
    return message("{found}, and more", found=told) if more else told
