"""Searching everything on the desk as one types, going to what was found, and tagging it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from desk.core.errors import UserError
from desk.core.query import unknown_filter
from desk.core.scripts import is_unindexed
from desk.core.types import ArticleId, SearchHit, TextRange
from desk.ui.looks.theme import Theme
from desk.ui.saying import said
from desk.ui.search.run import MOST, SearchRun
from desk.ui.search.saved import SavedSearches

if TYPE_CHECKING:
    from desk.ui.search.help import SearchHelp
    from desk.ui.search.result_tagging import ResultTagging
    from desk.ui.search.results import ResultsPanel
    from desk.ui.window import Window

PAUSE = 150  # milliseconds after the last key
_SHORTEST = 2  # letters that are worth a search; a single one may be a word in Chinese
_TITLED = 20  # articles listed for their title alone


class Searching(QObject):
    """Connects the field of the library with what is found."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._panel = window.library
        self._desk = window.desk
        self._reading = window.reading
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._search)
        self._run = SearchRun(window.desk, self)
        self._run.found.connect(self._show)
        self._run.failed.connect(self._tell)
        self.saved = SavedSearches(window.session, window.messages, self._panel.field, window)
        self.saved.chosen.connect(self.run)
        self._panel.field_entered.connect(self._offer_help)
        self._panel.filter_changed.connect(self._typed)
        self._panel.results_wanted.connect(self._go_to_first)
        window.session.changed.connect(self._follow)

    @cached_property
    def results(self) -> ResultsPanel:
        """The panel of what was found, made for the first search."""
        from desk.ui.search.results import ResultsPanel  # late: reading begins without it

        results = ResultsPanel(self._window.looks.theme)
        results.list.wanted.connect(self._go)
        results.list.more_wanted.connect(self._show_all_of)
        results.list.tag_requested.connect(self._ask_tag)
        results.list.left.connect(self._leave)
        results.list.left_upwards.connect(self._panel.field.setFocus)
        results.saved_button.clicked.connect(self.show_saved)
        self._panel.set_results(results)
        self._window.key_names.write_on(results)
        return results

    @cached_property
    def help(self) -> SearchHelp:
        """The list of what can be searched for, made when the field is first gone to."""
        from desk.ui.search.help import SearchHelp  # late: reading begins without it

        found = SearchHelp(self._window, self._panel.field)
        found.search_chosen.connect(self.run)
        return found

    @cached_property
    def tagging(self) -> ResultTagging:
        """What puts a tag on what was found, made when a tag is first asked for."""
        from desk.ui.search.result_tagging import ResultTagging  # late: few searches are tagged

        window = self._window
        return ResultTagging(
            self.results,
            window.reading,
            window.tagging,
            window.messages,
            window.looks.theme,
            window,
        )

    @property
    def is_busy(self) -> bool:
        """Whether what is typed is still being looked for."""
        return self._timer.isActive() or self._run.is_going_on

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {"library.saved": self.show_saved}

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        if "help" in self.__dict__:
            self.help.set_theme(theme)
        if "results" in self.__dict__:
            self.results.set_theme(theme)
        if "tagging" in self.__dict__:
            self.tagging.set_theme(theme)

    def stop(self) -> None:
        """Search no more: the desk is going to be closed."""
        self._timer.stop()
        self._run.stop()

    def _offer_help(self, reason: Qt.FocusReason) -> None:
        """Say what can be searched for to who goes to the empty field by key or click."""
        asked = reason in (Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.MouseFocusReason)
        if asked and not self._panel.field.text():
            self.help.refresh()
        else:
            _ = self.help  # which follows what is typed

    # Finding

    def _typed(self, words: str) -> None:
        self._run.stop()
        if len(words.strip()) < _SHORTEST and not is_unindexed(words):
            self._timer.stop()
            self._run.forget()
            self._panel.show_results(False)
        else:
            self._timer.start()

    def _follow(self) -> None:
        """Search again for what moved, while there are words to search for."""
        if self._run.words:
            self._timer.start()

    def _search(self) -> None:
        """Find what is typed; where only titles hold it the list has it all already."""
        self._timer.stop()
        self._run.start(self._panel.field.text())

    def _tell(self, error: UserError) -> None:
        self.results.show_trouble(said(error.message))
        self._panel.show_results(True)

    def _show(self, hits: list[SearchHit]) -> None:
        titled = self._titled()
        if all(hit.where == "title" for hit in hits) and (titled or not hits):
            hint = None if titled else unknown_filter(self._run.words)
            if hint is not None:
                self._tell(UserError.of(hint))
            else:
                self._panel.show_results(False)
            return
        articles = {hit.article_id for hit in hits if hit.where == "text"}
        more = len(articles) >= MOST or any(
            sum(hit.where == where for hit in hits) >= MOST for where in ("quote", "note")
        )
        self.results.show_hits(hits, titled, more)
        self._panel.show_results(True)

    def _show_all_of(self, article_id: ArticleId) -> None:
        """Show every sentence of an article, and go on from where the reader was."""
        row = self.results.list.currentIndex().row()
        scrolled = self.results.list.verticalScrollBar().value()
        self._run.want_all_of(article_id)
        self.results.list.setCurrentIndex(self.results.list.rows.index(row))
        self.results.list.verticalScrollBar().setValue(scrolled)

    def _titled(self) -> list[tuple[ArticleId, str]]:
        """Return the articles that the list shows under its filter."""
        ids = list(self._panel.model.article_ids()[:_TITLED])
        known = {row.id: row.title for row in self._desk.listing.rows_of(ids)}
        return [(article_id, known[article_id]) for article_id in ids if article_id in known]

    def _go_to_first(self) -> None:
        """Enter in the field: go to the best place."""
        if self._run.words != self._panel.field.text():
            self._search()
        self._run.finish()
        if self._panel.shows_results() and self.results.list.rows.rowCount():
            self.results.list.setCurrentIndex(self.results.list.rows.index(0))
            rows = self.results.list.rows
            if len(rows.rows) > 1 and not self._panel.model.rowCount():
                self.results.list.setCurrentIndex(rows.index(1))  # no title: the first place
            self.results.list.go(takes_keyboard=True)

    def _go(self, wanted: SearchHit | ArticleId, takes_keyboard: bool) -> None:
        """Open the place of a hit, with the hit in mid-screen."""
        if isinstance(wanted, SearchHit):
            self._go_to_hit(wanted)
        elif wanted:
            self._reading.open(wanted)
        if takes_keyboard:
            self._window.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_hit(self, hit: SearchHit) -> None:
        if not hit.article_id:
            self._window.messages.tell(self.tr("This note is on no article."))
        elif self._reading.open(hit.article_id) and hit.end > hit.start:
            where = TextRange(hit.start, hit.end)
            self._window.view.reveal(where)
            self._window.view.set_hits(_marks_in_article(hit), where)
            passage = self._desk.passages.find(hit.article_id, *where)
            if passage is not None and hit.where != "text":
                self._window.view.select_passage(passage)

    def _leave(self) -> None:
        """Return to the list."""
        self._panel.field.clear()
        self._panel.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._window.view.set_hits([], None)

    def _ask_tag(self) -> None:
        self.tagging.ask()

    def show_saved(self) -> None:
        """Show the saved searches under the field."""
        self._window.docks["library"].show()
        self._window.docks["library"].raise_()
        self.saved.show()

    def run(self, words: str) -> None:
        """Search for these words."""
        self._panel.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._panel.field.setText(words)
        self._search()


def _marks_in_article(hit: SearchHit) -> list[TextRange]:
    """Return where the words found stand in the article: the first of them is at `start`."""
    if hit.where != "text" or not hit.marks:
        return [TextRange(hit.start, hit.end)]
    shift = hit.start - hit.marks[0].start
    return [TextRange(mark.start + shift, mark.end + shift) for mark in hit.marks]
