"""A box that asks for one tag."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.core.tag_match import TagFinder
from desk.core.text import make_visible
from desk.core.types import Tag
from desk.ui.looks.theme import Theme
from desk.ui.widgets.choices import Choice
from desk.ui.widgets.chooser import Chooser


class TagChooser(Chooser):
    """Asks once, under a heading in the field, and goes."""

    chosen = Signal(object)
    """TagId"""

    def __init__(self, parent: QWidget, theme: Theme, tags: Sequence[Tag], words: str) -> None:
        self._finder = TagFinder(tags)
        super().__init__(parent, theme, self._choices)
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.closed.connect(self.deleteLater)

    def take(self, choice: Choice, stay: bool) -> None:
        """Tell the tag."""
        self.chosen.emit(choice.value)

    def _choices(self, typed: str) -> Sequence[Choice]:
        found = self._finder.rank(typed)
        rows = [self._choice(tag) for tag in found]
        return rows or [Choice(self.tr("No tag has this name."), None)]

    def _choice(self, tag: Tag) -> Choice:
        detail = make_visible(" ".join(tag.description.split()))
        return Choice(make_visible(tag.path), tag.id, detail, "", tag.colour, tag.pattern)
