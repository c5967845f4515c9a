"""The library as a reader uses it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit

from desk.ui.library.panel import LibraryPanel
from desk.ui.library.sorting import Sorting
from desk.ui.looks.theme import load_theme
from tests.ui.rows import Shelves, article, folder

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
    assert "Drop files or folders here" in panel.empty.words.text()
    assert panel.empty.isVisible()
    with qtbot.waitSignal(panel.add_requested):
        qtbot.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)


def test_articles_are_listed_with_progress(panel):
    panel.set_source(Shelves(ARTICLES))
    assert titles(panel) == [row.title for row in ARTICLES]
    assert panel.head.progress.text() == "1 of 3 done"
    assert panel.list.isVisible()


def test_those_who_hear_the_list_are_told_status_and_count(panel):
    panel.set_source(Shelves(ARTICLES))
    spoken = panel.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Kandahar in serious danger, reading, 3 passages"


def test_click_and_enter_open(qtbot, panel):
    panel.set_source(Shelves(ARTICLES))
    with qtbot.waitSignal(panel.open_requested) as opened:
        click(qtbot, panel, 1)
    assert opened.args == [2]
    with qtbot.waitSignal(panel.open_requested) as opened:
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert opened.args == [3]


def test_selecting_several_opens_none(qtbot, panel):
    panel.set_source(Shelves(ARTICLES))
    click(qtbot, panel, 0)
    with qtbot.assertNotEmitted(panel.open_requested):
        click(qtbot, panel, 2, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(panel.remove_requested) as removed:
        qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert removed.args == [[1, 3]]


def test_filter_as_one_types(qtbot, panel):
    panel.set_source(Shelves(ARTICLES))
    qtbot.keyClicks(panel.field, "bbc kanda")
    assert titles(panel) == ["Kandahar in serious danger"]
    with qtbot.waitSignal(panel.open_requested) as opened:
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert opened.args == [2]
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert len(titles(panel)) == 3


def test_a_filter_that_finds_nothing_says_so(qtbot, panel):
    panel.set_source(Shelves(ARTICLES))
    qtbot.keyClicks(panel.field, "<b>zebra")
    assert "“<b>zebra”" in panel.empty.words.text()
    assert panel.empty.button.text() == "Show all"
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.head.progress.text() == ""
    with qtbot.waitSignal(panel.all_wanted):
        qtbot.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)


def test_down_leads_from_the_field_to_the_list(qtbot, panel):
    panel.set_source(Shelves(ARTICLES))
    panel.field.setFocus()
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.hasFocus()
    assert panel.list.currentIndex().row() == 0


def test_rename_in_place(qtbot, panel):
    panel.set_source(Shelves(ARTICLES))
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
    panel.set_source(Shelves(ARTICLES))
    assert not panel.model.setData(panel.model.index(0), "  ")


def test_updating_keeps_place_and_selection(panel):
    shelves = Shelves([article(number, f"Article {number}") for number in range(1, 500)])
    panel.set_source(shelves)
    panel.set_current(301)
    scrolled = panel.list.verticalScrollBar().value()
    assert scrolled > 0
    del shelves.articles[0]
    panel.refresh()
    assert panel.list.selected_ids() == [301]
    assert panel.list.verticalScrollBar().value() == scrolled
    shelves.articles[299] = article(301, "Another title", "done")
    panel.refresh()
    assert panel.model.index(299).data() == "Another title"
    assert panel.head.progress.text() == "1 of 498 done"


def test_a_closed_article_is_not_selected(panel):
    panel.set_source(Shelves(ARTICLES))
    panel.set_current(None)
    assert titles(panel) == [row.title for row in ARTICLES]
    assert panel.list.selected_ids() == []


def test_an_article_that_is_gone_shows_nothing(panel):
    shelves = Shelves(ARTICLES)
    panel.set_source(shelves)
    panel.model.redraw()
    shelves.articles.clear()
    assert titles(panel) == [None] * 3
    panel.list.grab()


def test_the_menu_holds_every_action(panel, qtbot):
    panel.set_source(Shelves(ARTICLES))
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
    panel.set_source(Shelves([article(1, '<img src="file:///etc/passwd">\u202e')]))
    index = panel.model.index(0)
    assert "<img" not in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "\u202e" not in index.data()


def test_twenty_thousand_rows_scroll(panel):
    panel.set_source(Shelves([article(number, f"Article {number}") for number in range(1, 20_001)]))
    panel.list.scrollToBottom()
    last = panel.list.indexAt(QPoint(40, panel.list.viewport().height() - 10))
    assert last.data() == "Article 20000"


def test_the_open_article_stands_out_in_each_theme(panel):
    panel.set_source(Shelves(ARTICLES))
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
    assert panel.head.add_button.accessibleName() == "Add articles from files"
    assert panel.list.accessibleName() == "Articles"
    assert panel.head.sort_button.accessibleName() == "Sort the library"


IN_FOLDERS = Shelves(
    [
        article(1, "Herat", folder_id=1),
        article(2, "Tokyo", folder_id=2),
        article(3, "Loose"),
        article(4, "Aomori", "done", folder_id=2),
    ],
    [folder(1, "Asia"), folder(2, "Japan", 1), folder(3, "Nothing yet")],
)


def test_folders_stand_before_what_lies_in_none(panel):
    panel.set_source(IN_FOLDERS)
    assert titles(panel) == ["Asia", "Japan", "Tokyo", "Aomori", "Herat", "Nothing yet", "Loose"]
    spoken = [
        panel.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1, 5, 6)
    ]
    assert spoken == [
        "open folder Asia, articles: 3, done: 1",
        "open folder Japan, articles: 2, done: 1",
        "open folder Nothing yet, articles: 0, done: 0",
        "Loose, unread",
    ]


def test_folders_open_and_close_by_arrows_enter_and_click(qtbot, panel):
    panel.set_source(IN_FOLDERS)
    panel.list.setCurrentIndex(panel.model.index(2))
    with qtbot.waitSignal(panel.layout_changed):
        qtbot.keyClick(panel.list, Qt.Key.Key_Left)
        qtbot.keyClick(panel.list, Qt.Key.Key_Left)
    assert titles(panel) == ["Asia", "Japan", "Herat", "Nothing yet", "Loose"]
    assert panel.list.currentIndex().data() == "Japan"
    assert list(panel.model.article_ids()) == [2, 4, 1, 3]
    qtbot.keyClick(panel.list, Qt.Key.Key_Left)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert titles(panel) == ["Asia", "Nothing yet", "Loose"]
    click(qtbot, panel, 0)
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Right)
    assert titles(panel)[:4] == ["Asia", "Japan", "Tokyo", "Aomori"]


def test_a_filter_looks_into_all_folders(qtbot, panel):
    panel.set_source(IN_FOLDERS, closed=[1])
    assert titles(panel) == ["Asia", "Nothing yet", "Loose"]
    qtbot.keyClicks(panel.field, "o")
    assert titles(panel) == ["Tokyo", "Loose", "Aomori"]


def test_sorting_by_title(qtbot, panel):
    panel.set_source(IN_FOLDERS)
    actions = {action.text(): action for action in Sorting(panel).menu().actions()}
    assert actions["As they came in"].isChecked()
    with qtbot.waitSignal(panel.layout_changed):
        actions["Title"].trigger()
    assert titles(panel)[2:4] == ["Aomori", "Tokyo"]


def test_rows_are_dropped_into_the_folder_under_the_mouse(qtbot, panel):
    panel.set_source(IN_FOLDERS)
    model = panel.model
    data = model.mimeData([model.index(6), model.index(5)])
    with qtbot.waitSignal(model.moved) as moved:
        model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index(2))
    assert moved.args == [[3], [3], 2]
    with qtbot.waitSignal(model.moved) as moved:
        model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index(-1))
    assert moved.args == [[3], [3], None]


def test_the_open_article_stays_in_sight_when_the_list_gets_less_room(panel, qtbot):
    panel.set_source(Shelves([article(number, f"Article {number}") for number in range(1, 60)]))
    panel.set_current(12)
    seen = panel.list.viewport().rect()
    assert seen.contains(panel.list.visualRect(panel.model.index(11)).center())
    panel.resize(250, 250)
    qtbot.waitUntil(lambda: panel.list.viewport().height() < 200)
    assert (
        panel.list.viewport().rect().contains(panel.list.visualRect(panel.model.index(11)).center())
    )


def test_a_long_name_is_edited_from_its_beginning(qtbot, panel):
    panel.set_source(Shelves(ARTICLES))
    panel.set_current(ARTICLES[0].id)
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    editor = panel.list.viewport().findChild(QLineEdit)
    assert editor.selectedText() == editor.text()
    assert editor.cursorPosition() == 0
