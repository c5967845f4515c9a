"""One article as it is on the screen: its document, its passages and where everything lies."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument

from desk.core.blanks import find_blanks
from desk.core.offsets import Utf16Map
from desk.core.ranges import RangeIndex
from desk.core.text import line_starts
from desk.core.types import Article, Mark, PassageId, Tag, TagId, TextRange
from desk.ui.article.document import build_document, has_colours
from desk.ui.article.geometry import Geometry
from desk.ui.article.inks import Inks
from desk.ui.article.painting import Highlights
from desk.ui.looks.appearance import Appearance
from desk.ui.widgets.draw import direction_of


class Page:
    """Holds an article's text, document, passages and drawings together."""

    def __init__(
        self,
        article: Article,
        marks: RangeIndex[Mark],
        tags: Mapping[TagId, Tag],
        appearance: Appearance,
        top: float,
    ) -> None:
        self.article = article
        self.leftwards = direction_of(article.text) == Qt.LayoutDirection.RightToLeft
        self.index = marks
        self.offsets = Utf16Map(article.text)
        self.starts = line_starts(article.text)
        self._blanks = find_blanks(article.text, self.starts)
        self._tags = tags
        self._selected: PassageId | None = None
        self._fades: Callable[[Mark], bool] | None = None
        self.dress(appearance, top)

    def dress(self, appearance: Appearance, top: float) -> None:
        """Build the document anew for an appearance, with `top` pixels left free above it."""
        self.appearance = appearance
        text, styles = self.article.text, self.article.styles
        self.document: QTextDocument = build_document(
            text, styles, appearance, self.offsets, self._blanks, top
        )
        self.geometry = Geometry(self.document, text, self.starts, self.offsets)
        self.inks = Inks(appearance.theme, self._tags)
        self.highlights = Highlights(self.geometry, self.index, self.inks, appearance.size_px)
        self.highlights.selected = self._selected
        self.highlights.fades = self._fades

    def recolour(self, appearance: Appearance) -> bool:
        """Take on another theme without another document; say whether that is enough."""
        same_letters = appearance._replace(theme=self.appearance.theme) == self.appearance
        if not same_letters or has_colours(self.article.styles):
            return False
        self.appearance = appearance
        self.set_tags(self._tags)
        return True

    @property
    def selected(self) -> PassageId | None:
        """Return the passage that is drawn as selected."""
        return self._selected

    def select(self, passage_id: PassageId | None) -> None:
        """Draw a passage as selected, or none."""
        self._selected = self.highlights.selected = passage_id

    def set_fading(self, fades: Callable[[Mark], bool] | None) -> None:
        """Draw some passages faintly, so that others stand out."""
        self._fades = self.highlights.fades = fades

    def step(self, position: int, move: QTextCursor.MoveOperation) -> int:
        """Return the position to which a caret would move; a letter is one as readers see it."""
        cursor = QTextCursor(self.document)
        cursor.setPosition(self.offsets.to_utf16(position))
        cursor.movePosition(move)
        return self.offsets.to_points(cursor.position())

    def reads_leftwards(self, position: int) -> bool:
        """Say whether the paragraph at a position is written from right to left."""
        block = self.document.findBlock(self.offsets.to_utf16(position))
        return block.textDirection() == Qt.LayoutDirection.RightToLeft

    @property
    def text(self) -> str:
        """Return the article's text as it is stored."""
        return self.article.text

    def set_tags(self, tags: Mapping[TagId, Tag]) -> None:
        """Draw with other names and colours."""
        self._tags = tags
        self.inks = self.highlights.inks = Inks(self.appearance.theme, tags)

    def change(self, marks: Iterable[Mark], removed: Iterable[PassageId]) -> None:
        """Take in passages that came, changed or went."""
        for passage_id in removed:
            if passage_id in self.index:
                self.index.remove(passage_id)
        for mark in marks:
            if mark.id in self.index:
                self.index.replace(mark)
            else:
                self.index.add(mark)

    def range_of(self, start: int, end: int) -> TextRange:
        """Return the range in the article of a UTF-16 range of the document."""
        return TextRange(self.offsets.to_points(start), self.offsets.to_points(end))
