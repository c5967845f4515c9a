"""Gives one action another key: waits for it, and lets the reader settle a conflict."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk.core.message import message
from desk.ui.actions.actions import Actions
from desk.ui.actions.digit_keys import digit_of, sign_of
from desk.ui.actions.key_words import native, with_keys
from desk.ui.saying import said

_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_unknown,
)


def key_of(event: QKeyEvent) -> str:
    """Return the pressed key in Qt's portable notation, "" for a bare modifier.

    Shift is left out where it only helped to type a sign: "?" and not "Shift+?".
    """
    if event.key() in _MODIFIERS:
        return ""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    if text.isprintable() and text.strip() and not text.isalnum():
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    code = modifiers.value | event.key()
    return QKeySequence(code).toString(QKeySequence.SequenceFormat.PortableText)


class KeyField(QLineEdit):
    """Waits for one key; Esc leaves."""

    pressed = Signal(str)
    """The key in portable notation"""
    refused = Signal()
    """A digit: those put tags"""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)

    def event(self, event: QEvent) -> bool:
        """Take every key, those too that are shortcuts or move the keyboard."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._press(event)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()

    def _press(self, event: QKeyEvent) -> None:
        key = key_of(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif digit_of(event) is not None and not sign_of(event):
            self.refused.emit()
        elif key:
            self.pressed.emit(key)


class KeyChanger(QWidget):
    """The strip below the keys: what to press, who has the key already, what to do about it.

    `finished` says that the strip is done, whether anything was changed or not.
    """

    finished = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self._name = ""
        self._wanted: tuple[str, ...] = ()
        self._adding = False
        self._waiting = False
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.field = KeyField()
        self.field.setPlaceholderText(self.tr("Press a key"))
        self.field.setAccessibleName(self.tr("Press a key"))
        self.move_button = QPushButton(self.tr("Move it here"))
        self.keep_button = QPushButton(self.tr("Leave it there"))
        self._build()
        self.field.pressed.connect(self._take)
        self.field.refused.connect(self._refuse_digit)
        self.field.left.connect(self._give_up)
        self.move_button.clicked.connect(self._move)
        self.keep_button.clicked.connect(self.finished)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.keep_button, self.move_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(8)
        layout.addWidget(self.words)
        layout.addWidget(self.field)
        layout.addLayout(buttons)

    def start(self, name: str, adding: bool = False) -> None:
        """Wait for the key of an action; with `adding` it keeps those that it has."""
        self._name, self._adding = name, adding
        title = self._actions.title(name)
        words = message("The new key of “{action}”. {Esc} leaves all as it is.", action=title)
        self._say(said(words))
        self._offer(conflict=False)
        self._waiting = True
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def reset(self, name: str) -> None:
        """Give an action the keys back that it came with."""
        self._name = name
        self._want(self._actions.default_keys(name))

    def _take(self, key: str) -> None:
        kept = self._actions.keys(self._name) if self._adding else ()
        self._want((*(old for old in kept if old != key), key))

    def _want(self, keys: tuple[str, ...]) -> None:
        """Set the keys, or ask first where another action would lose one of them."""
        self._wanted = keys
        self._waiting = False  # the field may lose the keyboard now
        owned = [(key, self._actions.owner_of(key, self._name)) for key in keys]
        taken = [(key, owner) for key, owner in owned if owner is not None]
        if not taken:
            self._set()
            return
        sentence = self.tr("{key} is the key of “{action}”.")
        self._say(
            " ".join(
                sentence.format(key=native(key), action=self._actions.title(owner))
                for key, owner in taken
            )
        )
        self._offer(conflict=True)
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self) -> None:
        """Take the wanted keys from whoever has them."""
        for key in self._wanted:
            owner = self._actions.owner_of(key, self._name)
            while owner is not None:
                left = [old for old in self._actions.keys(owner) if not same_key(old, key)]
                self._actions.change_keys(owner, left)
                owner = self._actions.owner_of(key, self._name)
        self._set()

    def _set(self) -> None:
        self._actions.change_keys(self._name, self._wanted)
        self.finished.emit()

    def _give_up(self) -> None:
        if self._waiting:
            self._waiting = False
            self.finished.emit()

    def _refuse_digit(self) -> None:
        self._say(self.tr("The digits put tags on. Press another key, or {Esc}."))

    def _say(self, words: str) -> None:
        words = with_keys(words, self._actions.spoken)
        self.words.setText(words)
        self.words.setAccessibleName(words)

    def _offer(self, conflict: bool) -> None:
        self.field.setVisible(not conflict)
        self.move_button.setVisible(conflict)
        self.keep_button.setVisible(conflict)


def same_key(one: str, other: str) -> bool:
    """Say whether two keys are the same, however they are written."""
    return QKeySequence(one) == QKeySequence(other)
