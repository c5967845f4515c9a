"""An article on its sheet, with all that is drawn on it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QWidget

from desk.core.ranges import RangeIndex
from desk.core.types import Article, Mark, PassageId, Tag, TagId, TextRange
from desk.ui.article.page import Page
from desk.ui.article.places import REACH, PageSheet
from desk.ui.article.tiles import Tiles, fill, whole_tiles
from desk.ui.looks.appearance import Appearance

_REST = 25  # milliseconds without a frame after which there is time to draw ahead
_AROUND = 24  # pixels above and below a paragraph that lanes and ends of it may cover


class Layer(Protocol):
    """Something drawn between the passages and the text, or over the text."""

    def draw(self, painter: QPainter, page: Page, area: QRectF) -> None:
        """Draw what shows in an area, in the coordinates of the document."""


class Canvas(PageSheet):
    """Shows one article and draws its passages; `under` and `over` are the layers."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
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

    def show_article(
        self, article: Article, marks: RangeIndex[Mark], tags: Mapping[TagId, Tag]
    ) -> None:
        """Show an article from its start, with its passages."""
        self.header.show_article(article, len(marks))
        self._share_out()
        self.page = Page(article, marks, tags, self.appearance, self.measure_header())
        self.map.page = self.page
        self.turn(self.page.leftwards)
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
        passages = len(page.index)
        page.change(marks, removed)
        if len(page.index) != passages:
            self.header.show_facts(page.article, len(page.index))
        self.draw_changed()
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
        self.appearance = appearance
        if self.page is not None and self.page.recolour(appearance):
            self._dress()
        else:
            self._dress_anew()
        self.forget_drawn()

    def _dress_anew(self) -> None:
        with self.keeping_place():
            self._dress()
            self._share_out()
            if self.page is not None:
                self.page.dress(self.appearance, self.measure_header())
                self.hold(self.page.document)

    def forget_places(self) -> None:
        """Measure and draw again what was measured and drawn."""
        super().forget_places()
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
        for band in self.visible_bands():
            if band.start < where.end and where.start < band.end:
                self._update_between(band.top, band.bottom)

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

    def _draw_ground(self, painter: QPainter, top: float, bottom: float) -> None:
        """Draw paper and passages between two heights of the document."""
        paper = QColor(self.appearance.theme.paper)
        fill(painter, QRectF(0, top, self.viewport().width(), bottom - top), paper)
        if self.page is not None:
            bands = self.page.geometry.visible(top - REACH, bottom + REACH)
            self.page.highlights.draw(painter, bands)

    def _draw_layers(self, painter: QPainter, layers: Sequence[Layer], area: QRectF) -> None:
        if self.page is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for layer in layers:
                layer.draw(painter, self.page, area)

    def draw_changed(self) -> None:
        """Draw again what is out of date in the pictures that show, and drop all others."""
        page = self.shown()
        scroll = self.verticalScrollBar().value()
        top, bottom = whole_tiles(scroll, scroll + self.viewport().height())
        bands = page.geometry.visible(top - REACH, bottom + REACH)
        changed = page.highlights.forget_changed(bands)
        for tiles in (self._tiles, self.margin.tiles):
            tiles.forget_outside(top, bottom)
        for band in changed:
            self._tiles.forget(band.top - _AROUND, band.bottom + _AROUND)
            # The bar of a passage from above reaches up to where it was left.
            above = page.geometry.above(band) - _AROUND if band.start else 0
            self.margin.forget(above, band.bottom + _AROUND)
            self._update_between(band.top, band.bottom)

    def _update_between(self, top: float, bottom: float) -> None:
        scroll = self.verticalScrollBar().value()
        height = round(bottom - top) + 2 * _AROUND
        self.viewport().update(0, round(top - scroll) - _AROUND, self.viewport().width(), height)
