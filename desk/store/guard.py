"""Watches the file of an open desk: whether it is still the same, and whether others write."""

import sqlite3
from contextlib import closing
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
        self._guid = self._read_guid()
        self._version = self._read_version()
        self.copy: Path | None = None  # made once the file is gone from its place

    def is_in_place(self) -> bool:
        """Say whether the file still is where it was opened."""
        return _identity(self._path) == self._identity

    def expect_same_file(self) -> None:
        """Raise UserError where the file was moved, replaced or deleted under us.

        What the connection still reaches is then in a copy, which the sentence names.
        """
        if self.is_in_place():
            return
        self.copy = self.copy or self._rescue()
        raise UserError(
            "{name} was moved, replaced or deleted while it was open. A copy with everything is "
            "at {copy}. Open that one; nothing was written to the other.",
            name=self._path.name,
            copy=str(self.copy),
        )

    def changed_elsewhere(self) -> bool:
        """Say whether another program wrote since `accept`.

        UserError if what it wrote is another desk: what the reader does is not meant for that.
        """
        if self._read_version() == self._version:
            return False
        if self._read_guid() != self._guid:
            raise UserError(
                "{name} was overwritten with another desk while it was open. Open it again; "
                "nothing was written to it.",
                name=self._path.name,
            )
        return True

    def accept(self) -> None:
        """Take what is in the file now for known."""
        self._version = self._read_version()

    def save_copy(self, path: Path) -> None:
        """Write the whole desk to a new file; UserError if something is there already."""
        if path.exists():
            raise UserError("{path} exists already. Choose another name.", path=str(path))
        try:
            with told(path), closing(sqlite3.connect(path, isolation_level=None)) as copy:
                self._connection.backup(copy)
        except BaseException:
            path.unlink(missing_ok=True)  # half of a desk would be taken for a whole one
            raise

    def _read_version(self) -> int:
        """Return SQLite's counter of the commits that other connections made."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _read_guid(self) -> str | None:
        """Return which desk this is, whatever its name and place; an old one may not say."""
        found = self._connection.execute("SELECT value FROM settings WHERE key = 'guid'")
        return next((str(row[0]) for row in found.fetchall()), None)

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
