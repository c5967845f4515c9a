"""Undo and redo that survive a restart, and the audit trail.

The pattern is SQLite's own ("Automatic Undo/Redo Using SQLite", sqlite.org/undoredo.html):
TEMP triggers note each row that changes. Here they note values instead of statements, so that
a desk from a stranger can bring no SQL of its own: the statements are built from our columns.

A step's `inverse` in the history is a JSON list of `[verb, table, key, values]`, in the order in
which the rows moved; playing it backwards yields the inverse of the inverse, which is the redo.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, NamedTuple

from desk.core.errors import UserError
from desk.core.types import Changes, HistoryStep, Place, StepId, Table
from desk.store.nouns import new_guid

# Table -> (columns that identify a row, what `Changes` reports as its key, with {row}).
TABLES: dict[Table, tuple[tuple[str, ...], tuple[str, str]]] = {
    "folders": (("id",), ("{row}.id", "NULL")),
    "articles": (("id",), ("{row}.id", "NULL")),
    "passages": (("id",), ("{row}.id", "NULL")),
    "tags": (("id",), ("{row}.id", "NULL")),
    "passage_tags": (("passage_id", "tag_id"), ("{row}.passage_id", "{row}.tag_id")),
    "notes": (("id",), ("{row}.id", "ifnull({row}.passage_id, 0)")),
}

# An article's text never changes, so an edit of its title need not carry megabytes along.
FINAL_COLUMNS = {"articles": {"text", "styles", "sha256"}}

KEPT_STEPS = 2_000
KEPT_BYTES = 64_000_000


class Entry(NamedTuple):
    """One row that moved: what was done to it, and the values before."""

    verb: str
    table: Table
    key: tuple[int, ...]
    values: dict[str, Any]


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


def now() -> str:
    """Return the time as it is stored: UTC, milliseconds, ISO 8601 with Z."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Journal:
    """Records what each transaction does to a connection's tables, and plays it back."""

    def __init__(self, connection: sqlite3.Connection, coder: str) -> None:
        self._connection = connection
        self._coder = coder
        self._columns = {table: self._columns_of(table) for table in TABLES}
        self._watching = False

    def _columns_of(self, table: str) -> tuple[str, ...]:
        rows = self._connection.execute(f"PRAGMA table_info({table})")
        return tuple(row[1] for row in rows)

    def _watch(self) -> None:
        """Note the rows that move from the first step on: a start is 1 ms shorter without it."""
        self._watching = True
        run = self._connection.execute
        run(
            "CREATE TEMP TABLE moved_rows (seq INTEGER PRIMARY KEY, verb TEXT, name TEXT,"
            " key_a INTEGER, key_b INTEGER, before TEXT, after TEXT)"
        )
        for table in TABLES:
            for verb in ("insert", "update", "delete"):
                run(self._trigger(table, verb))

    def _trigger(self, table: Table, verb: str) -> str:
        row = "new" if verb == "insert" else "old"
        key_a, key_b = (part.format(row=row) for part in TABLES[table][1])
        kept = [c for c in self._columns[table] if c not in FINAL_COLUMNS.get(table, ())]
        before = {
            "insert": _as_json("new", TABLES[table][0]),
            "update": _as_json("old", kept),
            "delete": _as_json("old", self._columns[table]),
        }[verb]
        after = _as_json("new", kept) if verb == "update" else "NULL"
        return (
            f"CREATE TEMP TRIGGER watch_{table}_{verb} AFTER {verb} ON main.{table} BEGIN "
            "INSERT INTO moved_rows (verb, name, key_a, key_b, before, after) "
            f"VALUES ('{verb}', '{table}', {key_a}, {key_b}, {before}, {after}); END"
        )

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
            entries, step.changes = self._collect(step.label, step.place)
            if entries:
                self._record(step, guid, entries)

    @contextmanager
    def _transaction(self, guid: str) -> Iterator[None]:
        if self._connection.in_transaction:
            raise RuntimeError("a step inside a step")
        if not self._watching:
            self._watch()
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

    def _collect(self, label: str, place: Place | None) -> tuple[list[Entry], Changes]:
        query = "SELECT verb, name, key_a, key_b, before, after FROM moved_rows ORDER BY seq"
        entries: list[Entry] = []
        moved: dict[Table, set[tuple[int, ...]]] = {}
        for verb, table, key_a, key_b, before, after in self._connection.execute(query):
            values = json.loads(before)
            key = tuple(values[column] for column in TABLES[table][0])
            if verb == "insert":
                values = {}
            elif verb == "update":
                new = json.loads(after)
                values = {c: v for c, v in values.items() if new[c] != v}
                if not values:
                    continue
            entries.append(Entry(verb, table, key, values))
            moved.setdefault(table, set()).add((key_a,) if key_b is None else (key_a, key_b))
        self._connection.execute("DELETE FROM moved_rows")
        rows = {table: frozenset(keys) for table, keys in moved.items()}
        return entries, Changes(label, place, rows)

    def _record(self, step: Step, guid: str, entries: list[Entry]) -> None:
        run = self._connection.execute
        run("UPDATE history SET state = 'dropped', inverse = '[]', size = 0 WHERE state = 'undone'")
        last = self._last_with(step) if step.merge else None
        if last:
            inverse = _dump(_merged([Entry(*entry) for entry in json.loads(last[1])], entries))
            run(
                "UPDATE history SET guid = ?, label = ?, at = ?, inverse = ?, size = ?"
                " WHERE id = ?",
                (guid, step.label, now(), inverse, len(inverse), last[0]),
            )
            return
        inverse = _dump(entries)
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
            for entry in reversed(json.loads(inverse)):
                self._play(Entry(*entry), label)
            entries, changes = self._collect(label, Place(*json.loads(place)) if place else None)
            turned = _dump(entries)
            self._connection.execute(
                "UPDATE history SET guid = ?, state = ?, inverse = ?, size = ? WHERE id = ?",
                (guid, "undone" if state == "done" else "done", turned, len(turned), step_id),
            )
        return changes

    def _play(self, entry: Entry, label: str) -> None:
        """Reverse one entry; the row must be there exactly once, else the step no longer fits."""
        sql, values = self._reversal(entry)
        if self._connection.execute(sql, values).rowcount != 1:
            raise UserError(
                f"“{label}” cannot be undone or done again: "
                "another program has changed the desk since. Nothing was changed."
            )

    def _reversal(self, entry: Entry) -> tuple[str, Sequence[Any]]:
        verb, table, key, values = entry
        if not set(values) <= set(self._columns.get(table, ())) or table not in TABLES:
            raise UserError("The history of this desk was altered; it cannot be undone from here.")
        where = " AND ".join(f"{column} = ?" for column in TABLES[table][0])
        names = [f'"{column}"' for column in values]
        if verb == "insert":
            return f"DELETE FROM {table} WHERE {where}", key
        if verb == "update":
            sets = ", ".join(f"{name} = ?" for name in names)
            return f"UPDATE {table} SET {sets} WHERE {where}", (*values.values(), *key)
        marks = ", ".join("?" * len(names))
        sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
        return sql, tuple(values.values())

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
            HistoryStep(
                StepId(id_), label, at, coder, Place(*json.loads(place)) if place else None, state
            )
            for id_, label, at, coder, place, state in rows
        ]


def _as_json(row: str, columns: Sequence[str]) -> str:
    return "json_object(" + ", ".join(f"'{c}', {row}.\"{c}\"" for c in columns) + ")"


def _dump(entries: Sequence[Entry]) -> str:
    return json.dumps(entries, ensure_ascii=False)


def _merged(old: list[Entry], new: list[Entry]) -> list[Entry]:
    """Join two inverses; values that the old one restores anyway are not kept twice."""
    restored = {(entry.table, tuple(entry.key)): entry for entry in reversed(old)}
    kept = list(old)
    for entry in new:
        earlier = restored.get((entry.table, tuple(entry.key)))
        covered = earlier is not None and (
            earlier.verb == "insert" or set(entry.values) <= set(earlier.values)
        )
        if entry.verb != "update" or not covered:
            kept.append(entry)
    return kept
