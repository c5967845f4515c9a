"""A line to type in, with the rows that fit below it: the tag box and the palette are such.

It is a child of the window and no window of its own: input methods work in it as anywhere, and
it comes and goes without a flicker.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desk.ui.looks.theme import Theme
from desk.ui.widgets.choices import ROW_HEIGHT, Choice, ChoiceList
from desk.ui.widgets.parts import MutedLabel
from desk.ui.widgets.shadow import Shadow
from desk.ui.widgets.speech import announce, is_heard

ROWS_SEEN = 8
WIDTH = 340
REST = 150  # milliseconds without a key after which the box has no more height than its rows

_EDGE = 8
_LINE = 24  # about the height of a line, so as not to cover the one at the point


class Chooser(QFrame):
    """Field and rows. `find` returns the rows for what is typed."""

    closed = Signal()

    def __init__(
        self, parent: QWidget, theme: Theme, find: Callable[[str], Sequence[Choice]]
    ) -> None:
        super().__init__(parent)
        self._home = parent
        self.field = QLineEdit()
        self.list = ChoiceList(theme)
        self.rows = self.list.rows
        self.hint = MutedLabel()
        self._shadow = Shadow(self, theme)
        self.delegate = self.list.delegate
        self._find = find
        self._before: QWidget | None = None
        self._foot: int | None = None  # where the box ends when it stands above its point
        self.up = _LINE  # pixels from the point up to where the box may end when it stands above
        self.wanted_width = WIDTH
        self._rows_wanted = 0
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._shrink)
        self.hide()
        self._build()
        self.set_theme(theme)
        self.field.textChanged.connect(self.refresh)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._take(index, stay=False))

    def _build(self) -> None:
        self.setObjectName("chooser")
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(_EDGE, 0, _EDGE, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        layout.addWidget(self.hint)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.delegate.theme = theme
        self._shadow.set_theme(theme)

    def popup_at(self, point: QPoint) -> None:
        """Come up below a point of the screen, or above it where there is no room below."""
        self._before = QApplication.focusWidget()
        self.list.setAccessibleName(self.field.accessibleName())
        self._foot = None
        self.refresh()
        window = self._home
        place = window.mapFromGlobal(point)
        left = max(_EDGE, min(place.x(), window.width() - self.width() - _EDGE))
        top = place.y() + 4
        if top + self.height() > window.height() - _EDGE:
            self._foot = max(place.y() - self.up, self.height() + _EDGE)
            top = self._foot - self.height()
        self.move(left, top)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Go away; the keyboard returns to where it was."""
        if not self.isHidden():
            self._give_back_keyboard()
            self.closed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was typed.

        Done as the box comes, it would move the caret, and a screen reader that hears of that
        before the keyboard arrives does not say where it is.
        """
        super().hideEvent(event)
        with QSignalBlocker(self.field):
            self.field.clear()

    def refresh(self) -> None:
        """Find the rows for what is typed."""
        found = self._find(self.field.text())
        told = [choice.text for choice in found if choice.value is None]
        self.hint.setText("\n".join(told))
        choices = [choice for choice in found if choice.value is not None] if told else found
        self.rows.set_choices(choices)
        self.list.setCurrentIndex(self.rows.index(self.first_row(choices)))
        self._say_first()
        self._fit(len(choices))

    def _say_first(self) -> None:
        """Let those hear it who do not see which row Enter takes, or that there is none."""
        if self.isVisible() and is_heard():
            index = self.list.currentIndex()
            spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) if index.isValid() else ""
            announce(self.field, spoken or self.hint.text())

    def first_row(self, choices: Sequence[Choice]) -> int:
        """Return the row that Enter takes when no arrow was pressed."""
        return 0

    def take(self, choice: Choice, stay: bool) -> None:
        """Do what a chosen row stands for; a subclass says what."""
        raise NotImplementedError

    def handle_key(self, event: QKeyEvent) -> bool:
        """Handle a key in the field; return whether it was one of ours."""
        current = self.list.currentIndex()
        match event.key():
            case Qt.Key.Key_Escape:
                self.dismiss()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._take(current, stay=shifted)
            case Qt.Key.Key_Up:
                self._go(current.row() - 1)
            case Qt.Key.Key_Down:
                self._go(current.row() + 1)
            case Qt.Key.Key_PageUp:
                self._go(max(0, current.row() - ROWS_SEEN))
            case Qt.Key.Key_PageDown:
                self._go(min(self.rows.rowCount() - 1, current.row() + ROWS_SEEN))
            case _:
                return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list from the field, before any shortcut of the window."""
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self.handle_key(event)
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
            self.dismiss()
        return super().eventFilter(watched, event)

    def _take(self, index: QModelIndex, stay: bool) -> None:
        if not index.isValid():
            return
        choice = self.rows.choices[index.row()]
        if not stay:
            self._give_back_keyboard()
        self.take(choice, stay)
        if stay:
            self.field.clear()
            self.refresh()
        else:
            self.closed.emit()

    def _give_back_keyboard(self) -> None:
        # Before the box goes: Qt would give the keyboard to whatever comes next, for a moment.
        if self.field.hasFocus() and self._before and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def _go(self, row: int) -> None:
        """Move to a row; past either end to the other."""
        count = self.rows.rowCount()
        if count:
            self.list.setCurrentIndex(self.rows.index(row % count))
            announce(self.field, self.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))

    def _fit(self, count: int) -> None:
        """Have room for so many rows: at once where it takes more, at rest where it takes less.

        A box that jumps under the letters as they are typed is a restless one, and to draw the
        article that comes to light takes longer than the key.
        """
        self._rows_wanted = min(count, ROWS_SEEN)
        self.hint.setVisible(bool(self.hint.text()))
        if self.isVisible() and self._rows_wanted * ROW_HEIGHT < self.list.height():
            self._rest.start()
        else:
            self._fit_list()
        self._fit_around()

    def _shrink(self) -> None:
        self._fit_list()
        self._fit_around()

    def _fit_list(self) -> None:
        self._rest.stop()
        self.list.setFixedHeight(self._rows_wanted * ROW_HEIGHT)
        self.list.setVisible(self._rows_wanted > 0)

    def _fit_around(self) -> None:
        room = self._home.width() - 2 * _EDGE
        self.setFixedWidth(min(self.wanted_width, max(room, 120)))
        self.adjustSize()
        if self._foot is not None:
            self.move(self.x(), self._foot - self.height())


_OWN_KEYS = (
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Tab,
)

_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
