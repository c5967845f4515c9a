"""A box that asks for one tag."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.core.text import make_visible
from desk.core.types import Tag
from desk.ui.choices import Choice
from desk.ui.chooser import Chooser
from desk.ui.theme import Theme


class TagChooser(Chooser):
    """Asks once, under a heading in the field, and goes."""

    chosen = Signal(object)
    """TagId"""

    def __init__(self, parent: QWidget, theme: Theme, tags: Sequence[Tag], words: str) -> None:
        self._tags = tags
        super().__init__(parent, theme, self._choices)
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.closed.connect(self.deleteLater)

    def take(self, choice: Choice, stay: bool) -> None:
        """Tell the tag."""
        self.chosen.emit(choice.value)

    def _choices(self, typed: str) -> Sequence[Choice]:
        from desk.core import tag_match  # late: rapidfuzz, which the first frame can do without

        found = tag_match.rank(self._tags, typed)
        rows = [
            Choice(make_visible(t.path), t.id, colour=t.colour, pattern=t.pattern) for t in found
        ]
        return rows or [Choice(self.tr("No tag is called so."), None)]
