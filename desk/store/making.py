"""A new desk, made whole under another name first, so that nobody ever sees half of one."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from desk.core.errors import UserError, reason
from desk.store import opening, schema
from desk.store.faults import told
from desk.store.nouns import new_guid


def make(path: Path, begin: Callable[[Path], None]) -> None:
    """Make a desk; UserError if something is there, or if it cannot be made there.

    `begin` gets the empty desk, under its other name, to put on it what it begins with.
    """
    if path.exists() or path.is_symlink():
        raise UserError("{path} exists already. Choose another name, or open it.", path=str(path))
    _expect_place(path.absolute().parent)
    draft = path.with_name(f".{path.name}.{new_guid()[:8]}.new")
    try:
        with told(path):
            _fill(draft)
        begin(draft)
        _place(draft, path)
        opening.flush_folder(path.parent)
    except OSError as error:
        raise UserError(
            "{path} cannot be made there: {reason}.", path=str(path), reason=reason(error)
        ) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _place(draft: Path, path: Path) -> None:
    """Give a whole desk its name; FileExistsError if another program made one there meanwhile."""
    try:
        path.hardlink_to(draft)  # renaming would put it over the other one
    except FileExistsError:
        raise
    except OSError:
        draft.rename(path)  # the file system has no links


def _expect_place(folder: Path) -> None:
    if not folder.is_dir():
        raise UserError(
            "There is no folder {path}. Choose another one for the desk.", path=str(folder)
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UserError(
            "{path} may not be written. Choose another folder for the desk.", path=str(folder)
        )


def _fill(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        schema.migrate(connection)
        connection.execute("INSERT INTO settings VALUES ('guid', ?)", (new_guid(),))
    finally:
        connection.close()
    opening.flush_file(path)
