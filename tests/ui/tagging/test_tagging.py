"""The keys of the article, in the real window: what they do to the desk, and how many it takes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.core.types import TextRange
from tests.ui.conftest import Reader, open_window


def test_two_keys_tag_the_next_sentence(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.press("J", "1")
    assert reader.quotes() == ["Dr. Ahmad said the U.S. troops had left."]
    reader.press("J", "1")
    assert reader.quotes()[1] == "He was sure of it."
    assert reader.tags_of("He was sure of it.") == ["claim"]


def test_one_key_tags_the_selection(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.select("few safe places")
    reader.press("1")
    assert reader.tags_of("few safe places") == ["claim"]
    passage = reader.desk.passages.all()[0]
    assert reader.view.selected_passage == passage.id


def test_five_keys_put_any_tag_by_its_name(reader: Reader) -> None:
    reader.make_tags("claim", "source/unnamed", "place")
    reader.select("A reporter")
    reader.press("T")
    reader.type("unn")
    reader.press("Return")
    assert reader.tags_of("A reporter") == ["source/unnamed"]
    assert QApplication.focusWidget() is reader.view


def test_a_key_again_takes_the_tag_off_and_the_passage_that_it_made(reader: Reader) -> None:
    reader.make_tags("claim", "place")
    reader.select("the city")
    reader.press("1", "2", "1")
    assert reader.tags_of("the city") == ["place"]
    reader.press("2")
    assert reader.quotes() == []
    assert reader.view.selected_range() is not None


def test_a_highlight_stays_when_its_last_tag_goes(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.select("the city")
    reader.press("H", "1", "1")
    assert reader.tags_of("the city") == []


def test_a_digit_is_read_by_its_place_on_the_keyboard(reader: Reader) -> None:
    reader.make_tags("claim", "place")
    reader.press("J")
    # The key right of 1 on a French keyboard gives é; with Shift, 2.
    azerty = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Eacute, Qt.KeyboardModifier.NoModifier, 11, 0, 0, "é"
    )
    QApplication.sendEvent(reader.view, azerty)
    assert reader.tags_of(reader.focused()) == ["place"]


@pytest.mark.parametrize(
    ("sign", "key", "finds"), [("/", "Slash", True), ("&", "Ampersand", False)]
)
def test_a_sign_over_a_digit_is_a_digit_unless_an_action_has_it(
    reader: Reader, sign: str, key: str, finds: bool
) -> None:
    """Shift and 7 type "/" on a German keyboard, which finds, and "&" on an American one."""
    reader.make_tags(*"abcdefg")
    reader.press("J")
    shift = Qt.KeyboardModifier.ShiftModifier
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, Qt.Key[f"Key_{key}"], shift, 16, 0, 0, sign)
        event.setAccepted(False)
        QApplication.sendEvent(reader.view, event)
    assert [reader.tags_of(quote) for quote in reader.quotes()] == ([] if finds else [["g"]])


def test_nothing_to_repeat_is_said(reader: Reader) -> None:
    reader.press("J", ".")
    assert "Nothing to repeat" in reader.told()


def test_tab_begins_again_where_esc_let_go(reader: Reader) -> None:
    for words in ("Residents say there are", "there are few"):
        reader.select(words)
        reader.press("H")
    first, second = (p.id for p in reader.desk.passages.all())
    reader.press("Esc", "Tab")
    assert reader.view.selected_passage == second
    reader.press("Tab")
    assert reader.view.selected_passage == first


def test_a_number_without_a_tag_says_what_to_do(reader: Reader) -> None:
    reader.press("J", "7")
    assert "No tag has the key 7" in reader.told()
    assert reader.quotes() == []


def test_a_key_without_a_target_says_how_to_get_one(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.press("1")
    assert "Select some words first" in reader.told()


def test_a_new_tag_is_made_pinned_and_put_in_one_step(reader: Reader) -> None:
    reader.press("J", "T")
    reader.type("claim/strong")
    reader.press("Return")
    assert reader.tags_of(reader.focused()) == ["claim/strong"]
    reader.press("J", "1")
    assert reader.tags_of("He was sure of it.") == ["claim/strong"]
    reader.press("Ctrl+Z", "Ctrl+Z")
    assert reader.desk.tags.all() == []
    assert reader.quotes() == []


def test_the_box_stays_open_after_a_comma_and_takes_the_last_off(reader: Reader) -> None:
    reader.make_tags("claim", "place", "source")
    reader.select("Residents")
    reader.press("T")
    reader.type("cl,pl,")
    assert reader.tags_of("Residents") == ["claim", "place"]
    assert reader.desk.undo_label == "Tag “claim, place”"
    reader.press("Backspace")
    assert reader.tags_of("Residents") == ["claim"]
    reader.press("Esc")
    assert QApplication.focusWidget() is reader.view


def test_an_offer_to_undo_goes_with_the_next_deed(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.press("J", "H", "Del")
    assert reader.told() == "Passage removed"
    reader.press("J", "1")
    assert reader.told() == ""  # its button would take back the tag
    reader.press("9")
    assert "No tag has the key 9" in reader.told()
    reader.press("J", "1")
    assert reader.told() == ""


def test_sticky_tag_tags_each_selection_at_once(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.press("J", "1")
    reader.window.actions_["tags.sticky"].trigger()
    reader.select("Residents")
    reader.view.selection_finished.emit()
    assert reader.tags_of("Residents") == ["claim"]


def test_after_a_restart_the_last_tag_sticks_and_is_repeated(
    reader: Reader, tmp_path: Path, home: Path
) -> None:
    reader.make_tags("claim", "place")
    reader.press("J", "2", "J", "1")
    reader.window.close()
    again = Reader(open_window(tmp_path / "mine.desk", home))
    again.window.actions_["tags.sticky"].trigger()
    assert again.told() == ""
    again.select("Residents")
    again.view.selection_finished.emit()
    assert again.tags_of("Residents") == ["claim"]
    again.window.close()
    again = Reader(open_window(tmp_path / "mine.desk", home))
    again.select("few safe")
    again.press(".")
    assert again.tags_of("few safe") == ["claim"]
    again.window.close()


def test_undo_and_redo_name_what_they_do_and_go_there(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.press("J", "1")
    undo = reader.window.actions_["edit.undo"]
    assert undo.text() == "Undo Tag “claim”"
    reader.press("Esc", "Ctrl+Z")
    assert reader.window.actions_["edit.redo"].text() == "Redo Tag “claim”"
    reader.press("Ctrl+Shift+Z")
    assert reader.view.selected_passage == reader.desk.passages.all()[0].id


def test_copy_gives_the_exact_words(reader: Reader) -> None:
    reader.select("so 🙂 on Friday")
    reader.press("Ctrl+C")
    assert QApplication.clipboard().text() == "so 🙂 on Friday"


def test_letters_can_be_switched_off(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.window.actions_["help.letters"].trigger()
    reader.press("J")
    assert reader.focused() == ""
    reader.window.actions_["help.letters"].trigger()
    reader.press("J")
    assert reader.focused() != ""


def test_what_is_selected_is_what_is_stored(reader: Reader) -> None:
    text = reader.view.shown().text
    for start in range(0, len(text) - 7, 5):
        reader.view.select_range(TextRange(start, start + 7))
        reader.press("H")
    assert reader.quotes() == [text[s : s + 7].strip() for s in range(0, len(text) - 7, 5)]


def test_white_space_at_the_ends_of_a_selection_is_not_marked(reader: Reader) -> None:
    reader.make_tags("claim", "place")
    reader.select(" the city. ")
    assert reader.selected() == " the city. "
    reader.press("1")
    assert reader.quotes() == ["the city."]
    reader.select("the city. ")
    reader.press("2")
    assert reader.tags_of("the city.") == ["claim", "place"]
    reader.select(" the city.")
    reader.press("Ctrl+C")
    assert QApplication.clipboard().text() == " the city."
    reader.press("Del")
    assert reader.quotes() == []


def test_clicking_a_tag_puts_it(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.select("Residents")
    tags = reader.window.tags.view
    index = reader.window.tags.model.index(0, 0)
    QTest.mouseClick(
        tags.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        tags.visualRect(index).center(),
    )
    assert reader.tags_of("Residents") == ["claim"]


def test_every_action_has_a_menu_a_word_and_does_something(reader: Reader) -> None:
    actions = reader.window.actions_
    assert actions.without_handler() == set()
    for name, text, _, menu in actions.rows():
        assert text, name
        assert menu, name
    menus = [entry.menu() for entry in reader.window.menuBar().actions()]
    assert "passage.tag" in {action.objectName() for menu in menus for action in menu.actions()}


def test_no_key_has_two_meanings(reader: Reader) -> None:
    from desk.ui.actions.table import ACTIONS

    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))


def test_f2_is_for_what_has_the_keyboard(reader: Reader) -> None:
    from desk.ui.tags.editor import TagEditor

    reader.make_tags("claim")
    tags = reader.window.tags
    tags.view.setFocus()
    tags.view.setCurrentIndex(tags.model.index(0, 0))
    reader.press("F2")
    (editor,) = reader.window.findChildren(TagEditor)
    assert editor.name.text() == "claim"
    editor.reject()
    QTest.qWait(50)  # the keyboard goes back to the tags first
    articles = reader.window.library.list
    articles.setFocus()
    articles.setCurrentIndex(articles.model().index(1, 0))
    reader.press("F2", "Ctrl+A")
    reader.type("Renamed")
    reader.press("Return")
    assert sorted(row.title for row in reader.desk.articles.rows()) == ["Herat", "Renamed"]


def test_what_is_put_in_one_opening_of_the_box_is_one_step(reader: Reader) -> None:
    reader.make_tags("claim", "place")
    reader.select("Residents")
    reader.press("T")
    reader.type("cl,pl,brand new,")
    reader.press("Esc")
    assert reader.tags_of("Residents") == ["claim", "place", "brand new"]
    reader.press("Ctrl+Z")
    assert reader.quotes() == []
    assert [tag.name for tag in reader.desk.tags.all()] == ["claim", "place"]
    reader.press("Ctrl+Shift+Z")
    assert reader.tags_of("Residents") == ["claim", "place", "brand new"]
    reader.select("armed")
    reader.press("T")
    reader.type("cl")
    reader.press("Return", "Ctrl+Z")
    assert reader.quotes() == ["Residents"]


def test_what_is_put_and_taken_in_one_opening_is_one_step_too(reader: Reader) -> None:
    reader.make_tags("claim", "place", "source")
    reader.select("Residents")
    reader.press("T")
    reader.type("cl,pl,")
    reader.press("Backspace")
    reader.type("so")
    reader.press("Return")
    assert reader.tags_of("Residents") == ["claim", "source"]
    assert reader.desk.undo_label == "Tag “claim, source”"
    reader.press("Ctrl+Z")
    assert reader.quotes() == []
    reader.press("Ctrl+Shift+Z")
    assert reader.tags_of("Residents") == ["claim", "source"]


def test_repeat_puts_all_tags_of_the_last_tagging(reader: Reader) -> None:
    reader.make_tags("claim", "place")
    reader.select("Residents")
    reader.press("T")
    reader.type("cl,pl,")
    reader.press("Esc")
    reader.select("armed")
    reader.press(".")
    assert reader.tags_of("armed") == ["claim", "place"]
    assert reader.desk.undo_label == "Tag “claim, place”"


def test_who_types_on_past_the_name_of_a_tag_gets_another_one(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.select("Residents")
    reader.press("T")
    reader.type("claims")
    row = reader.window.popups.box.list.currentIndex()
    assert row.data() == "New tag “claims”"
    assert "claim" in row.data(Qt.ItemDataRole.UserRole).detail
    reader.press("Return")
    assert reader.tags_of("Residents") == ["claims"]


def test_a_tag_that_is_there_already_is_told_and_makes_no_step(reader: Reader) -> None:
    reader.press("J", "T")
    reader.type("claim")
    reader.press("Return")
    assert reader.told() == ""
    steps = len(reader.desk.history(50))
    reader.press("T")
    reader.type("claim")
    reader.press("Return")
    assert reader.told() == "“claim” is on the passage already"
    assert len(reader.desk.history(50)) == steps


def test_bar_and_box_never_cover_what_is_selected(reader: Reader) -> None:
    window, view = reader.window, reader.view
    window.resize(900, 480)
    window.looks.zoom(9)
    QApplication.processEvents()
    text = view.shown().text
    where = TextRange(text.index("few safe"), text.index("armed"))
    for low in (40, view.viewport().height() - 60):  # the end at the foot of the view, at its top
        view.scroll_y(view.bounds(where).bottom() - low)
        view.select_range(where)
        view.selection_finished.emit()
        rects = [r for r in view.rects(where) if r.intersects(view.viewport().rect())]
        port = view.viewport()
        bar, box = window.popups.bar, window.popups.box
        assert bar.isVisible()
        spots = [r.translated(port.mapTo(view, QPoint(0, 0))) for r in rects]
        assert not any(bar.geometry().intersects(spot) for spot in spots)
        window.popups.open_box()
        spots = [r.translated(port.mapTo(window, QPoint(0, 0))) for r in rects]
        assert box.height() < 300
        if box.geometry().top() > 8:
            assert not any(box.geometry().intersects(spot) for spot in spots)
        box.dismiss()


def test_the_box_waits_for_words_that_are_being_composed(reader: Reader) -> None:
    reader.make_tags("かな")
    reader.press("J", "T")
    field = QApplication.focusWidget()
    QApplication.sendEvent(field, QInputMethodEvent("か", []))
    assert reader.choices()[0] == "かな"
    assert field.text() == ""
    done = QInputMethodEvent("", [])
    done.setCommitString("新しい")
    QApplication.sendEvent(field, done)
    assert reader.choices() == ["New tag “新しい”"]
    reader.press("Return")
    assert reader.tags_of(reader.focused()) == ["新しい"]


def test_esc_leaves_nothing_behind_and_a_long_name_is_refused_in_words(reader: Reader) -> None:
    reader.select("Residents")
    reader.press("T")
    reader.type("x" * 300)
    reader.press("Return")
    assert reader.window.popups.box.isVisible()
    assert reader.window.popups.box.hint.text()
    reader.press("Ctrl+A")
    reader.type("y" * 150)
    assert reader.window.popups.box.width() < 400
    reader.press("Esc")
    assert reader.desk.tags.all() == []
    assert reader.quotes() == []
    assert reader.selected() == "Residents"
