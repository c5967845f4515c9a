"""From a path to a connection that can be trusted: what is refused, and how it is held.

Everything that can be seen in the bytes is looked at before SQLite touches the file, because
opening a prepared file is enough for it to do harm, and so that a refused file stays as it is.
"""

import os
import sqlite3
import stat
import sys
from collections.abc import Generator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from desk.core.errors import DamagedDeskError, UserError, reason
from desk.core.message import plural
from desk.store import schema
from desk.store.faults import told

MAGIC = b"SQLite format 3\x00"
HEADER_SIZE = 100

# A check of a file below this size costs less than a frame; larger ones are checked later, by
# `quick_check` in another thread.
QUICK_CHECK_BYTES = 8_000_000

LIMITS = {
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LENGTH: 1_000_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 20,
}

# EXTRA and DELETE: the only pair that lost nothing over every simulated power cut
# (docs/design.md, "How the file is kept").
PRAGMAS = (
    "trusted_schema = OFF",
    "foreign_keys = ON",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "fullfsync = ON",
    "synchronous = EXTRA",
    "cache_size = -65536",
)


class Header(NamedTuple):
    """What the first 100 bytes of an SQLite file say; sizes in bytes."""

    page_size: int
    pages: int
    user_version: int
    application_id: int


def inspect(path: Path) -> Header:
    """Read a file's header without SQLite; raise UserError where it is not an intact desk."""
    _expect_file(path)
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            first = file.read(HEADER_SIZE)
    except OSError as error:
        raise UserError(
            "{name} cannot be read: {reason}.", name=path.name, reason=reason(error)
        ) from error
    if not first:
        raise UserError(
            "{name} is empty, so it is not a desk. Start a new one instead.", name=path.name
        )
    if not first.startswith(MAGIC) or len(first) < HEADER_SIZE:
        raise UserError(
            "{name} is not a desk: it is some other kind of file. If it is a text to read, open a "
            "desk and add it there (on the command line: reading-desk import).",
            name=path.name,
        )
    header = _parse_header(first)
    _expect_desk(path, header)
    _expect_honest_journal(path)
    if not _has_journal(path):
        _expect_whole(path, header, size)
    return header


def _expect_file(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise UserError(
            "There is no file {path}. Check the name, or start a new desk.", path=str(path)
        ) from None
    except OSError as error:
        raise UserError(
            "{path} cannot be opened: {reason}.", path=str(path), reason=reason(error)
        ) from error
    if stat.S_ISDIR(mode):
        raise UserError("{path} is a folder, not a desk. Choose a file.", path=str(path))
    if not stat.S_ISREG(mode):
        raise UserError("{path} is not an ordinary file, so it cannot be a desk.", path=str(path))


def _parse_header(first: bytes) -> Header:
    def number(offset: int, length: int = 4) -> int:
        return int.from_bytes(first[offset : offset + length], "big")

    page_size = number(16, 2)
    return Header(65536 if page_size == 1 else page_size, number(28), number(60), number(68))


def _expect_desk(path: Path, header: Header) -> None:
    if header.application_id != schema.APPLICATION_ID:
        raise UserError("{name} is an SQLite file of another program, not a desk.", name=path.name)
    if header.user_version > schema.VERSION:
        raise UserError(
            "{name} was made by a newer Reading Desk (format {format}; this one knows up to "
            "{known}). Update Reading Desk to open it.",
            name=path.name,
            format=str(header.user_version),
            known=str(schema.VERSION),
        )


def _has_journal(path: Path) -> bool:
    """Say whether the last change was cut off; SQLite takes it back when it opens the file.

    Until then the header may already count pages that were never written.
    """
    try:
        return Path(f"{path}-journal").stat().st_size > 0
    except OSError:
        return False


def _expect_whole(path: Path, header: Header, size: int) -> None:
    missing = header.pages * header.page_size - size
    if missing > 0:
        raise DamagedDeskError.of(
            plural(
                missing,
                "{name} is incomplete: a byte is missing. "
                "Was the copy interrupted? Copy it again, or open a backup.",
                "{name} is incomplete: %Ln bytes are missing. "
                "Was the copy interrupted? Copy it again, or open a backup.",
                name=path.name,
            )
        )


def _expect_honest_journal(path: Path) -> None:
    """Refuse a journal that names a super-journal: SQLite would delete the file it names."""
    journal = Path(f"{path}-journal")
    try:
        tail = journal.read_bytes()[-8:] if journal.is_file() else b""
    except OSError:
        tail = b""
    if tail == b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7":
        raise UserError(
            "{name} beside the desk names another file to be removed; no desk makes such a "
            "journal. Move it away if you do not know it, then open the desk.",
            name=journal.name,
        )


def connect(path: Path, patience: float = 5.0) -> sqlite3.Connection:
    """Open an existing file; `patience` is how long to wait for a lock, in seconds."""
    uri = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=patience)
    try:
        if sys.version_info >= (3, 12):
            connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        for category, limit in LIMITS.items():
            connection.setlimit(category, limit)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def open_checked(path: Path, patience: float = 5.0) -> sqlite3.Connection:
    """Open a desk of unknown origin, or raise UserError; a refused file stays unchanged."""
    inspect(path)
    with told(path):
        connection = connect(path, patience)
        try:
            header = _recovered_header(connection)
            _expect_desk(path, header)
            _expect_our_schema(path, connection, header)
            _expect_sound(path, connection, header)
        except BaseException:
            connection.close()
            raise
    return connection


