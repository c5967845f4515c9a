"""Help at the search field: what can be asked for, the rest of a filter, saved searches."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.core.types import Draft
from desk.ui.widgets.naming import Naming
from tests.ui.conftest import Reader


@pytest.fixture
def library(reader: Reader) -> Reader:
    desk = reader.desk
    with desk.step("Add") as step:
        folder = desk.folders.add("Far East")
        tokyo = desk.articles.add(Draft("Tokyo text.", "Tokyo", author="Élise Müller"), folder)
        passage = desk.passages.add(tokyo, 0, 5)
        desk.taggings.put([passage], desk.tags.ensure("place/city"))
    reader.window.session.changed.emit(step.changes)
    reader.press("Ctrl+Shift+F")
    return reader


def offered(reader: Reader) -> list[str]:
    """Return the rows that are seen."""
    help_ = reader.window.searching.help
    return [choice.text for choice in help_.rows.choices] if help_.isVisible() else []


def test_an_empty_field_says_what_can_be_asked_for(library: Reader) -> None:
    assert offered(library)[:3] == ["tag:", "in:", "author:"]
    library.type("t")
    assert offered(library) == []
    library.press("Backspace")
    assert len(offered(library)) > 5
    library.press("Esc")
    assert offered(library) == []
    assert library.window.library.field.hasFocus()
    library.press("Down")
    assert library.window.library.list.hasFocus()


@pytest.mark.parametrize(
    ("typed", "keys", "written"),
    [
        ("au", ["Tab", "Tab"], 'author:"Élise Müller" '),
        ("x -tag:CIT", ["Down", "Return"], "x -tag:place/city "),
        ("in:far", ["Tab"], 'in:"Far East" '),
        ("author:mull", ["Down", "Up", "Down", "Return"], 'author:"Élise Müller" '),
        ("is:", ["Down", "Down", "Return"], "is:reading "),
    ],
)
def test_a_filter_is_written_out(
    library: Reader, typed: str, keys: list[str], written: str
) -> None:
    library.type(typed)
    library.press(*keys, on=library.window.library.field)
    assert library.window.library.field.text() == written
    assert offered(library) == []


@pytest.mark.parametrize("word", ["tex", "tag", "sour"])
def test_a_word_that_begins_as_a_filter_does_leaves_its_keys_to_the_results(
    library: Reader, qtbot: QtBot, word: str
) -> None:
    with library.desk.step("Add") as step:
        library.desk.articles.add(Draft("The open text of a tag, sourly.", "Kobe"))
    library.window.session.changed.emit(step.changes)
    library.type(f"open {word}")
    qtbot.waitUntil(library.window.library.shows_results)
    assert offered(library) == (["source:"] if word == "sour" else [])
    library.press("Down", on=library.window.library.field)
    results = library.window.searching.results
    assert results.list.hasFocus()
    assert offered(library) == []
    library.press("Return", on=results.list)
    assert library.window.library.field.text() == f"open {word}"
    assert library.window.reading.article.title == "Kobe"


def test_a_way_is_taken_by_a_click(library: Reader, qtbot: QtBot) -> None:
    rows = library.window.searching.help.list
    place = rows.visualRect(rows.model().index(0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert library.window.library.field.text() == "tag:"
    assert library.window.library.field.hasFocus()
    assert offered(library) == ["place", "place/city"]
    library.window.view.setFocus()
    assert offered(library) == []


def test_enter_goes_on_searching_where_nothing_of_the_list_is_chosen(library: Reader) -> None:
    library.type("to")
    library.press("Return", on=library.window.library.field)
    assert library.window.reading.article.title == "Tokyo"


def test_a_search_is_saved_named_run_removed_and_all_of_it_undone(
    library: Reader, qtbot: QtBot
) -> None:
    searching, field = library.window.searching, library.window.library.field
    assert not searching.saved.menu().actions()[0].isEnabled()
    library.type("text author:mull")
    entry(library, "Save this search…")
    asked = library.window.findChild(Naming)
    assert asked.field.selectedText() == "text author:mull"
    asked.field.setText("Mine")
    QTest.keyClick(asked.field, Qt.Key.Key_Return)
    assert [search.name for search in library.desk.searches.all()] == ["Mine"]
    entry(library, "Rename this search…")
    dialog = next(d for d in library.window.findChildren(Naming) if d.isVisible())
    dialog.field.setText("")
    assert not dialog.deed.isEnabled()
    dialog.field.setText("Of Müller")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert library.desk.undo_label == "Rename search"
    field.clear()
    library.window.activateWindow()
    qtbot.waitUntil(library.window.isActiveWindow)
    library.window.view.setFocus()
    library.press("Ctrl+Shift+F")
    assert offered(library)[0] == "★ Of Müller"
    library.press("Down", "Return", on=field)
    assert field.text() == "text author:mull"
    qtbot.waitUntil(library.window.library.shows_results)
    entry(library, "Remove this search")
    assert "Search “Of Müller” removed" in library.told()
    assert library.desk.searches.all() == []
    library.press("Ctrl+Z", on=library.view)
    assert [search.name for search in library.desk.searches.all()] == ["Of Müller"]
    entry(library, "Of Müller")
    library.press("Ctrl+Z", "Ctrl+Z", on=library.view)
    assert library.desk.searches.all() == []


def entry(reader: Reader, words: str) -> None:
    menu = reader.window.searching.saved.menu()
    next(action for action in menu.actions() if action.text() == words).trigger()
    QApplication.processEvents()


def test_it_is_drawn_in_the_theme(library: Reader) -> None:
    library.window.actions_["theme.dark"].trigger()
    help_ = library.window.searching.help
    assert help_.delegate.theme.name == library.window.looks.theme.name
    help_.grab()
