"""Words or a regular expression in one text."""

import re
import time
from collections.abc import Iterator
from itertools import islice

from desk.core.errors import UserError
from desk.core.types import TextRange

MOST = 20_000  # hits; more than anyone looks at
PATIENCE = 1.0  # seconds for a regular expression: the window waits for it


def find_all(
    text: str, words: str, *, regex: bool = False, match_case: bool = False
) -> list[TextRange]:
    """Return the ranges of all hits in reading order, `MOST` at most.

    White space in plain words stands for any white space, so a line end between two words is no
    obstacle. UserError for a regular expression that is none, or that takes too long.
    """
    if not words.strip():
        return []
    hits = _by_pattern if regex else _by_words
    return list(islice(hits(text, words, match_case), MOST))


def _by_words(text: str, words: str, match_case: bool) -> Iterator[TextRange]:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.finditer(pattern, text, 0 if match_case else re.IGNORECASE)
    return (TextRange(*match.span()) for match in found)


def _by_pattern(text: str, words: str, match_case: bool) -> Iterator[TextRange]:
    """Search line by line; `regex` can give up within a line, which `re` cannot."""
    import regex  # late: 45 ms, for those who know what a regular expression is

    try:
        pattern = regex.compile(words, 0 if match_case else regex.IGNORECASE)
    except (regex.error, ValueError, RecursionError, OverflowError) as error:
        raise UserError(f"This is no regular expression: {error}.") from error
    deadline = time.monotonic() + PATIENCE
    try:
        for start, line in _lines(text):
            for match in pattern.finditer(line, timeout=max(0.0, deadline - time.monotonic())):
                if match.end() > match.start():
                    yield TextRange(start + match.start(), start + match.end())
    except TimeoutError as error:
        message = "This regular expression takes too long: make it simpler."
        raise UserError(message) from error


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1
