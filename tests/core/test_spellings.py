"""A word is looked for in every way in which it may be written."""

import pytest

from desk.core.spellings import MOST, spellings


@pytest.mark.parametrize(
    ("typed", "written"),
    [("strasse", "straße"), ("Straße", "strasse"), ("kadin", "kadın"), ("ışık", "işik"),
     ("lodz", "łodz"), ("boleslaw", "bolesław"), ("tromso", "tromsø"), ("οδος", "οδός"),
     ("ΟΔΌΣ", "οδος"), ("еще", "ещё"), ("ёлка", "елка"), ("한국", "한국"),
     ("die strasse in köln", "die straße in köln")],
)  # fmt: skip
def test_the_other_ways(typed: str, written: str) -> None:
    assert spellings(typed)[0] == typed
    assert written in spellings(typed)


def test_most_words_have_one_and_none_has_many() -> None:
    assert spellings("Taken") == ("Taken", "taken")
    assert spellings("97 %") == ("97 %",)
    assert len(spellings("lollipop dolls " * 20)) == MOST
