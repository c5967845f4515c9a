"""Where ranges of an article lie on the page.

Ranges are in code points; lengths are pixels in the coordinates of the document, whose origin
is its top left corner. What was measured is kept for each block until `forget`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine

from desk.core.offsets import Utf16Map
from desk.core.types import TextRange

# Letters that run from right to left, and the controls that turn the direction.
_TURNING = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_BAND = 40  # lines
_FAR = 1e9  # pixels: further down than any text
_LEAST = 0.1  # pixels that are worth drawing
_JOINS = 0.75  # pixels between two runs of glyphs that count as touching


class Line(NamedTuple):
    """One line of a block: its UTF-16 range there and where its letters are."""

    start: int
    end: int
    top: float
    baseline: float
    bottom: float
    left: float
    right: float


class Piece(NamedTuple):
    """The part of a range on one line, as one rectangle's left and right."""

    line: Line
    left: float
    right: float

    def rect(self) -> QRectF:
        """Return the rectangle from the top of the letters to their bottom."""
        return QRectF(
            self.left, self.line.top, self.right - self.left, self.line.bottom - self.line.top
        )


class Band:
    """Some lines of one paragraph: all of them, unless it is very long.

    `start` and `end` are its range in the article, `key` names it among all bands.
    """

    def __init__(
        self, block: QTextBlock, part: int, lines: list[Line], text_range: TextRange, turning: bool
    ) -> None:
        self.key = (block.blockNumber(), part)
        self.start, self.end = text_range
        self.lines = lines
        self.position = block.position()
        self._turning = turning
        # The layout itself is not kept: Qt throws it away with the document, and a wrapper that
        # outlives it can be taken for whatever Qt puts in its place.
        self._block = block
        self._first = part * _BAND
        self._left = block.layout().position().x()
        self._starts = [line.start for line in lines]
        self._xs: dict[int, float] = {}

    @property
    def top(self) -> float:
        """Return the top of the first line."""
        return self.lines[0].top

    @property
    def bottom(self) -> float:
        """Return the bottom of the last line."""
        return self.lines[-1].bottom

    def line_at(self, local: int) -> Line:
        """Return the line that holds a UTF-16 position of this block."""
        return self.lines[max(0, bisect_right(self._starts, local) - 1)]

    def pieces(self, start: int, end: int) -> list[Piece]:
        """Return the rectangles of a UTF-16 range of this block.

        Spaces at the end of a wrapped line have none; text that changes direction has one for
        each run.
        """
        first = max(0, bisect_right(self._starts, start) - 1)
        found: list[Piece] = []
        for number in range(first, len(self.lines)):
            line = self.lines[number]
            if line.start >= end:
                break
            for left, right in self._spans(number, max(start, line.start), min(end, line.end)):
                if right - left > _LEAST:
                    found.append(Piece(line, left, right))
        return found

    def _spans(self, number: int, start: int, end: int) -> Iterable[tuple[float, float]]:
        """Return left and right of what is between two positions on a line."""
        line = self.lines[number]
        if self._turning:
            runs = self._runs(number, start, end) if start < end else []
            return [(max(left, line.left), min(right, line.right)) for left, right in runs]
        left = line.left if start == line.start else self._x(number, start)
        right = line.right if end == line.end else min(line.right, self._x(number, end))
        return ((left, right),)

    def _x(self, number: int, local: int) -> float:
        """Return where a position lies on its line; each is asked for more than once."""
        x = self._xs.get(local)
        if x is None:
            line = self._laid_out(number)
            if not line.isValid():
                return self.lines[number].left
            x = self._xs[local] = self._left + cursor_x(line.cursorToX(local))
        return x

    def _laid_out(self, number: int) -> QTextLine:
        """Return Qt's own line; an invalid one, of which all else crashes, if there is none.

        Qt may have thrown the lines away since they were measured: then it makes them again.
        """
        line = self._block.layout().lineAt(self._first + number)
        if not line.isValid():
            self._block.document().documentLayout().blockBoundingRect(self._block)
            line = self._block.layout().lineAt(self._first + number)
        return line

    def _runs(self, number: int, start: int, end: int) -> list[tuple[float, float]]:
        """Return left and right of each run of glyphs, those that touch joined."""
        x = self._left
        line = self._laid_out(number)
        runs = line.glyphRuns(start, end - start) if line.isValid() else []
        bounds = sorted((run.boundingRect().left(), run.boundingRect().right()) for run in runs)
        joined: list[tuple[float, float]] = []
        for left, right in bounds:
            if joined and x + left <= joined[-1][1] + _JOINS:
                joined[-1] = (joined[-1][0], max(joined[-1][1], x + right))
            else:
                joined.append((x + left, x + right))
        return joined


