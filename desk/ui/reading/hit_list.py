"""All hits of a search in the article, each in its line, one below the other.

The hits stand in one column, as in a concordance. Only the lines that show are made: there may be
20,000 hits in five megabytes.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QKeyEvent,
    QKeySequence,
    QLinearGradient,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from desk.core.concordance import InContext, in_context
from desk.core.offsets import Utf16Map
from desk.core.types import TextRange
from desk.ui.actions.digit_keys import tagging_digit
from desk.ui.article.geometry import cursor_x
from desk.ui.looks.theme import Theme
from desk.ui.widgets import draw
from desk.ui.widgets.clickable_list import ClickableList
from desk.ui.widgets.parts import set_hints
from desk.ui.widgets.viewports import lie_flat

ROW_HEIGHT = 24
LEAST_ROWS, MOST_ROWS = 3, 7

_EDGE = 10
_COLUMN = 0.38  # of a row's width that is before the hit
_FADE = 28  # pixels in which words fade that go on beyond the row
_ENDLESS = 1e6  # pixels: a line that never wraps
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_Index = QModelIndex | QPersistentModelIndex

# What acts on a hit as it does on selected words.
_DEEDS = frozenset(
    f"passage.{verb}" for verb in ("tag", "repeat", "highlight", "note", "untag", "remove")
)


class HitRows(QStringListModel):
    """The hits; Qt keeps as many empty strings, only to count them: see `ChoiceRows`."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._hits: Sequence[TextRange] = ()

    def show(self, text: str, hits: Sequence[TextRange]) -> None:
        """List the hits in a text."""
        self._text, self._hits = text, hits
        self.setStringList([""] * len(hits))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let rows be chosen, and not be written over."""
        return _FLAGS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the line of a hit, and its words to those who hear them."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.UserRole:
            return in_context(self._text, self._hits[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return in_context(self._text, self._hits[index.row()]).words
        return None


class HitDelegate(draw.RowDelegate):
    """Draws the line of a hit, with the hit in bold where all the others have theirs."""

    height = ROW_HEIGHT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row; words that have no room fade at its ends."""
        found: InContext = index.data(Qt.ItemDataRole.UserRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw.row_background(painter, option.rect, self.theme, chosen, focused)
        room = option.rect.adjusted(_EDGE, 2, -_EDGE, -2)
        painter.setClipRect(room)
        painter.setPen(QColor(self.theme.text))
        layout = _laid_out(found, option.font, self._look())
        middle = room.center().y() - layout.boundingRect().height() / 2 + 1
        layout.draw(painter, QPointF(_left(found, layout, room), middle))
        self._fade(painter, room, QColor(self.theme.row_selected if chosen else self.theme.panel))
        painter.restore()

    def _look(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        look.setForeground(QColor(self.theme.accent))
        return look

    def _fade(self, painter: QPainter, room: QRect, ground: QColor) -> None:
        clear = QColor(ground)
        clear.setAlpha(0)
        for outer, inner in (
            (room.left(), room.left() + _FADE),
            (room.right(), room.right() - _FADE),
        ):
            gradient = QLinearGradient(outer, 0, inner, 0)
            gradient.setColorAt(0, ground)
            gradient.setColorAt(1, clear)
            left, right = sorted((outer, inner))
            painter.fillRect(QRectF(left, room.top(), right - left + 1, room.height()), gradient)


def _laid_out(found: InContext, font: QFont, look: QTextCharFormat) -> QTextLayout:
    """Return the words in one line that begins at 0, whichever way they are read."""
    places = Utf16Map(found.words)
    hit = QTextLayout.FormatRange()
    hit.start = places.to_utf16(found.start)
    hit.length = places.to_utf16(found.end) - hit.start
    hit.format = look
    layout = QTextLayout(found.words, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(draw.direction_of(found.words))  # Qt would take that of the window
    layout.setTextOption(option)
    layout.setFormats([hit])
    layout.beginLayout()
    layout.createLine().setLineWidth(_ENDLESS)
    layout.endLayout()
    return layout


def _left(found: InContext, layout: QTextLayout, room: QRect) -> float:
    """Return where the line begins, so that the hit stands in its column."""
    places, line = Utf16Map(found.words), layout.lineAt(0)
    ends = sorted(cursor_x(line.cursorToX(places.to_utf16(at))) for at in (found.start, found.end))
    column = room.width() * _COLUMN
    if draw.direction_of(found.words) == Qt.LayoutDirection.RightToLeft:
        return room.right() - column - ends[1]
    return room.left() + column - ends[0]


class HitList(ClickableList):
    """The rows. The arrows walk along them, and the article goes with them."""

    walked = Signal(int)
    """The number of the hit that the keyboard or the mouse came to"""
    chosen = Signal(int)
    """The number of the hit to go to"""
    deed_wanted = Signal(int, object)
    """The number of a hit, and the QAction that is to act on it, or the digit of a tag (int)"""
    left = Signal()
    """Esc: back to where one was"""
    field_wanted = Signal()
    """Up, in the first row"""

    def __init__(self, theme: Theme, article: QWidget) -> None:
        """Make an empty list; the actions of `article` act on its hits by their own keys."""
        super().__init__()
        self._article = article
        self.rows = HitRows()
        self.delegate = HitDelegate(theme, self)
        self._follows = False
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Hits in the article"))
        set_hints(
            self,
            self.tr("1–9 tags the hit"),
            self.tr("{Enter}: go there"),
            self.tr("{Esc}: back to where you were"),
        )
        lie_flat(self)

    def fit(self, room: int) -> None:
        """Take as many rows as there are, within what an article of a height can spare."""
        spare = room // (4 * ROW_HEIGHT)
        seen = min(self.rows.rowCount(), max(LEAST_ROWS, min(MOST_ROWS, spare)))
        self.setFixedHeight(seen * ROW_HEIGHT)
        self.setVisible(seen > 0)

    def follow(self, number: int) -> None:
        """Make a hit the current row, in sight."""
        self._follows = True
        self.choose(self.rows.index(number))
        self._follows = False

    def currentChanged(self, now: _Index, before: _Index) -> None:  # noqa: N802 - Qt's name
        """Tell to which hit the reader came."""
        super().currentChanged(now, before)
        if now.isValid() and not self._follows:
            self.walked.emit(now.row())

    def on_plain_click(self, index: QModelIndex) -> None:
        """Go there."""
        self.chosen.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by Enter, back by Esc, to the field by Up in the first row; tag as in the article."""
        number = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Up and number <= 0:
            self.field_wanted.emit()
        elif number < 0:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(number)
        elif (deed := self._deed_of(event)) is not None:
            self.deed_wanted.emit(number, deed)
        else:
            super().keyPressEvent(event)

    def _deed_of(self, event: QKeyEvent) -> QAction | int | None:
        digit = tagging_digit(event, self.window())
        if digit is not None:
            return digit
        pressed = QKeySequence(event.keyCombination())
        deeds = (action for action in self._article.actions() if action.objectName() in _DEEDS)
        return next((deed for deed in deeds if pressed in deed.shortcuts()), None)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Look for nothing: that is what the field is for."""
