"""Help for the search field: saved searches, what can be asked for, and the rest of a filter."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desk.core.completion import Unfinished, finished, unfinished
from desk.core.folding import folded
from desk.core.query import FILTERS
from desk.core.text import make_visible
from desk.store.desk import Desk
from desk.ui.looks.theme import Theme
from desk.ui.widgets.choices import ROW_HEIGHT, Choice, ChoiceList
from desk.ui.widgets.shadow import Shadow
from desk.ui.widgets.speech import announce
from desk.ui.words import noop

_WIDTH = 330
_SEEN = 12  # rows
_GAP = 4

# What can be typed, and what it asks for.
_WAYS = (
    ("tag:", noop("SearchHelp", "passages with a tag")),
    ("in:", noop("SearchHelp", "in a folder or an article")),
    ("author:", noop("SearchHelp", "by an author")),
    ("source:", noop("SearchHelp", "from a source")),
    ("date:", noop("SearchHelp", "from a year or a month")),
    ("is:", noop("SearchHelp", "unread, reading or done")),
    ("has:", noop("SearchHelp", "with a note, a tag, a passage")),
    ('"', noop("SearchHelp", "the words in this order")),
    ("-", noop("SearchHelp", "before a word: without it")),
    ("*", noop("SearchHelp", "after a word: what begins so")),
)


class _Search(NamedTuple):
    """A saved search, as the value of a row."""

    words: str


class SearchHelp(QFrame):
    """A list below the field, which keeps the keyboard; Down goes into it, Tab takes a row.

    A word that only begins as the name of a filter does is left to be a word: then Tab alone takes
    the name, while Down and Enter go to what is found.
    """

    search_chosen = Signal(str)
    """The words of a saved search"""

    def __init__(self, desk: Desk, field: QLineEdit, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._field = field
        self._unfinished: Unfinished | None = None
        self._typed = False
        self.list = ChoiceList(theme)
        self.rows = self.list.rows
        self.delegate = self.list.delegate
        self._shadow = Shadow(self, theme)
        self.hide()
        self._build()
        field.installEventFilter(self)
        field.textEdited.connect(self._follow_typing)
        field.textChanged.connect(self._follow)

    def _build(self) -> None:
        self.setObjectName("chooser")
        self.list.setAccessibleName(self.tr("What can be searched for"))
        self.list.clicked.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.list)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.delegate.theme = theme
        self._shadow.set_theme(theme)

    def refresh(self) -> None:
        """Offer what goes on from what is typed; nothing of it is chosen until Down is pressed."""
        choices = list(self._choices(self._field.text()))
        self.rows.set_choices(choices)
        self.list.setCurrentIndex(QModelIndex())
        self.setVisible(bool(choices) and self._field.hasFocus())
        self._place(len(choices))

    def _place(self, count: int) -> None:
        self.list.setFixedHeight(min(count, _SEEN) * ROW_HEIGHT)
        self.setFixedWidth(min(_WIDTH, self._window.width() - 2 * _GAP))
        self.adjustSize()
        corner = self._field.rect().bottomLeft()
        if self._field.isRightToLeft():
            corner = self._field.rect().bottomRight() - QPoint(self.width(), 0)
        place = self._field.mapTo(self._window, corner)
        self.move(max(_GAP, place.x()), place.y() + _GAP)
        self.raise_()

    def _follow_typing(self) -> None:
        self._typed = True
        self.refresh()

    def _follow(self, words: str) -> None:
        """Go when the field is emptied, unless that was done letter by letter."""
        if not words and not self._typed:
            self.hide()
        self._typed = False

    # What is offered

    def _choices(self, words: str) -> Iterable[Choice]:
        if not words.strip():
            self._unfinished = None
            return [*self._saved(), *self._ways()]
        self._unfinished = unfinished(words)
        return () if self._unfinished is None else self._endings(self._unfinished)

    def _saved(self) -> Iterator[Choice]:
        for search in self._desk.searches.all():
            shown = make_visible(search.words) if search.words != search.name else ""
            yield Choice(f"★ {make_visible(search.name)}", _Search(search.words), detail=shown)

    def _ways(self) -> Iterator[Choice]:
        for typed, words in _WAYS:
            yield Choice(typed, typed, detail=self.tr(words))

    def _endings(self, begun: Unfinished) -> Iterator[Choice]:
        """Yield what the filter that is being typed may become."""
        if begun.key is None:
            for way in self._ways():
                name = way.text.removesuffix(":")
                if name.startswith(begun.typed.lower()) and name != begun.typed.lower():
                    yield way._replace(value=name)
            return
        wanted = folded(begun.typed)
        found = [v for v in self._values(begun.key) if wanted in folded(v) and v != begun.typed]
        for value in sorted(found, key=lambda value: not folded(value).startswith(wanted)):
            yield Choice(make_visible(value), value)

    def _values(self, key: str) -> Sequence[str]:
        fixed = FILTERS[key]  # type: ignore[index]
        if fixed is not None:
            return fixed
        listing = self._desk.listing
        if key == "in":
            return list(dict.fromkeys(folder.name for folder in listing.folders()))
        return [value.words for value in listing.facets(key) if value.words]  # type: ignore[arg-type]

    def _take(self, index: QModelIndex) -> None:
        """Write what was chosen into the field, or run the search."""
        value = self.rows.choices[index.row()].value
        self.hide()
        if isinstance(value, _Search):
            self.search_chosen.emit(value.words)
            return
        words = self._field.text()
        begun = self._unfinished
        self._field.setText(
            f"{words}{value}" if begun is None else finished(words, begun, str(value))
        )
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    # The field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the keyboard goes, and take the keys that are meant for the list."""
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.isVisible() and self._handle(event)
        return super().eventFilter(watched, event)

    def _handle(self, event: QKeyEvent) -> bool:
        row = self.list.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Escape:
                self.hide()
            case Qt.Key.Key_Tab:
                self._take(self.rows.index(max(row, 0)))
            case _ if self._unfinished is not None and self._unfinished.key is None:
                return False  # a word, until the reader says that it is a filter
            case Qt.Key.Key_Down:
                self._go(row + 1)
            case Qt.Key.Key_Up if row >= 0:
                self._go(row - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row >= 0:
                self._take(self.list.currentIndex())
            case _:
                return False
        return True

    def _go(self, row: int) -> None:
        """Move to a row; above the first, none is chosen."""
        index = self.rows.index(min(row, self.rows.rowCount() - 1))
        self.list.setCurrentIndex(index)
        announce(self._field, str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))
