"""What a search found: shown under the field, gone to, tagged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desk.core.errors import UserError
from desk.core.types import ArticleId, SearchHit, Tag, TagId, TextRange
from desk.tasks.searching import with_passages, words_in
from desk.ui.library.panel import LibraryPanel
from desk.ui.looks.chosen import Looks
from desk.ui.reading.open_article import Reading
from desk.ui.saying import counted, said
from desk.ui.search.run import MOST, MOST_TICKED
from desk.ui.tagging.tagging import Tagging
from desk.ui.telling.messages import Messages

if TYPE_CHECKING:
    from desk.ui.search.result_tagging import ResultTagging
    from desk.ui.search.results import ResultsPanel


class Found(QObject):
    """Shows results in place of the library's list, and leads into the articles."""

    made = Signal(object)
    """The panel, when it is made"""
    more_wanted = Signal(object)
    """ArticleId: all its sentences are wanted"""
    all_wanted = Signal()
    """Every place is to be ticked"""
    article_toggled = Signal(object)
    """ArticleId: every place in it is to be ticked, or none"""
    saved_wanted = Signal()

    def __init__(
        self,
        reading: Reading,
        tagging: Tagging,
        library: LibraryPanel,
        messages: Messages,
        looks: Looks,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._reading = reading
        self._view = reading.view
        self._tagging = tagging
        self._library = library
        self._messages = messages
        self._looks = looks
        self._window = window
        self._marks: list[TextRange] = []

    @cached_property
    def panel(self) -> ResultsPanel:
        """The panel of what was found, made for the first search."""
        from desk.ui.search.results import ResultsPanel  # late: reading begins without it

        panel = ResultsPanel(self._looks.theme)
        self._looks.theme_changed.connect(panel.set_theme)
        panel.list.wanted.connect(self._go)
        panel.list.more_wanted.connect(self.more_wanted)
        panel.list.all_wanted.connect(self.all_wanted)
        panel.list.article_toggled.connect(self.article_toggled)
        panel.list.tag_requested.connect(self._ask_tag)
        panel.list.left.connect(self._leave)
        panel.list.left_upwards.connect(self._library.field.setFocus)
        panel.saved_button.clicked.connect(self.saved_wanted)
        self._library.set_results(panel)
        self.made.emit(panel)
        return panel

    @cached_property
    def _result_tagging(self) -> ResultTagging:
        from desk.ui.search.result_tagging import ResultTagging  # late: few searches are tagged

        return ResultTagging(
            self.panel, self._reading, self._tagging, self._messages, self._looks, self._window
        )

    # Showing

    def hide(self) -> None:
        """Show the library's list again."""
        self._library.show_results(False)

    def show(self, hits: Sequence[SearchHit], titled: list[tuple[ArticleId, str]]) -> None:
        """Show places, and articles that are there for their title."""
        articles = {hit.article_id for hit in hits if hit.where == "text"}
        more = len(articles) >= MOST or any(
            sum(hit.where == where for hit in hits) >= MOST for where in ("quote", "note")
        )
        found, tags = with_passages(self._reading.session.desk, hits)
        named = {hit: self._tags_of(carried) for hit, carried in tags.items()}
        self.panel.show_hits(found, titled, named, more)
        self._library.show_results(True)

    def _tags_of(self, ids: Iterable[TagId]) -> tuple[Tag, ...]:
        known = self._reading.tags
        return tuple(known[tag] for tag in ids if tag in known)

    def tick_all(self, hits: Sequence[SearchHit], too_many: bool) -> None:
        """Tick every place there is, and say how many of them are not seen."""
        if too_many:
            words = self.tr("More than {count} places: too many to tag at once. Add a word.")
            self._messages.advise(words.format(count=counted(MOST_TICKED)))
            return
        self.panel.list.rows.tick(with_passages(self._reading.session.desk, hits).hits, on=True)
        self._tell_unseen()

    def toggle(self, article_id: ArticleId, sentences: Sequence[SearchHit]) -> None:
        """Tick these and what else is shown of an article, or none where all of them are."""
        rows = self.panel.list.rows
        shown = [h for h in rows.hits() if h.article_id == article_id and h.where != "text"]
        hits = [*shown, *with_passages(self._reading.session.desk, sentences).hits]
        rows.tick(hits, on=not rows.are_ticked(hits))
        self._tell_unseen()

    def _tell_unseen(self) -> None:
        """Say how many are ticked where not all of them are seen."""
        rows = self.panel.list.rows
        if rows.unseen():
            words = self.tr("{count} places are ticked, {unseen} of them not shown in the list.")
            count, unseen = counted(len(rows.ticked)), counted(rows.unseen())
            self._messages.tell(words.format(count=count, unseen=unseen))

    def show_trouble(self, error: UserError) -> None:
        """Say why the words make no search."""
        self.panel.show_trouble(said(error.message))
        self._library.show_results(True)

    # Going there

    def go_to_best(self) -> None:
        """Go to the first place that is shown, with the keyboard."""
        if not self._library.shows_results() or not self.panel.list.rows.rowCount():
            return
        rows = self.panel.list.rows
        # Where the list has no such title, the first row is the title over the first place.
        under_title = len(rows.rows) > 1 and not self._library.model.rowCount()
        self.panel.list.setCurrentIndex(rows.index(1 if under_title else 0))
        self.panel.list.go(takes_keyboard=True)

    def _go(self, wanted: SearchHit | ArticleId, takes_keyboard: bool) -> None:
        """Open the place of a hit, with the hit in mid-screen."""
        if isinstance(wanted, SearchHit):
            self._go_to_hit(wanted)
        elif wanted:
            self._reading.open(wanted)
        if takes_keyboard:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_hit(self, hit: SearchHit) -> None:
        if not hit.article_id:
            self._messages.tell(self.tr("This note is on no article."))
        elif self._reading.open(hit.article_id) and hit.end > hit.start:
            where = TextRange(hit.start, hit.end)
            self._view.reveal(where)
            passage = self._reading.session.desk.passages.find(hit.article_id, *where)
            if passage is not None and hit.where != "text":
                self.unmark()
                self._view.select_passage(passage)
            else:
                self._marks = [TextRange(place.start, place.end) for place in words_in(hit)]
                self._view.set_hits(self._marks, where)

    def unmark(self) -> None:
        """Mark in the article no more what was gone to."""
        self._view.drop_hits(self._marks)

    def _leave(self) -> None:
        """Return to the library's list."""
        self._library.field.clear()
        self._library.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_tag(self) -> None:
        self._result_tagging.ask()
