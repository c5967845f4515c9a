"""Join lines of a PDF: ligatures, and words that were broken at the end of a line."""

import re

LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": "-"}
)
BROKEN = re.compile(r"\b(\w{1,40})[-‐]$")
_COMPOUND = re.compile(r"\b\w{1,40}-\w{1,40}")
_WORD = re.compile(r"\w+")
_HAN_OR_KANA = re.compile("[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")
_AFTER_HALF = frozenset(("and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "en", "of"))


def compounds_in(text: str) -> set[str]:
    """Return the words with a hyphen, which keep it at the end of a line too."""
    return {word.lower() for word in _COMPOUND.findall(text)}


def joined(before: str, line: str, compounds: set[str]) -> str:
    """Return what a line becomes when `line` follows it, up to where that one begins."""
    broken = BROKEN.search(before)
    word = _WORD.match(line)
    if broken and word:
        return _whole(before, broken[1], word[0], compounds)
    glued = _HAN_OR_KANA.match(before[-1]) and _HAN_OR_KANA.match(line[0])
    return before + ("" if glued else " ")


def _whole(before: str, first: str, second: str, compounds: set[str]) -> str:
    """Return a line that ends in a broken word as the word's second half needs it."""
    if second in _AFTER_HALF:  # "Ein- und Ausgang"
        return f"{before} "
    if f"{first}-{second}".lower() in compounds or not second[0].islower():
        return before
    return before[:-1]
