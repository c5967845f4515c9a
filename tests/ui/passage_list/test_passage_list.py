"""The list of all passages in the real window: filled, filtered, gone through and tagged."""

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from desk.core.types import ArticleId, PassageId, PassageRow, TextRange
from desk.store.desk import Desk
from desk.ui.passage_list import unread as unread_rows
from desk.ui.passage_list.panel import PassagesPanel
from desk.ui.passage_list.unread import UnreadRows
from desk.ui.widgets.text_lines import draw_lines
from tests.ui.conftest import TEXT, Reader, open_window

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
QUOTES = ("troops had left", "few safe places", "Some are armed")


def mark(desk: Desk, article: ArticleId, quote: str, *tags: str, note: str = "") -> PassageId:
    start = desk.articles.text(article).index(quote)
    with desk.step("Mark"):
        passage = desk.passages.add(article, start, start + len(quote))
        for tag in tags:
            desk.taggings.put([passage], desk.tags.ensure(tag))
        desk.notes.write(note, passage=passage)
    return passage


@pytest.fixture
def listed(tmp_path, home, qtbot):
    """A window with the list open, on a desk with four passages in two articles."""
    from desk.core.types import Draft

    home.mkdir(exist_ok=True)
    with Desk.create(tmp_path / "mine.desk", coder="ada") as desk:
        with desk.step("Add"):
            herat = desk.articles.add(Draft(TEXT, title="Herat"))
            other = desk.articles.add(Draft("Another one. It is short.", title="Another"))
        mark(desk, herat, QUOTES[1], "claim", note="# Who *says* so?\nResidents.")
        mark(desk, herat, QUOTES[0], "source/unnamed")
        mark(desk, herat, QUOTES[2])
        mark(desk, other, "It is short", "claim", "source")
        with desk.step("Pin"):
            desk.tags.pin(desk.tags.find("claim"), 1)
    window = open_window(tmp_path / "mine.desk", home)
    window.equip()
    reader = Reader(window)
    reader.press("F4")
    yield reader
    window.close()
    window.deleteLater()


def panel(reader: Reader) -> PassagesPanel:
    return reader.window.passage_dock.list.panel


def shown(reader: Reader) -> list[str]:
    """Return the quotes that the list shows, from top to bottom."""
    model = panel(reader).model
    return [model.row(model.index(n)).quote for n in range(model.rowCount())]


def select(reader: Reader, *numbers: int) -> None:
    """Click rows with Ctrl held, as one selects several."""
    view = panel(reader).list
    view.setFocus()
    view.clearSelection()
    for number in numbers:
        place = view.visualRect(panel(reader).model.index(number)).center()
        QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, place)
    QApplication.processEvents()


def selected(reader: Reader) -> list[str]:
    return [row.quote for row in panel(reader).list.selected_rows()]


def choose(reader: Reader, *path: str) -> None:
    """Choose from the menu of filters, as by mouse."""
    menu = panel(reader).filter.filter_button.menu()
    menu.aboutToShow.emit()
    for name in path[:-1]:
        menu = next(a.menu() for a in menu.actions() if a.text() == name)
    next(a for a in menu.actions() if a.text() == path[-1]).trigger()
    QApplication.processEvents()


def tags_of(reader: Reader) -> list[list[str]]:
    return [reader.tags_of(quote) for quote in shown(reader)]


ALL = [*QUOTES, "It is short"]


def test_it_is_hidden_and_unread_until_it_is_asked_for(reader: Reader) -> None:
    reader.window.equip()
    reader.press("J", "H")
    assert reader.window.docks["passages"].isHidden()
    assert not reader.window.passage_dock.is_made
    reader.press("F4")
    assert panel(reader).model.total() == 1
    assert panel(reader).list.hasFocus()
    reader.press("F4")
    assert reader.window.docks["passages"].isHidden()
    assert reader.view.hasFocus()


def test_all_passages_are_listed_by_place(listed: Reader) -> None:
    assert shown(listed) == ALL
    assert panel(listed).filter.count.text() == "4"


def test_what_a_row_says_aloud(listed: Reader) -> None:
    model = panel(listed).model
    spoken = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "few safe places, note: Who says so?, tagged claim, in Herat"
    tip = model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)
    assert "source/unnamed" in tip


