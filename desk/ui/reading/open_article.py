"""Keeps the article on the screen in step with the desk."""

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer, Signal

from desk.core.errors import UserError
from desk.core.ranges import RangeIndex
from desk.core.text import trimmed
from desk.core.types import (
    Article,
    ArticleId,
    Changes,
    Mark,
    PassageId,
    Place,
    Tag,
    TagId,
    TextRange,
)
from desk.ui.article.view import ArticleView
from desk.ui.reading.trace import ReadingTrace
from desk.ui.session import Session


class Reading(QObject):
    """The article that is open: which one, where in it, and what its passages are.

    `opened` carries the `Article`, or None when there is none left; `described` the same one
    when its title or what else is known about it changed. `tags_changed` says that names or
    colours of tags did.
    """

    opened = Signal(object)
    described = Signal(object)
    tags_changed = Signal()

    def __init__(self, session: Session, view: ArticleView, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.view = view
        self.article: Article | None = None
        self.tags: dict[TagId, Tag] = {}
        self._trace = ReadingTrace(session, view, self)
        self._unread: Generator[list[Mark], None, None] | None = None
        self._reading_on = QTimer(self, interval=0)
        self._reading_on.timeout.connect(self._read_on)
        session.changed.connect(self._follow)
        session.revisit.connect(self.revisit)
        self._read_tags()

    def _read_tags(self) -> None:
        self.tags = {tag.id: tag for tag in self.session.desk.tags.all()}

    def open(self, article_id: ArticleId) -> bool:
        """Show an article where reading stopped; say whether it is still there."""
        if self.article and self.article.id == article_id:
            return True
        self._trace.keep()
        return self._show(article_id, self.session.desk.bookmarks.position(article_id))

    def _show(self, article_id: ArticleId, position: int) -> bool:
        desk = self.session.desk
        try:
            article = desk.articles.get(article_id)
        except UserError as error:
            self.session.failed.emit(error)
            return False
        self.article = article
        self._unread = desk.passages.marks_in_turn(article_id, article.text)
        marks = RangeIndex(rest=self._unread, total=desk.passages.count(article_id))
        marks.read_on()
        self.view.show_article(article, marks, self.tags)
        if position:
            self.view.scroll_to(position)
        self.opened.emit(article)
        self._reading_on.start()
        self._trace.begin(article_id)
        return True

    def _read_on(self) -> None:
        """Read some more of the passages, now that the first of them are on the screen."""
        if self.article is None or not self.view.shown().index.read_on():
            self._reading_on.stop()
            self.view.map.refresh()

    def close(self) -> None:
        """Show nothing."""
        self._trace.end()
        self.article = None
        self.view.clear_article()
        self.opened.emit(None)

    def revisit(self, changes: Changes) -> None:
        """Go to the place of a step; what it moved there is the target."""
        place = changes.place
        if place is None or not self._has(place.article_id) or not self.open(place.article_id):
            return
        passage = self._only_one(changes) or self.session.desk.passages.find(*place)
        where = self.range_of(passage) if passage is not None else TextRange(*place[1:])
        if where is not None and where.end > where.start:
            self.view.keep_in_sight(where)
        if passage is not None:
            self.view.select_passage(passage)
        elif where is not None and where.end > where.start and self.view.target() is None:
            self.view.select_range(where)  # what was marked there can be marked again

    def _only_one(self, changes: Changes) -> PassageId | None:
        """Return the passage of this article that a step changed, where it is one alone."""
        there = [p for p in changes.passage_ids() if self.range_of(p) is not None]
        return there[0] if len(there) == 1 else None

    def go_to(self, passage_id: PassageId) -> None:
        """Open the article of a passage, with the passage selected in mid-screen."""
        found = self.session.desk.passages.get(passage_id)
        if self.open(found.article_id):
            self.view.select_passage(passage_id)
            self.view.reveal(TextRange(found.start, found.end))

    def place(self) -> Place | None:
        """Return the place of what the next key marks."""
        where = self.marked_range()
        if self.article is None or where is None:
            return None
        return Place(self.article.id, where.start, where.end)

    def target_range(self) -> TextRange | None:
        """Return the range of the selection, the selected passage or the focused sentence."""
        return self.view.target_range()

    def marked_range(self) -> TextRange | None:
        """Return the target's range as it would be marked: no white space at the ends of text."""
        target = self.view.target()
        if self.article is None or not isinstance(target, TextRange):
            return self.target_range()
        return TextRange(*trimmed(self.article.text, *target))

    def range_of(self, passage_id: PassageId) -> TextRange | None:
        """Return the range of a passage of this article."""
        mark = self.view.shown().index.get(passage_id)
        return TextRange(mark.start, mark.end) if mark else None

    def current_passage(self) -> PassageId | None:
        """Return the selected passage, or the one that is exactly the target's range."""
        if self.article is None:
            return None
        if self.view.selected_passage is not None:
            return self.view.selected_passage
        where = self.marked_range()
        if where is None:
            return None
        near = self.view.shown().index.overlapping(where.start, where.end)
        return next((m.id for m in near if (m.start, m.end) == tuple(where)), None)

    def ordinal(self, passage_id: PassageId) -> tuple[int, int]:
        """Return "the nth of m" of a passage in reading order, from 1."""
        marks = self.view.shown().index
        return 1 + next((n for n, m in enumerate(marks) if m.id == passage_id), 0), len(marks)

    def leave(self) -> None:
        """Keep the position and touch the desk no more: it is about to be closed."""
        self._trace.stop()
        self._reading_on.stop()
        if self._unread is not None:
            self._unread.close()

    def _has(self, article_id: ArticleId) -> bool:
        return self.session.desk.articles.has(article_id)

    def _follow(self, changes: Changes) -> None:
        if changes.touches("tags"):
            self._read_tags()
            self.view.set_tags(self.tags)
            self.tags_changed.emit()
        if self.article is None:
            return
        if changes.everything:
            self._reopen()
        elif self.article.id in changes.ids("articles"):
            self._follow_article()
        if self.article is not None and not changes.everything:
            self._follow_passages(changes.passage_ids())

    def _reopen(self) -> None:
        if self.article and self._has(self.article.id):
            self._show(self.article.id, self.view.top_position())
        else:
            self.close()

    def _follow_article(self) -> None:
        if self.article and self._has(self.article.id):
            before = self.article.text, self.article.styles
            self.article = self.session.desk.articles.get(self.article.id)
            if (self.article.text, self.article.styles) != before:  # it was read otherwise
                self._show(self.article.id, 0)
                return
            self.view.refresh_article(self.article)
            self.described.emit(self.article)
        else:
            self._trace.forget()
            self.close()

    def _follow_passages(self, ids: set[PassageId]) -> None:
        if not ids or self.article is None:
            return
        passages = self.session.desk.passages
        marks = passages.marks_of(ids, self.article.id, self.article.text)
        self.view.update_marks(marks, ids - {mark.id for mark in marks})
