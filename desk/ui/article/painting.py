"""Passages drawn under the text: fills, and an underline for each in its own lane.

The drawing of a paragraph is kept until something in it changes, so that a scrolled frame only
lays down what was prepared.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from desk.core.ranges import RangeIndex
from desk.core.types import Mark, PassageId, Pattern
from desk.ui.article.geometry import Band, Geometry, Line, Piece
from desk.ui.article.inks import Inks
from desk.ui.article.segments import Segment, joined, uppermost

LANES = 3  # as many underlines as fit below a line of text
LINE_WIDTH = 2.5
CORNER = 3.0
FADED = 0.28

_LANE_STEP = 3.75
_END_GAP = 0.75  # kept free at either end of a passage, so that neighbours show a boundary


class Dash(NamedTuple):
    """One dash of a pattern, repeated along a line: its colour, then pixels on and off."""

    rgba: int
    on: int
    off: int


_SOLID = (0, 0)
_DASHES: dict[Pattern, tuple[int, int]] = {"solid": _SOLID, "dash": (9, 4), "dot": (3, 3)}
_STRIPE = (14, 0)  # each colour on the underline of a passage with several tags
_TILE_HEIGHT = 3


class Hidden(NamedTuple):
    """The height of a dotted line, and how many passages it stands for on its line of text."""

    y: float
    passages: int


class Picture:
    """What is drawn for one paragraph, in the coordinates of the document.

    Fills and lines are gathered by colour, because each call of Qt costs more than what it draws.
    """

    def __init__(self, signature: tuple[tuple[Mark, int], ...], selected: PassageId | None) -> None:
        self.signature = signature  # the passages and their lanes
        self.selected = selected  # which of them is drawn as selected
        self.fills: dict[int, QPainterPath] = {}
        self.lines: dict[int, list[QLineF]] = {}
        self.dashed: list[tuple[QRectF, tuple[Dash, ...]]] = []
        self.outlines: list[tuple[QPen, QPainterPath]] = []
        self.hidden: list[Hidden] = []


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
        self._pen = QPen()
        self._pen.setWidthF(LINE_WIDTH)
        self._pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._tiles: dict[tuple[tuple[Dash, ...], float], QPixmap] = {}
        self.selected: PassageId | None = None
        self.fades: Callable[[Mark], bool] | None = None
        self._pictures: dict[tuple[int, int], Picture] = {}

    def forget(self) -> None:
        """Drop all drawings."""
        self._pictures.clear()

    def forget_changed(self, bands: Iterable[Band]) -> list[Band]:
        """Drop the drawings that are out of date; return those of `bands` among them."""
        bands = list(bands)
        kept = {
            band.key: self._pictures[band.key]
            for band in bands
            if band.key in self._pictures and self._is_current(self._pictures[band.key], band)
        }
        self._pictures = kept
        return [band for band in bands if band.key not in kept]

    def draw(self, painter: QPainter, bands: Iterable[Band]) -> None:
        """Draw the passages of some paragraphs."""
        for band in bands:
            self._draw(painter, self.picture(band))

    def picture(self, band: Band) -> Picture:
        """Return what is drawn for a paragraph; another object when that has changed."""
        picture = self._pictures.get(band.key)
        if picture is None:
            picture = self._pictures[band.key] = self._picture(band)
        return picture

    def _signature(self, band: Band) -> tuple[tuple[Mark, int], ...]:
        marks = self._index.overlapping(band.start, band.end)
        return tuple((mark, self._index.lane(mark.id)) for mark in marks)

    def _is_current(self, picture: Picture, band: Band) -> bool:
        now = self._signature(band)
        return picture.signature == now and picture.selected == self._selected_among(now)

    def _selected_among(self, signature: tuple[tuple[Mark, int], ...]) -> PassageId | None:
        return self.selected if any(mark.id == self.selected for mark, _ in signature) else None

    def _picture(self, band: Band) -> Picture:
        signature = self._signature(band)
        picture = Picture(signature, self._selected_among(signature))
        marks = [mark for mark, _ in picture.signature]
        for segment in uppermost(marks, band.start, band.end, self._rank):
            self._add_fill(picture, band, segment)
        for mark, lane in picture.signature:
            if lane < LANES:
                self._add_underline(picture, band, mark, lane)
            if mark.id == self.selected or mark.misplaced:
                self._add_outline(picture, band, mark)
        self._add_crowd(picture, band, [mark for mark, lane in picture.signature if lane >= LANES])
        return picture

    def _rank(self, mark: Mark) -> tuple[int, ...]:
        """Put the selected passage on top, then those that do not fade, then the shortest."""
        return (mark.id != self.selected, self.opacity(mark) < 1, mark.end - mark.start)

    def opacity(self, mark: Mark) -> float:
        """Return how strongly a passage is drawn: less where others stand out."""
        fades = self.fades is not None and mark.id != self.selected and self.fades(mark)
        return FADED if fades else 1.0

    def _add_fill(self, picture: Picture, band: Band, segment: Segment) -> None:
        mark = segment.mark
        if mark.misplaced:
            return
        ink = self.inks.first(mark)
        colour = faded(ink.selected if mark.id == self.selected else ink.fill, self.opacity(mark))
        path = picture.fills.setdefault(colour.rgba(), _winding())
        pieces = self._geometry.pieces(band, segment.start, segment.end)
        for number, piece in enumerate(pieces):
            opens = number > 0 or segment.start in (mark.start, band.start)
            closes = number < len(pieces) - 1 or segment.end in (mark.end, band.end)
            _add_rounded(path, self._fill_rect(piece), opens, closes)

    def _fill_rect(self, piece: Piece) -> QRectF:
        top = piece.line.top + 1
        bottom = self._lane_y(piece.line, 0) + LINE_WIDTH / 2
        return QRectF(piece.left, top, max(1.0, piece.right - piece.left), bottom - top)

    def _lane_y(self, line: Line, lane: int) -> float:
        return line.baseline + self._size * 0.28 + lane * _LANE_STEP

    def _add_underline(self, picture: Picture, band: Band, mark: Mark, lane: int) -> None:
        inks = self.inks.all(mark)
        opacity = self.opacity(mark)
        colours = [faded(ink.line, opacity).rgba() for ink in inks]
        dashes = _STRIPE if len(inks) > 1 else _DASHES[inks[0].pattern]
        if mark.misplaced:
            dashes = _DASHES["dash"]
        for piece in self._geometry.pieces(band, mark.start, mark.end):
            y = self._lane_y(piece.line, lane)
            left, right = piece.left + _END_GAP, max(piece.left + 1, piece.right - _END_GAP)
            if len(inks) == 1 and dashes == _SOLID:
                picture.lines.setdefault(colours[0], []).append(QLineF(left, y, right, y))
            else:
                key = tuple(Dash(colour, *dashes) for colour in colours)
                where = QRectF(left, round(y - LINE_WIDTH / 2), right - left, _TILE_HEIGHT)
                picture.dashed.append((where, key))

    def _add_outline(self, picture: Picture, band: Band, mark: Mark) -> None:
        path = QPainterPath()
        for piece in self._geometry.pieces(band, mark.start, mark.end):
            path.addRoundedRect(self._fill_rect(piece), CORNER, CORNER)
        pen = QPen(faded(self.inks.first(mark).line, self.opacity(mark)), 1.5)
        if mark.misplaced:
            pen.setDashPattern([3.0, 2.0])
        picture.outlines.append((pen, path))

    def _add_crowd(self, picture: Picture, band: Band, marks: list[Mark]) -> None:
        """Add a dotted line under the passages without a lane of their own, and how many."""
        dots = (Dash(self.inks.plain.line.rgba(), 2, 3),)
        for stretch in joined(marks, band.start, band.end):
            for piece in self._geometry.pieces(band, *stretch):
                bottom = round(self._lane_y(piece.line, LANES))
                where = QRectF(piece.left, bottom - 2, piece.right - piece.left, 2)
                picture.dashed.append((where, dots))
        hidden: Counter[float] = Counter()
        for mark in marks:
            lines = {piece.line for piece in self._geometry.pieces(band, mark.start, mark.end)}
            hidden.update(self._lane_y(line, LANES) for line in lines)
        picture.hidden = [Hidden(y - 1, count) for y, count in hidden.items()]

    def _draw(self, painter: QPainter, picture: Picture) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rgba, path in picture.fills.items():
            painter.fillPath(path, QColor.fromRgba(rgba))
        for where, dashes in picture.dashed:
            painter.drawTiledPixmap(where, self._tile(dashes, painter))
        for rgba, lines in picture.lines.items():
            pen = self._pen
            pen.setColor(QColor.fromRgba(rgba))
            painter.setPen(pen)
            painter.drawLines(lines)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for outline, path in picture.outlines:
            painter.setPen(outline)
            painter.drawPath(path)

    def _tile(self, dashes: tuple[Dash, ...], painter: QPainter) -> QPixmap:
        ratio = painter.device().devicePixelRatioF()
        key = (dashes, ratio)
        if key not in self._tiles:
            self._tiles[key] = dash_tile(dashes, ratio)
        return self._tiles[key]


def dash_tile(dashes: tuple[Dash, ...], ratio: float) -> QPixmap:
    """Return a picture that, set side by side, makes a dashed line.

    Qt's own dashed pens take 50 times as long to draw.
    """
    width = sum(dash.on + dash.off for dash in dashes)
    tile = QPixmap(QSize(width, _TILE_HEIGHT) * ratio)
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x = 0
    for dash in dashes:
        painter.fillRect(QRectF(x, 0, dash.on, LINE_WIDTH), QColor.fromRgba(dash.rgba))
        x += dash.on + dash.off
    painter.end()
    return tile


def _winding() -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def _add_rounded(path: QPainterPath, rect: QRectF, left: bool, right: bool) -> None:
    """Add a rectangle on whole pixels whose ends are rounded, or square where it goes on."""
    whole = QRectF(rect.toRect())
    ends = whole.adjusted(_END_GAP if left else 0, 0, -_END_GAP if right else 0, 0)
    path.addRoundedRect(ends, CORNER, CORNER)
    half = ends.width() / 2
    if not left:
        path.addRect(ends.adjusted(0, 0, -half, 0))
    if not right:
        path.addRect(ends.adjusted(half, 0, 0, 0))


def faded(colour: QColor, opacity: float) -> QColor:
    """Return a colour as it is drawn at an opacity."""
    if opacity == 1.0:
        return colour
    result = QColor(colour)
    result.setAlphaF(opacity)
    return result
