"""The colours that tags have on the page of one theme."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtGui import QColor

from desk.core.types import Mark, Pattern, Tag, TagId
from desk.ui.looks.theme import Theme, fill_colour, line_colour


class Ink(NamedTuple):
    """How one tag is drawn."""

    name: str
    line: QColor
    fill: QColor
    selected: QColor
    pattern: Pattern


class Inks:
    """Looks up the ink of a tag; made anew when the tags or the theme change."""

    def __init__(self, theme: Theme, tags: Mapping[TagId, Tag]) -> None:
        self.theme = theme
        self._tags = tags
        self._inks: dict[TagId, Ink] = {}
        self.plain = self._ink("", theme.muted, "solid")

    def of(self, tag_id: TagId) -> Ink:
        """Return the ink of a tag, the plain one for a tag that is not known."""
        ink = self._inks.get(tag_id)
        if ink is None:
            ink = self._inks[tag_id] = self._made(tag_id)
        return ink

    def first(self, mark: Mark) -> Ink:
        """Return the ink of a passage: that of its first tag, or the plain one."""
        return self.of(mark.tags[0]) if mark.tags else self.plain

    def all(self, mark: Mark) -> list[Ink]:
        """Return the inks of all tags of a passage, at least one."""
        return [self.of(tag_id) for tag_id in mark.tags] or [self.plain]

    def _made(self, tag_id: TagId) -> Ink:
        tag = self._tags.get(tag_id)
        return self._ink(tag.name, tag.colour, tag.pattern) if tag else self.plain

    def _ink(self, name: str, colour: str, pattern: Pattern) -> Ink:
        return Ink(
            name=name,
            line=line_colour(self.theme, colour),
            fill=fill_colour(self.theme, colour),
            selected=fill_colour(self.theme, colour, selected=True),
            pattern=pattern,
        )
