"""Read files in another process, so that a bad one costs itself alone."""

import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import closing, suppress
from itertools import islice
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any, NamedTuple, cast

import desk
from desk.core.message import Message, message
from desk.core.types import Codebook, Draft
from desk.formats import wire
from desk.formats.source import Options, not_read
from desk.formats.wire import TablePreview

_START = "from desk.formats.serve import main; main()"
_LOOK = 0.05  # seconds between two looks at whether the reader gave up
_TRIES = 2  # processes that may die over a file
_AHEAD = 16  # files that are read while the last one's drafts are still being stored
_WINDOWLESS = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would flash a console


class Outcome(NamedTuple):
    """What became of one file: drafts, or a sentence that says why there are none.

    `codebook` is what a project of another program holds besides; it may come without drafts.
    `report` is set if the fault is the program's own, for the reader to copy. `table` is the
    preview of a table of articles, whether it could be read or its columns must be chosen.
    `words` says how many words each draft has. `is_locked` says that the right password is
    missing.
    """

    path: Path
    drafts: tuple[Draft, ...] = ()
    error: Message | None = None
    report: str = ""
    table: TablePreview | None = None
    words: tuple[int, ...] = ()
    is_locked: bool = False
    codebook: Codebook | None = None


def read_files(
    paths: Iterable[Path],
    *,
    timeout_s: float = 60,
    memory_mb: int = 1500,
    options: Options | None = None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Generator[Outcome]:
    """Yield an outcome for each file, in order, as soon as it is known.

    One process reads all of them. It is killed when a file takes longer than `timeout_s`
    seconds, it fails when one needs more than `memory_mb`, and a new one goes on with the next
    file. `is_cancelled` is asked many times a second, while a file is being read too. Closing
    the generator ends the process.
    """
    chosen = options or Options()
    with closing(_Reader(timeout_s, memory_mb, is_cancelled, chosen)) as reader:
        rest = iter(paths)
        while True:
            for path in islice(rest, _AHEAD - reader.waiting):
                reader.ask(path)
            if not reader.waiting or (outcome := reader.outcome()) is None:
                return
            yield outcome


class _Reader:
    """One process at a time, started when the first file comes and after each that broke it.

    A file over which a process died is read once more: a system short of memory ends whom it likes.
    """

    def __init__(
        self,
        timeout_s: float,
        memory_mb: int,
        is_cancelled: Callable[[], bool],
        options: Options,
    ) -> None:
        self._timeout_s = timeout_s
        self._memory_mb = memory_mb
        self._is_cancelled = is_cancelled
        self._options = {**options._asdict(), "columns": dict(options.columns)}
        self._asked: deque[Path] = deque()
        self._process: _Process | None = None
        self._replies: Queue[dict[str, Any] | None] = Queue()

    @property
    def waiting(self) -> int:
        """How many files were asked for of which nothing is known yet."""
        return len(self._asked)

    def ask(self, path: Path) -> None:
        """Have a file read; outcomes come in the order of asking."""
        self._asked.append(path)
        self._send(path)

    def _send(self, path: Path) -> None:
        if self._process is None:
            self._replies = Queue()
            self._process = _Process(self._memory_mb, self._replies)
        request = {"path": str(path), "options": self._options, "timeout_s": self._timeout_s}
        self._process.ask(request)

    def outcome(self) -> Outcome | None:
        """Return what became of the file asked for first, or None if the reader gave up."""
        deadline = time.monotonic() + self._timeout_s
        deaths = 0
        while not self._is_cancelled():
            with suppress(Empty):
                reply = self._replies.get(timeout=_LOOK)
                if reply is not None:
                    return _outcome(self._asked.popleft(), reply)
                deaths += 1
                if deaths == _TRIES:
                    return self._broken(_BROKE)
                self._start_again()
                deadline = time.monotonic() + self._timeout_s
            if time.monotonic() > deadline:
                return self._broken(self._too_long())
        return None

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._process:
            self._process.kill()
            self._process = None

    def _too_long(self) -> Message:
        return message("It took more than {seconds} seconds.", seconds=f"{self._timeout_s:g}")

    def _broken(self, why: Message) -> Outcome:
        path = self._asked.popleft()
        self._start_again()
        return Outcome(path, error=not_read(path.name, why))

    def _start_again(self) -> None:
        """Ask a new process for all that the old one still knew of."""
        self.close()
        for path in self._asked:
            self._send(path)


_BROKE = message(
    "Its reader broke down over it or ran out of memory: the file is damaged or hostile."
)


class _Process:
    """The process that reads, and a thread that takes its replies as they come."""

    def __init__(self, memory_mb: int, replies: Queue[dict[str, Any] | None]) -> None:
        self._replies = replies
        # -P keeps the folder that the program was started in from lending it modules.
        self._popen = subprocess.Popen(
            [sys.executable, "-P", "-c", _START, str(memory_mb)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": _search_path()},
            creationflags=_WINDOWLESS,
        )
        self._requests = cast("IO[bytes]", self._popen.stdin)
        self._answers = cast("IO[bytes]", self._popen.stdout)
        self._thread = Thread(target=self._listen, name="replies of a file reader", daemon=True)
        self._thread.start()

    def ask(self, request: dict[str, Any]) -> None:
        """Send a request; that nobody is there any more shows in the replies."""
        with suppress(OSError):
            wire.send(self._requests, request)

    def kill(self) -> None:
        """End the process and wait for the end of everything that belongs to it."""
        self._popen.kill()
        self._thread.join()
        with suppress(OSError):
            self._requests.close()
        self._answers.close()
        self._popen.wait()

    def _listen(self) -> None:
        while reply := wire.receive(self._answers):
            self._replies.put(reply)
        self._replies.put(None)


def _search_path() -> str:
    own = str(Path(desk.__file__).parents[1])
    return os.pathsep.join(filter(None, (own, os.environ.get("PYTHONPATH", ""))))


def _outcome(path: Path, reply: dict[str, Any]) -> Outcome:
    table, book = reply["table"], reply["codebook"]
    return Outcome(
        path,
        tuple(map(wire.draft_from_wire, reply["drafts"])),
        wire.message_from_wire(reply["error"]) if reply["error"] else None,
        reply["report"],
        wire.preview_from_wire(table) if table else None,
        tuple(reply["words"]),
        bool(reply["is_locked"]),
        wire.codebook_from_wire(book) if book else None,
    )
