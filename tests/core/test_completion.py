"""The filter at the end of what is typed, and what becomes of it."""

import pytest

from desk.core.completion import Unfinished, finished, unfinished


@pytest.mark.parametrize(
    ("words", "begun"),
    [
        ("tag:cl", Unfinished("tag", "cl", 0)),
        ("safe -TAG:", Unfinished("tag", "", 6)),
        ('safe in:"Herat fa', Unfinished("in", "Herat fa", 5)),
        ("safe au", Unfinished(None, "au", 5)),
        ("a", None),
        ("", None),
        ("tag:claim ", None),
        ('in:"Herat falls"', None),
        ("x:y", None),
    ],
)
def test_what_is_being_typed(words: str, begun: Unfinished | None) -> None:
    assert unfinished(words) == begun


@pytest.mark.parametrize(
    ("words", "value", "whole"),
    [
        ("safe -tag:cl", "claim", "safe -tag:claim "),
        ('in:"Herat fa', "Herat falls", 'in:"Herat falls" '),
        ("in:x", 'so "called" one', 'in:"so  called  one" '),
        ("safe au", "author", "safe author:"),
    ],
)
def test_it_is_written_out(words: str, value: str, whole: str) -> None:
    assert finished(words, unfinished(words), value) == whole