def test_enter_and_click_go_to_the_place(listed: Reader) -> None:
    listed.press("End", "Return")
    assert listed.window.reading.article.title == "Another"
    assert listed.view.selected_passage == panel(listed).list.current_row().id
    view = panel(listed).list
    place = view.visualRect(panel(listed).model.index(1)).center()
    QTest.mouseClick(view.viewport(), LEFT, PLAIN, place)
    assert listed.window.reading.article.title == "Herat"
    here = listed.desk.passages.get(listed.view.selected_passage)
    assert here.quote == "few safe places"
    rect = listed.view.rects(TextRange(here.start, here.end))[0]
    assert listed.view.viewport().rect().intersects(rect)
    listed.press("Esc")
    assert listed.view.hasFocus()


def test_words_filter_quotes_and_notes(listed: Reader) -> None:
    panel(listed).filter.field.setFocus()
    listed.type("WHO says")
    assert shown(listed) == ["few safe places"]
    assert panel(listed).filter.count.text() == "1 of 4"
    listed.press("Down")
    assert panel(listed).list.hasFocus()
    panel(listed).filter.field.setFocus()
    listed.type(" xyz")
    assert "fits the filter" in panel(listed).empty.words.text()
    panel(listed).empty.button.click()
    assert shown(listed) == ALL
    assert panel(listed).filter.field.text() == ""


def test_a_tag_filters_with_those_under_it(listed: Reader) -> None:
    choose(listed, "Tag…")
    listed.type("source")
    listed.press("Return")
    assert shown(listed) == [QUOTES[0], "It is short"]
    chip = panel(listed).filter.findChild(QAbstractButton, "filter-chip")
    assert "source" in chip.text()
    assert "source" in chip.accessibleName()
    QTest.mouseClick(chip, LEFT)
    assert shown(listed) == ALL


def test_other_filters(listed: Reader) -> None:
    choose(listed, "Without a tag")
    assert shown(listed) == ["Some are armed"]
    choose(listed, "Show all")
    choose(listed, "With a note")
    assert shown(listed) == ["few safe places"]
    choose(listed, "With a note")
    choose(listed, "In this article")
    assert shown(listed) == list(QUOTES)
    listed.window.reading.open(listed.desk.articles.find("Another"))
    assert shown(listed) == ["It is short"]
    choose(listed, "Show all")
    choose(listed, "In the article…")
    listed.type("hera")
    listed.press("Return")
    assert shown(listed) == list(QUOTES)  # though another one is open
    chips = panel(listed).filter.findChildren(QAbstractButton, "filter-chip")
    assert [chip.text()[:5] for chip in chips if chip.isVisible()] == ["Herat"]
    choose(listed, "Show all")
    choose(listed, "Made", "Today")
    assert shown(listed) == ALL


def test_older_passages_are_filtered_away(listed: Reader) -> None:
    old = listed.desk.passages.rows()[0].id
    sql = "UPDATE passages SET created = '2020-01-01T00:00:00.000Z' WHERE id = ?"
    listed.desk.connection.execute(sql, (old,))
    listed.press("F4", "F4")
    listed.window.passage_dock.list._load()
    for period in ("Today", "This week", "This month"):
        choose(listed, "Made", period)
        assert shown(listed) == ALL[1:]
    choose(listed, "Made", "At any time")
    assert len(shown(listed)) == 4


def test_coders_filter_where_there_are_several(listed: Reader) -> None:
    listed.desk.coder = "bob"
    mark(listed.desk, listed.desk.articles.find("Herat"), "reporter")
    listed.window.passage_dock.list._load()
    choose(listed, "Coder", "bob")
    assert shown(listed) == ["reporter"]


@pytest.mark.parametrize(
    ("order", "quotes"),
    [
        ("Newest first", ["It is short", QUOTES[2], QUOTES[0], QUOTES[1]]),
        ("By tag", [QUOTES[1], "It is short", QUOTES[0], QUOTES[2]]),
        ("By article", ["It is short", *QUOTES]),
        ("By place", ALL),
    ],
)
def test_orders(listed: Reader, order: str, quotes: list[str]) -> None:
    stamps = enumerate([QUOTES[1], QUOTES[0], QUOTES[2], "It is short"])
    for second, quote in stamps:
        at = datetime(2026, 1, 1, 0, 0, second, tzinfo=UTC).isoformat()
        sql = "UPDATE passages SET created = ? WHERE quote = ?"
        listed.desk.connection.execute(sql, (at, quote))
    listed.window.passage_dock.list._load()
    menu = panel(listed).filter.order_button.menu()
    next(a for a in menu.actions() if a.text() == order).trigger()
    assert shown(listed) == quotes
    assert order in panel(listed).filter.order_button.text()


