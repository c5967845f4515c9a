"""Words or a regular expression in one text."""

import re
import time
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice

from desk.core.errors import UserError
from desk.core.loose import pattern_of
from desk.core.message import Message, message
from desk.core.types import TextRange

MOST = 20_000  # hits; more than anyone looks at
PATIENCE = 1.0  # seconds for a regular expression: the window waits for it

_UNCLOSED_SET = message("This is no regular expression: a “[” is never closed.")
_NOTHING_TO_REPEAT = message(
    "This is no regular expression: “*”, “+” or “?” stands where there is nothing to repeat."
)
_ESCAPE = message(
    "This is no regular expression: “\\” stands before a letter to which it gives no meaning. "
    "For the sign itself, write “\\\\”."
)
# What the library says begins so.
_FAULTS: Mapping[str, Message] = {
    "missing )": message("This is no regular expression: a “(” is never closed."),
    "unbalanced parenthesis": message("This is no regular expression: a “)” closes nothing."),
    "unterminated character set": _UNCLOSED_SET,
    "missing ]": _UNCLOSED_SET,
    "nothing to repeat": _NOTHING_TO_REPEAT,
    "multiple repeat": _NOTHING_TO_REPEAT,
    "bad escape": _ESCAPE,
    "incomplete escape": _ESCAPE,
    "bad character range": message("This is no regular expression: a range runs backwards."),
    "min repeat": message("This is no regular expression: a least number is above its most."),
}


def find_all(
    text: str, words: str, *, regex: bool = False, match_case: bool = False
) -> list[TextRange]:
    """Return the ranges of all hits in reading order, `MOST` at most.

    White space in plain words stands for any white space, so a line end between two words is no
    obstacle. With `match_case`, accents are to be the same too. UserError for a regular expression
    that is none, or that takes too long.
    """
    if not words.strip():
        return []
    hits = _by_pattern if regex else _by_words
    return list(islice(hits(text, words, match_case), MOST))


def _by_words(text: str, words: str, match_case: bool) -> Iterator[TextRange]:
    in_ascii = text.isascii()
    exact, loose = re.escape, partial(pattern_of, in_ascii=in_ascii)
    pattern = r"\s+".join(map(exact if match_case else loose, words.split()))
    found = re.finditer(pattern, text, 0 if match_case else re.IGNORECASE)
    return (TextRange(*match.span()) for match in found)


def _by_pattern(text: str, words: str, match_case: bool) -> Iterator[TextRange]:
    """Search line by line; `regex` can give up within a line, which `re` cannot."""
    import regex  # late: 45 ms, for those who know what a regular expression is

    try:
        pattern = regex.compile(words, 0 if match_case else regex.IGNORECASE)
    except (regex.error, ValueError, RecursionError, OverflowError) as error:
        raise UserError.of(_fault(error)) from error
    deadline = time.monotonic() + PATIENCE
    try:
        for start, line in _lines(text):
            for match in pattern.finditer(line, timeout=max(0.0, deadline - time.monotonic())):
                if match.end() > match.start():
                    yield TextRange(start + match.start(), start + match.end())
    except TimeoutError as error:
        raise UserError("This regular expression takes too long: make it simpler.") from error


def _fault(error: Exception) -> Message:
    """Return what is wrong with an expression; where the library's words are not known, the place.

    They are English, so they are never shown.
    """
    said = getattr(error, "msg", "")
    known = next((told for start, told in _FAULTS.items() if said.startswith(start)), None)
    place = getattr(error, "pos", None) or 0
    return known or message(
        "This is no regular expression: something is wrong at its character {place}.",
        place=place + 1,
    )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1
