"""What SQLite reports, told as a sentence that says what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk.core.errors import DamagedDeskError, UserError

# SQLite's name of the fault (its longest prefix listed here) -> the sentence.
SENTENCES = {
    "SQLITE_FULL": "Not saved: the disk that holds {name} is full. Free some space and try again.",
    "SQLITE_READONLY_DBMOVED": (
        "Not saved: {name} was moved, replaced or deleted while it was open. Open it again."
    ),
    "SQLITE_READONLY_ROLLBACK": (
        "{name} was not closed cleanly and lies in a read-only place: "
        "copy it, together with its -journal file, and open the copy."
    ),
    "SQLITE_READONLY": "Not saved: {name} is read-only. Save a copy elsewhere and work in that.",
    "SQLITE_BUSY": (
        "{name} is in use by another program. Nothing was changed; try again when it is done."
    ),
    "SQLITE_LOCKED": (
        "{name} is in use by another program. Nothing was changed; try again when it is done."
    ),
    "SQLITE_IOERR": (
        "The disk that holds {name} reports an error. Check the disk, then open the desk again."
    ),
    "SQLITE_CORRUPT": (
        "{name} is damaged. It was not changed; open a backup, or a copy made before today."
    ),
    "SQLITE_NOTADB": "{name} is not a desk: it is some other kind of file.",
    "SQLITE_CANTOPEN": (
        "{name} cannot be opened. Check that the file and its folder exist and may be read."
    ),
    "SQLITE_PERM": "{name} cannot be opened: you have no permission to read it.",
    "SQLITE_AUTH": "{name} asks for something that a desk never does. It was not changed.",
    "SQLITE_TOOBIG": "Not saved: one text is too large for a desk (over 1,000 million bytes).",
}


def sentence_for(error: BaseException, name: str) -> str | None:
    """Return the sentence for a known fault, None for what is a bug."""
    code = getattr(error, "sqlite_errorname", None) or ""
    while code:
        if code in SENTENCES:
            return SENTENCES[code].format(name=name)
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
        raise kind(sentence) from error