def test_a_number_key_tags_all_that_is_selected_in_one_step(listed: Reader) -> None:
    select(listed, 0, 2, 3)
    assert panel(listed).filter.count.text() == "3 selected"
    listed.press("1")
    assert all("claim" in tags for tags in tags_of(listed))
    assert listed.told() == "“claim” put on 2 passages; the others had it"
    assert selected(listed) == [QUOTES[0], QUOTES[2], "It is short"]
    assert panel(listed).list.hasFocus()
    listed.press("1")
    assert listed.told() == "“claim” taken off 3 passages"
    assert listed.tags_of("It is short") == ["source"]
    listed.press("Ctrl+Z", "Ctrl+Z")
    assert listed.tags_of(QUOTES[2]) == []
    assert listed.tags_of("It is short") == ["claim", "source"]


def test_what_is_there_already_is_told_as_it_is(listed: Reader) -> None:
    select(listed, 0, 2)
    listed.press("T")
    listed.type("source")
    listed.press("Return")
    assert listed.told() == "“source” put on 2 passages"
    steps = len(listed.desk.history(50))
    listed.press("T")
    listed.type("source")
    listed.press("Return")
    assert listed.told() == "“source” is on all 2 passages already"
    assert len(listed.desk.history(50)) == steps
    select(listed, 0)
    listed.press("T")
    listed.type("source")
    listed.press("Return")
    assert listed.told() == "“source” is on the passage already"


def test_t_opens_the_box_and_makes_a_new_tag(listed: Reader) -> None:
    select(listed, 0, 1)
    listed.press("T")
    listed.type("place")
    listed.press("Return")
    assert "place" in listed.tags_of(QUOTES[0])
    assert "place" in listed.tags_of(QUOTES[1])
    keys = {tag.name: tag.number_key for tag in listed.desk.tags.all()}
    assert keys["place"] is not None
    assert panel(listed).list.hasFocus()
    listed.press("Ctrl+Z")
    assert [tag.name for tag in listed.desk.tags.all()] == ["claim", "source", "unnamed"]


def test_u_takes_tags_off_and_asks_which(listed: Reader) -> None:
    select(listed, 1, 3)
    listed.press("U")
    listed.type("claim")
    listed.press("Return")
    assert listed.tags_of(QUOTES[1]) == []
    assert listed.tags_of("It is short") == ["source"]
    select(listed, 3)
    listed.press("U")
    assert listed.tags_of("It is short") == []


def test_keys_follow_the_switch_of_single_letters(listed: Reader) -> None:
    select(listed, 0)
    listed.window.actions_.set_letters(False)
    listed.press("U")
    assert listed.tags_of(QUOTES[0]) == ["source/unnamed"]
    listed.window.actions_.set_letters(True)
    listed.press("U")
    assert listed.tags_of(QUOTES[0]) == []


def test_delete_removes_all_that_is_selected_in_one_step(listed: Reader) -> None:
    select(listed, 0, 1)
    listed.press("Del")
    assert shown(listed) == ALL[2:]
    assert listed.told() == "2 passages removed"
    assert panel(listed).list.hasFocus()
    assert selected(listed) == [ALL[2]]
    listed.window.messages.toast.button.click()
    assert shown(listed) == ALL


def test_it_follows_what_happens_in_the_article(listed: Reader) -> None:
    select(listed, 2)
    listed.view.setFocus()
    listed.select("Residents say")
    listed.press("1")
    assert shown(listed) == [QUOTES[0], "Residents say", *ALL[1:]]
    assert selected(listed) == ["Residents say"]
    listed.press("Ctrl+Z")
    assert shown(listed) == ALL
    with listed.desk.step("Rename") as step:
        listed.desk.articles.edit(listed.desk.articles.find("Another"), title="Third")
    listed.window.session.changed.emit(step.changes)
    assert panel(listed).model.row(panel(listed).model.index(3)).title == "Third"


