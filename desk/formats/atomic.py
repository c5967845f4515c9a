"""Write a file whole or not at all."""

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from desk.core.errors import UserError, reason
from desk.core.message import message

_STRAY = ".reading-desk-*.part"
_STRAY_AGE = 24 * 3600  # seconds; a younger one may belong to a writer that still runs

# Windows alone has O_BINARY: without it every LF would become CRLF there.
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

_TROUBLES = {
    errno.ENOSPC: message("the disk is full. Make room or choose another place."),
    errno.EDQUOT: message("your share of the disk is used up. Make room or choose another place."),
    errno.EACCES: message("this folder may not be written. Choose another folder."),
    errno.EPERM: message("this folder may not be written. Choose another folder."),
    errno.EROFS: message("this folder may not be written. Choose another folder."),
    errno.ENOENT: message("the folder does not exist. Choose another folder."),
    errno.ENOTDIR: message("the folder does not exist. Choose another folder."),
    errno.ELOOP: message("it is a link that leads nowhere. Choose another name."),
    errno.ENAMETOOLONG: message("the name is too long. Choose a shorter one."),
}


def write_atomically(path: Path, chunks: Iterable[bytes]) -> None:
    """Write `chunks` to `path`: all of them, or the file stays as it was.

    An existing file keeps its mode, a link stays a link. Raise UserError when the place cannot
    be written; what `chunks` raises comes through. Either way nothing is left behind.
    """
    for _ in write_in_steps(path, chunks):
        pass


def write_in_steps(path: Path, chunks: Iterable[bytes]) -> Iterator[int]:
    """Do as `write_atomically`, yielding the size in bytes after each chunk.

    Closing the generator before its end leaves the file as it was.
    """
    target = _real(path)
    _refuse_unwritable(target, path.name)
    _sweep(target.parent)
    part = target.with_name(f".reading-desk-{secrets.token_hex(6)}.part")
    with _told_to_the_reader(path.name):
        descriptor = os.open(part, _CREATE, 0o666)
    try:
        try:
            yield from _fill(descriptor, chunks, path.name)
        finally:
            os.close(descriptor)
        with _told_to_the_reader(path.name):
            _keep_mode(part, target)
            part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    _flush_folder(target.parent)


def refuse_same_file(out: Path, desk: Path) -> None:
    """Raise UserError if writing `out` would destroy the desk or one of its journals."""
    own = [desk, *(Path(f"{desk}{suffix}") for suffix in ("-journal", "-wal", "-shm"))]
    if any(_is_same(out, path) for path in own):
        raise UserError(
            "“{name}” is the desk itself. Choose another name for the export.", name=out.name
        )


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:
        raise UserError("“{name}” is a link that leads nowhere.", name=path.name) from error


def _is_same(one: Path, other: Path) -> bool:
    # samefile asks the file system and opens nothing: closing a second handle on an open
    # desk would drop SQLite's locks.
    with contextlib.suppress(OSError):
        return one.samefile(other)
    return _real(one) == _real(other)


def _refuse_unwritable(target: Path, name: str) -> None:
    try:
        mode = target.stat().st_mode
    except OSError:
        return  # not there yet; opening says what else is wrong
    if stat.S_ISDIR(mode):
        raise UserError("“{name}” is a folder. Choose a name for a file.", name=name)
    if not stat.S_ISREG(mode):
        raise UserError(
            "“{name}” is a device or a pipe, not a file. Choose another name.", name=name
        )
    if not os.access(target, os.W_OK):
        raise UserError("“{name}” is write-protected. Choose another name.", name=name)


@contextlib.contextmanager
def _told_to_the_reader(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        trouble = _TROUBLES.get(error.errno or 0) or reason(error)
        raise UserError(
            "“{name}” was not written: {trouble}", name=name, trouble=trouble
        ) from error


def _fill(descriptor: int, chunks: Iterable[bytes], name: str) -> Iterator[int]:
    size = 0
    for chunk in chunks:
        with _told_to_the_reader(name):
            rest = memoryview(chunk)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        size += len(chunk)
        yield size
    with _told_to_the_reader(name):
        os.fsync(descriptor)


def _keep_mode(part: Path, target: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        part.chmod(stat.S_IMODE(target.stat().st_mode))


def _flush_folder(folder: Path) -> None:
    # The rename itself must reach the disk; where a folder cannot be opened it is best effort.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sweep(folder: Path) -> None:
    """Remove what a killed writer left in this folder long ago."""
    limit = time.time() - _STRAY_AGE
    with contextlib.suppress(OSError):
        for stray in folder.glob(_STRAY):
            if stray.stat().st_mtime < limit:
                stray.unlink()
