"""Notes on articles and tags, free ones, and the list of all notes, in the real window."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.core.types import ArticleId
from desk.ui.passage_list.panel import PassagesPanel
from desk.ui.passage_panel.panel import PassagePanel
from tests.ui.conftest import Reader, open_window


@pytest.fixture
def writer(reader: Reader) -> Reader:
    reader.window.equip()
    return reader


def panel(reader: Reader) -> PassagesPanel:
    return reader.window.passage_dock.list.panel


def passage_panel(reader: Reader) -> PassagePanel:
    return reader.window.passage


def bodies(reader: Reader) -> list[str]:
    return [note.body for note in reader.desk.notes.all()]


def write(reader: Reader, qtbot: QtBot, words: str) -> None:
    """Type into the note and wait until it has saved itself."""
    assert passage_panel(reader).note.is_editing()
    reader.type(words)
    whole = passage_panel(reader).note.text()
    qtbot.waitUntil(lambda: whole in bodies(reader))


def open_notes(reader: Reader) -> None:
    reader.press("F4")
    panel(reader).notes_button.click()


def listed(reader: Reader) -> list[str]:
    model = panel(reader).model
    return [model.row(model.index(n)).note for n in range(model.rowCount())]


def make_tag(reader: Reader, name: str) -> None:
    reader.press("J", "T")
    reader.type(name)
    reader.press("Return", "Esc")


def test_without_a_passage_the_panel_has_the_note_on_the_article(
    writer: Reader, herat: ArticleId, qtbot: QtBot
) -> None:
    shown = passage_panel(writer)
    assert shown.heading.text() == "Article note"
    assert "Select words" in shown.body.about.text()
    writer.press("Shift+N")
    write(writer, qtbot, "One *source*.")
    assert writer.desk.notes.on_article(herat) == "One *source*."
    writer.press("Esc")
    assert writer.view.hasFocus()
    assert shown.note.view.isVisible()
    assert shown.note.view.toPlainText() == "One source."


def test_a_passage_takes_the_place_of_the_note_on_the_article(
    writer: Reader, herat: ArticleId, qtbot: QtBot
) -> None:
    writer.press("Shift+N")
    write(writer, qtbot, "On the article")
    writer.press("Esc", "J", "N")
    shown = passage_panel(writer)
    assert shown.heading.text() == "Passage"
    assert not shown.body.about.isVisible()
    write(writer, qtbot, "On the passage")
    writer.press("Esc", "Shift+N")
    assert shown.heading.text() == "Article note"
    assert shown.note.text() == "On the article"
    write(writer, qtbot, "!")
    assert sorted(bodies(writer)) == ["On the article!", "On the passage"]
    writer.press("Esc", "Tab")
    assert shown.note.text() == "On the passage"


def test_each_article_has_its_own_note(writer: Reader, herat: ArticleId, qtbot: QtBot) -> None:
    writer.press("Shift+N")
    write(writer, qtbot, "On Herat")
    writer.press("Esc", "Ctrl+PgDown")
    assert passage_panel(writer).note.text() == ""
    writer.press("Shift+N")
    write(writer, qtbot, "On the other")
    assert writer.desk.notes.on_article(herat) == "On Herat"
    writer.press("Esc", "Ctrl+PgUp")
    assert passage_panel(writer).note.text() == "On Herat"


def test_what_is_typed_in_one_go_is_one_step(
    writer: Reader, herat: ArticleId, qtbot: QtBot
) -> None:
    writer.press("Shift+N")
    write(writer, qtbot, "One")
    write(writer, qtbot, " two")
    writer.press("Esc", "Ctrl+Z")
    assert bodies(writer) == []
    assert passage_panel(writer).note.text() == ""
    writer.press("Ctrl+Shift+Z")
    assert passage_panel(writer).note.text() == "One two"


def test_each_time_at_a_note_is_a_step_of_its_own(writer: Reader, qtbot: QtBot) -> None:
    writer.press("J", "N")
    write(writer, qtbot, "first thought")
    writer.press("Esc", "N")
    write(writer, qtbot, ", second thought")
    writer.press("Esc", "Ctrl+Z")
    assert bodies(writer) == ["first thought"]
    assert passage_panel(writer).note.text() == "first thought"
    writer.press("N")
    write(writer, qtbot, ", third")
    writer.press("Esc", "Ctrl+Z", "Ctrl+Z")
    assert bodies(writer) == []
    writer.press("Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert bodies(writer) == ["first thought, third"]


def test_after_a_long_rest_what_is_typed_is_a_step_of_its_own(
    writer: Reader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.press("Shift+N")
    write(writer, qtbot, "One")
    monkeypatch.setattr(writer.window.noting.keeping._writing, "pause", -1)
    write(writer, qtbot, " two")
    writer.press("Esc", "Ctrl+Z")
    assert bodies(writer) == ["One"]


def test_after_a_restart_a_note_is_written_in_a_step_of_its_own(
    made: Path, tmp_path: Path, home: Path, qtbot: QtBot
) -> None:
    home.mkdir(exist_ok=True)
    shutil.copy(made / "herat.desk", tmp_path / "mine.desk")
    for words in ("One", " two"):
        window = open_window(tmp_path / "mine.desk", home)
        writer = Reader(window)
        writer.press("Shift+N")
        write(writer, qtbot, words)
        if words == "One":
            window.close()
    writer.press("Esc", "Ctrl+Z")
    assert bodies(writer) == ["One"]
    window.close()


def test_the_note_on_a_tag(writer: Reader, qtbot: QtBot) -> None:
    action = writer.window.actions_["tags.note"]
    action.trigger()
    assert "Choose a tag" in writer.told()
    make_tag(writer, "claim")
    tag = writer.desk.tags.find("claim")
    writer.window.tags.set_current(tag)
    action.trigger()
    assert passage_panel(writer).heading.text() == "Tag note"
    assert passage_panel(writer).body.about.text() == "claim"
    write(writer, qtbot, "Whatever someone says.")
    assert writer.desk.notes.on_tag(tag) == "Whatever someone says."
    writer.press("Esc", "J")
    assert passage_panel(writer).heading.text() != "Tag note"


def test_a_note_on_a_tag_goes_with_it_and_comes_back(writer: Reader, qtbot: QtBot) -> None:
    make_tag(writer, "claim")
    writer.window.tags.set_current(writer.desk.tags.find("claim"))
    writer.window.actions_["tags.note"].trigger()
    write(writer, qtbot, "words")
    writer.press("Esc")
    writer.window.tag_book.remove(writer.desk.tags.find("claim"))
    assert bodies(writer) == []
    assert passage_panel(writer).heading.text() == "Article note"
    writer.press("Ctrl+Z")
    assert bodies(writer) == ["words"]


def test_a_free_note_is_on_the_desk_with_its_first_words(writer: Reader, qtbot: QtBot) -> None:
    writer.press("Ctrl+Shift+N")
    assert passage_panel(writer).heading.text() == "Free note"
    assert bodies(writer) == []
    write(writer, qtbot, "Ask Omar")
    write(writer, qtbot, " about the camps")
    (note,) = writer.desk.notes.all()
    assert (note.passage_id, note.article_id, note.tag_id) == (None, None, None)
    writer.press("Esc")
    assert writer.view.hasFocus()
    writer.press("Ctrl+Shift+N")
    write(writer, qtbot, "Another")
    assert bodies(writer) == ["Ask Omar about the camps", "Another"]
    writer.press("Esc", "Ctrl+Z", "Ctrl+Z")
    assert bodies(writer) == []


def test_a_free_note_emptied_is_gone_and_typed_again_is_back(writer: Reader, qtbot: QtBot) -> None:
    writer.press("Ctrl+Shift+N")
    write(writer, qtbot, "words")
    writer.press("Ctrl+A", "Del")
    qtbot.waitUntil(lambda: bodies(writer) == [])
    write(writer, qtbot, "others")
    assert bodies(writer) == ["others"]


def test_a_free_note_undone_while_it_is_shown_can_be_written_anew(
    writer: Reader, qtbot: QtBot
) -> None:
    writer.press("Ctrl+Shift+N")
    write(writer, qtbot, "words")
    writer.press("Esc")
    writer.window.session.undo()
    assert passage_panel(writer).note.text() == ""
    passage_panel(writer).edit_note()
    write(writer, qtbot, "others")
    assert bodies(writer) == ["others"]


def test_a_desk_that_cannot_be_written_keeps_the_words_on_the_screen(
    writer: Reader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.press("Ctrl+Shift+N")
    monkeypatch.setattr(writer.desk, "read_only", True)
    writer.type("words")
    qtbot.waitUntil(lambda: "read only" in writer.told())
    assert passage_panel(writer).note.text() == "words"
    monkeypatch.setattr(writer.desk, "read_only", False)
    write(writer, qtbot, " kept")
    assert bodies(writer) == ["words kept"]


def make_all_kinds(reader: Reader) -> None:
    """Write a note on a passage, on the article, on a tag, and a free one."""
    make_tag(reader, "claim")
    herat = reader.desk.articles.find("Herat")
    (passage,) = reader.desk.passages.all()

    def change() -> None:
        notes = reader.desk.notes
        notes.write("free")
        notes.write("on the tag", tag=reader.desk.tags.find("claim"))
        notes.write("on the passage", passage=passage.id)
        notes.write("on the article", article=herat)

    reader.window.session.do("Notes", change)


ALL = ["on the article", "on the passage", "free", "on the tag"]


def test_the_list_of_notes_has_all_kinds(writer: Reader) -> None:
    make_all_kinds(writer)
    open_notes(writer)
    assert listed(writer) == ALL
    model = panel(writer).model
    spoken = [
        model.data(model.index(n), Qt.ItemDataRole.AccessibleTextRole) for n in range(len(ALL))
    ]
    assert spoken[0] == "on the article, note on the article, in Herat"
    assert spoken[1].startswith("on the passage, Dr. Ahmad said")
    assert spoken[2:] == ["free, free note", "on the tag, tagged claim, note on the tag"]


def test_enter_goes_to_the_place_of_a_note_and_into_it(writer: Reader, qtbot: QtBot) -> None:
    make_all_kinds(writer)
    writer.window.reading.open(writer.desk.articles.find("Another"))
    open_notes(writer)
    headings = ["Article note", "Passage", "Free note", "Tag note"]
    for number, (words, heading) in enumerate(zip(ALL, headings, strict=True)):
        view = panel(writer).list
        view.setFocus()
        view.setCurrentIndex(panel(writer).model.index(number))
        writer.press("Return")
        assert passage_panel(writer).heading.text() == heading
        assert passage_panel(writer).note.text() == words
        write(writer, qtbot, f" {number}")
        writer.press("Esc")
        assert view.hasFocus()
    assert listed(writer) == [f"{words} {number}" for number, words in enumerate(ALL)]
    assert writer.window.reading.article.title == "Herat"


def test_notes_are_filtered_and_removed(writer: Reader) -> None:
    make_all_kinds(writer)
    open_notes(writer)
    claim = writer.desk.tags.find("claim")
    panel(writer).filter.set_tag(claim, "claim")
    assert listed(writer) == ["on the passage", "on the tag"]
    panel(writer).filter.clear()
    panel(writer).filter.set_wanted(words="free")
    assert listed(writer) == ["free"]
    panel(writer).filter.clear()
    panel(writer).list.setFocus()
    panel(writer).list.selectAll()
    writer.press("Del")
    assert listed(writer) == []
    assert writer.told() == "4 notes removed"
    assert len(writer.quotes()) == 1
    writer.press("Ctrl+Z")
    assert listed(writer) == ALL


def test_tags_go_on_the_passages_of_notes_alone(writer: Reader) -> None:
    make_all_kinds(writer)
    open_notes(writer)
    view = panel(writer).list
    view.setFocus()
    view.setCurrentIndex(panel(writer).model.index(2))
    writer.press("1")
    assert "on no passage" in writer.told()
    view.setCurrentIndex(panel(writer).model.index(1))
    writer.press("1")
    assert writer.told() == "“claim” taken off the passage"


def test_switching_to_notes_selects_nothing_by_a_number_they_share(writer: Reader) -> None:
    make_all_kinds(writer)
    writer.press("F4")
    panel(writer).list.selectAll()
    panel(writer).notes_button.click()
    assert panel(writer).list.selected_rows() == []


def test_the_empty_list_of_notes_offers_a_free_one(writer: Reader, qtbot: QtBot) -> None:
    open_notes(writer)
    assert "Shift+N" in panel(writer).empty.words.text()
    panel(writer).empty.button.click()
    write(writer, qtbot, "first")
    assert listed(writer) == ["first"]


def test_the_panel_comes_up_for_a_note(writer: Reader, qtbot: QtBot) -> None:
    writer.window.docks["passage"].hide()
    writer.press("J", "N")
    QApplication.processEvents()
    write(writer, qtbot, "seen")
    QTest.qWait(1)
    assert passage_panel(writer).isVisible()
