"""The mouse on the text: words, sentences and paragraphs by clicks, passages and their ends."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent

from desk.core.types import Mark, TextRange
from desk.ui.article.overlays import HANDLE, handle_points
from desk.ui.article.page import Page
from desk.ui.article.sentence_focus import Unit
from desk.ui.article.target import TargetView

_NEAR = 4.0  # pixels that two clicks may lie apart and still count as a double click
_GRIP = HANDLE + 3


class Pointer(QObject):
    """Looks at the mouse events of a view before Qt does.

    `resized` carries a passage and the range that its handle was dragged to.
    """

    selected = Signal()
    resized = Signal(object, object)
    link = Signal(str)

    def __init__(self, view: TargetView) -> None:
        super().__init__(view)
        self._view = view
        self._clicks = 0
        self._pressed_ms = 0
        self._pressed_at = QPointF()
        self._drag: _Drag | None = None
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the clicks that mean more than Qt knows."""
        if not isinstance(event, QMouseEvent) or self._view.page is None:
            return False
        kind = event.type()
        if kind == QEvent.Type.MouseMove:
            return self._move(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return self._press(event)
        return self._release(event) if kind == QEvent.Type.MouseButtonRelease else False

    def _press(self, event: QMouseEvent) -> bool:
        self._drag = self._grabbed(event.position())
        if self._drag is not None:
            return True
        self._count_click(event.position(), event.timestamp())
        if self._clicks >= 3:
            self._select_unit("sentence" if self._clicks == 3 else "paragraph", event.position())
        return self._clicks >= 3

    def _move(self, event: QMouseEvent) -> bool:
        if self._drag is None:
            return False
        mark = self._drag.moved(self._position(event.position()))
        self._view.update_marks([mark])
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if self._drag is not None:
            self._drop(self._drag)
            return True
        if self._view.textCursor().hasSelection():
            QTimer.singleShot(0, self.selected.emit)  # after Qt has ended the selection
        elif self._clicks == 1:
            self._click(event.position())
        return self._clicks >= 3

    def _drop(self, drag: "_Drag") -> None:
        """Put the passage back as it is stored and ask for what the reader wants."""
        self._drag = None
        page = self._view.shown()
        wanted = page.index.get(drag.mark.id)
        self._view.update_marks([drag.mark])
        if wanted is not None and (wanted.start, wanted.end) != (drag.mark.start, drag.mark.end):
            self.resized.emit(wanted.id, TextRange(wanted.start, wanted.end))

    def _count_click(self, where: QPointF, when_ms: int) -> None:
        """Count clicks by when the hand made them: a busy window may hear of them late."""
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        quick = 0 <= when_ms - self._pressed_ms < interval
        near = (where - self._pressed_at).manhattanLength() <= _NEAR
        self._clicks = self._clicks + 1 if quick and near else 1
        self._pressed_ms = when_ms
        self._pressed_at = where

    def _select_unit(self, unit: Unit, where: QPointF) -> None:
        focus = self._view.focus
        found = focus.around(unit, self._position(where)) if focus else None
        if found is not None:
            self._view.select_range(found)

    def point_at(self, where: QPointF) -> None:
        """Select the smallest passage here, unless it or these words are the target already."""
        target, position = self._view.target_range(), self._position(where)
        if target is not None and target.start <= position <= target.end:
            return
        here = marks_at(self._view.shown(), self._in_document(where))
        if here:
            self._view.select_passage(here[0].id)

    def _click(self, where: QPointF) -> None:
        """Follow a link, or select the smallest passage here; again: the next one."""
        here = marks_at(self._view.shown(), self._in_document(where))
        if here:
            ids = [mark.id for mark in here]
            now = self._view.selected_passage
            following = ids.index(now) + 1 if now in ids else 0
            self._view.select_passage(ids[following % len(ids)])
            return
        self._view.clear_target()
        self._view.rest_at(self._position(where))
        address = self._view.anchorAt(where.toPoint())
        if address:
            self.link.emit(address)

    def _grabbed(self, where: QPointF) -> "_Drag | None":
        page = self._view.shown()
        ends = handle_points(page)
        mark = page.index.get(page.selected)
        if ends is None or mark is None:
            return None
        here = self._in_document(where)
        for number, (_, knob) in enumerate(ends):
            if (knob - here).manhattanLength() <= 2 * _GRIP:
                return _Drag(mark, at_start=number == 0)
        return None

    def _position(self, where: QPointF) -> int:
        cursor = self._view.cursorForPosition(where.toPoint())
        return self._view.shown().offsets.to_points(cursor.position())

    def _in_document(self, where: QPointF) -> QPointF:
        return where + QPointF(0, self._view.verticalScrollBar().value())


class _Drag:
    """An end of a passage in the hand of the reader."""

    def __init__(self, mark: Mark, at_start: bool) -> None:
        self.mark = mark
        self._at_start = at_start

    def moved(self, position: int) -> Mark:
        """Return the passage with its end at a position; at least a character is left."""
        if self._at_start:
            return self.mark._replace(start=min(position, self.mark.end - 1))
        return self.mark._replace(end=max(position, self.mark.start + 1))


def marks_at(page: Page, where: QPointF) -> list[Mark]:
    """Return the passages drawn at a point of the document, the smallest first."""
    layout = page.document.documentLayout()
    hit = layout.hitTest(where, Qt.HitTestAccuracy.FuzzyHit)
    position = page.offsets.to_points(max(0, hit))
    near = page.index.overlapping(max(0, position - 1), position + 1)
    here = [mark for mark in near if _covers(page, mark, where, position)]
    return sorted(here, key=lambda mark: (mark.end - mark.start, mark.start, mark.id))


def _covers(page: Page, mark: Mark, where: QPointF, position: int) -> bool:
    near = TextRange(max(mark.start, position - 1), min(mark.end, position + 1))
    return any(rect.adjusted(-1, -2, 1, 12).contains(where) for rect in page.geometry.rects(near))
