"""What can still be read of a damaged or altered desk, row by row, into a new one.

The old file is opened as it lies there, without its journal, its triggers or its views, and is
never written to.
"""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from desk.core.errors import UserError
from desk.store import opening
from desk.store.desk import Desk
from desk.store.faults import told

# Parents before children. passage_tags has no rowid of its own and is read from its index.
TABLES = ("coders", "folders", "articles", "passages", "tags", "passage_tags", "notes", "settings")

# Ids tried one by one between what can be read from the front and from the back.
MOST_TRIES = 100_000

Row = dict[str, Any]


class Rescued(NamedTuple):
    """How many rows of a table came through, and how many were seen but did not."""

    table: str
    kept: int
    lost: int


def rescue(damaged: Path, target: Path) -> list[Rescued]:
    """Copy every row that can be read and is sound into a new desk at `target`.

    UserError where the file is no SQLite file at all, or `target` exists.
    """
    with told(damaged):
        source = _open_as_it_lies(damaged)
    try:
        with Desk.create(target) as fresh:
            fresh.connection.execute("DELETE FROM settings")
            return [_copy(source, fresh, table) for table in TABLES]
    finally:
        source.close()


def _open_as_it_lies(path: Path) -> sqlite3.Connection:
    if not path.read_bytes()[: len(opening.MAGIC)] == opening.MAGIC:
        raise UserError("{name} is no desk: there is nothing in it to rescue.", name=path.name)
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.row_factory = sqlite3.Row
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection


def _copy(source: sqlite3.Connection, fresh: Desk, table: str) -> Rescued:
    run = fresh.connection.execute
    columns = [row[1] for row in run(f"PRAGMA table_info({table})")]
    kept = lost = 0
    run("BEGIN IMMEDIATE")
    for row in _rows(source, table):
        known = {name: _without_nul(row[name]) for name in columns if name in row}
        names = ", ".join(f'"{name}"' for name in known)
        marks = ", ".join("?" * len(known))
        try:
            run(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(known.values()))
            kept += 1
        except sqlite3.Error:
            lost += 1
    if fresh.connection.in_transaction:
        run("COMMIT")
    return Rescued(table, kept, lost)


def _without_nul(value: object) -> object:
    """Return a text without the zeros of a wiped page, one sign for one, so positions stay."""
    return value.replace("\x00", "\ufffd") if isinstance(value, str) else value


def _rows(source: sqlite3.Connection, table: str) -> Iterator[Row]:
    if not _is_plain_table(source, table):
        return
    key = {"passage_tags": "", "settings": ""}.get(table, "id")
    if key:
        yield from _by_id(source, table)
    else:
        yield from _until_error(lambda: source.execute(f"SELECT * FROM {table}"))


def _is_plain_table(source: sqlite3.Connection, table: str) -> bool:
    """Say whether a name is that of an ordinary table, and not of a view or a virtual one."""
    try:
        sql = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?"
        row = source.execute(sql, (table,)).fetchone()
    except sqlite3.Error:
        return False
    return row is not None and not str(row[0]).upper().lstrip().startswith("CREATE VIRTUAL")


def _until_error(ask: Callable[[], sqlite3.Cursor]) -> Iterator[Row]:
    try:
        for row in ask():
            yield dict(row)
    except sqlite3.Error:
        return


def _by_id(source: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Read from the front to the first damage, from the back to the last, then in between."""
    front = back = None
    for row in _until_error(lambda: source.execute(f"SELECT * FROM {table} ORDER BY id")):
        front = row["id"]
        yield row
    least = -1 if front is None else front
    backwards = f"SELECT * FROM {table} WHERE id > ? ORDER BY id DESC"
    for row in _until_error(lambda: source.execute(backwards, (least,))):
        back = row["id"]
        yield row
    if back is not None:
        one = f"SELECT * FROM {table} WHERE id = ?"
        for row_id in range(least + 1, min(back, least + MOST_TRIES)):
            yield from _until_error(lambda row_id=row_id: source.execute(one, (row_id,)))  # type: ignore[misc]
