"""Passages drawn under the text: fills, and an underline for each in its own lane.

The drawing of a paragraph is kept until something in it changes, so that a scrolled frame only
lays down what was prepared.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from desk.core.ranges import RangeIndex
from desk.core.types import Mark, PassageId, Pattern
from desk.ui.article.geometry import BlockShape, Geometry, Piece
from desk.ui.article.inks import Ink, Inks
from desk.ui.article.segments import Segment, crowds, uppermost

LANES = 3  # as many underlines as fit below a line of text
LINE_WIDTH = 2.5
CORNER = 3.0
FADED = 0.28

_LANE_STEP = 3.75
_END_GAP = 0.75  # kept free at either end of a passage, so that neighbours show a boundary
_STRIPE = 14.0  # pixels of each colour on the underline of a passage with several tags
_DASHES: dict[Pattern, tuple[float, ...]] = {"solid": (), "dash": (4.4, 2.0), "dot": (0.01, 1.9)}


class Words(NamedTuple):
    """A few small words at a place."""

    where: QPointF
    text: str


@dataclass(slots=True)
class Picture:
    """What is drawn for one paragraph, in the coordinates of the document."""

    signature: tuple[tuple[Mark, int], ...]
    fills: dict[tuple[int, float], tuple[QColor, QPainterPath]] = field(default_factory=dict)
    strokes: list[tuple[QPen, list[QLineF]]] = field(default_factory=list)
    outlines: list[tuple[QPen, QPainterPath]] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)


class Highlights:
    """Draws the passages of one article.

    `selected` and `fades` say what of the reader's state changes the drawing; `forget` what is
    drawn after changing them.
    """

    def __init__(
        self, geometry: Geometry, index: RangeIndex[Mark], inks: Inks, size_px: float
    ) -> None:
        self._geometry = geometry
        self._index = index
        self.inks = inks
        self._size = size_px
        self._small = QFont()
        self._small.setPixelSize(9)
        self.selected: PassageId | None = None
        self.fades: Callable[[Mark], bool] | None = None
        self._pictures: dict[int, Picture] = {}

    def forget(self) -> None:
        """Drop all drawings."""
        self._pictures.clear()

    def forget_changed(self, shapes: Iterable[BlockShape]) -> list[BlockShape]:
        """Drop the drawings that are out of date; return those of `shapes` among them."""
        shapes = list(shapes)
        kept = {
            shape.start: self._pictures[shape.start]
            for shape in shapes
            if shape.start in self._pictures
            and self._pictures[shape.start].signature == self._signature(shape)
        }
        self._pictures = kept
        return [shape for shape in shapes if shape.start not in kept]

    def draw(self, painter: QPainter, shapes: Iterable[BlockShape]) -> None:
        """Draw the passages of some paragraphs."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in shapes:
            picture = self._pictures.get(shape.start)
            if picture is None:
                picture = self._pictures[shape.start] = self._picture(shape)
            _draw(painter, picture, self._small)

    def _signature(self, shape: BlockShape) -> tuple[tuple[Mark, int], ...]:
        marks = self._index.overlapping(shape.start, shape.end)
        return tuple((mark, self._index.lane(mark.id)) for mark in marks)

    def _picture(self, shape: BlockShape) -> Picture:
        picture = Picture(self._signature(shape))
        marks = [mark for mark, _ in picture.signature]
        for segment in uppermost(marks, shape.start, shape.end, self._rank):
            self._add_fill(picture, shape, segment)
        for mark, lane in picture.signature:
            if lane < LANES:
                self._add_underline(picture, shape, mark, lane)
            if mark.id == self.selected or mark.misplaced:
                self._add_outline(picture, shape, mark)
        self._add_crowds(
            picture, shape, [mark for mark, lane in picture.signature if lane >= LANES]
        )
        return picture

    def _rank(self, mark: Mark) -> tuple[int, ...]:
        """Put the selected passage on top, then those that do not fade, then the shortest."""
        return (mark.id != self.selected, self._opacity(mark) < 1, mark.end - mark.start)

    def _opacity(self, mark: Mark) -> float:
        fades = self.fades is not None and mark.id != self.selected and self.fades(mark)
        return FADED if fades else 1.0

    def _add_fill(self, picture: Picture, shape: BlockShape, segment: Segment) -> None:
        mark = segment.mark
        if mark.misplaced:
            return
        ink = self.inks.first(mark)
        colour = ink.selected if mark.id == self.selected else ink.fill
        opacity = self._opacity(mark)
        key = (colour.rgb(), opacity)
        if key not in picture.fills:
            path = QPainterPath()
            path.setFillRule(Qt.FillRule.WindingFill)
            picture.fills[key] = (_faded(colour, opacity), path)
        pieces = self._geometry.pieces(shape, segment.start, segment.end)
        for number, piece in enumerate(pieces):
            opens = number > 0 or segment.start == mark.start
            closes = number < len(pieces) - 1 or segment.end == mark.end
            _add_rounded(
                picture.fills[key][1], self._fill_rect(piece, opens, closes), opens, closes
            )

    def _fill_rect(self, piece: Piece, opens: bool, closes: bool) -> QRectF:
        left = piece.left + (_END_GAP if opens else 0)
        right = piece.right - (_END_GAP if closes else 0)
        top = piece.line.top + 1
        bottom = self._lane_y(piece, 0) + LINE_WIDTH / 2
        return QRectF(left, top, max(1.0, right - left), bottom - top)

    def _lane_y(self, piece: Piece, lane: int) -> float:
        return piece.line.baseline + self._size * 0.28 + lane * _LANE_STEP

    def _add_underline(self, picture: Picture, shape: BlockShape, mark: Mark, lane: int) -> None:
        lines = [
            self._underline(piece, lane)
            for piece in self._geometry.pieces(shape, mark.start, mark.end)
        ]
        inks = self.inks.all(mark)
        for number, ink in enumerate(inks):
            pen = _pen(ink, self._opacity(mark), mark.misplaced)
            if len(inks) > 1:
                _stripe(pen, number, len(inks))
            picture.strokes.append((pen, lines))

    def _underline(self, piece: Piece, lane: int) -> QLineF:
        y = self._lane_y(piece, lane)
        left, right = piece.left + _END_GAP, max(piece.left + 1, piece.right - _END_GAP)
        return QLineF(left, y, right, y)

    def _add_outline(self, picture: Picture, shape: BlockShape, mark: Mark) -> None:
        path = QPainterPath()
        for piece in self._geometry.pieces(shape, mark.start, mark.end):
            path.addRoundedRect(self._fill_rect(piece, True, True), CORNER, CORNER)
        pen = QPen(_faded(self.inks.first(mark).line, self._opacity(mark)), 1.5)
        if mark.misplaced:
            pen.setDashPattern([3.0, 2.0])
        picture.outlines.append((pen, path))

    def _add_crowds(self, picture: Picture, shape: BlockShape, marks: list[Mark]) -> None:
        """Add a dotted line under the passages without a lane of their own, and how many."""
        colour = QColor(self.inks.theme.muted)
        pen = QPen(colour, 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.2])
        lines: list[QLineF] = []
        for crowd in crowds(marks, shape.start, shape.end):
            text = f"+{crowd.passages}"
            width = QFontMetricsF(self._small).horizontalAdvance(text)
            pieces = self._geometry.pieces(shape, crowd.start, crowd.end)
            lines += [self._underline(piece, LANES) for piece in pieces]
            if lines and pieces:
                last = lines[-1]
                where = QPointF(max(last.x1(), last.x2() - width), last.y1() + 3)
                picture.words.append(Words(where, text))
                lines[-1] = QLineF(last.x1(), last.y1(), where.x() - 2, last.y1())
        picture.strokes.append((pen, [line for line in lines if line.dx() > 0]))


