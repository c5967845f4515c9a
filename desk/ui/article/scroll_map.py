"""The scroll bar as a map: where in the article passages and found words are."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollBar, QWidget

from desk.core.types import Mark, TextRange
from desk.ui.article.page import Page

_STEP = 3  # pixels from one tick to the next that can be told apart
_TICK = 2
_EDGE = 2  # pixels free above the first and below the last tick
_EXACT = 100_000  # characters up to which it is worth asking where each line is
_DELAY = 40  # milliseconds until a change is drawn, so that many are drawn once


class ScrollMap(QScrollBar):
    """A scroll bar with a tick in the tag's colour where a passage starts.

    `ticks` are the heights in pixels at which something is marked.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.page: Page | None = None
        self._hits: Sequence[TextRange] = ()
        self.ticks: list[int] = []
        self._picture: QPixmap | None = None
        self._due = QTimer(self, singleShot=True, interval=_DELAY)
        self._due.timeout.connect(self._measure)
        self.rangeChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Look again, soon, where the passages are."""
        self._due.start()

    def set_hits(self, hits: Sequence[TextRange]) -> None:
        """Show where found words are; they come in the order of the text."""
        self._hits = hits
        self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ticks over the bar; there is none where all of the text is in view."""
        if self.maximum() > 0:
            super().paintEvent(event)
        if self._picture is not None:
            QPainter(self).drawPixmap(0, 0, self._picture)

    def _measure(self) -> None:
        self._picture = self._drawn(self.page) if self.page and self.page.text else None
        self.update()

    def _drawn(self, page: Page) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        accent = QColor(page.appearance.theme.accent)
        positions = self._positions(page)
        self.ticks.clear()
        for number, (start, end) in enumerate(pairwise(positions)):
            y = _EDGE + number * _STEP
            tick = QRectF(0, round(y * ratio) / ratio, self.width(), round(_TICK * ratio) / ratio)
            mark = _strongest(page, start, end) if end <= page.index.read_to else None
            found = self._has_hit(start, end)
            if mark is not None or found:
                self.ticks.append(y)
            if mark is not None:
                painter.fillRect(tick.adjusted(1, 0, -1, 0), page.inks.first(mark).line)
            if found:
                tick.setWidth(self.width() // 3)
                painter.fillRect(tick, accent)
        painter.end()
        return picture

    def _has_hit(self, start: int, end: int) -> bool:
        found = bisect_left(self._hits, (start, -1))
        return found < len(self._hits) and self._hits[found].start < end

    def _positions(self, page: Page) -> list[int]:
        """Return the position in the text at each tick, and the end of the text."""
        count = max(1, (self.height() - 2 * _EDGE) // _STEP)
        length = len(page.text)
        if length > _EXACT:
            return [length * number // count for number in range(count)] + [length]
        layout = page.document.documentLayout()
        height = layout.documentSize().height()
        fuzzy = Qt.HitTestAccuracy.FuzzyHit
        found = [
            page.offsets.to_points(max(0, layout.hitTest(QPointF(0, height * n / count), fuzzy)))
            for n in range(count)
        ]
        return [*found, length]


def _strongest(page: Page, start: int, end: int) -> Mark | None:
    """Return the first passage that starts in [start, end) and does not fade."""
    mark = page.index.next_after(start)
    while mark is not None and mark.start < end:
        if page.highlights.opacity(mark) == 1:
            return mark
        mark = page.index.next_after(mark)
    return None
