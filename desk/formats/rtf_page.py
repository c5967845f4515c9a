"""Builds the text of a rich text: paragraphs, rows of cells, and how their letters look."""

from typing import NamedTuple

from desk.core.types import Style
from desk.formats.structure import Form, TextBuilder


class Look(NamedTuple):
    """How letters look, and what kind of paragraph they are in."""

    bold: bool = False
    italic: bool = False
    link: str = ""
    heading: int = 0
    level: int = 1
    in_table: bool = False
    preformatted: bool = False


class RichPage:
    """Takes letters in their order; `marker` makes the next paragraph an item of a list."""

    def __init__(self) -> None:
        self.marker = ""
        self._builder = TextBuilder()
        self._ranges: dict[str, tuple[list[int], str]] = {}
        self._in_line = False
        self._in_row = False

    def write(self, text: str, look: Look) -> None:
        """Add letters; white space alone begins no paragraph that is not preformatted."""
        if not (self._in_line or look.preformatted or text.strip()):
            return
        self._begin(look)
        self._dress(look)
        if look.preformatted:
            self._builder.exact(text)
        else:
            self._builder.words(text)

    def tab(self, look: Look) -> None:
        """Add a tab within a line; one that only steps in is left out of running text."""
        if look.preformatted:
            self.write("\t", look)
        elif self._in_line:
            self._builder.exact("\t")

    def line_break(self) -> None:
        """Break the line within the paragraph."""
        if self._in_line:
            self._builder.line_break()

    def paragraph(self, look: Look | None = None) -> None:
        """End the paragraph; one without letters that is preformatted leaves an empty line."""
        if look and look.preformatted and not self._in_line:
            self._builder.line_break()
            return
        self._dress(Look())
        self._builder.paragraph()
        self._builder.forms.clear()
        self._in_line = False
        self.marker = ""

    def cell(self) -> None:
        """End a cell."""
        self._enter_row()
        self.paragraph()
        self._builder.cell()

    def row(self) -> None:
        """End a row."""
        self.paragraph()
        self._builder.end_row()
        self._in_row = False

    def result(self) -> tuple[str, tuple[Style, ...]]:
        """Return the text and its styles; call once, at the end."""
        self.paragraph()
        return self._builder.result()

    def _begin(self, look: Look) -> None:
        if self._in_line:
            return
        if look.in_table:
            self._enter_row()
        elif self._in_row:
            self.row()
        self._in_line = True
        if self.marker:
            self._builder.forms["item"] = Form(look.level, self.marker)
        elif look.heading:
            self._builder.forms[f"h{look.heading}"] = Form()
        elif look.preformatted:
            self._builder.forms["pre"] = Form()

    def _enter_row(self) -> None:
        if not self._in_row:
            self._builder.row()
            self._in_row = True

    def _dress(self, look: Look) -> None:
        """End the ranges that a look does not have, begin those that it has."""
        wanted = {"bold": "1" * look.bold, "italic": "1" * look.italic, "link": look.link}
        for kind, detail in wanted.items():
            start, now = self._ranges.get(kind, ([], ""))
            if now == detail:
                continue
            if now:
                self._builder.close_range(start, kind, now if kind == "link" else "")
            if detail:
                self._ranges[kind] = self._builder.open_range(), detail
            else:
                del self._ranges[kind]
