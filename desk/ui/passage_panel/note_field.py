"""The field for a note in Markdown: it saves itself while one types, and is shown rendered."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, QTime, QTimer, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QImage, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from desk.ui.actions.table import first_key
from desk.ui.passage_panel import markdown
from desk.ui.widgets.parts import MutedLabel, set_tip
from desk.ui.widgets.stack import Stack

SAVE_AFTER = 400
"""Milliseconds without a key after which the note is saved; a steady typist saves too."""
SAVE_AT_LEAST = 600


_RENDERED = """
h1, h2 { font-size: large; } h3, h4, h5, h6 { font-size: medium; }
pre, code { font-family: monospace; }
"""


class NoteEditor(QPlainTextEdit):
    """The words as typed."""

    left = Signal()
    """Esc: back to the article"""
    lost_focus = Signal()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window where this field has nothing to undo."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            undoes = event.matches(QKeySequence.StandardKey.Undo)
            redoes = event.matches(QKeySequence.StandardKey.Redo)
            if (undoes and not document.isUndoAvailable()) or (
                redoes and not document.isRedoAvailable()
            ):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc; Tab goes on to the next control."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell, unless a menu of this very field took the focus."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.lost_focus.emit()


class NoteView(QTextBrowser):
    """The words rendered. It opens nothing and loads nothing."""

    edit_requested = Signal()
    link_activated = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.anchorClicked.connect(self._follow)

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """Load nothing: without this Qt would open local files named in a note."""
        return QImage()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Become the editor when the keyboard comes here."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.edit_requested.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Become the editor at a click that is not on a link and selected nothing."""
        super().mouseReleaseEvent(event)
        on_link = bool(self.anchorAt(event.position().toPoint()))
        if not on_link and not self.textCursor().hasSelection():
            self.edit_requested.emit()

    def _follow(self, url: QUrl) -> None:
        if url.scheme().lower() in markdown.SCHEMES:
            self.link_activated.emit(url.toString())


class NoteField(QWidget):
    """Editor and rendered note in one place, with a line under them that says "Saved 10:42"."""

    edited = Signal(str)
    """The whole note, at most `SAVE_AT_LEAST` milliseconds after the key"""
    typing = Signal(bool)
    """Whether the editor holds anything that was not told through `edited` yet"""
    left = Signal()
    """Esc: back to the article"""
    rested = Signal()
    """The keyboard went elsewhere, and all that was typed is told"""
    link_activated = Signal(str)
    """An address with one of `markdown.SCHEMES`"""

    def __init__(self) -> None:
        super().__init__()
        self.editor = NoteEditor()
        self.view = NoteView()
        self.kind = MutedLabel(self.tr("Markdown"), small=True)
        self.state = MutedLabel(small=True)
        self._given = ""  # what the desk holds, and
        self._told = ""  # what of it the editor shows: Qt may not know every line end
        self._typing = False
        self._pause = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._latest = QTimer(self, singleShot=True, interval=SAVE_AT_LEAST)
        self._build()
        self._connect()

    def _build(self) -> None:
        words = self.tr("Write a note…")
        self.editor.setPlaceholderText(words)
        self.editor.setTabChangesFocus(True)
        self.editor.setAccessibleName(self.tr("Note"))
        self.view.setAccessibleName(self.tr("Note"))
        self.set_keys(first_key)
        self.view.document().setDefaultStyleSheet(_RENDERED)
        self.setMinimumHeight(96)
        self._stack = Stack()
        self._stack.addWidget(self.editor)
        self._stack.addWidget(self.view)
        below = QHBoxLayout()
        below.setContentsMargins(2, 0, 2, 0)
        below.addWidget(self.kind)
        below.addStretch(1)
        below.addWidget(self.state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._stack, 1)
        layout.addLayout(below)

    def set_keys(self, key: Callable[[str], str]) -> None:
        """Name the key that leads here, which `key` returns for the name of an action."""
        keys = key("passage.note")
        words = self.tr("Note, in Markdown; it saves itself")
        set_tip(self.editor, words, keys)
        set_tip(self.view, self.tr("Edit the note"), keys)

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._await_pause)
        self.editor.left.connect(self._leave)
        self.editor.lost_focus.connect(self._rest)
        self.editor.lost_focus.connect(self.rested)
        self.view.edit_requested.connect(self.start_editing)
        self.view.link_activated.connect(self.link_activated)
        self._pause.timeout.connect(self.flush)
        self._latest.timeout.connect(self.flush)

    def text(self) -> str:
        """Return the note as typed; Qt's own `toPlainText` would lose no-break spaces."""
        raw = self.editor.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def set_text(self, text: str) -> None:
        """Show another note. Words not yet told through `edited` are told first."""
        self.flush()
        self._given = self._told = text
        self.editor.setPlainText(text)
        self._told = self.text()
        self.flush()  # nothing: there is no more to wait for
        self.state.setText("")
        if not self.is_editing():
            self._rest()

    def refresh(self, text: str) -> None:
        """Take over the stored words of the same note, unless the reader is typing."""
        if text not in (self._given, self._told) and not self._pause.isActive():
            self.set_text(text)

    def is_editing(self) -> bool:
        """Say whether the keyboard is in the editor."""
        return self.editor.hasFocus()

    def start_editing(self) -> None:
        """Put the keyboard at the end of the note."""
        self._stack.setCurrentWidget(self.editor)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)

    def flush(self) -> None:
        """Tell now what was typed, if it is not told yet."""
        self._stop_timers()
        if self.text() != self._told:
            self._given = self._told = self.text()
            self.edited.emit(self._told)
        self._tell_typing(False)

    def _tell_typing(self, on: bool) -> None:
        if on != self._typing:
            self._typing = on
            self.typing.emit(on)

    def show_saved(self, at: QTime | None = None) -> None:
        """Say that the desk has the note, at a time of day (now, if none is given)."""
        time = self.locale().toString(at or QTime.currentTime(), QLocale.FormatType.ShortFormat)
        self.state.setText(self.tr("Saved {time}").format(time=time))

    def show_in_copy(self) -> None:
        """Say that the note is in a copy, since the desk is no more at its place."""
        self.state.setText(self.tr("Saved in the copy"))

    def sizeHint(self) -> QSize:
        """Ask for a few lines; more when there is room."""
        return QSize(160, 120)

    def restyle(self) -> None:
        """Render anew in the colours of another theme."""
        if self._stack.currentWidget() is self.view:
            self._rest()

    def hideEvent(self, event: QHideEvent) -> None:
        """Lose nothing when the panel or the window closes."""
        self.flush()
        super().hideEvent(event)

    def _await_pause(self) -> None:
        if self.text() == self._told:
            self.flush()  # nothing: what was typed is gone again
            return
        self.state.setText("")
        self._tell_typing(True)
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def _stop_timers(self) -> None:
        self._pause.stop()
        self._latest.stop()

    def _leave(self) -> None:
        self.flush()
        self.left.emit()

    def _rest(self) -> None:
        """Show the note rendered; an empty one keeps its field."""
        self.flush()
        if not self.text().strip():
            self._stack.setCurrentWidget(self.editor)
            return
        self.view.setHtml(markdown.to_html(self.text()))
        self._stack.setCurrentWidget(self.view)
