"""The rows that move in a transaction: noted as they move, and moved back.

TEMP triggers note values and not statements, so that a desk from a stranger can bring no SQL of
its own: the statements that move a row back are built here, from our own columns.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from desk.core.errors import UserError
from desk.core.types import Table

# Table -> (columns that identify a row, what `Changes` reports as its key, with {row}).
TABLES: dict[Table, tuple[tuple[str, ...], tuple[str, str]]] = {
    "folders": (("id",), ("{row}.id", "NULL")),
    "articles": (("id",), ("{row}.id", "NULL")),
    "passages": (("id",), ("{row}.id", "NULL")),
    "tags": (("id",), ("{row}.id", "NULL")),
    "passage_tags": (("passage_id", "tag_id"), ("{row}.passage_id", "{row}.tag_id")),
    "notes": (("id",), ("{row}.id", "ifnull({row}.passage_id, 0)")),
    "settings": (("key",), ("0", "NULL")),
}

SAVED_SEARCHES = "saved_searches"
"""The one setting that is the reader's work, and undone like all of that"""

# Table -> which of its rows are noted, where not all of them are.
NOTED = {"settings": f"{{row}}.key = '{SAVED_SEARCHES}'"}

# An article's text never changes, so an edit of its title need not carry megabytes along.
FINAL_COLUMNS = {"articles": {"text", "styles", "sha256"}}


class Entry(NamedTuple):
    """One row that moved: what was done to it, and the values before."""

    verb: str
    table: Table
    key: tuple[int | str, ...]
    values: dict[str, Any]


class RowLog:
    """Notes the rows of a connection's tables as they move, and moves single rows back."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._columns = {table: self._columns_of(table) for table in TABLES}
        self._watching = False

    def _columns_of(self, table: str) -> tuple[str, ...]:
        rows = self._connection.execute(f"PRAGMA table_info({table})")
        return tuple(row[1] for row in rows)

    def watch(self) -> None:
        """Note the rows that move from the first step on: a start is 1 ms shorter without it."""
        if self._watching:
            return
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
        noted = f"WHEN {NOTED[table].format(row=row)} " if table in NOTED else ""
        return (
            f"CREATE TEMP TRIGGER watch_{table}_{verb} AFTER {verb} ON main.{table} {noted}BEGIN "
            "INSERT INTO moved_rows (verb, name, key_a, key_b, before, after) "
            f"VALUES ('{verb}', '{table}', {key_a}, {key_b}, {before}, {after}); END"
        )

    def collect(self) -> tuple[list[Entry], Mapping[Table, frozenset[tuple[int, ...]]]]:
        """Return what moved since the last time, in order, and the keys of `Changes` by table."""
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
        return entries, {table: frozenset(keys) for table, keys in moved.items()}

    def move_back(self, entry: Entry) -> bool:
        """Undo what an entry noted; False if its row is not there, or not exactly once."""
        sql, values = self._reversal(entry)
        return self._connection.execute(sql, values).rowcount == 1

    def _reversal(self, entry: Entry) -> tuple[str, Sequence[Any]]:
        verb, table, key, values = entry
        if not self._is_ours(entry):
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

    def _is_ours(self, entry: Entry) -> bool:
        """Say whether this program could have noted an entry."""
        verb, table, key, values = entry
        if table not in TABLES or not set(values) <= set(self._columns[table]):
            return False
        if table == "settings" and {*key, values.get("key", SAVED_SEARCHES)} != {SAVED_SEARCHES}:
            return False
        return bool(values) or verb == "insert"


def _as_json(row: str, columns: Sequence[str]) -> str:
    return "json_object(" + ", ".join(f"'{c}', {row}.\"{c}\"" for c in columns) + ")"


def dump(entries: Sequence[Entry]) -> str:
    """Return entries as they are stored, in JSON."""
    return json.dumps(entries, ensure_ascii=False)


def load(stored: str) -> list[Entry]:
    """Return what `dump` has stored."""
    return [Entry(*entry) for entry in json.loads(stored)]


def joined(stored: str, entries: Sequence[Entry]) -> str:
    """Return what `dump` has stored with what moved since; only rows added need no parsing."""
    if all(entry.verb == "insert" for entry in entries):
        return f"{stored[:-1]}, {dump(entries)[1:]}"
    return dump(_merged(load(stored), entries))


def _merged(old: list[Entry], new: Sequence[Entry]) -> list[Entry]:
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
