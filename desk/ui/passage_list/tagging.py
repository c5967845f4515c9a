"""What the tagging keys do to the rows that are selected in the list of passages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from desk.core.row_filter import ListRow
from desk.core.types import NoteRow, PassageId, Place, TagId
from desk.ui.looks.chosen import Looks
from desk.ui.passage_list.panel import PassageListView
from desk.ui.reading.open_article import Reading
from desk.ui.saying import listed, said
from desk.ui.tagging.tag_words import put_told, taken_told
from desk.ui.tagging.tagging import Tagging

if TYPE_CHECKING:
    from desk.ui.tagging.tag_box import TagBox


class RowTagging(QObject):
    """Puts tags on all selected passages at once, or takes them off; each is one step.

    `done` carries a sentence for what an undo would take back, `told` any other.
    """

    done = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        view: PassageListView,
        reading: Reading,
        tagging: Tagging,
        looks: Looks,
        window: QWidget,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._reading = reading
        self._session = reading.session
        self._desk = reading.session.desk
        self._tagging = tagging
        self._looks = looks
        self._window = window
        self._box: TagBox | None = None
        self._session.changed.connect(self._refresh_box)

    # What is selected

    def passages(self) -> list[PassageId]:
        """Return the selected passages, and those that the selected notes are on."""
        rows = self._view.selected_rows()
        found = (row.passage_id if isinstance(row, NoteRow) else row.id for row in rows)
        return [passage for passage in found if passage is not None]

    def _tags(self) -> list[frozenset[TagId]]:
        return [frozenset(p.tags) for p in self._desk.passages.rows_of(self.passages())]

    # Deeds

    def press_number(self, number: int) -> None:
        """Put the tag of a number key on; where all carry it already, take it off."""
        tag = self._desk.tags.on_key(number)
        if tag is None:
            words = self.tr("No tag has the key {number} yet.")
            self.told.emit(words.format(number=number))
        elif self._tags() and all(tag in carried for carried in self._tags()):
            self.take([tag])
        else:
            self.put(tag)

    def put(self, tag: TagId) -> None:
        """Put a tag on what is selected."""
        self._put(self._names([tag]), lambda: tag)

    def put_new(self, path: str) -> None:
        """Make a tag and put it on what is selected."""
        self._put(path, lambda: self._desk.tags.ensure_keyed(path))

    def _put(self, name: str, tag: Callable[[], TagId]) -> None:
        passages = self.passages()
        changed = self._do(
            self.tr("Tag “{name}”").format(name=name),
            lambda: self._desk.taggings.put(passages, tag()),
        )
        if changed is not None:
            tell = self.done if changed else self.told
            tell.emit(said(put_told(name, changed, len(passages))))

    def take(self, tags: Iterable[TagId]) -> None:
        """Take tags off what is selected."""
        chosen, passages = list(tags), self.passages()
        name = self._names(chosen)
        carrying = sum(not carried.isdisjoint(chosen) for carried in self._tags())

        def change() -> int:
            for tag in chosen:
                self._desk.taggings.take(passages, tag)
            return carrying

        if self._do(self.tr("Take “{name}” off").format(name=name), change):
            self.done.emit(said(taken_told(name, carrying)))

    def _do(self, label: str, change: Callable[[], int]) -> int | None:
        """Run a change of all that is selected; None if there is nothing, or if it failed."""
        if not self.passages():
            self._explain()
            return None
        place = place_of_one(self._view.selected_rows())
        return self._session.do(label, change, place)

    def _explain(self) -> None:
        if self._view.selected_rows():
            self.told.emit(self.tr("These notes are on no passage: tags go on passages."))
        else:
            self.told.emit(self.tr("Select passages in the list first."))

    def open_box(self) -> None:
        """Ask for a tag for all that is selected."""
        if not self.passages():
            self._explain()
            return
        tags = list(self._reading.tags.values())
        recent = self._tagging.recent
        self._made_box().open_to_put(self._corner(), tags, recent, self._on_all())

    def untag(self) -> None:
        """Take the one tag off; ask which where there are several."""
        found = frozenset[TagId]().union(*self._tags())
        known = [tag for tag_id, tag in self._reading.tags.items() if tag_id in found]
        if len(known) == 1:
            self.take([known[0].id])
        elif known:
            self._made_box().open_to_take(self._corner(), known)

    # The box

    def _made_box(self) -> TagBox:
        if self._box is None:
            from desk.ui.tagging.tag_box import TagBox  # late: made when it is first asked for

            self._box = TagBox(self._window, self._looks.theme)
            self._looks.theme_changed.connect(self._box.set_theme)
            self._box.put.connect(self.put)
            self._box.create_requested.connect(self.put_new)
            self._box.taken.connect(self.take)
        return self._box

    def _on_all(self) -> list[TagId]:
        found = self._tags()
        return sorted(frozenset.intersection(*found)) if found else []

    def _refresh_box(self) -> None:
        if self._box is not None and self._box.isVisible():
            self._box.set_tags(list(self._reading.tags.values()), self._on_all())

    def _corner(self) -> QPoint:
        rect = self._view.visualRect(self._view.currentIndex())
        seen = rect.intersected(self._view.viewport().rect())
        corner = seen.bottomLeft() if seen.isValid() else self._view.viewport().rect().center()
        return self._view.viewport().mapToGlobal(corner)

    def _names(self, tags: Iterable[TagId]) -> str:
        known = self._reading.tags
        return listed(known[tag].name for tag in tags if tag in known)


def place_of_one(rows: Sequence[ListRow]) -> Place | None:
    """Return where undoing leads: to the place of a single row; several have none."""
    row = rows[0] if len(rows) == 1 else None
    if row is None or row.article_id is None:
        return None
    return Place(row.article_id, row.start, row.end)
