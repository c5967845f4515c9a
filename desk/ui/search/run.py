"""One search as it runs: a little in each turn of the window, so that typing goes on."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from desk.core.errors import UserError
from desk.core.query import Query, parse_typed
from desk.core.types import ArticleId, SearchHit
from desk.store.desk import Desk

MOST = 60  # articles, quotes and notes: who wants the rest types one word more
MOST_TICKED = 5_000  # places: a second's work to tag, and to find out what they have in common
_IN_EACH = 5  # sentences of a text, until the rest of them is asked for
_AT_ONCE = 0.02  # seconds of searching between two turns of the window


class SearchRun(QObject):
    """Looks for words on a desk; who starts it again gives up the search before."""

    found = Signal(list)
    """list[SearchHit]: what there is, when the end is reached"""
    all_found = Signal(list, bool)
    """list[SearchHit]: every place there is; whether there are more than can be ticked at once"""
    failed = Signal(object)
    """UserError: why the words make no search"""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.words = ""
        self.among: frozenset[ArticleId] | None = None
        self._desk = desk
        self._steps: Iterator[list[SearchHit]] = iter(())
        self._wants_all = False
        self._hits: list[SearchHit] = []
        self._whole: set[ArticleId] = set()
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._go_on)

    @property
    def is_going_on(self) -> bool:
        """Whether the end is not reached yet."""
        return self._rest.isActive()

    def start(self, words: str, among: frozenset[ArticleId] | None) -> None:
        """Begin; in an article of which all was wanted for the same words, look for all again.

        `among` are the only articles to look into, None for all.
        """
        if words != self.words:
            self._whole.clear()
        self.words, self.among = words, among
        self._begin(wants_all=False)

    def want_everything(self) -> None:
        """Look for every place there is, shown or not; `all_found` tells of them."""
        self._begin(wants_all=True)

    def _begin(self, wants_all: bool) -> None:
        self._rest.stop()
        self._wants_all = wants_all
        self._hits = []
        try:
            query, search = self._query(), self._desk.search
            steps = search.everything(query) if wants_all else search.steps(query, MOST, _IN_EACH)
        except UserError as error:
            self.failed.emit(error)
        else:
            self._steps = steps
            self._go_on()

    def _query(self) -> Query:
        return parse_typed(self.words)._replace(among=self.among)

    def stop(self) -> None:
        """Look no further."""
        self._rest.stop()

    def forget(self) -> None:
        """Look no further, and for nothing."""
        self.stop()
        self.words = ""

    def finish(self) -> None:
        """Look to the end now: the reader wants to go to what is found."""
        while self._rest.isActive():
            self._rest.stop()
            self._go_on()

    def want_all_of(self, article_id: ArticleId) -> None:
        """Search again, to the end, for every sentence of an article too."""
        self._whole.add(article_id)
        self.start(self.words, self.among)
        self.finish()

    def sentences_of(self, article_id: ArticleId) -> list[SearchHit]:
        """Return every sentence of an article that the words are in."""
        return self._desk.search.sentences(self._query(), article_id)

    def _go_on(self) -> None:
        """Look a little further; the window has its turn before more than a frame or two pass."""
        until = time.monotonic() + _AT_ONCE
        try:
            for hits in self._steps:
                self._hits += hits
                if len(self._hits) > MOST_TICKED:
                    break
                if time.monotonic() > until:
                    self._rest.start()
                    return
            if self._wants_all:
                self.all_found.emit(self._hits, len(self._hits) > MOST_TICKED)
            else:
                self.found.emit(self._with_whole(self._query()))
        except UserError as error:
            self.failed.emit(error)

    def _with_whole(self, query: Query) -> list[SearchHit]:
        """Return the hits, and all of those articles of which all are wanted."""
        cut = self._whole.intersection(hit.article_id for hit in self._hits if hit.more)
        kept = [hit for hit in self._hits if hit.where != "text" or hit.article_id not in cut]
        return kept + [hit for i in cut for hit in self._desk.search.sentences(query, i)]
