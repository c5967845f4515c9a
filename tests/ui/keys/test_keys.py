"""The sheet of keys in the real window: find a key, change it, settle a conflict, go back."""

import json
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.actions.actions import Actions
from desk.ui.actions.key_words import ACTION_PLACE
from desk.ui.actions.table import ACTIONS
from desk.ui.keys.sheet import KeysSheet
from desk.ui.widgets.parts import KeyedLabel
from tests import words
from tests.ui.conftest import Reader, open_window

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sheet(reader: Reader) -> KeysSheet:
    reader.press("?")
    return next(iter(reader.window.findChildren(KeysSheet)))


def texts(sheet: KeysSheet) -> list[str]:
    return [choice.text for choice in sheet.rows.choices]


def keys_shown(sheet: KeysSheet, action: str) -> str:
    return next(choice.keys for choice in sheet.rows.choices if choice.value == action)


def go_to(sheet: KeysSheet, action: str) -> None:
    values = [choice.value for choice in sheet.rows.choices]
    sheet.list.setFocus()
    sheet.list.setCurrentIndex(sheet.rows.index(values.index(action)))


def press(*keys: str) -> None:
    for key in keys:
        QTest.keySequence(QApplication.focusWidget(), key)
        QApplication.processEvents()


def test_it_shows_every_action_and_filters_as_one_types(sheet: KeysSheet) -> None:
    shown = {choice.value for choice in sheet.rows.choices if choice.value}
    assert shown == {spec.name for spec in ACTIONS if spec.name != "-"}
    QTest.keyClicks(sheet.field, "j")
    assert texts(sheet) == ["Go to", "Next sentence"]
    sheet.field.setText("ctrl+y")
    assert texts(sheet) == ["Edit", "Redo"]
    sheet.field.setText("zebra")
    assert sheet.nothing.isVisible()


def test_the_keys_that_tag_come_first_and_cannot_be_changed(sheet: KeysSheet) -> None:
    assert texts(sheet)[:2] == ["Passage", "Put a tag on, or take it off"]
    assert sheet.rows.choices[1].keys == "1, 2, 3, 4, 5, 6, 7, 8, 9, 0"
    sheet.list.setFocus()
    sheet.list.setCurrentIndex(sheet.rows.index(1))
    assert not sheet.change_button.isEnabled()
    press("Return", "Del")
    assert not sheet.changer.isVisible()
    QTest.keyClicks(sheet.field, "3")
    assert texts(sheet) == ["Passage", "Put a tag on, or take it off"]


def test_the_palette_says_why_nothing_happens(reader: Reader) -> None:
    reader.press("Ctrl+K")
    reader.type("redo")
    reader.press("Return")
    assert reader.told() == "“Redo” has nothing to act on now."
    assert reader.view.hasFocus()
    reader.press("Ctrl+K")
    reader.type("next sen")
    reader.press("Return")
    assert reader.focused()


def test_another_key_by_keyboard_alone_works_at_once(reader: Reader, sheet: KeysSheet) -> None:
    sheet.field.setFocus()
    QTest.keyClicks(sheet.field, "next sentence")
    press("Down", "Return", "X")
    assert keys_shown(sheet, "sentence.next") == "X"
    press("Esc")
    assert not reader.window.findChildren(KeysSheet)
    assert reader.view.hasFocus()
    reader.press("X")
    assert reader.focused().startswith("Dr. Ahmad")
    reader.press("Esc", "J")
    assert reader.focused() == ""


def test_another_key_is_there_after_a_restart(
    reader: Reader, sheet: KeysSheet, tmp_path: Path, home: Path
) -> None:
    go_to(sheet, "sentence.next")
    press("Return", "Ctrl+Shift+J")
    sheet.close()
    reader.window.close()
    again = Reader(open_window(tmp_path / "mine.desk", home))
    again.press("Ctrl+Shift+J")
    assert again.focused().startswith("Dr. Ahmad")
    again.window.close()


