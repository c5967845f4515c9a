"""Rows and columns out of CSV and JSON, whatever their shape."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from desk.core.message import Message, message
from desk.core.text import clean
from desk.formats.damage import damage_is_told

DELIMITERS = (",", ";", "\t", "|")
_LONGEST_CELL = 200_000_000  # characters; the library's own limit is 131,072
_DEPTH = 4  # levels of JSON in which a list of articles is looked for
_LABELS = ("name", "title", "value", "text", "#text")  # of an object that stands for a word

_SEPARATOR = re.compile(r"sep=([,;\t|])\n", re.IGNORECASE)  # the first line that Excel takes so
_UNCLOSED = message("A quotation mark is never closed: rows below it ran into one.")
_RENAMED = message("Columns without a name, or with the name of another, were numbered.")

Known = Callable[[Sequence[str]], bool]
"""Says of names whether one of them is known as that of a column."""


class Rows(NamedTuple):
    """Rows as long as there are columns. `notes` (by index of the row) tell what was odd."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]
    """The number of each row as a spreadsheet or an editor counts it."""
    notes: dict[int, Message]
    warnings: tuple[Message, ...]
    has_header: bool = True


def rows_of_csv(text: str, is_header: Known) -> Rows:
    """Split a table whose cells are parted by one of `DELIMITERS`, the one that parts most."""
    told = _SEPARATOR.match(text)
    with damage_is_told(message("Table of articles")):
        csv.field_size_limit(_LONGEST_CELL)
        lines = io.StringIO(text[told.end() :] if told else text, newline="")
        records = list(csv.reader(lines, delimiter=told[1] if told else _delimiter(text)))
    has_header = bool(records) and is_header(records[0])
    width = len(records[0]) if has_header else max(map(len, records), default=0)
    columns = _distinct(records[0] if has_header else [""] * width)
    first = 1 + has_header + bool(told)
    numbers, rows, notes = _even(records[has_header:], width, first)
    warnings = [_UNCLOSED] if text.count('"') % 2 else []
    if has_header and columns != tuple(records[0]):
        warnings.append(_RENAMED)
    return Rows(columns, rows, numbers, notes, tuple(warnings), has_header)


def rows_of_json(text: str, has_text: Known) -> Rows:
    """Take the first list of objects in which `has_text` knows a name, else the first at all."""
    with damage_is_told(message("Articles in JSON")):
        try:
            value = json.loads(text)
        except json.JSONDecodeError as error:
            if error.msg != "Extra data":
                raise
            return rows_of_lines(text, has_text)
        return _of_objects(_objects(value, has_text))


def rows_of_lines(text: str, has_text: Known) -> Rows:
    """Take a JSON object from each line, whatever its names."""
    lines = {n: line for n, line in enumerate(text.split("\n"), 1) if line.strip()}
    values = {number: _object(line) for number, line in lines.items()}
    objects = {number: value for number, value in values.items() if value is not None}
    bad = tuple(str(number) for number in values if number not in objects)
    told = message("Lines that are no JSON objects were left out: {lines}.", lines=bad)
    rows = _of_objects(list(objects.values()))
    return rows._replace(numbers=list(objects), warnings=(told,) if bad else ())


def _delimiter(text: str) -> str:
    first = {
        d: next(csv.reader(io.StringIO(text, newline=""), delimiter=d), []) for d in DELIMITERS
    }
    return max(DELIMITERS, key=lambda delimiter: len(first[delimiter]))


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """Give each column a name of its own: "#2" for none, "text (2)" for a second "text"."""
    taken: list[str] = []
    times: Counter[str] = Counter()
    for number, written in enumerate(names, 1):
        name = written.strip() or f"#{number}"
        times[name.lower()] += 1
        again = times[name.lower()]
        taken.append(f"{name} ({again})" if again > 1 else name)
    return tuple(taken)


def _even(
    records: Sequence[list[str]], width: int, first: int
) -> tuple[list[int], list[list[str]], dict[int, Message]]:
    """Make all rows as long as the header, drop empty ones, and note which were not so long."""
    numbers: list[int] = []
    rows: list[list[str]] = []
    notes: dict[int, Message] = {}
    for number, record in enumerate(records, first):
        if not any(cell.strip() for cell in record):
            continue
        if len(record) != width:
            notes[len(rows)] = message(
                "It does not fit the columns (cells: {cells}, columns: {columns}).",
                cells=len(record),
                columns=width,
            )
        numbers.append(number)
        rows.append(record[:width] + [""] * (width - len(record)))
    return numbers, rows, notes


def _object(line: str) -> dict[str, object] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _objects(value: object, has_text: Known) -> list[dict[str, object]]:
    """Search level by level, so that of several lists the nearest to the root wins."""
    lists = list(_lists(value))
    with_text = (found for found in lists if has_text([key for entry in found for key in entry]))
    largest = max(lists, key=lambda found: sum(map(len, found)), default=[])
    return next(with_text, largest)


def _lists(value: object) -> Iterator[list[dict[str, object]]]:
    level: list[object] = [value]
    for _ in range(_DEPTH):
        for candidate in level:
            objects = candidate if isinstance(candidate, list) else [candidate]
            found = [entry for entry in objects if isinstance(entry, dict)]
            if found:
                yield found
        level = [inner for outer in level for inner in _inside(outer)]


def _of_objects(objects: Sequence[dict[str, object]]) -> Rows:
    columns = tuple(dict.fromkeys(key for entry in objects for key in entry))
    rows = [[_cell(entry.get(column)) for column in columns] for entry in objects]
    return Rows(tuple(map(clean, columns)), rows, range(1, len(rows) + 1), {}, ())


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value[:100]


def _cell(value: object) -> str:
    """Return any JSON value as words: lists by their entries, objects by their names.

    Of an object without a name the first words stand for it, as in {"rendered": "The text"}.
    """
    if isinstance(value, list):
        return ", ".join(filter(None, map(_cell, value)))
    if isinstance(value, dict):
        labels = (*(value.get(name) for name in _LABELS), *value.values())
        return clean(next((label for label in labels if isinstance(label, str)), ""))
    return "" if value is None else clean(str(value))
