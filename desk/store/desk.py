"""The desk: one SQLite file, and the nouns that live in it."""

import getpass
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from desk import paths
from desk.core.errors import UserError
from desk.core.text import line_starts
from desk.core.types import ArticleId, Changes, HistoryStep, Place
from desk.store import checking, opening, schema
from desk.store.articles import Articles
from desk.store.exporting import Exporting
from desk.store.faults import told
from desk.store.folders import Folders
from desk.store.journal import Journal, Step, now
from desk.store.listing import Listing
from desk.store.notes import Notes
from desk.store.nouns import new_guid
from desk.store.passages import Passages
from desk.store.search import Search
from desk.store.tags import Tags

if TYPE_CHECKING:
    import sqlite_utils


class Desk:
    """An open desk. Every change runs inside `step`; close it, or use it in a `with` block."""

    def __init__(self, path: Path, connection: sqlite3.Connection, coder: str) -> None:
        self.path = path
        self.connection = connection
        self.coder = coder
        self.read_only = not opening.can_write(connection)
        self._journal = Journal(connection, coder)
        if not self.read_only:
            self._journal.watch()
        self._identity = identity(path)
        self._version = self._data_version()
        self._stamp = ""
        self._lines: tuple[ArticleId, str, list[int]] | None = None
        self.articles = Articles(self)
        self.folders = Folders(self)
        self.listing = Listing(self)
        self.passages = Passages(self)
        self.tags = Tags(self)
        self.notes = Notes(self)
        self.search = Search(self)
        self.exporting = Exporting(self)

    @classmethod
    def create(cls, path: Path, coder: str | None = None) -> Self:
        """Make a new desk and open it; UserError if something is there or cannot be made.

        It is made whole under another name first, so that nobody ever sees half of one.
        """
        if path.exists() or path.is_symlink():
            raise UserError(f"{path} exists already. Choose another name, or open it.")
        _expect_place(path.absolute().parent)
        draft = path.with_name(f".{path.name}.{new_guid()[:8]}.new")
        try:
            with told(path):
                _make(draft)
            draft.rename(path)
            opening.flush_folder(path.parent)
        except OSError as error:
            raise UserError(f"{path} cannot be made there: {error.strerror}.") from error
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
        return cls.open(path, coder)

    @classmethod
    def open(cls, path: Path, coder: str | None = None, patience: float = 5.0) -> Self:
        """Open a desk; UserError says what is wrong with one that cannot be opened.

        `patience` is how long to wait for another program's lock, in seconds.
        """
        path = path.resolve()
        connection = opening.open_checked(path, patience)
        try:
            with told(path):
                schema.migrate(connection)
                return cls(path, connection, coder or user_name())
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        """Close the file; nothing is left beside it."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @cached_property
    def db(self) -> "sqlite_utils.Database":
        """The same connection through sqlite-utils, which takes 0.1 s to import: so, late."""
        import sqlite_utils

        database = sqlite_utils.Database(self.connection, execute_plugins=False)
        # Otherwise its first upsert tries out a scratch table in the reader's file.
        database._supports_on_conflict = True
        return database

    # Changing

    @contextmanager
    def step(
        self, label: str, place: Place | None = None, merge: str = "", joins: bool = False
    ) -> Iterator[Step]:
        """Run the block as one undoable transaction; see `Journal.step`.

        A known fault of the file becomes a UserError; whatever fails, nothing is half done.
        """
        with self._writing():
            self._stamp = now()
            try:
                with self._journal.step(label, place, merge, joins) as step:
                    if self._data_version() != self._version:
                        self._journal.forget()
                    yield step
            except BaseException:
                self._lines = None
                raise
            finally:
                self._stamp = ""
            self._landed(step.changes)

    def undo(self) -> Changes | None:
        """Take back the newest step; None if there is none."""
        with self._writing():
            return self._landed(None if self.changed_elsewhere() else self._journal.undo())

    def redo(self) -> Changes | None:
        """Do the last undone step again; None if there is none."""
        with self._writing():
            return self._landed(None if self.changed_elsewhere() else self._journal.redo())

    @property
    def undo_label(self) -> str | None:
        """The name of the step that `undo` would take back."""
        return None if self.changed_elsewhere() else self._journal.undo_label()

    @property
    def redo_label(self) -> str | None:
        """The name of the step that `redo` would do again."""
        return None if self.changed_elsewhere() else self._journal.redo_label()

    def history(self, limit: int = 100) -> list[HistoryStep]:
        """Return the audit trail, the newest step first."""
        return self._journal.trail(limit)

    def changed_elsewhere(self) -> bool:
        """Say whether another program wrote since; what was read must then be read again.

        Undo does not reach back across such a change: the next step forgets what was before.
        """
        return self._data_version() != self._version

    def accept_changes_elsewhere(self) -> None:
        """Declare that everything has been read again after another program wrote."""
        with self._writing():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                self._journal.forget()
                self.connection.execute("COMMIT")
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
            self._version = self._data_version()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise UserError(
                f"{self.path.name} is open to read only: its file or folder cannot be written to. "
                "Save a copy elsewhere and work in that."
            )
        self._expect_same_file()
        with told(self.path):
            yield

    def _landed(self, changes: Changes | None) -> Changes | None:
        if changes is None or changes.touches("articles"):
            self._lines = None
        if changes is not None:
            self._version = self._data_version()
        return changes

    def _data_version(self) -> int:
        """Return SQLite's counter of the commits that other connections made."""
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    def _expect_same_file(self) -> None:
        if identity(self.path) == self._identity:
            return
        copy = self._rescue()
        raise UserError(
            f"{self.path.name} was moved, replaced or deleted while it was open. "
            f"A copy with everything is at {copy}. Open that one; nothing was written to the other."
        )

    def _rescue(self) -> Path:
        """Save what the open connection still reaches under a new name beside the old one."""
        stem = f"{self.path.stem} (rescued {now()[:19].replace(':', '-')})"
        copy = self.path.with_name(f"{stem}{self.path.suffix}")
        try:
            self.save_copy(copy)
        except (sqlite3.Error, OSError, UserError):
            copy = paths.data_folder() / copy.name
            self.save_copy(copy)
        return copy

    def save_copy(self, path: Path) -> None:
        """Write the whole desk to a new file; UserError if something is there already."""
        if path.exists():
            raise UserError(f"{path} exists already. Choose another name.")
        with told(path):
            copy = sqlite3.connect(path, isolation_level=None)
            try:
                self.connection.backup(copy)
            finally:
                copy.close()

    # What the nouns ask of their desk

    def expect_step(self) -> None:
        """Raise RuntimeError outside of a step: that change could not be undone."""
        if not self._stamp:
            raise RuntimeError("a change outside of a step")

    def stamps(self) -> dict[str, str]:
        """Return the columns that say when; all rows of a step have the same time."""
        return {"created": self._stamp, "changed": self._stamp}

    def coder_id(self) -> int:
        """Return the row of the coder at work, added when it is first needed."""
        run = self.connection.execute
        found = run("SELECT id FROM coders WHERE name = ?", (self.coder,)).fetchone()
        if found:
            return int(found[0])
        sql = "INSERT INTO coders (guid, name) VALUES (?, ?)"
        return run(sql, (new_guid(), self.coder)).lastrowid or 0

    def text_and_lines(self, article_id: ArticleId) -> tuple[str, list[int]]:
        """Return an article's text and where its lines start; the last one is kept at hand."""
        if self._lines is None or self._lines[0] != article_id:
            text = self.articles.text(article_id)
            self._lines = (article_id, text, line_starts(text))
        return self._lines[1], self._lines[2]

    # Settings that belong to the desk and not to a step

    def setting(self, key: str) -> str:
        """Return a setting of this desk, empty if it was never set."""
        sql = "SELECT value FROM settings WHERE key = ?"
        row = self.connection.execute(sql, (key,)).fetchone()
        return row[0] if row else ""

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting; not undoable. A desk that is open to read keeps none."""
        if self.read_only or self.setting(key) == value:
            return
        with told(self.path):
            self.db.table("settings").upsert({"key": key, "value": value}, pk="key")

    @property
    def guid(self) -> str:
        """The desk's own id, which a copy of its file shares."""
        return self.setting("guid")

    def check(self) -> list[str]:
        """Return what is wrong with the desk, a sentence each; empty if all is well."""
        with told(self.path):
            return checking.problems(self)


def _expect_place(folder: Path) -> None:
    if not folder.is_dir():
        raise UserError(f"There is no folder {folder}. Choose another one for the desk.")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise UserError(f"{folder} may not be written. Choose another folder for the desk.")


def warm_up() -> None:
    """Import what `Desk.db` needs, so that its first use does not wait for it."""
    import sqlite_utils  # noqa: F401


def _make(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        schema.migrate(connection)
        connection.execute("INSERT INTO settings VALUES ('guid', ?)", (new_guid(),))
    finally:
        connection.close()
    opening.flush_file(path)


def identity(path: Path) -> tuple[int, int] | None:
    """Return device and inode of a file, None if it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def user_name() -> str:
    """Return the login name, the default coder."""
    try:
        return getpass.getuser() or "reader"
    except (OSError, KeyError, ImportError):
        return "reader"
