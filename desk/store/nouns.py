"""What the modules for articles, passages, tags and notes share: the desk they belong to."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from desk.core.types import TagId

if TYPE_CHECKING:
    from desk.store.desk import Desk


def new_guid() -> str:
    """Return a fresh UUID as it is stored."""
    import uuid  # late: it takes 2 ms, and only what is written needs it

    return str(uuid.uuid4())


def now() -> str:
    """Return the time as it is stored: UTC, milliseconds, ISO 8601 with Z."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def id_list(ids: Iterable[int]) -> str:
    """Return ids as one bound value, for `IN (SELECT value FROM json_each(?))`."""
    return json.dumps([int(i) for i in ids])


def tag_ids(listed: str | None) -> tuple[TagId, ...]:
    """Return the ids that `group_concat` listed."""
    return tuple(map(TagId, map(int, listed.split(",")))) if listed else ()


class Noun:
    """One kind of row of a desk. Changes go through `_insert`, `_update` and `_delete`."""

    table = ""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk

    def _query(self, sql: str, values: Iterable[Any] = ()) -> sqlite3.Cursor:
        return self._desk.connection.execute(sql, tuple(values))

    def _value(self, sql: str, values: Iterable[Any] = ()) -> Any:  # noqa: ANN401
        """Return the first column of the first row, None if there is none."""
        row = self._query(sql, values).fetchone()
        return row[0] if row else None

    def _insert(self, row: Mapping[str, Any]) -> int:
        """Add a row with a guid and times of its own; return its id."""
        stamped = {"guid": new_guid(), **self._desk.stamps(), **row}
        names = ", ".join(f'"{name}"' for name in stamped)
        marks = ", ".join("?" * len(stamped))
        sql = f"INSERT INTO {self.table} ({names}) VALUES ({marks})"
        return self._query(sql, stamped.values()).lastrowid or 0

    def _update(self, row_id: int, values: Mapping[str, Any]) -> None:
        """Change columns of a row; its time of change moves only if a value does."""
        now = self._desk.stamps()["changed"]
        sets = ", ".join(f'"{name}" = ?' for name in values)
        differs = " OR ".join(f'"{name}" IS NOT ?' for name in values)
        self._query(
            f"UPDATE {self.table} SET {sets}, changed = ? WHERE id = ? AND ({differs})",
            (*values.values(), now, row_id, *values.values()),
        )

    def _delete(self, ids: Iterable[int]) -> None:
        self._desk.stamps()  # only within a step
        self._query(
            f"DELETE FROM {self.table} WHERE id IN (SELECT value FROM json_each(?))",
            (id_list(ids),),
        )
