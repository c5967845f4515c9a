"""A sheet that shows a page: finds places on it and goes to them."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QWidget

from desk.core.types import ArticleId, TextRange
from desk.ui.article.geometry import Band
from desk.ui.article.page import Page
from desk.ui.article.sheet import Sheet
from desk.ui.looks.appearance import Appearance

REACH = 40  # pixels that a paragraph's drawing may stand out of it
_ABOVE = 4  # pixels above a line at the top of the view
_BELOW = 16  # pixels below a range for its lanes and handles
_LONG = 100_000  # code points: laid out in some 20 ms


class PageSheet(Sheet):
    """Goes to ranges of the article and keeps the place when the column changes its width."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self.page: Page | None = None
        super().__init__(appearance, parent)

    @property
    def article_id(self) -> ArticleId | None:
        """Return the article that is shown."""
        return self.page.article.id if self.page else None

    def shown(self) -> Page:
        """Return the page that is shown; ValueError where there is none."""
        if self.page is None:
            raise ValueError("no article is shown")
        return self.page

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

    def show_whole(self, where: TextRange) -> None:
        """Scroll as little as brings a range into view, its start at least."""
        whole = self.bounds(where)
        top = self.verticalScrollBar().value()
        below = whole.bottom() + _BELOW - (top + self.viewport().height())
        if below > 0:
            top = round(top + below)
        if whole.top() < top or below > 0:
            self.scroll_y(min(top, whole.top()))

    def turn_page(self, forward: bool) -> None:
        """Scroll by a screen; the last line that was seen whole is seen once more."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        bands = self.visible_bands()
        lines = [line for band in bands for line in band.lines if line.start < line.end]
        whole = [line for line in lines if line.top >= top and line.bottom <= top + height]
        if len(whole) > 1:
            y = whole[-1].top - _ABOVE if forward else whole[0].bottom + _BELOW - height
        elif forward:  # letters so large that a screen holds but one line
            below = (line.top for line in lines if line.top > top + _ABOVE + 1)
            y = next(below, top + height) - _ABOVE
        else:
            above = (line.top for line in reversed(lines) if line.top < top)
            y = next(above, top - height / 2) - _ABOVE
        self.scroll_y(y)

    def scroll_to(self, position: int) -> None:
        """Bring the line of a position to the top of the view; 0 shows the title too."""
        top = self.shown().geometry.line_of(position).top - _ABOVE if position else 0
        self.scroll_y(top)

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
        return QRectF(line.left, line.top, 1, line.bottom - line.top)

    def rects(self, where: TextRange) -> list[QRect]:
        """Return the rectangles of a range in the coordinates of the viewport."""
        up = -self.verticalScrollBar().value()
        return [r.translated(0, up).toAlignedRect() for r in self.shown().geometry.rects(where)]

    def in_sight(self, where: TextRange) -> bool:
        """Say whether anything of a range shows in the viewport."""
        bands = self.visible_bands()
        if not bands:
            return False
        # Only what may show is measured: the range may be five megabytes long.
        first, last = bands[0].start, bands[-1].end
        near = TextRange(max(where.start, first), min(max(where.end, where.start + 1), last))
        if near.start >= near.end:
            return first <= where.start <= last
        return any(rect.intersects(self.viewport().rect()) for rect in self.rects(near))

    def visible_bands(self) -> list[Band]:
        """Return the paragraphs that show in the viewport."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return list(self.shown().geometry.visible(top - REACH, bottom + REACH))

    def forget_places(self) -> None:
        """Measure again what was measured."""
        if self.page is not None:
            self.page.geometry.forget()

    def takes_long(self) -> bool:
        """Say whether laying out what lies above the view would be felt."""
        return self.top_position() > _LONG

    @contextmanager
    def keeping_place(self) -> Iterator[None]:
        """Change in the block how the text is laid out, or which document has it.

        From the start of the text Qt lays out one screen at each change, and from far down all
        that lies above: so the block runs at the start, and all above is laid out once.
        """
        top = self.top_position()
        self.verticalScrollBar().setValue(0)
        yield
        if self.page is not None:
            self.scroll_to(top)
