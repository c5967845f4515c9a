"""The library filtered in the real window: by menu, box and chips, and found so again."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desk.core.types import Draft
from desk.ui.widgets.facet_chooser import FacetChooser
from tests.ui.conftest import Reader, open_window


@pytest.fixture
def library(reader: Reader) -> Reader:
    desk = reader.desk
    with desk.step("Add") as step:
        asia = desk.folders.add("Asia")
        desk.folders.add("Empty")
        kabul = desk.articles.add(
            Draft("Kabul text.", "Kabul", author="Doucet", published="2021-08-13", source="BBC"),
            asia,
        )
        desk.articles.edit(kabul, status="done")
        desk.articles.add(Draft("Tokyo text.", "Tokyo", author="Mori", source="NHK"), asia)
        passage = desk.passages.add(kabul, 0, 5)
        desk.taggings.put([passage], desk.tags.ensure("place/city"))
    reader.window.session.changed.emit(step.changes)
    return reader


def titles(reader: Reader) -> list[str]:
    model = reader.window.library.model
    return [model.index(row).data() for row in range(model.rowCount())]


def choose(reader: Reader, words: str) -> None:
    """Take an entry of the filter's menu."""
    menu = reader.window.library_filter.menu()
    next(action for action in menu.actions() if action.text() == words).trigger()
    QTest.qWait(1)


def take(reader: Reader, words: str) -> None:
    reader.type(words)
    reader.press("Return")


def chips(reader: Reader) -> list[str]:
    return [chip.text() for chip in reader.window.library_filter.chips.shown]


def test_a_status_is_chosen_seen_and_taken_off_with_one_click(library: Reader) -> None:
    choose(library, "Done")
    assert titles(library) == ["Asia", "Kabul"]
    assert library.window.library.head.progress.text() == "1 of 1 done"
    assert library.window.library.head.filter_button.isChecked()
    assert chips(library) == ["Done  ×"]
    library.window.library_filter.chips.shown[0].click()
    assert titles(library) == ["Asia", "Kabul", "Tokyo", "Empty", "Herat", "Another"]
    assert not library.window.library.head.filter_button.isChecked()
    assert not library.window.library_filter.chips.isVisible()
    choose(library, "Unread")
    choose(library, "Unread")
    assert chips(library) == []


def test_the_filter_holds_for_a_search_until_it_is_taken_off(library: Reader, qtbot: QtBot) -> None:
    searching = library.window.searching
    rows = searching.results.list.rows
    choose(library, "Done")
    library.press("Ctrl+Shift+F")
    library.type("text")
    qtbot.waitUntil(lambda: not searching.is_busy)
    assert [hit.article_title for hit in rows.hits()] == ["Kabul"]
    chip = library.window.library_filter.chips.shown[0]
    assert chip.isVisible()
    assert not library.window.library.head.filter_button.isVisible()
    chip.click()
    qtbot.waitUntil(lambda: not searching.is_busy)
    assert {hit.article_title for hit in rows.hits()} >= {"Kabul", "Tokyo"}
    assert library.window.library.shows_results()
    assert library.window.library.field.text() == "text"
    choose(library, "Reading")
    qtbot.waitUntil(lambda: not searching.is_busy)
    empty = library.window.library.empty
    qtbot.waitUntil(empty.isVisible)
    assert empty.button.text() == "Search everything"
    empty.button.click()
    qtbot.waitUntil(lambda: not searching.is_busy)
    assert {hit.article_title for hit in rows.hits()} >= {"Kabul", "Tokyo"}
    assert library.window.library.field.text() == "text"


def test_the_open_article_has_a_bar_and_the_selected_one_a_background(library: Reader) -> None:
    panel = library.window.library
    rows = panel.list
    opened = panel.model.index(panel.model.row_of(library.window.reading.article.id))
    chosen = panel.model.index(titles(library).index("Tokyo"))
    rows.choose(chosen)
    picture = rows.viewport().grab().toImage()
    accent = QColor(library.window.looks.theme.accent)

    def colours(index: QModelIndex) -> tuple[QColor, QColor]:
        place = rows.visualRect(index)
        left, y = place.left() + 2, place.center().y()
        return picture.pixelColor(left, y), picture.pixelColor(place.right() - 12, place.top() + 4)

    assert colours(opened)[0] == accent
    assert colours(chosen)[0] != accent
    assert colours(opened)[1] != colours(chosen)[1]


def test_a_click_on_a_chip_leaves_the_keyboard_where_it_is(library: Reader) -> None:
    choose(library, "Done")
    library.view.setFocus()
    chip = library.window.library_filter.chips.shown[0]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert library.view.hasFocus()
    choose(library, "Done")
    library.window.library_filter.chips.shown[0].setFocus()
    library.press("Space")
    assert chips(library) == []
    assert library.window.library.head.filter_button.hasFocus()


