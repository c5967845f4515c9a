"""The scroll bar as a map: where in the article passages and found words are."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from desk.core.types import Mark, TextRange
from desk.ui.article.page import Page

_STEP = 3  # pixels from one tick to the next that can be told apart
_TICK = 2
_EDGE = 2  # pixels free above the first and below the last tick
_EXACT = 200_000  # characters up to which it is worth asking where each line is
_DELAY = 40  # milliseconds until a change is drawn, so that many are drawn once


class ScrollMap(QScrollBar):
    """A scroll bar with a tick in the tag's colour where a passage starts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.page: Page | None = None
        self._hits: Sequence[TextRange] = ()
        self._ticks: list[tuple[int, QColor]] = []
        self._hit_ticks: list[int] = []
        self._rows: list[int] = []
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
        """Draw the ticks over the bar."""
        super().paintEvent(event)
        if not (self._ticks or self._hit_ticks) or self.page is None:
            return
        painter = QPainter(self)
        width = self.width()
        for y, colour in self._ticks:
            painter.fillRect(QRect(1, y, width - 2, _TICK), colour)
        accent = QColor(self.page.appearance.theme.accent)
        for y in self._hit_ticks:
            painter.fillRect(QRect(0, y, width // 3, _TICK), accent)

    def _measure(self) -> None:
        self._ticks, self._hit_ticks = [], []
        if self.page is not None and self.page.text:
            self._rows = self._positions(self.page)
            for number in range(len(self._rows) - 1):
                self._add_row(self.page, number)
        self.update()

    def _add_row(self, page: Page, number: int) -> None:
        start, end = self._rows[number], self._rows[number + 1]
        y = _EDGE + number * _STEP
        mark = _strongest(page, start, end)
        if mark is not None:
            self._ticks.append((y, page.inks.first(mark).line))
        found = bisect_left(self._hits, (start, -1))
        if found < len(self._hits) and self._hits[found].start < end:
            self._hit_ticks.append(y)

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
