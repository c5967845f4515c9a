"""A hit with the words around it, in one line."""

import pytest

from desk.core.concordance import AFTER, BEFORE, in_context
from desk.core.types import TextRange

TEXT = "First line.\nHe said  it\tand left.\n\nThe  end 🙂 of\nit."


def parts(text: str, hit: str) -> tuple[str, str, str]:
    start = text.index(hit)
    words, begin, end = in_context(text, TextRange(start, start + len(hit)))
    return words[:begin], words[begin:end], words[end:]


@pytest.mark.parametrize(
    ("hit", "shown"),
    [
        ("First", ("", "First", " line.")),
        ("it", ("He said ", "it", " and left.")),
        ("left.", ("He said it and ", "left.", "")),
        ("\tand ", ("He said it", " and ", "left.")),
        ("🙂", ("The end ", "🙂", " of")),
        ("of\nit", ("The end 🙂 ", "of it", ".")),
        ("\n\n", ("He said it and left.", " ", "The end 🙂 of")),
    ],
)
def test_a_hit_stands_in_its_line(hit, shown):
    assert parts(TEXT, hit) == shown


def test_a_long_paragraph_is_cut_on_both_sides_and_no_letter_is_torn():
    family = "👨‍👩‍👧"
    text = family * 100 + "hit" + family * 100
    before, inside, after = parts(text, "hit")
    assert inside == "hit"
    assert len(before) <= BEFORE + len(family)
    assert len(after) <= AFTER
    assert set(before.split(family)) | set(after.split(family)) == {""}


def test_a_long_hit_is_cut():
    text = "before " + "x" * 1000
    words, start, end = in_context(text, TextRange(7, 1007))
    assert (words[:start], end - start) == ("before ", AFTER)


def test_what_is_invisible_is_named_and_the_hit_stays_in_place():
    before, inside, after = parts("a \u202eb hit\u202e c", "hit\u202e")
    assert (before, inside, after) == ("a ‹RLO›b ", "hit‹RLO›", " c")
