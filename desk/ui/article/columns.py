"""How the width of the view is shared out between the text and what is beside it."""

from typing import NamedTuple

from desk.ui.article.document import INSET

_LEFT = 48  # pixels left of the text where there is room
_TIGHT_LEFT = 16
_MARGIN = 176  # bars and the names of tags
_TIGHT_MARGIN = 40  # bars alone


class Columns(NamedTuple):
    """Pixels left of the page, of the page with its insets, and of the margin right of it."""

    left: int
    page: int
    margin: int


def share_out(width: int, column: int) -> Columns:
    """Centre a column of text, moved left where the margin would not have room.

    In a narrow window the names in the margin go first, then the text becomes narrower.
    """
    page = column + 2 * INSET
    rest = width - page
    if rest < _TIGHT_LEFT + _TIGHT_MARGIN:
        page = max(120, width - _TIGHT_LEFT - _TIGHT_MARGIN)
        return Columns(_TIGHT_LEFT, page, max(0, width - _TIGHT_LEFT - page))
    least_left = min(_LEFT, max(_TIGHT_LEFT, rest - _TIGHT_MARGIN))
    left = max(least_left, min(rest // 2, rest - _MARGIN))
    return Columns(left, page, rest - left)
