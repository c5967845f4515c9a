"""Tells in a preview which files hold texts that are on the desk already.

The files are read in another process, those in sight first; who scrolls through thousands waits
for none of them.
"""

from collections.abc import Callable, Iterable, Mapping
from threading import Event

from PySide6.QtCore import QObject, QTimer

from desk.core.message import message, plural
from desk.core.text import make_visible
from desk.tasks import importing
from desk.tasks.finding_files import FoundFile
from desk.tasks.importing import Prints
from desk.ui.importing.file_list import Fate, FileList
from desk.ui.jobs import Job
from desk.ui.saying import said

_PAUSE = 200  # milliseconds after the list was scrolled

TitlesOf = Callable[[Iterable[str]], Mapping[str, str]]
"""Fingerprints of texts -> the titles of the articles on the desk with these texts"""


class KnownTexts(QObject):
    """Writes a remark below the files whose texts are known."""

    def __init__(self, files: FileList, titles_of: TitlesOf, owner: QObject) -> None:
        """Watch a list; what reads belongs to `owner`, who outlives the list."""
        super().__init__(files)
        self._owner = owner
        self._files = files
        self._titles_of = titles_of
        self._looked: set[FoundFile] = set()
        self._told: set[FoundFile] = set()  # as they are read now, which is known better elsewhere
        self._first: dict[str, FoundFile] = {}
        self._stopped = Event()
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        bar = files.verticalScrollBar()
        bar.valueChanged.connect(self.begin)
        bar.rangeChanged.connect(self.begin)

    def begin(self) -> None:
        """Look soon through what is in sight."""
        self._pause.start()

    @property
    def is_busy(self) -> bool:
        """Whether files are looked through, or will be soon."""
        return self._job is not None or self._pause.isActive()

    def stop(self) -> None:
        """Look no further."""
        self._pause.stop()
        self._stopped.set()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def tell(self, prints: Prints) -> str:
        """Say of a file, as it is read now, what of it is on the desk; return the words."""
        self._looked.add(prints.file)
        self._told.add(prints.file)
        return self._remark(prints)

    def _look(self) -> None:
        wanted = [file for file in self._files.in_sight() if file not in self._looked]
        if self._job is not None or not wanted:
            return
        self._looked.update(wanted)
        job = Job(importing.prints(wanted, self._stopped.is_set), self._owner)
        job.progressed.connect(lambda prints: self._take(prints) if job is self._job else None)
        job.ended.connect(lambda: self._ended(job))
        self._job = job
        job.start()

    def _ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._look()  # there may be others in sight by now

    def _take(self, prints: Prints) -> None:
        if prints.file not in self._told:
            self._remark(prints)

    def _remark(self, prints: Prints) -> str:
        words = self._words(prints)
        self._files.remark(prints.file, words)
        self._files.foretell(prints.file, self._fate(prints))
        return words

    def _fate(self, prints: Prints) -> Fate:
        """Say what becomes of a file if it is brought in as it is."""
        if prints.refusal is not None:
            return "unreadable"
        if prints.lacks_column:
            return "lacking"
        known = self._titles_of(prints.texts)
        is_new = not prints.texts or any(
            text not in known and self._first.get(text, prints.file) == prints.file
            for text in prints.texts
        )
        return "comes" if is_new else "present"

    def _words(self, prints: Prints) -> str:
        if prints.refusal is not None:
            return self.tr("cannot be read")
        known = self._titles_of(prints.texts)
        here = [text for text in prints.texts if text in known]
        if here and len(here) == len(prints.texts) == 1:
            title = make_visible(known[here[0]])
            return said(message("already on the desk as “{title}”", title=title))
        if len(here) == len(prints.texts) > 1:
            return said(message("all {all} are already on the desk", all=len(here)))
        if here:
            return said(
                plural(
                    len(here),
                    "1 of {all} is already on the desk",
                    "%Ln of {all} are already on the desk",
                    all=len(prints.texts),
                )
            )
        return self._same_here(prints)

    def _same_here(self, prints: Prints) -> str:
        """Say that another file here has the same text."""
        others = [self._first.setdefault(text, prints.file) for text in prints.texts]
        if others and prints.file not in others:
            return said(message("the same text as {name}", name=make_visible(others[0].name)))
        return ""
