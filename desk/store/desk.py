"""The desk: one SQLite file, and the nouns that live in it."""

import getpass
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from desk.core.errors import UserError
from desk.core.folding import folded
from desk.core.message import Message
from desk.core.types import Changes, HistoryStep, Place
from desk.store import opening, schema
from desk.store.articles import Articles
from desk.store.coders import Coders
from desk.store.exporting import Exporting
from desk.store.faults import told
from desk.store.folders import Folders
from desk.store.guard import Guard
from desk.store.journal import Journal, Step
from desk.store.listing import Listing
from desk.store.notes import Notes
from desk.store.nouns import now
from desk.store.passages import Passages
from desk.store.settings import Bookmarks, DeskSettings
from desk.store.tags import Tags

if TYPE_CHECKING:
    import sqlite_utils

    from desk.store.incoming import Incoming
    from desk.store.saved_searches import SavedSearches
    from desk.store.search import Search
    from desk.store.taggings import Taggings


class Desk:
    """An open desk. Every change runs inside `step`; close it, or use it in a `with` block."""

    def __init__(self, path: Path, connection: sqlite3.Connection, coder: str) -> None:
        self.path = path
        self.connection = connection
        self.coder = coder
        self.read_only = not opening.can_write(connection)
        # So that SQL compares as people do.
        connection.create_function("folded", 1, folded, deterministic=True)
        self._journal = Journal(connection, coder)
        self.guard = Guard(path, connection)
        self._stamp = ""
        self.settings = DeskSettings(self)
        self.bookmarks = Bookmarks(self.settings)
        self.coders = Coders(self)
        self.articles = Articles(self)
        self.folders = Folders(self)
        self.listing = Listing(self)
        self.passages = Passages(self)
        self.tags = Tags(self)
        self.notes = Notes(self)
        self.exporting = Exporting(self)

    @classmethod
    def create(
        cls,
        path: Path,
        coder: str | None = None,
        begin: Callable[[Self], object] | None = None,
    ) -> Self:
        """Make a new desk and open it; UserError if something is there or cannot be made.

        What `begin` puts on it is there from the first moment that another program sees it.
        """

        def begin_draft(draft: Path) -> None:
            if begin is not None:
                with cls.open(draft, coder) as desk:
                    desk.path = path  # which the errors name
                    begin(desk)

        from desk.store.making import make  # late: a desk is made once, and opened every day

        make(path, begin_draft)
        return cls.open(path, coder)

    @classmethod
    def open(cls, path: Path, coder: str | None = None, patience: float = 5.0) -> Self:
        """Open a desk; UserError says what is wrong with one that cannot be opened.

        `patience` is how long to wait for another program's lock, in seconds.
        """
        path = Path(os.path.realpath(path))  # unlike resolve, no error for a link in a circle
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
    def taggings(self) -> "Taggings":
        """Which passages carry which tags; made when it is first asked, after the first frame."""
        from desk.store.taggings import Taggings

        return Taggings(self)

    @cached_property
    def search(self) -> "Search":
        """What is said where; made when it is first asked: it takes 1 ms to import."""
        from desk.store.search import Search

        return Search(self)

    @cached_property
    def searches(self) -> "SavedSearches":
        """The saved searches; made when they are first asked for."""
        from desk.store.saved_searches import SavedSearches

        return SavedSearches(self)

    @cached_property
    def incoming(self) -> "Incoming":
        """What comes with the articles of other programs; made when it is first asked for."""
        from desk.store.incoming import Incoming

        return Incoming(self)

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
                    if self.guard.changed_elsewhere():
                        self._journal.forget()
                    yield step
            except BaseException:
                self.articles.forget_text()
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
        with told(self.path):
            return self.guard.changed_elsewhere()

    def accept_changes_elsewhere(self) -> None:
        """Declare that everything has been read again after another program wrote."""
        if self.read_only:  # it has no steps of its own to forget
            self.guard.accept()
            return
        with self._writing():
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                self._journal.forget()
                self.connection.execute("COMMIT")
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
            self.guard.accept()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise self.read_only_error()
        self.guard.expect_same_file()
        with told(self.path):
            yield

    def read_only_error(self) -> UserError:
        """Return what to tell of a desk that is `read_only`."""
        return UserError(
            "{name} is open to read only: its file or folder cannot be written to. Save a copy "
            "elsewhere and work in that.",
            name=self.path.name,
        )

    def _landed(self, changes: Changes | None) -> Changes | None:
        if changes is None or changes.touches("articles"):
            self.articles.forget_text()
        if changes is not None:
            self.guard.accept()
        return changes

    def save_copy(self, path: Path) -> None:
        """Write the whole desk to a new file; UserError if something is there already."""
        self.guard.save_copy(path)

    def check(self) -> list[Message]:
        """Return what is wrong with the desk, a sentence each; empty if all is well."""
        from desk.store import checking  # late, as `making`

        with told(self.path):
            return checking.problems(self)

    def stamps(self) -> dict[str, str]:
        """Return the columns that say when; all rows of a step have the same time.

        RuntimeError outside of a step: that change could not be undone.
        """
        if not self._stamp:
            raise RuntimeError("a change outside of a step")
        return {"created": self._stamp, "changed": self._stamp}


def warm_up() -> None:
    """Import what `Desk.db` needs, so that its first use does not wait for it."""
    import sqlite_utils  # noqa: F401


def user_name() -> str:
    """Return the login name, the default coder."""
    try:
        return getpass.getuser() or "reader"
    except (OSError, KeyError, ImportError):
        return "reader"
