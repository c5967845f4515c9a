"""Write passages as CSV: RFC 4180, exactly as stored."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

PASSAGE_COLUMNS = (
    "passage_id",
    "article_id",
    "article_title",
    "article_author",
    "article_date",
    "article_source",
    "tags",
    "quote",
    "note",
    "start",
    "end",
    "paragraph",
    "prefix",
    "suffix",
    "coder",
    "created",
    "changed",
)
"""The columns of a file with a row for each passage, in the order people rely on."""

TAG_COLUMNS = (
    "passage_id",
    "article_id",
    "article_title",
    "article_author",
    "article_date",
    "article_source",
    "tag",
    "tag_path",
    "tag_colour",
    "quote",
    "note",
    "start",
    "end",
    "paragraph",
    "prefix",
    "suffix",
    "coder",
    "created",
    "changed",
)
"""The columns of a file with a row for each tag of each passage."""

_RUN = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet runs a cell that starts so
_BATCH = 1000  # rows; large enough for speed, small enough for progress and cancel


def write_passages(
    rows: Iterable[Sequence[object]],
    columns: Sequence[str],
    *,
    guard: bool = False,
    bom: bool = True,
) -> Iterator[bytes]:
    """Yield the file in pieces of a thousand rows, the header with the first.

    Text goes out unchanged, None as an empty cell. `guard` puts an apostrophe before what a
    spreadsheet would run; `bom` puts the mark first by which spreadsheets know UTF-8.
    """
    iterator = iter(rows)
    if bom:
        yield codecs.BOM_UTF8
    yield _lines([columns])
    while batch := list(islice(iterator, _BATCH)):
        yield _lines([_guarded(row) for row in batch] if guard else batch)


def cells_to_guard(rows: Iterable[Sequence[object]]) -> int:
    """Count the cells that a spreadsheet would run."""
    return sum(_would_run(cell) for row in rows for cell in row)


def _lines(rows: Iterable[Sequence[object]]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue().encode("utf-8")


def _guarded(row: Sequence[object]) -> list[object]:
    return [f"'{cell}" if _would_run(cell) else cell for cell in row]


def _would_run(cell: object) -> bool:
    return isinstance(cell, str) and cell.startswith(_RUN)
