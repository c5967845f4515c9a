"""The tags of a passage as chips, each with a way to take it off."""

import itertools
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolButton, QWidget

from desk.core.text import make_visible
from desk.core.types import Tag
from desk.ui.actions.key_words import native
from desk.ui.looks.theme import Theme, fill_colour, line_colour
from desk.ui.widgets import draw
from desk.ui.widgets.flow_layout import FlowLayout
from desk.ui.widgets.parts import set_tip, text_button

HEIGHT = 22
MAX_WIDTH = 220
_NAME_LEFT = 26
_CROSS = 20


class Chip(QAbstractButton):
    """One tag; its cross, or Delete, takes it off."""

    removed = Signal(object)

    def __init__(self, tag: Tag, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.removed.emit(self.tag.id))
        self.set_tag(tag)

    def set_tag(self, tag: Tag) -> None:
        """Stand for this tag."""
        self.tag = tag
        self.setText(make_visible(tag.name))
        take_off = self.tr("Take off {tag}").format(tag=make_visible(tag.path))
        self.setAccessibleName(take_off)
        parts = (tag.description, f"{take_off} ({native('Del')})")
        set_tip(self, "\n".join(part for part in parts if part))

    def sizeHint(self) -> QSize:
        """Return the size of the whole name, up to a limit."""
        name = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(min(_NAME_LEFT + name + _CROSS + 2, MAX_WIDTH), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the size at which a few letters are left."""
        return QSize(64, HEIGHT)

    def hitButton(self, point: object) -> bool:  # noqa: N802 - Qt's name
        """Take off by the cross alone: a click on the name does no harm."""
        return self._cross().contains(point)  # type: ignore[call-overload, no-any-return]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take off by Delete or Backspace, as by the button's own keys."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(self.tag.id)
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Redraw the cross when the mouse comes near."""
        super().mouseMoveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(fill_colour(self.theme, self.tag.colour))
        ring = QPen(QColor(self.theme.accent), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen
        painter.setPen(ring)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, HEIGHT / 2 - 1, HEIGHT / 2 - 1)
        swatch = self._turned(QRect(10, (HEIGHT - draw.SWATCH) // 2, draw.SWATCH, draw.SWATCH))
        colour = line_colour(self.theme, self.tag.colour)
        draw.swatch(painter, swatch, colour, self.tag.pattern)
        name = self._turned(QRect(_NAME_LEFT, 0, self.width() - _NAME_LEFT - _CROSS, HEIGHT))
        painter.setPen(QColor(self.theme.text))
        draw.words(painter, name, self.text())
        painter.drawText(self._cross(), Qt.AlignmentFlag.AlignCenter, "×")
        painter.end()

    def _cross(self) -> QRect:
        return self._turned(QRect(self.width() - _CROSS, 0, _CROSS - 4, HEIGHT))

    def _turned(self, rect: QRect) -> QRect:
        return draw.mirrored(self.layoutDirection(), self.rect(), rect)


class Chips(QWidget):
    """All chips of a passage and "+ tag".

    Chips that are not needed are hidden for the next passage: to make one takes longer than to
    draw the frame.
    """

    tag_removed = Signal(object)
    add_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.add_button: QToolButton = text_button(
            self.tr("+ tag"), self.tr("Add a tag"), "passage.tag"
        )
        self.add_button.setFixedHeight(HEIGHT)
        self.add_button.clicked.connect(self.add_requested)
        self._layout = FlowLayout(self)
        self._layout.addWidget(self.add_button)
        self._shown: tuple[Tag, ...] = ()
        self._chips: list[Chip] = []

    def chips(self) -> list[Chip]:
        """Return the chips in their order."""
        return self._chips[: len(self._shown)]

    def set_tags(self, tags: Iterable[Tag]) -> None:
        """Show these tags."""
        fresh = tuple(tags)
        if fresh == self._shown:
            return
        focused = self._focused_place()
        self._shown = fresh
        for chip, tag in zip(self._chips, fresh, strict=False):
            chip.set_tag(tag)
            chip.show()
        for chip in self._chips[len(fresh) :]:
            chip.hide()
        if len(fresh) > len(self._chips):
            self._add_chips(fresh[len(self._chips) :])
        if focused is not None:
            self._focus(focused)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.theme = theme
        for chip in self._chips:
            chip.theme = theme
            chip.update()

    def _add_chips(self, tags: Iterable[Tag]) -> None:
        self._layout.removeWidget(self.add_button)
        for tag in tags:
            chip = Chip(tag, self.theme)
            chip.removed.connect(self.tag_removed)
            self._chips.append(chip)
            self._layout.addWidget(chip)
            chip.show()
        self._layout.addWidget(self.add_button)
        self._order_tabs()

    def _order_tabs(self) -> None:
        # Qt puts what is new at the end of the order of the window: bring it to where it stands.
        widgets: Sequence[QWidget] = [self._before_us(), *self._chips, self.add_button]
        for before, after in itertools.pairwise(widgets):
            QWidget.setTabOrder(before, after)

    def _before_us(self) -> QWidget:
        """Return what takes the keyboard before the chips do."""
        widget = self.previousInFocusChain()
        while widget and widget is not self and widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            widget = widget.previousInFocusChain()
        return widget or self

    def _focused_place(self) -> int | None:
        places = [place for place, chip in enumerate(self.chips()) if chip.hasFocus()]
        return places[0] if places else None

    def _focus(self, place: int) -> None:
        """Keep the keyboard here after the chip it was on is gone."""
        chips = self.chips()
        target = chips[min(place, len(chips) - 1)] if chips else self.add_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)
