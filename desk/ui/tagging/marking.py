"""Marks passages, removes them and moves their ends; every change is one step."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from desk.core.types import PassageId, Place, TagId, TextRange
from desk.ui.reading.open_article import Reading
from desk.ui.session import Session
from desk.ui.tagging.in_a_row import InARow


class Marking(QObject):
    """What can be done to the target without a tag.

    `told` carries a sentence for the reader; `removed` says that a passage went, and how to
    name it; `note_wanted` that the keyboard should go to the note.
    """

    told = Signal(str)
    removed = Signal(str)
    note_wanted = Signal()

    def __init__(self, session: Session, reading: Reading, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._desk = session.desk
        self._reading = reading
        self._view = reading.view
        # Those that a tag made: they go when their last tag is taken off by its key.
        self._made: set[PassageId] = set()
        self.presses = InARow()
        self._view.resize_requested.connect(self.resize)
        self._view.nudge_requested.connect(self.nudge)
        self._view.target_changed.connect(self.presses.end)

    def highlight(self) -> None:
        """Mark the target without a tag."""
        place = self._target() if self.is_seen() else None
        if place is None:
            return
        passage = self._session.do(self.tr("Highlight"), lambda: self._mark(place, ()), place)
        if passage is not None:
            self._made.discard(passage)
            self._show(passage)

    def note(self) -> None:
        """Mark the target if it is not a passage yet, and go to its note."""
        if not self.is_seen():
            return
        if self._reading.current_passage() is None:
            self.highlight()
        if self._reading.current_passage() is not None:
            self.note_wanted.emit()

    def remove(self, passage: PassageId | None = None) -> None:
        """Remove a passage, the target if none is given, with its tags and its note."""
        if passage is None and self.is_seen():
            passage = self._reading.current_passage()
        if passage is None:
            return
        place = self._place_of(passage)

        def change() -> bool:
            self._desk.passages.remove([passage])
            return True

        if self._session.do(self.tr("Remove passage"), change, place):
            self.removed.emit(self.tr("Passage removed"))

    def nudge(self, passage: PassageId, where: TextRange) -> None:
        """Move an end of a passage as keys do: presses in a row on one end are one step."""
        if not self.is_seen():
            return
        before = self._reading.range_of(passage)
        end = "start" if before is None or before.start != where.start else "end"
        guid = self._desk.passages.get(passage).guid
        self.resize(passage, where, self.presses.key(f"resize/{guid}/{end}"))

    def resize(self, passage: PassageId, where: TextRange, merge: str = "") -> None:
        """Move the ends of a passage; one with the same range is left alone.

        What is done in a row with the same `merge` is one step.
        """
        if self._reading.article is None or self._reading.range_of(passage) == where:
            return
        place = Place(self._reading.article.id, *where)

        def change() -> None:
            self._desk.passages.resize(passage, where.start, where.end)

        self._session.do(self.tr("Resize passage"), change, place, merge)

    def is_seen(self) -> bool:
        """Say whether the target is in view; where it is not, show it, and tell that.

        What would act on a target of which nothing is in view shows it and does no more, so that
        nothing changes unseen; the next press acts.
        """
        where = self._reading.target_range()
        if where is None or not self._bring_into_sight(where):
            return True
        self.told.emit(self.tr("This was out of sight, so nothing is done yet. Press again."))
        return False

    def explain_target(self) -> None:
        """Say how to get something to act on."""
        self.told.emit(
            self.tr("Select some words first, or go to the next sentence with {sentence.next}.")
        )

    def _mark(self, place: Place, tags: Iterable[TagId]) -> PassageId:
        passage = self._reading.current_passage()
        if passage is None:
            passage = self._desk.passages.find(*place)
        if passage is None:
            passage = self._desk.passages.add(*place)
            self._made.add(passage)
        for tag in tags:
            self._desk.taggings.put([passage], tag)
        return passage

    def _target(self) -> Place | None:
        place = self._reading.place()
        if place is None:
            self.explain_target()
        else:
            self._bring_into_sight(TextRange(place.start, place.end))
        return place

    def _bring_into_sight(self, where: TextRange) -> bool:
        """Show what the reader may have scrolled away from; say whether the view moved for it."""
        bar = self._view.verticalScrollBar()
        before = bar.value()
        if not self._view.in_sight(where):
            self._view.keep_in_sight(where)
        return bar.value() != before

    def _place_of(self, passage: PassageId) -> Place | None:
        where = self._reading.range_of(passage)
        article = self._reading.article
        return Place(article.id, *where) if where and article else None

    def _tags_on(self, passage: PassageId) -> tuple[TagId, ...]:
        mark = self._view.shown().index.get(passage)
        return mark.tags if mark else ()

    def _show(self, passage: PassageId) -> None:
        """Let the passage be the target in place of a selection; a focused sentence stays."""
        if self._view.selected_range() is not None:
            self._view.select_passage(passage)
        else:
            self._view.target_changed.emit()
