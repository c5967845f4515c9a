"""One window for a desk: a lock that dies with its process, and a way to raise the first one."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from desk import paths

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

# QtNetwork is imported where it is used: the first frame does without it.

WAIT = 1500  # milliseconds for the first window to answer
PATIENCE = 30.0  # seconds for it to begin to listen, or to end
PAUSE = 0.05  # seconds between two looks
_LONGEST = 103  # bytes of a socket's path that every Unix takes


class Call(NamedTuple):
    """What a second start tells the first: files of articles to be added, and its `own_token`."""

    articles: Sequence[Path] = ()
    token: str = ""


class DeskLock(QObject):
    """Holds a desk for this process; `raise_wanted` (Call) says that someone opened it again."""

    raise_wanted = Signal(object)

    def __init__(self, desk: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        found = desk.stat()
        # The identity of the file and not its name: a link leads to the same desk.
        key = f"{found.st_dev:x}-{found.st_ino:x}"
        self._path = paths.runtime_folder() / f"{key}.lock"
        self._address = _address(self._path.with_name(key))
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

        if self._server is not None:
            return  # another name for it would leave those out who are calling now
        QLocalServer.removeServer(self._address)
        self._server = QLocalServer(self)
        if not self._address.startswith("/"):
            self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        self._server.listen(self._address)

    def _greet(self) -> None:
        while self._server is not None and (caller := self._server.nextPendingConnection()):
            caller.disconnected.connect(partial(self._hear, caller))
            if caller.state() == caller.LocalSocketState.UnconnectedState:
                self._hear(caller)  # it was quicker

    def _hear(self, caller: QLocalSocket) -> None:
        caller.disconnected.disconnect()
        self.raise_wanted.emit(_call_in(bytes(caller.readAll().data())))
        caller.deleteLater()

    def take_or_raise(self, articles: Sequence[Path] = ()) -> bool:
        """Take the lock, or have the window of the process that holds it raised, and return False.

        That process may have no window yet, or be about to end: it is asked for some seconds.
        Raises TimeoutError if it does neither.
        """
        deadline = time.monotonic() + PATIENCE
        while not self.take():
            if self.raise_other(articles):
                return False
            if time.monotonic() > deadline:
                raise TimeoutError
            time.sleep(PAUSE)
        return True

    def raise_other(self, articles: Sequence[Path] = ()) -> bool:
        """Have the process that holds the lock show its window; False if it does not answer.

        It is told of files of articles to be added.
        """
        from PySide6.QtNetwork import QLocalSocket

        from desk.ui.start.activation import own_token

        caller = QLocalSocket()
        caller.connectToServer(self._address)
        if not caller.waitForConnected(WAIT):
            return False
        caller.write(json.dumps([own_token(), *map(str, articles)]).encode("ascii"))
        caller.waitForBytesWritten(WAIT)
        caller.disconnectFromServer()
        return True

    def release(self) -> None:
        """Let the desk go; the kernel does the same when the process ends."""
        if self._server is not None:
            self._server.close()
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _address(socket: Path) -> str:
    """Return where to listen: a socket in the user's own folder, or a name for Qt to place.

    Qt makes a pipe of a bare name on Windows, elsewhere a socket in the folder for temporary
    files, where many users leave theirs. A path can be too long for a socket.
    """
    if sys.platform != "win32" and len(os.fsencode(socket)) <= _LONGEST:
        return os.fspath(socket)
    return f"reading-desk-{socket.name}"


def _call_in(message: bytes) -> Call:
    """Return what another process said; nothing of it where it said something else."""
    try:
        token, *named = json.loads(message)
    except (ValueError, TypeError, RecursionError):
        return Call()
    if not all(isinstance(part, str) for part in (token, *named)):
        return Call()
    return Call([Path(name) for name in named], token)


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
