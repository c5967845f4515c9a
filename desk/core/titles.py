"""A title for an article whose file gives none."""

import re

from desk.core.sentences import paragraphs, sentences_in
from desk.core.text import clean, whole_cut
from desk.core.types import TextRange

_WHOLE = 60  # a sentence of up to so many code points is a title as it stands
_CUT = 50  # a longer one is cut to at most so many, with the "…"
_LOOKED_AT = 400  # code points of the first paragraph, which may be the whole article
_SMALL_WORD = 3  # letters
_LEAST_WORDS = 3

_PART = re.compile(r"[^\W_]+")
# Names that programs give to files: they say nothing of what is inside.
_EMPTY_NAMES = re.compile(
    "article|artikel|copy|default|doc|document|dokument|download|export|file|img|image|index|new|"
    "noname|page|pasted|print|scan|screenshot|temp|text|tmp|unnamed|untitled",
    re.IGNORECASE,
)
# Letters among digits, a long number, or hexadecimal: the number of a file, not a word.
_CODE = re.compile(r"(?=.{6,})\w*\d\D+\d\w*|\d{9,}|[0-9a-f]{12,}", re.IGNORECASE)
_WORD = re.compile(r"([^\W\d_a-zA-Z]+|[^\W\d_]{3,})\d{0,4}")


def title_of(text: str, file_stem: str = "") -> str:
    """Return a title: the file's name if it reads like words, else the first sentence, short.

    `file_stem` is the name without its suffix. Where the first sentence is a lone full stop it is
    the title as it stands, or else the first letters are; "" only where all is blank.
    """
    named = _words_of(file_stem)
    if _reads_like_words(named):
        return named
    return _short(_first_sentence(text)) or named or _one_line(text.strip()[:_CUT])


def _words_of(file_stem: str) -> str:
    """Return a file's name with spaces between its words."""
    words = clean(file_stem).replace("_", " ").strip()
    if " " not in words:
        words = words.replace("-", " ")
    return _one_line(words)


def _reads_like_words(name: str) -> bool:
    parts = _PART.findall(name)
    return any(map(_says_something, parts)) and not any(map(_CODE.fullmatch, parts))


def _says_something(part: str) -> bool:
    word = _WORD.fullmatch(part)
    return word is not None and not _EMPTY_NAMES.fullmatch(word[1])


def _first_sentence(text: str) -> str:
    line = next(iter(paragraphs(text[: _start_of_words(text) + _LOOKED_AT])), TextRange(0, 0))
    sentence = next(sentences_in(text, line), TextRange(0, 0))
    return _one_line(text[sentence.start : sentence.end])


def _start_of_words(text: str) -> int:
    return len(text) - len(text.lstrip())


def _short(sentence: str) -> str:
    """Return a sentence without its full stop, or cut after a word that carries weight."""
    if len(sentence) <= _WHOLE:
        return _without_stop(sentence).rstrip()
    start = sentence[:_CUT]
    words = start.split(" ")[:-1]
    if not words:
        return start[: whole_cut(sentence, _CUT - 1)] + "…"
    while len(words) > _LEAST_WORDS and _is_small(words[-1]):
        words.pop()
    return " ".join(words).rstrip(",;:–—-. ") + "…"


def _is_small(word: str) -> bool:
    """Say whether a word such as "in", "the" or "und" would dangle at the end of a title."""
    return len(word) <= _SMALL_WORD and not word[:1].isupper() and not word[-1:].isdigit()


def _without_stop(sentence: str) -> str:
    last_word = sentence.rpartition(" ")[2]
    is_stop = last_word.endswith(".") and "." not in last_word[:-1]
    return sentence[:-1] if is_stop else sentence.removesuffix("。")


def _one_line(words: str) -> str:
    return " ".join(words.split())
