"""What a screen reader is told while the window is used."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.reading import find_bar
from desk.ui.telling import announcing
from desk.ui.widgets import chooser, speech
from tests.ui.conftest import Reader

FIRST = "Dr. Ahmad said the U.S. troops had left."


@pytest.fixture
def heard(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list that what is announced is added to."""
    QApplication.processEvents()
    said: list[str] = []
    monkeypatch.setattr(announcing, "announce", lambda widget, words: said.append(words))
    monkeypatch.setattr(announcing, "is_heard", lambda: True)
    return said


def test_the_sentence_in_focus_is_said_with_its_tags(reader: Reader, heard: list[str]) -> None:
    reader.make_tags("claim")
    QApplication.processEvents()
    reader.press("J")
    assert heard[-1] == FIRST
    reader.press("1")
    assert heard[-1] == "Tag “claim”"
    reader.press("J", "K")
    assert heard[-2:] == ["He was sure of it.", f"{FIRST}, claim"]


def test_a_selected_passage_is_said_with_its_place_tags_and_note(
    reader: Reader, heard: list[str]
) -> None:
    reader.make_tags("claim")
    reader.press("J", "H", "J", "1", "N")
    reader.type("Who?")
    reader.press("Esc", "Esc", "Tab")
    assert heard[-1] == "He was sure of it., passage 2 of 2, claim, with a note"


def test_undo_and_redo_are_told_apart(reader: Reader, heard: list[str]) -> None:
    reader.press("J", "H")
    before = len(heard)
    reader.press("Ctrl+Z")
    assert "Undone: Highlight" in heard[-1]
    reader.press("Ctrl+Shift+Z")
    assert "Done again: Highlight" in heard[-1]
    assert len(heard) == before + 2


def test_the_foot_of_the_window_says_what_was_undone(reader: Reader, qtbot: QtBot) -> None:
    foot = reader.window.status_line.saved
    reader.press("J", "H", "N")
    reader.type("Who?")
    reader.press("Esc", "Ctrl+Z")
    assert foot.text() == "Undone: Note"
    reader.press("Ctrl+Z")
    assert foot.text() == "Undone: Highlight"
    assert reader.told() == ""
    reader.press("Ctrl+Shift+Z")
    assert foot.text() == "Done again: Highlight"
    reader.press("H", "J", "H")
    assert foot.text() == "All changes saved"
    reader.press("Ctrl+Z")
    reader.window.status_line._forget.start(0)
    qtbot.waitUntil(lambda: foot.text() == "All changes saved", timeout=20_000)


def test_a_message_is_said_in_place_of_its_step(reader: Reader, heard: list[str]) -> None:
    reader.press("J", "H", "Del")
    assert heard[-1] == "Passage removed"
    reader.press("Esc", "9")
    assert "Select some words first" in heard[-1] or "No tag has the key" in heard[-1]


def test_notes_that_save_themselves_are_no_news(reader: Reader, heard: list[str]) -> None:
    reader.press("J", "H", "N")
    before = list(heard)
    reader.type("Who?")
    reader.press("Esc")
    assert heard == before


def test_another_article_and_a_switch_are_said(reader: Reader, heard: list[str]) -> None:
    reader.window.actions_["article.next"].trigger()
    QApplication.processEvents()
    assert heard[-1] == "Another, 5 words"
    assert reader.view.accessibleName() == "Another"
    reader.window.actions_["tags.sticky"].trigger()
    QApplication.processEvents()
    assert heard[-1] == "Sticky: the next tag"
    reader.window.actions_["view.focus"].trigger()
    QApplication.processEvents()
    assert "Focus on one sentence: on" in heard[-1]


def test_the_row_that_enter_takes_is_said(
    reader: Reader, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chooser, "announce", announcing.announce)
    monkeypatch.setattr(chooser, "is_heard", announcing.is_heard)
    reader.make_tags("claim", "place")
    reader.press("J", "1", "T")
    reader.type("pl")
    assert heard[-1] == "place, key 2"
    reader.press("Ctrl+A")
    reader.type("cl")
    assert heard[-1] == "claim, put on already, key 1"
    reader.press("Down")
    assert heard[-1] == "New tag “cl”"
    reader.press("Ctrl+A")
    reader.type("a;b")
    assert ";" in heard[-1]  # why it cannot be a name


def test_hits_are_said_while_they_are_looked_for(
    reader: Reader, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find_bar, "announce", announcing.announce)
    reader.press("Ctrl+F")
    reader.type("so")
    assert (
        heard[-1] == "1 of 2. Residents say there are few safe places in the city. Some are armed."
    )
    reader.press("Return")
    assert heard[-1].startswith("2 of 2. A reporter said so")
    reader.type("x")
    assert heard[-1] == "no hits"
    reader.window.finding.bar.regex.setChecked(True)
    reader.type("(")
    assert "never closed" in heard[-1]


def test_the_keyboard_goes_straight_back_from_the_box(reader: Reader) -> None:
    seen = []
    reader.press("J", "T")
    QApplication.instance().focusChanged.connect(lambda _, now: seen.append(now))
    reader.press("Esc")
    assert seen == [reader.view]
    reader.press("Ctrl+F")
    seen.clear()
    reader.press("Esc")
    assert seen == [reader.view]


def test_nothing_is_sent_where_nobody_listens(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[QObject] = []

    class Bridge:
        isActive = staticmethod(lambda: bool(sent))  # noqa: N815 - Qt's name
        updateAccessibility = staticmethod(sent.append)  # noqa: N815

    monkeypatch.setattr(speech, "QAccessible", Bridge)
    announcing.announce(reader.view, "unheard")
    assert sent == []
    sent.append(reader.view)
    announcing.announce(reader.view, "heard")
    assert sent[-1].message() == "heard"


def test_descriptions_are_plain_words(reader: Reader) -> None:
    reader.press("J", "H", "F4")
    described = []
    for widget in reader.window.findChildren(QWidget):
        found = QAccessible.queryAccessibleInterface(widget)
        described.append(found.text(QAccessible.Text.Description))
    assert "Ctrl+T" in described
    assert not [words for words in described if "<" in words]


def test_no_caret_moves_in_a_field_before_the_keyboard_is_there(reader: Reader) -> None:
    """A screen reader would take the moving caret for its place, and not say where it is."""
    moved: list[bool] = []

    def note(*_: object) -> None:
        moved.append(field.hasFocus())

    for key in ("T", "Ctrl+K"):
        reader.press("J", key)
        field = QApplication.focusWidget()
        reader.type("xy")
        reader.press("Esc")
        field.cursorPositionChanged.connect(note)
        reader.press(key)
        assert (field.hasFocus(), moved) == (True, [])
        reader.press("Esc")
    field = reader.view.header.findChild(QLineEdit)
    field.cursorPositionChanged.connect(note)
    reader.press("F2")
    assert set(moved) == {True}


def test_no_panel_is_called_a_layered_pane(reader: Reader) -> None:
    assert reader.window.findChildren(QStackedWidget) == []