def _recovered_header(connection: sqlite3.Connection) -> Header:
    """Read the header through SQLite, after it has taken back a change that was cut off."""
    names = ("page_size", "page_count", "user_version", "application_id")
    return Header(*(connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names))


def _expect_our_schema(path: Path, connection: sqlite3.Connection, header: Header) -> None:
    found = schema.signature(connection)
    expected = schema.expected_signature()
    if header.user_version == schema.VERSION:
        for name, ours in expected.items():
            if found.get(name) != ours:
                raise DamagedDeskError(
                    "{name} was altered by another program ({kind} {part} is not as Reading Desk "
                    "makes it). It was not changed.",
                    name=path.name,
                    kind=ours[0],
                    part=name,
                )
    for name, (kind, _) in found.items():
        if kind == "trigger" and name not in expected:
            raise DamagedDeskError(
                "{name} holds a trigger {part} that is not Reading Desk's and could change your "
                "data. It was not opened.",
                name=path.name,
                part=name,
            )
    # The schema is ours now; below SQLite 3.44, FTS5 in triggers needs it to be trusted.
    connection.execute("PRAGMA trusted_schema = ON")


def _expect_sound(path: Path, connection: sqlite3.Connection, header: Header) -> None:
    if header.pages * header.page_size > QUICK_CHECK_BYTES:
        return
    answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if answer != "ok":
        raise DamagedDeskError(
            "{name} is damaged ({fault}). It was not changed; open a backup, or a copy made "
            "earlier.",
            name=path.name,
            fault=answer.splitlines()[-1],
        )


def quick_check(path: Path) -> Generator[str]:
    """Yield what is damaged in a large file, through a connection of its own.

    It may run in another thread; small files were checked when they were opened.
    """
    if path.stat().st_size <= QUICK_CHECK_BYTES:
        return
    with told(path), closing(connect(path)) as connection:
        for (answer,) in connection.execute("PRAGMA quick_check(3)"):
            if answer != "ok":
                yield str(answer)


def can_write(connection: sqlite3.Connection) -> bool:
    """Probe whether the file takes writes, without changing a byte or a time of it."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA user_version = {version}")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith("SQLITE_READONLY"):
            return False
        raise
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    return True


def flush_file(path: Path) -> None:
    """Wait until a closed file's bytes are on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Wait until a folder's new names are on the disk; some systems cannot be asked."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
