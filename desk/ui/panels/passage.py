"""The selected passage: its quote, its tags, its note."""

from collections.abc import Hashable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from desk.core.types import Passage, Tag, TagId
from desk.ui.chips import Chips
from desk.ui.note_field import NoteField
from desk.ui.parts import (
    MARGIN,
    EmptyState,
    Heading,
    MutedLabel,
    heading_row,
    icon_button,
    scrolled,
)
from desk.ui.quote import Quote
from desk.ui.theme import Theme, icon, line_colour


class PassagePanel(QWidget):
    """The lower right."""

    tag_removed = Signal(object, object)
    """PassageId and TagId"""
    add_tag_requested = Signal()
    note_edited = Signal(object, str)
    """PassageId and the whole note"""
    other_note_edited = Signal(object, str)
    """What the note is on that is on no passage, as `show_note` was told, and the whole note"""
    note_left = Signal()
    """Esc in the note: back to where the reader came from"""
    previous_requested = Signal()
    next_requested = Signal()
    remove_requested = Signal(object)
    """PassageId"""
    link_activated = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.passage: Passage | None = None
        self._tags: Mapping[TagId, Tag] = {}
        self._owner: Hashable = None  # what the note that is shown is on
        self.heading = Heading("")
        self.about = MutedLabel()
        self.position = MutedLabel(small=True)
        self.previous_button = icon_button(
            "previous", theme, self.tr("Previous passage"), "Shift+Tab"
        )
        self.next_button = icon_button("next", theme, self.tr("Next passage"), "Tab")
        self.remove_button = icon_button("remove", theme, self.tr("Remove the passage"), "Del")
        self.quote = Quote()
        self.misplaced = QLabel(
            self.tr("The article no longer holds these words at this place. Nothing was changed.")
        )
        self.chips = Chips(theme)
        self.note = NoteField()
        self._build()
        self._connect()
        self.show_passage(None, {})

    def _build(self) -> None:
        self.misplaced.setWordWrap(True)
        self.about.setWordWrap(True)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(MARGIN + 2, 2, MARGIN, MARGIN)
        inner.setSpacing(10)
        inner.addWidget(self.quote)
        inner.addWidget(self.misplaced)
        inner.addWidget(self.chips)
        inner.addWidget(self.note, 1)
        inner.addWidget(self.about)
        words = self.tr(
            "No passage is selected. Select words in the article and press 1 to 9, T or H, "
            "or click a highlight."
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(body))
        self._stack.addWidget(EmptyState(words))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(2)
        buttons = (self.position, self.previous_button, self.next_button, self.remove_button)
        layout.addLayout(heading_row(self.heading, *buttons))
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.previous_button.clicked.connect(self.previous_requested)
        self.next_button.clicked.connect(self.next_requested)
        self.remove_button.clicked.connect(self._remove)
        self.chips.tag_removed.connect(self._take_off)
        self.chips.add_requested.connect(self.add_tag_requested)
        self.note.edited.connect(self._edit_note)
        self.note.left.connect(self.note_left)
        self.note.link_activated.connect(self.link_activated)

    def show_passage(
        self, passage: Passage | None, tags: Mapping[TagId, Tag], position: str = ""
    ) -> None:
        """Show a passage, or that none is selected. `position` reads "5 of 12".

        A note that is being typed is told for the old passage before another is shown, and is
        not disturbed when the same passage is shown again.
        """
        self._take_note(passage.id if passage else None, passage.note if passage else "")
        self.passage = passage
        self._tags = tags
        self.heading.setText(self.tr("Passage"))
        self.position.setText(position)
        self._stack.setCurrentIndex(0 if passage else 1)
        self._show_parts()
        if passage:
            self.quote.set_quote(passage.quote)
            self.misplaced.setVisible(passage.misplaced)
            self.chips.set_tags(tags[tag_id] for tag_id in passage.tags if tag_id in tags)
            self._colour_bar()

    def show_note(self, owner: Hashable, heading: str, about: str, words: str) -> None:
        """Show a note that is on no passage but on something else; `about` stands below it."""
        self._take_note(owner, words)
        self.passage = None
        self.heading.setText(heading)
        self.about.setText(about)
        self.position.setText("")
        self._stack.setCurrentIndex(0)
        self._show_parts()

    def rename_note(self, before: Hashable, now: Hashable) -> None:
        """Take the note that is shown for the same as another; what is typed is not disturbed."""
        if self._owner == before:
            self._owner = now

    def _show_parts(self) -> None:
        """Show what belongs to a passage only with one."""
        shown = self.passage is not None
        for part in (self.quote, self.chips, self.remove_button):
            part.setVisible(shown)
        self.about.setVisible(not shown)
        if not shown:
            self.misplaced.hide()

    def edit_note(self) -> None:
        """Put the keyboard into the note."""
        if self._owner is not None:
            self.note.start_editing()

    def show_saved(self) -> None:
        """Say that the desk has the note."""
        self.note.show_saved()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.theme = theme
        self.chips.set_theme(theme)
        self.note.restyle()
        self.previous_button.setIcon(icon("previous", theme))
        self.next_button.setIcon(icon("next", theme))
        self.remove_button.setIcon(icon("remove", theme))
        self._colour_bar()

    def _take_note(self, owner: Hashable, words: str) -> None:
        if owner is not None and owner == self._owner:
            self.note.refresh(words)
        else:
            self.note.flush()
            self._owner = owner
            self.note.set_text(words)

    def _colour_bar(self) -> None:
        carried = self.passage.tags if self.passage else ()
        first = next((self._tags[tag_id] for tag_id in carried if tag_id in self._tags), None)
        colour = line_colour(self.theme, first.colour) if first else QColor(self.theme.muted)
        self.quote.set_bar(colour)

    def _take_off(self, tag_id: TagId) -> None:
        if self.passage:
            self.tag_removed.emit(self.passage.id, tag_id)

    def _edit_note(self, text: str) -> None:
        if self.passage:
            self.note_edited.emit(self.passage.id, text)
        elif self._owner is not None:
            self.other_note_edited.emit(self._owner, text)

    def _remove(self) -> None:
        if self.passage:
            self.remove_requested.emit(self.passage.id)
