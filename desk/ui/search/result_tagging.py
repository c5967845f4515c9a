"""Tagging what a search found: the places that are ticked, as one step."""

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from desk.core.message import plural
from desk.core.types import SearchHit, TagId
from desk.tasks import searching
from desk.ui.looks.chosen import Looks
from desk.ui.reading.open_article import Reading
from desk.ui.saying import said
from desk.ui.search.results import ResultsPanel
from desk.ui.tagging.tag_box import TagBox
from desk.ui.tagging.tag_words import put_told
from desk.ui.tagging.tagging import Tagging
from desk.ui.telling.messages import Messages


class ResultTagging(QObject):
    """Asks which tag, and puts it on the places; a text's place becomes a passage."""

    def __init__(
        self,
        results: ResultsPanel,
        reading: Reading,
        tagging: Tagging,
        messages: Messages,
        looks: Looks,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._results = results
        self._reading = reading
        self._session = reading.session
        self._tagging = tagging
        self._messages = messages
        self._looks = looks
        self._window = parent

    @cached_property
    def _box(self) -> TagBox:
        box = TagBox(self._window, self._looks.theme)
        self._looks.theme_changed.connect(box.set_theme)
        box.put.connect(self._tag)
        box.create_requested.connect(self._tag_new)
        return box

    def ask(self) -> None:
        """Ask which tag to put on what is ticked, or on the current place if nothing is."""
        if not self._chosen():
            words = self.tr("Tick some places first: {Space}, or {Ctrl+A} for all.")
            self._messages.advise(words)
            return
        tags = list(self._reading.tags.values())
        point = self._results.mapToGlobal(QPoint(0, 40))
        self._box.open_to_put(point, tags, self._tagging.recent)

    def _chosen(self) -> list[SearchHit]:
        rows, index = self._results.list.rows, self._results.list.currentIndex()
        if rows.chosen() or not index.isValid():
            return rows.chosen()
        return [hit for hit in rows.under(index) if searching.can_mark(hit)]

    def _tag(self, tag: TagId) -> None:
        name = self._reading.tags[tag].name
        self._put(name, lambda: tag)

    def _tag_new(self, path: str) -> None:
        self._put(path, lambda: self._session.desk.tags.ensure_keyed(path))

    def _put(self, name: str, tag: Callable[[], TagId]) -> None:
        hits = self._chosen()
        label = plural(len(hits), "Tag a place “{name}”", "Tag %Ln places “{name}”", name=name)
        change = partial(self._put_on, hits, tag)
        tagged = self._session.do(said(label), change)
        if tagged is not None:
            self._results.list.rows.tick(hits, on=False)
            messages = self._messages
            tell = messages.tell_undoable if tagged.changed else messages.tell
            tell(said(put_told(name, *tagged)))

    def _put_on(self, hits: list[SearchHit], tag: Callable[[], TagId]) -> searching.Tagged:
        return searching.tag_hits(self._session.desk, hits, tag())
