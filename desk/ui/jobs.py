"""Long tasks off the window's thread: generators that report how far they are."""

import threading
from collections.abc import Generator
from contextlib import closing, suppress
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance

from desk.core.errors import UserError


class Job(QObject):
    """Runs one generator in a thread of its own and gathers what it yields.

    `progressed` carries each thing that it yields, `done` the list of them all (an empty one
    unless the job `gathers`), `failed` a `UserError`. A bug is raised again in the window's
    thread. The generator must not touch the desk: SQLite belongs to the window's thread.
    """

    progressed = Signal(object)
    done = Signal(list)
    failed = Signal(object)
    ended = Signal()
    _broke = Signal(object)
    _over = Signal()

    def __init__(self, task: Generator[Any], parent: QObject, gathers: bool = True) -> None:
        super().__init__(parent)
        self._task = task
        self._gathers = gathers
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, name="job")
        self._broke.connect(self._raise, Qt.ConnectionType.QueuedConnection)
        self._over.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop at the next opportunity; `done` is not told then."""
        self._cancelled.set()

    def wait(self) -> None:
        """Wait until the thread has ended."""
        self._thread.join()

    def _run(self) -> None:
        try:
            gathered = self._gather()
        except UserError as error:
            self._tell(self.failed, error)
        except Exception as error:  # noqa: BLE001 - raised again where the window shows it
            self._tell(self._broke, error)
        else:
            if not self._cancelled.is_set():
                self._tell(self.done, gathered)
        self._tell(self._over)

    def _gather(self) -> list[Any]:
        gathered: list[Any] = []
        with closing(self._task):
            for item in self._task:
                if self._cancelled.is_set():
                    break
                if self._gathers:
                    gathered.append(item)
                self._tell(self.progressed, item)
        return gathered

    def _tell(self, signal: SignalInstance, *what: object) -> None:
        """Emit a signal, unless the window is gone by now."""
        with suppress(RuntimeError):
            signal.emit(*what)

    def _end(self) -> None:
        """Tell the end in the window's thread, and only then go: a signal dies with its sender."""
        self.ended.emit()
        self.deleteLater()

    def _raise(self, error: Exception) -> None:
        raise error
