"""The ways to write a word that the search index tells apart and a reader does not.

FTS5 takes the accents off Latin letters that Unicode composes of a letter and an accent. It knows
nothing of the accents of Greek, of the two dots of Russian, of ß, ø and ł, of the i without a
dot, and of Hangul in parts. So a word is looked for in each of its spellings. Those that are
nowhere cost some 0.02 ms each.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from desk.core.folding import PLAIN

MOST = 32  # spellings of a word or phrase

_ACCENTED_GREEK = dict(zip("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ", strict=True))
_TO_PLAIN = {**PLAIN, "ё": "е", **_ACCENTED_GREEK}
_PLAINLY = str.maketrans(_TO_PLAIN)

_WORD = re.compile(r"\S+")
_HANGUL = re.compile("[\uac00-\ud7a3\u1100-\u11ff]")


@lru_cache(maxsize=64)  # one search asks for each of its words some ten times
def spellings(text: str) -> tuple[str, ...]:
    """Return a word or phrase in its spellings, as it is typed first; at most `MOST`.

    In a phrase one word at a time is spelled otherwise, or all of them in the plainest way.
    """
    return tuple(islice(dict.fromkeys(_all_spellings(text)), MOST))


def _all_spellings(text: str) -> Iterator[str]:
    yield text
    if _HANGUL.search(text):
        yield unicodedata.normalize("NFC", text)
        yield unicodedata.normalize("NFD", text)
    typed = unicodedata.normalize("NFC", text).lower()
    yield typed.translate(_PLAINLY)
    for word in _WORD.finditer(typed):
        for spelling in _richer(word[0].translate(_PLAINLY)):
            yield f"{typed[: word.start()]}{spelling}{typed[word.end() :]}"


def _richer(plain: str) -> Iterator[str]:
    """Yield a plain word with one of its letters, or all of a kind, in another way."""
    for rich, letters in _TO_PLAIN.items():
        if letters not in plain:
            continue
        yield plain.replace(letters, rich)
        if plain.count(letters) > 1:
            for found in re.finditer(letters, plain):
                yield f"{plain[: found.start()]}{rich}{plain[found.end() :]}"
