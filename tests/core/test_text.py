"""Cleaning, lines, words, and names without hidden controls."""

import sqlite3
import unicodedata
from contextlib import closing
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.text import (
    breakable,
    clean,
    count_words,
    line_starts,
    make_visible,
    paragraph_number,
    reading_minutes,
    trimmed,
    whole_cut,
)
from tests.texts import LINE_ENDS, SAMPLES, UNCLEAN, foreign_texts, unclean_texts


@pytest.mark.parametrize("text", [s.text for s in SAMPLES], ids=[s.name for s in SAMPLES])
def test_samples_are_clean(text):
    assert clean(text) == text


@given(foreign_texts())
def test_cleaning_leaves_a_clean_text_alone(text):
    assert clean(text) == text


@given(unclean_texts())
def test_a_cleaned_text_is_the_same_in_sqlite_and_xml(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    with closing(sqlite3.connect(":memory:")) as database:
        found = database.execute("SELECT ?, length(?)", (cleaned, cleaned)).fetchone()
    database.close()
    assert found == (cleaned, len(cleaned))
    element = ElementTree.Element("text")
    element.text = cleaned
    assert (ElementTree.fromstring(ElementTree.tostring(element)).text or "") == cleaned


@pytest.mark.parametrize("end", LINE_ENDS)
def test_each_line_end_becomes_one_lf(end):
    assert clean(f"one{end}two{end}{end}") == "one\ntwo\n\n"


@pytest.mark.parametrize("letter", [letter for letter in UNCLEAN if letter != "\ufeff"])
def test_what_cannot_be_stored_is_replaced_one_for_one(letter):
    assert clean(f"a{letter}{letter}b") == "a\ufffd\ufffdb"


def test_the_rule_letter_by_letter():
    assert clean("\ufeffa\ufeff\r\ufeff\nb") == "a\nb"
    assert clean("tab\tnbsp\u00a0cafe\u0301\x7f") == "tab\tnbsp\u00a0cafe\u0301\x7f"


@given(foreign_texts())
def test_lines_are_counted_from_one(text):
    starts = line_starts(text)
    assert [text[start:].split("\n")[0] for start in starts] == text.split("\n")
    for position in range(len(text) + 1):
        assert paragraph_number(starts, position) == text.count("\n", 0, position) + 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \n\t", 0),
        ("One well-known word — and “two” more.", 6),
        ("שלום לכולם", 2),
        ("记者昨天到达现场", 4),
        ("东京 and 京", 3),
        ("ประเทศไทย", 2),
        ("한국어 문장입니다", 2),
        ("𠀀𠀁", 1),
        ("😀 …", 0),
        ("a\u00a0b\u3000c “d_e” _ 5% -\x85- हिन्दी", 7),
    ],
)
def test_words(text, words):
    assert count_words(text) == words


@pytest.mark.parametrize(("words", "minutes"), [(0, 0), (1, 1), (238, 1), (600, 3), (2380, 10)])
def test_reading_minutes(words, minutes):
    assert reading_minutes(words) == minutes


def test_hidden_controls_show_as_their_names():
    assert (
        make_visible("a\u202egpj.exe\u2069\n\x00\u200b")
        == "a‹RLO›gpj.exe‹PDI›‹U+000A›‹U+0000›‹U+200B›"
    )


@pytest.mark.parametrize(
    "text", ["👨\u200d👩\u200d👧", "می\u200cخواهم", "🏴\U000e0067\U000e007f", "cafe\u0301"]
)
def test_joiners_and_marks_stay(text):
    assert make_visible(text) == text


@given(unclean_texts())
def test_no_control_is_left(text):
    shown = make_visible(text)
    assert make_visible(shown) == shown
    assert not any(unicodedata.category(letter) in {"Cc", "Zl", "Zp"} for letter in shown)
    assert not any(
        unicodedata.bidirectional(x) in {"RLO", "LRO", "RLE", "RLI", "PDI"} for x in shown
    )


@pytest.mark.parametrize(
    "whole",
    [
        "é",
        "e\u0301",
        "👨\u200d👩\u200d👧",
        "👩🏽\u200d🚀",
        "🇩🇪",
        "❤\ufe0f",
        "🏴\U000e0067\U000e0062\U000e007f",
    ],
)
def test_a_cut_never_splits_a_letter(whole):
    text = f"ab{whole}c"
    for cut in range(len(text) + 1):
        found = whole_cut(text, cut)
        assert found == (2 if 2 < cut < 2 + len(whole) else cut)


def test_flags_are_cut_between_pairs():
    assert [whole_cut("🇩🇪🇫🇷🇯🇵", cut) for cut in range(7)] == [0, 0, 2, 2, 4, 4, 6]


@given(foreign_texts(), st.integers(0, 60))
def test_a_cut_lies_at_or_before(text, cut):
    assert 0 <= whole_cut(text, cut) <= cut


def test_only_very_long_words_are_let_break() -> None:
    plain = "A title of ordinary words, and ภาษาไทยไม่มีการเว้นวรรคระหว่างคำ in Thai"
    assert breakable(plain) == plain
    long = "https://example.org/a/very/long/address/of/a/page"
    assert breakable(long).replace("\u200b", "") == long
    assert max(map(len, breakable(long).split("\u200b"))) < 24


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("have achieved ", "have achieved"),
        ("\n\u00a0one\t\n", "one"),
        ("as is", "as is"),
        (" \n", " \n"),
        ("", ""),
    ],
)
def test_a_range_is_trimmed_at_both_ends_unless_nothing_would_be_left(text, words):
    start, end = trimmed(f" {text} ", 1, 1 + len(text))
    assert f" {text} "[start:end] == words
