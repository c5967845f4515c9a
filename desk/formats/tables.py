"""Tables of articles: CSV, TSV, JSON and JSON Lines, an article in each row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from desk.core.errors import UserError
from desk.core.message import Message, message
from desk.core.text import clean
from desk.core.types import Draft, Style
from desk.formats.charset import decode
from desk.formats.markup import read_markup
from desk.formats.source import FIELDS, TEXT_FIELDS, Options, Source
from desk.formats.table_rows import Known, rows_of_csv, rows_of_json, rows_of_lines

# The names that columns have where a table was made for reading; all in small letters and
# without anything but letters. "html" is text with markup in it.
_NAMES = {
    "text": "text contenttext fulltext articletext body content article story inhalt texte texto",
    "html": "contenthtml html bodyhtml",
    "title": "title headline heading name titel titre titulo",
    "author": "author authors byline creator by autor auteur",
    "published": "date published datepublished publisheddate publicationdate pubdate publishedat "
    "datum fecha",
    "source": "url link weburl source permalink externalurl publication quelle",
    "language": "language lang sprache langue",
}
NAMES: Mapping[str, tuple[str, ...]] = {field: tuple(n.split()) for field, n in _NAMES.items()}
_NOT_LETTERS = re.compile(r"[\W\d_]+")
# Text that is a piece of a web page, whatever its column is called: it begins and ends so.
_MARKUP = re.compile(r"\s*<(p|div|h[1-6]|ul|ol|article|section|figure|blockquote)\b.*>\s*\Z", re.S)
_READERS = {".json": rows_of_json, ".jsonl": rows_of_lines, ".ndjson": rows_of_lines}


_SHOWN = 20  # numbers of rows that a warning lists


class Table(NamedTuple):
    """A table as read; `fields` maps its columns to the fields of a draft."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int]
    notes: Mapping[int, Message]
    warnings: tuple[Message, ...]
    has_header: bool
    encoding: str
    fields: Mapping[str, str]


def read(data: bytes, source: Source) -> Iterator[Draft]:
    """Read an article from each row; raise UserError if no column is known to hold the text."""
    table = look(data, source)
    places = _places(table)
    if not any(places[field] for field in TEXT_FIELDS):
        names = tuple(f"“{name}”" for name in table.columns[:20])
        raise UserError(
            "It is a table. Choose the column that holds the text: {names}.", names=names
        )
    told = table.warnings
    for index in range(len(table.rows)):
        draft = _draft(table, index, places, source)
        if draft.text.strip():
            yield draft._replace(warnings=(*told, *draft.warnings))
            told = ()  # once is enough for what concerns the whole table


def look(data: bytes, source: Source) -> Table:
    """Return the whole table, for a preview: the columns, the rows, and what goes where."""
    options = source.options
    decoded = decode(data, options.encoding)
    rows_of = _READERS.get(PurePath(source.name).suffix.lower(), rows_of_csv)
    found = rows_of(clean(decoded.text), _has_text if rows_of != rows_of_csv else _known(options))
    table = Table(*found, decoded.encoding, _by_name(found.columns))
    if options.columns:
        table = table._replace(fields=options.columns)
    elif table.fields and not _has_text(list(table.fields)):
        table = _with_longest(table)
    told = (*decoded.warnings, *table.warnings, *_uneven(table), *_left_out(table))
    return table._replace(warnings=told)


def _known(options: Options) -> Known:
    """Return what knows a header: names we know or were told, unless the reader has decided."""
    chosen = options.has_header
    if chosen is not None:
        return lambda names: chosen
    return lambda names: any(_field(name) or name in options.columns for name in names)


def _has_text(names: Sequence[str]) -> bool:
    return any(_field(name) in TEXT_FIELDS for name in names)


def _plain(name: str) -> str:
    return _NOT_LETTERS.sub("", name).lower()


def _field(name: str) -> str:
    return next((field for field, names in NAMES.items() if _plain(name) in names), "")


def _by_name(columns: Sequence[str]) -> dict[str, str]:
    """Give each field the column that bears the best of its names."""
    fields = {}
    for field, names in NAMES.items():
        fitting = [column for column in columns if _plain(column) in names]
        if fitting:
            fields[min(fitting, key=lambda column: names.index(_plain(column)))] = field
    return fields


def _with_longest(table: Table) -> Table:
    """Take the column with the most words for the text, and say so."""
    free = [index for index, name in enumerate(table.columns) if name not in table.fields]
    sizes = {index: sum(len(row[index]) for row in table.rows) for index in free}
    if not sizes:
        return table
    column = table.columns[max(free, key=lambda index: sizes[index])]
    told = message("No column is named as the text; “{column}” was taken for it.", column=column)
    return table._replace(fields={**table.fields, column: "text"}, warnings=(*table.warnings, told))


def _places(table: Table) -> dict[str, list[int]]:
    """Return for each field of a draft the places of the columns that hold it."""
    places: dict[str, list[int]] = {field: [] for field in (*TEXT_FIELDS, *FIELDS)}
    for place, column in enumerate(table.columns):
        if column in table.fields:
            places.setdefault(table.fields[column], []).append(place)
    return places


def _uneven(table: Table) -> list[Message]:
    numbers = [table.numbers[index] for index in table.notes]
    told = message(
        "Rows with more or fewer cells than there are columns: {rows}.", rows=_listed(numbers)
    )
    return [told] if numbers else []


def _left_out(table: Table) -> list[Message]:
    places = [place for field in TEXT_FIELDS for place in _places(table)[field]]
    rows = zip(table.numbers, table.rows, strict=True)
    numbers = [number for number, row in rows if not any(row[place].strip() for place in places)]
    told = message("Rows without text were left out: {rows}.", rows=_listed(numbers))
    return [told] if numbers and places else []


def _listed(numbers: Sequence[int]) -> tuple[str, ...]:
    shown = tuple(map(str, numbers[:_SHOWN]))
    return (*shown, "…") if len(numbers) > _SHOWN else shown


def _draft(table: Table, index: int, places: Mapping[str, Sequence[int]], source: Source) -> Draft:
    row = table.rows[index]
    text, styles = _text(row, places)
    note, number = table.notes.get(index), str(table.numbers[index])
    known: dict[str, Any] = {field: _value(row, places[field]) for field in FIELDS}
    known["source"] = known["source"] or source.name
    return Draft(
        text=text,
        styles=styles,
        encoding=table.encoding,
        warnings=(message("Row {row}: {note}", row=number, note=note),) if note else (),
        **known,
    )


def _text(row: Sequence[str], places: Mapping[str, Sequence[int]]) -> tuple[str, tuple[Style, ...]]:
    plain = next((row[place] for place in places["text"] if row[place].strip()), "")
    markup = next((row[place] for place in places["html"]), "")
    if plain and not _MARKUP.match(plain):
        return plain, ()
    page = read_markup(plain or markup)
    return page.text, page.styles


def _value(row: Sequence[str], places: Sequence[int]) -> str:
    return next(filter(None, (row[place].strip() for place in places)), "")
