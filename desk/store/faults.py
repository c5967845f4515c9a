"""What SQLite reports, told as a sentence that says what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.core.errors import DamagedDeskError, UserError
from desk.core.message import Message, Value, message

# SQLite's name of the fault (its longest prefix listed here) -> the sentence.
SENTENCES = {
    "SQLITE_FULL": message(
        "Not saved: the disk that holds {name} is full. Free some space and try again."
    ),
    "SQLITE_READONLY_DBMOVED": message(
        "Not saved: {name} was moved, replaced or deleted while it was open. Open it again."
    ),
    "SQLITE_READONLY_ROLLBACK": message(
        "{name} was not closed cleanly and lies in a read-only place: "
        "copy it, together with its -journal file, and open the copy."
    ),
    "SQLITE_READONLY": message(
        "Not saved: {name} is read-only. Save a copy elsewhere and work in that."
    ),
    "SQLITE_BUSY": message(
        "{name} is in use by another program. Nothing was changed; try again when it is done."
    ),
    "SQLITE_LOCKED": message(
        "{name} is in use by another program. Nothing was changed; try again when it is done."
    ),
    "SQLITE_IOERR": message(
        "The disk that holds {name} reports an error. Check the disk, then open the desk again."
    ),
    "SQLITE_CORRUPT": message(
        "{name} is damaged. It was not changed; open a backup, or a copy made before today."
    ),
    "SQLITE_NOTADB": message("{name} is not a desk: it is some other kind of file."),
    "SQLITE_CANTOPEN": message(
        "{name} cannot be opened. Check that the file and its folder exist and may be read."
    ),
    "SQLITE_PERM": message("{name} cannot be opened: you have no permission to read it."),
    "SQLITE_AUTH": message("{name} asks for something that a desk never does. It was not changed."),
    "SQLITE_TOOBIG": message(
        "Not saved: one text is too large for a desk (over 1,000 million bytes)."
    ),
}


def sentence_for(error: BaseException, name: Value) -> Message | None:
    """Return the sentence for a known fault, None for what is a bug."""
    code = getattr(error, "sqlite_errorname", None) or ""
    while code:
        if code in SENTENCES:
            return SENTENCES[code].filled(name=name)
        code = code.rpartition("_")[0]
    return None


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn a known SQLite fault inside the block into a UserError; let bugs through."""
    try:
        yield
    except sqlite3.Error as error:
        sentence = sentence_for(error, path.name)
        if sentence is None:
            raise
        kind = DamagedDeskError if "SQLITE_CORRUPT" in error.sqlite_errorname else UserError
        raise kind.of(sentence) from error
