"""Watches the file of an open desk: whether it is still the same, and whether others write."""

import sqlite3
from pathlib import Path

from desk import paths
from desk.core.errors import UserError
from desk.store.faults import told
from desk.store.nouns import now


class Guard:
    """The file behind a connection, by its identity and not by its name."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._identity = _identity(path)
        self._version = self._read_version()
        self._copy: Path | None = None

    def expect_same_file(self) -> None:
        """Raise UserError where the file was moved, replaced or deleted under us.

        What the connection still reaches is then in a copy, which the sentence names.
        """
        if _identity(self._path) == self._identity:
            return
        self._copy = self._copy or self._rescue()
        raise UserError(
            "{name} was moved, replaced or deleted while it was open. A copy with everything is "
            "at {copy}. Open that one; nothing was written to the other.",
            name=self._path.name,
            copy=str(self._copy),
        )

    def changed_elsewhere(self) -> bool:
        """Say whether another program wrote since `accept`."""
        return self._read_version() != self._version

    def accept(self) -> None:
        """Take what is in the file now for known."""
        self._version = self._read_version()

    def save_copy(self, path: Path) -> None:
        """Write the whole desk to a new file; UserError if something is there already."""
        if path.exists():
            raise UserError("{path} exists already. Choose another name.", path=str(path))
        with told(path):
            copy = sqlite3.connect(path, isolation_level=None)
            try:
                self._connection.backup(copy)
            finally:
                copy.close()

    def _read_version(self) -> int:
        """Return SQLite's counter of the commits that other connections made."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _rescue(self) -> Path:
        """Save what is left beside the old file, or else among the user's own."""
        stem = f"{self._path.stem} (rescued {now()[:19].replace(':', '-')})"
        copy = self._path.with_name(f"{stem}{self._path.suffix}")
        try:
            self.save_copy(copy)
        except (OSError, UserError):
            copy = paths.data_folder() / copy.name
            self.save_copy(copy)
        return copy


def _identity(path: Path) -> tuple[int, int] | None:
    """Return device and inode of a file, None if it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
