"""Titles as the library shows them."""

from pathlib import Path

import pytest
from hypothesis import given

from desk.core.titles import title_of
from tests.texts import foreign_texts

STARTER = Path(__file__).parents[2] / "seeds" / "000_5f6ddae63de8d572.txt"


def test_the_starter_article_reads_well():
    title = title_of(STARTER.read_text("utf-8"), STARTER.stem)
    assert title == "Combat is raging around three major cities…"


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("Herat-report_final", "Herat-report final"),
        ("fall-of-kandahar", "fall of kandahar"),
        ("2021-08-01 Kandahar", "2021-08-01 Kandahar"),
        ("interview12", "interview12"),
        ("Q3 results", "Q3 results"),
        ("新闻", "新闻"),
        ("WhatsApp chat\u00a0 with A.", "WhatsApp chat with A."),
        ("broken\ud800 name", "broken\ufffd name"),
    ],
)
def test_a_file_name_of_words_is_the_title(stem, title):
    assert title_of("Some text.", stem) == title


@pytest.mark.parametrize(
    "stem",
    [
        "000_5f6ddae63de8d572",
        "",
        "IMG_2034",
        "dQw4w9WgXcQ",
        "550e8400-e29b-41d4-a716-446655440000",
        "deadbeefcafe",
        "document(1)",
        "Untitled",
        "article12",
        "ab",
        "20210803123456 notes",
    ],
)
def test_a_file_name_of_numbers_is_not(stem):
    assert title_of("Some text.", stem) == "Some text"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("  \n\n Short one. And more.\nLast", "Short one"),
        ("\u00a0" * 900 + "far in", "far in"),
        ('."MAC:"', '."MAC:"'),
        ("He left the U.S.", "He left the U.S."),
        ("Who went?", "Who went?"),
        ("记者昨天到达现场。他说", "记者昨天到达现场"),
        ("Hello world, this is a long one, as it goes on and on without a stop.",
         "Hello world, this is a long one, as it goes…"),
        ("All those present had agreed long ago, in fact all of them, we hear.",
         "All those present had agreed long ago, in fact…"),
        ("The ambassador met with the king of Thailand, who had a lot to say.",
         "The ambassador met with the king of Thailand…"),
        ("The ambassador said yesterday that article 12 of it had been broken.",
         "The ambassador said yesterday that article 12…"),
        ("a b c " * 20, "a b c…"),
        ("x" * 80, "x" * 49 + "…"),
        ("x" * 48 + "🇩🇪" * 20, "x" * 48 + "…"),
    ],
)  # fmt: skip
def test_the_first_sentence_made_short(text, title):
    assert title_of(text) == title


def test_a_blank_text_keeps_what_there_is():
    assert title_of("", "IMG_2034") == "IMG 2034"
    assert title_of(" \n") == ""


@given(foreign_texts())
def test_a_title_is_one_short_line(text):
    title = title_of(text)
    assert len(title) <= 60
    assert title == " ".join(title.split())
    assert bool(title) == bool(text.strip()) or set(text) & set(".。,;:–—-")
