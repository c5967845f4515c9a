"""No line comes in that a window cannot lay out; nothing but line ends is added."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.types import Draft, Style
from desk.formats import long_lines
from desk.formats.long_lines import LONGEST, broken

TOLD = "Lines too long to be shown were broken into shorter ones."


def lengths(text):
    return [len(line) for line in text.split("\n")]


def test_a_line_of_sentences_is_broken_between_them():
    text = "One sentence of many. " * 10_000
    draft = broken(Draft(text))
    assert max(lengths(draft.text)) <= LONGEST
    assert draft.text.replace("\n", " ") == text
    assert all(line.endswith("many.") for line in draft.text.split("\n")[:-1])
    assert tuple(map(str, draft.warnings)) == (TOLD,)


def test_chinese_is_broken_after_a_full_stop():
    text = "人人生而自由，在尊严和权利上一律平等。" * 4_000
    draft = broken(Draft(text))
    assert draft.text.replace("\n", "") == text
    assert all(line.endswith("。") for line in draft.text.split("\n"))


def test_words_without_sentences_are_broken_at_a_blank():
    draft = broken(Draft("word " * 15_000))
    assert lengths(draft.text)[0] <= LONGEST
    assert draft.text.split("\n")[0].endswith("word")


def test_one_word_is_broken_where_it_must_be_but_not_before_a_mark():
    text = "a" * (LONGEST - 1) + "e\u0301" * 100
    draft = broken(Draft(text))
    assert lengths(draft.text)[0] == LONGEST - 1
    assert draft.text.replace("\n", "") == text


def test_styles_move_with_their_words(monkeypatch):
    monkeypatch.setattr(long_lines, "LONGEST", 4)
    draft = Draft("abcdefgh ij", styles=(Style(4, 8, "bold"), Style(9, 11, "italic")))
    draft = broken(draft)
    assert draft.text == "abcd\nefgh\nij"
    assert [draft.text[s.start : s.end] for s in draft.styles] == ["efgh", "ij"]


@pytest.mark.parametrize("text", ["short", "short lines\n" * 10_000])
def test_other_texts_stay_as_they_are(text):
    assert broken(Draft(text)) == Draft(text)


@given(st.text("ab .。\n\u0301", max_size=60), st.data())
def test_nothing_is_lost(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_lines, "LONGEST", 8)
        draft = broken(Draft(text, styles=(Style(start, end, "bold"),)))
    assert draft.text.replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")
    (style,) = draft.styles
    inside = draft.text[style.start : style.end]
    assert inside.replace("\n", " ").replace(" ", "") == text[start:end].replace("\n", " ").replace(
        " ", ""
    )
