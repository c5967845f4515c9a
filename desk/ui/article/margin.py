"""The margin at the end of the lines: it shows the passages beside it and can be clicked."""

from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea

from desk.core.types import Mark
from desk.ui.article.bars import BAR_WIDTH
from desk.ui.article.gutter import Gutter
from desk.ui.article.page import Page
from desk.ui.article.strips import Strip, Strips
from desk.ui.article.tiles import Tiles, fill
from desk.ui.saying import listed

_GRIP = 3.0  # pixels beside a bar that count as the bar
_REACH = 40


class Beside(Protocol):
    """Something drawn over what stands in the margin."""

    def draw_beside(self, painter: QPainter, page: Page, area: QRectF) -> None:
        """Draw what shows in an area, in the coordinates of the document."""


class Margin(Gutter):
    """Shows a bar for each passage in its lane, and the names of tags where they start."""

    hovered = Signal(object)  # PassageId | None
    clicked = Signal(object)  # PassageId

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._page: Page | None = None
        self._strips: Strips | None = None
        self._under_mouse: Mark | None = None
        self._took_press = False  # else the text has it, and what follows it
        self.tiles = Tiles(self._draw)
        self.over: list[Beside] = []
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Passages beside the text"))
        area.verticalScrollBar().valueChanged.connect(self.update)

    def show_page(self, page: Page | None) -> None:
        """Show the passages of a page, or of the same page drawn in another way."""
        self._page = page
        steady = self._under_mouse is not None  # names stay where the hand is about to go
        self._strips = Strips(page, self.font(), self.width(), steady) if page else None
        self.tiles.forget()
        self.update()

    def forget(self, top: float, bottom: float) -> None:
        """Draw again what lies between two heights of the document."""
        self.tiles.forget(top, bottom)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the names as long as there is room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.show_page(self._page)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars and names."""
        scroll = self._area.verticalScrollBar().value()
        area = event.rect().translated(0, scroll)
        painter = QPainter(self)
        painter.translate(0, -scroll)
        self.tiles.paint(painter, area.top(), area.bottom(), self.width())
        if self._page is not None:
            for layer in self.over:
                layer.draw_beside(painter, self._page, QRectF(area))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the passage whose bar or name was clicked."""
        mark = self._mark_at(event.position())
        self._took_press = mark is not None and event.button() == Qt.MouseButton.LeftButton
        if mark is None or not self._took_press:
            super().mousePressEvent(event)
        else:
            self.clicked.emit(mark.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Single out the passage under the mouse."""
        if not event.buttons():
            self._hover(self._mark_at(event.position()))
        elif not self._took_press:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what was begun beside the text; the text hears nothing of a click on a name."""
        if not self._took_press:
            super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Single out none."""
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, mark: Mark | None) -> None:
        if mark is self._under_mouse:
            return
        self._under_mouse = mark
        self.setCursor(Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor)
        names = self._strips.names(mark) if mark and self._strips else ()
        self.setToolTip(listed(names))
        self.hovered.emit(mark.id if mark else None)

    def _mark_at(self, where: QPointF) -> Mark | None:
        if self._page is None or self._strips is None:
            return None
        here = where + QPointF(0, self._area.verticalScrollBar().value())
        for band in self._page.geometry.visible(here.y() - _REACH, here.y() + _REACH):
            found = _mark_in(self._strips.of(band), here)
            if found is not None:
                return found
        return None

    def _draw(self, painter: QPainter, top: float, bottom: float) -> None:
        paper = self.palette().window().color()
        if self._page is not None:
            paper = QColor(self._page.appearance.theme.paper)
        fill(painter, QRectF(0, top, self.width(), bottom - top), paper)
        if self._page is not None and self._strips is not None:
            for band in self._page.geometry.visible(top - _REACH, bottom + _REACH):
                self._strips.draw(painter, self._strips.of(band))


def _mark_in(strip: Strip, here: QPointF) -> Mark | None:
    for bar in strip.bars:
        if abs(here.x() - bar.x) <= BAR_WIDTH / 2 + _GRIP and bar.top <= here.y() <= bar.bottom:
            return bar.mark
    for label in strip.labels:
        if label.rect.contains(here):
            return label.mark_at(here.y())
    return None
