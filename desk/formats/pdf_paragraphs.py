"""Make paragraphs, headings and items again of the lines in which a PDF holds its text.

A PDF knows where letters stand and how large they are, and nothing else. So what a reader sees
decides: the gap above a line, its indent, its size, and whether the line before it was full.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from desk.core.types import Style
from desk.formats.pdf_furniture import without_furniture
from desk.formats.pdf_lines import BROKEN, LIGATURES, compounds_in, joined
from desk.formats.pdf_page import Line

_SENTENCE_END = re.compile(r"[.!?:;。！？؟…][\"'”’»)\]]*$")
_ITEM = re.compile(r"([•‣▪◦●·*–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_BULLET = re.compile(r"[•‣▪◦●]\s+(?=\S)")
_LEADERS = re.compile(r"(\. ?){4,}")  # of a table of contents
_FIGURE = re.compile(r"[-+(]?[$€£]?\d[\d.,:/%]*\)?%?")
_FULL = 0.75  # of the usual width: a shorter line ends its paragraph
_QUITE_FULL = 0.87  # of the usual width: a shorter one ends it if it ends a sentence too
_FEW = 10  # lines; a page with fewer does not tell how long a full line is
_WIDE_GAP = 1.35  # of the usual distance of lines
_INDENT = (0.7, 8)  # of the size of letters: less is none, more is another column
_LARGE = 1.12  # of the usual size of letters: a heading's are larger
_OTHER = 0.08  # of a size: letters that differ by more are of another text
_LONG_HEADING = 200  # characters
_LONG_BOLD = 120  # characters of a heading in letters of the usual size
_MOST_HEADINGS = 0.4  # of all letters; with more of them large letters mean something else
_LEVELS = 4


class Rebuilt(NamedTuple):
    """The text of all pages with its structure; `title` is the largest heading of the first."""

    text: str
    styles: tuple[Style, ...]
    title: str


class _Usual(NamedTuple):
    """What most of a document is like. Lengths are in points, widths in characters."""

    size: float
    bold: bool
    code: bool
    leading: float
    width: int


class _Paragraph(NamedTuple):
    pieces: list[str]
    first: Line
    page: int


def rebuild(pages: Sequence[Sequence[Line]]) -> Rebuilt:
    """Return the text, one line for each paragraph, with headings, items and code as styles.

    Ligatures become letters, words broken at line ends are whole again, page numbers and
    running titles are gone. A paragraph may cross a page's end.
    """
    spelt = [[line._replace(text=line.text.translate(LIGATURES)) for line in p] for p in pages]
    kept = without_furniture(spelt)
    usual = _usual(kept)
    paragraphs = _paragraphs(kept, usual)
    return _written(paragraphs, _forms(paragraphs, usual))


def _usual(pages: Sequence[Sequence[Line]]) -> _Usual:
    lines = [line for page in pages for line in page if line.text]
    size = _commonest(lines, lambda line: line.size) or 0
    body = [line for line in lines if line.size == size]
    near = (pair for page in pages for pair in pairwise(page))
    gaps = [a.y - b.y for a, b in near if a.size == b.size == size and 0 < a.y - b.y < 3 * size]
    return _Usual(
        size,
        bool(_commonest(body, lambda line: line.bold)),
        bool(_commonest(body, lambda line: line.code)),
        median(gaps) if gaps else 0,
        _width(body),
    )


def _commonest(lines: Iterable[Line], what: Callable[[Line], float]) -> float | None:
    """Return what is so of the most letters."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[what(line)] += len(line.text)
    return max(letters, key=lambda value: letters[value], default=None)


def _width(lines: Sequence[Line]) -> int:
    """Return how many characters a full line has."""
    lengths = sorted(len(line.text) for line in lines if line.text)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _paragraphs(pages: Sequence[Sequence[Line]], usual: _Usual) -> list[_Paragraph]:
    compounds = compounds_in("\n".join(line.text for page in pages for line in page))
    paragraphs: list[_Paragraph] = []
    previous = Line("")
    for number, page in enumerate(pages):
        own = usual._replace(width=_width(page)) if len(page) >= _FEW else usual
        for line, following in zip(page, [*page[1:], Line("")], strict=False):
            first = paragraphs[-1].first if paragraphs else previous
            if _continues(previous, line, own) and not _steps_in(first, previous, line, following):
                pieces = paragraphs[-1].pieces
                pieces[-1:] = joined(pieces[-1], line.text, compounds), line.text
            elif line.text:
                paragraphs.append(_Paragraph([line.text], line, number))
            previous = line
    return paragraphs


