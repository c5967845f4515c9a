"""How the reader likes an article to look: theme, letters, spacing, width of the column."""

from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

from desk.ui.looks.theme import Theme

# The first that is installed is taken; Qt's own choice of a serif where none is.
SERIFS = ("Noto Serif", "Charter", "Iowan Old Style", "Georgia", "Cambria", "DejaVu Serif")
TITLE_PIXELS = 28
META_PIXELS = 13

_SAMPLE = "A line of ordinary words, such as these, tells how wide a character is on average. "


class Appearance(NamedTuple):
    """Everything the article view needs to know about looks.

    `family` empty means the best serif that is installed. `size_px` is the height of the
    letters in pixels, `line_height` a multiple of it, `columns` the width of a line in
    average characters.
    """

    theme: Theme
    family: str = ""
    size_px: float = 17
    line_height: float = 1.8
    columns: int = 70

    def font(self, scale: float = 1.0) -> QFont:
        """Return the font of the text, or of something `scale` times as large."""
        font = QFont()
        font.setFamilies([self.family, *SERIFS] if self.family else list(SERIFS))
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPixelSize(max(1, round(self.size_px * scale)))
        return font

    def title_font(self) -> QFont:
        """Return the font of an article's title; it grows with the text."""
        return self.font(TITLE_PIXELS / 17)

    def column_width(self) -> int:
        """Return the width in pixels of a line of `columns` characters."""
        average = QFontMetricsF(self.font()).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        return round(average * self.columns)

    def line_gap(self) -> float:
        """Return the pixels between two lines of text; lanes are drawn there."""
        return max(8.0, self.size_px * self.line_height - QFontMetricsF(self.font()).height())

    def paragraph_gap(self) -> float:
        """Return the pixels between two paragraphs, beyond the gap of lines."""
        return round(self.size_px * 0.8)
