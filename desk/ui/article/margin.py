"""What lies beside the text: bars and tag names on its right, plain paper on its left."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desk.core.types import Mark
from desk.ui.article.geometry import BlockShape
from desk.ui.article.page import Page
from desk.ui.article.tiles import Tiles

BAR_WIDTH = 3.0
LABEL_PIXELS = 11

_BARS_LEFT = 12.0
_LANE = 8.0  # pixels from bar to bar for the first lanes, then less
_WIDE_LANES = 3
_DEEP_LANE = 5.0
_LABEL_LEFT = 44.0
_LABEL_LEAST = 24.0  # pixels below which a name is not worth eliding
_DOT = 3.5  # radius of the dot that says there is a note
_REACH = 40.0
_GRIP = 3.0  # pixels beside a bar that count as the bar


class Gutter(QWidget):
    """Paper beside the text: wheel and mouse there work as on the text."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text."""
        QCoreApplication.sendEvent(self._area.viewport(), event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let a selection begin beside the text."""
        self._forward(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        if event.buttons():
            self._forward(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it."""
        self._forward(event)

    def _forward(self, event: QMouseEvent) -> None:
        target = self._area.viewport()
        here = QPointF(target.mapFrom(self, event.position().toPoint()))
        copy = QMouseEvent(
            event.type(),
            here,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )
        QCoreApplication.sendEvent(target, copy)


class Bar(NamedTuple):
    """The bar of a passage, in the coordinates of the document."""

    mark: Mark
    rect: QRectF
    starts: bool  # the passage starts within what was looked at


class Label(NamedTuple):
    """The names of the tags of the passages that start on one line."""

    marks: list[Mark]
    rect: QRectF
    text: str
    has_note: bool


class Margin(Gutter):
    """Shows a bar for each passage in its lane, and the names of tags where they start."""

    hovered = Signal(object)  # PassageId | None
    clicked = Signal(object)  # PassageId

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self.page: Page | None = None
        self._under_mouse: Mark | None = None
        self._font = QFont(self.font())
        self._font.setPixelSize(LABEL_PIXELS)
        self._letters = QFontMetricsF(self._font)
        self.tiles = Tiles(self._draw)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Passages beside the text"))
        area.verticalScrollBar().valueChanged.connect(self.update)

    def forget(self, top: float | None = None, bottom: float = 0) -> None:
        """Draw again what lies between two heights of the document, or all of it."""
        self.tiles.forget(top, bottom)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars and names."""
        scroll = self._scroll()
        area = event.rect().translated(0, scroll)
        painter = QPainter(self)
        painter.translate(0, -scroll)
        self.tiles.paint(painter, area.top(), area.bottom(), self.width())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the passage whose bar or name was clicked."""
        mark = self._mark_at(event.position())
        if mark is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        else:
            self.clicked.emit(mark.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Single out the passage under the mouse."""
        if event.buttons():
            super().mouseMoveEvent(event)
        else:
            self._hover(self._mark_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Single out none."""
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, mark: Mark | None) -> None:
        if mark is self._under_mouse:
            return
        self._under_mouse = mark
        self.setCursor(Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor)
        self.setToolTip(self._names(mark) if mark else "")
        self.hovered.emit(mark.id if mark else None)

    def _scroll(self) -> int:
        return self._area.verticalScrollBar().value()

    def _mark_at(self, where: QPointF) -> Mark | None:
        if self.page is None:
            return None
        y = where.y() + self._scroll()
        here = QPointF(where.x(), y)
        bars = self._bars(self.page, y - 1, y + 1)
        for bar in bars:
            if bar.rect.adjusted(-_GRIP, 0, _GRIP, 0).contains(here):
                return bar.mark
        for label in self._labels(self.page, bars):
            if label.rect.contains(here):
                return label.marks[0]
        return None

    def _draw(self, painter: QPainter, top: float, bottom: float) -> None:
        if self.page is None:
            paper = self.palette().window().color()
            painter.fillRect(QRectF(0, top, self.width(), bottom - top), paper)
            return
        theme = self.page.appearance.theme
        painter.fillRect(QRectF(0, top, self.width(), bottom - top), QColor(theme.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bars = self._bars(self.page, top, bottom)
        for bar in bars:
            self._draw_bar(painter, self.page, bar)
        painter.setFont(self._font)
        for label in self._labels(self.page, bars):
            self._draw_label(painter, self.page, label)

    def _bars(self, page: Page, top: float, bottom: float) -> list[Bar]:
        shapes = list(page.geometry.visible(top - _REACH, bottom + _REACH))
        if not shapes:
            return []
        marks = page.index.overlapping(shapes[0].start, shapes[-1].end + 1)
        return [self._bar(page, shapes, mark) for mark in marks]

    def _bar(self, page: Page, shapes: list[BlockShape], mark: Mark) -> Bar:
        starts = mark.start >= shapes[0].start
        ends = mark.end <= shapes[-1].end
        first = page.geometry.line_of(mark.start) if starts else None
        last = page.geometry.line_of(max(mark.start, mark.end - 1)) if ends else None
        top = first.top + 2 if first else shapes[0].top - _REACH
        bottom = last.bottom if last else shapes[-1].bottom + _REACH
        x = min(self._lane_x(page.index.lane(mark.id)), self.width() - BAR_WIDTH - 2)
        return Bar(mark, QRectF(x, top, BAR_WIDTH, bottom - top), starts)

    def _lane_x(self, lane: int) -> float:
        deep = max(0, lane - _WIDE_LANES)
        return _BARS_LEFT + (lane - deep) * _LANE + deep * _DEEP_LANE

    def _draw_bar(self, painter: QPainter, page: Page, bar: Bar) -> None:
        inks = page.inks.all(bar.mark)
        painter.setOpacity(page.highlights.opacity(bar.mark))
        painter.setPen(Qt.PenStyle.NoPen)
        height = bar.rect.height() / len(inks)
        for number, ink in enumerate(inks):
            painter.setBrush(ink.line)
            part = QRectF(bar.rect.x(), bar.rect.y() + number * height, BAR_WIDTH, height)
            painter.drawRoundedRect(part, 1.5, 1.5)
        painter.setOpacity(1)

    def _labels(self, page: Page, bars: list[Bar]) -> list[Label]:
        """Return one label for each line on which passages start; so none overlaps another."""
        starting: dict[float, list[Bar]] = {}
        for bar in bars:
            if bar.starts:
                starting.setdefault(bar.rect.top(), []).append(bar)
        return [self._label(bars, group) for group in starting.values()]

    def _label(self, bars: list[Bar], group: list[Bar]) -> Label:
        top = group[0].rect.top()
        marks = [bar.mark for bar in group]
        beside = [bar.rect.right() for bar in bars if bar.rect.top() <= top < bar.rect.bottom()]
        left = max(_LABEL_LEFT, max(beside, default=0) + 8)
        has_note = any(mark.has_note for mark in marks)
        room = self.width() - left - 8 - (4 * _DOT if has_note else 0)
        text = self._names(*marks) if room >= _LABEL_LEAST else ""
        shown = self._letters.elidedText(text, Qt.TextElideMode.ElideRight, room)
        width = self._letters.horizontalAdvance(shown) + (4 * _DOT if has_note else 0)
        return Label(marks, QRectF(left, top, width, self._letters.height()), shown, has_note)

    def _names(self, *marks: Mark) -> str:
        assert self.page is not None
        names = [ink.name for mark in marks for ink in self.page.inks.all(mark) if ink.name]
        return " · ".join(dict.fromkeys(names))

    def _draw_label(self, painter: QPainter, page: Page, label: Label) -> None:
        theme = page.appearance.theme
        chosen = page.selected in {mark.id for mark in label.marks}
        painter.setOpacity(max(page.highlights.opacity(mark) for mark in label.marks))
        painter.setPen(QColor(theme.text if chosen else theme.muted))
        baseline = label.rect.top() + self._letters.ascent()
        painter.drawText(QPointF(label.rect.left(), baseline), label.text)
        if label.has_note:
            painter.setBrush(QColor(theme.muted))
            painter.setPen(Qt.PenStyle.NoPen)
            centre = QPointF(label.rect.right() - _DOT, label.rect.center().y() + 0.5)
            painter.drawEllipse(centre, _DOT, _DOT)
        painter.setOpacity(1)
