"""The search of the library in the real window: typed, gone to, ticked, tagged, kept."""

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QBuffer, QPoint, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desk.core.types import Draft, TextRange
from desk.ui.search.result_rows import RESULT_ROLE, Group, brought_near
from desk.ui.search.results import ResultList
from tests.ui.conftest import Reader

KABUL = (
    "The first paragraph is about nothing.\n" * 40
    + "Markets closed. Few safe places are left in Kabul. Schools closed too.\n"
    + "The last paragraph is about nothing.\n" * 40
)


@pytest.fixture
def library(reader: Reader) -> Reader:
    """The desk of two articles, and two more in which safe places are spoken of."""
    with reader.desk.step("Add") as step:
        kabul = reader.desk.articles.add(Draft(KABUL, "Kabul", author="Lyse Doucet"))
        reader.desk.articles.add(Draft("Kein Ort ist safe.\nNo places here.", "Kandahar"))
        start = KABUL.index("Markets")
        passage = reader.desk.passages.add(kabul, start, start + len("Markets closed."))
        reader.desk.notes.write("Which markets? safe ones", passage=passage)
        reader.desk.taggings.put([passage], reader.desk.tags.ensure("claim"))
    reader.window.session.changed.emit(step.changes)
    return reader


def look_for(reader: Reader, qtbot: QtBot, words: str) -> None:
    reader.press("Ctrl+Shift+F")
    reader.type(words)
    searching = reader.window.searching
    qtbot.waitUntil(lambda: not searching.is_busy)


def shown(reader: Reader) -> list[str]:
    """Return the rows: titles, and places with where they are."""
    rows = reader.window.searching.results.list.rows.rows
    return [
        row.title if isinstance(row, Group) else f"  {getattr(row, 'where', 'more')}"
        for row in rows
    ]


def painted(results: ResultList, row: int) -> str:
    """Return the words that are drawn in a row."""
    drawing = QBuffer()
    svg = QSvgGenerator()
    svg.setOutputDevice(drawing)
    painter = QPainter(svg)
    option = QStyleOptionViewItem()
    option.rect, option.font = results.visualRect(results.rows.index(row)), results.font()
    results.delegate.paint(painter, option, results.rows.index(row))
    painter.end()
    texts = ElementTree.fromstring(drawing.data().data()).iter("{http://www.w3.org/2000/svg}text")
    return " ".join("".join(text.text or "" for text in texts).split())


def seen(reader: Reader, words: str) -> bool:
    start = reader.view.shown().text.index(words)
    rects = reader.view.rects(TextRange(start, start + len(words)))
    height = reader.view.viewport().height()
    return bool(rects) and height / 5 < rects[0].center().y() < height * 4 / 5


def test_results_come_as_one_types_grouped_by_article(library: Reader, qtbot: QtBot) -> None:
    look_for(library, qtbot, "saf")
    assert library.window.library.shows_results()
    groups = [row for row in shown(library) if not row.startswith(" ")]
    assert sorted(groups) == ["Herat", "Kabul", "Kandahar"]
    assert "4 places in 3 articles" in library.window.searching.results.count.text()
    library.press("Esc")
    assert not library.window.library.shows_results()
    assert library.window.library.model.rowCount() == 4


