"""Scripts in which no index knows the words, and how they are looked for instead.

Chinese, Japanese and Thai put no spaces between words. Arabic and Hebrew write short words
together with the next one, and small vowels that most leave out; FTS5 takes those, and the vowels
of Devanagari and its relatives, for the end of a word. All these are looked for letter by letter.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# Thai, Lao, Tibetan, Myanmar, Khmer, Tai Tham; kana, CJK ideographs with their extensions.
# Hangul is spaced and stays out (Unicode 16, blocks; as a class of regular expressions has it).
UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aaf\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f"
    "\U00020000-\U0003ffff"
)
_JOINED = "\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff"  # Hebrew, Arabic
_INDIC = "\u0900-\u0dff"  # Devanagari to Sinhala

# Vowels and accents that may be left out, and the line that only makes a word longer.
_LEFT_OUT = (
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]"
)
# A letter that belongs to the word beside it: any but those of the first, and the vowels of the
# third, which are no letters to Python; the bars that end a verse are none.
_IN_WORD = rf"(?:[^\W_{UNSPACED}]|[\u0900-\u0963\u0966-\u0dff])"
_SAME = ("اأإآٱ", "يىی", "كک")  # as they are typed in Arabic and Persian, one for the other
_SAME_AS = {letter: f"[{group}]" for group in _SAME for letter in group}


@lru_cache(maxsize=4)
def _class(letters: str) -> re.Pattern[str]:
    """Compile late: it takes 2 ms, and no start needs it."""
    return re.compile(f"[{letters}]")


def is_unindexed(text: str) -> bool:
    """Say whether a text holds letters of a script in which no index knows the words."""
    if text.isascii():
        return False
    return _class(UNSPACED + _JOINED + _INDIC).search(text) is not None


@lru_cache(maxsize=32)
def pattern_of(text: str, goes_on: bool = False) -> re.Pattern[str]:
    """Return what finds a word or phrase wherever it stands; with `goes_on`, its beginning too.

    Where spaces part words it begins and ends with a word; in Arabic and Hebrew other letters
    may stand before it, such as those for "and" and "the".
    """
    letters = re.sub(_LEFT_OUT, "", unicodedata.normalize("NFC", text)) or text
    pattern = "".join(map(_letter, letters))
    if not _class(UNSPACED + _JOINED).match(letters[0]):
        pattern = f"(?<!{_IN_WORD}){pattern}"
    if not goes_on and not _class(UNSPACED).match(letters[-1]):
        pattern += f"(?!{_IN_WORD})"
    has_case = letters.upper() != letters.lower()
    return re.compile(pattern, re.IGNORECASE if has_case else 0)


def _letter(letter: str) -> str:
    """Return what finds a letter, in whatever way it is put together."""
    if letter.isspace():
        return r"\s+"
    apart = unicodedata.normalize("NFD", letter)
    found = _SAME_AS.get(letter, re.escape(letter))
    if apart != letter and letter not in _SAME_AS:
        found = f"(?:{found}|{re.escape(apart)})"
    return f"{found}{_LEFT_OUT}*+" if _class(_JOINED).match(letter) else found


def holds(text: str | None, word: str, goes_on: int) -> bool:
    """Say whether a text has a word of such a script: for SQL."""
    return text is not None and pattern_of(word, bool(goes_on)).search(text) is not None


def occurrences(text: str, word: str, goes_on: bool = False) -> Iterator[tuple[int, int]]:
    """Yield where a word of such a script stands."""
    return (found.span() for found in pattern_of(word, goes_on).finditer(text))
