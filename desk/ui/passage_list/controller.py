"""The list of all passages and notes in step with the desk, and what its keys and clicks do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDockWidget, QWidget

from desk.core.facets import FacetValue
from desk.core.row_filter import ListRow, RowFilter, since
from desk.core.types import ArticleId, Changes, NoteId, PassageId, TagId
from desk.tasks.exporting import branch
from desk.ui.looks.chosen import Looks
from desk.ui.passage_list.filter import Wanted
from desk.ui.passage_list.panel import PassagesPanel
from desk.ui.passage_list.unread import UnreadRows
from desk.ui.reading.open_article import Reading

if TYPE_CHECKING:
    from desk.ui.widgets.chooser import Chooser

MANY = 500  # rows that moved, from which on reading all of them again is as quick


class PassageList(QObject):
    """Fills the panel, and from then on reads again only what moved while its dock is shown."""

    def __init__(
        self,
        reading: Reading,
        panel: PassagesPanel,
        looks: Looks,
        dock: QDockWidget,
        window: QWidget,
    ) -> None:
        super().__init__(dock)
        self._reading = reading
        self._session = reading.session
        self._desk = reading.session.desk
        self.panel = panel
        self._looks = looks
        self._dock = dock
        self._window = window
        self._stale = True
        self._reading_on = QTimer(self, interval=0)
        self._connect()

    def _connect(self) -> None:
        panel = self.panel
        panel.filter.changed.connect(self._filter)
        panel.filter.tag_wanted.connect(self._choose_tag)
        panel.filter.article_wanted.connect(self._choose_article)
        panel.kind_changed.connect(self._load)
        self._reading_on.timeout.connect(self._read_on)
        self._session.changed.connect(self._follow)
        self._reading.opened.connect(self._follow_article)
        self._reading.tags_changed.connect(self._follow_tags)
        self._reading.view.passage_selected.connect(self._follow_passage)

    def enter(self) -> None:
        """Put the keyboard into the list, which is shown already."""
        self.refresh()
        self._come_to_the_reader()
        self.panel.enter_list()

    def refresh(self) -> None:
        """Read everything again, if it was read before something else happened."""
        if self._stale:
            self._load()

    def _load(self) -> None:
        self._stale = False
        model = self.panel.model
        model.tags = self._reading.tags
        model.filter, model.order = self._row_filter(), self.panel.filter.order
        self.panel.set_rows(self._rows())
        self._reading_on.start()

    def _rows(self) -> Sequence[ListRow]:
        """Return all there is; passages that stand as they come are read when they are seen."""
        passages = self._desk.passages
        if self._lists_notes():
            return self._desk.notes.rows()
        if self.panel.model.is_plain:
            return UnreadRows(passages.starts(), passages.rows_of)
        return passages.rows()

    def _read_on(self) -> None:
        """Read some more of the rows, now that the first of them are on the screen."""
        if not self.panel.model.read_on():
            self.stop()

    def stop(self) -> None:
        """Read no more of the rows by itself."""
        self._reading_on.stop()

    def _lists_notes(self) -> bool:
        return self.panel.kind == "notes"

    # Following the reader

    def _follow_passage(self, passage: PassageId | None) -> None:
        """Show the row of the passage that was selected in the text."""
        seen = not (self._stale or self._dock.isHidden() or self.panel.list.hasFocus())
        if seen and passage is not None:
            self.panel.show_row(self.panel.model.number_of_passage(passage))

    def _come_to_the_reader(self) -> None:
        """Go to the row of the selected passage; in a list never used, to the next in the text."""
        passage = self._reading.current_passage()
        model = self.panel.model
        number = model.number_of_passage(passage) if passage is not None else -1
        if number < 0 and self._reading.article and not self.panel.list.currentIndex().isValid():
            number = model.number_after(self._reading.article.id, self._reading.view.origin().start)
        self.panel.show_row(number)

    # Filtering

    def _filter(self) -> None:
        model = self.panel.model
        model.filter, model.order = self._row_filter(), self.panel.filter.order
        self.panel.arrange()

    def _row_filter(self) -> RowFilter:
        wanted = self.panel.filter.wanted
        article = self._reading.article.id if self._reading.article else ArticleId(0)
        now = datetime.now().astimezone()
        return RowFilter(
            words=tuple(wanted.words.casefold().split()),
            tags=self._wanted_tags(wanted),
            article=article if wanted.this_article else wanted.article,
            coder=wanted.coder,
            with_note=wanted.with_note and not self._lists_notes(),
            since=since(wanted.period, now, self.panel.locale().firstDayOfWeek().value),
        )

    def _wanted_tags(self, wanted: Wanted) -> frozenset[TagId] | None:
        if wanted.tag is not None:
            return frozenset(branch(self._reading.tags.values(), [wanted.tag]))
        return frozenset() if wanted.untagged else None

    def _choose_tag(self) -> None:
        from desk.ui.tags.chooser import TagChooser  # late, as all boxes that ask

        tags = self._reading.tags
        words = self.tr("Show what carries which tag?")
        chooser = TagChooser(self._window, self._looks.theme, list(tags.values()), words)
        chooser.chosen.connect(lambda tag: self.panel.filter.set_tag(tag, tags[tag].path))
        self._ask(chooser)

    def _choose_article(self) -> None:
        from desk.ui.widgets.facet_chooser import FacetChooser

        articles = self.panel.model.articles()
        titles = {str(number): title for number, title, _ in articles}
        values = [FacetValue(str(number), title, count) for number, title, count in articles]
        words = self.tr("Show what is in which article?")
        chooser = FacetChooser(self._window, self._looks.theme, values, words, "")
        chooser.chosen.connect(
            lambda chosen: self.panel.filter.set_article(ArticleId(int(chosen)), titles[chosen])
        )
        self._ask(chooser)

    def _ask(self, chooser: Chooser) -> None:
        button = self.panel.filter.filter_button
        chooser.popup_at(button.mapToGlobal(button.rect().bottomLeft()))

    # Following the desk

    def _follow(self, changes: Changes) -> None:
        if self._dock.isHidden():
            self._stale = True
            self.stop()
            return
        passages = changes.passage_ids()
        articles = [ArticleId(i) for i in changes.ids("articles")]
        notes = [NoteId(i) for i in changes.ids("notes")]
        moved = len(passages) + len(notes)
        if self._stale or changes.everything or moved > MANY:
            self._load()
        elif not (moved or articles):
            return
        elif self.panel.model.is_read:
            self._update(passages, articles, notes)
        else:
            self._load()

    def _update(
        self, passages: Iterable[PassageId], articles: Sequence[ArticleId], notes: list[NoteId]
    ) -> None:
        rows: Sequence[ListRow]
        if self._lists_notes():
            rows = self._desk.notes.rows_of(notes, passages, articles)
            asked: set[int] = set(notes)
        else:
            rows = self._desk.passages.rows_of(passages, articles)
            asked = set(passages)
        self.panel.update_rows(rows, asked - {row.id for row in rows})

    def _follow_article(self) -> None:
        if self.panel.filter.wanted.this_article and not self._stale:
            self._filter()

    def _follow_tags(self) -> None:
        filter_ = self.panel.filter
        self.panel.model.tags = self._reading.tags
        chosen = filter_.wanted.tag
        if chosen is not None:
            tag = self._reading.tags.get(chosen)
            filter_.set_tag(tag.id if tag else None, tag.path if tag else "")
        if not self._stale:
            self._filter()
