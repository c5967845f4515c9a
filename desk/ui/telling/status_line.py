"""The line at the foot of the window: which desk, what is saved, what the next key does."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QStatusBar, QWidget

from desk.core.types import Changes, TextRange
from desk.ui.actions.key_words import native
from desk.ui.actions.table import first_key
from desk.ui.reading.open_article import Reading
from desk.ui.saying import counted, turned
from desk.ui.session import NotesState, Session
from desk.ui.widgets.parts import HINTS, MutedLabel, ShorterLabel

STAYS = 7000  # milliseconds: what was undone is said so long, or until something is done
_LONGEST = 160  # pixels of it where there is little room


class StatusLine(QObject):
    """Fills a status bar and keeps it true."""

    def __init__(self, bar: QStatusBar, session: Session, reading: Reading) -> None:
        super().__init__(bar)
        self._session = session
        self._reading = reading
        self._key: Callable[[str], str] = first_key
        self._failed = False
        self._notes: NotesState = "saved"
        self._turned = ""  # what was just undone or done again
        self._forget = QTimer(self, singleShot=True, interval=STAYS)
        self._forget.timeout.connect(self._forget_turned)
        self.saved = ShorterLabel(small=False)
        self.modes = ShorterLabel(small=False)
        self.modes.setForegroundRole(QPalette.ColorRole.WindowText)
        self.hint = MutedLabel()
        self.percent = MutedLabel()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(8, 0, 8, 0)
        for label in (MutedLabel(session.desk.path.stem), self.saved, self.modes):
            label.setContentsMargins(2, 0, 8, 0)
            bar.addWidget(label)
        for label in (self.hint, self.percent):
            label.setContentsMargins(8, 0, 2, 0)
            bar.addPermanentWidget(label)
        self._connect()
        self._show_saved()
        self._show_hint()

    def _connect(self) -> None:
        self._session.changed.connect(self._follow)
        self._session.failed.connect(lambda _: self._fail())
        self._reading.view.target_changed.connect(self._show_hint)
        self._reading.view.reading_position_changed.connect(lambda _: self._show_hint())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_keyboard)
        self._reading.view.verticalScrollBar().valueChanged.connect(self._show_percent)
        self._reading.opened.connect(lambda _: self._show_hint())

    def _follow(self, changes: Changes) -> None:
        self._failed = False
        self._turned = turned(self._session.turning, changes.label)
        if self._turned:
            self._forget.start()
        self._show_saved()

    def _forget_turned(self) -> None:
        self._turned = ""
        self._show_saved()

    def _fail(self) -> None:
        self._failed = True
        self._show_saved()

    def show_notes(self, state: NotesState) -> None:
        """Hear whether all that is written in notes is on the desk."""
        self._notes = state
        self._show_saved()

    def _show_saved(self) -> None:
        role = QPalette.ColorRole.PlaceholderText
        if self._session.desk.read_only:
            words = self.tr("Read only")
        elif self._failed or self._notes == "unsaved":
            words = self.tr("Not saved")
        elif self._notes == "typing":
            words = self.tr("Saving…")
        elif self._turned:
            words, role = self._turned, QPalette.ColorRole.WindowText
        else:
            words = self.tr("All changes saved")
        self.saved.setForegroundRole(role)
        self.saved.set_words(words, self._shorter(words))

    def _shorter(self, words: str) -> str:
        mode = Qt.TextElideMode.ElideRight
        return self.saved.fontMetrics().elidedText(words, mode, _LONGEST)

    def set_keys(self, key: Callable[[str], str]) -> None:
        """Name the keys that `key` returns for the name of an action."""
        self._key = key
        self._show_hint()

    def show_modes(self, told: Sequence[str], shorter: Sequence[str]) -> None:
        """Say what is on, and how it is ended; the shorter words where there is little room."""
        self.modes.set_words(_joined(told), _joined(shorter))

    def _show_hint(self) -> None:
        hints = self._hints() if self._reading.article else []
        self.hint.setText(_joined(hint for hint in hints if hint))
        self._show_percent()

    def _follow_keyboard(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:  # it is in this program
            self._show_hint()

    def _hints(self) -> list[str]:
        """Say what the next keys do."""
        field = QApplication.focusWidget()
        if field not in (None, self._reading.view) and not isinstance(field.window(), QDialog):
            return self._hints_of(field)
        target = self._reading.view.target()
        any_tag = self._hint(self.tr("{key}: any tag"), "passage.tag")
        sentence = self._hint(self.tr("{key}: next sentence"), "sentence.next")
        if self._session.desk.read_only:
            return [sentence]
        if target is None:
            return [sentence, self.tr("select words to tag them")]
        where = self._reading.target_range()
        if where is not None and not self._reading.view.in_sight(where):
            return [self.tr("1–9 first shows what it tags: it is out of sight")]
        if not isinstance(target, TextRange):
            note = self._hint(self.tr("{key}: note"), "passage.note")
            return [self.tr("1–9 tags the passage"), any_tag, note]
        if self._reading.view.selected_range() is not None:
            highlight = self._hint(self.tr("{key}: highlight"), "passage.highlight")
            return [self.tr("1–9 tags the selection"), any_tag, highlight]
        return [self.tr("1–9 tags the sentence"), any_tag, sentence]

    def _hints_of(self, field: QWidget) -> list[str]:
        """Say what the keys do in a list or a field; in a note digits are digits."""
        own = field.property(HINTS)
        if own or isinstance(field, QLineEdit):
            return list(own or ())
        return [self.tr("{key}: back to the article").format(key=native("Esc"))]

    def _hint(self, words: str, action: str) -> str:
        """Fill in the key of an action; nothing is said of one without a key."""
        key = self._key(action)
        return words.format(key=key) if key else ""

    def _show_percent(self) -> None:
        bar = self._reading.view.verticalScrollBar()
        shown = self._reading.article is not None and bar.maximum() > 0
        percent = counted(round(100 * bar.value() / bar.maximum())) if shown else ""
        self.percent.setText(self.tr("{percent} %").format(percent=percent) if shown else "")


def _joined(words: Iterable[str]) -> str:
    return "   ·   ".join(words)
