"""What the passage panel shows of a passage: quote, tags, note."""

from collections.abc import Mapping

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk.core.types import Passage, Tag, TagId
from desk.ui.looks.theme import Theme, line_colour
from desk.ui.passage_panel.chips import Chips
from desk.ui.passage_panel.note_field import NoteField
from desk.ui.passage_panel.quote import Quote
from desk.ui.widgets.parts import MARGIN, KeyedLabel, set_margins


class PassageBody(QWidget):
    """The passage with its note; or a note that is on something else, and what that is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._passage: Passage | None = None
        self._tags: Mapping[TagId, Tag] = {}
        self.quote = Quote()
        self.misplaced = QLabel(
            self.tr("The article no longer holds these words at this place. Nothing was changed.")
        )
        self.misplaced.setWordWrap(True)
        self.chips = Chips(theme)
        self.note = NoteField()
        self.about = KeyedLabel()
        layout = QVBoxLayout(self)
        set_margins(layout, MARGIN + 2, 2, MARGIN, MARGIN)
        layout.setSpacing(10)
        for part in (self.quote, self.misplaced, self.chips):
            layout.addWidget(part)
        layout.addWidget(self.note, 1)
        layout.addWidget(self.about)

    def show_passage(self, passage: Passage, tags: Mapping[TagId, Tag]) -> None:
        """Show a passage's quote and tags; the note is the panel's business."""
        self._passage = passage
        self._tags = tags
        self._show_parts()
        self.quote.set_quote(passage.quote)
        self.misplaced.setVisible(passage.misplaced)
        self.chips.set_tags(tags[tag_id] for tag_id in passage.tags if tag_id in tags)
        self._colour_bar()

    def show_about(self, words: str) -> None:
        """Say below the note what it is on, since it is on no passage."""
        self._passage = None
        self.about.set_words(words)
        self._show_parts()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.theme = theme
        self.chips.set_theme(theme)
        self.note.restyle()
        self._colour_bar()

    def _show_parts(self) -> None:
        """Show what belongs to a passage only with one."""
        shown = self._passage is not None
        for part in (self.quote, self.chips):
            part.setVisible(shown)
        self.about.setVisible(not shown)
        if not shown:
            self.misplaced.hide()

    def _colour_bar(self) -> None:
        carried = self._passage.tags if self._passage else ()
        first = next((self._tags[tag_id] for tag_id in carried if tag_id in self._tags), None)
        colour = line_colour(self.theme, first.colour) if first else QColor(self.theme.muted)
        self.quote.set_bar(colour)
