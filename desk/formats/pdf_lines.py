"""Make paragraphs again of the lines in which a PDF holds its text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": "-"}
)
_SENTENCE_END = re.compile(r"[.!?:;。！？؟…][\"'”’»)\]]*$")
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?i)(page |seite |p\. ?|[-–—] ?)?\d{1,4}( ?(of|/|von|de) ?\d{1,4})?( ?[-–—])?"
)
_ITEM = re.compile(r"([•‣▪◦·*–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_BROKEN = re.compile(r"\b(\w{1,40})[-‐]$")
_COMPOUND = re.compile(r"\b\w{1,40}-\w{1,40}")
_WORD = re.compile(r"\w+")
_HAN_OR_KANA = re.compile("[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")
_AFTER_HALF = frozenset(("and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "en", "of"))
_FULL = 0.75  # of the usual width: a shorter line ends its paragraph
_QUITE_FULL = 0.87  # of the usual width: a shorter one ends it if it ends a sentence too
_EDGE = 2  # lines at the top and at the bottom of a page that may be a header or footer
_REPEATS = 3  # pages on which such a line must stand, and on half of all


class _Line(NamedTuple):
    text: str
    width: int  # characters of a full line on its page


def rebuild(pages: Sequence[str]) -> str:
    """Return the text of all pages, one line for each paragraph.

    Ligatures become letters, words broken at line ends are whole again, page numbers and
    lines that stand at the edge of most pages are gone. A paragraph may cross a page's end.
    """
    split = [page.translate(LIGATURES).strip().split("\n") for page in pages]
    compounds = {word.lower() for page in pages for word in _COMPOUND.findall(page)}
    paragraphs: list[list[str]] = []
    previous = _Line("", 0)
    for line in _lines([[line.strip() for line in page] for page in split]):
        if _continues(previous, line.text):
            paragraphs[-1][-1:] = _joined(paragraphs[-1][-1], line.text, compounds)
        elif line.text:
            paragraphs.append([line.text])
        previous = line
    return "\n".join(map("".join, paragraphs))


def _lines(pages: list[list[str]]) -> Iterator[_Line]:
    edges = Counter(key for page in pages for key in {_edge_key(line) for line in _edges(page)})
    enough = max(_REPEATS, len(pages) / 2)
    repeated = {key for key, count in edges.items() if count >= enough}
    for page in pages:
        lengths = sorted(len(line) for line in page if line)
        width = lengths[len(lengths) * 9 // 10] if lengths else 0
        last = len(page) - 1
        for number, line in enumerate(page):
            outer = number < _EDGE or number > last - _EDGE
            if not (outer and _edge_key(line) in repeated) and not (
                number in (0, last) and last and _PAGE_NUMBER.fullmatch(line)
            ):
                yield _Line(line, width)


def _edges(page: list[str]) -> list[str]:
    return [line for line in (*page[:_EDGE], *page[-_EDGE:]) if line]


def _edge_key(line: str) -> str:
    return _NUMBER.sub("#", line)


def _continues(previous: _Line, text: str) -> bool:
    """Say whether a line goes on with the paragraph of the one before."""
    if not previous.text or not text or _ITEM.match(text):
        return False
    if _BROKEN.search(previous.text) and text[0].islower():
        return True
    least = _QUITE_FULL if _SENTENCE_END.search(previous.text) else _FULL
    return len(previous.text) >= least * previous.width


def _joined(before: str, line: str, compounds: set[str]) -> tuple[str, str]:
    """Return the line before as it is needed when `line` follows, and `line`."""
    broken = _BROKEN.search(before)
    word = _WORD.match(line)
    if broken and word:
        return _whole(before, broken[1], word[0], compounds), line
    glued = _HAN_OR_KANA.match(before[-1]) and _HAN_OR_KANA.match(line[0])
    return before + ("" if glued else " "), line


def _whole(before: str, first: str, second: str, compounds: set[str]) -> str:
    """Return a line that ends in a broken word as the word's second half needs it."""
    if second in _AFTER_HALF:  # "Ein- und Ausgang"
        return f"{before} "
    if f"{first}-{second}".lower() in compounds or not second[0].islower():
        return before
    return before[:-1]