def test_a_double_click_asks_for_the_key_and_esc_leaves_all(sheet: KeysSheet) -> None:
    go_to(sheet, "passage.tag")
    place = sheet.list.visualRect(sheet.list.currentIndex()).center()
    QTest.mouseClick(sheet.list.viewport(), LEFT, pos=place)
    QTest.mouseDClick(sheet.list.viewport(), LEFT, pos=place)
    assert sheet.changer.field.hasFocus()
    assert "“Tag”" in sheet.changer.words.text()
    press("Esc")
    assert sheet.isVisible()
    assert sheet.list.hasFocus()
    assert keys_shown(sheet, "passage.tag") == "T"


def test_a_conflict_names_the_other_action_and_waits(reader: Reader, sheet: KeysSheet) -> None:
    go_to(sheet, "passage.tag")
    press("Return", "Ctrl+E")
    assert sheet.changer.words.text() == "Ctrl+E is the key of “Export passages”."
    assert keys_shown(sheet, "passage.tag") == "T"
    assert keys_shown(sheet, "desk.export") == "Ctrl+E"
    assert sheet.changer.keep_button.hasFocus()
    press("Space")
    assert sheet.list.hasFocus()
    assert keys_shown(sheet, "passage.tag") == "T"
    press("Return", "Ctrl+E")
    QTest.mouseClick(sheet.changer.move_button, LEFT)
    assert keys_shown(sheet, "passage.tag") == "Ctrl+E"
    assert keys_shown(sheet, "desk.export") == ""
    assert sheet.list.hasFocus()


def test_back_to_the_default_asks_too_where_the_key_went(sheet: KeysSheet) -> None:
    go_to(sheet, "passage.note")
    press("Return", "T")
    QTest.mouseClick(sheet.changer.move_button, LEFT)
    go_to(sheet, "passage.tag")
    QTest.mouseClick(sheet.reset_button, LEFT)
    assert "T is the key of “Note”" in sheet.changer.words.text()
    QTest.mouseClick(sheet.changer.move_button, LEFT)
    assert keys_shown(sheet, "passage.tag") == "T"
    go_to(sheet, "passage.note")
    QTest.mouseClick(sheet.reset_button, LEFT)
    assert keys_shown(sheet, "passage.note") == "N"
    assert not sheet.reset_button.isEnabled()


def test_keys_can_be_added_and_taken_away(sheet: KeysSheet) -> None:
    go_to(sheet, "passage.repeat")
    QTest.mouseClick(sheet.add_button, LEFT)
    press("Ctrl+D")
    assert keys_shown(sheet, "passage.repeat") == "., Ctrl+D"
    QTest.mouseClick(sheet.clear_button, LEFT)
    assert keys_shown(sheet, "passage.repeat") == ""
    assert sheet.list.hasFocus()


@pytest.mark.parametrize("key", ["5", "0"])
def test_digits_stay_with_the_tags(sheet: KeysSheet, key: str) -> None:
    go_to(sheet, "passage.tag")
    press("Return", key)
    assert "digits put tags on" in sheet.changer.words.text()
    assert sheet.changer.field.hasFocus()


@pytest.mark.parametrize(
    ("pressed", "modifiers", "typed", "kept"),
    [
        (Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier, "?", "?"),
        (Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier, "X", "Shift+X"),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier, "", "Ctrl+Tab"),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, "", "F5"),
    ],
)
def test_keys_are_kept_as_qt_will_look_for_them(sheet, pressed, modifiers, typed, kept) -> None:
    go_to(sheet, "help.about")
    press("Return")
    QTest.sendKeyEvent(
        QTest.KeyAction.Click, sheet.changer.field, pressed, typed, modifiers, delay=-1
    )
    while sheet.changer.move_button.isVisible():
        QTest.mouseClick(sheet.changer.move_button, LEFT)
    assert keys_shown(sheet, "help.about") == kept


def test_what_names_a_key_names_the_new_one(reader: Reader, sheet: KeysSheet) -> None:
    actions = reader.window.actions_
    actions.change_keys("library.add", ["Ctrl+Shift+O"])
    actions.change_keys("sentence.next", ["X"])
    assert "Ctrl+Shift+O" in reader.window.library.head.add_button.toolTip()
    assert "X: next sentence" in reader.window.status_line.hint.text()
    reader.window.actions_.set_letters(False)
    assert "next sentence" not in reader.window.status_line.hint.text()


