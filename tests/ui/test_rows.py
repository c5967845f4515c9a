"""What the guide promises of keys and mouse and no other test here drives in the real window."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.core.types import TextRange
from desk.ui.article.overlays import handle_points
from desk.ui.article.strips import Strips
from tests.ui.conftest import TEXT, Reader
from tests.ui.mouse import hover, quick_clicks

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def spot(reader: Reader, words: str) -> QPoint:
    """Return the middle of some words in the viewport."""
    start = reader.view.shown().text.index(words)
    return reader.view.rects(TextRange(start, start + len(words)))[0].center()


def selected(reader: Reader) -> str:
    where = reader.view.selected_range()
    return TEXT[where.start : where.end] if where else ""


# Sentences


def test_j_and_k_go_forth_and_back_and_shift_extends_both_ways(reader: Reader) -> None:
    reader.press("J", "J", "J", "K")
    assert reader.focused() == "He was sure of it."
    reader.press("Shift+K")
    assert reader.focused() == TEXT.split("\n")[0]
    reader.press("Shift+J", "Shift+J")
    assert (
        reader.focused()
        == "He was sure of it.\nResidents say there are few safe places in the city."
    )


def test_esc_clears_whatever_is_the_target(reader: Reader) -> None:
    reader.make_tags("claim")
    for keys in (["J"], ["J", "1"], ["Shift+Right"], ["Tab"]):
        reader.press(*keys)
        assert reader.view.target() is not None
        reader.press("Esc")
        assert reader.view.target() is None


# Digits


def test_zero_is_the_tenth_key(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.window.tag_book.pin(reader.desk.tags.find("claim"), 0)
    reader.press("J", "0")
    assert reader.tags_of(reader.focused()) == ["claim"]
    reader.press("0")
    assert reader.quotes() == []


@pytest.mark.parametrize(
    ("key", "modifiers", "scan_code", "typed"),
    [
        (Qt.Key.Key_At, Qt.KeyboardModifier.ShiftModifier, 11, "@"),
        (Qt.Key.Key_QuoteDbl, Qt.KeyboardModifier.ShiftModifier, 11, '"'),
        (Qt.Key.Key_2, Qt.KeyboardModifier.ShiftModifier, 11, "2"),
        (Qt.Key.Key_Eacute, NONE, 11, "é"),
        (Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier, 88, "2"),
    ],
    ids=["american", "german", "french with Shift", "french", "keypad"],
)
def test_the_second_digit_key_is_2_on_every_keyboard(
    reader: Reader, key: Qt.Key, modifiers: Qt.KeyboardModifier, scan_code: int, typed: str
) -> None:
    reader.make_tags("claim", "place")
    reader.press("J")
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        QApplication.sendEvent(reader.view, QKeyEvent(kind, key, modifiers, scan_code, 0, 0, typed))
    assert reader.tags_of(reader.focused()) == ["place"]


def test_a_digit_on_a_selected_passage_adds(reader: Reader) -> None:
    reader.make_tags("claim", "place")
    reader.select("the city")
    reader.press("1", "Esc", "Tab", "2")
    assert reader.tags_of("the city") == ["claim", "place"]
    assert len(reader.quotes()) == 1


# The tag box


def test_shift_enter_adds_and_stays(reader: Reader) -> None:
    reader.make_tags("claim", "place")
    box = reader.window.popups.box
    reader.select("the city")
    reader.press("T")
    reader.type("pla")
    reader.press("Shift+Return")
    assert box.isVisible()
    assert box.field.text() == ""
    reader.type("new one")
    reader.press("Shift+Return", "Esc")
    assert reader.tags_of("the city") == ["place", "new one"]
    assert QApplication.focusWidget() is reader.view


def test_exact_then_prefix_of_a_word_then_fuzzy_and_the_recent_first(reader: Reader) -> None:
    reader.make_tags("strong claim", "claim", "reclaimed land", "place")
    box = reader.window.popups.box
    reader.press("J", "4", "T")
    assert box.rows.choices[0].text == "place"
    reader.type("claim")
    assert [choice.text for choice in box.rows.choices][:3] == [
        "claim", "strong claim", "reclaimed land"
    ]  # fmt: skip


def test_a_new_name_close_to_another_warns_and_the_other_comes_first(reader: Reader) -> None:
    reader.make_tags("eyewitness")
    box = reader.window.popups.box
    reader.press("J", "T")
    reader.type("eye-witness")
    last = box.rows.choices[-1]
    assert (last.text, last.detail) == ("New tag “eye-witness”", "close to “eyewitness”")
    reader.press("Return")
    assert [tag.path for tag in reader.desk.tags.all()] == ["eyewitness"]


# The mouse


def test_clicks_grow_from_word_to_sentence_to_paragraph(reader: Reader) -> None:
    clicks = quick_clicks(reader.view.viewport(), spot(reader, "places"), 4)
    sentence = "Residents say there are few safe places in the city."
    assert [selected(reader) for _ in clicks] == ["", "places", sentence, TEXT.split("\n")[1]]
    assert reader.window.popups.bar.isVisible()


def test_the_bar_comes_when_a_selection_ends_and_not_before(reader: Reader) -> None:
    reader.make_tags("claim", "place")
    port, bar = reader.view.viewport(), reader.window.popups.bar
    begin, end = spot(reader, "Residents"), spot(reader, "places")
    QTest.mousePress(port, LEFT, NONE, begin)
    QTest.mouseMove(port, (begin + end) / 2)
    QTest.mouseMove(port, end)
    QApplication.processEvents()
    assert reader.view.selected_range() is not None
    assert not bar.isVisible()
    QTest.mouseRelease(port, LEFT, NONE, end)
    QApplication.processEvents()
    assert bar.isVisible()
    assert [(button.text(), button.keys) for button in bar.buttons()] == [
        ("claim", "1"), ("place", "2"), ("Tag…", "T"), ("Note", "N"), ("Copy", "Ctrl+C")
    ]  # fmt: skip
    bar.buttons()[4].click()
    assert QApplication.clipboard().text() == selected(reader)
    bar.buttons()[3].click()
    reader.type("Who?")
    reader.press("Esc")
    passage = reader.desk.passages.all()[0]
    assert reader.desk.notes.on_passage(passage.id) == "Who?"


def test_an_end_is_dragged_and_tags_and_note_stay(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.select("few safe")
    reader.press("1", "N")
    reader.type("Who?")
    reader.press("Esc")
    port = reader.view.viewport()
    scroll = QPoint(0, reader.view.verticalScrollBar().value())
    knob = handle_points(reader.view.shown())[1][1].toPoint() - scroll
    start = TEXT.index("places")
    end = reader.view.rects(TextRange(start, start + 6))[0]
    QTest.mousePress(port, LEFT, NONE, knob)
    QTest.mouseMove(port, end.center())
    QTest.mouseMove(port, QPoint(end.right() + 1, end.center().y()))
    QTest.mouseRelease(port, LEFT, NONE, QPoint(end.right() + 1, end.center().y()))
    assert reader.tags_of("few safe places") == ["claim"]
    assert reader.desk.notes.on_passage(reader.desk.passages.all()[0].id) == "Who?"
    reader.press("Ctrl+Z")
    assert reader.quotes() == ["few safe"]


def test_hovering_over_the_margin_singles_out(reader: Reader, qtbot: QtBot) -> None:
    reader.make_tags("claim", "place")
    for words, key in (("few safe places", "1"), ("A reporter", "2")):
        reader.select(words)
        reader.press(key, "Esc")
    page, margin = reader.view.shown(), reader.view.margin
    first, second = page.index
    strips = Strips(page, margin.font(), margin.width())
    bars = [bar for band in reader.view.visible_bands() for bar in strips.of(band).bars]
    at_bar = QPoint(round(bars[0].x), spot(reader, "few safe").y())
    hover(margin, QPoint(2, margin.height() - 2))
    hover(margin, at_bar)
    assert page.highlights.opacity(first) == 1
    assert page.highlights.opacity(second) < 1
    QApplication.sendEvent(margin, QEvent(QEvent.Type.Leave))
    assert page.highlights.opacity(second) == 1
    QTest.mouseClick(margin, LEFT, NONE, at_bar)
    assert reader.view.selected_passage == first.id
