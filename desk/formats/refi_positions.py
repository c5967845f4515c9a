"""What the positions of a REFI-QDA file count, which differs from writer to writer.

The standard says code points of the plain text. Writers count CRLF as one or as two, a byte order
mark as one or not at all, and some count UTF-16 units. Which of these a text follows shows in the
names of its selections, which are the quotes or their beginnings; without names, in whether the
ranges lie in the text and end where words do.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import product
from typing import NamedTuple

from desk.core.offsets import Utf16Map
from desk.core.text import clean
from desk.core.types import TextRange

_GONE = re.compile("\ufeff|\r(?=\ufeff*\n)")  # what the cleaning of a text takes out
_CUT_OFF = ("…", "...")
_EXACT, _ALIKE, _BEGINS = 3, 2, 1  # how well a name fits a quote
_SLACK = 20  # blanks that a quote may have and its name has not
_FAR = 20_000  # code points from its place within which a quote is looked for
_TELLING = 12  # code points of a name that is looked for; shorter ones are everywhere


class Reading(NamedTuple):
    """One way of counting."""

    utf16: bool
    mark: bool
    """Whether a byte order mark counts."""
    line_feeds: bool
    """Whether a CRLF counts as one."""


# The likelier ones first.
READINGS = tuple(Reading(*flags) for flags in product((False, True), repeat=3))


class Selection(NamedTuple):
    """A range as a file gives it, and its name: mostly the quote or the beginning of it."""

    start: int
    end: int
    name: str = ""


class Score(NamedTuple):
    """How well a way of counting fits one text; the first that differs decides."""

    names: int = 0
    inside: int = 0
    edges: int = 0


class Settled(NamedTuple):
    """The ranges of a text's selections, and how many of them were found by their words alone."""

    places: list[TextRange]
    moved: int = 0


class Located:
    """One text with its selections, to be placed in `text`, which is the clean one."""

    def __init__(self, raw: str, has_mark: bool, selections: Sequence[Selection]) -> None:
        """`raw` is the text as decoded, without the byte order mark that it may have had."""
        self.text = clean(raw)
        self.selections = selections
        self._raw = raw
        self._has_mark = has_mark
        self._plain = plain(self.text)
        self._names = [plain(clean(selection.name)) for selection in selections]
        self.places = lru_cache(maxsize=None)(self._places)
        self.score = lru_cache(maxsize=None)(self._score)

    def effective(self, reading: Reading) -> Reading:
        """Return the way of counting that comes to the same here, without what is not there."""
        return Reading(
            reading.utf16 and self._has_astral,
            reading.mark and self._has_mark,
            reading.line_feeds and "\r\n" in self._raw,
        )

    @cached_property
    def _has_astral(self) -> bool:
        return not self._raw.isascii() and max(self._raw, default="") > "\uffff"

    def _places(self, reading: Reading) -> list[TextRange]:
        """Return where each selection lies in `text`; it may reach beyond it, or be empty."""
        place = _placing(self._raw, reading)
        return [TextRange(place(start), place(end)) for start, end, _ in self.selections]

    def settled(self, reading: Reading) -> Settled:
        """Return the places in one way of counting, mended where a name shows the true one."""
        moved = 0
        places = []
        triples = zip(
            self.places(self.effective(reading)), self._names, self.selections, strict=True
        )
        for place, name, (start, end, _) in triples:
            found = _nearest(self._plain, place, name, end - start)
            moved += found is not None
            places.append(found or place)
        return Settled(places, moved)

    def _score(self, reading: Reading) -> Score:
        """Return how well an effective way of counting fits."""
        names = inside = edges = 0
        for place, name in zip(self.places(reading), self._names, strict=True):
            if 0 <= place.start < place.end <= len(self.text):
                inside += 1
                names += fit(self._plain, place, name)
                edges += _is_edge(self.text, place.start) + _is_edge(self.text, place.end)
        return Score(names, inside, edges)


def settle(texts: Sequence[Located]) -> list[Settled]:
    """Return the places of each text's selections, counted in the way that fits it best.

    A text whose own names do not tell is counted as most of the project is.
    """
    overall = {
        reading: sum(text.score(text.effective(reading)).names for text in texts)
        for reading in READINGS
    }

    return [text.settled(_best(text, overall)) for text in texts]


def _best(text: Located, overall: Mapping[Reading, int]) -> Reading:
    def rank(reading: Reading) -> tuple[int, int, Score]:
        score = text.score(text.effective(reading))
        return score.names, overall[reading], score

    return max(READINGS, key=rank)


def plain(text: str) -> str:
    """Return a clean text without line ends and tabs: names in XML have blanks in their place."""
    return text.replace("\n", " ").replace("\t", " ")


def fit(text: str, place: TextRange, name: str) -> int:
    """Return how well a name fits the words at a place: 0 where they are others. Both are plain."""
    if len(name) == place.end - place.start and text.startswith(name, place.start):
        return _EXACT if name else 0
    beginning = _beginning(name)
    first = beginning.partition(" ")[0] or beginning.lstrip(" ")[:1]
    if not first or text.find(first, place.start, place.start + len(first) + _SLACK) < 0:
        return 0  # nearly all that do not fit
    quote = text[place.start : min(place.end, place.start + 2 * len(name) + _SLACK)]
    quote, name, beginning = (" ".join(words.split()) for words in (quote, name, beginning))
    if not quote.startswith(beginning):
        return 0
    return _ALIKE if quote == name else _BEGINS


def _beginning(name: str) -> str:
    return next((name.removesuffix(end) for end in _CUT_OFF if name.endswith(end)), name)


def _nearest(text: str, place: TextRange, name: str, length: int) -> TextRange | None:
    """Return where the words of a name are, if not at their place but near it, else None.

    A whole name must be as long as the file says: one of the reader's own may be in the text too.
    """
    beginning = _beginning(name)
    size = place.end - place.start if beginning != name else len(name)
    is_other = beginning == name and len(name) != length
    if len(beginning) < _TELLING or is_other or fit(text, place, name):
        return None
    before = text.rfind(beginning, max(0, place.start - _FAR), max(0, place.start) + len(name))
    after = text.find(beginning, max(0, place.start), max(0, place.start) + _FAR)
    found = [start for start in (before, after) if start >= 0]
    start = min(found, key=lambda start: abs(start - place.start), default=0)
    return TextRange(start, start + size) if found else None


def _placing(raw: str, reading: Reading) -> Callable[[int], int]:
    """Return what turns a position as counted into one in the clean text."""
    counted = raw.replace("\r\n", "\n") if reading.line_feeds else raw
    gone = [found.start() for found in _GONE.finditer(counted)]
    units = Utf16Map(counted) if reading.utf16 else None

    def place(position: int) -> int:
        if reading.mark and position > 0:
            position -= 1
        if units is not None:
            position = units.to_points(position)
        return position - bisect_left(gone, position)

    return place


def _is_edge(text: str, position: int) -> bool:
    """Say whether no word goes on across a position."""
    around = text[max(0, position - 1) : position + 1]
    return not around.isalnum() or not 0 < position < len(text)
