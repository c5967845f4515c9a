"""What belongs beside one paragraph: the bars of its passages and the names of their tags."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desk.core.types import Mark
from desk.ui.article.geometry import Band
from desk.ui.article.page import Page
from desk.ui.article.painting import Picture, faded

BAR_WIDTH = 3.0
LABEL_PIXELS = 11

_BARS_LEFT = 12.0
_LANE = 8.0  # pixels from bar to bar for the first lanes, then less
_WIDE_LANES = 3
_DEEP_LANE = 5.0
_LABEL_LEFT = 44.0
_LABEL_RIGHT = 8.0
_LABEL_LEAST = 30.0  # pixels below which a name is not worth eliding
_DOT = 3.5  # radius of the dot that says there is a note


class Bar(NamedTuple):
    """The part beside one paragraph of a passage's bar."""

    mark: Mark
    x: float
    top: float
    bottom: float
    starts: bool


class Label(NamedTuple):
    """The names of the tags of the passages that start on one line, in rows."""

    marks: tuple[Mark, ...]
    rect: QRectF
    rows: tuple[str, ...]
    has_note: bool


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
            bars = [self._bar(band, mark, lane) for mark, lane in picture.signature]
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

    def names(self, marks: Sequence[Mark]) -> list[str]:
        """Return the names of the tags of some passages, each once."""
        names = (ink.name for mark in marks for ink in self._page.inks.all(mark))
        return [name for name in dict.fromkeys(names) if name]

    def _bar(self, band: Band, mark: Mark, lane: int) -> Bar:
        geometry = self._page.geometry
        # A passage may start with the line end before this paragraph.
        starts = mark.start >= band.start - (band.key[1] == 0)
        first = (
            band.line_at(geometry.local(band, max(mark.start, band.start)))
            if starts
            else band.lines[0]
        )
        ends = mark.end <= band.end
        last = band.line_at(geometry.local(band, mark.end - 1)) if ends else band.lines[-1]
        # A bar that comes from the paragraph above reaches up to it, so that there is no gap.
        top = first.top + 2 if starts else geometry.above(band) - BAR_WIDTH
        return Bar(mark, self._across(self._lane_x(lane)), top, last.bottom, starts)

    def _across(self, x: float) -> float:
        """Turn pixels from the text into pixels from the left, or back."""
        return self._width - x if self._turned else x

    def _lane_x(self, lane: int) -> float:
        deep = max(0, lane - _WIDE_LANES)
        x = _BARS_LEFT + (lane - deep) * _LANE + deep * _DEEP_LANE
        return min(x, self._width - BAR_WIDTH)

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
            if bar.starts:
                starting.setdefault(bar.top, []).append(bar.mark)
        beside = max((self._across(bar.x) for bar in bars), default=0.0) + BAR_WIDTH + 6
        left = max(_LABEL_LEFT, beside)
        return [self._label(left, top, tuple(marks)) for top, marks in starting.items()]

    def _label(self, away: float, top: float, marks: tuple[Mark, ...]) -> Label:
        """Return the label that begins `away` pixels from the text."""
        has_note = any(mark.has_note for mark in marks)
        room = self._width - away - _LABEL_RIGHT - (4 * _DOT if has_note else 0)
        names = self.names(marks) if room >= _LABEL_LEAST else []
        rows = tuple(self._rows(names, room))
        width = max((self._letters.horizontalAdvance(row) for row in rows), default=0.0)
        height = self._letters.height() * max(1, len(rows))
        width += 4 * _DOT if has_note else 0
        left = self._across(away) - (width if self._turned else 0)
        return Label(marks, QRectF(left, top - 1, width, height), rows, has_note)

    def _rows(self, names: list[str], room: float) -> Iterator[str]:
        """Yield the names in as many rows as fit; the last says how many more there are."""
        for number, name in enumerate(names[: self._most_rows], start=1):
            more = len(names) - number if number == self._most_rows else 0
            rest = f"  +{more}" if more else ""
            width = room - self._letters.horizontalAdvance(rest)
            yield self._letters.elidedText(name, Qt.TextElideMode.ElideRight, width) + rest

    def _draw_label(self, painter: QPainter, label: Label) -> None:
        theme = self._page.appearance.theme
        chosen = self._page.selected in {mark.id for mark in label.marks}
        opacity = max(self._page.highlights.opacity(mark) for mark in label.marks)
        painter.setPen(faded(QColor(theme.text if chosen else theme.muted), opacity))
        y = label.rect.top() + self._letters.ascent()
        for row in label.rows:
            left = label.rect.left()
            if self._turned:
                left = label.rect.right() - self._letters.horizontalAdvance(row)
            painter.drawText(QPointF(left, y), row)
            y += self._letters.height()
        if label.has_note:
            painter.setBrush(faded(QColor(theme.muted), opacity))
            painter.setPen(Qt.PenStyle.NoPen)
            middle = label.rect.top() + self._letters.height() / 2
            end = label.rect.left() + _DOT if self._turned else label.rect.right() - _DOT
            painter.drawEllipse(QPointF(end, middle), _DOT, _DOT)
