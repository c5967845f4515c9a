"""What a list is filtered by: a chip for each thing, and one click takes it away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from desk.ui.widgets.flow_layout import FlowLayout
from desk.ui.widgets.parts import text_button

_LONGEST = 180  # pixels of words on one chip


class FilterChips(QWidget):
    """Chips in as many lines as they need; hidden where there are none."""

    dropped = Signal(object)
    """What a chip stood for"""

    def __init__(self, after: QWidget, told: str = "") -> None:
        """Make an empty row, to which Tab leads from a widget.

        `told` is the tooltip of a chip, with "{words}" in it.
        """
        super().__init__()
        self._after = after
        self._told = told or self.tr("Filtered by: {words}. Click to take it away")
        self._flow = FlowLayout(self, 4)
        self.shown: list[QToolButton] = []
        self.hide()

    def have_keyboard(self) -> bool:
        """Say whether the keyboard is on a chip, and has to go elsewhere when that goes."""
        return any(chip.hasFocus() for chip in self.shown)

    def show_chips(self, chips: Sequence[tuple[str, object]]) -> None:
        """Show these words, each with what it stands for."""
        for chip in self.shown:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()  # it may be the one that is being clicked
        self.shown = [self._chip(words, value) for words, value in chips]
        before = self._after
        for chip in self.shown:
            self._flow.addWidget(chip)
            chip.show()
            self.setTabOrder(before, chip)
            before = chip
        self.setVisible(bool(chips))

    def _chip(self, words: str, value: object) -> QToolButton:
        told = self._told.format(words=words)
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, _LONGEST)
        chip = text_button(f"{short.replace('&', '&&')}  ×", told)
        chip.setObjectName("filter-chip")
        chip.clicked.connect(lambda: self.dropped.emit(value))
        return chip
