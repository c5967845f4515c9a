"""A box that asks for one of the values that the library can be filtered by."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.core.facets import FacetValue
from desk.core.folding import folded
from desk.core.text import make_visible
from desk.ui.looks.theme import Theme
from desk.ui.saying import counted
from desk.ui.widgets.choices import Choice
from desk.ui.widgets.chooser import Chooser


class FacetChooser(Chooser):
    """Asks once, under a heading in the field, and goes."""

    chosen = Signal(object)
    """What `FacetValue.value` is"""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        values: Sequence[FacetValue],
        title: str,
        without: str,
    ) -> None:
        self._values = values
        self._without = without
        super().__init__(parent, theme, self._choices)
        self.field.setPlaceholderText(title)
        self.field.setAccessibleName(title)
        self.closed.connect(self.deleteLater)

    def take(self, choice: Choice, stay: bool) -> None:
        """Tell the value."""
        self.chosen.emit(choice.value)

    def _choices(self, typed: str) -> Sequence[Choice]:
        words = folded(typed).split()
        rows = [
            Choice(
                make_visible(value.words) or self._without,
                value.value,
                detail=counted(value.articles),
                colour=value.colour,
            )
            for value in self._values
            if all(word in folded(value.words or self._without) for word in words)
        ]
        return rows or [Choice(self.tr("Nothing on this desk is so."), None)]
