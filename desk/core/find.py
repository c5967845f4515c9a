"""Words or a regular expression in one text."""

import re
import time
from collections.abc import Iterator

from desk.core.errors import UserError
from desk.core.types import TextRange

MOST = 20_000  # hits; more than anyone looks at
PATIENCE = 2.0  # seconds for a regular expression


def find_all(
    text: str, words: str, *, regex: bool = False, match_case: bool = False
) -> list[TextRange]:
    """Return the ranges of all hits in reading order, `MOST` at most.

    White space in plain words stands for any white space, so a line end between two words is no
    obstacle. UserError for a regular expression that is none, or that takes too long.
    """
    if not words.strip():
        return []
    pattern = _compiled(words, regex, match_case)
    pieces = _lines(text) if regex else iter([(0, text)])
    return _gathered(pattern, pieces)


def _compiled(words: str, regex: bool, match_case: bool) -> re.Pattern[str]:
    flags = 0 if match_case else re.IGNORECASE
    if not regex:
        return re.compile(r"\s+".join(re.escape(word) for word in words.split()), flags)
    try:
        return re.compile(words, flags)
    except (re.error, RecursionError, OverflowError) as error:
        raise UserError(f"This is no regular expression: {error}.") from error


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _gathered(pattern: re.Pattern[str], pieces: Iterator[tuple[int, str]]) -> list[TextRange]:
    """Search piece by piece; between two lines there is time to give up."""
    deadline = time.monotonic() + PATIENCE
    hits: list[TextRange] = []
    for start, piece in pieces:
        for match in pattern.finditer(piece):
            if match.end() > match.start():
                hits.append(TextRange(start + match.start(), start + match.end()))
            if len(hits) >= MOST:
                return hits
        if time.monotonic() > deadline:
            raise UserError("This regular expression takes too long: make it simpler.")
    return hits