def _draw(painter: QPainter, picture: Picture, small: QFont) -> None:
    for colour, path in picture.fills.values():
        painter.fillPath(path, colour)
    for pen, lines in picture.strokes:
        painter.setPen(pen)
        painter.drawLines(lines)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen, path in picture.outlines:
        painter.setPen(pen)
        painter.drawPath(path)
    if picture.words:
        painter.setFont(small)
        painter.setPen(picture.strokes[-1][0].color())
        for where, text in picture.words:
            painter.drawText(where, text)


def _faded(colour: QColor, opacity: float) -> QColor:
    if opacity == 1.0:
        return colour
    result = QColor(colour)
    result.setAlphaF(opacity)
    return result


def _pen(ink: Ink, opacity: float, misplaced: bool) -> QPen:
    pen = QPen(_faded(ink.line, opacity), LINE_WIDTH)
    pattern: Pattern = "dash" if misplaced else ink.pattern
    dotted = pattern == "dot"
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if dotted else Qt.PenCapStyle.FlatCap)
    if _DASHES[pattern]:
        pen.setDashPattern(_DASHES[pattern])
    return pen


def _stripe(pen: QPen, number: int, count: int) -> None:
    """Make a pen draw every `count`-th stripe of a line, beginning with stripe `number`."""
    stripe = _STRIPE / LINE_WIDTH  # Qt counts dashes in widths of the pen
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([stripe, stripe * (count - 1)])
    pen.setDashOffset(stripe * (count - number))


def _add_rounded(path: QPainterPath, rect: QRectF, left: bool, right: bool) -> None:
    """Add a rectangle whose left and right corners are rounded or square."""
    path.addRoundedRect(rect, CORNER, CORNER)
    half = rect.width() / 2
    if not left:
        path.addRect(QRectF(rect.left(), rect.top(), half, rect.height()))
    if not right:
        path.addRect(QRectF(rect.left() + half, rect.top(), half, rect.height()))
