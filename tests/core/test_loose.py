"""Words found however their accents are written."""

import re

import pytest

from desk.core.find import find_all
from desk.core.loose import pattern_of


def found(word: str, text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in find_all(text, word)]


@pytest.mark.parametrize(
    ("word", "text", "hits"),
    [
        ("ecole", "École, école, e\u0301cole, ecole", ["École", "école", "e\u0301cole", "ecole"]),
        ("École", "École ecole", ["École", "ecole"]),
        ("École", "the ecole", ["ecole"]),  # the text is ASCII
        ("strasse", "Straße STRASSE", ["Straße", "STRASSE"]),
        ("Straße", "Straße strasse", ["Straße", "strasse"]),
        ("lodz", "Łódź", ["Łódź"]),
        ("herat", "Ḥerāt", ["Ḥerāt"]),
        ("οδος", "Οδός", ["Οδός"]),
        ("a.b", "a.b axb é", ["a.b"]),
        ("か", "が か", ["か"]),
        ("и", "й и é", ["и"]),
        ("한국", "한국 é", ["한국"]),
    ],
)
def test_a_word_is_found_as_it_is_written(word: str, text: str, hits: list[str]) -> None:
    assert found(word, text) == hits


def test_with_capitals_accents_count_too() -> None:
    text = "École Ecole"
    hits = find_all(text, "Ecole", match_case=True)
    assert [text[hit.start : hit.end] for hit in hits] == ["Ecole"]


def test_every_letter_is_a_pattern() -> None:
    for code in range(0x20, 0x2100):
        letter = chr(code)
        assert re.fullmatch(pattern_of(letter, in_ascii=False), letter, re.IGNORECASE), letter
