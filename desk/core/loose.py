"""A pattern that finds a word however its accents are written, in the text as it is."""

import re
import unicodedata
from functools import cache

from desk.core.folding import PLAIN

_ACCENTED = (range(0xC0, 0x250), range(0x370, 0x400), range(0x1E00, 0x2000))  # Latin and Greek
_PLAIN = str.maketrans(dict(PLAIN))
_MARKS = "[\u0300-\u036f]*"


def pattern_of(word: str, in_ascii: bool) -> str:
    """Return a regular expression for a word, to be used without regard to case.

    "Ecole" finds "École" and the other way round, "strasse" finds "Straße". Only Latin and Greek
    letters are taken loosely: elsewhere a mark makes another letter. In a text that is ASCII there
    are no accents to look for.
    """
    letters = "".join(map(_base, word.lower().translate(_PLAIN)))
    plain = re.sub(_MARKS, "", letters) or word  # which may be a mark alone
    if in_ascii:
        return re.escape(plain)
    pairs = "|".join(_pairs())
    parts = re.split(f"({pairs})", plain)
    return "".join(_pairs().get(part) or "".join(map(_letter, part)) for part in parts)


def _base(letter: str) -> str:
    if not any(ord(letter) in letters for letters in _ACCENTED):
        return letter
    return unicodedata.normalize("NFD", letter)[0]


def _letter(letter: str) -> str:
    others = _variants().get(letter)
    return f"[{letter}{others}]{_MARKS}" if others else re.escape(letter)


@cache
def _variants() -> dict[str, str]:
    """Return the accented letters that stand for a plain one."""
    found: dict[str, str] = {}
    for code in (code for letters in _ACCENTED for code in letters):
        letter = chr(code)
        base = unicodedata.normalize("NFD", PLAIN.get(letter, letter))
        if base[0] != letter and (letter not in PLAIN or len(base) == 1):
            found[base[0].lower()] = found.get(base[0].lower(), "") + letter
    return found


@cache
def _pairs() -> dict[str, str]:
    """Return patterns for the pairs of letters that one letter can stand for."""
    return {
        pair: f"(?:{''.join(map(_letter, pair))}|{letter})"
        for letter, pair in PLAIN.items()
        if len(pair) > 1
    }
