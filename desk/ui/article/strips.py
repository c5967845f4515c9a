"""What belongs beside one paragraph: the bars of its passages and the names of their tags."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desk.core.types import Mark
from desk.ui.article.bars import BAR_WIDTH, Bar, bars_of
from desk.ui.article.geometry import Band
from desk.ui.article.page import Page
from desk.ui.article.painting import Picture, faded

LABEL_PIXELS = 11

_WIDE_LANES = 3
_DEEP_LANE = 5.0  # pixels from bar to bar after the first lanes
_LABEL_LEAST = 30.0  # pixels below which a name is not worth eliding
_DOT = 3.5  # radius of the dot that says there is a note
_DOT_ROOM = 4 * _DOT


class _Spacing(NamedTuple):
    """Pixels from the text to the first bar, from lane to lane, to the names, and after them."""

    bars: float
    lane: float
    names: float
    end: float


_WIDE, _TIGHT = _Spacing(12, 8, 44, 8), _Spacing(10, 6, 32, 4)
_WIDE_FROM = 120  # pixels of margin


class Row(NamedTuple):
    """A name in the margin, and the first passage that has it."""

    words: str
    mark: Mark


class Label(NamedTuple):
    """The names of the tags of the passages that start on one line, in rows."""

    marks: tuple[Mark, ...]
    rect: QRectF
    rows: tuple[Row, ...]
    has_note: bool

    def mark_at(self, y: float) -> Mark:
        """Return the passage whose name is at a height."""
        if not self.rows:
            return self.marks[0]
        number = int((y - self.rect.top()) / self.rect.height() * len(self.rows))
        return self.rows[min(max(number, 0), len(self.rows) - 1)].mark


class Strip(NamedTuple):
    """Bars and labels beside a paragraph, as long as the paragraph is drawn as in `picture`."""

    picture: Picture
    bars: list[Bar]
    labels: list[Label]
    strokes: dict[int, list[QLineF]]


class Strips:
    """Makes and draws the strips of one page, `width` pixels wide."""

    def __init__(self, page: Page, font: QFont, width: int) -> None:
        self._page = page
        self._width = width
        self._spacing = _WIDE if width >= _WIDE_FROM else _TIGHT
        self._turned = page.leftwards
        self._font = QFont(font)
        self._font.setPixelSize(LABEL_PIXELS)
        self._letters = QFontMetricsF(self._font)
        pitch = page.appearance.line_gap() + QFontMetricsF(page.appearance.font()).height()
        self._most_rows = max(1, int(pitch // self._letters.height()))
        self._pen = QPen()
        self._pen.setWidthF(BAR_WIDTH)
        self._pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._strips: dict[tuple[int, int], Strip] = {}

    def of(self, band: Band) -> Strip:
        """Return what belongs beside a paragraph."""
        picture = self._page.highlights.picture(band)
        strip = self._strips.get(band.key)
        if strip is None or strip.picture is not picture:
            bars = bars_of(self._page.geometry, band, picture.signature, self._lane_x)
            strip = Strip(picture, bars, self._labels(bars), self._strokes(bars))
            self._strips[band.key] = strip
        return strip

    def draw(self, painter: QPainter, strip: Strip) -> None:
        """Draw bars and names."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rgba, lines in strip.strokes.items():
            self._pen.setColor(QColor.fromRgba(rgba))
            painter.setPen(self._pen)
            painter.drawLines(lines)
        painter.setFont(self._font)
        for label in strip.labels:
            self._draw_label(painter, label)

    def names(self, marks: Sequence[Mark]) -> dict[str, Mark]:
        """Return the names of the tags of some passages, each once, with the first that has it."""
        names: dict[str, Mark] = {}
        for mark in marks:
            for ink in self._page.inks.all(mark):
                names.setdefault(ink.name, mark)
        return {name: mark for name, mark in names.items() if name}

    def _across(self, x: float) -> float:
        """Turn pixels from the text into pixels from the left, or back."""
        return self._width - x if self._turned else x

    def _lane_x(self, lane: int) -> float:
        deep = max(0, lane - _WIDE_LANES)
        x = self._spacing.bars + (lane - deep) * self._spacing.lane + deep * _DEEP_LANE
        return self._across(min(x, self._width - BAR_WIDTH))

    def _strokes(self, bars: list[Bar]) -> dict[int, list[QLineF]]:
        """Return the lines of the bars by colour; several tags share a bar."""
        strokes: dict[int, list[QLineF]] = {}
        for bar in bars:
            inks = self._page.inks.all(bar.mark)
            opacity = self._page.highlights.opacity(bar.mark)
            top = bar.top + BAR_WIDTH / 2
            step = max(1.0, bar.bottom - BAR_WIDTH / 2 - top) / len(inks)
            for number, ink in enumerate(inks):
                y = top + number * step
                end = y + step - (BAR_WIDTH + 1 if number + 1 < len(inks) else 0)
                lines = strokes.setdefault(faded(ink.line, opacity).rgba(), [])
                lines.append(QLineF(bar.x, y, bar.x, max(y + 1, end)))
        return strokes

    def _labels(self, bars: list[Bar]) -> list[Label]:
        """Return one label for each line on which passages start; so none overlaps another."""
        starting: dict[float, list[Mark]] = {}
        for bar in bars:
            if bar.starts is not None:
                starting.setdefault(bar.starts, []).append(bar.mark)
        for marks in starting.values():
            marks.sort(key=self._rank)
        beside = max((self._across(bar.x) for bar in bars), default=0.0) + BAR_WIDTH + 6
        return [self._label(beside, top + 1, tuple(marks)) for top, marks in starting.items()]

    def _rank(self, mark: Mark) -> tuple[bool, bool]:
        """Name the selected passage first, then those that do not fade."""
        return mark.id != self._page.selected, self._page.highlights.opacity(mark) < 1

    def _label(self, beside: float, top: float, marks: tuple[Mark, ...]) -> Label:
        """Return the label of some passages; their bars end `beside` pixels from the text."""
        away = max(self._spacing.names, beside)
        has_note = any(mark.has_note for mark in marks)
        dot = _DOT_ROOM if has_note else 0
        room = self._width - away - self._spacing.end
        enough = room - dot >= _LABEL_LEAST
        rows = tuple(self._rows(self.names(marks), room, dot)) if enough else ()
        width = max((self._width_of(row) for row in rows[1:]), default=0.0)
        width = max(width, (self._width_of(rows[0]) if rows else 0.0) + dot)
        left = self._across(away if rows else beside) - (width if self._turned else 0)
        rect = QRectF(left, top, width, self._letters.height() * max(1, len(rows)))
        return Label(marks, rect, rows, has_note)

    def _rows(self, names: Mapping[str, Mark], room: float, dot: float) -> Iterator[Row]:
        """Yield the names in as many rows as fit; the last says how many more there are.

        The first leaves room for the dot of a note.
        """
        for number, (name, mark) in enumerate(islice(names.items(), self._most_rows), start=1):
            more = len(names) - number if number == self._most_rows else 0
            rest = f"  +{more}" if more else ""
            width = room - self._letters.horizontalAdvance(rest) - (dot if number == 1 else 0)
            short = self._letters.elidedText(name, Qt.TextElideMode.ElideRight, width)
            yield Row(short + rest, mark)

    def _width_of(self, row: Row) -> float:
        return self._letters.horizontalAdvance(row.words)

    def _draw_label(self, painter: QPainter, label: Label) -> None:
        theme, highlights = self._page.appearance.theme, self._page.highlights
        y = label.rect.top() + self._letters.ascent()
        for row in label.rows:
            chosen = row.mark.id == self._page.selected
            colour = QColor(theme.text if chosen else theme.muted)
            painter.setPen(faded(colour, highlights.opacity(row.mark)))
            left = label.rect.left()
            if self._turned:
                left = label.rect.right() - self._width_of(row)
            painter.drawText(QPointF(left, y), row.words)
            y += self._letters.height()
        if label.has_note:
            noted = (mark for mark in label.marks if mark.has_note)
            opacity = max(highlights.opacity(mark) for mark in noted)
            painter.setBrush(faded(QColor(theme.muted), opacity))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(self._dot_of(label), _DOT, _DOT)

    def _dot_of(self, label: Label) -> QPointF:
        """Return the middle of the dot, beside the first name or in the place of the names."""
        beside = self._width_of(label.rows[0]) + _DOT_ROOM - _DOT if label.rows else _DOT
        left = label.rect.right() - beside if self._turned else label.rect.left() + beside
        return QPointF(left, label.rect.top() + self._letters.height() / 2)
