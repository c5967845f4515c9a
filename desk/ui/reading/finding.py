"""Finding words in the open article: all hits marked, counted and listed, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from desk.core.concordance import in_context
from desk.core.errors import UserError
from desk.core.find import MOST, find_all
from desk.core.text import make_visible
from desk.core.types import TextRange
from desk.ui.looks.theme import Theme
from desk.ui.reading.find_bar import FindBar
from desk.ui.reading.open_article import Reading
from desk.ui.saying import counted, said

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desk.ui.reading.hit_list import HitList

PAUSE = 120  # milliseconds after the last key before a large text is searched
LARGE = 500_000  # code points


class _Stay(NamedTuple):
    """Where the reader was: pixels scrolled, at which width of the view, and the first line."""

    scrolled: int
    width: int
    position: int


class Finding(QObject):
    """Connects the bar with the article. `told` carries a sentence for the reader."""

    told = Signal(str)
    number_pressed = Signal(int)
    """A digit in the list of hits: the hit is selected, and the tag of that key is to go on it"""

    def __init__(self, reading: Reading, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._view = reading.view
        self.bar = FindBar(reading.view, theme)
        self._hits: list[TextRange] = []
        self._current = -1
        self._before = _Stay(0, 0, 0)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._search)
        self.bar.changed.connect(self._search_soon)
        self.bar.next_wanted.connect(partial(self.step, 1))
        self.bar.previous_wanted.connect(partial(self.step, -1))
        self.bar.list_switched.connect(self._list)
        self.bar.list_made.connect(self._connect_list)
        self.bar.closed.connect(self._close)
        reading.opened.connect(self._follow)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {
            "find.open": self.open,
            "find.next": partial(self.step, 1),
            "find.previous": partial(self.step, -1),
        }

    def open(self) -> None:
        """Show the bar, with the selected words if they are few."""
        where = self._view.selected_range()
        words = ""
        if where is not None and self._reading.article and where.end - where.start < 100:
            words = self._reading.article.text[where.start : where.end]
        if not self.bar.isVisible():
            self._remember()
        self.bar.open(words)

    def step(self, by: int) -> None:
        """Go to the next or previous hit; past the last comes the first.

        Where the keyboard is in the article, the hit is selected, ready to be tagged.
        """
        if not self.bar.isVisible():
            self._step_unseen(by)
            return
        if self._timer.isActive():
            self._search()
        elif self._hits:
            self._go((self._current + by) % len(self._hits))
        if self._hits and self._view.hasFocus():
            self._view.select_range(self._hits[self._current])

    def _step_unseen(self, by: int) -> None:
        """Select the hit after or before the target, of the words that were looked for last."""
        words = self.bar.field.text()
        if not words.strip() or not self._find():
            self.open()
            return
        here = self._view.origin()
        ahead = [n for n, hit in enumerate(self._hits) if hit.start >= here.end]
        behind = [n for n, hit in enumerate(self._hits) if hit.end <= here.start]
        number = (ahead or [0])[0] if by > 0 else (behind or [-1])[-1]
        self._view.select_range(self._hits[number])
        self._view.keep_in_sight(self._hits[number])
        total = self._total()
        found = self.tr("“{words}”: {n} of {total}")
        place = number % len(self._hits) + 1
        self.told.emit(found.format(words=make_visible(words), n=place, total=total))
        self._hits = []

    def _follow(self) -> None:
        self._hits = []
        if self.bar.isVisible():
            self._remember()
            self._search()

    def _search_soon(self) -> None:
        article = self._reading.article
        if article is not None and len(article.text) > LARGE:
            self._timer.start()
        else:
            self._search()

    def _search(self) -> None:
        self._timer.stop()
        found = self._find()
        self._list()
        if found:
            self._go(self._nearest())
        else:
            self._view.set_hits([], None)

    def _find(self) -> bool:
        """Look for the words; say in the bar where there are none or they make no sense."""
        article = self._reading.article
        words = self.bar.field.text()
        try:
            self._hits = find_all(
                article.text if article else "",
                words,
                regex=self.bar.regex.isChecked(),
                match_case=self.bar.case.isChecked(),
            )
        except UserError as error:
            self._hits = []
            self.bar.show_fault(said(error.message))
            return False
        if not self._hits:
            self.bar.show_count(self.tr("no hits") if words.strip() else "")
        return bool(self._hits)

    def _nearest(self) -> int:
        """Return the first hit from the target on, or from what is in view."""
        here = self._view.origin(with_last=False).start
        return next((n for n, hit in enumerate(self._hits) if hit.start >= here), 0)

    def _go(self, number: int) -> None:
        self._current = number
        hit = self._hits[number]
        self._view.set_hits(self._hits, hit)
        self._view.keep_in_sight(hit)
        words = self.tr("{n} of {total}").format(n=counted(number + 1), total=self._total())
        self.bar.show_count(words, in_context(self._view.shown().text, hit).words)
        self.bar.follow(number)

    def _total(self) -> str:
        return counted(len(self._hits)) + ("+" if len(self._hits) == MOST else "")

    def leave(self) -> None:
        """Put the bar away, and select nothing."""
        self._hits = []
        self.bar.dismiss()

    # The list of all hits

    def _list(self) -> None:
        """List the hits, if the reader wants to see them."""
        article = self._reading.article
        shown = article is not None and self.bar.isVisible() and self.bar.lists()
        self.bar.list_hits(article.text if article else "", self._hits if shown else [])
        if shown and self._hits:
            self.bar.follow(self._current)

    def _connect_list(self, hits: HitList) -> None:
        hits.walked.connect(self._go)
        hits.chosen.connect(self._go_there)
        hits.deed_wanted.connect(self._act)
        hits.left.connect(self._return)

    def _go_there(self, number: int) -> None:
        """Select a hit, with the keyboard in the article; from now on the reader is there."""
        self._go(number)
        self._view.select_range(self._hits[number])
        self._view.setFocus()
        self._remember()

    def _act(self, number: int, deed: QAction | int) -> None:
        self._view.select_range(self._hits[number])
        if isinstance(deed, int):
            self.number_pressed.emit(deed)
        else:
            deed.trigger()

    def _remember(self) -> None:
        """Keep where the reader is."""
        view = self._view
        scrolled, width = view.verticalScrollBar().value(), view.viewport().width()
        self._before = _Stay(scrolled, width, view.top_position())

    def _return(self) -> None:
        """Close the bar and show what was in view before it was opened."""
        self.leave()
        if self._view.viewport().width() == self._before.width:
            self._view.scroll_y(self._before.scrolled)
        elif self._reading.article is not None:
            self._view.scroll_to(self._before.position)

    def _close(self) -> None:
        hit = self._hits[self._current] if self._hits else None
        self._hits = []
        self._view.set_hits([], None)
        self.bar.list_hits("", [])
        if hit is not None and self._view.selected_range() is None:
            self._view.select_range(hit)
        self._view.setFocus()
