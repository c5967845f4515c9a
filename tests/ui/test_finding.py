"""Finding in the open article, in the real window."""

import pytest
from PySide6.QtWidgets import QApplication

from desk.core import find
from desk.core.types import Draft, TextRange
from tests.ui.conftest import Reader


def count(reader: Reader) -> str:
    return reader.window.finding.bar.count.text()


def fault(reader: Reader) -> str:
    bar = reader.window.finding.bar
    return bar.fault.text() if bar.fault.isVisible() else ""


def test_the_bar_lies_beside_the_text_and_not_on_it(reader: Reader) -> None:
    bar, view = reader.window.finding.bar, reader.view
    for words, regex in (("there", False), ("(there", True)):
        bar.regex.setChecked(regex)
        reader.press("Ctrl+F")
        bar.field.setText(words)
        assert not bar.geometry().intersects(view.viewport().geometry())
        assert bar.geometry().bottom() + 1 == view.viewport().y()
        assert bar.rect().contains(bar.fault.geometry()) or not fault(reader)
    reader.press("Esc")
    assert view.viewport().y() == 0


def test_the_text_does_not_move_when_the_bar_comes_and_goes(reader: Reader) -> None:
    view = reader.view
    reader.window.resize(900, 480)
    reader.window.looks.zoom(12)
    QApplication.processEvents()
    view.scroll_y(150)
    words = TextRange(90, 95)
    before = view.viewport().mapTo(view, view.rects(words)[0].topLeft())
    for key in ("Ctrl+F", "Esc"):
        reader.press(key)
        assert view.viewport().mapTo(view, view.rects(words)[0].topLeft()) == before


@pytest.mark.parametrize("key", ["Ctrl+F", "/"])
def test_hits_are_counted_and_gone_through(reader: Reader, key: str) -> None:
    reader.press(key)
    reader.type("there")
    assert count(reader) == "1 of 1"
    reader.press("Ctrl+A")
    reader.type("so")
    assert count(reader) == "1 of 2"
    reader.press("F3")
    assert count(reader) == "2 of 2"
    reader.press("F3", "Shift+F3", "Return", "Shift+Return")
    assert count(reader) == "2 of 2"
    reader.press("Esc")
    assert QApplication.focusWidget() is reader.view
    assert reader.view.target() == reader.view.selected_range()


def test_the_first_hit_in_view_comes_first_after_a_passage_was_let_go(reader: Reader) -> None:
    reader.select("few safe")
    reader.press("H", "Esc", "Esc")
    assert reader.view.target() is None
    reader.press("Ctrl+F")
    reader.type("said")
    assert count(reader) == "1 of 2"


def test_finding_begins_at_the_target(reader: Reader) -> None:
    reader.select("few safe")
    reader.press("H", "Ctrl+F")
    reader.type("said")
    assert count(reader) == "2 of 2"


def test_f3_goes_on_without_the_bar_and_each_hit_is_ready_to_be_tagged(reader: Reader) -> None:
    reader.press("F3")
    assert reader.window.finding.bar.isVisible()  # nothing was looked for yet
    reader.type("so")
    reader.press("Esc")
    first = reader.view.selected_range()
    reader.press("H", "F3")
    assert QApplication.focusWidget() is reader.view
    assert reader.view.selected_range() != first
    assert reader.told() == "“so”: 2 of 2"
    reader.press("H")
    assert [quote.casefold() for quote in reader.quotes()] == ["so", "so"]
    reader.press("F3")
    assert reader.view.selected_range() == first
    assert reader.told() == "“so”: 1 of 2"
    reader.press("Shift+F3")
    assert reader.told() == "“so”: 2 of 2"
    assert not reader.window.finding.bar.isVisible()


def test_with_the_keyboard_in_the_article_the_hit_is_the_target(reader: Reader) -> None:
    reader.press("Ctrl+F")
    reader.type("so")
    reader.view.setFocus()
    reader.press("F3")
    assert count(reader) == "2 of 2"
    reader.press("H")
    assert [quote.casefold() for quote in reader.quotes()] == ["so"]


def test_a_slash_is_a_slash_in_every_field(reader: Reader) -> None:
    window = reader.window
    reader.press("J", "T")
    reader.type("claim/strong")
    assert window.popups.box.field.text() == "claim/strong"
    reader.press("Return", "N")
    reader.type("and/or")
    assert window.passage.note.text() == "and/or"
    reader.press("Esc", "Ctrl+Shift+F")
    reader.type("his/her")
    assert window.library.field.text() == "his/her"
    assert not window.finding.bar.isVisible()


def test_a_regular_expression_that_takes_too_long_says_so(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.window.finding.bar.regex.setChecked(True)
    reader.press("Ctrl+F")
    reader.type("there|few")
    assert count(reader) == "1 of 2"
    reader.press("Ctrl+A")
    reader.type("(there")
    assert "no regular expression" in fault(reader)
    assert count(reader) == ""
    with reader.desk.step("Add"):
        long = reader.desk.articles.add(Draft("a" * 5000 + "b"))
    reader.window.reading.open(long)
    monkeypatch.setattr(find, "PATIENCE", 0.05)
    reader.window.finding.bar.field.setText("(a+)+$")
    assert "takes too long" in fault(reader)


def test_a_click_on_a_switch_of_the_bar_leaves_the_keyboard_in_its_field(reader: Reader) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    reader.press("Ctrl+F")
    bar = reader.window.finding.bar
    reader.type("Resi")
    for switch in (bar.regex, bar.case):
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is bar.field
    reader.press("End")
    reader.type("d")
    assert bar.field.text() == "Resid"
