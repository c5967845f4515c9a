"""One window for a desk: a lock that dies with its process, and a way to raise the first one."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desk import paths

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

# QtNetwork is imported where it is used: the first frame does without it.

WAIT = 1500  # milliseconds for the first window to answer


class DeskLock(QObject):
    """Holds a desk for this process; `raise_wanted` says that someone opened it again."""

    raise_wanted = Signal()

    def __init__(self, desk: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        found = desk.stat()
        # The identity of the file and not its name: a link leads to the same desk.
        self._key = f"reading-desk-{found.st_dev:x}-{found.st_ino:x}"
        self._path = paths.runtime_folder() / f"{self._key}.lock"
        self._handle: int | None = None
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Take the lock; False if another process holds it."""
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _locked(handle):
            os.close(handle)
            return False
        self._handle = handle
        return True

    def listen(self) -> None:
        """Wait for others that open the same desk; needs the lock."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._key)
        self._server = QLocalServer(self)
        self._server.newConnection.connect(self._greet)
        self._server.listen(self._key)

    def _greet(self) -> None:
        if self._server is not None:
            self._server.nextPendingConnection().close()
            self.raise_wanted.emit()

    def raise_other(self) -> bool:
        """Have the process that holds the lock show its window; False if it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        caller = QLocalSocket()
        caller.connectToServer(self._key)
        return caller.waitForConnected(WAIT)

    def release(self) -> None:
        """Let the desk go; the kernel does the same when the process ends."""
        if self._server is not None:
            self._server.close()
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
