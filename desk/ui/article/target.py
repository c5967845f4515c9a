"""What the reader's next key acts on: a selection, a passage or a sentence; one at a time."""

from collections.abc import Iterable, Mapping
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.core.ranges import RangeIndex
from desk.core.types import Article, Mark, PassageId, Tag, TagId, TextRange
from desk.ui.article.caret import CaretView
from desk.ui.article.sentence_focus import SentenceFocus, Unit
from desk.ui.looks.appearance import Appearance


class TargetView(CaretView):
    """A canvas on which text, a passage or a sentence can be the target."""

    target_changed = Signal()
    passage_selected = Signal(object)  # PassageId | None

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self.focus: SentenceFocus | None = None
        self._rest: TextRange | None = None  # where the target was last, or a click
        super().__init__(appearance, parent)
        self.selectionChanged.connect(self._on_selection)
        self.target_changed.connect(self._remember)

    def show_article(
        self, article: Article, marks: RangeIndex[Mark], tags: Mapping[TagId, Tag]
    ) -> None:
        """Show an article from its start; nothing in it is selected."""
        self._rest = None
        super().show_article(article, marks, tags)
        geometry = self.shown().geometry
        self.focus = SentenceFocus(
            article.text,
            article.language or "en",
            geometry.line_number,
            geometry.line_range,
            geometry.line_count,
        )
        self.target_changed.emit()
        self.passage_selected.emit(None)

    def clear_article(self) -> None:
        """Show nothing."""
        super().clear_article()
        self.focus = self._rest = None
        self.target_changed.emit()
        self.passage_selected.emit(None)

    def update_marks(self, marks: Iterable[Mark], removed: Iterable[PassageId] = ()) -> None:
        """Take in passages that came, changed or went; one that went is no longer selected."""
        gone = set(removed)
        super().update_marks(marks, gone)
        if self.selected_passage in gone:
            self.select_passage(None)

    def target(self) -> PassageId | TextRange | None:
        """Return what the next key acts on."""
        return self.selected_range() or self.selected_passage or self.focused_sentence

    def target_range(self) -> TextRange | None:
        """Return the range of what the next key acts on."""
        target = self.target()
        if target is None or isinstance(target, TextRange):
            return target
        mark = self.shown().index.get(target)
        return TextRange(mark.start, mark.end) if mark else None

    @property
    def selected_passage(self) -> PassageId | None:
        """Return the passage that has the strong outline."""
        return self.page.selected if self.page else None

    def select_passage(self, passage_id: PassageId | None) -> None:
        """Make a passage the target, or no passage."""
        page = self.shown()
        if passage_id == page.selected:
            return
        if passage_id is not None:
            self.drop_selection()
            self._drop_focus()
            self._bring_caret_to(page.index.get(passage_id))
        page.select(passage_id)
        self.draw_changed()
        if page.highlights.fades is not None:  # the one that is selected never fades
            self.map.refresh()
        self.passage_selected.emit(passage_id)
        self.target_changed.emit()

    @property
    def focused_sentence(self) -> TextRange | None:
        """Return the sentence, or several, or the paragraph that has the ruler."""
        return self.focus.range if self.focus else None

    def move_focus(self, unit: Unit, forward: bool, extend: bool = False) -> None:
        """Put the ruler on the next or previous sentence or paragraph, or over it as well."""
        if self.focus is None:
            return
        self.show_caret(False)
        before, origin = self.focus.range, self.origin()
        if before is not None and not self.in_sight(before):
            self.focus.clear()  # who scrolled on goes on from what is seen
        now = self.focus.step(unit, forward, extend, origin)
        self.put_caret(now.start if now else origin.start)
        self.select_passage(None)
        self.update_range(before)
        self.update_range(now)
        if now is not None:
            self.keep_in_sight(now)
        self.target_changed.emit()

    def keep_free(self, edge: Literal["top", "bottom"], pixels: int) -> None:
        """Leave room for a bar; the target does not get out of sight by it."""
        where = self.target_range()
        visible = where is not None and self.in_sight(where)
        super().keep_free(edge, pixels)
        if where is not None and visible:
            self.show_whole(where)

    def clear_target(self) -> None:
        """Let nothing be the target."""
        self.show_caret(False)
        if self.page is not None:
            self.drop_selection()
            self._drop_focus()
            self.select_passage(None)
            self.target_changed.emit()

    def origin(self, with_last: bool = True) -> TextRange:
        """Return from where the next step goes on: the target, the last one, or what is seen."""
        for where in (self.target_range(), self._rest if with_last else None):
            if where is not None and self.in_sight(where):
                return where
        top = self.top_position()
        return TextRange(top, top)

    def rest_at(self, position: int) -> None:
        """Let the next step begin with the sentence that holds a position."""
        found = self.focus.around("sentence", position) if self.focus else None
        start = found.start if found else position
        self._rest = TextRange(start, start)

    def _remember(self) -> None:
        self._rest = (self.target_range() if self.page else None) or self._rest

    def _bring_caret_to(self, mark: Mark | None) -> None:
        here = self.shown().offsets.to_points(self.textCursor().position())
        if mark is not None and not mark.start <= here <= mark.end:
            self.put_caret(min(mark.start, len(self.shown().text)))  # it may be misplaced

    def _on_selection(self) -> None:
        if self.textCursor().hasSelection() and self.page is not None:
            self._drop_focus()
            self.select_passage(None)
        self.target_changed.emit()

    def _drop_focus(self) -> None:
        if self.focus is not None and self.focus.range is not None:
            self.update_range(self.focus.range)
            self.focus.clear()
            self.viewport().update()
