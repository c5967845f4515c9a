"""Words of scripts that no index knows are found as their readers write them."""

import unicodedata

import pytest

from desk.core.scripts import holds, is_unindexed, occurrences


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("昨日、東京都で", "東京", ["東京"]),
        ("เมื่อวานนี้เกิด", "วาน", ["วาน"]),
        ("iPhone手机很好", "iphone手机", ["iPhone手机"]),
        ("東京 City", "東京 city", ["東京 City"]),
        (unicodedata.normalize("NFD", "がっこう"), "がっ", [unicodedata.normalize("NFD", "がっ")]),
        ("قال مُحَمَّدٌ", "محمد", ["مُحَمَّدٌ"]),
        ("محـــمد هنا", "مُحَمَّد", ["محـــمد"]),
        ("والكتاب جديد", "كتاب", ["كتاب"]),
        ("الكتابة", "كتاب", []),
        ("أحمد وصل", "احمد", ["أحمد"]),
        ("على علی", "علي", ["على", "علی"]),
        ("שָׁלוֹם ושלום", "שלום", ["שָׁלוֹם", "שלום"]),
        ("किये क्या।", "क्या", ["क्या"]),
        ("किताबें", "किताब", []),
        ("abc東京", "c東京", []),
        ("مَ", "َ", ["َ"]),
    ],
)
def test_what_is_found(text: str, word: str, found: list[str]) -> None:
    assert is_unindexed(word)
    assert [text[start:end] for start, end in occurrences(text, word)] == found
    assert holds(text, word, goes_on=0) == bool(found)


def test_the_beginning_of_a_word_and_nothing_at_all() -> None:
    assert holds("किताबें", "किताब", goes_on=1)
    assert holds("الكتابة", "كتاب", goes_on=1)
    assert not holds(None, "東京", goes_on=0)
    assert not is_unindexed("Straße Łódź 한국어 Москва οδός")
