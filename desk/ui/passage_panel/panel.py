"""The selected passage: its quote, its tags, its note."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.core.types import Passage, Tag, TagId
from desk.ui.looks.theme import Theme, icon
from desk.ui.widgets.parts import (
    EmptyState,
    Heading,
    MutedLabel,
    heading_row,
    icon_button,
    scrolled,
)
from desk.ui.widgets.stack import Stack

if TYPE_CHECKING:
    from desk.ui.passage_panel.body import PassageBody
    from desk.ui.passage_panel.chips import Chips
    from desk.ui.passage_panel.note_field import NoteField
    from desk.ui.passage_panel.quote import Quote

_EMPTY, _BODY = 0, 1  # what is in the stack


class PassagePanel(QWidget):
    """The lower right."""

    tag_removed = Signal(object, object)
    """PassageId and TagId"""
    add_tag_requested = Signal()
    note_edited = Signal(object, str)
    """PassageId and the whole note"""
    other_note_edited = Signal(object, str)
    """What the note is on that is on no passage, as `show_note` was told, and the whole note"""
    typing = Signal(bool)
    """Whether anything is typed that was not told as edited yet"""
    note_left = Signal()
    note_rested = Signal()
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
        self.position = MutedLabel(small=True)
        self.previous_button = icon_button(
            "previous", theme, self.tr("Previous passage"), "passage.previous"
        )
        self.next_button = icon_button("next", theme, self.tr("Next passage"), "passage.next")
        self.remove_button = icon_button(
            "remove", theme, self.tr("Remove the passage"), "passage.remove"
        )
        self._build()
        self._connect()
        self.show_passage(None, {})

    def _build(self) -> None:
        words = self.tr(
            "No passage is selected. Select words in the article and use 1 to 9, {passage.tag} or "
            "{passage.highlight}, or click a highlight."
        )
        self._stack = Stack()
        self._stack.addWidget(EmptyState(words))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        buttons = (self.position, self.previous_button, self.next_button, self.remove_button)
        layout.addLayout(heading_row(self.heading, *buttons))
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.previous_button.clicked.connect(self.previous_requested)
        self.next_button.clicked.connect(self.next_requested)
        self.remove_button.clicked.connect(self._remove)

    @cached_property
    def body(self) -> PassageBody:
        """Quote, tags and note: made when there is a passage or a note to show.

        No first frame shows one, and with what it imports it takes 8 ms.
        """
        from desk.ui.passage_panel.body import PassageBody

        body = PassageBody(self.theme)
        body.chips.tag_removed.connect(self._take_off)
        body.chips.add_requested.connect(self.add_tag_requested)
        body.note.edited.connect(self._edit_note)
        body.note.typing.connect(self.typing)
        body.note.left.connect(self.note_left)
        body.note.rested.connect(self.note_rested)
        body.note.link_activated.connect(self.link_activated)
        self._stack.addWidget(scrolled(body))
        return body

    @property
    def quote(self) -> Quote:
        """The words of the passage."""
        return self.body.quote

    @property
    def chips(self) -> Chips:
        """The tags of the passage."""
        return self.body.chips

    @property
    def note(self) -> NoteField:
        """The note on the passage, or on something else."""
        return self.body.note

    def show_passage(
        self, passage: Passage | None, tags: Mapping[TagId, Tag], position: str = ""
    ) -> None:
        """Show a passage, or that none is selected. `position` reads "5 of 12".

        A note that is being typed is told for the old passage before another is shown, and is
        not disturbed when the same passage is shown again.
        """
        same = passage == self.passage and position == self.position.text()
        if passage and same and tags is self._tags:
            return  # a tag put on tells it twice: that it changed, and that it is the target
        self._take_note(passage.id if passage else None, passage.note if passage else "")
        self.passage = passage
        self._tags = tags
        self.heading.setText(self.tr("Passage"))
        self.position.setText(position)
        self.remove_button.setVisible(passage is not None)
        self._stack.setCurrentIndex(_BODY if passage else _EMPTY)
        if passage:
            self.body.show_passage(passage, tags)

    def show_note(self, owner: Hashable, heading: str, about: str, words: str) -> None:
        """Show a note that is on no passage but on something else; `about` stands below it."""
        self._take_note(owner, words)
        self.passage = None
        self.heading.setText(heading)
        self.position.setText("")
        self.remove_button.hide()
        self.body.show_about(about)
        self._stack.setCurrentIndex(_BODY)

    def rename_note(self, before: Hashable, now: Hashable) -> None:
        """Take the note that is shown for the same as another; what is typed is not disturbed."""
        if self._owner == before:
            self._owner = now

    def edit_note(self) -> None:
        """Put the keyboard into the note."""
        if self._owner is not None:
            self.note.start_editing()

    def show_saved(self, in_copy: bool) -> None:
        """Say that the desk has the note, or the copy of a desk that went."""
        if in_copy:
            self.note.show_in_copy()
        else:
            self.note.show_saved()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.theme = theme
        self.body.set_theme(theme)
        self.previous_button.setIcon(icon("previous", theme))
        self.next_button.setIcon(icon("next", theme))
        self.remove_button.setIcon(icon("remove", theme))

    def _take_note(self, owner: Hashable, words: str) -> None:
        if owner is None and self._owner is None:
            return
        if owner == self._owner:
            self.note.refresh(words)
        else:
            self.note.flush()
            self._owner = owner
            self.note.set_text(words)

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