def prose(reader: Reader) -> str:
    """Return all words and tooltips of the window in which a key can be named."""
    reader.window.passage_dock.list.enter()
    labels = (label.text() for label in reader.window.findChildren(KeyedLabel))
    tips = (button.toolTip() for button in reader.window.findChildren(QToolButton))
    return "\n".join([*labels, *tips, reader.window.status_line.hint.text()])


def test_words_that_name_a_key_follow_it(empty: Reader) -> None:
    actions = empty.window.actions_
    assert "Select words in the article and use 1 to 9, T or H" in prose(empty)
    assert "paste one with Ctrl+V" in prose(empty)
    mapped = {
        "passage.tag": "Alt+1",
        "passage.highlight": "Alt+2",
        "edit.paste": "Alt+3",
        "library.saved": "Alt+4",
        "library.sort": "Alt+5",
        "tags.new": "Alt+6",
    }
    for action, key in mapped.items():
        actions.change_keys(action, [key])
    assert "Select words in the article and use 1 to 9, Alt+1 or Alt+2" in prose(empty)
    assert "paste one with Alt+3" in prose(empty)
    assert "New tag (Alt+6)" in prose(empty)
    assert "Sort the library (Alt+5)" in prose(empty)
    made_later = empty.window.searching.results.saved_button
    assert "(Alt+4)" in made_later.toolTip()


def test_without_single_letters_words_name_the_action(reader: Reader) -> None:
    reader.window.actions_.set_letters(False)
    assert "use 1 to 9, “Tag” or “Highlight”" in prose(reader)
    reader.window.tagging.highlight()
    assert reader.told().endswith("go to the next sentence with “Next sentence”.")
    reader.window.actions_.change_keys("sentence.next", ["Alt+X"])
    reader.window.tagging.highlight()
    assert reader.told().endswith("go to the next sentence with Alt+X.")


def test_no_key_is_named_letter_for_letter() -> None:
    """What names a key says {name.of.its.action} or {Key}: see desk/ui/actions/key_words.py."""
    named = re.compile(
        r"\b(Ctrl|Shift|Alt)\+|\b(press|with|use) [A-Z]\b|\bF\d\b|\bEsc\b|, [A-Z] or\b"
    )
    known = {spec.name for spec in ACTIONS}
    for _, text in words.words_in(words.ENGLISH):
        assert set(ACTION_PLACE.findall(text)) <= known, text
        assert not named.search(re.sub(r"\{[^}]*\}", "", text)), text


@pytest.mark.parametrize(
    "kept",
    [
        "no JSON",
        "[]",
        "[" * 5000,
        '{"passage.tag": 5}',
        '{"passage.tag": [5]}',
        '{"passage.tag": ["Nonsense+"]}',
        '{"no.action": ["T"]}',
        "",
    ],
)
def test_broken_keys_in_the_settings_are_passed_over(qtbot: QtBot, kept: str) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    actions = Actions(home, home, kept)
    assert actions.keys("passage.tag") == ("T",)
    assert json.loads(actions.changed_keys()) == {}


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xff\xfe" * 400,
        b"[reading]\nsize=nan\nline_height=-inf\ncolumns=99999999999999999999\nfont=\x00\n",
        b"[reading]\nsize=1e300\nline_height=0\ncolumns=-5\n[window]\ngeometry=x\nlayout=@Invalid()",
        b"theme=mauve\n[keys]\nletters=perhaps\n[window]\ngeometry=@ByteArray(\\x1\\x2)\n",
    ],
)
def test_a_broken_settings_file_does_not_stop_the_program(
    reader: Reader, tmp_path: Path, home: Path, content: bytes
) -> None:
    reader.window.close()
    (home / "settings.ini").write_bytes(content)
    again = Reader(open_window(tmp_path / "mine.desk", home))
    again.press("J")
    assert again.focused().startswith("Dr. Ahmad")
    again.window.close()
