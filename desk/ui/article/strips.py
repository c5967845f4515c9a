"""What belongs beside one paragraph: the bars of its passages and the names of their tags."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desk.core.types import Mark
from desk.ui.article.bars import BAR_WIDTH, Bar, bars_of
from desk.ui.article.geometry import Band
from desk.ui.article.page import Page
from desk.ui.article.painting import Hidden, Picture, faded

LABEL_PIXELS = 11
_COUNT_PIXELS = 9
_TWO_DIGITS = 10  # there is room for a plus and one digit, or for two

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


_WIDE, _TIGHT = _Spacing(18, 8, 44, 8), _Spacing(16, 6, 32, 4)
_WIDE_FROM = 120  # pixels of margin


class Row(NamedTuple):
    """A name in the margin, a passage that has it, and one whose note the row tells of."""

    words: str
    mark: Mark
    noted: Mark | None = None


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
    """Makes and draws the strips of one page, `width` pixels wide.

    Which names are given up for lack of room follows what stands out, unless they are `steady`.
    """

    def __init__(self, page: Page, font: QFont, width: int, steady: bool = False) -> None:
        self._page = page
        self._steady = steady
        self._width = width
        self._spacing = _WIDE if width >= _WIDE_FROM else _TIGHT
        self._turned = page.leftwards
        self._font = QFont(font)
        self._font.setPixelSize(LABEL_PIXELS)
        self._letters = QFontMetricsF(self._font)
        self._small = QFont(font)
        self._small.setPixelSize(_COUNT_PIXELS)
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
        self._draw_counts(painter, strip.picture.hidden)
        painter.setFont(self._font)
        for label in strip.labels:
            self._draw_label(painter, label)

    def _draw_counts(self, painter: QPainter, hidden: Sequence[Hidden]) -> None:
        """Say, before the bars, how many passages have no underline of their own in a line."""
        painter.setFont(self._small)
        painter.setPen(QColor(self._page.appearance.theme.muted))
        for y, passages in hidden:
            words = f"+{passages}" if passages < _TWO_DIGITS else str(passages)
            room = self._spacing.bars - BAR_WIDTH / 2 - 1
            left = self._width - room if self._turned else 0.0
            rect = QRectF(left, y - _COUNT_PIXELS, room, 2 * _COUNT_PIXELS)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)

    def names(self, mark: Mark) -> list[str]:
        """Return the names of the tags of a passage."""
        return [ink.name for ink in self._page.inks.all(mark) if ink.name]

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
        beside = max((self._across(bar.x) for bar in bars), default=0.0) + BAR_WIDTH + 6
        return [self._label(beside, top + 1, tuple(marks)) for top, marks in starting.items()]

    def _rank(self, mark: Mark) -> tuple[bool, bool]:
        """Put the selected passage first, then those that do not fade."""
        return mark.id != self._page.selected, self._page.highlights.opacity(mark) < 1

    def _need(self, row: Row) -> tuple[bool, bool]:
        """Put those names first that are given up last."""
        chosen, fades = self._rank(row.mark)
        return chosen, fades and not self._steady

    def _label(self, beside: float, top: float, marks: tuple[Mark, ...]) -> Label:
        """Return the label of some passages; their bars end `beside` pixels from the text."""
        away = max(self._spacing.names, beside)
        room = self._width - away - self._spacing.end
        has_note = any(mark.has_note for mark in marks)
        enough = room - (_DOT_ROOM if has_note else 0) >= _LABEL_LEAST
        rows = tuple(self._rows(self._named(marks), room)) if enough else ()
        width = max(map(self._width_of, rows), default=0.0)
        left = self._across(away if rows else beside) - (width if self._turned else 0)
        rect = QRectF(left, top, width, self._letters.height() * max(1, len(rows)))
        return Label(marks, rect, rows, has_note)

    def _named(self, marks: Sequence[Mark]) -> list[Row]:
        """Return a row for each name in the order of the text, so that none moves by a click.

        The dot of a note stands beside the first name of its passage.
        """
        rows: dict[str, Row] = {}
        for mark in marks:
            names = [ink.name for ink in self._page.inks.all(mark)]
            for name in names:
                row = rows.setdefault(name, Row(name, mark))
                if self._rank(mark) < self._rank(row.mark):
                    rows[name] = row._replace(mark=mark)
            if mark.has_note:
                rows[names[0]] = rows[names[0]]._replace(noted=mark)
        return [row for row in rows.values() if row.words or row.noted]

    def _rows(self, rows: list[Row], room: float) -> Iterator[Row]:
        """Yield as many rows as fit; the last says how many more there are, and tells of a note."""
        ranked = sorted(range(len(rows)), key=lambda n: self._need(rows[n]))
        kept, more = sorted(ranked[: self._most_rows]), ranked[self._most_rows :]
        for number in kept:
            row, rest = rows[number], ""
            if more and number == kept[-1]:
                rest = f"  +{len(more)}"
                noted = (rows[n].noted for n in (number, *more))
                row = row._replace(noted=next(filter(None, noted), None))
            dot = _DOT_ROOM if row.noted else 0
            width = room - self._letters.horizontalAdvance(rest) - dot
            short = self._letters.elidedText(row.words, Qt.TextElideMode.ElideRight, width)
            yield row._replace(words=short + rest)

    def _width_of(self, row: Row) -> float:
        return self._letters.horizontalAdvance(row.words) + (_DOT_ROOM if row.noted else 0)

    def _draw_label(self, painter: QPainter, label: Label) -> None:
        height = self._letters.height()
        for number, row in enumerate(label.rows):
            self._draw_row(painter, label.rect, label.rect.top() + number * height, row)
        if not label.rows and label.has_note:
            noted = min((mark for mark in label.marks if mark.has_note), key=self._rank)
            way = -_DOT if self._turned else _DOT
            self._draw_dot(painter, label.rect.left() + way, label.rect.top(), noted)

    def _draw_row(self, painter: QPainter, rect: QRectF, top: float, row: Row) -> None:
        theme = self._page.appearance.theme
        colour = QColor(theme.text if row.mark.id == self._page.selected else theme.muted)
        painter.setPen(faded(colour, self._page.highlights.opacity(row.mark)))
        words = self._letters.horizontalAdvance(row.words)
        left = rect.right() - words if self._turned else rect.left()
        painter.drawText(QPointF(left, top + self._letters.ascent()), row.words)
        if row.noted:
            away = _DOT_ROOM - _DOT
            x = left - away if self._turned else left + words + away
            self._draw_dot(painter, x, top, row.noted)

    def _draw_dot(self, painter: QPainter, x: float, top: float, noted: Mark) -> None:
        theme, opacity = self._page.appearance.theme, self._page.highlights.opacity(noted)
        painter.setBrush(faded(QColor(theme.muted), opacity))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(x, top + self._letters.height() / 2), _DOT, _DOT)
