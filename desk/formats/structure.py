"""Build an article's text and its styles together, piece by piece."""

import re
from typing import NamedTuple

from desk.core.text import clean
from desk.core.types import STYLE_KINDS, Style

# HTML's white space, and not Python's: a no-break space is a letter here.
_SOFT_HYPHEN = "\u00ad"  # where a word may be broken; nobody sees it, and no search finds the word
_BLANKS = re.compile(r"[ \t\n\f\r]+")
_MERGED = {"quote", "pre"}  # paragraph kinds of which neighbouring lines make one piece
_LINES = {"item", "pre"}  # paragraph kinds whose lines matter, in a cell too
_LONG_ROW = 400  # code points; cells of a longer row, such as what a witness said, keep their lines


class Form(NamedTuple):
    """What a paragraph kind adds to the lines begun while it is open."""

    level: int = 0
    detail: str = ""


class _Row:
    """A row of cells that is being built: where it begins, and in what forms."""

    def __init__(self, forms: dict[str, Form]) -> None:
        self.forms = forms
        self.start = self.pieces = self.styles = -1
        self.cells = 1


class TextBuilder:
    """Text in which each paragraph is one line, and the ranges that have a form.

    White space is written only when text follows it, so that nothing begins or ends with it.
    All text is cleaned as it comes in: the result is clean, and positions are final.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._styles: list[Style] = []
        self._space = self._tabbed = self._seam = False
        self._last = ""
        self._newlines = 0
        self._tabs = 0
        self._row: _Row | None = None
        self._line_start = 0
        self._line_forms: dict[str, Form] = {}
        self._waiting: list[list[int]] = []
        self.forms: dict[str, Form] = {}
        """By paragraph kind, what holds for the lines to come; whoever builds sets it."""

    def words(self, text: str) -> None:
        """Add running text: any white space in it counts as one space, a soft hyphen as nothing."""
        text = _BLANKS.sub(" ", clean(text).replace(_SOFT_HYPHEN, ""))
        if self._at_line_start and text.isspace():
            return
        self._space = self._space or text.startswith(" ")
        inner = text.strip(" ")
        if inner:
            if self._seam and self._last.islower() and inner[0].isupper():
                self._space = True
            self._seam = False
            self._write(inner)
            self._space = text.endswith(" ")

    def seam(self) -> None:
        """Note where two pieces meet that may stand apart on the screen.

        A small letter and a capital that meet there belong to two words: "CrimeBridge closed".
        """
        self._seam = True

    def exact(self, text: str) -> None:
        """Add text whose spaces and line breaks matter, such as program code."""
        for number, line in enumerate(clean(text).split("\n")):
            if number:
                self._newlines += 1
            if line:
                self._write(line)

    def tab(self) -> None:
        """Part words of a line by a tab; in a row of cells, which tabs part, it is a space."""
        if self._row is None:
            self._tabbed = not self._at_line_start
        else:
            self.words(" ")

    def paragraph(self) -> None:
        """End the paragraph, if one is open."""
        self._space = self._tabbed = False
        if not self._tabs:
            self._newlines = 1

    def line_break(self) -> None:
        """Break the line; two together leave an empty line, more do not add to it."""
        self._space = self._tabbed = False
        self._newlines = min(self._newlines + 1, 2)

    def row(self) -> None:
        """Begin a row of cells."""
        self.end_row()
        self._row = _Row(dict(self.forms))

    def end_row(self) -> None:
        """End a row of cells; empty ones at its end leave no trace.

        A short row of several cells becomes one line, even where a cell has several.
        """
        self._tabs = 0
        self.paragraph()
        if self._row and self._row.cells > 1:
            self._flatten(self._row)
        self._row = None

    def cell(self) -> None:
        """Go on to the next cell of the row; what opens the row needs no call."""
        self._space = False
        is_empty = self._row is not None and self._row.start < 0
        self._newlines = self._newlines if is_empty else 0
        self._tabs += 1

    def open_range(self) -> list[int]:
        """Begin a range at the next letter; hand what comes back to `close_range`."""
        start: list[int] = []
        self._waiting.append(start)
        return start

    def close_range(self, start: list[int], kind: str, detail: str = "") -> None:
        """End a range at the last letter; one without letters is dropped."""
        if start:
            self._styles.append(Style(start[0], self._length, kind, 0, detail))

    def result(self) -> tuple[str, tuple[Style, ...]]:
        """Return the text and its styles in order; call once, at the end."""
        self._end_line()
        text = "".join(self._pieces)
        return text, tuple(sorted(_merge(self._styles, text)))

    @property
    def _at_line_start(self) -> bool:
        return self._newlines > 0 or self._tabs > 0 or self._length == 0

    def _write(self, text: str) -> None:
        if self._length == 0 or self._newlines:
            self._begin_line()
        elif (self._space or self._tabbed) and not self._tabs:
            self._append("\t" if self._tabbed else " ")
        self._enter_row()
        self._append("\t" * self._tabs)
        self._space, self._tabbed, self._newlines, self._tabs = False, False, 0, 0
        for start in self._waiting:
            start.append(self._length)
        self._waiting.clear()
        self._append(text)
        self._last = text[-1:]

    def _enter_row(self) -> None:
        row = self._row
        if row is None:
            return
        if row.start < 0:
            row.start, row.pieces, row.styles = self._length, len(self._pieces), len(self._styles)
        row.cells += self._tabs

    def _flatten(self, row: _Row) -> None:
        """Make one line of a row: its line ends become spaces, headings in it plain cells."""
        inside = self._styles[row.styles :]
        kinds = {style.kind for style in inside} | set(self._line_forms)
        breaks = [
            place
            for place in range(row.pieces, len(self._pieces))
            if self._pieces[place].startswith("\n")
        ]
        if breaks and (self._length - row.start > _LONG_ROW or kinds & _LINES - set(row.forms)):
            return
        for place in breaks:
            self._pieces[place] = " " * len(self._pieces[place])
        self._styles[row.styles :] = [s for s in inside if STYLE_KINDS[s.kind] == "character"]
        self._line_start, self._line_forms = row.start, row.forms

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _begin_line(self) -> None:
        if self._length:
            self._end_line()
            self._append("\n" * self._newlines)
        self._line_start = self._length
        self._line_forms = dict(self.forms)
        if "item" in self.forms:  # its marker stands before its first line alone
            self.forms["item"] = self.forms["item"]._replace(detail="")

    def _end_line(self) -> None:
        if self._length:
            self._styles += [
                Style(self._line_start, self._length, kind, *form)
                for kind, form in self._line_forms.items()
            ]


def _merge(styles: list[Style], text: str) -> list[Style]:
    """Join the lines of one quotation, or of one preformatted text."""
    merged: list[Style] = []
    last: dict[str, int] = {}
    for style in styles:
        place = last.get(style.kind)
        if place is not None and _follows(merged[place], style, text):
            merged[place] = merged[place]._replace(end=style.end)
            continue
        if style.kind in _MERGED:
            last[style.kind] = len(merged)
        merged.append(style)
    return merged


def _follows(first: Style, second: Style, text: str) -> bool:
    between = text[first.end : second.start]
    return first.level == second.level and not between.strip("\n")
