"""What the drawn rows of several lists share: keycap, swatch, status dot, background, height."""

import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desk.core.types import Pattern, Status
from desk.ui.looks.theme import Theme

KEYCAP = 16
SWATCH = 10
SMALL_PIXELS = 11
CORNER = 6.0
_LEFT, _RIGHT = (
    side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
)
LOOKED_AT = 1000  # characters of a text that tell its direction


class RowDelegate(QStyledItemDelegate):
    """Draws rows in the colours of a theme, each `height` pixels high by default."""

    height: int

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return one height for all rows; the list gives them their width."""
        return QSize(80, self.height)


def small_font(font: QFont, bold: bool = False) -> QFont:
    """Return the font of keycaps and headings."""
    result = QFont(font)
    result.setPixelSize(SMALL_PIXELS)
    result.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return result


class Fonts:
    """The fonts of a list's rows, made once and not for each row: that takes half of its time."""

    def __init__(self, base: QFont) -> None:
        self.base = QFont(base)
        self.bold = QFont(base)
        self.bold.setWeight(QFont.Weight.DemiBold)
        self.tabular = tabular(base)
        self.figures = QFontMetrics(self.tabular)


def tabular(font: QFont) -> QFont:
    """Return the font with figures of one width, so that columns of numbers line up."""
    result = QFont(font)
    if hasattr(result, "setFeature"):  # Qt 6.7 and later
        result.setFeature(QFont.Tag("tnum"), 1)
    return result


def mirrored(direction: Qt.LayoutDirection, area: QRect, rect: QRect) -> QRect:
    """Return where a part of an area lies, which is given as if one read from left to right.

    `QStyle.visualRect` does the same, but the first look at QStyle makes its enums: 5 ms of a
    start.
    """
    if direction == Qt.LayoutDirection.LeftToRight:
        return QRect(rect)
    return rect.translated(area.left() + area.right() - rect.left() - rect.right(), 0)


def row_background(painter: QPainter, rect: QRect, theme: Theme, shown: bool, ring: bool) -> None:
    """Fill a chosen row with rounded corners; `ring` outlines the one that has the focus."""
    if not (shown or ring):
        return
    painter.setPen(QPen(QColor(theme.accent), 1) if ring else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.row_selected) if shown else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)


def words(
    painter: QPainter,
    rect: QRect,
    text: str,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """Draw one line of words; "…" stands for what has no room, at their end or as `elide` says.

    They begin where lines of the window begin, and read in their own direction.
    """
    ui = painter.layoutDirection()
    leftwards = ui == Qt.LayoutDirection.RightToLeft
    short = painter.fontMetrics().elidedText(text, elide, rect.width())
    own = direction_of(text)
    if own != ui:
        painter.setLayoutDirection(own)
    painter.drawText(rect, _RIGHT if leftwards else _LEFT, short)
    if own != ui:
        painter.setLayoutDirection(ui)


def keycap_width(text: str, font: QFont) -> int:
    """Return the width that a keycap needs; a single character gets a square."""
    return max(KEYCAP, QFontMetrics(small_font(font)).horizontalAdvance(text) + 8)


def keycap(painter: QPainter, rect: QRect, text: str, theme: Theme) -> None:
    """Draw a key as a small cap."""
    painter.save()
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.setBrush(QColor(theme.field))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setFont(small_font(painter.font()))
    painter.setPen(QColor(theme.muted))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def swatch(painter: QPainter, rect: QRect, colour: QColor, pattern: Pattern = "solid") -> None:
    """Draw a tag's colour in its pattern: a square, two bars, or four dots."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if pattern == "solid":
        painter.drawRoundedRect(QRectF(rect), 3, 3)
    for piece in _PIECES.get(pattern, ()):
        x, y, width, height, corner = piece
        painter.drawRoundedRect(QRectF(rect.x() + x, rect.y() + y, width, height), corner, corner)
    painter.restore()


def tagged_line(
    painter: QPainter,
    area: QRect,
    line: QRect,
    swatches: Iterable[tuple[QColor, Pattern]],
    text: str,
) -> None:
    """Draw swatches and words after them in a line of an area, from where lines begin."""
    direction = painter.layoutDirection()
    for colour, pattern in swatches:
        middle = line.top() + (line.height() - SWATCH) // 2
        spot = QRect(line.left(), middle, SWATCH, SWATCH)
        swatch(painter, mirrored(direction, area, spot), colour, pattern)
        line = line.adjusted(SWATCH + 4, 0, 0, 0)
    words(painter, mirrored(direction, area, line), text)


# x, y, width, height, corner inside a square of SWATCH pixels
_PIECES: dict[str, tuple[tuple[float, float, float, float, float], ...]] = {
    "dash": ((0, 0, 4.2, 10, 1.5), (5.8, 0, 4.2, 10, 1.5)),
    "dot": ((0, 0, 4.2, 4.2, 2.1), (5.8, 0, 4.2, 4.2, 2.1),
            (0, 5.8, 4.2, 4.2, 2.1), (5.8, 5.8, 4.2, 4.2, 2.1)),
}  # fmt: skip


def status_dot(painter: QPainter, centre: QPointF, status: Status, theme: Theme) -> None:
    """Draw a ring for unread, a half-filled ring for reading, a full disc for done.

    Pen and brush are others afterwards.
    """
    colour = QColor(theme.muted if status == "done" else theme.accent)
    radius = 4.0
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(QBrush(colour) if status == "done" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(centre, radius, radius)
    if status == "reading":
        painter.setBrush(colour)
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.drawPie(box, 90 * 16, 180 * 16)  # in sixteenths of a degree: the left half


def chevron(painter: QPainter, rect: QRect, theme: Theme, expanded: bool, turned: bool) -> None:
    """Draw the mark of a row that opens: pointing down when open, else to the line's end."""
    painter.save()
    painter.setPen(QPen(QColor(theme.muted), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(QRectF(rect).center())
    painter.rotate(90 if expanded else 180 if turned else 0)
    painter.drawPolyline([QPointF(-1.5, -3.5), QPointF(2, 0), QPointF(-1.5, 3.5)])
    painter.restore()


def direction_of(text: str) -> Qt.LayoutDirection:
    """Return the direction of the first letter that has one."""
    kinds = (unicodedata.bidirectional(letter) for letter in text[:LOOKED_AT])
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), "L")
    return Qt.LayoutDirection.LeftToRight if first == "L" else Qt.LayoutDirection.RightToLeft
