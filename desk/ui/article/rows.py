"""Rows of a table: lines with tabs, one below the other, whose cells stand in columns."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from PySide6.QtGui import QFontMetricsF, QTextBlockFormat, QTextCursor, QTextOption

from desk.core.offsets import Utf16Map
from desk.ui.looks.appearance import Appearance

_COLUMNS = 20  # with more it is data and nothing to read, and Qt takes long over many stops
_MOST = 1_000  # rows of all tables; it takes 0.1 ms for each
_GAP = 1.2  # between two columns, in text heights
_WIDEST = 16  # text heights of a column; what is longer pushes the next cell on
_BELOW = 0.25  # under a row, in text heights


def align_rows(cursor: QTextCursor, text: str, appearance: Appearance, offsets: Utf16Map) -> None:
    """Give neighbouring lines with tabs the same columns, and less space between them."""
    if "\t" not in text:
        return
    metrics = QFontMetricsF(appearance.font())
    size = appearance.size_px
    for start, rows in _tables(text):
        form = QTextBlockFormat()
        form.setTabPositions(_stops(rows, metrics, size))
        cursor.setPosition(offsets.to_utf16(start))
        end = start + sum(map(len, rows)) + len(rows) - 1
        cursor.setPosition(offsets.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeBlockFormat(form)
        _tighten(cursor, start, end - len(rows[-1]) - 1, offsets, size)


def _tables(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield where runs of at least two lines with tabs start, and the lines."""
    rows: list[str] = []
    start = done = 0
    for line in (*text.split("\n"), ""):
        if 0 < line.count("\t") < _COLUMNS and done + len(rows) < _MOST:
            rows.append(line)
        else:
            if len(rows) > 1:
                done += len(rows)
                yield start - sum(map(len, rows)) - len(rows), rows
            rows = []
        start += len(line) + 1


def _stops(rows: Sequence[str], metrics: QFontMetricsF, size: float) -> list[QTextOption.Tab]:
    """Return where columns begin, in pixels from the margin."""
    cells = ([cell[:200] for cell in row.split("\t")[:-1]] for row in rows)
    columns = zip_longest(*cells, fillvalue="")
    place, stops = 0.0, []
    for column in columns:
        widest = max(map(metrics.horizontalAdvance, column))
        place += min(widest, _WIDEST * size) + _GAP * size
        stops.append(QTextOption.Tab(place, QTextOption.TabType.LeftTab))
    return stops


def _tighten(cursor: QTextCursor, start: int, end: int, offsets: Utf16Map, size: float) -> None:
    """Draw the rows from `start` to `end` near to those below them."""
    tight = QTextBlockFormat()
    tight.setBottomMargin(round(_BELOW * size))
    cursor.setPosition(offsets.to_utf16(start))
    cursor.setPosition(offsets.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeBlockFormat(tight)
