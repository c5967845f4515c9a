"""A message that comes, offers to undo, and goes. It never takes the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QEnterEvent, QHideEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QToolButton

from desk.core.text import make_visible
from desk.ui.actions.key_words import native
from desk.ui.article.sheet import Sheet
from desk.ui.looks.theme import Theme
from desk.ui.widgets.parts import set_margins, set_tip

SECONDS = 7.0
"""How long a message of a line stays; a longer one stays longer, and the mouse on it keeps it."""
LETTERS = 80
"""How many letters are read in that time"""
MARGIN = 12  # pixels free above and below
_GAP = 8  # between words and buttons


class Toast(QFrame):
    """One message at the foot of the article, in room of its own; a new one replaces the old."""

    action_requested = Signal()
    """The button was pressed: Undo, or whatever word it bears"""
    shown = Signal(str)
    """The words of a message that came up"""

    def __init__(self, parent: Sheet, theme: Theme) -> None:
        super().__init__(parent)
        self._home = parent
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.button = QToolButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self._act)
        self.close_button = QToolButton()
        self.close_button.setObjectName("closeToast")
        self.close_button.setText("×")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button.setAccessibleName(self.tr("Close"))
        set_tip(self.close_button, self.tr("Close"), native("Esc"))
        self.close_button.clicked.connect(self.hide)
        self._pointer = QPoint()  # where the mouse was when the message came up under it
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.setObjectName("toast")
        layout = QHBoxLayout(self)
        set_margins(layout, 14, 8, 8, 8)
        layout.setSpacing(_GAP)
        layout.addWidget(self.label)
        layout.addWidget(self.button)
        layout.addWidget(self.close_button)
        self.set_theme(theme)
        parent.installEventFilter(self)
        self.hide()

    def show_message(self, words: str, action: str = "", keys: str = "") -> None:
        """Say something; `action` is the word on the button, `keys` what does the same."""
        text = make_visible(words)
        self.label.setText(text)
        self.label.setAccessibleName(text)
        self.setAccessibleName(text)
        self.button.setVisible(bool(action))
        self.button.setText(action)
        self.button.setAccessibleName(action)
        set_tip(self.button, action, keys)
        self._pointer = QCursor.pos()
        self.show()
        self.raise_()
        self._place()
        self._leave_keyboard()
        self._timer.start(round(1000 * SECONDS * max(1.0, len(text) / LETTERS)))
        self.shown.emit(text)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme: the colours of text and paper, exchanged."""
        self.setStyleSheet(
            f"#toast {{ background: {theme.text}; border-radius: 9px; }}"
            f"#toast QLabel {{ color: {theme.paper}; }}"
            f"#toast QToolButton {{ color: {theme.paper}; font-weight: 600;"
            f" text-decoration: underline; padding: 3px 8px; }}"
            f"#toast #closeToast {{ text-decoration: none; padding: 3px 6px; }}"
            f"#toast QToolButton:hover {{ background: {theme.muted}; }}"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle while the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the room back to the text."""
        super().hideEvent(event)
        self._home.keep_free("bottom", 0)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while the mouse is here; it does not count that the message came up under it."""
        if event.globalPosition().toPoint() != self._pointer:
            self._timer.stop()
        self._leave_keyboard()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go a while after the mouse has gone."""
        if not self._timer.isActive():
            self._timer.start(round(SECONDS * 500))
        super().leaveEvent(event)

    def _leave_keyboard(self) -> None:
        """Let a click on the message leave the keyboard where it is.

        From a widget that takes none, Qt hands it to the article below, unless a proxy has it.
        """
        focused = QApplication.focusWidget()
        if focused is not None:
            self.setFocusProxy(focused)

    def _act(self) -> None:
        self.hide()
        self.action_requested.emit()

    def _place(self) -> None:
        """Take the width the words need, as far as there is room; more words take more lines."""
        start, width = self._home.breadth()
        room = width - 48
        words = self.label.fontMetrics().horizontalAdvance(self.label.text()) + 2
        buttons = [b for b in (self.button, self.close_button) if not b.isHidden()]
        beside = sum(button.sizeHint().width() + _GAP for button in buttons)
        self.label.setFixedWidth(max(40, min(words, room - beside - 22, 520)))
        self.adjustSize()
        left = start + (width - self.width()) // 2
        self.move(left, self._home.height() - self.height() - MARGIN)
        self._home.keep_free("bottom", self.height() + 2 * MARGIN)
