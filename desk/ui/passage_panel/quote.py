"""A passage's words in a few lines, with a bar in the colour of its tag."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from desk.core.text import make_visible
from desk.ui.widgets.parts import set_tip

LINES = 6
FAMILIES = ("Noto Serif", "Georgia", "Charter", "Times New Roman", "serif")

_LONGEST = 1200  # code points: more than any width shows in so few lines
_BAR = 3
_INDENT = 13
_LEADING = 1.25


class Quote(QLabel):
    """At most `LINES` lines of a quote; where it is longer it ends in "…"."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._bar = QColor()
        font = QFont(self.font())
        font.setFamilies(list(FAMILIES))
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPixelSize(14)
        self.setFont(font)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """Return what is shown, as far as there is room."""
        return self._text

    def set_quote(self, quote: str) -> None:
        """Show these words."""
        self._text = make_visible(" ".join(quote[:_LONGEST].split()))
        self.setAccessibleName(self._text)
        set_tip(self, self._text)
        self.updateGeometry()
        self.update()

    def set_bar(self, colour: QColor) -> None:
        """Draw the bar in this colour."""
        self._bar = colour
        self.update()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the lines at this width."""
        lines = self._lay_out(width).lineCount()
        return round(max(1, min(lines, LINES)) * self._line_height())

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar and the lines."""
        painter = QPainter(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        bar_left = self.width() - _BAR if mirrored else 0
        painter.fillRect(bar_left, 0, _BAR, self.height(), self._bar)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        layout = self._lay_out(self.width())
        for number in range(min(layout.lineCount(), LINES)):
            line = layout.lineAt(number)
            place = QPointF(0 if mirrored else _INDENT, number * self._line_height())
            if number == LINES - 1 and layout.lineCount() > LINES:
                self._draw_elided(painter, place, line)
            else:
                line.draw(painter, place - line.position())
        painter.end()

    def _draw_elided(self, painter: QPainter, place: QPointF, line: QTextLine) -> None:
        units = self._text.encode("utf-16-le")[2 * line.textStart() :]  # Qt counts in these
        rest = units.decode("utf-16-le")
        metrics = self.fontMetrics()
        width = self.width() - _INDENT
        short = metrics.elidedText(rest[:400], Qt.TextElideMode.ElideRight, width)
        painter.drawText(place + QPointF(0, metrics.ascent()), short)

    def _line_height(self) -> float:
        return self.fontMetrics().height() * _LEADING

    def _lay_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        for _ in range(LINES + 1):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width - _INDENT, 20))
        layout.endLayout()
        return layout
