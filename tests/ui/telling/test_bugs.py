"""What nobody expected is shown as a report; a known fault as its sentence."""

import sqlite3

import pytest

from desk.core.errors import UserError
from desk.ui.telling.bugs import report, sentence_of


def test_a_known_fault_is_told_and_a_bug_is_not_taken_for_one() -> None:
    locked = sqlite3.OperationalError("database is locked")
    locked.sqlite_errorname = "SQLITE_BUSY"
    assert "in use by another program" in (sentence_of(locked) or "")
    assert sentence_of(UserError("Select some words.")) == "Select some words."
    assert sentence_of(ValueError("x")) is None
    assert sentence_of(sqlite3.ProgrammingError("no such column")) is None


def test_a_report_holds_no_word_of_the_desk() -> None:
    with pytest.raises(ValueError, match="private") as caught:
        raise ValueError("a private quote")
    text = report(ValueError, caught.tb)
    assert "Reading Desk" in text
    assert "test_bugs.py" in text
    assert text.endswith("ValueError")
