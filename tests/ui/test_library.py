"""The library as a reader uses it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit

from desk.ui.panels.library import LibraryPanel
from desk.ui.theme import load_theme
from tests.ui.rows import article

ARTICLES = [
    article(1, "Combat around three major cities"),
    article(2, "Kandahar in serious danger", "reading", 3, author="BBC"),
    article(3, "Herat: few safe places", "done", 12),
]


@pytest.fixture
def theme():
    return load_theme("light")


@pytest.fixture
def panel(qtbot, theme):
    panel = LibraryPanel(theme, "Ctrl+Shift+F")
    qtbot.addWidget(panel)
    panel.resize(250, 400)
    panel.show()
    return panel


def titles(panel):
    return [panel.model.index(row).data() for row in range(panel.model.rowCount())]


def click(qtbot, panel, row, modifiers=Qt.KeyboardModifier.NoModifier):
    place = panel.list.visualRect(panel.model.index(row)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def test_an_empty_library_says_what_to_do(qtbot, panel):
    assert "Drop a text file here" in panel.empty.words.text()
    assert panel.empty.isVisible()
    with qtbot.waitSignal(panel.add_requested):
        qtbot.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)


def test_articles_are_listed_with_progress(panel):
    panel.set_articles(ARTICLES)
    assert titles(panel) == [row.title for row in ARTICLES]
    assert panel.progress.text() == "1 of 3 done"
    assert panel.list.isVisible()


def test_those_who_hear_the_list_are_told_status_and_count(panel):
    panel.set_articles(ARTICLES)
    spoken = panel.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Kandahar in serious danger, reading, passages: 3"


def test_click_and_enter_open(qtbot, panel):
    panel.set_articles(ARTICLES)
    with qtbot.waitSignal(panel.open_requested) as opened:
        click(qtbot, panel, 1)
    assert opened.args == [2]
    with qtbot.waitSignal(panel.open_requested) as opened:
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert opened.args == [3]


def test_selecting_several_opens_none(qtbot, panel):
    panel.set_articles(ARTICLES)
    click(qtbot, panel, 0)
    with qtbot.assertNotEmitted(panel.open_requested):
        click(qtbot, panel, 2, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(panel.remove_requested) as removed:
        qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert removed.args == [[1, 3]]


def test_filter_as_one_types(qtbot, panel):
    panel.set_articles(ARTICLES)
    qtbot.keyClicks(panel.field, "bbc kanda")
    assert titles(panel) == ["Kandahar in serious danger"]
    with qtbot.waitSignal(panel.open_requested) as opened:
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert opened.args == [2]
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert len(titles(panel)) == 3


def test_a_filter_that_finds_nothing_says_so(qtbot, panel):
    panel.set_articles(ARTICLES)
    qtbot.keyClicks(panel.field, "<b>zebra")
    assert "“<b>zebra”" in panel.empty.words.text()
    assert not panel.empty.button.isVisible()
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.progress.text() == "1 of 3 done"


def test_down_leads_from_the_field_to_the_list(qtbot, panel):
    panel.set_articles(ARTICLES)
    panel.field.setFocus()
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.hasFocus()
    assert panel.list.currentIndex().row() == 0


def test_rename_in_place(qtbot, panel):
    panel.set_articles(ARTICLES)
    panel.set_current(ARTICLES[0].id)
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    editor = panel.list.viewport().findChild(QLineEdit)
    assert editor.text() == "Combat around three major cities"
    editor.setText("  Combat ")
    with qtbot.waitSignal(panel.rename_requested) as renamed:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert renamed.args == [1, "Combat"]


def test_an_empty_title_is_not_taken(panel):
    panel.set_articles(ARTICLES)
    assert not panel.model.setData(panel.model.index(0), "  ")


def test_updating_keeps_place_and_selection(panel):
    many = [article(number, f"Article {number}") for number in range(1, 500)]
    panel.set_articles(many)
    panel.set_current(many[300].id)
    scrolled = panel.list.verticalScrollBar().value()
    assert scrolled > 0
    panel.set_articles(many[1:])
    assert panel.list.selected_ids() == [many[300].id]
    assert panel.list.verticalScrollBar().value() == scrolled
    panel.update_articles([article(301, "Another title", "done")])
    assert panel.model.index(299).data() == "Another title"
    assert panel.progress.text() == "1 of 498 done"


def test_unknown_and_closed_articles_have_no_row(panel):
    panel.set_articles(ARTICLES)
    panel.update_articles([article(99, "Elsewhere")])
    panel.set_current(None)
    assert titles(panel) == [row.title for row in ARTICLES]
    assert panel.list.selected_ids() == []


def test_the_menu_holds_every_action(panel, qtbot):
    panel.set_articles(ARTICLES)
    panel.set_current(ARTICLES[1].id)
    actions = {action.text(): action for action in panel.list.menu().actions()}
    with qtbot.waitSignal(panel.status_requested) as marked:
        actions["Mark as done"].trigger()
    assert marked.args == [[2], "done"]
    for words, signal in (
        ("Open", panel.open_requested),
        ("Details…", panel.details_requested),
        ("Remove", panel.remove_requested),
    ):
        with qtbot.waitSignal(signal):
            actions[words].trigger()


def test_markup_in_titles_is_text(panel):
    panel.set_articles([article(1, '<img src="file:///etc/passwd">\u202e')])
    index = panel.model.index(0)
    assert "<img" not in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "\u202e" not in index.data()


def test_twenty_thousand_rows_scroll(panel):
    panel.set_articles([article(number, f"Article {number}") for number in range(20_000)])
    panel.list.scrollToBottom()
    last = panel.list.indexAt(QPoint(40, panel.list.viewport().height() - 10))
    assert last.data() == "Article 19999"


def test_the_open_article_stands_out_in_each_theme(panel):
    panel.set_articles(ARTICLES)
    panel.set_current(ARTICLES[0].id)
    for name in ("light", "dark"):
        theme = load_theme(name)
        panel.set_theme(theme)
        rect = panel.list.visualRect(panel.model.index(0))
        image = panel.list.viewport().grab(rect).toImage()
        assert image.pixelColor(8, 5) == QColor(theme.row_selected)


def test_controls_have_names_and_say_their_keys(panel):
    assert panel.field.accessibleName() == "Search"
    assert "Ctrl+Shift+F" in panel.field.toolTip()
    assert panel.add_button.accessibleName() == "Add articles from files"
    assert panel.list.accessibleName() == "Articles"
