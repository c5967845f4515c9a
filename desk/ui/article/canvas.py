"""An article on its sheet, with all that is drawn on it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QWidget

from desk.core.types import Article, ArticleId, Mark, PassageId, Tag, TagId, TextRange
from desk.ui.appearance import Appearance
from desk.ui.article.geometry import BlockShape
from desk.ui.article.page import Page
from desk.ui.article.sheet import Sheet
from desk.ui.article.tiles import Tiles

_REACH = 40  # pixels that a paragraph's drawing may stand out of it
_REST = 25  # milliseconds without a frame after which there is time to draw ahead
_AROUND = 24  # pixels above and below a paragraph that lanes and ends of it may cover


class Layer(Protocol):
    """Something drawn between the passages and the text, or over the text."""

    def draw(self, painter: QPainter, page: Page, area: QRectF) -> None:
        """Draw what shows in an area, in the coordinates of the document."""


class Canvas(Sheet):
    """Shows one article and draws its passages; `under` and `over` are the layers."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self.page: Page | None = None
        self.under: list[Layer] = []
        self.over: list[Layer] = []
        self._tiles = Tiles(self._draw_ground)
        self._ahead = QTimer(singleShot=True, interval=_REST)
        self._ahead.timeout.connect(self._prepare)
        super().__init__(appearance, parent)
        self._ahead.setParent(self)  # or it would outlive the view
        # The tiles cover all of it: Qt need not clear it first.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAutoFillBackground(False)

    @property
    def article_id(self) -> ArticleId | None:
        """Return the article that is shown."""
        return self.page.article.id if self.page else None

    def shown(self) -> Page:
        """Return the page that is shown; ValueError where there is none."""
        if self.page is None:
            raise ValueError("no article is shown")
        return self.page

    def show_article(
        self, article: Article, marks: Sequence[Mark], tags: Mapping[TagId, Tag]
    ) -> None:
        """Show an article from its start, with its passages."""
        self.header.show_article(article, len(marks))
        self._share_out()
        self.page = Page(article, marks, tags, self.appearance, self.measure_header())
        self.map.page = self.page
        self.hold(self.page.document)
        self.header.show()
        self.forget_drawn()

    def clear_article(self) -> None:
        """Show nothing."""
        self.page = self.map.page = None
        self.header.hide()
        self.hold(QTextDocument())
        self.forget_drawn()

    def refresh_article(self, article: Article) -> None:
        """Show what is known about the article by now; its text is the same."""
        page = self.shown()
        page.article = article
        self.header.show_article(article, len(page.index))
        self._fit_top()

    def update_marks(self, marks: Iterable[Mark], removed: Iterable[PassageId] = ()) -> None:
        """Take in passages that came, changed or went; only what looks different is drawn."""
        page = self.shown()
        page.change(marks, removed)
        self.header.show_article(page.article, len(page.index))
        self._forget_changed(page)
        self.map.refresh()

    def set_tags(self, tags: Mapping[TagId, Tag]) -> None:
        """Draw with other names and colours."""
        if self.page is not None:
            self.page.set_tags(tags)
            self.forget_drawn()

    def set_appearance(self, appearance: Appearance) -> None:
        """Change theme, letters or spacing; the text at the top of the view stays there."""
        if appearance == self.appearance:
            return
        top = self.top_position()
        self.appearance = appearance
        self._dress()
        self._share_out()
        if self.page is not None:
            self.page.dress(appearance, self.measure_header())
            self.hold(self.page.document)
            self.scroll_to(top)
        self.forget_drawn()

    def reveal(self, where: TextRange) -> None:
        """Bring a range to the middle of the view, its start at least."""
        whole = self.bounds(where)
        height = self.viewport().height()
        free = (height - whole.height()) / 2 if whole.height() < height else height / 6
        self.scroll_y(whole.top() - free)

    def keep_in_sight(self, where: TextRange) -> None:
        """Scroll only where a range is out of view or at its very edge."""
        whole = self.bounds(where)
        height = self.viewport().height()
        top = whole.top() - self.verticalScrollBar().value()
        if top < height * 0.08 or top + whole.height() > height * 0.88:
            self.scroll_y(whole.top() - height * 0.3)

    def scroll_to(self, position: int) -> None:
        """Bring the line of a position to the top of the view; 0 shows the title too."""
        line = self.shown().geometry.line_of(position) if position else None
        self.scroll_y(line.top - 4 if line else 0)

    def top_position(self) -> int:
        """Return the position in the text of the first line in view."""
        if self.page is None or self.verticalScrollBar().value() == 0:
            return 0
        return self.page.geometry.position_at(self.verticalScrollBar().value())

    def bounds(self, where: TextRange) -> QRectF:
        """Return the rectangle around a range, in the coordinates of the document."""
        geometry = self.shown().geometry
        rects = geometry.rects(where)
        if rects:
            return rects[0].united(rects[-1])
        line = geometry.line_of(where.start)
        return QRectF(0, line.top, 1, line.bottom - line.top) if line else QRectF()

    def rects(self, where: TextRange) -> list[QRect]:
        """Return the rectangles of a range in the coordinates of the viewport."""
        up = -self.verticalScrollBar().value()
        return [r.translated(0, up).toAlignedRect() for r in self.shown().geometry.rects(where)]

    def visible_shapes(self) -> list[BlockShape]:
        """Return the paragraphs that show in the viewport."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return list(self.shown().geometry.visible(top - _REACH, bottom + _REACH))

    def forget_places(self) -> None:
        """Measure and draw again what was measured and drawn."""
        if self.page is not None:
            self.page.geometry.forget()
        self.forget_drawn()

    def forget_drawn(self) -> None:
        """Draw all passages again, because the way they look has changed."""
        if self.page is not None:
            self.page.highlights.forget()
        self._tiles.forget()
        self.margin.show_page(self.page)
        self.map.refresh()
        self.viewport().update()

    def update_range(self, where: TextRange | None) -> None:
        """Draw again where a range shows."""
        if self.page is None or where is None:
            return
        for shape in self.visible_shapes():
            if shape.start < where.end and where.start < shape.end:
                self._update_between(shape.top, shape.bottom)

    def event(self, event: QEvent) -> bool:
        """Keep the text at the top of the view where the text's width changes."""
        if event.type() != QEvent.Type.Resize:
            return super().event(event)
        top, width = self.top_position(), self._columns.page
        handled = super().event(event)
        if self.page is not None and self._columns.page != width:
            self.forget_places()
            self.scroll_to(top)
        return handled

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the passages, then Qt's text over them."""
        scroll = self.verticalScrollBar().value()
        area = QRectF(event.rect().translated(0, scroll))
        painter = QPainter(self.viewport())
        painter.translate(0, -scroll)
        self._tiles.paint(painter, area.top(), area.bottom(), self.viewport().width())
        self._draw_layers(painter, self.under, area)
        painter.end()
        self._ahead.start()
        super().paintEvent(event)
        if self.over:
            painter = QPainter(self.viewport())
            painter.translate(0, -scroll)
            self._draw_layers(painter, self.over, area)
            painter.end()

    def _prepare(self) -> None:
        """Draw, while nothing else happens, what comes into view next; one picture at a time."""
        if self.page is None:
            return
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        end = self.verticalScrollBar().maximum() + height
        below, above = (top + height, min(top + 2 * height, end)), (top - height, top)
        for tiles in (self._tiles, self.margin.tiles):
            if tiles.prepare(*below) or tiles.prepare(*above):
                self._ahead.start()
                return
            tiles.trim(height)

    def _draw_ground(self, painter: QPainter, top: float, bottom: float) -> None:
        """Draw paper and passages between two heights of the document."""
        paper = QColor(self.appearance.theme.paper)
        painter.fillRect(QRectF(0, top, self.viewport().width(), bottom - top), paper)
        if self.page is not None:
            shapes = self.page.geometry.visible(top - _REACH, bottom + _REACH)
            self.page.highlights.draw(painter, shapes)

    def _draw_layers(self, painter: QPainter, layers: Sequence[Layer], area: QRectF) -> None:
        if self.page is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for layer in layers:
                layer.draw(painter, self.page, area)

    def _forget_changed(self, page: Page) -> None:
        shapes = self.visible_shapes()
        changed = page.highlights.forget_changed(shapes)
        for tiles in (self._tiles, self.margin.tiles):
            tiles.forget_outside(shapes[0].top, shapes[-1].bottom)
        for shape in changed:
            self._tiles.forget(shape.top - _AROUND, shape.bottom + _AROUND)
            self.margin.forget(shape.top - _AROUND, shape.bottom + _AROUND)
            self._update_between(shape.top, shape.bottom)

    def _update_between(self, top: float, bottom: float) -> None:
        scroll = self.verticalScrollBar().value()
        height = round(bottom - top) + 2 * _AROUND
        self.viewport().update(0, round(top - scroll) - _AROUND, self.viewport().width(), height)
