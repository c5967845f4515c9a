"""What is drawn around the target and what was found: ruler, handles, hits, dimming."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desk.core.types import TextRange
from desk.ui.article.document import INSET
from desk.ui.article.page import Page

HANDLE = 4.5  # radius of the knob at either end of the selected passage

_DIMMED = 0.66
_TINT = 0.07
_RULER_WIDTH = 2.0
_HIT, _CURRENT_HIT = 0.22, 0.45

Focus = Callable[[], TextRange | None]


class Ruler:
    """A tint under the focused sentence and a quiet line at the side where its lines begin."""

    def __init__(self, focus: Focus) -> None:
        self._focus = focus

    def draw(self, painter: QPainter, page: Page, area: QRectF) -> None:
        """Draw the ruler where it shows."""
        where = self._focus()
        rects = _rects(page, where, area)
        if where is None or not rects:
            return
        accent = QColor(page.appearance.theme.accent)
        whole = rects[0].united(rects[-1])
        ruler = QRectF(1, whole.top() + 1, _RULER_WIDTH, whole.height() - 2)
        if page.reads_leftwards(where.start):
            ruler.moveRight(page.document.textWidth() - 1)
        painter.fillRect(ruler, accent)
        tint = _with_alpha(accent, _TINT if not page.appearance.theme.dark else 2 * _TINT)
        for rect in rects:
            painter.fillRect(rect.adjusted(-1, 1, 1, 1), tint)


class Dimming:
    """Paper laid over everything but the focused sentence, in focus mode."""

    def __init__(self, focus: Focus) -> None:
        self._focus = focus
        self.on = False

    def draw_beside(self, painter: QPainter, page: Page, area: QRectF) -> None:
        """Lay the paper over what is beside the text, but for the lines of the sentence."""
        where = self._focus()
        if not self.on or where is None:
            return
        rects = page.geometry.rects(where)
        paper = _with_alpha(QColor(page.appearance.theme.paper), _DIMMED)
        above, below = QRectF(area), QRectF(area)
        if rects:
            above.setBottom(rects[0].top())
            below.setTop(rects[-1].bottom())
            painter.fillRect(above, paper)
        painter.fillRect(below, paper)

    def draw(self, painter: QPainter, page: Page, area: QRectF) -> None:
        """Lay the paper over what shows."""
        where = self._focus()
        if not self.on or where is None:
            return
        cover = QPainterPath()
        ruler = INSET - 3  # pixels at either side, so as not to lie over it
        right = page.document.textWidth() - ruler
        cover.addRect(QRectF(ruler, area.top(), right - ruler, area.height()))
        kept = QPainterPath()
        kept.setFillRule(Qt.FillRule.WindingFill)
        for rect in page.geometry.rects(where):
            kept.addRect(rect.adjusted(-2, -1, 2, page.appearance.line_gap()))
        paper = _with_alpha(QColor(page.appearance.theme.paper), _DIMMED)
        painter.fillPath(cover.subtracted(kept), paper)


class Handles:
    """Knobs at both ends of the selected passage, to be dragged."""

    def draw(self, painter: QPainter, page: Page, area: QRectF) -> None:
        """Draw both knobs."""
        ends = handle_points(page)
        if ends is None:
            return
        mark = page.index.get(page.selected)
        colour = page.inks.first(mark).line if mark else QColor(page.appearance.theme.text)
        for top, bottom in ends:
            painter.setPen(QPen(colour, 2))
            painter.drawLine(top, bottom)
            painter.setBrush(QColor(page.appearance.theme.paper))
            painter.drawEllipse(bottom, HANDLE, HANDLE)


class Hits:
    """Places that a search in the article found."""

    def __init__(self) -> None:
        self.ranges: Sequence[TextRange] = ()
        self.current: TextRange | None = None

    def draw(self, painter: QPainter, page: Page, area: QRectF) -> None:
        """Draw the hits that show, the current one stronger."""
        if not self.ranges:
            return
        bands = list(page.geometry.visible(area.top() - 40, area.bottom() + 40))
        if not bands:
            return
        accent = QColor(page.appearance.theme.accent)
        first = bisect_left(self.ranges, (bands[0].start, 0))
        last = bisect_left(self.ranges, (bands[-1].end, 0))
        for where in self.ranges[max(0, first - 1) : last]:
            strength = _CURRENT_HIT if where == self.current else _HIT
            for rect in page.geometry.rects(where):
                painter.fillRect(rect.adjusted(-1, 0, 1, 0), _with_alpha(accent, strength))


def handle_points(page: Page) -> tuple[tuple[QPointF, QPointF], tuple[QPointF, QPointF]] | None:
    """Return top and bottom of the lines at the start and the end of the selected passage."""
    mark = page.index.get(page.selected)
    if mark is None:
        return None
    first = page.geometry.rects(TextRange(mark.start, min(mark.end, mark.start + 1)))
    last = page.geometry.rects(TextRange(max(mark.start, mark.end - 1), mark.end))
    if not first or not last:
        return None
    down = QPointF(0, HANDLE + 3)
    start, end = first[0], last[-1]
    return (
        (start.topLeft(), start.bottomLeft() + down),
        (end.topRight(), end.bottomRight() + down),
    )


def _rects(page: Page, where: TextRange | None, area: QRectF) -> list[QRectF]:
    if where is None:
        return []
    rects = page.geometry.rects(where)
    return rects if rects and rects[0].united(rects[-1]).intersects(area) else []


def _with_alpha(colour: QColor, alpha: float) -> QColor:
    result = QColor(colour)
    result.setAlphaF(alpha)
    return result
