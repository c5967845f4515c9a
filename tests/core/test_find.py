from collections.abc import Iterator
from itertools import count

import pytest

from desk.core import find
from desk.core.errors import UserError
from desk.core.find import find_all

TEXT = "A Cat sat.\nThe cat\nsat; a cat 🙂 sat. (cat)"


def found(words: str, **options: bool) -> list[str]:
    return [TEXT[start:end] for start, end in find_all(TEXT, words, **options)]


def test_words_are_found_whatever_their_case_and_the_space_between() -> None:
    assert found("cat sat") == ["Cat sat", "cat\nsat"]
    assert found("cat  sat", match_case=True) == ["cat\nsat"]
    assert find_all(TEXT, "🙂") == [(TEXT.index("🙂"), TEXT.index("🙂") + 1)]


@pytest.mark.parametrize("words", ["", "  ", "\n", "dog"])
def test_nothing_is_found(words: str) -> None:
    assert found(words) == []


def test_plain_words_are_no_pattern() -> None:
    assert found("(cat)") == ["(cat)"]
    assert found(".") == ["."] * 2


def test_a_regular_expression_works_line_by_line() -> None:
    assert found(r"c\w+ .*", regex=True) == ["Cat sat.", "cat 🙂 sat. (cat)"]
    assert found("^sat", regex=True) == ["sat"]
    assert found("x*", regex=True) == []


@pytest.mark.parametrize("words", ["(", "*a", "[b-a]", "(?P<1>a)", "a{99999999999}", "(?V0)(?V1)"])
def test_what_is_no_regular_expression_is_told(words: str) -> None:
    with pytest.raises(UserError, match="no regular expression"):
        found(words, regex=True)


@pytest.fixture(autouse=True)
def _no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "PATIENCE", 600)


def test_more_hits_than_anyone_looks_at_are_not_gathered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "MOST", 3)
    assert len(find_all("a" * 100, "a")) == 3


def test_a_pattern_that_backtracks_is_given_up_within_one_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert find_all("a" * 5000, "(a+)+$", regex=True) == [(0, 5000)]
    monkeypatch.setattr(find, "PATIENCE", 0.05)
    with pytest.raises(UserError, match="takes too long"):
        find_all("a" * 5000 + "b", "(a+)+$", regex=True)


def test_time_is_counted_over_all_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    clock: Iterator[int] = count(step=2)
    monkeypatch.setattr(find.time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(find, "PATIENCE", 5)
    with pytest.raises(UserError, match="takes too long"):
        find_all("a\n" * 10, "b", regex=True)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("(a", "a “(” is never closed"),
        ("a)", "a “)” closes nothing"),
        ("[a", "a “[” is never closed"),
        ("*", "nothing to repeat"),
        ("a**", "nothing to repeat"),
        ("\\", "write “\\\\”"),
        ("[z-a]", "runs backwards"),
        ("a{5,2}", "above its most"),
        ("ab(?z)", "wrong at its character 5"),
    ],
)
def test_a_fault_in_a_regular_expression_is_told_in_our_words(words, why):
    with pytest.raises(UserError) as caught:
        found(words, regex=True)
    assert why in str(caught.value)
