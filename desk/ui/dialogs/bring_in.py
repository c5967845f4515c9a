"""Files before they come in: how each is read, with what was guessed, and other ways to read it."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk.core.message import Message, plural
from desk.core.text import make_visible
from desk.formats.registry import reader_for
from desk.formats.source import Options
from desk.formats.worker import Outcome
from desk.tasks import importing
from desk.ui.bringing_in import Wanted
from desk.ui.dialogs.column_map import ColumnMap
from desk.ui.dialogs.encodings import fill_encodings
from desk.ui.dialogs.sheet import Sheet, add_field, form
from desk.ui.jobs import Job
from desk.ui.parts import MutedLabel
from desk.ui.saying import all_said, said

_SHOWN = 4000  # characters of an article that tell whether it is read well
_PAUSE = 250  # milliseconds after the last letter of a password

# What can be chosen for the formats, by the last part of their module's name.
_CHOICES = {
    "txt": ("encoding",),
    "markdown": ("encoding",),
    "html": ("encoding", "whole_page"),
    "mhtml": ("whole_page",),
    "epub": ("by_chapter",),
    "pdf": ("password",),
    "tables": ("encoding", "has_header", "columns"),
}


class BringIn(Sheet):
    """Shows one file at a time as it would come in; what is changed is read again at once."""

    wanted = Signal(object)
    """Wanted"""

    def __init__(self, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add articles"))
        self._paths = tuple(paths)
        self._options: dict[Path, Options] = {}
        self._job: Job | None = None
        self._stopped = Event()
        self._filling = False
        self._make_fields()
        self._lay_out()
        self._connect()
        self.resize(820, 560)
        self.files.setCurrentRow(0)

    def _make_fields(self) -> None:
        self.files = QListWidget()
        self.files.setAccessibleName(self.tr("Files"))
        self.files.addItems([make_visible(path.name) for path in self._paths])
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        font = self.title.font()
        font.setPixelSize(18)
        self.title.setFont(font)
        self.about = MutedLabel()
        self.about.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The first lines"))
        self.encoding = QComboBox()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.whole_page = QCheckBox(self.tr("The whole page, not the article alone"))
        self.by_chapter = QCheckBox(self.tr("An article for each chapter"))
        self.has_header = QCheckBox(self.tr("The first row names the columns"))
        self.columns = ColumnMap()
        self._password_pause = QTimer(self, singleShot=True, interval=_PAUSE)

    def _lay_out(self) -> None:
        fields = form()
        add_field(fields, self.tr("Encoding"), self.encoding)
        add_field(fields, self.tr("Password"), self.password)
        self._form = fields
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.title)
        right.addWidget(self.about)
        right.addWidget(self.text, 2)
        right.addLayout(fields)
        for field in (self.whole_page, self.by_chapter, self.has_header):
            right.addWidget(field)
        right.addWidget(self.columns, 1)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.files, 1)
        across.addLayout(right, 3)
        self.body.addLayout(across, 1)
        self.files.setVisible(len(self._paths) > 1)

    def _connect(self) -> None:
        self.files.currentRowChanged.connect(self._show_file)
        self.encoding.currentIndexChanged.connect(self._choose)
        self.password.textEdited.connect(self._password_pause.start)
        self._password_pause.timeout.connect(self._choose)
        for field in (self.whole_page, self.by_chapter, self.has_header):
            field.clicked.connect(self._choose)
        self.columns.changed.connect(self._choose)
        self.finished.connect(self._stop)
        count = len(self._paths)
        self.deed.setText(said(plural(count, "Add", "Add %Ln files")))

    @property
    def path(self) -> Path:
        """The file that is shown."""
        return self._paths[max(0, self.files.currentRow())]

    def accept(self) -> None:
        """Bring the files in as they were chosen."""
        self.wanted.emit(Wanted(self._paths, dict(self._options)))
        super().accept()

    # One file

    def _show_file(self) -> None:
        options = self._options.get(self.path, Options())
        self._filling = True
        fill_encodings(self.encoding, options.encoding)
        self.whole_page.setChecked(options.whole_page)
        self.by_chapter.setChecked(options.by_chapter)
        self.has_header.setChecked(options.has_header is not False)
        self.password.setText(options.password)
        self._show_choices()
        self._filling = False
        self._read()

    def _show_choices(self) -> None:
        reader = reader_for(self.path)
        choices = _CHOICES.get(reader.module.rpartition(".")[2], ()) if reader else ()
        self._form.setRowVisible(self.encoding, "encoding" in choices)
        self._form.setRowVisible(self.password, "password" in choices)
        for name in ("whole_page", "by_chapter", "has_header", "columns"):
            getattr(self, name).setVisible(name in choices)

    def _choose(self) -> None:
        """Read the file again in the way that is chosen now."""
        if self._filling:
            return
        before = self._options.get(self.path, Options())
        header = self.has_header.isChecked() if self.has_header.isVisible() else None
        by_hand = self.sender() is self.columns or bool(before.columns)
        same_header = header == before.has_header or before.has_header is None
        self._options[self.path] = Options(
            encoding=self.encoding.currentData() or "",
            whole_page=self.whole_page.isChecked(),
            by_chapter=self.by_chapter.isChecked(),
            password=self.password.text(),
            columns=self.columns.columns() if by_hand and same_header else {},
            has_header=header if self.sender() is self.has_header else before.has_header,
        )
        self._read()

    def _read(self) -> None:
        self._stop()
        self._stopped = Event()
        self.about.setText(self.tr("Reading…"))
        reading = importing.look(
            self.path, self._options.get(self.path, Options()), self._stopped.is_set
        )
        # The window's, not this dialog's: it may have a moment to go when the dialog is left.
        job = self._job = Job(reading, self.parent() or self)
        job.progressed.connect(lambda outcome: self._show(outcome) if job is self._job else None)
        job.start()

    def _stop(self) -> None:
        self._stopped.set()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _show(self, outcome: Outcome) -> None:
        self._job = None
        drafts = outcome.drafts
        first = drafts[0] if drafts else None
        self.title.setText(make_visible(first.title) if first else make_visible(self.path.name))
        self.text.setPlainText(make_visible_lines(first.text[:_SHOWN]) if first else "")
        self.about.setText(self._about(outcome))
        warnings = first.warnings if first else ()
        if outcome.table is not None:
            self.columns.show_table(outcome.table)
            warnings = outcome.table.warnings
        self.tell(all_said([outcome.error] if outcome.error else warnings), fatal=False)
        self.deed.setEnabled(bool(drafts) or len(self._paths) > 1)

    def _about(self, outcome: Outcome) -> str:
        parts = []
        if outcome.drafts:
            first = outcome.drafts[0]
            parts += [first.author, first.published, first.source]
            count = len(outcome.drafts)
            parts.append(said(_of_several(count)) if count > 1 else "")
            words = self.tr("read as {encoding}")
            parts.append(words.format(encoding=first.encoding) if first.encoding else "")
        if outcome.table is not None:
            parts.append(said(plural(outcome.table.row_count, "1 row", "%Ln rows")))
        return " · ".join(make_visible(part) for part in parts if part)


def _of_several(count: int) -> Message:
    return plural(count, "1 article", "%Ln articles, of which this is the first")


def make_visible_lines(text: str) -> str:
    """Return text with its hidden letters made visible, and its lines kept."""
    return "\n".join(make_visible(line) for line in text.split("\n"))
