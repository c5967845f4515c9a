"""Lines too long for a window to lay out at once, broken where a sentence or a word ends."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any

from desk.core.message import message
from desk.core.text import whole_cut
from desk.core.types import Draft, DraftPassage, Style

# Code points of a line. Qt lays a line out as a whole: 5 MB without a break hold the window up
# for two seconds and each key for half a second, a word of 1 MB for 40 seconds.
LONGEST = 50_000
_TOLD = message("Lines too long to be shown were broken into shorter ones.")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]* |[。！？][」』”’]*")


def broken(draft: Draft) -> Draft:
    """Return a draft without lines over `LONGEST`, and say so in a warning if there were any.

    A blank becomes a line end where there is one; elsewhere a line end is put in.
    """
    if len(draft.text) <= LONGEST:
        return draft
    cuts = list(_cuts(draft.text))
    if not cuts:
        return draft
    added = [cut for cut in cuts if draft.text[cut] != " "]
    return draft._replace(
        text=_cut(draft.text, cuts),
        styles=tuple(style._replace(**_moved(style, added)) for style in draft.styles),
        passages=tuple(passage._replace(**_moved(passage, added)) for passage in draft.passages),
        warnings=(*draft.warnings, _TOLD),
    )


def _moved(piece: Style | DraftPassage, added: list[int]) -> dict[str, Any]:
    """Return the ends of a range, moved by the line ends that were put in before them."""
    return {
        "start": piece.start + bisect_right(added, piece.start),
        "end": piece.end + bisect_left(added, piece.end),
    }


def _cuts(text: str) -> Iterator[int]:
    """Yield where lines end from now on: at a blank, which goes, or before a letter."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        while end - start > LONGEST:
            cut = _best(text, start)
            yield cut
            start = cut
        start = end + 1


def _best(text: str, start: int) -> int:
    """Return the place in the later half of what a line may hold: a sentence's end, a blank."""
    middle, most = start + LONGEST // 2, start + LONGEST
    ends = [found.end() for found in _SENTENCE_END.finditer(text, middle, most)]
    if ends:
        return ends[-1] - (text[ends[-1] - 1] == " ")
    blank = text.rfind(" ", middle, most)
    return blank if blank > 0 else whole_cut(text, most)


def _cut(text: str, cuts: list[int]) -> str:
    pieces = []
    start = 0
    for cut in cuts:
        pieces.append(text[start:cut])
        start = cut + (text[cut] == " ")
    return "\n".join((*pieces, text[start:]))
