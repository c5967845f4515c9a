"""Undo and redo that survive a restart, and the audit trail.

The pattern is SQLite's own ("Automatic Undo/Redo Using SQLite", sqlite.org/undoredo.html):
TEMP triggers note each row that changes; `store/row_log.py` has them.

A step's `inverse` in the history is a JSON list of `[verb, table, key, values]`, in the order in
which the rows moved; playing it backwards yields the inverse of the inverse, which is the redo.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from desk.core.errors import UserError
from desk.core.types import Changes, HistoryStep, Place, StepId
from desk.store.nouns import new_guid, now
from desk.store.row_log import Entry, RowLog, dump, joined, load

KEPT_STEPS = 2_000
KEPT_BYTES = 64_000_000


class Step:
    """A step while it runs; `changes` is filled when its block has ended.

    The block may still set `label`, if it is only known then what was done.
    """

    def __init__(self, label: str, place: Place | None, merge: str, joins: bool = False) -> None:
        self.label = label
        self.place = place
        self.merge = merge
        self.joins = joins
        self.changes = Changes(label, place)


class Journal:
    """Records what each transaction does to a connection's tables, and plays it back."""

    def __init__(self, connection: sqlite3.Connection, coder: str) -> None:
        self._connection = connection
        self._coder = coder
        self._rows = RowLog(connection)

    @contextmanager
    def step(
        self, label: str, place: Place | None = None, merge: str = "", joins: bool = False
    ) -> Iterator[Step]:
        """Run the block in one transaction and record its inverse as one undoable step.

        A step that fails, or moves no row, leaves nothing. Steps in a row with the same
        non-empty `merge` become one under the label of the last, as typing does. One that
        `joins` becomes part of the step with its `merge` whatever came between, and gives it
        its label: so do the batches of a long import. It may only add rows, which nothing
        between can have known.
        """
        step = Step(label, place, merge, joins)
        guid = new_guid()
        with self._transaction(guid):
            yield step
            entries, rows = self._rows.collect()
            step.changes = Changes(step.label, step.place, rows)
            if entries:
                self._record(step, guid, entries)

    @contextmanager
    def _transaction(self, guid: str) -> Iterator[None]:
        if self._connection.in_transaction:
            raise RuntimeError("a step inside a step")
        self._rows.watch()
        run = self._connection.execute
        run("BEGIN IMMEDIATE")
        try:
            yield
            run("COMMIT")
        except BaseException as error:
            self._roll_back()
            if not (isinstance(error, sqlite3.Error) and self._landed(guid)):
                raise

    def _roll_back(self) -> None:
        """SQLite rolls back by itself after some errors; only what is left is ours to do."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _landed(self, guid: str) -> bool:
        """Say whether a step is on the disk: an error at COMMIT does not tell."""
        try:
            query = "SELECT 1 FROM history WHERE guid = ?"
            return self._connection.execute(query, (guid,)).fetchone() is not None
        except sqlite3.Error:
            return False

    def _record(self, step: Step, guid: str, entries: list[Entry]) -> None:
        run = self._connection.execute
        run("UPDATE history SET state = 'dropped', inverse = '[]', size = 0 WHERE state = 'undone'")
        last = self._last_with(step) if step.merge else None
        if last:
            inverse = joined(last[1], entries)
            run(
                "UPDATE history SET guid = ?, label = ?, at = ?, inverse = ?, size = ?"
                " WHERE id = ?",
                (guid, step.label, now(), inverse, len(inverse), last[0]),
            )
            return
        inverse = dump(entries)
        place = json.dumps(step.place) if step.place else None
        cursor = run(
            "INSERT INTO history (guid, label, at, coder, place, merge, inverse, size)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (guid, step.label, now(), self._coder, place, step.merge, inverse, len(inverse)),
        )
        self._trim(cursor.lastrowid or 0)

    def _last_with(self, step: Step) -> tuple[int, str] | None:
        """Return id and inverse of the step that this one becomes part of, if there is one."""
        row = self._connection.execute(
            "SELECT id, inverse, merge FROM history WHERE state = 'done' AND size > 0"
            f" {'AND merge = ?' if step.joins else ''} ORDER BY id DESC LIMIT 1",
            (step.merge,) if step.joins else (),
        ).fetchone()
        fits = row and (step.joins or row[2] == step.merge)
        return (row[0], row[1]) if fits else None

    def _trim(self, newest: int) -> None:
        """Forget the inverse of old steps; looked at rarely, since it reads the whole list."""
        if newest % 50:
            return
        self._connection.execute(
            "UPDATE history SET inverse = '[]', size = 0 WHERE size > 0 AND id IN ("
            " SELECT id FROM (SELECT id, sum(size) OVER (ORDER BY id DESC) AS total,"
            "  row_number() OVER (ORDER BY id DESC) AS place FROM history WHERE size > 0)"
            " WHERE place > 1 AND (total > ? OR place > ?))",
            (KEPT_BYTES, KEPT_STEPS),
        )

    def undo_label(self) -> str | None:
        """Return the name of what an undo would take back, None if there is nothing."""
        return self._label("done", "DESC")

    def redo_label(self) -> str | None:
        """Return the name of what a redo would do again, None if there is nothing."""
        return self._label("undone", "ASC")

    def undo(self) -> Changes | None:
        """Take back the newest step; None if there is none, UserError where it no longer fits."""
        return self._turn("done", "DESC")

    def redo(self) -> Changes | None:
        """Do the last undone step again; None if there is none."""
        return self._turn("undone", "ASC")

    def _label(self, state: str, order: str) -> str | None:
        """Return the name of the next step; its inverse, perhaps of megabytes, stays unread."""
        row = self._connection.execute(
            f"SELECT label, size FROM history WHERE state = ? ORDER BY id {order} LIMIT 1", (state,)
        ).fetchone()
        return row[0] if row and row[1] else None

    def _next(self, state: str, order: str) -> tuple[int, str, str | None, str] | None:
        row = self._connection.execute(
            "SELECT id, label, place, inverse, size FROM history WHERE state = ?"
            f" ORDER BY id {order} LIMIT 1",
            (state,),
        ).fetchone()
        return row[:4] if row and row[4] else None

    def _turn(self, state: str, order: str) -> Changes | None:
        found = self._next(state, order)
        if found is None:
            return None
        step_id, label, place, inverse = found
        guid = new_guid()
        with self._transaction(guid):
            self._connection.execute("PRAGMA defer_foreign_keys = ON")
            for entry in reversed(load(inverse)):
                self._move_back(entry, label)
            entries, rows = self._rows.collect()
            turned = dump(entries)
            self._connection.execute(
                "UPDATE history SET guid = ?, state = ?, inverse = ?, size = ? WHERE id = ?",
                (guid, "undone" if state == "done" else "done", turned, len(turned), step_id),
            )
        return Changes(label, _place(place), rows)

    def _move_back(self, entry: Entry, label: str) -> None:
        """Reverse one entry; the row must be there exactly once, else the step no longer fits."""
        if not self._rows.move_back(entry):
            raise UserError(
                "“{label}” cannot be undone or done again: another program has changed the desk "
                "since. Nothing was changed.",
                label=label,
            )

    def forget(self) -> None:
        """Make what is recorded impossible to undo; the audit trail stays. Runs in a step."""
        self._connection.execute("UPDATE history SET inverse = '[]', size = 0 WHERE size > 0")

    def trail(self, limit: int = 100) -> list[HistoryStep]:
        """Return the newest steps first."""
        rows = self._connection.execute(
            "SELECT id, label, at, coder, place, state FROM history ORDER BY id DESC LIMIT ?",
            (limit,),
        )
        return [
            HistoryStep(StepId(id_), label, at, coder, _place(place), state)
            for id_, label, at, coder, place, state in rows
        ]


def _place(stored: str | None) -> Place | None:
    return Place(*json.loads(stored)) if stored else None