def test_what_lay_under_a_menu_is_not_lit_after_a_dialog(
    library: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    funnel = library.window.library.head.filter_button
    monkeypatch.setattr(QFileDialog, "exec", lambda _: QFileDialog.DialogCode.Rejected)
    QCursor.setPos(library.view.mapToGlobal(library.view.rect().center()))
    middle = QPointF(funnel.rect().center())
    QApplication.sendEvent(funnel, QEnterEvent(middle, middle, middle))
    assert funnel.underMouse()
    library.window.actions_["library.add_folder"].trigger()
    assert not funnel.underMouse()


@pytest.mark.parametrize(
    ("entry", "typed", "chip", "shown"),
    [
        ("Author…", "douc", "Doucet", ["Asia", "Kabul"]),
        ("Author…", "without", "Without an author", ["Herat", "Another"]),
        ("Date…", "2021", "2021", ["Asia", "Kabul"]),
        ("Source…", "nhk", "NHK", ["Asia", "Tokyo"]),
        ("Tag…", "place", "place", ["Asia", "Kabul"]),
    ],
)
def test_what_has_many_values_is_asked_for(
    library: Reader, entry: str, typed: str, chip: str, shown: list[str]
) -> None:
    choose(library, entry)
    box = library.window.findChild(FacetChooser)
    assert box.field.hasFocus()
    assert box.field.accessibleName() == entry.removesuffix("…")
    take(library, typed)
    assert titles(library) == shown
    assert chips(library) == [f"{chip}  ×"]


def test_a_value_that_is_not_there_is_not_offered(library: Reader) -> None:
    choose(library, "Author…")
    box = library.window.findChild(FacetChooser)
    library.type("zzz")
    assert box.rows.rowCount() == 0
    assert "Nothing on this desk" in box.hint.text()


def test_filters_join_and_an_empty_list_offers_the_way_back(library: Reader) -> None:
    choose(library, "Reading")
    choose(library, "Author…")
    take(library, "mori")
    assert chips(library) == ["Reading  ×", "Mori  ×", "Show all  ×"]
    panel = library.window.library
    assert panel.empty.isVisible()
    assert panel.empty.words.text() == "No article fits the filter."
    panel.field.setText("x")
    assert "Nothing was found for “x” in what the filter shows" in panel.empty.words.text()
    panel.empty.button.click()  # "Search everything"
    assert chips(library) == []
    assert panel.field.text() == "x"
    panel.empty.button.click()  # "Show all"
    assert len(titles(library)) == 6
    assert panel.field.text() == ""
    choose(library, "Reading")
    choose(library, "Author…")
    take(library, "mori")
    library.window.library_filter.chips.shown[-1].click()
    assert len(titles(library)) == 6


def test_the_filter_is_found_again(library: Reader, home: Path) -> None:
    choose(library, "Unread")
    choose(library, "Author…")
    take(library, "mori")
    path = library.desk.path
    library.window.close()
    again = Reader(open_window(path, home))
    assert titles(again) == ["Asia", "Tokyo"]
    assert chips(again) == ["Unread  ×", "Mori  ×", "Show all  ×"]
    again.window.close()


@pytest.mark.parametrize("kept", [{"filter": {"status": 3}}, {"filter": {"colour": "red"}}, []])
def test_what_makes_no_sense_is_no_filter(library: Reader, home: Path, kept: object) -> None:
    library.window.close()
    from desk.store.desk import Desk

    with Desk.open(library.desk.path) as desk:
        desk.settings.set("library", json.dumps(kept))
    again = Reader(open_window(library.desk.path, home))
    assert len(titles(again)) == 6
    again.window.close()


def test_a_tag_that_goes_takes_its_filter_along(library: Reader) -> None:
    choose(library, "Tag…")
    take(library, "place")
    tag = library.desk.tags.find("place")
    library.window.session.do("Rename", lambda: library.desk.tags.edit(tag, name="where"))
    assert chips(library) == ["where  ×"]
    library.window.session.do("Remove", lambda: library.desk.tags.remove(tag))
    assert chips(library) == []
    assert len(titles(library)) == 6


def test_what_comes_in_behind_a_filter_is_told(
    library: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "new.txt").write_text("New words.")
    choose(library, "Done")
    coming = library.window.importing.coming
    coming.add_files([tmp_path / "new.txt"])
    qtbot.waitUntil(lambda: not coming.is_busy)
    assert "What came in is hidden" in library.told()
    assert library.window.reading.article.text == "New words."


def test_what_comes_in_behind_a_search_is_told_and_shown(
    library: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "new.txt").write_text("New words.")
    library.window.library.field.setText("Tokyo")
    coming = library.window.importing.coming
    coming.add_files([tmp_path / "new.txt"])
    qtbot.waitUntil(lambda: not coming.is_busy)
    assert "hidden by the words in the search field" in library.told()
    library.window.messages.toast.button.click()
    assert library.window.library.field.text() == ""
    assert len(titles(library)) == 7


def test_next_unread_stays_among_what_is_shown(library: Reader) -> None:
    choose(library, "Author…")
    take(library, "mori")
    library.window.library.open_requested.emit(library.desk.articles.find("Tokyo"))
    library.window.view.setFocus()
    library.press("Ctrl+Return")
    assert library.window.reading.article.title == "Tokyo"
    assert "no unread article left" in library.told()
    assert library.window.library.head.progress.text() == "1 of 1 done"


def test_the_menu_comes_by_click_and_by_action(library: Reader, qtbot: QtBot) -> None:
    button = library.window.library.head.filter_button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert [a.text() for a in menu.actions()][:3] == ["Unread", "Reading", "Done"]
    assert not button.isChecked()
    menu.close()
    library.window.actions_["library.filter"].trigger()
    QApplication.activePopupWidget().close()
