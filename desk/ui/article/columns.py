"""How the width of the view is shared out between the text and what is beside it."""

from typing import NamedTuple

from desk.ui.article.document import INSET

_LEFT = 48  # pixels left of the text where there is room
_TIGHT_LEFT = 16
_MARGIN = 176  # bars and the names of tags
_TIGHT_MARGIN = 104  # bars, and names of a dozen letters
_BARS = 40  # bars alone
_LEAST = 0.6  # of its lines' width, a column gives up the rest to keep names beside it


class Columns(NamedTuple):
    """Pixels left of the page, of the page with its insets, and of the margin right of it."""

    left: int
    page: int
    margin: int


def share_out(width: int, column: int) -> Columns:
    """Centre a column of text, moved left where the margin would not have room.

    In a narrow window the text becomes narrower first, then the names in the margin go.
    """
    page = column + 2 * INSET
    if width - page < _TIGHT_LEFT + _TIGHT_MARGIN:
        beside = width - _TIGHT_LEFT - _TIGHT_MARGIN
        alone = max(120, width - _TIGHT_LEFT - _BARS)
        page = beside if beside >= page * _LEAST else min(page, alone)
        return Columns(_TIGHT_LEFT, page, max(0, width - _TIGHT_LEFT - page))
    rest = width - page
    least_left = min(_LEFT, max(_TIGHT_LEFT, rest - _TIGHT_MARGIN))
    left = max(least_left, min(rest // 2, rest - _MARGIN))
    return Columns(left, page, rest - left)
