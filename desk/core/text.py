"""What is done to an article's text as a whole: cleaning, counting lines and words."""

import re
import unicodedata
from bisect import bisect_right
from itertools import accumulate

# Patterns that no start needs are left to `re` to compile when it meets them: that saves 2 ms.
_LINE_ENDS = ("\r\n", "\r", "\u2028", "\u2029", "\u0085", "\v", "\f")
# What SQLite, Qt or XML cannot carry; LF and TAB may stay.
_FORBIDDEN = "[\x00-\x08\x0b-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
_REPLACEMENT = "\ufffd"
# All that needs no cleaning; possessive, so that one bad letter at the end costs no second look.
_CLEAN = (
    "[\t\n -\x84\x86-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd"
    "\U00010000-\U0010ffff]*+"
)

_HAN_AND_KANA = "\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN_AND_KANA += "\uff66-\uff9f\U00020000-\U0003ffff"
_THAI_TO_KHMER = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
# Scripts without spaces, and how many characters make a word of them on average.
_UNSPACED = (
    (f"[{_HAN_AND_KANA}]+", 2),
    (f"[{_THAI_TO_KHMER}]+", 5),
)
# For counting words in bytes: white space and all that is none; and the signs that make no word.
_SHAPES = bytes(ord(" " if code < 128 and chr(code).isspace() else "w") for code in range(256))
_SIGNS = bytes(
    code
    for code in range(128)
    if not (chr(code).isalnum() or chr(code).isspace() or chr(code) == "_")
)
# Silent reading of non-fiction: M. Brysbaert, "How many words do we read per minute?",
# Journal of Memory and Language 109 (2019).
_WORDS_A_MINUTE = 238

_BIDI_NAMES = {
    "\u061c": "ALM",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
# Bidi controls, other controls, spaces of no width, and the halves of letters that stand for bytes
# of a file's name. Not the joiners, which emoji and Persian need, nor the tag letters of flags.
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\ufff9-\ufffb]"
)

# Of Latin, Greek and Cyrillic alone: other scripts break by themselves, or hold marks that must
# not part from their letters.
_LONG_PIECE = "[!-\u024f\u0370-\u052f]{8}(?=[!-\u024f\u0370-\u052f]{16})"

_ZWJ = "\u200d"


def clean(text: str) -> str:
    """Return a text as articles hold it; the same, character for character, everywhere.

    U+FEFF goes; every line end becomes LF; NUL and other controls but TAB, lone surrogates and
    noncharacters become U+FFFD, one for one. Nothing is normalised.
    """
    if re.fullmatch(_CLEAN, text):  # nearly every text; a third of the time
        return text
    text = text.replace("\ufeff", "")
    for line_end in _LINE_ENDS:  # one after the other: ten times as fast as a pattern
        text = text.replace(line_end, "\n")
    return re.sub(_FORBIDDEN, _REPLACEMENT, text)


def line_starts(text: str) -> list[int]:
    """Return where each line starts; a text that ends in LF has an empty last line."""
    ends = accumulate(map(len, text.split("\n")))
    return [0, *(end + number for number, end in enumerate(ends, start=1))][:-1]


def paragraph_number(starts: list[int], position: int) -> int:
    """Return the number, from 1, of the line that holds a position."""
    return bisect_right(starts, position)


def count_words(text: str) -> int:
    """Return the number of words; in scripts without spaces, a good guess from the letters.

    What holds no letter or digit, such as a lone dash, is no word.
    """
    guessed = 0
    if not text.isascii():
        for letters, per_word in _UNSPACED:
            runs = re.findall(letters, text)
            guessed += sum(-(-len(run) // per_word) for run in runs)
            text = re.sub(letters, " ", text) if runs else text
    return guessed + _spaced_words(text)


def _spaced_words(text: str) -> int:
    """Return how many runs without a space hold a letter or a digit.

    Signs are taken out, so that a run of them alone is gone; then the beginnings of what is left
    are counted. Doing it in bytes takes a fifth of what a pattern for words takes.
    """
    for letter in set("" if text.isascii() else re.sub("[\0-\x7f]+", "", text)):
        if not letter.isalnum():
            text = text.replace(letter, " " if letter.isspace() else "")
    return (b" " + text.encode().translate(_SHAPES, _SIGNS)).count(b" w")


def reading_minutes(words: int) -> int:
    """Return how long a text of so many words is read, in minutes, at least 1 if there are any."""
    return max(int(words > 0), round(words / _WORDS_A_MINUTE))


def make_visible(text: str) -> str:
    """Return a title or name in which controls show as their names, such as "‹RLO›".

    Written as they are, they could make "gpj.exe" look like "exe.jpg".
    """
    return _INVISIBLE.sub(_name_of, text)


def breakable(text: str) -> str:
    """Return words to show in a narrow place: invisible spaces let the very long ones break."""
    return re.sub(_LONG_PIECE, "\\g<0>\u200b", text)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range without white space at its ends; one of white space alone stays as it is."""
    first, last = start, end
    while first < last and text[first].isspace():
        first += 1
    while first < last and text[last - 1].isspace():
        last -= 1
    return (first, last) if first < last else (start, end)


def whole_cut(text: str, cut: int) -> int:
    """Return the nearest position at or before `cut` that splits no letter from its marks.

    Emoji held by joiners and flags stay whole too.
    """
    while 0 < cut < len(text) and _holds_together(text, cut):
        cut -= 1
    return cut


def _holds_together(text: str, cut: int) -> bool:
    before, after = text[cut - 1], text[cut]
    if before == _ZWJ or after == _ZWJ or unicodedata.category(after).startswith("M"):
        return True
    if "\U0001f3fb" <= after <= "\U0001f3ff" or "\U000e0020" <= after <= "\U000e007f":
        return True
    return _is_flag_half(after) and _flag_halves_before(text, cut) % 2 == 1


def _is_flag_half(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def _flag_halves_before(text: str, cut: int) -> int:
    start = cut
    while start and _is_flag_half(text[start - 1]):
        start -= 1
    return cut - start


def _name_of(found: re.Match[str]) -> str:
    letter = found.group()
    return f"‹{_BIDI_NAMES.get(letter, f'U+{ord(letter):04X}')}›"
