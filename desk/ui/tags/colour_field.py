"""The palette of tags as a row of swatches with names."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from desk.core.colours import PALETTE
from desk.core.types import Pattern
from desk.ui.looks.theme import Theme, line_colour
from desk.ui.widgets import draw
from desk.ui.words import noop

SIZE = 28

NAMES: dict[str, str] = {
    "#E69F00": noop("colours", "orange"),
    "#0072B2": noop("colours", "blue"),
    "#009E73": noop("colours", "green"),
    "#CC79A7": noop("colours", "pink"),
    "#D55E00": noop("colours", "vermilion"),
    "#56B4E9": noop("colours", "sky blue"),
    "#7A5CC4": noop("colours", "violet"),
    "#B59F00": noop("colours", "mustard"),
    "#2A9D8F": noop("colours", "teal"),
    "#7F8790": noop("colours", "grey"),
}


class ColourButton(QAbstractButton):
    """One colour; arrow keys go to the next."""

    def __init__(self, colour: str, theme: Theme) -> None:
        super().__init__()
        self.colour = colour
        self.theme = theme
        self.pattern: Pattern = "solid"
        name = NAMES.get(colour)
        words = QCoreApplication.translate("colours", name) if name else colour
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedSize(SIZE, SIZE)

    def sizeHint(self) -> QSize:
        """Return the size of all of them."""
        return QSize(SIZE, SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the swatch; the chosen one has a frame, the one with the keyboard a ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.hasFocus():
            colour = self.theme.accent if self.hasFocus() else self.theme.text
            painter.setPen(QPen(QColor(colour), 2 if self.isChecked() else 1))
            painter.drawRoundedRect(frame, draw.CORNER, draw.CORNER)
        painter.translate(SIZE / 2, SIZE / 2)
        painter.scale(1.6, 1.6)
        half = draw.SWATCH // 2
        square = QRect(-half, -half, draw.SWATCH, draw.SWATCH)
        draw.swatch(painter, square, line_colour(self.theme, self.colour), self.pattern)
        painter.end()


class ColourField(QWidget):
    """The palette, and the present colour where it is not of the palette."""

    changed = Signal()

    def __init__(self, theme: Theme, chosen: str) -> None:
        super().__init__()
        colours = [colour.hex for colour in PALETTE]
        if chosen.upper() not in colours:
            colours.append(chosen)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.buttons = [ColourButton(colour, theme) for colour in colours]
        for button in self.buttons:
            button.setChecked(button.colour.upper() == chosen.upper())
            button.toggled.connect(self.changed)
            layout.addWidget(button)
        layout.addStretch(1)

    def colour(self) -> str:
        """Return the chosen colour."""
        return next(button.colour for button in self.buttons if button.isChecked())

    def set_pattern(self, pattern: Pattern) -> None:
        """Show the colours in this pattern."""
        for button in self.buttons:
            button.pattern = pattern
            button.update()
