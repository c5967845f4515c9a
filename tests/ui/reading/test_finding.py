"""Finding in the open article, in the real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.core import find
from desk.core.types import Draft, TextRange
from desk.ui.reading.hit_list import HitList
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
    reader.press("Ctrl+F")
    bar = reader.window.finding.bar
    reader.type("Resi")
    for switch in (bar.regex, bar.case):
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is bar.field
    reader.press("End")
    reader.type("d")
    assert bar.field.text() == "Resid"


# The list of all hits

MANY = "\n".join(f"In year {n} a mayor said so. {'It was a long year. ' * 5}" for n in range(60))


@pytest.fixture
def hits(reader: Reader) -> HitList:
    """The list of the hits of "mayor", with the keyboard in it; the reader was far down."""
    reader.open(MANY)
    reader.view.scroll_y(2000)
    reader.press("Ctrl+F")
    reader.type("mayor")
    reader.press("Home", "Down")
    found = reader.window.finding.bar.list
    assert found is not None
    assert QApplication.focusWidget() is found
    return found


def current(reader: Reader) -> str:
    """Return the words of the hit that is marked as the current one."""
    hit = reader.view._hits.current
    assert hit is not None
    return reader.view.shown().text[hit.start - 4 : hit.end]


def test_down_lists_all_hits_each_in_its_line(reader: Reader, hits: HitList) -> None:
    assert hits.isVisible()
    assert hits.rows.rowCount() == 60
    index = hits.rows.index(7)
    assert index.data().startswith("In year 7 a mayor said so. It was")
    found = index.data(Qt.ItemDataRole.UserRole)
    assert found.words[found.start : found.end] == "mayor"
    assert not reader.window.finding.bar.geometry().intersects(reader.view.viewport().geometry())
    reader.press("Esc", "Ctrl+F", "Esc")
    assert not hits.isVisible()


def drawn(reader: Reader, hits: HitList, row: int, colour: str) -> tuple[int, int]:
    """Return the first and the last pixel of about a colour across a row."""
    picture = hits.viewport().grab(hits.visualRect(hits.rows.index(row))).toImage()
    wanted = QColor(colour).getRgb()
    pixels = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    seen = ((x, picture.pixelColor(x, y).getRgb()) for x, y in pixels)
    found = [x for x, rgb in seen if sum(abs(a - b) for a, b in zip(rgb, wanted, strict=True)) < 99]
    return min(found), max(found)


def test_the_hits_stand_in_one_column(reader: Reader, hits: HitList) -> None:
    accent = reader.window.looks.theme.accent
    hits.scrollTo(hits.rows.index(8), hits.ScrollHint.PositionAtTop)
    rows = [hits.indexAt(QPoint(20, y)).row() for y in range(30, 130, 24)]
    assert len({drawn(reader, hits, row, accent)[0] for row in rows}) == 1


def test_a_line_from_right_to_left_ends_at_the_left(reader: Reader) -> None:
    reader.open("קודם המילה MMM\n" * 3)
    reader.press("Ctrl+F")
    reader.window.finding.bar.field.setText("המילה")
    reader.press("Down", "Down")
    hits, theme = reader.window.finding.bar.list, reader.window.looks.theme
    assert hits is not None
    first, last = drawn(reader, hits, 2, theme.accent)
    left, right = drawn(reader, hits, 2, theme.text)
    assert left < first < last < right
    assert first - left < 60  # "MMM" is short
    assert first > hits.viewport().width() / 2


def test_arrows_walk_along_the_hits_and_esc_returns_to_where_one_was(
    reader: Reader, hits: HitList
) -> None:
    bar, view = reader.window.finding.bar, reader.view
    scrolled = reader.window.finding._before.scrolled
    assert scrolled > 1000
    reader.press("Home", "Down", "Down")
    assert (count(reader), current(reader)) == ("3 of 60", "2 a mayor")
    assert view.in_sight(view._hits.current)
    assert view.verticalScrollBar().value() < scrolled
    assert view.target() is None  # nothing was chosen yet
    reader.press("Esc")
    assert not bar.isVisible()
    assert QApplication.focusWidget() is view
    assert view.verticalScrollBar().value() == scrolled
    assert view.target() is None


def test_enter_goes_to_the_hit_which_is_ready_to_be_tagged(reader: Reader, hits: HitList) -> None:
    reader.make_tags("claim")
    reader.press("Home", "Down", "Return")
    assert QApplication.focusWidget() is reader.view
    assert reader.selected() == "mayor"
    reader.press("1")
    assert reader.tags_of("mayor") == ["claim"]
    assert hits.isVisible()  # the next hit is a key away
    there = reader.view.verticalScrollBar().value()
    reader.press("Ctrl+F", "Down", "End", "Esc")
    assert reader.view.verticalScrollBar().value() == pytest.approx(there, abs=hits.height() + 60)


def test_a_click_goes_there_too_and_a_digit_tags_without_leaving_the_list(
    reader: Reader, hits: HitList
) -> None:
    reader.make_tags("claim")
    reader.press("Home", "1", "Down", "1", "Down", "1", "1")
    assert QApplication.focusWidget() is hits
    assert reader.quotes() == ["mayor", "mayor"]  # the third was taken back
    place = hits.visualRect(hits.rows.index(4)).center()
    QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert current(reader) == "4 a mayor"
    assert reader.selected() == "mayor"


def test_the_list_follows_the_words_and_up_leads_back_to_them(
    reader: Reader, hits: HitList
) -> None:
    bar = reader.window.finding.bar
    reader.press("Home", "Down", "Up", "Up")
    assert QApplication.focusWidget() is bar.field
    reader.press("F3")
    assert hits.currentIndex().row() == 1
    bar.field.setText("year 12")
    assert hits.rows.rowCount() == 1
    low = bar.height()
    bar.field.setText("nowhere")
    assert not hits.isVisible()
    assert bar.height() < low
    bar.field.setText("mayor")
    assert hits.isVisible()
    QTest.mouseClick(bar.list_button, Qt.MouseButton.LeftButton)
    assert not hits.isVisible()


def test_a_list_with_the_keyboard_that_goes_leaves_it_in_the_field(
    reader: Reader, hits: HitList
) -> None:
    reader.window.reading.open(reader.desk.articles.find("Another"))
    assert not hits.isVisible()
    assert QApplication.focusWidget() is reader.window.finding.bar.field


def test_the_foot_of_the_window_says_what_the_keys_do_in_the_list(
    reader: Reader, hits: HitList
) -> None:
    hint = reader.window.status_line.hint.text()
    assert hint == "1–9 tags the hit   ·   Enter: go there   ·   Esc: back to where you were"


def test_esc_in_the_article_puts_away_first_the_target_then_a_message_then_the_bar(
    reader: Reader,
) -> None:
    bar = reader.window.finding.bar
    reader.press("Ctrl+F")
    reader.type("so")
    reader.view.setFocus()
    reader.press("J")
    reader.window.messages.tell("Saved")
    reader.press("Esc")
    assert (reader.view.target(), reader.told(), bar.isVisible()) == (None, "Saved", True)
    reader.press("Esc")
    assert (reader.told(), bar.isVisible()) == ("", True)
    reader.press("Esc")
    assert not bar.isVisible()
    assert reader.view.target() is None


def test_the_keys_of_the_article_act_on_the_hit(reader: Reader, hits: HitList) -> None:
    reader.press("Home", "T")
    reader.type("claim")
    reader.press("Return")
    assert reader.tags_of("mayor") == ["claim"]
    assert QApplication.focusWidget() is hits
    reader.press("Down", ".", "Down", "H")
    tagged = [passage.tags for passage in reader.desk.passages.all()]
    assert [len(tags) for tags in tagged] == [1, 1, 0]
    reader.press("Del")
    assert len(reader.quotes()) == 2
    assert QApplication.focusWidget() is hits
    reader.press("N")
    reader.type("Who?")
    assert reader.window.passage.note.text() == "Who?"


def test_accents_do_not_matter_unless_they_are_asked_for(reader: Reader) -> None:
    bar = reader.window.finding.bar
    reader.open("From Ḥerāt to Herat.")
    reader.press("Ctrl+F")
    reader.type("herat")
    assert count(reader) == "1 of 2"
    reader.press("Esc")
    assert reader.selected() == "Ḥerāt"
    reader.press("Ctrl+F")
    bar.case.setChecked(True)
    bar.field.setText("Herat")
    assert count(reader) == "1 of 1"
