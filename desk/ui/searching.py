"""Searching everything on the desk as one types, going to what was found, and tagging it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu

from desk.core.errors import UserError
from desk.core.message import plural
from desk.core.query import Query, parse_typed
from desk.core.text import make_visible
from desk.core.types import ArticleId, SearchHit, TagId, TextRange
from desk.tasks import searching
from desk.ui.boxes import open_over
from desk.ui.saying import said
from desk.ui.tag_words import put_told
from desk.ui.theme import Theme

if TYPE_CHECKING:
    from desk.ui.panels.results import ResultsPanel
    from desk.ui.search_help import SearchHelp
    from desk.ui.tag_box import TagBox
    from desk.ui.window import Window

PAUSE = 150  # milliseconds after the last key
_AT_ONCE = 0.02  # seconds of searching between two turns of the window
_MOST = 60  # articles, quotes and notes: who wants the rest types one word more
_IN_EACH = 5  # sentences of a text, until the rest of them is asked for
_SHORTEST = 2  # letters that are worth a search
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
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._go_on)
        self._steps: Iterator[list[SearchHit]] = iter(())
        self._hits: list[SearchHit] = []
        self._searched = ""
        self._whole: set[ArticleId] = set()
        self._panel.field_entered.connect(self._offer_help)
        self._panel.filter_changed.connect(self._typed)
        self._panel.results_wanted.connect(self._go_to_first)
        window.session.changed.connect(self._follow)

    @cached_property
    def results(self) -> ResultsPanel:
        """The panel of what was found, made for the first search."""
        from desk.ui.panels.results import ResultsPanel  # late: reading begins without it

        results = ResultsPanel(self._window.looks.theme)
        results.list.wanted.connect(self._go)
        results.list.more_wanted.connect(self._show_all_of)
        results.list.tag_requested.connect(self.ask_tag)
        results.list.left.connect(self._leave)
        results.list.left_upwards.connect(self._panel.field.setFocus)
        results.saved_button.clicked.connect(self.show_saved)
        self._panel.set_results(results)
        self._window.key_names.write_on(results)
        return results

    @cached_property
    def help(self) -> SearchHelp:
        """The list of what can be searched for, made when the field is first gone to."""
        from desk.ui.search_help import SearchHelp  # late: reading begins without it

        found = SearchHelp(self._window, self._panel.field)
        found.search_chosen.connect(self.run)
        return found

    @cached_property
    def _box(self) -> TagBox:
        from desk.ui.tag_box import TagBox

        box = TagBox(self._window, self._window.looks.theme)
        box.put.connect(self._tag)
        box.create_requested.connect(self._tag_new)
        return box

    @property
    def is_busy(self) -> bool:
        """Whether what is typed is still being looked for."""
        return self._timer.isActive() or self._rest.isActive()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {"library.saved": self.show_saved}

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        if "help" in self.__dict__:
            self.help.set_theme(theme)
        if "results" in self.__dict__:
            self.results.set_theme(theme)
        if "_box" in self.__dict__:
            self._box.set_theme(theme)

    def stop(self) -> None:
        """Search no more: the desk is going to be closed."""
        self._timer.stop()
        self._rest.stop()

    def _offer_help(self, reason: Qt.FocusReason) -> None:
        """Say what can be searched for to who goes to the empty field by key or click."""
        asked = reason in (Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.MouseFocusReason)
        if asked and not self._panel.field.text():
            self.help.refresh()
        else:
            _ = self.help  # which follows what is typed

    # Finding

    def _typed(self, words: str) -> None:
        self._rest.stop()
        if len(words.strip()) < _SHORTEST:
            self._timer.stop()
            self._searched = ""
            self._panel.show_results(False)
        else:
            self._timer.start()

    def _follow(self) -> None:
        """Search again for what moved, while the results are seen."""
        if self._panel.shows_results():
            self._timer.start()

    def _search(self) -> None:
        """Find what is typed; where only titles hold it the list has it all already."""
        self._timer.stop()
        words = self._panel.field.text()
        if words != self._searched:
            self._whole.clear()
        self._searched = words
        self._hits.clear()
        try:
            self._steps = self._desk.search.steps(parse_typed(words), _MOST, _IN_EACH)
            self._go_on()
        except UserError as error:
            self._tell(error)

    def _go_on(self) -> None:
        """Look a little further; the window has its turn before more than a frame or two pass."""
        until = time.monotonic() + _AT_ONCE
        try:
            for hits in self._steps:
                self._hits += hits
                if time.monotonic() > until:
                    self._rest.start()
                    return
            self._show(self._found(parse_typed(self._searched), self._hits))
        except UserError as error:
            self._tell(error)

    def _finish(self) -> None:
        """Look to the end now: the reader wants to go to what is found."""
        while self._rest.isActive():
            self._rest.stop()
            self._go_on()

    def _tell(self, error: UserError) -> None:
        self.results.show_trouble(said(error.message))
        self._panel.show_results(True)

    def _show(self, hits: list[SearchHit]) -> None:
        titled = self._titled()
        if all(hit.where == "title" for hit in hits) and (titled or not hits):
            self._panel.show_results(False)
            return
        articles = {hit.article_id for hit in hits if hit.where == "text"}
        more = len(articles) >= _MOST or any(
            sum(hit.where == where for hit in hits) >= _MOST for where in ("quote", "note")
        )
        self.results.show_hits(hits, titled, more)
        self._panel.show_results(True)

    def _found(self, query: Query, hits: list[SearchHit]) -> list[SearchHit]:
        """Return the hits, and all of those articles of which all are wanted."""
        cut = self._whole.intersection(hit.article_id for hit in hits if hit.more)
        kept = [hit for hit in hits if hit.where != "text" or hit.article_id not in cut]
        return kept + [hit for i in cut for hit in self._desk.search.sentences(query, i)]

    def _show_all_of(self, article_id: ArticleId) -> None:
        """Show every sentence of an article, and go on from where the reader was."""
        row = self.results.list.currentIndex().row()
        scrolled = self.results.list.verticalScrollBar().value()
        self._whole.add(article_id)
        self._search()
        self._finish()
        self.results.list.setCurrentIndex(self.results.list.rows.index(row))
        self.results.list.verticalScrollBar().setValue(scrolled)

    def _titled(self) -> list[tuple[ArticleId, str]]:
        """Return the articles that the list shows under its filter."""
        ids = list(self._panel.model.article_ids()[:_TITLED])
        known = {row.id: row.title for row in self._desk.listing.rows_of(ids)}
        return [(article_id, known[article_id]) for article_id in ids if article_id in known]

    def _go_to_first(self) -> None:
        """Enter in the field: go to the best place."""
        if self._searched != self._panel.field.text():
            self._search()
        self._finish()
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

    # Tagging

    def ask_tag(self) -> None:
        """Ask which tag to put on what is ticked, or on the current place if nothing is."""
        if not self._chosen():
            words = self.tr("Tick some places first: {Space}, or {Ctrl+A} for all.")
            self._window.messages.advise(words)
            return
        tags = list(self._reading.tags.values())
        point = self.results.mapToGlobal(QPoint(0, 40))
        self._box.open_to_put(point, tags, self._window.tagging.recent)

    def _chosen(self) -> list[SearchHit]:
        rows, index = self.results.list.rows, self.results.list.currentIndex()
        if rows.chosen() or not index.isValid():
            return rows.chosen()
        return [hit for hit in rows.under(index) if searching.can_mark(hit)]

    def _tag(self, tag: TagId) -> None:
        name = self._reading.tags[tag].name
        self._put(name, lambda: tag)

    def _tag_new(self, path: str) -> None:
        self._put(path, lambda: self._desk.tags.ensure(path))

    def _put(self, name: str, tag: Callable[[], TagId]) -> None:
        hits = self._chosen()
        label = plural(len(hits), "Tag a place “{name}”", "Tag %Ln places “{name}”", name=name)
        change = partial(self._put_on, hits, tag)
        tagged = self._window.session.do(said(label), change)
        if tagged is not None:
            self.results.list.rows.tick(hits, on=False)
            messages = self._window.messages
            tell = messages.tell_undoable if tagged.changed else messages.tell
            tell(said(put_told(name, *tagged)))

    def _put_on(self, hits: list[SearchHit], tag: Callable[[], TagId]) -> searching.Tagged:
        return searching.tag_hits(self._desk, hits, tag())

    # Searches that are kept

    def saved_menu(self) -> QMenu:
        """Return the saved searches to run, and the ways to save, rename or remove this one."""
        menu = QMenu(self._window)
        searches, words = self._desk.searches, self._panel.field.text().strip()
        kept, name = searches.all(), searches.named(words)
        for search in kept:
            text = make_visible(search.name).replace("&", "&&")
            menu.addAction(text, partial(self.run, search.words))
        menu.addSeparator() if kept else None
        if name is not None:
            menu.addAction(self.tr("Rename this search…"), partial(self._ask_name, name))
            menu.addAction(self.tr("Remove this search"), partial(self._forget, name))
        elif words:
            menu.addAction(self.tr("Save this search"), partial(self._save, words))
        elif not kept:
            menu.addAction(self.tr("Type a search to save it")).setEnabled(False)
        return menu

    def _save(self, words: str) -> None:
        self._window.session.do(self.tr("Save search"), lambda: self._desk.searches.save(words))

    def _forget(self, name: str) -> None:
        def change() -> bool:
            self._desk.searches.remove(name)
            return True

        if self._window.session.do(self.tr("Remove search"), change):
            told = self.tr("Search “{name}” removed").format(name=make_visible(name))
            self._window.messages.tell_undoable(told)

    def _ask_name(self, name: str) -> None:
        from desk.ui.dialogs.naming import Naming  # late: see `asking`

        dialog = Naming(self.tr("Rename this search"), name, self._window)
        dialog.named.connect(partial(self._rename, name))
        open_over(self._window, dialog)

    def _rename(self, old: str, new: str) -> None:
        label = self.tr("Rename search")
        self._window.session.do(label, lambda: self._desk.searches.rename(old, new))

    def show_saved(self) -> None:
        """Show the saved searches under the field."""
        self._window.docks["library"].show()
        self._window.docks["library"].raise_()
        menu = self.saved_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        field = self._panel.field
        menu.popup(field.mapToGlobal(field.rect().bottomLeft()))

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
