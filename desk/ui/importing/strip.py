"""The strip under the article while articles come in, and the list of what became of them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from desk.core.text import make_visible
from desk.formats.registry import choices_for
from desk.tasks.intake import Arrival
from desk.tasks.progress import Progress
from desk.ui.importing.arrival_list import ArrivalList
from desk.ui.importing.summary import needs_list, summary
from desk.ui.saying import counted
from desk.ui.widgets.parts import MARGIN, ShorterLabel

PATIENCE = 400  # milliseconds before progress is worth showing
_STAYS = 8000  # milliseconds for which good news stays


class ImportStrip(QToolBar):
    """Stands below the article and never on it, and takes no keyboard unless it is given it."""

    cancel_requested = Signal()
    undo_requested = Signal()
    open_requested = Signal(object)
    """ArticleId"""
    copies_requested = Signal(list)
    """list[FoundFile]: what is on the desk already is to be added once more"""
    retry_requested = Signal(list)
    """list[FoundFile]: these were refused and are to be read once more"""
    preview_requested = Signal(list)
    """list[Arrival]: these are to be read otherwise"""
    left = Signal()
    """Esc in the list: the keyboard wants to go back to the article"""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("import_strip")
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)
        self.words = ShorterLabel(small=False)
        self.bar = QProgressBar()
        self.list = ArrivalList()
        self.model = self.list.rows
        self.cancel = self._button(self.tr("Cancel"), self.cancel_requested.emit)
        self.details = self._button(self.tr("Show the list"), self._toggle_list)
        self.copy = self._button(self.tr("Copy the list"), self.list.copy)
        self.copies = self._button(self.tr("Add the copies too"), self._want_copies)
        self.preview = self._button(self.tr("Read otherwise…"), self._want_preview)
        self.retry = self._button(self.tr("Try again"), self._want_retry)
        self.undo = self._button(self.tr("Undo"), self._undo)
        self.close_button = self._button(self.tr("Close"), self.dismiss)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.show)
        self._leave = QTimer(self, singleShot=True, interval=_STAYS)
        self._leave.timeout.connect(self.hide)
        self._build()
        window.addToolBar(Qt.ToolBarArea.BottomToolBarArea, self)
        self.hide()

    def _button(self, words: str, act: object) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _build(self) -> None:
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(self.tr("Progress of the import"))
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.words, 2)
        row.addWidget(self.bar, 1)
        for button in self._buttons():
            row.addWidget(button)
        self.list.open_requested.connect(self.open_requested)
        self.list.left.connect(self.dismiss)
        self.list.selectionModel().selectionChanged.connect(self._offer)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(MARGIN, 4, MARGIN, 4)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.list)
        self.addWidget(body)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.cancel,
            self.retry,
            self.preview,
            self.copies,
            self.copy,
            self.details,
            self.undo,
            self.close_button,
        )

    # While they come in

    def begin(self) -> None:
        """Show up soon, unless it is all done by then."""
        self._leave.stop()
        self.bar.setRange(0, 0)
        self._say(self.tr("Looking at the files…"))
        self._show_only(self.bar, self.cancel)
        if not self.isVisible():
            self._patience.start()

    def progress(self, progress: Progress, name: str) -> None:
        """Say how far it is."""
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        words = self.tr("Reading {done} of {total}: {name}")
        done, total = counted(progress.done), counted(progress.total)
        self._say(words.format(done=done, total=total, name=make_visible(name)))

    # When they have come

    def end(self, arrivals: Sequence[Arrival], stopped: bool, can_undo: bool = False) -> None:
        """Say what became of everything; one or two files mostly need no strip for that.

        `can_undo` says that what came in is the last step of the desk.
        """
        self._patience.stop()
        self.model.show(arrivals)
        self.list.scrollToTop()  # to what needs a look
        arrivals = self.model.arrivals
        self._say(summary(arrivals, stopped))
        shown: list[QWidget] = [self.details, self.close_button]
        shown += [self.copies] if self.model.copies() else []
        shown += [self.undo] if can_undo else []
        self._show_only(*shown)
        self.setVisible(needs_list(arrivals) or stopped)
        all_well = all(a.state == "added" and not a.words for a in arrivals)
        if all_well and not stopped:
            self._leave.start()

    def offer_no_undo(self) -> None:
        """Offer no undo any more: it would take back something else."""
        self.undo.hide()

    def show_list(self) -> None:
        """Show the strip with its list, and give the list the keyboard."""
        self._leave.stop()
        self.show()
        self._set_list_shown(True)
        if not self.list.chosen():
            self.list.selectRow(0)
        # First: the keyboard would else make another row the current one.
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Go away."""
        self._leave.stop()
        had_keyboard = self.isAncestorOf(QGuiApplication.focusObject() or self)  # type: ignore[arg-type]
        self.hide()
        if had_keyboard:
            self.left.emit()

    def _toggle_list(self) -> None:
        if self.list.isHidden():
            self.show_list()
        else:
            self._set_list_shown(False)

    def _set_list_shown(self, shown: bool) -> None:
        self.list.setVisible(shown)
        self.copy.setVisible(shown)
        self.details.setText(self.tr("Hide the list") if shown else self.tr("Show the list"))
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done with the selected rows."""
        chosen = [] if self.list.isHidden() else self.list.chosen()
        self.preview.setVisible(any(map(_may_be_otherwise, chosen)))
        self.retry.setVisible(any(arrival.state == "refused" for arrival in chosen))

    def _want_copies(self) -> None:
        self.copies_requested.emit(self.model.copies())

    def _want_preview(self) -> None:
        self.preview_requested.emit(
            [arrival for arrival in self.list.of_chosen_files() if _may_be_otherwise(arrival)]
        )

    def _want_retry(self) -> None:
        self.retry_requested.emit(self.list.refused_files())

    def _undo(self) -> None:
        self.dismiss()
        self.undo_requested.emit()

    def _say(self, words: str) -> None:
        self.words.set_words(words, words)  # their end becomes "…" where there is no room

    def _show_only(self, *wanted: QWidget) -> None:
        for widget in (self.bar, *self._buttons()):
            widget.setVisible(widget in wanted)
        self.list.hide()
        self.details.setText(self.tr("Show the list"))

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than the window has."""
        return QSize(0, super().minimumSizeHint().height())


def _may_be_otherwise(arrival: Arrival) -> bool:
    """Say whether there is something to choose for a file, or a password that it lacks."""
    return bool(arrival.needs or choices_for(arrival.path))
