"""Colours of tags on every paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.colours import PALETTE, blend, contrast, fill, next_colour, readable

PAPERS = [
    ("#FFFEFB", "#1D2125"),
    ("#17191C", "#DCDDDE"),
    ("#F7F0E0", "#3B3125"),
    ("#FFFFFF", "#000000"),
]
colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def test_contrast_as_the_standard_has_it():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#FFFFFF")


def test_blend():
    assert blend("#FF0000", "#0000FF", 0.5) == "#800080"
    assert blend("#FF0000", "#123456", 0) == "#123456"
    assert blend("#FF0000", "#123456", 1) == "#FF0000"


def test_each_new_tag_takes_the_colour_used_least():
    taken = []
    for _ in range(2 * len(PALETTE)):
        taken.append(next_colour([colour.lower() for colour in taken]))
    assert taken == 2 * [colour.hex for colour in PALETTE]
    assert next_colour(["#123456"]) == PALETTE[0].hex


@pytest.mark.parametrize(("paper", "text"), PAPERS)
@given(colour=st.sampled_from([colour.hex for colour in PALETTE]) | colours)
def test_lines_and_text_stand_out_on_every_paper(paper, text, colour):
    line = readable(colour, paper, text)
    assert contrast(line, paper) >= 3
    assert readable(line, paper, text) == line
    for alpha in (0.19, 0.45, 1):
        assert contrast(fill(colour, paper, text, alpha), text) >= 4.5


def test_a_colour_that_stands_out_stays():
    assert readable("#0072B2", "#FFFFFF", "#000000") == "#0072B2"
    assert fill("#E69F00", "#FFFFFF", "#000000") == blend("#E69F00", "#FFFFFF", 0.19)


def test_a_paper_on_which_nothing_stands_out_gets_its_text_colour():
    assert readable("#101010", "#202020", "#000000") == "#000000"
    assert fill("#FF0000", "#808080", "#888888") == "#808080"