def test_it_reads_only_what_moved(listed: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[set[int]] = []
    whole = listed.desk.passages.rows_of

    def spy(ids, articles=()):
        asked.append(set(ids))
        return whole(ids, articles)

    monkeypatch.setattr(listed.desk.passages, "rows_of", spy)
    monkeypatch.setattr(listed.desk.passages, "rows", lambda: pytest.fail("read all"))
    listed.view.setFocus()
    listed.select("Residents say")
    listed.press("H")
    assert asked == [{listed.view.selected_passage}]


def unread(reader: Reader) -> list[PassageId]:
    """List anew what is there, each row in a portion of its own; return which are read."""
    asked: list[PassageId] = []

    def read(ids: Iterable[PassageId]) -> list[PassageRow]:
        asked.extend(wanted := list(ids))
        return reader.desk.passages.rows_of(wanted)

    panel(reader).model.set_unread(UnreadRows(reader.desk.passages.starts(), read))
    return asked


@pytest.fixture
def portions_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unread_rows, "PORTION", 1)


def sorted_by_tag(reader: Reader) -> list[str]:
    panel(reader).model.order = "tag"
    panel(reader).model.arrange()
    return shown(reader)


def with_words(reader: Reader) -> list[str]:
    panel(reader).filter.field.setText("safe")
    return shown(reader)


def all_copied(reader: Reader) -> str:
    panel(reader).list.selectAll()
    QTest.keyClick(panel(reader).list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QApplication.clipboard().text()


@pytest.mark.parametrize(
    "question",
    [
        shown,
        sorted_by_tag,
        with_words,
        all_copied,
        lambda reader: panel(reader).filter.count.text(),
        lambda reader: panel(reader).model.coders(),
        lambda reader: panel(reader).model.articles(),
        lambda reader: panel(reader).model.total(),
    ],
)
@pytest.mark.usefixtures("portions_of_one")
def test_all_answers_are_right_before_all_rows_are_read(listed: Reader, question) -> None:
    assert panel(listed).model.is_read
    afterwards = question(listed)
    panel(listed).filter.field.clear()
    panel(listed).model.order = "place"
    unread(listed)
    assert not panel(listed).model.is_read
    assert question(listed) == afterwards


@pytest.mark.usefixtures("portions_of_one")
def test_only_what_is_looked_at_is_read(listed: Reader) -> None:
    model, passages = panel(listed).model, listed.desk.passages
    rows = passages.rows()
    asked = unread(listed)
    assert model.number_of_passage(rows[2].id) == 2
    assert model.number_after(rows[3].article_id, 0) == 3
    assert asked == []
    assert model.row(model.index(2)) == rows[2]
    assert asked == [rows[2].id]
    while model.read_on():
        pass
    assert sorted(asked) == sorted(row.id for row in rows)
    assert shown(listed) == [row.quote for row in rows]


@pytest.mark.usefixtures("portions_of_one")
def test_what_changes_before_all_rows_are_read_is_shown(listed: Reader) -> None:
    first, *rest = listed.desk.passages.rows()
    unread(listed)
    listed.window.session.do("Remove", lambda: listed.desk.passages.remove([first.id]))
    assert shown(listed) == [row.quote for row in rest]


@pytest.mark.usefixtures("portions_of_one")
def test_what_another_program_removed_meanwhile_is_a_row_without_words(listed: Reader) -> None:
    first, *rest = listed.desk.passages.rows()
    unread(listed)
    with listed.desk.step("Remove"):
        listed.desk.passages.remove([first.id])
    assert shown(listed) == ["", *(row.quote for row in rest)]


def test_it_is_read_again_where_it_was_hidden_meanwhile(listed: Reader) -> None:
    listed.press("F4")
    listed.select("Residents say")
    listed.press("H", "F4")
    assert len(shown(listed)) == 5


def test_a_removed_article_takes_its_rows_along(listed: Reader) -> None:
    listed.window.actions_["article.remove"].trigger()
    assert shown(listed) == ["It is short"]
    listed.press("Ctrl+Z")
    assert shown(listed) == ALL


def test_a_deleted_tag_leaves_rows_and_filter(listed: Reader) -> None:
    claim = listed.desk.tags.find("claim")
    panel(listed).filter.set_tag(claim, "claim")
    listed.window.tag_book.remove(claim)
    assert shown(listed) == ALL
    assert listed.tags_of(QUOTES[1]) == []


def test_several_quotes_are_copied(listed: Reader) -> None:
    select(listed, 0, 1)
    listed.press("Ctrl+C")
    assert QApplication.clipboard().text() == f"{QUOTES[0]}\n\n{QUOTES[1]}"


def test_the_empty_list_teaches(reader: Reader) -> None:
    reader.window.equip()
    reader.press("F4")
    assert "use 1 to 9" in panel(reader).empty.words.text()
    assert panel(reader).filter.field.hasFocus()


def test_every_control_has_a_name(listed: Reader) -> None:
    choose(listed, "Without a tag")
    found = [
        *panel(listed).findChildren(QAbstractButton),
        *panel(listed).findChildren(QLineEdit),
        panel(listed).list,
    ]
    for control in found:
        if control.isVisible():
            assert QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)


