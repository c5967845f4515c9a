"""Positions in code points and UTF-16 units, against an encoder."""

import pytest
from hypothesis import given

from desk.core.offsets import Utf16Map
from tests.texts import SAMPLES, foreign_texts


def units(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def check(text):
    there = Utf16Map(text)
    for position in range(len(text) + 1):
        utf16 = there.to_utf16(position)
        assert utf16 == units(text[:position])
        assert there.to_points(utf16) == position
        if text[position : position + 1] > "\uffff":
            assert there.to_points(utf16 + 1) == position


@pytest.mark.parametrize("text", [s.text for s in SAMPLES], ids=[s.name for s in SAMPLES])
def test_every_position_there_and_back(text):
    check(text)


@given(foreign_texts())
def test_any_text_there_and_back(text):
    check(text)


def test_a_lone_surrogate_counts_one():
    check("a\ud800b😀")