class Geometry:
    """Measures ranges of one article in one document."""

    def __init__(
        self, document: QTextDocument, text: str, starts: list[int], offsets: Utf16Map
    ) -> None:
        self._document = document
        self._text = text
        self._starts = starts
        self._offsets = offsets
        self._bands: dict[int, list[Band]] = {}

    def forget(self) -> None:
        """Drop what was measured, because the text has been laid out anew."""
        self._bands.clear()

    @property
    def line_count(self) -> int:
        """Return the number of paragraphs, blank ones too."""
        return len(self._starts)

    def line_range(self, number: int) -> TextRange:
        """Return the range of a paragraph, counted from 0, without its line end."""
        last = number + 1 >= len(self._starts)
        end = len(self._text) if last else self._starts[number + 1] - 1
        return TextRange(self._starts[number], end)

    def line_number(self, position: int) -> int:
        """Return the paragraph, counted from 0, that holds a position."""
        return max(0, bisect_right(self._starts, position) - 1)

    def bands(self, number: int) -> list[Band]:
        """Return the lines of a paragraph; Qt lays the text out as far as that."""
        bands = self._bands.get(number)
        if bands is None:
            bands = self._bands[number] = self._measured(number)
        return bands

    def visible(self, top: float, bottom: float) -> Iterator[Band]:
        """Yield what reaches into [top, bottom]."""
        for number in range(self._number_at(top), len(self._starts)):
            for band in self.bands(number):
                if band.top > bottom:
                    return
                if band.bottom >= top:
                    yield band

    def above(self, band: Band) -> float:
        """Return the bottom of what is above a band that is not the first of all."""
        number, part = band.key
        return (self.bands(number)[part - 1] if part else self.bands(number - 1)[-1]).bottom

    def position_at(self, y: float) -> int:
        """Return the position in the article of the first line that reaches below a height."""
        for band in self.visible(y, y + _FAR):
            for line in band.lines:
                if line.bottom > y:
                    return self._offsets.to_points(band.position + line.start)
        return len(self._text)

    def _number_at(self, y: float) -> int:
        """Return the last paragraph that starts at or above a height.

        Qt's own hitTest goes wrong between paragraphs as long as not all text is laid out.
        """
        low, high = 0, len(self._starts) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._top_of(middle) <= y:
                low = middle
            else:
                high = middle - 1
        return low

    def _top_of(self, number: int) -> float:
        """Return where a paragraph starts; far down where it has not been laid out yet."""
        bands = self._bands.get(number)
        if bands is not None:
            return bands[0].top
        layout = self._document.findBlockByNumber(number).layout()
        return layout.position().y() if layout.lineCount() else _FAR

    def pieces(self, band: Band, start: int, end: int) -> list[Piece]:
        """Return the rectangles of what [start, end) covers of a paragraph."""
        start, end = max(start, band.start), min(end, band.end)
        if start >= end:
            return []
        return band.pieces(self.local(band, start), self.local(band, end))

    def local(self, band: Band, position: int) -> int:
        """Return the UTF-16 position inside a paragraph of a position of the article."""
        return self._offsets.to_utf16(position) - band.position

    def rects(self, where: TextRange) -> list[QRectF]:
        """Return the rectangles of a range, in the order of the text."""
        first = self.line_number(where.start)
        last = self.line_number(max(where.start, where.end - 1))
        return [
            piece.rect()
            for number in range(first, last + 1)
            for band in self.bands(number)
            for piece in self.pieces(band, where.start, where.end)
        ]

    def line_of(self, position: int) -> Line:
        """Return the line on the page that holds a position."""
        bands = self.bands(self.line_number(position))
        band = next((band for band in bands if position < band.end), bands[-1])
        return band.line_at(self.local(band, position))

    def _measured(self, number: int) -> list[Band]:
        block = self._document.findBlockByNumber(number)
        # Asking for its rectangle is what makes Qt lay the text out as far as this block.
        self._document.documentLayout().blockBoundingRect(block)
        whole = self.line_range(number)
        turning = bool(_TURNING.search(self._text, *whole))
        layout = block.layout()
        origin = layout.position()
        # A document that has no width yet has no lines: then one without width stands in.
        nowhere = Line(0, block.length(), origin.y(), origin.y(), origin.y(), 0, 0)
        lines = [_line(layout, i, origin) for i in range(layout.lineCount())] or [nowhere]
        parts = range(0, len(lines), _BAND)
        starts = [self._offsets.to_points(block.position() + lines[i].start) for i in parts]
        ends = [*starts[1:], whole.end]
        return [
            Band(block, part, lines[first : first + _BAND], TextRange(start, end), turning)
            for part, (first, start, end) in enumerate(zip(parts, starts, ends, strict=True))
        ]


def _line(layout: QTextLayout, number: int, origin: QPointF) -> Line:
    line = layout.lineAt(number)
    natural = line.naturalTextRect()
    baseline = origin.y() + line.y() + line.ascent()
    # A blank line is drawn flat, and has no letters whose bottom could matter.
    below = line.descent() if line.textLength() else -line.ascent()
    return Line(
        start=line.textStart(),
        end=line.textStart() + line.textLength(),
        top=baseline - line.ascent(),
        baseline=baseline,
        bottom=baseline + below,
        left=origin.x() + natural.left(),
        right=origin.x() + natural.right(),
    )


def cursor_x(answer: object) -> float:
    """Return x of QTextLine.cursorToX, which PySide6 answers as a pair with the position."""
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]
