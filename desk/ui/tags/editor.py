"""All there is to say about a tag, in one form."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desk.core.colours import next_colour
from desk.core.errors import UserError
from desk.core.tag_match import TagFinder
from desk.core.tag_names import check_name, join_path
from desk.core.text import make_visible
from desk.core.types import Pattern, Tag, TagId
from desk.ui.looks.theme import Theme
from desk.ui.saying import said
from desk.ui.tags.colour_field import ColourField
from desk.ui.tags.panel import NUMBER_KEYS
from desk.ui.widgets.sheet import Sheet, add_field, form

NEW = TagId(0)
"""The id of a tag that is not on the desk yet"""


class TagEditor(Sheet):
    """Makes a tag, or changes one."""

    submitted = Signal(object)
    """The Tag with its new values; the id is `NEW` where it is to be made"""

    def __init__(
        self,
        theme: Theme,
        tags: Sequence[Tag],
        tag: Tag | None = None,
        parent: QWidget | None = None,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit tag") if tag else self.tr("New tag"))
        self._tags = tags
        self._tag = tag or _blank(name, tags)
        self.name = QLineEdit(self._tag.name)
        self.colour = ColourField(theme, self._tag.colour)
        self.pattern = QComboBox()
        self.parent_tag = QComboBox()
        self.key = QComboBox()
        self.description = QPlainTextEdit(self._tag.description)
        self._fill_choices()
        self._build()
        self.name.textChanged.connect(self._check)
        self.parent_tag.currentIndexChanged.connect(self._check)
        self.pattern.currentIndexChanged.connect(self._show_pattern)
        self._show_pattern()
        self._check()
        if not self._tag.name:
            self.tell("")
            self.deed.setEnabled(False)

    def _fill_choices(self) -> None:
        words = {
            "solid": self.tr("solid line"),
            "dash": self.tr("dashes"),
            "dot": self.tr("dots"),
        }
        for pattern, name in words.items():
            self.pattern.addItem(name, pattern)
        self.parent_tag.addItem(self.tr("none"), None)
        branch = self._branch()
        for tag in self._tags:
            if tag.id not in branch:
                self.parent_tag.addItem(make_visible(tag.path), tag.id)
        holders = {tag.number_key: tag for tag in self._tags if tag.id != self._tag.id}
        self.key.addItem(self.tr("none"), None)
        for key in NUMBER_KEYS:
            holder = holders.get(key)
            taken = self.tr("{key}, now “{tag}”")
            name = make_visible(holder.name) if holder else ""
            self.key.addItem(taken.format(key=key, tag=name) if holder else str(key), key)
        self.pattern.setCurrentIndex(self.pattern.findData(self._tag.pattern))
        self.parent_tag.setCurrentIndex(max(0, self.parent_tag.findData(self._tag.parent_id)))
        self.key.setCurrentIndex(max(0, self.key.findData(self._tag.number_key)))

    def _build(self) -> None:
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(72)
        self.description.setPlaceholderText(self.tr("When does this tag fit?"))
        layout = form()
        add_field(layout, self.tr("Name"), self.name)
        add_field(layout, self.tr("Colour"), self.colour)
        add_field(layout, self.tr("Line"), self.pattern)
        add_field(layout, self.tr("Under"), self.parent_tag)
        add_field(layout, self.tr("Number key"), self.key)
        add_field(layout, self.tr("Description"), self.description)
        self.body.addLayout(layout)
        self.name.setMinimumWidth(320)

    def value(self) -> Tag:
        """Return the tag as the form has it."""
        return self._tag._replace(
            name=self.name.text().strip(),
            colour=self.colour.colour(),
            pattern=cast(Pattern, self.pattern.currentData()),
            parent_id=self.parent_tag.currentData(),
            number_key=self.key.currentData(),
            description=self.description.toPlainText().strip(),
        )

    def accept(self) -> None:
        """Tell the values, if they can be a tag's."""
        self._check()
        if self.deed.isEnabled():
            self.submitted.emit(self.value())
            super().accept()

    def _check(self) -> None:
        """Say at each key what the name cannot be."""
        is_new = self._tag.id == NEW
        namesake = self._namesake()
        self.deed.setText(self.tr("Make the tag") if is_new else self.tr("Save"))
        try:
            check_name(self.name.text())
        except UserError as error:
            self.tell(said(error.message))
            return
        if namesake and is_new:
            self.tell(self.tr("There is a tag “{name}” here already.").format(name=namesake))
        elif namesake:
            words = self.tr("There is a tag “{name}” here already: the two can become one.")
            self.tell(words.format(name=namesake), fatal=False)
            self.deed.setText(self.tr("Merge…"))
        elif near := self._near_duplicate():
            words = self.tr("You have a tag “{name}” already, which is close to this one.")
            self.tell(words.format(name=near), fatal=False)
        else:
            self.tell("")

    def _near_duplicate(self) -> str:
        """Return the tag of which this name may be a misspelling, if it is a new one."""
        name = self.name.text().strip()
        if name == self._tag.name and self._tag.id != NEW:
            return ""
        others = [tag for tag in self._tags if tag.id != self._tag.id]
        near = TagFinder(others).near_duplicate(join_path([name]))
        return make_visible(near.path) if near else ""

    def _namesake(self) -> str:
        mine = self.name.text().strip(), self.parent_tag.currentData()
        others = (tag for tag in self._tags if tag.id != self._tag.id)
        found = next((tag for tag in others if (tag.name, tag.parent_id) == mine), None)
        return make_visible(found.name) if found else ""

    def _branch(self) -> set[TagId]:
        """Return the tag and all that lies under it: none of them can be its parent."""
        branch = {self._tag.id}
        size = 0
        while size != len(branch):
            size = len(branch)
            branch |= {tag.id for tag in self._tags if tag.parent_id in branch}
        return branch

    def _show_pattern(self) -> None:
        self.colour.set_pattern(self.pattern.currentData())


def _blank(name: str, tags: Sequence[Tag]) -> Tag:
    """Return a tag to start from: the colour used least, the first key that is free."""
    taken = {tag.number_key for tag in tags}
    key = next((key for key in NUMBER_KEYS if key not in taken), None)
    colour = next_colour(tag.colour for tag in tags)
    return Tag(NEW, "", name, name, None, colour, "solid", "", key, 0)
