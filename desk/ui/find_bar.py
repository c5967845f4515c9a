"""The line to find words in the article: field, count, and where to go."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from desk.ui.parts import MutedLabel, icon_button, tip_with_key
from desk.ui.theme import Theme, icon


class FindBar(QFrame):
    """Asks for words; `changed` says that they or the way to look for them are other ones."""

    changed = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._home = parent
        self.setObjectName("findBar")
        self.field = QLineEdit()
        # A click on one of the buttons would else give the keyboard to the article below.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.field)
        self.field.setPlaceholderText(self.tr("Find in the article"))
        self.field.setAccessibleName(self.tr("Find in the article"))
        self.field.setMinimumWidth(160)
        self.count = MutedLabel()
        self.case = self._switch("Aa", self.tr("Match upper and lower case"))
        self.regex = self._switch(".*", self.tr("Regular expression"))
        self.previous = icon_button("previous", theme, self.tr("Previous hit"), "Shift+F3")
        self.next = icon_button("next", theme, self.tr("Next hit"), "F3")
        self.close_button = icon_button("close", theme, self.tr("Close"), "Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(6)
        for part in (self.field, self.count, self.case, self.regex):
            row.addWidget(part)
        for part in (self.previous, self.next, self.close_button):
            row.addWidget(part)
        self._connect()
        self.set_theme(theme)
        self.hide()

    def _switch(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        button.setToolTip(tip_with_key(tip, ""))
        button.setAccessibleName(tip)
        return button

    def _connect(self) -> None:
        self.field.textChanged.connect(self.changed)
        self.case.toggled.connect(self.changed)
        self.regex.toggled.connect(self.changed)
        self.next.clicked.connect(self.next_wanted)
        self.previous.clicked.connect(self.previous_wanted)
        self.close_button.clicked.connect(self.dismiss)
        self.installEventFilter(self)
        self.field.installEventFilter(self)
        self._home.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.setStyleSheet(
            f"#findBar {{ background: {theme.field}; border: 1px solid {theme.line};"
            " border-radius: 9px; }"
            f"QToolButton:checked {{ background: {theme.row_selected}; color: {theme.text}; }}"
        )
        for button, name in (
            (self.previous, "previous"),
            (self.next, "next"),
            (self.close_button, "close"),
        ):
            button.setIcon(icon(name, theme))

    def open(self, words: str = "") -> None:
        """Come up, with words to look for if there are any, and take the keyboard."""
        self.show()
        self.raise_()
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._place()
        self.changed.emit()

    def dismiss(self) -> None:
        """Go away; the keyboard returns to the article."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def show_count(self, words: str) -> None:
        """Say how many hits there are, or what is wrong."""
        self.count.setText(words)
        self.count.setAccessibleName(words)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on by Enter, back by Shift+Enter, away by Esc; stay in the corner."""
        if watched is self._home and event.type() == QEvent.Type.Resize:
            self._place()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
            if watched is self.field and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                (self.previous_wanted if back else self.next_wanted).emit()
                return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        room = self._home.width() - 24
        self.setFixedWidth(min(self.sizeHint().width(), room))
        self.move(max(12, room - self.width()), 8)
