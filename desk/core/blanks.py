"""Blank lines: where they are, and whether they are what parts the paragraphs of a text."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_LONG = 100  # characters: a longer line was not broken to fit a terminal or a page
_SPACES = 80  # a line of so many is looked at for a letter
_PARAGRAPH = 25  # lines: blank lines that are further apart part more than paragraphs


class Blanks(NamedTuple):
    """The starts of the blank lines; `part` says that they alone begin new paragraphs.

    Then the other line ends are mere breaks, as in verse and in text of lines of one length.
    """

    starts: list[int]
    part: bool


def find_blanks(text: str, starts: Sequence[int]) -> Blanks:
    """Return the blank lines of a text whose lines begin at `starts`.

    A long line right before another line is a paragraph that ends without a blank line. Where
    fewer lines do that than have a blank line after them, blank lines part the paragraphs, unless
    there are few of them.
    """
    blanks: list[int] = []
    parted = unparted = 0
    before = 0  # length of the line before, 0 for a blank one
    for start, following in pairwise((*starts, len(text) + 1)):
        length = following - start - 1
        if not length or (length < _SPACES and text[start : following - 1].isspace()):
            blanks.append(start)
            parted += before > 0 and start < len(text)
            length = 0
        else:
            unparted += before > _LONG
        before = length
    return Blanks(blanks, parted > unparted and parted * _PARAGRAPH > len(starts))
