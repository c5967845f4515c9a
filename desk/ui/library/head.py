"""The line over the list of the library: how much is done, and the ways to filter, sort and add."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.looks.theme import Theme, icon
from desk.ui.saying import counted
from desk.ui.widgets.parts import MARGIN, Heading, ShorterLabel, heading_row, icon_button


class LibraryHead(QWidget):
    """Heading, progress and buttons; below them what the library is filtered by."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.progress = ShorterLabel()
        self.filter_button = icon_button(
            "filter", theme, self.tr("Filter the library"), "library.filter"
        )
        self.filter_button.setCheckable(True)
        self.sort_button = icon_button("sort", theme, self.tr("Sort the library"), "library.sort")
        self.add_button = icon_button(
            "plus", theme, self.tr("Add articles from files"), "library.add"
        )
        buttons = (self.filter_button, self.sort_button, self.add_button)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        heading = Heading(self.tr("Library"))
        self._line = QWidget()
        self._line.setLayout(heading_row(heading, self.progress, *buttons))
        self._layout.addWidget(self._line)

    def show_filter_alone(self, alone: bool) -> None:
        """Show nothing but what the library is filtered by: it holds for a search too."""
        self._line.setVisible(not alone)

    def set_chips(self, chips: QWidget) -> None:
        """Take the widget that shows what the library is filtered by."""
        chips.setContentsMargins(MARGIN, 0, MARGIN, 4)
        self._layout.addWidget(chips)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.add_button.setIcon(icon("plus", theme))
        self.filter_button.setIcon(icon("filter", theme))
        self.sort_button.setIcon(icon("sort", theme))

    def show_state(self, done: int, total: int, is_filtered: bool) -> None:
        """Say how many articles of the library are done."""
        words = self.tr("{done} of {total} done").format(done=counted(done), total=counted(total))
        shorter = f"{counted(done)}/{counted(total)}"
        self.progress.set_words(words if total else "", shorter if total else "")
        self.filter_button.setChecked(is_filtered)
