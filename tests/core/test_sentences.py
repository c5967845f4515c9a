"""Sentences and paragraphs as the reader steps through them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.sentences import paragraphs, sentences, sentences_in
from desk.core.types import TextRange
from tests.texts import SAMPLES, foreign_texts


def words(text, ranges):
    return [text[start:end] for start, end in ranges]


def check(text):
    lines = paragraphs(text)
    assert words(text, lines) == [line.strip() for line in text.split("\n") if line.strip()]
    found = sentences(text)
    for sentence in found:
        piece = text[sentence.start : sentence.end]
        assert piece
        assert piece == piece.strip()
        assert "\n" not in piece
    assert found == sorted(found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join("".join(words(text, found)).split()) == "".join(text.split())


@pytest.mark.parametrize("text", [s.text for s in SAMPLES], ids=[s.name for s in SAMPLES])
def test_every_word_of_a_sample_is_in_a_sentence(text):
    check(text)


@given(foreign_texts())
def test_every_word_of_any_text_is_in_a_sentence(text):
    check(text)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (
            "Dr. Smith left the U.S. today. He said so.\n\n  A line without an end\n",
            "en",
            ["Dr. Smith left the U.S. today.", "He said so.", "A line without an end"],
        ),
        ("他说没有。我们走吧！", "zh", ["他说没有。", "我们走吧！"]),
        ("彼は来た。彼は去った。", "ja-JP", ["彼は来た。", "彼は去った。"]),
        (
            "👨\u200d👩\u200d👧 met 𝒜. Then 🇩🇪 came.",
            "",
            ["👨\u200d👩\u200d👧 met 𝒜.", "Then 🇩🇪 came."],
        ),
        ("यह पहला है। यह दूसरा है।", "hi", ["यह पहला है।", "यह दूसरा है।"]),
        ("One. Two.", "no such language", ["One.", "Two."]),
        ("", "en", []),
        (" \n\u00a0\n", "en", []),
    ],
)
def test_sentences(text, language, found):
    assert words(text, sentences(text, language)) == found


def test_sentences_of_one_line_are_ranges_of_the_text():
    text = "One. Two.\nThree. Four."
    assert words(text, sentences_in(text, TextRange(10, len(text)))) == ["Three.", "Four."]


def test_sentences_of_white_space_are_none():
    assert list(sentences_in("  \u00a0 ", TextRange(0, 4))) == []


@given(st.integers(0, 3))
def test_blank_lines_are_no_paragraphs(blank):
    assert paragraphs("a\n" + " \n" * blank + "b") == [(0, 1), (2 + 2 * blank, 3 + 2 * blank)]