def _continues(previous: Line, line: Line, usual: _Usual) -> bool:
    """Say whether a line goes on with the paragraph of the one before."""
    if not previous.text or not line.text or _ITEM.match(line.text):
        return False
    if _looks_other(previous, line) or (line.code and not usual.code):
        return False
    gap = previous.y - line.y if line.size else 0
    if usual.size and line.size > _LARGE * usual.size:
        return 0 < gap < 1.7 * line.size and not _SENTENCE_END.search(previous.text)
    if _is_wide(gap, max(previous.size, line.size), usual) or (
        _is_row(previous.text) and _is_row(line.text)
    ):
        return False
    ends = _SENTENCE_END.search(previous.text)
    if BROKEN.search(previous.text) and line.text[0].islower():
        return True
    return len(previous.text) >= (_QUITE_FULL if ends else _FULL) * usual.width


def _is_wide(gap: float, size: float, usual: _Usual) -> bool:
    """Say whether a gap is wider than that between lines in letters of a size."""
    return bool(usual.leading) and gap > _WIDE_GAP * usual.leading * size / usual.size


def _steps_in(first: Line, previous: Line, line: Line, following: Line) -> bool:
    """Say whether a line begins a paragraph by where it begins: stepped in, or out of an item.

    At the top of a column only the line that follows tells that it is stepped in.
    """
    if not line.size or BROKEN.search(previous.text):
        return False
    if previous.y <= line.y:
        return bool(_SENTENCE_END.search(previous.text)) and _is_in(line, following)
    if _ITEM.match(first.text):
        return first.x - line.x > _INDENT[0] * line.size
    return bool(_SENTENCE_END.search(previous.text)) and _is_in(line, previous)


def _is_in(line: Line, than: Line) -> bool:
    return bool(than.size) and _INDENT[0] < (line.x - than.x) / line.size < _INDENT[1]


def _looks_other(first: Line, second: Line) -> bool:
    differs = _is_larger(first, second) or _is_larger(second, first)
    if _LEADERS.search(first.text) or differs:
        return True
    return first.bold != second.bold or first.code != second.code


def _is_larger(first: Line, second: Line) -> bool:
    """Say whether even the smallest letters of a line are larger than most of another's."""
    return first.smallest - second.size > _OTHER * first.smallest


def _is_row(text: str) -> bool:
    """Say whether a line is one of a table: a name and figures."""
    words = text.split()
    figures = sum(bool(_FIGURE.fullmatch(word)) for word in words)
    return text[0].isupper() and figures >= 2 and figures * 4 >= len(words)


def _forms(paragraphs: Sequence[_Paragraph], usual: _Usual) -> list[str]:
    """Return the kind of style that each paragraph has, or "" for plain text."""
    heads = [p for p in paragraphs if _is_heading(p, usual)]
    lengths = [sum(map(len, p.pieces)) for p in heads]
    if sum(lengths) > _MOST_HEADINGS * sum(len(x) for p in paragraphs for x in p.pieces):
        heads = []
    sizes = sorted({p.first.size for p in heads}, reverse=True)
    level = {size: f"h{min(rank, _LEVELS)}" for rank, size in enumerate(sizes, 1)}
    known = {id(p) for p in heads}
    return [
        level[p.first.size]
        if id(p) in known
        else ("pre" if p.first.code and not usual.code else "")
        for p in paragraphs
    ]


def _is_heading(paragraph: _Paragraph, usual: _Usual) -> bool:
    text, first = "".join(paragraph.pieces), paragraph.first
    if not usual.size or _LEADERS.search(text) or not any(map(str.isalpha, text)):
        return False
    if first.size > _LARGE * usual.size:
        return len(text) <= _LONG_HEADING
    stands_out = first.bold and not usual.bold and not first.code and first.size >= usual.size
    ends = text.endswith((".", ",", ";", ":"))
    return stands_out and not ends and len(text) <= _LONG_BOLD


def _written(paragraphs: Sequence[_Paragraph], forms: Sequence[str]) -> Rebuilt:
    lines: list[str] = []
    styles: list[Style] = []
    start = 0
    for paragraph, form in zip(paragraphs, forms, strict=True):
        text = "".join(paragraph.pieces)
        bullet = None if form else _BULLET.match(text)
        text = text[bullet.end() :] if bullet else text
        if bullet:
            styles.append(Style(start, start + len(text), "item", 1, "•"))
        elif form == "pre" and styles and styles[-1].kind == "pre" and styles[-1].end == start - 1:
            styles[-1] = styles[-1]._replace(end=start + len(text))
        elif form:
            styles.append(Style(start, start + len(text), form))
        lines.append(text)
        start += len(text) + 1
    return Rebuilt("\n".join(lines), tuple(styles), _title(paragraphs, forms))


def _title(paragraphs: Sequence[_Paragraph], forms: Sequence[str]) -> str:
    heads = zip(paragraphs, forms, strict=True)
    return next(("".join(p.pieces) for p, form in heads if form == "h1" and p.page == 0), "")