def test_a_long_search_leaves_the_window_its_turn_and_ends_with_the_same(
    library: Reader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.ui.search.run._AT_ONCE", 0)
    turns: list[int] = []
    turn = QTimer(library.window, interval=0)
    turn.timeout.connect(lambda: turns.append(1))
    turn.start()
    look_for(library, qtbot, "safe")
    assert len(turns) > 2
    assert len([row for row in shown(library) if not row.startswith(" ")]) == 3
    library.window.library.field.clear()
    library.type("safe -kabul")
    library.press("Return")  # who does not wait has the rest found at once
    assert not library.window.searching.is_busy
    assert library.view.hasFocus()


def test_enter_goes_to_the_place_in_mid_screen(library: Reader, qtbot: QtBot) -> None:
    look_for(library, qtbot, '"left in kabul"')
    library.press("Return")
    assert library.window.reading.article.title == "Kabul"
    assert library.view.hasFocus()
    assert seen(library, "left in Kabul")
    assert [KABUL[hit.start : hit.end] for hit in library.view._hits.ranges] == ["left in Kabul"]


def test_down_space_and_t_tag_what_is_ticked_as_one_step(library: Reader, qtbot: QtBot) -> None:
    look_for(library, qtbot, "safe")
    results = library.window.searching.results.list
    library.press("Down")
    assert results.hasFocus()
    for _ in range(results.rows.rowCount()):
        row = results.rows.rows[results.currentIndex().row()]
        if not isinstance(row, Group) and row.where == "text":
            library.press("Space", on=results)
        library.press("Down", on=results)
    assert len(results.rows.ticked) == 3
    assert library.window.searching.results.count.text() == "3 ticked"
    library.press("T", on=results)
    library.type("safety")
    library.press("Return")
    tagged = {quote for quote in library.quotes() if "safety" in library.tags_of(quote)}
    assert tagged == {
        "Residents say there are few safe places in the city.",
        "Few safe places are left in Kabul.",
        "Kein Ort ist safe.",
    }
    assert library.told() == "“safety” put on 3 passages"
    assert results.rows.ticked == set()
    assert library.desk.undo_label == "Tag 3 places “safety”"
    assert {tag.name: tag.number_key for tag in library.desk.tags.all()}["safety"] is not None
    library.press("Ctrl+Z", on=library.view)
    assert library.quotes() == ["Markets closed."]
    assert [tag.name for tag in library.desk.tags.all()] == ["claim"]


def test_a_known_tag_is_put_with_the_button(library: Reader, qtbot: QtBot) -> None:
    look_for(library, qtbot, "safe")
    results = library.window.searching.results
    results.tag_button.click()
    assert "Tick some places first" in library.told()
    library.press("Down")
    library.press("Ctrl+A", on=results.list)
    assert len(results.list.rows.ticked) == 4
    results.tag_button.click()
    library.type("claim")
    library.press("Return")
    assert [library.tags_of(quote) for quote in library.quotes()] == [["claim"]] * 4


def test_all_takes_the_places_that_are_not_shown_too(library: Reader, qtbot: QtBot) -> None:
    look_for(library, qtbot, "nothing")
    searching = library.window.searching
    results = searching.results
    library.press("Down")
    library.press("Ctrl+A", on=results.list)
    qtbot.waitUntil(lambda: not searching.is_busy)
    assert results.count.text() == "80 ticked"
    assert library.told() == "80 places are ticked, 75 of them not shown in the list."
    results.list.setCurrentIndex(results.list.rows.index(1))
    library.press("Space", on=results.list)
    assert results.count.text() == "79 ticked"
    results.list.setCurrentIndex(results.list.rows.index(6))
    library.press("Return", on=results.list)  # "75 more": they are ticked
    assert results.count.text() == "79 ticked"
    library.press("T", on=results.list)
    library.type("empty")
    library.press("Return")
    assert library.told() == "“empty” put on 79 passages"
    assert library.desk.undo_label == "Tag 79 places “empty”"
    library.press("Ctrl+Z", on=library.view)
    assert library.quotes() == ["Markets closed."]


def test_an_articles_heading_ticks_all_its_places_by_key_and_by_click(
    library: Reader, qtbot: QtBot
) -> None:
    look_for(library, qtbot, "nothing")
    results = library.window.searching.results
    library.press("Down")
    library.press("Space", on=results.list)
    assert results.count.text() == "80 ticked"
    assert library.told() == "80 places are ticked, 75 of them not shown in the list."
    heading = results.list.rows.index(0)
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole) == "ticked, Kabul, hits: 80"
    results.list.setCurrentIndex(results.list.rows.index(1))
    library.press("Space", on=results.list)
    assert heading.data(RESULT_ROLE).is_ticked is False
    box = results.list.visualRect(heading).topLeft() + QPoint(16, 14)
    for ticked in (80, 0):
        qtbot.mouseClick(results.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
        assert len(results.list.rows.ticked) == ticked
    assert library.window.library.shows_results()


def test_all_a_second_time_takes_none_and_too_many_are_told(
    library: Reader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_for(library, qtbot, "nothing")
    searching = library.window.searching
    results = searching.results
    library.press("Down")
    for ticked in (80, 0):
        library.press("Ctrl+A", on=results.list)
        qtbot.waitUntil(lambda: not searching.is_busy)
        assert len(results.list.rows.ticked) == ticked
    monkeypatch.setattr("desk.ui.search.run.MOST_TICKED", 50)
    monkeypatch.setattr("desk.ui.search.found.MOST_TICKED", 50)
    library.press("Ctrl+A", on=results.list)
    qtbot.waitUntil(lambda: not searching.is_busy)
    assert results.list.rows.ticked == set()
    assert "More than 50 places" in library.told()


def test_what_is_marked_stands_once_with_its_tags(library: Reader, qtbot: QtBot) -> None:
    look_for(library, qtbot, '"markets closed"')
    results = library.window.searching.results
    assert shown(library) == ["Kabul", "  text"]
    assert results.count.text() == "1 place in 1 article"
    row = results.list.rows.index(1)
    assert [tag.name for tag in row.data(RESULT_ROLE).tags] == ["claim"]
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == "text, Markets closed., claim"
    assert painted(results.list, 1) == "Markets closed.claim"
    look_for(library, qtbot, "tag:claim")
    assert shown(library) == ["Kabul", "  quote"]
    assert painted(results.list, 1) == "Markets closed.claim"


def test_a_place_of_more_than_three_lines_ends_in_dots(library: Reader, qtbot: QtBot) -> None:
    words = "many words that go on and on " * 20
    with library.desk.step("Add") as step:
        library.desk.articles.add(Draft(f"A needle, then {words}.", "Hay"))
        library.desk.articles.add(Draft("A needle in short.", "Straw"))
    library.window.session.changed.emit(step.changes)
    look_for(library, qtbot, "needle")
    results = library.window.searching.results.list
    assert shown(library)[::2] == ["Straw", "Hay"]
    short, long = (painted(results, row) for row in (1, 3))
    assert long.startswith("A needle, then ")
    assert long.endswith("…")
    assert short == "A needle in short."


def test_a_click_on_the_box_ticks_and_beside_it_goes(library: Reader, qtbot: QtBot) -> None:
    look_for(library, qtbot, "residents")
    results = library.window.searching.results.list
    rect = results.visualRect(results.rows.index(1))
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(results.viewport(), left, pos=rect.topLeft() + QPoint(16, 12))
    assert len(results.rows.ticked) == 1
    assert library.window.reading.article.title == "Herat"
    assert not library.view._hits.ranges
    qtbot.mouseClick(results.viewport(), left, pos=rect.center())
    assert library.view._hits.ranges
    assert results.hasFocus()


def test_notes_and_passages_are_found_and_selected(library: Reader, qtbot: QtBot) -> None:
    look_for(library, qtbot, "tag:claim")
    assert shown(library) == ["Kabul", "  quote"]
    library.press("Return")
    assert library.view.selected_passage is not None
    look_for(library, qtbot, "which markets")
    assert shown(library) == ["Kabul", "  note"]


def test_a_passage_found_by_its_tag_is_selected_and_nothing_more(
    library: Reader, qtbot: QtBot
) -> None:
    look_for(library, qtbot, "tag:claim")
    library.press("Return")
    selected = library.view.selected_passage
    found = library.view.viewport().grab().toImage()
    library.press("Esc", "Ctrl+Shift+F")
    library.window.library.field.clear()
    library.view.setFocus()
    library.view.select_passage(selected)
    assert library.view.viewport().grab().toImage() == found


@pytest.mark.parametrize("leaves", ["Esc in the text", "Esc in the list", "no words"])
def test_the_marks_of_a_search_go_with_it(library: Reader, qtbot: QtBot, leaves: str) -> None:
    look_for(library, qtbot, '"left in kabul"')
    library.press("Return")
    marked = library.view.viewport().grab().toImage()
    if leaves == "no words":
        library.window.library.field.clear()
    elif leaves == "Esc in the list":
        library.press("Esc", on=library.window.searching.results.list)
    else:
        library.press("Esc")
    assert library.view.viewport().grab().toImage() != marked
    assert not library.view._hits.ranges


def test_a_passage_found_by_its_tag_fills_its_lines(library: Reader, qtbot: QtBot) -> None:
    quote = "Some words, rather many of them, go on and on until the third line of the row is full"
    with library.desk.step("Add") as step:
        article = library.desk.articles.add(Draft(f"{quote}. {quote}.", "Words"))
        passage = library.desk.passages.add(article, 0, 2 * len(quote) + 2)
        library.desk.taggings.put([passage], library.desk.tags.ensure("wordy"))
    library.window.session.changed.emit(step.changes)
    look_for(library, qtbot, "tag:wordy")
    row = painted(library.window.searching.results.list, 1)
    assert row.replace(" ", "").startswith(quote[:70].replace(" ", ""))


def test_titles_alone_stay_in_the_list(library: Reader, qtbot: QtBot) -> None:
    look_for(library, qtbot, "kanda")
    assert not library.window.library.shows_results()
    look_for(library, qtbot, "doucet")
    assert not library.window.library.shows_results()
    library.press("Return")
    assert library.window.reading.article.title == "Kabul"


@pytest.mark.parametrize(
    ("words", "why"),
    [("is:lost", "is not a filter"), ("-only", "only excludes"), ("tag:no", "No tag is called"),
     ("writer:doucet", "There is no filter “writer:”")],
)  # fmt: skip
def test_what_makes_no_sense_says_why(library: Reader, qtbot: QtBot, words: str, why: str) -> None:
    look_for(library, qtbot, words)
    assert why in library.window.searching.results.trouble.text()
    assert library.window.searching.results.trouble.isVisible()


def test_what_is_said_aloud(library: Reader, qtbot: QtBot) -> None:
    look_for(library, qtbot, "residents")
    rows = library.window.searching.results.list.rows
    spoken = [rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert spoken[0] == "Herat, hits: 1"
    assert spoken[1].startswith("text, ")
    assert "Residents say" in spoken[1]
    rows.tick(rows.hits(), on=True)
    assert rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole).startswith("ticked, text, ")


def test_results_follow_what_changes(library: Reader, qtbot: QtBot) -> None:
    look_for(library, qtbot, "markets")
    assert "  note" in shown(library)
    library.press("Ctrl+Z", on=library.view)
    qtbot.waitUntil(lambda: not library.window.library.shows_results())


def test_a_single_letter_of_chinese_is_a_word(library: Reader, qtbot: QtBot) -> None:
    with library.desk.step("Add") as step:
        library.desk.articles.add(Draft("他走了。", "-"))
    library.window.session.changed.emit(step.changes)
    library.window.library.field.setText("走")  # which no key types
    searching = library.window.searching
    qtbot.waitUntil(lambda: not searching.is_busy)
    assert shown(library) == ["-", "  text"]


def test_a_search_that_finds_nothing_says_so(library: Reader, qtbot: QtBot) -> None:
    look_for(library, qtbot, "zebra")
    assert "“zebra”" in library.window.library.empty.words.text()
    QTest.keyClick(library.window.library.field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert library.window.library.field.hasFocus()


def test_nothing_is_searched_when_the_window_is_gone(library: Reader, qtbot: QtBot) -> None:
    library.press("Ctrl+Shift+F")
    library.type("safe")
    library.window.close()
    qtbot.wait(250)


def test_each_sentence_is_a_place_and_the_rest_is_opened(library: Reader, qtbot: QtBot) -> None:
    look_for(library, qtbot, "nothing")
    results = library.window.searching.results
    assert shown(library) == ["Kabul", *["  text"] * 5, "  more"]
    assert results.count.text() == "80 places in 1 article"
    more = results.list.rows.index(6)
    assert more.data() == "75 more in this article"
    assert more.data(Qt.ItemDataRole.AccessibleTextRole) == "75 more in this article"
    library.press("Down", "End")
    library.press("Space", "Return", on=results.list)
    assert shown(library) == ["Kabul", *["  text"] * 80]
    assert results.list.currentIndex().row() == 6
    assert results.list.hasFocus()
    library.press("End", "Return", on=results.list)
    hits = [KABUL[hit.start : hit.end] for hit in library.view._hits.ranges]
    assert hits == ["nothing"]
    assert library.view._hits.ranges[0].start == KABUL.rindex("nothing")
    assert library.view.hasFocus()
    library.press("Ctrl+Shift+F")
    library.type("noth")
    qtbot.waitUntil(lambda: library.window.searching._run.words == "noth")
    assert "  more" in shown(library)


def test_a_hit_far_into_its_sentence_is_in_sight(library: Reader, qtbot: QtBot) -> None:
    words = "many words that stand before it in one sentence " * 4
    with library.desk.step("Add") as step:
        library.desk.articles.add(Draft(f"There are {words} and a needle in it.", "Hay"))
    library.window.session.changed.emit(step.changes)
    look_for(library, qtbot, "needle")
    rows = library.window.searching.results.list
    hit = rows.rows.hits()[0]
    words, (mark,) = brought_near(hit.snippet, hit.marks, 60)
    assert words.startswith("…")
    assert words[mark.start : mark.end] == "needle"
    assert mark.start < 60
    rows.grab()
