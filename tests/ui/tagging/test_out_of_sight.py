"""Keys whose target the reader has scrolled away from: they show it first."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Reader

TEXT = "\n".join(f"Line {n} of the text." for n in range(100))


@pytest.fixture
def away(reader: Reader) -> Reader:
    """A reader of a long article with two tags."""
    reader.make_tags("claim", "place")
    reader.open(TEXT)
    return reader


def leave(reader: Reader) -> int:
    """Page away from the target; return how many steps the desk has."""
    reader.view.verticalScrollBar().setValue(0)
    reader.press("PgDown", "PgDown")
    assert not sees_target(reader)
    return len(reader.desk.history())


def sees_target(reader: Reader) -> bool:
    where = reader.view.target_range()
    assert where is not None
    return reader.view.in_sight(where)


def test_a_digit_shows_first_what_it_would_tag(away: Reader, qtbot: QtBot) -> None:
    away.press("J")
    hint = away.window.status_line.hint
    leave(away)
    qtbot.waitUntil(lambda: "out of sight" in hint.text(), timeout=20_000)
    away.press("2")
    assert away.quotes() == []
    assert sees_target(away)
    assert away.told() == "This was out of sight, so nothing is done yet. Press again."
    qtbot.waitUntil(lambda: hint.text().startswith("1–9 tags the sentence"), timeout=20_000)
    away.press("2")
    assert away.tags_of("Line 0 of the text.") == ["place"]
    assert away.told() == ""


def test_no_key_changes_a_passage_out_of_sight(away: Reader) -> None:
    away.press("J", "1", "2", "Tab")
    assert away.view.selected_passage is not None
    for key in ("1", "T", ".", "H", "N", "U", "Del", "Shift+Right"):
        steps = leave(away)
        away.press(key)
        assert sees_target(away), key
        assert len(away.desk.history()) == steps, key
        assert away.view.hasFocus(), key
        assert not away.window.popups.box.isVisible(), key
    away.press("Shift+Left", "Del")
    assert away.quotes() == []


def test_a_tag_that_is_clicked_shows_first_where_it_would_go(away: Reader) -> None:
    away.press("J")
    steps = leave(away)
    tag = next(iter(away.window.reading.tags))
    away.window.tags.put_requested.emit(tag)
    assert sees_target(away)
    assert len(away.desk.history()) == steps
    away.window.tags.put_requested.emit(tag)
    assert away.tags_of("Line 0 of the text.") == ["claim"]
