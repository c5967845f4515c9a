"""The headings of the open article, to go to one of them."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from desk.core.folding import folded
from desk.core.text import make_visible
from desk.core.types import Article, Style
from desk.ui.looks.chosen import Looks
from desk.ui.looks.theme import Theme
from desk.ui.reading.open_article import Reading
from desk.ui.widgets.choices import Choice
from desk.ui.widgets.chooser import Chooser

WIDTH = 480
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def headings(article: Article) -> list[Style]:
    """Return the headings of an article in reading order."""
    return sorted(style for style in article.styles if style.kind in HEADINGS)


class OutlineBox(Chooser):
    """Shows headings under those they belong to; asks once and goes."""

    chosen = Signal(int)
    """The position in the text where the heading starts"""

    def __init__(self, parent: QWidget, theme: Theme, article: Article, position: int) -> None:
        self._rows = _rows(article)
        starts = [style.start for style in headings(article)]
        self._here = max(0, bisect_right(starts, position) - 1)
        super().__init__(parent, theme, self._choices)
        self.wanted_width = WIDTH
        words = self.tr("Go to which heading?")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.closed.connect(self.deleteLater)

    def take(self, choice: Choice, stay: bool) -> None:
        """Tell the heading."""
        self.chosen.emit(choice.value)

    def first_row(self, choices: Sequence[Choice]) -> int:
        """Return the heading under which the reader is, or the first that was found."""
        return self._here if len(choices) == len(self._rows) else 0

    def _choices(self, typed: str) -> Sequence[Choice]:
        if not self._rows:
            return [Choice(self.tr("This article has no headings."), None)]
        words = folded(typed).split()
        found = [row for row in self._rows if all(word in folded(row.text) for word in words)]
        return found or [Choice(self.tr("No heading has these words."), None)]


def _rows(article: Article) -> list[Choice]:
    found = headings(article)
    top = min((style.kind for style in found), default="h1")
    rows = []
    for style in found:
        text = make_visible(" ".join(article.text[style.start : style.end].split()))
        depth = HEADINGS.index(style.kind) - HEADINGS.index(top)
        rows.append(Choice(text, style.start, depth=depth))
    return rows


class Outline(QObject):
    """Asks for a heading and goes there."""

    def __init__(self, reading: Reading, looks: Looks, window: QWidget) -> None:
        super().__init__(window)
        self._reading = reading
        self._view = reading.view
        self._looks = looks
        self._window = window

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {"article.outline": self.open}

    def open(self) -> None:
        """Show the headings over the upper middle of the article."""
        view, article = self._view, self._reading.article
        if article is None:
            return
        box = OutlineBox(self._window, self._looks.theme, article, self._place())
        box.chosen.connect(self._go)
        left = max(0, (view.width() - WIDTH) // 2)
        box.popup_at(view.mapToGlobal(QPoint(left, min(48, view.height() // 10))))

    def _place(self) -> int:
        """Return where the reader is: at the target if there is one, else at the top line."""
        where = self._reading.target_range()
        return where.start if where else self._view.top_position()

    def _go(self, position: int) -> None:
        """Bring the heading to the top of the view; the next sentence is then the one after."""
        self._view.clear_target()
        self._view.scroll_to(position)
