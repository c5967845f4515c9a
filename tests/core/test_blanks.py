"""Blank lines and what they mean."""

import pytest

from desk.core.blanks import Blanks, find_blanks
from desk.core.text import line_starts

LONG = "x" * 101
CASES = {
    "": Blanks([0], False),
    "one": Blanks([], False),
    f"{LONG}\n{LONG}\n{LONG}": Blanks([], False),
    f"{LONG}\n\n{LONG}": Blanks([102], True),
    "a line\nof verse\n\nnext stanza\n \t\nlast": Blanks([16, 29], True),
    f"{LONG}\n{LONG}\n\n{LONG}": Blanks([204], False),
    f"{LONG}\n\n\n{LONG}\n{LONG}": Blanks([102, 103], False),
    "ends in\n": Blanks([8], False),
    "A heading\n\n" + "said one\nsaid another\n" * 20: Blanks([10, 451], False),
    f"{' ' * 80}\na": Blanks([], False),
}


@pytest.mark.parametrize("text", CASES)
def test_blank_lines_part_paragraphs_where_fewer_long_lines_go_without(text: str) -> None:
    assert find_blanks(text, line_starts(text)) == CASES[text]
