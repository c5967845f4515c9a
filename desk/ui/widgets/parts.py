"""Small widgets that several panels share."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desk.ui.actions.key_words import Speak, first_spoken, native, with_keys
from desk.ui.actions.table import first_key
from desk.ui.looks.theme import Theme, icon
from desk.ui.widgets import draw
from desk.ui.widgets.viewports import lie_flat

MARGIN = 12
BUTTON = 24
ACTION = "action"
"""The property of a button that names the action which does the same"""
HINTS = "hints"
"""The property of a widget with the keyboard: what its keys do, for the foot of the window"""
BAR_HEIGHT = 8
"""Pixels of the strip by which a panel in its place is moved"""


def plain_tip(text: str) -> str:
    """Return a tooltip that shows any text as it is; Qt would take "<b>" in it for markup."""
    # Not by the module `html`: it takes 1 ms of the start, for its table of 2,000 names.
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<qt>{escaped}</qt>" if text else ""


def tip_with_key(text: str, keys: str) -> str:
    """Return words for a tooltip that names the key."""
    return plain_tip(f"{text} ({keys})" if keys else text)


def set_tip(widget: QWidget, words: str, keys: str = "") -> None:
    """Show words, and the key, under the mouse; those who hear the window are told the same."""
    widget.setToolTip(tip_with_key(words, keys))
    if words == widget.accessibleName() and keys:
        words = keys  # the rest is said already
    elif keys:
        words = f"{words} ({keys})"
    widget.setAccessibleDescription(words)  # Qt would take the tooltip, and its marks with it


def set_hints(widget: QWidget, *words: str) -> None:
    """Say at the foot of the window what the keys do while a widget has the keyboard."""
    widget.setProperty(HINTS, [with_keys(hint, first_spoken) for hint in words])


def select_backwards(field: QLineEdit) -> None:
    """Select all with the cursor at the start: of long words the beginning is seen."""
    field.end(False)
    field.cursorBackward(True, len(field.text()))


def claims(event: QEvent, key: Qt.Key) -> bool:
    """Take a key for the widget that has the keyboard, before a shortcut of the window gets it."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    mine = event.key() == key and event.modifiers() == Qt.KeyboardModifier.NoModifier
    if mine:
        event.accept()
    return mine


class Heading(QLabel):
    """The title of a panel: small, spaced, muted."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        font = draw.small_font(self.font(), bold=True)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        self.setFont(font)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


class MutedLabel(QLabel):
    """Plain words that stand back."""

    def __init__(self, text: str = "", small: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        if small:
            self.setFont(draw.small_font(self.font()))


class KeyedLabel(MutedLabel):
    """Words that name keys as they are now: see `with_keys`."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._words = words
        self._speak: Speak = first_spoken
        self.setWordWrap(True)
        self._show()

    def set_words(self, words: str) -> None:
        """Say something else."""
        self._words = words
        self._show()

    def set_keys(self, speak: Speak) -> None:
        """Call the keys as `speak` does."""
        self._speak = speak
        self._show()

    def _show(self) -> None:
        self.setText(with_keys(self._words, self._speak))


class SearchField(QLineEdit):
    """A line to filter by; its key stands at the right while it is empty; Esc clears it."""

    def __init__(self, placeholder: str, theme: Theme, keys: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.keys = keys
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        set_tip(self, placeholder, keys)
        self.setMinimumHeight(32)

    def set_keys(self, keys: str) -> None:
        """Show another shortcut."""
        self.keys = keys
        set_tip(self, self.placeholderText(), keys)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the key beside the placeholder."""
        super().paintEvent(event)
        if not self.keys or self.text():
            return
        painter = QPainter(self)
        font = draw.small_font(self.font())
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        rect = self.rect().adjusted(MARGIN, 0, -10, 0)
        needed = painter.fontMetrics().horizontalAdvance(self.keys + self.placeholderText()) + 40
        if needed < self.width():
            end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            # Opposite to the placeholder, which Qt puts where its own first letter says.
            painter.setLayoutDirection(draw.direction_of(self.placeholderText()))
            painter.drawText(rect, end, self.keys)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Esc; an empty field leaves Esc to others."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class ShorterLabel(MutedLabel):
    """Words for which others stand where there is no room; the tooltip has them whole."""

    def __init__(self, small: bool = True) -> None:
        super().__init__(small=small)
        self._shorter = ""

    def set_words(self, words: str, shorter: str) -> None:
        """Show words, or the shorter ones."""
        self.setText(words)
        self._shorter = shorter
        set_tip(self, words)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Take no more room than the shorter words need."""
        width = self.fontMetrics().horizontalAdvance(self._shorter) + 2
        return QSize(width, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, or what has room."""
        fits = self.sizeHint().width() <= self.width()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw.words(painter, self.rect(), self.text() if fits else self._shorter)
        painter.end()


def set_margins(layout: QLayout, start: int, top: int, end: int, bottom: int) -> None:
    """Keep pixels free around a layout; its start is at the right where one reads from there."""
    left, right = (end, start) if QApplication.isRightToLeft() else (start, end)
    layout.setContentsMargins(left, top, right, bottom)


class EmptyState(QWidget):
    """What an empty panel says: what to do next, and a button for it."""

    def __init__(self, words: str, action: str = "") -> None:
        super().__init__()
        self.words = KeyedLabel(words)
        self.button = QPushButton(action)
        layout = QVBoxLayout(self)
        set_margins(layout, MARGIN + 2, 8, MARGIN, 8)
        layout.setSpacing(12)
        layout.addWidget(self.words)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.setVisible(bool(action))  # a child by now: else it would be a window
        layout.addStretch(1)

    def set_words(self, words: str) -> None:
        """Say something else."""
        self.words.set_words(words)


def icon_button(name: str, theme: Theme, words: str, action: str = "") -> QToolButton:
    """Return a flat button with a picture alone; its words are in its name and tooltip.

    The tooltip names the key of the action that does the same.
    """
    button = QToolButton()
    button.setIcon(icon(name, theme))
    button.setIconSize(QSize(16, 16))
    button.setFixedSize(BUTTON, BUTTON)
    button.setAutoRaise(True)
    _name(button, words, action)
    return button


def text_button(text: str, words: str, action: str = "") -> QToolButton:
    """Return a flat button with small words on it; its tooltip is as that of `icon_button`."""
    button = QToolButton()
    button.setText(text)
    button.setFont(draw.small_font(button.font()))
    _name(button, words, action)
    return button


def _name(button: QToolButton, words: str, action: str) -> None:
    button.setProperty(ACTION, action)
    button.setAccessibleName(words)
    set_tip(button, words, native(first_key(action)))


def heading_row(heading: Heading, *others: QWidget) -> QHBoxLayout:
    """Return a panel's first line: its title, then what stands at the right."""
    row = QHBoxLayout()
    set_margins(row, MARGIN + 2, 4, MARGIN - 4, 4)
    row.setSpacing(2)
    row.addWidget(heading)
    row.addSpacing(6)
    row.addStretch(1)
    for widget in others:
        row.addWidget(widget)
    return row


def scrolled(body: QWidget) -> QScrollArea:
    """Return a frameless area in which a panel's content scrolls where it is too high."""
    area = QScrollArea()
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    lie_flat(area)
    body.setAutoFillBackground(False)
    return area
