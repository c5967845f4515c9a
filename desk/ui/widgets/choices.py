"""Rows to choose from: words, a swatch, keys; and how they are drawn."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QStringListModel,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from desk.core.types import Pattern
from desk.ui.looks.theme import Theme, line_colour
from desk.ui.saying import listed
from desk.ui.widgets import draw
from desk.ui.widgets.parts import plain_tip
from desk.ui.widgets.viewports import lie_flat

ROW_HEIGHT = 28

_EDGE = 8
_INDENT = 16
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_Index = QModelIndex | QPersistentModelIndex


class Choice(NamedTuple):
    """One row; `value` is what it stands for, None for words that only tell.

    `keys` are parted by ", ". `depth` counts the rows that it lies under.
    """

    text: str
    value: object
    detail: str = ""
    keys: str = ""
    colour: str = ""
    pattern: Pattern = "solid"
    ticked: bool = False
    tip: str = ""
    depth: int = 0


class ChoiceRows(QStringListModel):
    """The rows that fit.

    Qt keeps as many empty strings, only to count the rows: a list of 100 asks for their number
    1,000 times at each key, which takes half a millisecond where Python answers.
    """

    def __init__(self) -> None:
        super().__init__()
        self.choices: Sequence[Choice] = ()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show these; where there are as many as before, only those that differ are drawn."""
        before, self.choices = self.choices, choices
        if len(before) != len(choices):
            self.setStringList([""] * len(choices))
            return
        pairs = enumerate(zip(before, choices, strict=True))
        differing = [row for row, (old, new) in pairs if old is not new and old != new]
        if differing:
            self.dataChanged.emit(self.index(differing[0]), self.index(differing[-1]))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let rows be chosen, and not be written over."""
        return _FLAGS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a row shows and says."""
        choice = self.choices[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return choice.text
            case Qt.ItemDataRole.UserRole:
                return choice
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(choice.tip)
            case Qt.ItemDataRole.AccessibleTextRole:
                return listed(filter(None, _spoken(choice)))
        return None


def _spoken(choice: Choice) -> list[str]:
    """Say what a row shows to those who hear it."""
    ticked = QCoreApplication.translate("ChoiceRows", "put on already") if choice.ticked else ""
    keys = QCoreApplication.translate("ChoiceRows", "key {keys}").format(keys=choice.keys)
    return [choice.text, ticked, choice.detail, keys if choice.keys else ""]


class ChoiceDelegate(draw.RowDelegate):
    """Draws swatch, text, what is to say about it, and its key."""

    height = ROW_HEIGHT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row, from both ends to the middle."""
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        painter.setFont(option.font)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        draw.row_background(painter, option.rect, self.theme, selected, ring=False)
        room = option.rect.adjusted(_EDGE + _INDENT * choice.depth, 0, -_EDGE, 0)
        if choice.colour:
            self._draw_swatch(painter, option, choice, room)
        if choice.keys:
            self._draw_keys(painter, option, choice, room)
        if choice.ticked:
            self._draw_tick(painter, option, room)
        self._draw_words(painter, option, choice, room)
        painter.restore()

    # Each of these takes what it needs off the room that is left for the words.

    def _draw_swatch(
        self, painter: QPainter, option: QStyleOptionViewItem, choice: Choice, room: QRect
    ) -> None:
        spot = QRect(room.left(), room.center().y() - 4, draw.SWATCH, draw.SWATCH)
        colour = line_colour(self.theme, choice.colour)
        draw.swatch(painter, _turned(option, spot), colour, choice.pattern)
        room.setLeft(room.left() + draw.SWATCH + 8)

    def _draw_keys(
        self, painter: QPainter, option: QStyleOptionViewItem, choice: Choice, room: QRect
    ) -> None:
        for cap in reversed(choice.keys.split(", ")):
            width = draw.keycap_width(cap, option.font)
            left = room.right() - width
            place = QRect(left, room.center().y() - 8, width, draw.KEYCAP)
            draw.keycap(painter, _turned(option, place), cap, self.theme)
            room.setRight(left - 4)

    def _draw_tick(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect) -> None:
        place = QRect(room.right() - 16, room.top(), 16, room.height())
        painter.setPen(QColor(self.theme.accent))
        painter.drawText(_turned(option, place), Qt.AlignmentFlag.AlignCenter, "✓")
        room.setRight(room.right() - 20)

    def _draw_words(
        self, painter: QPainter, option: QStyleOptionViewItem, choice: Choice, room: QRect
    ) -> None:
        metrics = painter.fontMetrics()
        wanted = metrics.horizontalAdvance(choice.detail) + 12 if choice.detail else 0
        detail = min(wanted, room.width() // 2)
        width = min(metrics.horizontalAdvance(choice.text) + 1, room.width() - detail)
        place = QRect(room.left(), room.top(), width, room.height())
        painter.setPen(QColor(self.theme.text if choice.value is not None else self.theme.muted))
        draw.words(painter, _turned(option, place), choice.text, Qt.TextElideMode.ElideMiddle)
        if choice.detail:
            painter.setPen(QColor(self.theme.muted))
            draw.words(painter, _turned(option, room.adjusted(width + 12, 0, 0, 0)), choice.detail)


def _turned(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    return draw.mirrored(option.direction, option.rect, rect)


class ChoiceList(QListView):
    """The rows as a list, which leaves the keyboard to the field above it and follows the mouse."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = ChoiceRows()
        self.delegate = ChoiceDelegate(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.entered.connect(self.setCurrentIndex)
        lie_flat(self)
