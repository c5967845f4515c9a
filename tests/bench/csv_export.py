"""10,000 passages with 15,000 taggings as CSV, against sqlite3 and csv.writer alone."""

import csv
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from desk.tasks import exporting
from tests.bench import data
from tests.bench.measure import Figure, compare, own_folder, timed


def figures() -> Iterator[Figure]:
    """Yield a file with a row for each passage, and one with a row for each tag."""
    desk = data.new_desk()
    data.marked(desk, 1_000_000, 10_000)
    folder = own_folder()
    plain = sqlite3.connect(desk.path)

    for rows, view in (("passage", "passage_list"), ("tag", "tagged_passages")):

        def ours(rows: str = rows) -> float:
            return timed(
                lambda: list(
                    exporting.write(exporting.snapshot(desk, rows), folder / "ours.csv")  # type: ignore[arg-type]
                )
            )

        def bare(view: str = view) -> float:
            return timed(lambda: _write(plain, view, folder / "bare.csv"))

        yield compare(f"CSV, a row for each {rows}", ours, bare, 2.0, 9)


def _write(connection: sqlite3.Connection, view: str, path: Path) -> None:
    cursor = connection.execute(f"SELECT * FROM {view}")
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(column[0] for column in cursor.description)
        writer.writerows(cursor)
