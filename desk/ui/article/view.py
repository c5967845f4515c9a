"""The article view: what the reader does with keys and mouse, told in signals."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QDockWidget, QWidget

from desk.core.ranges import RangeIndex
from desk.core.text import make_visible
from desk.core.types import Article, Mark, PassageId, Tag, TagId, TextRange
from desk.ui.article.overlays import Dimming, Handles, Hits, Ruler
from desk.ui.article.pointer import Pointer
from desk.ui.article.resizing import ARROWS, nudged
from desk.ui.article.target import TargetView
from desk.ui.looks.appearance import Appearance

_POSITION_DELAY = 200  # milliseconds of rest before a new reading position is told
_UP_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_LINE_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_ENDS = {
    QKeySequence.StandardKey.MoveToStartOfDocument: QAbstractSlider.SliderAction.SliderToMinimum,
    QKeySequence.StandardKey.MoveToEndOfDocument: QAbstractSlider.SliderAction.SliderToMaximum,
}


class ArticleView(TargetView):
    """Shows an article and lets the reader choose in it; it changes no data.

    The signals tell what the reader wants: `selection_finished` when the mouse is released on a
    selection, `resize_requested` with a passage and its new range, `nudge_requested` with the
    same for one press of a key, `reading_position_changed` with the position at the top of the
    view, `menu_requested` with a place on the screen.
    """

    selection_finished = Signal()
    resize_requested = Signal(object, object)  # PassageId, TextRange
    nudge_requested = Signal(object, object)  # PassageId, TextRange
    reading_position_changed = Signal(int)
    link_activated = Signal(str)
    menu_requested = Signal(QPoint)
    zoom_requested = Signal(int)  # 1 for larger letters, -1 for smaller ones

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.setAccessibleName(self.tr("Article"))
        self._hits = Hits()
        self._dimming = Dimming(lambda: self.focused_sentence)
        self.under += [self._hits, Ruler(lambda: self.focused_sentence)]
        self.over += [self._dimming, Handles()]
        self.margin.over.append(self._dimming)
        self.target_changed.connect(self._dim_margin)
        self._filter: frozenset[TagId] | None = None
        self._alone: frozenset[PassageId] | None = None
        self._moved = QTimer(self, singleShot=True, interval=_POSITION_DELAY)
        self._moved.timeout.connect(self._tell_position)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._moved.start())
        self._pointer = Pointer(self)
        self._pointer.selected.connect(self.selection_finished)
        self._pointer.resized.connect(self.resize_requested)
        self._pointer.link.connect(self.link_activated)
        self.margin.clicked.connect(self.select_passage)
        self.margin.hovered.connect(self._single_out_passage)

    def show_article(
        self, article: Article, marks: RangeIndex[Mark], tags: Mapping[TagId, Tag]
    ) -> None:
        """Show an article from its start; nothing in it is selected or found."""
        self._alone = None
        self._hits.ranges, self._hits.current = (), None
        super().show_article(article, marks, tags)
        self.setAccessibleName(make_visible(article.title) or self.tr("Article"))
        self.map.set_hits(())
        self._apply_fading()

    def set_hits(self, hits: Sequence[TextRange], current: TextRange | None = None) -> None:
        """Mark the places that a search found, in the order of the text, and one among them."""
        if hits is not self._hits.ranges:
            self.map.set_hits(hits)
        self._hits.ranges, self._hits.current = hits, current
        self.viewport().update()

    def drop_hits(self, hits: Sequence[TextRange]) -> None:
        """Mark these places no more; where others are marked by now, those stay."""
        if hits is self._hits.ranges:
            self.set_hits(())

    def set_filter(self, tags: Collection[TagId] | None) -> None:
        """Let the passages stand out that have one of these tags; None lets all stand out."""
        self._filter = None if tags is None else frozenset(tags)
        self._apply_fading()

    def passes_filter(self, mark: Mark) -> bool:
        """Say whether a passage has one of the tags that stand out, if not all do."""
        return self._filter is None or not self._filter.isdisjoint(mark.tags)

    def single_out(self, passages: Collection[PassageId] | None) -> None:
        """Let some passages stand out for as long as the mouse is on something of theirs."""
        self._alone = None if passages is None else frozenset(passages)
        self._apply_fading()

    def set_focus_mode(self, on: bool) -> None:
        """Dim all but the focused sentence; without one, the next sentence gets the focus."""
        self._dimming.on = on
        if on and self.focused_sentence is None:
            self.move_focus("sentence", forward=True)
        self.viewport().update()
        self.margin.update()

    def setFocus(self, *reason: Qt.FocusReason) -> None:  # noqa: N802 - Qt's name
        """Take the keyboard, from a panel too that floats as a window of its own."""
        if isinstance(QApplication.activeWindow(), QDockWidget):
            self.activateWindow()
        super().setFocus(*reason)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the window; that of the mouse is about the passage under it."""
        if event.reason() == QContextMenuEvent.Reason.Mouse and self.page is not None:
            self._pointer.point_at(event.pos().toPointF())
        self.menu_requested.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move an end of the selected passage by Shift and an arrow; else move the caret."""
        selected = self.selected_passage
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if selected is not None and shift and event.key() in ARROWS:
            self._nudge(selected, event)
            return
        if event.key() == Qt.Key.Key_Space and self.page is not None:
            self.turn_page(forward=not shift)
            return
        if event.key() in _LINE_KEYS or (shift and event.key() in _UP_DOWN):
            self._bring_caret()
        super().keyPressEvent(event)
        for key, way in _ENDS.items():
            if event.matches(key):  # Qt moves its caret there, if it shows, and no more
                self.verticalScrollBar().triggerAction(way)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide the caret: the mouse needs none."""
        self.show_caret(False)
        super().mousePressEvent(event)

    def _bring_caret(self) -> None:
        """Show the caret, in the first line in view where it would be out of sight."""
        self.show_caret(True)
        if not self.viewport().rect().intersects(self.cursorRect()):
            self.setTextCursor(self.cursorForPosition(self.viewport().rect().topLeft()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ask for larger or smaller letters with Ctrl; scroll otherwise."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.zoom_requested.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _nudge(self, passage_id: PassageId, event: QKeyEvent) -> None:
        mark = self.shown().index.get(passage_id)
        if mark is None:
            return
        at_start = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        by_word = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        where = nudged(self.shown(), mark, Qt.Key(event.key()), at_start, by_word)
        if where != (mark.start, mark.end):
            self.nudge_requested.emit(passage_id, where)

    def _dim_margin(self) -> None:
        if self._dimming.on:
            self.margin.update()

    def _single_out_passage(self, passage_id: PassageId | None) -> None:
        self.single_out(None if passage_id is None else (passage_id,))

    def _apply_fading(self) -> None:
        if self.page is not None:
            alone = self._alone
            if alone is not None:
                self.page.set_fading(lambda mark: mark.id not in alone)
            elif self._filter is not None:
                self.page.set_fading(lambda mark: not self.passes_filter(mark))
            else:
                self.page.set_fading(None)
            self.forget_drawn()

    def _tell_position(self) -> None:
        if self.page is not None:
            self.reading_position_changed.emit(self.top_position())
