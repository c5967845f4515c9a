"""Positions of other programs: whatever they count, the quotes come out the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.text import clean
from desk.core.types import TextRange
from desk.formats.refi_positions import READINGS, Located, Reading, Selection, fit, plain, settle
from tests.texts import foreign_texts

LETTERS = (
    "a",
    "b ",
    "Wort",
    " ",
    "\r\n",
    "\n",
    "\t",
    "😀",
    "👩\u200d👧",
    "שלום",
    "\0",
    "\ufeff",
    "é",
)
RAW = st.lists(st.sampled_from(LETTERS), min_size=1, max_size=40).map("".join)
CUTS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=8)


def counted(raw, position, reading):
    """A position in the raw text, as a program that counts so would write it."""
    before = raw[:position]
    if reading.line_feeds:
        before = before.replace("\r\n", "\n")
    units = len(before.encode("utf-16-le")) // 2 if reading.utf16 else len(before)
    return units + reading.mark


def ranges(raw, cuts):
    """Ranges of a raw text, none of which parts a CRLF or is without words."""
    places = []
    for cut in cuts:
        start, end = sorted(round(share * len(raw)) for share in cut)
        whole = all(raw[at - 1 : at + 1] != "\r\n" for at in (start, end))
        if whole and clean(raw[start:end]):
            places.append((start, end))
    return places


@pytest.mark.parametrize("reading", READINGS)
@given(raw=RAW, cuts=CUTS)
def test_the_same_quotes_whatever_is_counted(reading, raw, cuts):
    places = ranges(raw, cuts)
    quotes = [plain(clean(raw[start:end])) for start, end in places]
    text = Located(
        raw,
        reading.mark,
        [
            Selection(counted(raw, start, reading), counted(raw, end, reading), raw[start:end])
            for start, end in places
        ],
    )
    assert text.text == clean(raw)
    assert [plain(text.text[start:end]) for start, end in settle([text])[0].places] == quotes


@given(raw=foreign_texts(min_size=1), cuts=CUTS)
def test_the_same_quotes_in_any_script(raw, cuts):
    places = ranges(raw, cuts)
    (found,) = settle([Located(raw, False, [Selection(*at, raw[at[0] : at[1]]) for at in places])])
    assert found.moved == 0
    assert [raw[start:end] for start, end in found.places] == [
        raw[start:end] for start, end in places
    ]


def test_without_names_ranges_that_end_where_words_do_are_the_right_ones():
    text = Located("Hello\r\nworld\r\nagain\r\n", True, [Selection(7, 12)])
    assert [text.text[start:end] for start, end in settle([text])[0].places] == ["world"]
    text = Located("Hello\r\nworld\r\nagain\r\n", False, [Selection(6, 11), Selection(12, 17)])
    assert [text.text[start:end] for start, end in settle([text])[0].places] == ["world", "again"]


def test_a_text_whose_names_do_not_tell_is_counted_as_the_others_are():
    sure = Located("😀😀 one two", False, [Selection(5, 8, "one")])
    unsure = Located("😀😀 one two", False, [Selection(5, 8, "my favourite")])
    assert settle([sure, unsure]) == [([(3, 6)], 0), ([(3, 6)], 0)]


def test_a_position_before_the_text_stays_there():
    text = Located("\r\n😀 word", True, [Selection(-3, 4)])
    assert [place.start for place in text.places(Reading(True, True, True))] == [-3]


@pytest.mark.parametrize(
    ("name", "how_well"),
    [
        ("Some words of it", 3),
        ("Some  words\nof it", 2),
        ("Some words…", 1),
        ("Some wor...", 1),
        ("Some", 1),
        ("Other words", 0),
        ("…", 0),
        ("", 0),
    ],
)
def test_a_name_fits_the_quote_or_its_beginning(name, how_well):
    assert fit("Some words of it", TextRange(0, 16), plain(name)) == how_well
