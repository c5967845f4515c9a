"""Articles that come in: files and folders, drops and pastes, read elsewhere, stored in slices."""

import time
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from threading import Event
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal

from desk.core.errors import UserError
from desk.core.message import Message, message
from desk.core.types import Draft, FolderId
from desk.formats.source import Options
from desk.tasks import importing
from desk.tasks.finding_files import FoundFile
from desk.tasks.importing import Outcome
from desk.tasks.intake import Arrival, Intake, Terms
from desk.tasks.progress import Progress
from desk.ui.importing.pasted import local_files, read_pasted
from desk.ui.importing.summary import needs_list
from desk.ui.jobs import Job
from desk.ui.reading.open_article import Reading
from desk.ui.saying import said
from desk.ui.session import Session

_GLANCE = 0.1  # seconds between two words of progress
_PAUSE = 2  # milliseconds between two slices, in which the window does what else there is
_WAIT = 0.3  # seconds for which what was read may wait until it is worth a transaction


class Wanted(NamedTuple):
    """Files to bring in, and how; `more` of the last lot if they were in it."""

    paths: tuple[Path | FoundFile, ...]
    options: Mapping[Path, Options] = MappingProxyType({})
    terms: Terms = Terms()
    more: bool = False


class BringingIn(QObject):
    """Brings articles in, one lot after the other.

    `began` says that reading began, `progressed` how far it is (`Progress` and the file's name),
    `ended` what became of everything (list[Arrival]) and whether it was stopped before its end.
    `told` carries a sentence.
    """

    began = Signal()
    progressed = Signal(object, str)
    ended = Signal(list, bool)
    told = Signal(str)

    def __init__(self, session: Session, reading: Reading, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._reading = reading
        self._waiting: deque[Wanted] = deque()
        self._coming: deque[Outcome] = deque()
        self._job: Job | None = None
        self._cancelled = Event()
        self._intake: Intake | None = None
        self._has_opened = False
        self.last: Intake | None = None
        self._last = Terms()
        self._told_at = self._stored_at = 0.0
        self._slices = QTimer(self, interval=_PAUSE)
        self._slices.timeout.connect(self._store_slice)

    @property
    def folder(self) -> FolderId | None:
        """The folder that the last lot was wanted in."""
        return self._last.folder

    @property
    def is_busy(self) -> bool:
        """Whether articles are coming in now."""
        return self._intake is not None

    # What is asked for

    def add_files(self, paths: Iterable[Path], folder: FolderId | None = None) -> None:
        """Read files and folders elsewhere and add their articles; all are one step."""
        self.add(Wanted(tuple(paths), terms=Terms(folder)))

    def add_again(self, files: Iterable[FoundFile], copies: bool = False) -> None:
        """Bring files of the last lot in once more, to where they were wanted."""
        terms = self._last._replace(copies=copies, instead={})
        self.add(Wanted(tuple(files), terms=terms, more=True))

    def add(self, wanted: Wanted) -> None:
        """Bring a lot in when those before it have come."""
        if wanted.paths:
            self._waiting.append(wanted)
            self._begin()

    def add_drafts(self, drafts: Sequence[Draft]) -> None:
        """Add drafts that are no files."""
        outcome = Outcome(Path(), Progress(1, 1), tuple(drafts))
        intake = Intake(self._session.desk, say=said)
        if self._session.run(lambda: intake.store([outcome])):
            self._open_first(_came(intake.arrivals))
            self._tell(intake.arrivals)

    def add_pasted(self, data: QMimeData, folder: FolderId | None = None) -> None:
        """Add what is on the clipboard or was dropped: files, a web page's part, or text."""
        files = local_files(data)
        if files:
            self.add_files(files, folder)
            return
        try:
            drafts = read_pasted(data)
        except UserError as error:
            self._session.failed.emit(error)
            return
        self.add_drafts(drafts)

    def cancel(self) -> None:
        """Stop at once; what has come in stays, as one step."""
        self._waiting.clear()
        self._coming.clear()
        self._cancelled.set()
        if self._job is not None:
            self._job.cancel()

    def stop(self) -> None:
        """Stop and wait until nothing runs any more: the desk is going to be closed."""
        job = self._job
        self.cancel()
        self._slices.stop()
        self._intake = None
        if job is not None:
            job.wait()

    # Reading and storing

    def _begin(self) -> None:
        if self.is_busy or not self._waiting:
            return
        wanted = self._waiting.popleft()
        self._last = wanted.terms
        self._intake = Intake(self._session.desk, wanted.terms, said, self._before(wanted))
        self._cancelled = Event()
        self._has_opened = False
        reading = importing.read(wanted.paths, self._cancelled.is_set, wanted.options)
        self._job = Job(reading, self, gathers=False)
        self._job.progressed.connect(self._take)
        self._job.failed.connect(self._session.failed)
        self._job.ended.connect(self._read_all)
        self._job.start()
        self.began.emit()

    def _before(self, wanted: Wanted) -> Intake | None:
        """Return the lot before where these files were in it and are meant so."""
        if self.last is None or not wanted.more:
            return None
        paths = {each.path if isinstance(each, FoundFile) else each for each in wanted.paths}
        return self.last if paths <= {arrival.path for arrival in self.last.lot} else None

    def _take(self, outcome: Outcome) -> None:
        if self.is_busy and not self._cancelled.is_set():
            self._coming.append(outcome)
            self._tell_progress(outcome)
            if not self._slices.isActive():
                self._slices.start()

    def _tell_progress(self, outcome: Outcome) -> None:
        """Tell how far it is, no oftener than an eye can follow."""
        now = time.monotonic()
        if now - self._told_at > _GLANCE:
            self._told_at = now
            self.progressed.emit(outcome.progress, outcome.path.name)

    def _read_all(self) -> None:
        self._job = None
        if self.is_busy and not self._coming:
            self._finish()

    def _store_slice(self) -> None:
        """Store about a tenth of a second's worth; the rest waits for the window's turn."""
        if not self._is_worth_storing():
            return
        self._stored_at = time.monotonic()
        slice_ = next(importing.batches(self._coming), [])
        for _ in slice_:
            self._coming.popleft()
        if slice_ and self._intake is not None:
            self._store(self._intake, slice_)
        if not self._coming:
            self._slices.stop()
            if self._job is None and self.is_busy:
                self._finish()

    def _is_worth_storing(self) -> bool:
        """Say whether enough has come, or nothing more does, or it has waited long enough."""
        if self._job is None or time.monotonic() - self._stored_at > _WAIT:
            return True
        return importing.weight(self._coming) >= importing.BATCH

    def _store(self, intake: Intake, outcomes: list[Outcome]) -> None:
        if not self._session.run(lambda: intake.store(outcomes)):
            self.cancel()
        elif not self._has_opened:
            self._has_opened = self._open_first(_came(intake.arrivals))

    def _finish(self) -> None:
        self.last, self._intake = self._intake, None
        arrivals = self.last.arrivals if self.last else []
        if not self._has_opened:
            self._open_first(arrivals)
        stopped = self._cancelled.is_set()
        self.ended.emit(arrivals, stopped)
        if not needs_list(arrivals):
            # What a file needs is asked for in the preview, which would cover these words.
            self._tell([arrival for arrival in arrivals if stopped or not arrival.needs])
        self._begin()

    def _open_first(self, arrivals: Iterable[Arrival]) -> bool:
        """Open the first article there is, so that reading can begin."""
        first = next((a.article_id for a in arrivals if a.article_id is not None), None)
        return first is not None and self._reading.open(first)

    def _tell(self, arrivals: Sequence[Arrival]) -> None:
        there = self.tr("“{title}” is on the desk already.")
        sentences = [
            there.format(title=a.title or a.path.name) for a in arrivals if a.state == "present"
        ]
        sentences += [said(_brought(a)) for a in arrivals if a.brought and _is_news(a)]
        sentences += [said(words) for a in arrivals for words in a.words]
        if sentences:
            self.told.emit(" ".join(sentences[:5]))


def _is_news(arrival: Arrival) -> bool:
    """Say whether what came by itself, or with an article, is new."""
    return arrival.state == "added" or arrival.article_id is not None


def _brought(arrival: Arrival) -> Message:
    title = arrival.title or arrival.path.name
    return message("{title}: {things}.", title=title, things=arrival.brought)


def _came(arrivals: Iterable[Arrival]) -> Iterable[Arrival]:
    return (arrival for arrival in arrivals if arrival.state in ("added", "replaced"))
