"""Where sentencex ends a sentence too soon or too late for a reader, and how that is mended.

Found by reading texts of 25 languages with it; each rule below is one of the cases in the tests.
"""

import re
from collections.abc import Iterable, Iterator

from desk.core.anchor import trim
from desk.core.types import TextRange

# "3.", "(b)", "IV.": the number of what follows.
_MARKER = re.compile(r"[(\[]?(?:\d{1,3}|[^\W\d_]|[ivxlc]{1,5}|[IVXLC]{1,5})[.)\]]+")
_BEFORE_A_NUMBER = re.compile(
    r"(?i:\b(?:abs|approx|art|bd|ca|cap|cf|ch|col|eq|fig|kap|kl|nos?|nr|núm|o\.a|par|pp?|pág|sec"
    r"|tel|vols?|гл|рис|ст|стр)\.)$"
)
_ONE_LETTER = re.compile(r"(?:^|[\s.(-])[^\W\d_]\.$")
_FRENCH_TITLE = re.compile(r"(?:^|\s)(?:MM?|Mmes?|Mlles?|Me|Pr|Dr)\.$")
_JAPANESE_SAID = re.compile("と|って")

# An ellipsis or a whole bracket, where a new sentence follows.
_CLOSED = re.compile(r"(?:…[\"”’»]?|^\([^()]*[.!?…]\))\s+(?=\S)")
# Thai and Lao part sentences by spaces (but not around "ๆ", which repeats a word), Khmer and
# Tibetan by marks that sentencex does not know.
_SPACED = re.compile(
    r"(?<=[\u0e00-\u0eff])(?<!ๆ)\s+(?=[\u0e00-\u0eff])(?!ๆ)|(?<=[។៕])\s*(?=\S)|(?<=།)\s+(?=\S)"
)
_FOOTNOTE = re.compile("[¹²³⁰⁴-⁹]+")


def mended(text: str, found: Iterable[TextRange], language: str) -> list[TextRange]:
    """Return sentences, found one after the other in a line, as a reader would part them.

    They are trimmed and none is empty. `language` is a bare code such as "fr".
    """
    result: list[TextRange] = []
    for whole in found:
        for part in _parted(text, whole):
            here = _without_footnote(text, part, result)
            if here.start == here.end:
                continue
            if result and _goes_on(text, result[-1], here, language):
                here = TextRange(result.pop().start, here.end)
            result.append(here)
    return result


def _parted(text: str, whole: TextRange) -> Iterator[TextRange]:
    piece = text[whole.start : whole.end]
    cuts = {cut.end() for cut in _SPACED.finditer(piece)}
    cuts |= {cut.end() for cut in _CLOSED.finditer(piece) if not piece[cut.end()].islower()}
    start = 0
    for end in (*sorted(cuts), len(piece)):
        yield trim(text, TextRange(whole.start + start, whole.start + end))
        start = end


def _without_footnote(text: str, part: TextRange, before: list[TextRange]) -> TextRange:
    """Give the number of a footnote to the sentence that it stands at."""
    note = _FOOTNOTE.match(text, part.start, part.end)
    if note is None or not before or before[-1].end != part.start:
        return part
    before[-1] = TextRange(before[-1].start, note.end())
    return trim(text, TextRange(note.end(), part.end))


def _goes_on(text: str, one: TextRange, other: TextRange, language: str) -> bool:
    """Say whether what was parted is one sentence."""
    before, after = text[one.start : one.end], text[other.start : other.end]
    return bool(
        _MARKER.fullmatch(before)
        or (after[0].isdigit() and _BEFORE_A_NUMBER.search(before))
        or (after[0].islower() and _ONE_LETTER.search(before))
        or (language == "fr" and _FRENCH_TITLE.search(before))
        or (before[-1] in "」』" and _JAPANESE_SAID.match(after))
    )
