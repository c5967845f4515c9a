"""How the rows of a search are drawn: an article's title, a place with the hit set off in it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desk.core.text import make_visible
from desk.core.types import TextRange
from desk.ui.looks.theme import line_colour
from desk.ui.saying import listed
from desk.ui.search.result_rows import (
    RESULT_ROLE,
    Group,
    More,
    Result,
    brought_near,
    one_marked_line,
    place_word,
    words_of,
)
from desk.ui.widgets import draw
from desk.ui.widgets.text_lines import draw_lines

BOX = 13  # of the tick
_EDGE = 10
_TEXT_LEFT = 32
_LINES = 3
_GROUP_HEIGHT = 30
_MORE_HEIGHT = 28
_FOOT = 14
_GAP = 12
_SWATCHES = 5  # tags of a place whose colours are drawn
_WRAPPING = 1.08  # of a text's length, which is lost at the ends of lines

_Index = QModelIndex | QPersistentModelIndex


class ResultDelegate(draw.RowDelegate):
    """Draws groups in one line, and places in up to four."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return a height for as many lines as the words need, at most three."""
        row: Group | Result | More = index.data(RESULT_ROLE)
        if isinstance(row, Group):
            return QSize(80, _GROUP_HEIGHT)
        if isinstance(row, More):
            return QSize(80, _MORE_HEIGHT)
        metrics = option.fontMetrics
        room = max(80, option.rect.width() - _TEXT_LEFT - _EDGE)
        words, _ = _words_and_marks(row, option, room)
        needed = _WRAPPING * metrics.horizontalAdvance(words) / room
        lines = min(_LINES, 1 + int(needed))
        foot = _FOOT if _has_foot(row) else 0
        return QSize(80, lines * metrics.lineSpacing() + foot + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row: Group | Result | More = index.data(RESULT_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw.row_background(painter, option.rect, self.theme, chosen, focused)
        if isinstance(row, Group):
            self._draw_group(painter, option, row)
        elif isinstance(row, More):
            self._draw_more(painter, option, row)
        else:
            self._draw_result(painter, option, row)
        painter.restore()

    def _draw_group(self, painter: QPainter, option: QStyleOptionViewItem, group: Group) -> None:
        self._draw_box(painter, option, 8, group.is_ticked)
        room = option.rect.adjusted(_TEXT_LEFT, 0, -_EDGE, 0)
        room = draw.mirrored(option.direction, option.rect, room)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.text))
        title, marks = one_marked_line(group.title, group.marks)
        draw_lines(painter, room.adjusted(0, 6, 0, 0), title, 1, marks, self._look())

    def _draw_more(self, painter: QPainter, option: QStyleOptionViewItem, more: More) -> None:
        room = option.rect.adjusted(_TEXT_LEFT, 0, -_EDGE, 0)
        room = draw.mirrored(option.direction, option.rect, room)
        painter.setFont(draw.small_font(option.font))
        painter.setPen(QColor(self.theme.accent))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words_of(more))

    def _draw_result(self, painter: QPainter, option: QStyleOptionViewItem, row: Result) -> None:
        rect: QRect = option.rect
        self._draw_box(painter, option, 7, row.is_ticked)
        room = rect.adjusted(_TEXT_LEFT, 5, -_EDGE, 0)
        room = draw.mirrored(option.direction, rect, room)
        words, marks = _words_and_marks(row, option, room.width())
        metrics = option.fontMetrics
        painter.setFont(option.font)
        painter.setPen(QColor(self.theme.text))
        height = metrics.lineSpacing()
        lines = (rect.height() - _GAP - (_FOOT if _has_foot(row) else 0)) // height
        draw_lines(painter, room, words, lines, marks, self._look(), height)
        if _has_foot(row):
            self._draw_foot(painter, rect, row)

    def _draw_foot(self, painter: QPainter, rect: QRect, row: Result) -> None:
        """Draw the tags of a place with their colours, or else where it was found."""
        is_note = row.hit.where == "note"
        names = listed(make_visible(tag.name) for tag in row.tags)
        tags = () if is_note else row.tags[:_SWATCHES]
        painter.setFont(draw.small_font(painter.font()))
        painter.setPen(QColor(self.theme.muted))
        swatches = ((line_colour(self.theme, tag.colour), tag.pattern) for tag in tags)
        left = rect.left() + _TEXT_LEFT
        line = QRect(left, rect.bottom() - 19, rect.right() - _EDGE - left, 16)
        draw.tagged_line(painter, rect, line, swatches, names if tags else place_word(row.hit))

    def _draw_box(
        self, painter: QPainter, option: QStyleOptionViewItem, top: int, ticked: bool | None
    ) -> None:
        """Draw the box to tick, so many pixels below the top of its row; none for None."""
        if ticked is None:
            return
        box = QRect(option.rect.left() + _EDGE, option.rect.top() + top, BOX, BOX)
        box = draw.mirrored(option.direction, option.rect, box)
        painter.setPen(QPen(QColor(self.theme.accent if ticked else self.theme.muted), 1.2))
        painter.setBrush(QColor(self.theme.accent if ticked else self.theme.field))
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            painter.setPen(QPen(QColor(self.theme.field), 1.8))
            corner = QPointF(box.topLeft())
            tick = ((3.0, 6.8), (5.6, 9.4), (10.0, 4.0))
            painter.drawPolyline([corner + QPointF(x, y) for x, y in tick])

    def _look(self) -> QTextCharFormat:
        """Return how hits are set off: in bold and in the colour of what matters."""
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        look.setForeground(QColor(self.theme.accent))
        return look


def _words_and_marks(
    row: Result, option: QStyleOptionViewItem, width: int
) -> tuple[str, tuple[TextRange, ...]]:
    """Return what is drawn of a hit: enough of it that the hit is in sight."""
    words, marks = one_marked_line(row.hit.snippet, row.hit.marks)
    in_two_lines = 2 * width // max(1, option.fontMetrics.averageCharWidth())
    return brought_near(words, marks, in_two_lines)


def _has_foot(row: Result) -> bool:
    """Say whether a row tells its tags or where it was found; the text is what is expected."""
    return row.hit.where != "text" or bool(row.tags)
