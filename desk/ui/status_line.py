"""The line at the foot of the window: which desk, what is saved, what the next key does."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStatusBar

from desk.core.types import Changes, TextRange
from desk.ui.parts import MutedLabel
from desk.ui.reading import Reading
from desk.ui.session import Session


class StatusLine(QObject):
    """Fills a status bar and keeps it true."""

    def __init__(self, bar: QStatusBar, session: Session, reading: Reading) -> None:
        super().__init__(bar)
        self._session = session
        self._reading = reading
        self.saved = MutedLabel()
        self.hint = MutedLabel()
        self.percent = MutedLabel()
        bar.setSizeGripEnabled(False)
        bar.setContentsMargins(8, 0, 8, 0)
        bar.addWidget(MutedLabel(session.desk.path.stem))
        bar.addWidget(self.saved)
        for label in (self.hint, self.percent):
            bar.addPermanentWidget(label)
        session.changed.connect(self._show_saved)
        session.failed.connect(lambda _: self.saved.setText(self.tr("Not saved")))
        reading.view.target_changed.connect(self._show_hint)
        reading.view.verticalScrollBar().valueChanged.connect(self._show_percent)
        reading.opened.connect(lambda _: self._show_hint())
        self._show_saved()
        self._show_hint()

    def _show_saved(self, changes: Changes | None = None) -> None:
        if self._session.desk.read_only:
            self.saved.setText(self.tr("Read only"))
        else:
            self.saved.setText(self.tr("All changes saved"))

    def _show_hint(self) -> None:
        target = self._reading.view.target() if self._reading.article else None
        if self._reading.article is None:
            self.hint.setText("")
        elif target is None:
            self.hint.setText(self.tr("J: next sentence   ·   select words to tag them"))
        elif not isinstance(target, TextRange):
            self.hint.setText(self.tr("1–9 tags the passage   ·   T: any tag   ·   N: note"))
        elif self._reading.view.selected_range() is not None:
            self.hint.setText(self.tr("1–9 tags the selection   ·   T: any tag   ·   H: highlight"))
        else:
            self.hint.setText(self.tr("1–9 tags the sentence   ·   J / K: next, previous"))
        self._show_percent()

    def _show_percent(self) -> None:
        bar = self._reading.view.verticalScrollBar()
        shown = self._reading.article is not None and bar.maximum() > 0
        self.percent.setText(f"{round(100 * bar.value() / bar.maximum())} %" if shown else "")
