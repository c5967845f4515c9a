"""Searching everything on the desk as one types in the field of the library."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desk.core.errors import UserError
from desk.core.query import unknown_filter
from desk.core.scripts import is_unindexed
from desk.core.types import ArticleId, SearchHit
from desk.ui.library.panel import LibraryPanel
from desk.ui.looks.chosen import Looks
from desk.ui.search.found import Found
from desk.ui.search.run import SearchRun
from desk.ui.search.saved import SavedSearches
from desk.ui.session import Session

if TYPE_CHECKING:
    from desk.ui.search.help import SearchHelp
    from desk.ui.search.results import ResultsPanel

PAUSE = 150  # milliseconds after the last key
_SHORTEST = 2  # letters that are worth a search; a single one may be a word in Chinese
_TITLED = 20  # articles listed for their title alone


class Searching(QObject):
    """Connects the field of the library with what is found."""

    panel_wanted = Signal()
    """The library has to be seen"""

    def __init__(
        self,
        session: Session,
        library: LibraryPanel,
        found: Found,
        saved: SavedSearches,
        looks: Looks,
    ) -> None:
        super().__init__(library)
        self._session = session
        self._desk = session.desk
        self._library = library
        self._looks = looks
        self.saved = saved
        self._found = found
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._search)
        self._run = SearchRun(self._desk, self)
        self._run.found.connect(self._show)
        self._run.all_found.connect(found.tick_all)
        self._run.failed.connect(found.show_trouble)
        self._connect()

    def _connect(self) -> None:
        self.saved.chosen.connect(self.run)
        self._found.more_wanted.connect(self._show_all_of)
        self._found.all_wanted.connect(self._run.want_everything)
        self._found.article_toggled.connect(self._toggle_article)
        self._found.saved_wanted.connect(self.show_saved)
        self._library.field_entered.connect(self._offer_help)
        self._library.filter_changed.connect(self._typed)
        self._library.layout_changed.connect(self._follow_filter)
        self._library.results_wanted.connect(self._go_to_first)
        self._session.changed.connect(self._follow)

    @property
    def results(self) -> ResultsPanel:
        """The panel of what was found, made for the first search."""
        return self._found.panel

    @cached_property
    def help(self) -> SearchHelp:
        """The list of what can be searched for, made when the field is first gone to."""
        from desk.ui.search.help import SearchHelp  # late: reading begins without it

        window, field = self._library.window(), self._library.field
        help_ = SearchHelp(self._desk, field, self._looks.theme, window)
        help_.search_chosen.connect(self.run)
        self._looks.theme_changed.connect(help_.set_theme)
        return help_

    @property
    def is_busy(self) -> bool:
        """Whether what is typed is still being looked for."""
        return self._timer.isActive() or self._run.is_going_on

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {"library.find": self.enter, "library.saved": self.show_saved}

    def enter(self) -> None:
        """Put the keyboard into the field."""
        self.panel_wanted.emit()
        self._library.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._library.field.selectAll()

    def show_saved(self) -> None:
        """Show the saved searches under the field."""
        self.panel_wanted.emit()
        self.saved.show()

    def run(self, words: str) -> None:
        """Search for these words."""
        self._library.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._library.field.setText(words)
        self._search()

    def stop(self) -> None:
        """Search no more: the desk is going to be closed."""
        self._timer.stop()
        self._run.stop()

    def _offer_help(self, reason: Qt.FocusReason) -> None:
        """Say what can be searched for to who goes to the empty field by key or click."""
        asked = reason in (Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.MouseFocusReason)
        if asked and not self._library.field.text():
            self.help.refresh()
        else:
            _ = self.help  # which follows what is typed

    def _typed(self, words: str) -> None:
        self._run.stop()
        if len(words.strip()) < _SHORTEST and not is_unindexed(words):
            self._timer.stop()
            self._run.forget()
            self._found.hide()
            self._found.unmark()
        else:
            self._timer.start()

    def _follow_filter(self) -> None:
        """Search again where the library's filter lets other articles through."""
        if self._run.words and self._among() != self._run.among:
            self._timer.start()

    def _follow(self) -> None:
        """Search again for what moved, while there are words to search for."""
        if self._run.words:
            self._timer.start()

    def _search(self) -> None:
        """Find what is typed; where only titles hold it the list has it all already."""
        self._timer.stop()
        self._run.start(self._library.field.text(), self._among())

    def _among(self) -> frozenset[ArticleId] | None:
        """Return the articles that the library's filter lets through: it holds here too."""
        wanted = self._library.model.wanted
        if not wanted.is_on:
            return None
        listed = self._desk.listing.ids(wanted=wanted._replace(words=""))
        return frozenset(article_id for article_id, _, _ in listed)

    def _show(self, hits: list[SearchHit]) -> None:
        titled = self._titled()
        if any(hit.where != "title" for hit in hits) or (hits and not titled):
            self._found.show(hits, titled)
            return
        hint = None if titled else unknown_filter(self._run.words)
        if hint is not None:
            self._found.show_trouble(UserError.of(hint))
        else:
            self._found.hide()

    def _titled(self) -> list[tuple[ArticleId, str]]:
        """Return the articles that the list shows under its filter."""
        ids = list(self._library.model.article_ids()[:_TITLED])
        known = {row.id: row.title for row in self._desk.listing.rows_of(ids)}
        return [(article_id, known[article_id]) for article_id in ids if article_id in known]

    def _show_all_of(self, article_id: ArticleId) -> None:
        """Show every sentence of an article, and go on from where the reader was."""
        row = self.results.list.currentIndex().row()
        scrolled = self.results.list.verticalScrollBar().value()
        ticked = set(self.results.list.rows.ticked)
        self._run.want_all_of(article_id)
        self.results.list.rows.tick(ticked, on=True)
        self.results.list.setCurrentIndex(self.results.list.rows.index(row))
        self.results.list.verticalScrollBar().setValue(scrolled)

    def _toggle_article(self, article_id: ArticleId) -> None:
        self._found.toggle(article_id, self._run.sentences_of(article_id))

    def _go_to_first(self) -> None:
        """Enter in the field: go to the best place."""
        if self._timer.isActive() or self._run.words != self._library.field.text():
            self._search()
        self._run.finish()
        self._found.go_to_best()
