"""A passage's hold on its text, in any script."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.anchor import CONTEXT, find_quote, is_misplaced, make_anchor, trim
from desk.core.errors import UserError
from desk.core.types import TextRange
from tests.texts import SAMPLES, foreign_texts, ranges_in, texts_with_range


@given(texts_with_range())
def test_an_anchor_is_the_text_around_it(found):
    text, where = found
    anchor = make_anchor(text, where)
    before = max(0, where.start - CONTEXT)
    assert (
        "".join((anchor.prefix, anchor.quote, anchor.suffix)) == text[before : where.end + CONTEXT]
    )
    assert len(anchor.quote) == where.end - where.start
    assert not is_misplaced(text, *where, anchor.quote)
    with closing(sqlite3.connect(":memory:")) as database:
        asked = (text, where.start + 1, where.end - where.start)
        assert database.execute("SELECT substr(?, ?, ?)", asked).fetchone() == (anchor.quote,)
    database.close()


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [(0, 3, "two"), (-3, 0, ""), (-3, 3, "one"), (4, 4, ""), (4, 99, "two"), (5, 4, "")],
)
def test_a_range_that_lost_its_quote_is_misplaced(start, end, quote):
    assert is_misplaced("one two", start, end, quote)


@given(texts_with_range())
def test_a_quote_is_found_at_each_of_its_places(found):
    text, where = found
    quote = text[where.start : where.end]
    nth = sum(text.startswith(quote, start) for start in range(where.start + 1))
    assert find_quote(text, quote, nth) == where


def test_places_may_overlap():
    assert find_quote("aaaa", "aa", 3) == TextRange(2, 4)


def test_a_quote_from_a_windows_terminal_is_found():
    assert find_quote("one\ntwo", "one\r\ntwo") == TextRange(0, 7)


@pytest.mark.parametrize(
    ("quote", "nth", "told"),
    [
        ("", 1, "quote is empty"),
        ("\ufeff", 1, "quote is empty"),
        ("one", 0, "counted from 1"),
        ("three", 1, "“three” is not in the article"),
        ("two", 2, "only once"),
        ("one", 3, "only 2 times, so there is no place 3"),
        ("x" * 200, 1, f"“{'x' * 60}…” is not"),
        ("x" * 59 + "🇩🇪", 1, f"“{'x' * 59}…” is not"),
    ],
)
def test_what_is_not_there_is_told(quote, nth, told):
    with pytest.raises(UserError, match=told):
        find_quote("one two one", quote, nth)


@given(foreign_texts(), st.data())
def test_trim_takes_white_space_alone(text, data):
    where = data.draw(ranges_in(text, empty=True))
    found = trim(text, where)
    piece = text[where.start : where.end]
    assert text[found.start : found.end] == piece.strip()
    assert where.start <= found.start <= found.end <= where.end
    assert trim(text, found) == found


@given(st.text(" \n\t\u00a0\u2003"))
def test_trimming_nothing_but_space_stays_at_the_start(text):
    assert trim(text, TextRange(0, len(text))) == TextRange(0, 0)


def test_samples_have_names_of_their_own():
    assert len({sample.name for sample in SAMPLES}) == len(SAMPLES)
