"""Plain text whose lines a program broke at a width, as in old mails: its paragraphs again.

A line was broken by a program if the first word of the next would not have fitted on it. In a
poem, a list or a transcript it would have; such texts stay as they are.
"""

import re
from itertools import pairwise

from desk.core.message import message

JOINED = message("Lines that a program had broken at one width were joined to paragraphs.")
_WIDTHS = range(50, 101)  # characters of a line at which programs break
_LONGER = 0.03  # of the lines may be longer, such as those of addresses
_SHARE = 0.8  # of the lines that another follows in their paragraph must be so broken
_FEWEST = 4  # of them; fewer may be chance
_OWN_LINE = re.compile(r"\s|[>|*•·–—-]|\(?\w{1,3}[.)]\s|#+ |[=_~]{3}")


def unwrapped(text: str) -> str:
    """Return a text with a space where a program broke a line; others come back as they are.

    Each line end becomes one space, so that all else keeps its place.
    """
    if len(text) > _WIDTHS.stop * (text.count("\n") + 1):
        return text  # most texts: a paragraph is a line
    lines = text.split("\n")
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    width = lengths[int(len(lengths) * (1 - _LONGER))] if lengths else 0
    if width not in _WIDTHS:
        return text
    broken = [_is_broken(line, following, width) for line, following in pairwise(lines)]
    followed = sum(_goes_on(line, following) for line, following in pairwise(lines))
    if sum(broken) < max(_FEWEST, _SHARE * followed):
        return text
    ends = (" " if joins else "\n" for joins in broken)
    return "".join(line + end for line, end in zip(lines, (*ends, ""), strict=True))


def _goes_on(line: str, following: str) -> bool:
    return bool(line.strip()) and bool(following) and not _OWN_LINE.match(following)


def _is_broken(line: str, following: str, width: int) -> bool:
    if not _goes_on(line, following):
        return False
    word = following.split(maxsplit=1)[0]
    return len(line.rstrip()) + 1 + len(word) > width
