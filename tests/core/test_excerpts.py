"""Sentences with hits in them: which, in which order, and what of them is shown."""

import re

import pytest

from desk.core.excerpts import best, excerpts, snippet

TEXT = (
    "Dr. Ahmad said the mayor left. The bridge is safe.\n"
    "Safe, says the mayor, is the bridge! Nobody believes him.\n\n"
    "昨日、東京都で大きな地震がありました。被害はまだ不明です。"
)


def marks(words: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(words, TEXT, re.IGNORECASE)]


def shown(words: str) -> list[str]:
    return [snippet(TEXT, found)[0] for found in excerpts(TEXT, marks(words))]


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("mayor", ["Dr. Ahmad said the mayor left.", "Safe, says the mayor, is the bridge!"]),
        ("mayor|safe", ["Dr. Ahmad said the mayor left.", "The bridge is safe.", "Safe, says"]),
        ("left. the bridge", ["Dr. Ahmad said the mayor left. The bridge"]),
        ("safe.\nsafe", ["The bridge is safe.\nSafe"]),
        ("被害", ["被害はまだ不明です。"]),
        ("zebra", []),
    ],
)
def test_each_sentence_with_a_hit_is_found_once(words: str, sentences: list[str]) -> None:
    found = shown(words)
    assert len(found) == len(sentences)
    assert all(map(str.startswith, found, sentences))


def test_the_marks_in_what_is_shown_are_the_hits() -> None:
    for found in excerpts(TEXT, marks("mayor|safe")):
        words, inside = snippet(TEXT, found)
        assert [words[m.start : m.end].lower() for m in inside] == [
            TEXT[start:end].lower() for start, end in found.marks
        ]


def test_the_best_sentences_have_the_most_different_words() -> None:
    found = excerpts(TEXT, marks("mayor|bridge|safe"))
    assert [snippet(TEXT, f)[0][:4] for f in best(TEXT, found, 2)] == ["The ", "Safe"]
    assert best(TEXT, found, 5) == found


@pytest.mark.parametrize("space", [" ", ""])
def test_a_long_sentence_is_cut_around_its_first_hit(space: str) -> None:
    text = f"word{space}" * 100 + "needle" + f"{space}word" * 100 + " needle"
    (found,) = excerpts(text, [m.span() for m in re.finditer("needle", text)])
    words, inside = snippet(text, found)
    assert words[0] == words[-1] == "…"
    assert len(words) < 250
    assert [words[m.start : m.end] for m in inside] == ["needle"]


def test_a_long_sentence_with_its_first_hit_near_the_beginning_begins_there() -> None:
    text = "A needle, then" + " word" * 100
    (found,) = excerpts(text, [(2, 8)])
    words, _ = snippet(text, found)
    assert words.startswith("A needle, then")
    assert words.endswith("…")


def test_a_hit_longer_than_what_is_shown_is_shown_whole() -> None:
    text = "a " * 40 + "b" * 500 + " c."
    (found,) = excerpts(text, [(80, 580)])
    words, (mark,) = snippet(text, found)
    assert words[mark.start : mark.end] == "b" * 500
