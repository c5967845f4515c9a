"""What stands on the pages of a PDF around its text: running titles and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence

from desk.formats.pdf_page import Line

_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?i)(page |seite |p\. ?|[-–—] ?)?(\d{1,4}|[ivxlc]{1,7})( ?(of|/|von|de) ?\d{1,4})?( ?[-–—])?"
)
_EDGE = 2  # lines at the top and at the bottom of a page that may be a header or footer
_REPEATS = 3  # pages on which such a line must stand, at one height or on half of all
_SHORT = 100  # characters of a running title with its page number
_Key = tuple[str, int]


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Leave out the lines that stand at the edge of several pages, and page numbers.

    A line that stands there once is left out too if it holds the number that its page must
    have, at the height at which the others hold theirs.
    """
    edges = [_edges(page) for page in pages]
    repeated = _repeated(edges)
    heights = {key[1] for key in repeated if "#" in key[0]}
    ahead = _ahead(edges, heights)
    kept = []
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        own = str(number + ahead) if heights else ""
        gone = [
            line
            for line in edge
            if _key(line) in repeated
            or (round(line.y) in heights and len(line.text) < _SHORT and own in _ends(line.text))
        ]
        gone += [line for line in _outermost(edge) if _PAGE_NUMBER.fullmatch(line.text)]
        kept.append([line for line in page if not any(line is other for other in gone)])
    return kept


def _repeated(edges: Sequence[Sequence[Line]]) -> set[_Key]:
    counts = Counter(key for edge in edges for key in {_key(line) for line in edge})
    enough = max(_REPEATS, len(edges) / 2)
    return {key for key, count in counts.items() if count >= (_REPEATS if key[1] else enough)}


def _ahead(edges: Sequence[Sequence[Line]], heights: set[int]) -> int:
    """Return by how much the number on a page is ahead of its place in the file, from 0."""
    found = Counter(
        int(end) - place
        for place, edge in enumerate(edges)
        for line in edge
        if round(line.y) in heights
        for end in _ends(line.text)
        if end.isdecimal() and len(end) < 6
    )
    return found.most_common(1)[0][0] if found else 0


def _ends(text: str) -> tuple[str, str]:
    words = text.split()
    return words[0], words[-1]


def _outermost(edge: Sequence[Line]) -> Sequence[Line]:
    return (edge[0], edge[-1]) if len(edge) > 1 else ()


def _edges(page: Sequence[Line]) -> list[Line]:
    """Return the topmost and the lowest lines, from the top down."""
    lines = sorted((line for line in page if line.text), key=lambda line: -line.y)
    return [*lines[:_EDGE], *lines[_EDGE:][-_EDGE:]]


def _key(line: Line) -> _Key:
    """Return what is the same on each page, whatever its number: the words and the height."""
    return _NUMBER.sub("#", line.text), round(line.y)
