"""Files before they come in: how each is read, with what was guessed, and other ways to read it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk.core.message import Message, message, plural
from desk.core.text import make_visible
from desk.core.types import ArticleRow
from desk.formats.source import Options
from desk.formats.worker import Outcome
from desk.tasks import importing
from desk.tasks.finding_files import FoundFile, found_files, is_folder
from desk.tasks.intake import Terms
from desk.ui.importing import contents
from desk.ui.importing.bringing_in import Wanted
from desk.ui.importing.file_list import FileList
from desk.ui.importing.known_texts import KnownTexts, TitlesOf
from desk.ui.importing.reading_choices import ReadingChoices
from desk.ui.jobs import Job
from desk.ui.saying import all_said, day, said
from desk.ui.widgets.parts import MutedLabel
from desk.ui.widgets.sheet import Sheet


class BringIn(Sheet):
    """Shows one file at a time as it would come in; what is changed is read again at once."""

    wanted = Signal(object)
    """Wanted"""

    def __init__(
        self,
        paths: Sequence[Path | FoundFile],
        terms: Terms | None = None,
        known: Mapping[Path, Sequence[ArticleRow]] = MappingProxyType({}),
        parent: QWidget | None = None,
        titles_of: TitlesOf | None = None,
    ) -> None:
        """Show what would come in of files and folders on some terms.

        `known` has the articles that came from the files before; for other files, `titles_of`
        tells which texts are on the desk already.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add articles"))
        self._terms = terms or Terms()
        self._known = known
        self._options: dict[Path, Options] = {}
        self._job: Job | None = None
        self._stopped = Event()
        self._locked: set[Path] = set()
        self._is_awaited = False  # whether the files come in once the password proves right
        self._make_fields()
        self._known_texts: KnownTexts | None = None
        if titles_of is not None:
            self._known_texts = KnownTexts(self.files, titles_of, parent or self)
        self._lay_out()
        self._connect()
        self.resize(860, 560)
        self._find(paths)

    def _make_fields(self) -> None:
        self.files = FileList()
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        font = self.title.font()
        font.setPixelSize(18)
        self.title.setFont(font)
        self.about = MutedLabel()
        self.about.setWordWrap(True)
        self.place = QLabel()
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The first lines"))
        self.keep_folders = QCheckBox(self.tr("Make folders in the library, as they are here"))
        self.keep_folders.setChecked(True)
        self.choices = ReadingChoices(self)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.title)
        right.addWidget(self.about)
        right.addWidget(self.place)
        right.addWidget(self.text, 2)
        self.choices.add_to(right)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.files, 1)
        across.addLayout(right, 2)
        self.body.addLayout(across, 1)
        self.body.addWidget(self.keep_folders)

    def _connect(self) -> None:
        self.files.currentRowChanged.connect(self._show_file)
        self.files.itemChanged.connect(self._name_deed)
        self.files.foretold.connect(self._name_deed)
        self.choices.changed.connect(self._read_anew)
        self.finished.connect(self._end)

    # The files

    def _find(self, paths: Sequence[Path | FoundFile]) -> None:
        """List the files; those in folders are looked for in another thread."""
        self.files.hide()
        self.keep_folders.hide()
        self.place.hide()
        if not any(isinstance(path, Path) and is_folder(path) for path in paths):
            self._list(found_files(paths))
            return
        self.about.setText(self.tr("Looking at the files…"))
        self.deed.setEnabled(False)
        self.choices.hide()
        job = self._job = Job(importing.find(paths), self.parent() or self)
        job.progressed.connect(lambda found: self._list(found) if job is self._job else None)
        job.start()

    def _list(self, files: Sequence[FoundFile]) -> None:
        self.files.show_files(files)
        self.files.setVisible(len(files) > 1)
        self.keep_folders.setVisible(any(file.trail for file in files))
        self._name_deed()
        self.files.setCurrentRow(0)
        if len(files) > 1:
            self.files.setFocus(Qt.FocusReason.OtherFocusReason)
            if self._known_texts is not None:
                self._known_texts.begin()

    def _are_several(self) -> bool:
        """Say whether there are several files, and some of them come in."""
        fates = self.files.fates()
        return len(self.files.files) > 1 and bool(fates["comes"] or fates["present"])

    def _name_deed(self) -> None:
        """Say how many files come in; what is there already may still bring notes."""
        if len(self.files.files) > 1:
            count = self.files.fates()["comes"]
            words = said(plural(count, "Add 1 file", "Add %Ln files"))
            self.deed.setText(words if count else self.tr("Add"))
            self.deed.setEnabled(self._are_several())
        else:
            self.deed.setText(self.tr("Add"))

    @property
    def is_reading(self) -> bool:
        """Whether the file that is shown is still read, or files are looked for."""
        return self._job is not None

    @property
    def path(self) -> Path:
        """The file that is shown."""
        return self._file.path

    @property
    def _file(self) -> FoundFile:
        return self.files.files[max(0, self.files.currentRow())]

    def accept(self) -> None:
        """Bring the files in as they were chosen; stay where a password is not the right one."""
        self.choices.take_password()
        if self._job is not None and self.choices.asks_password:
            self._is_awaited = True
            return
        tried = {path for path, options in self._options.items() if options.password}
        wrong = [file for file in self.files.chosen() if file.path in self._locked & tried]
        if wrong:
            self.files.setCurrentRow(self.files.files.index(wrong[0]))
            self.choices.ask_other_password()
            return
        terms = self._terms._replace(flat=not self.keep_folders.isChecked())
        self.wanted.emit(Wanted(self.files.chosen(), dict(self._options), terms))
        super().accept()

    # One file

    def _show_file(self) -> None:
        self._is_awaited = False
        self.choices.show_file(self.path, self._options.get(self.path, Options()))
        self._show_place()
        self.title.setText(make_visible(self.path.name))
        self.text.clear()
        self.tell("")
        self.deed.setEnabled(self._are_several())  # one file alone is looked at first
        self._read()

    def _show_place(self) -> None:
        """Say what becomes of the articles that came from this file before."""
        known = self._known.get(self.path, ())
        marked = sum(row.passages for row in known)
        title = make_visible(known[0].title) if known else ""
        if marked:
            words = plural(
                marked,
                "A passage is marked in “{title}”, which belongs to its text as it is. "
                "What is read now is added beside it.",
                "%Ln passages are marked in “{title}”, which belong to its text as it is. "
                "What is read now is added beside it.",
                title=title,
            )
            deed = self.tr("Add beside it")
        else:
            words = message(
                "This takes the place of “{title}”, in which nothing is marked.", title=title
            )
            deed = self.tr("Replace the text")
        self.place.setText(said(words))
        self.place.setVisible(bool(known))
        if known and len(self.files.files) == 1:
            self.deed.setText(deed)

    def _read_anew(self) -> None:
        """Read the file again in the way that is chosen now."""
        self._options[self.path] = self.choices.options
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

    def _end(self) -> None:
        self._stop()
        if self._known_texts is not None:
            self._known_texts.stop()

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
        self.text.setPlainText(contents.first_lines(outcome))
        self.about.setText(self._about(outcome))
        warnings = contents.warnings(outcome)
        if outcome.table is not None:
            self.choices.show_table(outcome.table)
            warnings = outcome.table.warnings
        self.tell(all_said([outcome.error] if outcome.error else warnings), fatal=False)
        if self._known_texts is not None:
            words = self._known_texts.tell(importing.prints_of(self._file, outcome))
            self._tell_known(words if drafts else "")
        several = len(self.files.files) > 1
        self.deed.setEnabled(self._are_several() if several else contents.holds_something(outcome))
        self._locked.discard(self.path)
        if outcome.is_locked:
            self._locked.add(self.path)
            # Who walks through the list stays in it.
            self.choices.ask_password(takes_keyboard=not self.files.hasFocus())
        if self._is_awaited:
            self._is_awaited = False
            self.accept()

    def _tell_known(self, words: str) -> None:
        """Say that a text is on the desk already, and so not added again."""
        self.place.setText(words[:1].upper() + words[1:])
        self.place.setVisible(bool(words))

    def _about(self, outcome: Outcome) -> str:
        parts = []
        if outcome.drafts:
            first = outcome.drafts[0]
            parts += [first.author, day(first.published), first.source]
            count = len(outcome.drafts)
            parts.append(said(_of_several(count)) if count > 1 else "")
            words = self.tr("read as {encoding}")
            parts.append(words.format(encoding=first.encoding) if first.encoding else "")
        if outcome.table is not None:
            parts.append(said(plural(outcome.table.row_count, "1 row", "%Ln rows")))
        parts += map(said, contents.counts(outcome))
        return " · ".join(make_visible(part) for part in parts if part)


def _of_several(count: int) -> Message:
    return plural(count, "1 article", "%Ln articles, of which this is the first")