def test_a_tab_covers_the_library_and_its_key_brings_it_back(listed: Reader) -> None:
    library = listed.window.docks["library"]
    assert library.visibleRegion().isEmpty()
    listed.press("F7")
    assert not library.visibleRegion().isEmpty()
    listed.press("F4")
    assert panel(listed).list.hasFocus()


def test_it_comes_back_open_as_it_was_left(listed: Reader, tmp_path, home, qtbot) -> None:
    listed.window.close()
    again = Reader(open_window(tmp_path / "mine.desk", home))
    again.window.equip()
    qtbot.waitUntil(lambda: len(shown(again)) == 4)
    again.window.close()


@pytest.mark.parametrize(
    ("words", "at_the_right"),
    [("few safe places", False), ("מעט מקומות", True), ("10 מקומות", True), ("🙂 a", False)],
)
def test_a_quote_begins_where_it_is_read_from(qapp, words: str, at_the_right: bool) -> None:
    image = QImage(300, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    assert draw_lines(painter, QRect(0, 0, 300, 40), words, 2) == 1
    painter.end()
    left = image.copy(0, 0, 100, 40)
    blank = QImage(100, 40, QImage.Format.Format_RGB32)
    blank.fill(Qt.GlobalColor.white)
    assert (left == blank) is at_the_right


@pytest.mark.parametrize("words", ["🙂 word " * 60, "𝔸" * 300, "one\u00adtwo " * 90])
def test_long_words_take_no_more_lines_than_there_are(qapp, words: str) -> None:
    image = QImage(200, 90, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    assert draw_lines(painter, QRect(0, 0, 200, 90), words, 3) == 3
    painter.end()


def test_it_goes_to_the_passage_that_is_selected_in_the_text(listed: Reader) -> None:
    rows = panel(listed).list
    listed.view.setFocus()
    listed.view.clear_target()
    listed.view.rest_at(0)
    listed.press("Tab", "Tab")
    assert selected(listed) == [QUOTES[1]]
    select(listed, 0, 2)
    listed.press("Esc", "Tab")
    assert len(selected(listed)) == 2  # what was selected to be tagged stays so
    rows.clearSelection()
    listed.press("Tab", "F4")
    assert rows.hasFocus()
    assert selected(listed) == [QUOTES[0]]
    panel(listed).notes_button.click()
    listed.press("Esc", "Tab")
    assert selected(listed) == [QUOTES[1]]  # whose note is there


def test_it_opens_where_one_reads(reader: Reader) -> None:
    reader.mark("Dr. Ahmad", "few safe places")
    reader.view.clear_target()
    reader.view.rest_at(reader.view.shown().text.index("Residents"))
    reader.press("F4")
    assert selected(reader) == ["few safe places"]


def test_rows_are_neither_edited_nor_taken_away_by_qt(listed):
    model, view = panel(listed).model, panel(listed).list
    view.setCurrentIndex(model.index(0))
    QTest.keyClick(view, Qt.Key.Key_F2)
    assert view.state() == view.State.NoState
    assert not model.removeRows(0, 1)
    assert not model.insertRows(0, 1)
    assert model.rowCount() == 4
    assert model.rowCount(model.index(0)) == 0
    assert not model.flags(model.index(9))
