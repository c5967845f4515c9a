"""The bar that appears where the mouse ended a selection: one click tags."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desk.core.text import make_visible
from desk.core.types import Tag
from desk.ui.looks.theme import Theme, line_colour
from desk.ui.widgets import draw
from desk.ui.widgets.parts import set_tip
from desk.ui.widgets.shadow import Shadow

LONGEST_NAME = 120
"""Pixels; a longer name of a tag is cut"""

_BUTTON_HEIGHT = 26
_EDGE = 8
_LINE = 28


class BarButton(QToolButton):
    """Swatch (for a tag), words and key."""

    def __init__(self, words: str, keys: str, theme: Theme, tag: Tag | None = None) -> None:
        super().__init__()
        self.keys = keys
        self.theme = theme
        self.tag = tag
        self.setText(words)
        self.setAccessibleName(words)
        tip = f"{words}\n{tag.description}" if tag and tag.description else words
        set_tip(self, tip, keys)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the article
        self.setAutoRaise(True)

    def sizeHint(self) -> QSize:
        """Return the room for all parts."""
        keys = QFontMetrics(draw.small_font(self.font())).horizontalAdvance(self.keys)
        return QSize(self._text_left() + self._text_width() + 5 + keys + 8, _BUTTON_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same: nothing here is left out."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the parts from the side where reading starts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw.row_background(painter, self.rect(), self.theme, self.underMouse(), ring=False)
        if self.tag:
            middle = (self.height() - draw.SWATCH) // 2
            spot = self._turned(QRect(_EDGE, middle, draw.SWATCH, draw.SWATCH))
            colour = line_colour(self.theme, self.tag.colour)
            draw.swatch(painter, spot, colour, self.tag.pattern)
        left, width = self._text_left(), self._text_width()
        place = self._turned(QRect(left, 0, width, self.height()))
        painter.setPen(QColor(self.theme.text))
        draw.words(painter, place, self.text())
        painter.setFont(draw.small_font(self.font()))
        painter.setPen(QColor(self.theme.muted))
        rest = self._turned(QRect(left + width + 5, 0, self.width() - left - width, self.height()))
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self.keys)
        painter.end()

    def _text_left(self) -> int:
        return _EDGE + (draw.SWATCH + 8 if self.tag else 0)

    def _text_width(self) -> int:
        return min(self.fontMetrics().horizontalAdvance(self.text()) + 2, LONGEST_NAME)

    def _turned(self, rect: QRect) -> QRect:
        return draw.mirrored(self.layoutDirection(), self.rect(), rect)


class SelectionBar(QFrame):
    """The tags that have a number key, then Tag…, Note, Copy."""

    put = Signal(object)
    """TagId"""
    tag_requested = Signal()
    note_requested = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.theme = theme
        self._home = parent
        self._buttons: list[BarButton] = []
        self._tags: tuple[Tag, ...] = ()
        self._keys = ("T", "N", "Ctrl+C")
        self.up = _LINE  # pixels from the point up to where the selection begins
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(4, 4, 4, 4)
        self._layout.setSpacing(2)
        self.setObjectName("selectionBar")
        self.setAccessibleName(self.tr("Tag the selection"))
        self._shadow = Shadow(self, theme)
        self.set_theme(theme)
        self.hide()

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Offer those of the tags that have a number key, in the order of the keys."""
        pinned = [tag for tag in tags if tag.number_key is not None]
        fresh = tuple(sorted(pinned, key=lambda tag: ((tag.number_key or 10), tag.id)))
        if fresh != self._tags:
            self._tags = fresh
            if self.isVisible():
                self._fill()

    def set_keys(self, key: Callable[[str], str]) -> None:
        """Show the keys that `key` returns for the names of the verbs."""
        self._keys = (key("passage.tag"), key("passage.note"), key("edit.copy"))

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.theme = theme
        self._shadow.set_theme(theme)
        if self.isVisible():
            self._fill()

    def show_at(self, point: QPoint) -> None:
        """Appear below a point of the parent, or above it, never outside the parent."""
        self._fill()
        room = self._home.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        left = min(max(room.left(), point.x() - self.width() // 2), room.right() - self.width())
        top = point.y() + 8
        if top + self.height() > room.bottom():
            top = point.y() - self.up - self.height() - 8
        self.move(max(room.left(), left), max(room.top(), top))
        self.show()
        self.raise_()

    def buttons(self) -> list[BarButton]:
        """Return what can be clicked, in its order."""
        return list(self._buttons)

    def _fill(self) -> None:
        while item := self._layout.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()  # it may be the one that is being clicked
        self._buttons = []
        verbs = self._verbs()
        room = self._home.width() - 2 * _EDGE - 8
        room -= sum(button.sizeHint().width() + 2 for button in verbs) + 9
        for tag in self._tags:
            button = BarButton(make_visible(tag.name), str(tag.number_key), self.theme, tag)
            room -= button.sizeHint().width() + 2
            if room < 0:
                break
            button.clicked.connect(partial(self.put.emit, tag.id))
            self._add(button)
        if self._layout.count():
            self._show_in_row(self._line())
        for button in verbs:
            self._add(button)
        self.adjustSize()

    def _add(self, button: BarButton) -> None:
        self._show_in_row(button)
        self._buttons.append(button)

    def _show_in_row(self, part: QWidget) -> None:
        """Add a part and show it now: in a bar that stands, Qt would do so only after it fits."""
        self._layout.addWidget(part)
        part.show()

    def _verbs(self) -> list[BarButton]:
        keys = self._keys
        tag = BarButton(self.tr("Tag…"), keys[0], self.theme)
        note = BarButton(self.tr("Note"), keys[1], self.theme)
        copy = BarButton(self.tr("Copy"), keys[2], self.theme)
        tag.clicked.connect(self.tag_requested)
        note.clicked.connect(self.note_requested)
        copy.clicked.connect(self.copy_requested)
        return [tag, note, copy]

    def _line(self) -> QFrame:
        line = QFrame()
        line.setFixedSize(1, 18)
        line.setStyleSheet(f"background: {self.theme.line};")
        return line
