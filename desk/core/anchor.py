"""How a passage holds on to its text: its quote, and the words on either side."""

from typing import NamedTuple

from desk.core.errors import UserError
from desk.core.message import Message, message, plural
from desk.core.text import clean, whole_cut
from desk.core.types import TextRange

CONTEXT = 32  # code points on either side
_SHOWN = 60  # code points of a quote in a message


class Anchor(NamedTuple):
    """The words of a range, and up to CONTEXT code points before and after."""

    quote: str
    prefix: str
    suffix: str


def make_anchor(text: str, where: TextRange) -> Anchor:
    """Return the anchor of a range of a text."""
    start, end = where
    return Anchor(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def is_misplaced(text: str, start: int, end: int, quote: str) -> bool:
    """Say whether a range no longer holds its quote, or is no range of this text."""
    return not 0 <= start < end <= len(text) or text[start:end] != quote


def find_quote(text: str, quote: str, nth: int = 1) -> TextRange:
    """Return the nth place, from 1, of a quote in an article's text; places may overlap.

    The quote is cleaned as articles are, so that a CRLF in it finds an LF. UserError where it
    is empty, not there, or there fewer times.
    """
    quote = clean(quote)
    if not quote:
        raise UserError("The quote is empty: give the words of the article to look for.")
    if nth < 1:
        raise UserError("Places are counted from 1, so there is no place {nth}.", nth=nth)
    start, found = text.find(quote), 0
    while start >= 0:
        found += 1
        if found == nth:
            return TextRange(start, start + len(quote))
        start = text.find(quote, start + 1)
    raise UserError.of(_not_found(quote, found, nth))


def trim(text: str, where: TextRange) -> TextRange:
    """Return a range without the white space at its ends; all white, it is empty at its start."""
    piece = text[where.start : where.end]
    start = where.start + len(piece) - len(piece.lstrip())
    if start == where.end:
        return TextRange(where.start, where.start)
    return TextRange(start, where.start + len(piece.rstrip()))


def _not_found(quote: str, found: int, nth: int) -> Message:
    shown = quote if len(quote) <= _SHOWN else quote[: whole_cut(quote, _SHOWN)] + "…"
    if not found:
        return message("“{quote}” is not in the article: quote it letter for letter.", quote=shown)
    return plural(
        found,
        "“{quote}” is in the article only once, so there is no place {nth}.",
        "“{quote}” is in the article only %Ln times, so there is no place {nth}.",
        quote=shown,
        nth=nth,
    )
