"""The lines of one page of a PDF, with what their place and letters tell of the structure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from math import hypot, isfinite
from operator import attrgetter
from typing import Any, NamedTuple

from pypdf import PageObject

from desk.core.text import clean

_BOLD = re.compile(r"(?i)bold|black|heavy|demi|cmbx")
_CODE = re.compile(r"(?i)courier|mono|consol|typewriter|cmtt")


_Matrix = Sequence[float]
_Font = Mapping[str, Any] | None


class Line(NamedTuple):
    """A line of text and where it begins, in points from the lower left corner of its page.

    `size` is that of most of its letters, 0 if nothing is known of its place.
    """

    text: str
    x: float = 0
    y: float = 0
    size: float = 0
    bold: bool = False
    code: bool = False
    """Whether all its letters are of one width, as those of programs are."""
    smallest: float = 0
    """The size of its smallest letters, such as those of a number above the line."""


def lines_of(page: PageObject) -> list[Line]:
    """Return the lines in the order of the file; blank ones part what is between them."""
    pieces: list[Line] = []

    def take(text: str, cm: _Matrix, tm: _Matrix, font: _Font, size: float) -> None:
        pieces.append(_piece(text, cm, tm, font, size))

    whole = page.extract_text(visitor_text=take)
    if "".join(piece.text for piece in pieces).strip() != whole.strip():
        return [Line(text.strip()) for text in clean(whole).split("\n")]
    return [_line(parts) for parts in _parted(pieces)]


def _piece(text: str, cm: _Matrix, tm: _Matrix, font: _Font, size: float) -> Line:
    """Place a piece of text: its own matrix, then that of the page."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    scale = hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
    if not all(map(isfinite, (x, y, size * scale))):
        return Line(clean(text))
    name = str((font or {}).get("/BaseFont", ""))
    bold, code = bool(_BOLD.search(name)), bool(_CODE.search(name))
    return Line(clean(text), x, y, round(abs(size) * scale, 1), bold, code)


def _parted(pieces: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the pieces of each line."""
    line: list[Line] = []
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        line.append(piece._replace(text=first))
        for text in rest:
            yield line
            line = [piece._replace(text=text)]
    yield line


_by_size = attrgetter("size")


def _line(pieces: Sequence[Line]) -> Line:
    text = "".join(piece.text for piece in pieces).strip()
    seen = [piece for piece in pieces if piece.text.strip()]
    if not seen:
        return Line(text)
    sizes = {
        size: sum(len(piece.text) for piece in same)
        for size, same in groupby(sorted(seen, key=_by_size), key=_by_size)
    }
    return seen[0]._replace(
        text=text,
        size=max(sizes, key=lambda size: sizes[size]),
        smallest=min(sizes),
        bold=all(piece.bold for piece in seen),
        code=all(piece.code for piece in seen),
    )
