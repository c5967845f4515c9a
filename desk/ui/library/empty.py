"""What the library says where there is nothing to list."""

from PySide6.QtCore import Signal

from desk.core.message import message
from desk.core.text import make_visible
from desk.ui.saying import said
from desk.ui.widgets.parts import EmptyState


class EmptyLibrary(EmptyState):
    """Says why nothing is there, and what to do about it."""

    add_requested = Signal()
    all_requested = Signal()
    """Nothing is to be hidden any more"""

    def __init__(self) -> None:
        super().__init__("", self.tr("Add files…"))
        self._hides_some = False
        self.button.clicked.connect(self._act)

    def explain(self, searched: str, is_filtered: bool) -> None:
        """Take the words in the field, and whether there is a filter."""
        self._hides_some = is_filtered or bool(searched)
        self.button.setText(self._deed(bool(searched), is_filtered))
        self.set_words(self._words(make_visible(searched), is_filtered))

    def _deed(self, is_searched: bool, is_filtered: bool) -> str:
        if is_searched and is_filtered:
            return self.tr("Search everything")
        return self.tr("Show all") if self._hides_some else self.tr("Add files…")

    def _act(self) -> None:
        (self.all_requested if self._hides_some else self.add_requested).emit()

    def _words(self, searched: str, is_filtered: bool) -> str:
        if is_filtered and searched:
            words = self.tr("Nothing was found for “{words}” in what the filter shows.")
            return words.format(words=searched)
        if is_filtered:
            return self.tr("No article fits the filter.")
        if searched:
            return said(
                message(
                    "Nothing was found for “{words}”. {Esc} in the field shows all.",
                    words=searched,
                )
            )
        return self.tr(
            "Nothing to read yet. Drop files or folders here, or paste with {edit.paste}."
        )
