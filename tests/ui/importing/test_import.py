"""Articles come in through the real window: dropped, pasted, with progress, cancelled, undone."""

import json
import textwrap
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from desk.core.types import Draft
from desk.formats.source import Options
from desk.ui.files import file_dialogs
from desk.ui.importing.bringing_in import Wanted
from desk.ui.importing.preview import BringIn
from tests.formats.make import docx, locked, paragraph, pdf
from tests.ui.conftest import Reader


def titles(reader: Reader) -> list[str]:
    return [row.title for row in reader.desk.articles.rows()]


def folders(reader: Reader) -> dict[str, int]:
    return {folder.name: folder.articles for folder in reader.desk.folders.all()}


def drop(
    reader: Reader,
    *paths: Path,
    at: QPointF | None = None,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        at or QPointF(400, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        keys,
    )
    reader.window.dropEvent(event)


def choose_row(view: QTableView, row: int) -> None:
    """Select one row, whatever keys the test before held down."""
    flag = QItemSelectionModel.SelectionFlag
    index = view.model().index(row, 0)
    view.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)


def wait(reader: Reader, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not reader.window.importing.coming.is_busy)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four good files, one that is on the desk already, one that is damaged."""
    folder = tmp_path / "reports"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text("The first report. It is short.")
    (folder / "b.md").write_text("# Kandahar\n\nThe second report.")
    (folder / "c.txt").write_text("Kabul\n\nThe third report is a page of words.")
    (folder / "deep" / "d.txt").write_text("The fourth report lies deep.")
    (folder / "e.txt").write_text("Another one. It is short.")
    (folder / "f.docx").write_bytes(b"no zip at all")
    return folder


def test_a_dropped_folder_comes_in_as_one_step(reader: Reader, folder: Path, qtbot: QtBot) -> None:
    drop(reader, folder)
    wait(reader, qtbot)
    assert len(titles(reader)) == 6
    assert "Kandahar" in titles(reader)
    strip = reader.window.importing.strip
    assert strip.isVisible()
    assert strip.words.text() == "4 added · 1 already there · 1 refused"
    assert folders(reader) == {"reports": 3, "deep": 1}
    assert reader.window.reading.article.title == "The first report"
    assert reader.desk.undo_label == "Import 4 articles"
    reader.window.view.setFocus()
    reader.press("Ctrl+Z")
    assert titles(reader) == ["Herat", "Another"]
    assert folders(reader) == {}
    reader.press("Ctrl+Shift+Z")
    assert len(titles(reader)) == 6
    assert folders(reader) == {"reports": 3, "deep": 1}


def test_the_list_tells_why_and_can_be_copied(reader: Reader, folder: Path, qtbot: QtBot) -> None:
    drop(reader, folder)
    wait(reader, qtbot)
    reader.window.actions_["library.arrivals"].trigger()
    strip = reader.window.importing.strip
    states = [strip.model.index(row, 0).data() for row in range(strip.model.rowCount())]
    assert states == ["refused", "already there", *["added"] * 4]
    assert strip.list.hasFocus()
    strip.list.clearSelection()
    reader.press("Ctrl+C", on=strip.list)
    copied = QGuiApplication.clipboard().text().split("\n")
    assert len(copied) == 6
    assert copied[0].startswith(f"refused\t{folder / 'f.docx'}\t“f.docx” was not read.")
    choose_row(strip.list, 1)
    reader.press("Return", on=strip.list)
    assert reader.window.reading.article.title == "Another"
    reader.press("Esc", on=strip.list)
    assert not strip.isVisible()
    assert reader.view.hasFocus()


def test_undo_is_offered_while_the_import_is_the_last_step(
    reader: Reader, folder: Path, qtbot: QtBot
) -> None:
    drop(reader, folder)
    wait(reader, qtbot)
    strip = reader.window.importing.strip
    assert strip.undo.isVisible()
    reader.view.setFocus()
    reader.press("J", "H")  # an undo would take this back now
    assert not strip.undo.isVisible()
    reader.window.actions_["library.arrivals"].trigger()
    assert not strip.undo.isVisible()
    assert len(reader.quotes()) == 1


def test_an_undone_import_is_not_undone_again(reader: Reader, folder: Path, qtbot: QtBot) -> None:
    before = reader.window.reading.article.title
    drop(reader, folder)
    wait(reader, qtbot)
    strip = reader.window.importing.strip
    strip.undo.click()
    assert titles(reader) == ["Herat", "Another"]
    assert reader.window.reading.article.title == before  # and not an empty page
    reader.window.actions_["library.arrivals"].trigger()
    assert strip.isVisible()
    assert not strip.undo.isVisible()
    reader.press("Ctrl+Shift+Z", on=reader.view)
    assert len(titles(reader)) == 6
    assert reader.window.reading.article.title == before


def test_the_results_of_a_search_stay_when_files_come_in(
    reader: Reader, folder: Path, qtbot: QtBot
) -> None:
    searching, library = reader.window.searching, reader.window.library
    reader.press("Ctrl+Shift+F")
    reader.type("fourth")
    qtbot.waitUntil(lambda: not searching.is_busy)
    assert not library.shows_results()  # nothing holds it yet
    drop(reader, folder)
    wait(reader, qtbot)
    qtbot.waitUntil(library.shows_results)
    assert searching.results.list.rows.places() == 1
    assert library.field.text() == "fourth"
    reader.desk_step("More", lambda: reader.desk.articles.add(Draft("The fourth one. Short.", "E")))
    assert library.shows_results()  # without a flicker
    qtbot.waitUntil(lambda: searching.results.list.rows.places() == 2)
    reader.press("Ctrl+Z", "Ctrl+Z", on=reader.view)
    qtbot.waitUntil(lambda: not library.shows_results())
    assert "“fourth”" in library.empty.words.text()


def test_what_is_there_is_added_again_if_asked(reader: Reader, folder: Path, qtbot: QtBot) -> None:
    drop(reader, folder)
    wait(reader, qtbot)
    reader.window.importing.strip.copies.click()
    wait(reader, qtbot)
    assert len(titles(reader)) == 7
    assert titles(reader).count("Another one") == 1
    assert folders(reader) == {"reports": 4, "deep": 1}


def test_one_clean_file_comes_in_without_a_word(reader: Reader, folder: Path, qtbot: QtBot) -> None:
    drop(reader, folder / "b.md")
    wait(reader, qtbot)
    assert reader.window.reading.article.title == "Kandahar"
    assert reader.told() == ""
    assert not reader.window.importing.strip.isVisible()


def test_the_strip_never_covers_the_article(reader: Reader, folder: Path, qtbot: QtBot) -> None:
    reader.window.resize(900, 600)
    drop(reader, folder)
    wait(reader, qtbot)
    reader.window.actions_["library.arrivals"].trigger()
    qtbot.wait(20)
    strip, view = reader.window.importing.strip, reader.view
    top = strip.mapTo(reader.window, strip.rect().topLeft()).y()
    bottom = view.mapTo(reader.window, view.rect().bottomLeft()).y()
    assert bottom < top
    assert reader.window.width() == 900
    assert strip.close_button.mapTo(reader.window, strip.close_button.rect().topRight()).x() < 900


def test_closing_the_window_ends_an_import(reader: Reader, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:03}.txt").write_text(f"Report {number}. " + "word " * 3000)
    drop(reader, folder)
    QTest.qWait(150)
    reader.window.close()
    assert not reader.window.importing.coming.is_busy
    QTest.qWait(100)


def test_closing_the_window_leaves_a_preview_that_is_still_read(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "a.txt").write_text("Words of a file.")
    dialog = preview(reader, tmp_path / "a.txt")
    reader.window.close()
    assert dialog.isHidden()
    qtbot.waitUntil(lambda: not any(thread.name == "job" for thread in threading.enumerate()))
    QApplication.processEvents()


def test_a_file_over_which_the_reading_hangs_can_be_cancelled(
    reader: Reader, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import time, desk.formats.txt as txt\n"
        "honest = txt.read\n"
        "txt.read = lambda data, source: "
        "time.sleep(600) if data.startswith(b'HANG') else honest(data, source)\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    for name, words in (("a.txt", "One that comes in."), ("b.txt", "HANG")):
        (tmp_path / name).write_text(words)
    drop(reader, tmp_path / "a.txt", tmp_path / "b.txt")
    qtbot.waitUntil(lambda: len(titles(reader)) == 3)
    qtbot.waitUntil(reader.window.importing.strip.isVisible)
    reader.press("J", "H", on=reader.view)  # the window is alive meanwhile
    assert len(reader.quotes()) == 1
    reader.window.importing.strip.cancel.click()
    wait(reader, qtbot)
    assert reader.window.importing.strip.words.text().startswith("Cancelled: 1 added")


def test_a_second_drop_waits_for_the_first(reader: Reader, folder: Path, qtbot: QtBot) -> None:
    drop(reader, folder / "a.txt")
    drop(reader, folder / "b.md")
    wait(reader, qtbot)
    assert titles(reader)[2:] == ["The first report", "Kandahar"]
    assert reader.desk.undo_label == "Import “Kandahar”"


def test_a_drop_on_a_folder_goes_into_it(reader: Reader, folder: Path, qtbot: QtBot) -> None:
    with reader.desk.step("Folder"):
        asia = reader.desk.folders.add("Asia")
    rows = reader.window.library.list
    reader.window.library.refresh()
    spot = rows.viewport().mapTo(reader.window, rows.visualRect(rows.model().index(0)).center())
    drop(reader, folder / "b.md", at=QPointF(spot))
    wait(reader, qtbot)
    assert reader.desk.articles.rows()[-1].folder_id == asia


def test_pasted_text_is_an_article(reader: Reader) -> None:
    data = QMimeData()
    data.setText("A pasted sentence.")
    QGuiApplication.clipboard().setMimeData(data)
    reader.press("Ctrl+V")
    assert reader.window.reading.article.text == "A pasted sentence."
    reader.press("Ctrl+V")
    assert "already" in reader.told()
    QGuiApplication.clipboard().clear()
    reader.press("Ctrl+V")
    assert "no text" in reader.told()


# The preview


def preview(reader: Reader, *paths: Path):
    reader.window.importing.preview(paths)
    return reader.window.findChild(BringIn)


def test_a_preview_shows_the_guess_and_applies_changes_at_once(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Grüße aus der Stadt, schöne Größe.".encode("cp1252"))
    dialog = preview(reader, path)
    qtbot.waitUntil(lambda: "Grüße" in dialog.text.toPlainText())
    assert "read as cp125" in dialog.about.text()
    assert dialog.problem.text()
    dialog.choices.encoding.setCurrentIndex(dialog.choices.encoding.findData("cp1251"))
    qtbot.waitUntil(lambda: "Grь" in dialog.text.toPlainText())
    dialog.choices.encoding.setCurrentIndex(dialog.choices.encoding.findData("cp1257"))
    qtbot.waitUntil(lambda: "cp1257" in dialog.about.text())
    dialog.deed.click()
    wait(reader, qtbot)
    assert reader.window.reading.article.encoding == "cp1257"


WRITTEN = {
    "utf-16-be": "한국어 글",
    "utf-32-le": "Two words",
    "cp1251": "Город",
    "cp932": "行動規範",
    "gb18030": "中文文章",
    "big5": "中文文章。",
    "cp949": "한국어 글입니다",
    "cp1255": "שלום",
    "cp1256": "مرحبا",
    "iso8859_2": "Žluťoučký",
}


def test_every_script_can_be_read_in_the_encoding_that_is_chosen(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [tmp_path / f"{codec}.txt" for codec in WRITTEN]
    for path, (codec, words) in zip(paths, WRITTEN.items(), strict=True):
        path.write_bytes(words.encode(codec))
    dialog = preview(reader, *paths)
    for row, (codec, words) in enumerate(WRITTEN.items()):
        dialog.files.setCurrentRow(row)
        place = dialog.choices.encoding.findData(codec)
        assert place > 0
        dialog.choices.encoding.setCurrentIndex(place)
        qtbot.waitUntil(lambda w=words: dialog.text.toPlainText() == w)
        assert f"read as {codec}" in dialog.about.text()
    dialog.deed.click()
    wait(reader, qtbot)
    rows = reader.desk.articles.rows()[2:]
    stored = [reader.desk.articles.get(row.id) for row in rows]
    assert {article.encoding: article.text for article in stored} == WRITTEN


def test_lines_that_a_program_broke_are_joined_unless_they_are_wanted(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "old mail.txt"
    path.write_text(textwrap.fill("The council met and heard what people said. " * 12, 72))
    dialog = preview(reader, path)
    qtbot.waitUntil(lambda: "heard" in dialog.text.toPlainText())
    assert "\n" not in dialog.text.toPlainText()
    assert "joined to paragraphs" in dialog.problem.text()
    dialog.choices.keep_lines.click()
    qtbot.waitUntil(lambda: "\n" in dialog.text.toPlainText())
    dialog.deed.click()
    wait(reader, qtbot)
    assert reader.window.reading.article.text == path.read_text()


def test_a_table_whose_text_is_not_known_asks(reader: Reader, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "items.json"
    rows = [{"a": "One", "b": "First."}, {"a": "Two", "b": "Second."}]
    path.write_text(json.dumps(rows))
    drop(reader, path)
    wait(reader, qtbot)
    dialog = reader.window.findChild(BringIn)
    assert reader.told() == ""  # the dialog says what is wanted, and would cover it
    qtbot.waitUntil(lambda: dialog.choices.columns.rowCount() == 2)
    choice = dialog.choices.columns.cellWidget(1, 2)
    choice.setCurrentIndex(choice.findData("text"))
    qtbot.waitUntil(lambda: dialog.text.toPlainText() == "First.")
    title = dialog.choices.columns.cellWidget(0, 2)
    title.setCurrentIndex(title.findData("title"))
    qtbot.waitUntil(lambda: dialog.title.text() == "One")
    assert "2 rows" in dialog.about.text()
    dialog.deed.click()
    wait(reader, qtbot)
    assert titles(reader)[2:] == ["One", "Two"]


def test_each_table_shows_its_own_first_row_and_whether_it_names_the_columns(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    tables = {
        "a.csv": "title,text\nOne,First words.\n",
        "b.csv": "title,text\nTwo,Other words.\n",
        "c.csv": "foo,bar\nThree,More of them.\n",
    }
    for name, rows in tables.items():
        (tmp_path / name).write_text(rows)
    dialog = preview(reader, *(tmp_path / name for name in tables))
    columns, has_header = dialog.choices.columns, dialog.choices.has_header
    for row, value in enumerate(("One", "Two", "foo")):
        dialog.files.setCurrentRow(row)
        qtbot.waitUntil(lambda: columns.rowCount() == 2, timeout=20_000)
        assert columns.item(0, 1).text() == value
        assert has_header.isChecked() == (value != "foo")
    has_header.click()
    qtbot.waitUntil(lambda: columns.item(0, 0).text() == "foo", timeout=20_000)
    assert has_header.isChecked()
    assert columns.item(0, 1).text() == "Three"


def test_each_file_of_a_preview_keeps_its_own_choice(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    page = "<p>Menu of the site</p><article><h1>Kabul</h1>" + "<p>Many words of it.</p>" * 30
    (tmp_path / "a.html").write_text(page + "</article>")
    (tmp_path / "b.txt").write_text("Plain words.")
    dialog = preview(reader, tmp_path / "a.html", tmp_path / "b.txt")
    assert dialog.choices.whole_page.isVisible()
    assert dialog.deed.text() == "Add 2 files"
    qtbot.waitUntil(lambda: "Many words" in dialog.text.toPlainText())
    dialog.choices.whole_page.click()
    qtbot.waitUntil(lambda: "Menu of the site" in dialog.text.toPlainText())
    dialog.files.setCurrentRow(1)
    qtbot.waitUntil(lambda: "Plain words" in dialog.text.toPlainText())
    assert not dialog.choices.whole_page.isVisible()
    dialog.deed.click()
    wait(reader, qtbot)
    assert "Menu of the site" in reader.desk.articles.get(reader.desk.articles.rows()[2].id).text


def test_a_preview_that_is_left_adds_nothing(reader: Reader, folder: Path, qtbot: QtBot) -> None:
    dialog = preview(reader, folder / "a.txt")
    reader.press("Esc", on=dialog)
    qtbot.wait(50)
    assert len(titles(reader)) == 2


def test_a_full_desk_stops_the_import_and_says_so(
    reader: Reader, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desk.core.errors import UserError
    from desk.store.articles import Articles

    def fail(*_: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(Articles, "add", fail)
    drop(reader, folder)
    wait(reader, qtbot)
    assert reader.told() == "The disk is full."
    assert len(titles(reader)) == 2


def test_options_reach_the_reader(reader: Reader, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Größe".encode("cp1252"))
    chosen = {path: Options(encoding="cp1252")}
    reader.window.importing.coming.add(Wanted((path,), chosen))
    wait(reader, qtbot)
    assert reader.window.reading.article.text == "Größe"


def test_a_folder_is_shown_first_and_may_come_in_flat(
    reader: Reader, folder: Path, qtbot: QtBot
) -> None:
    drop(reader, folder, keys=Qt.KeyboardModifier.ShiftModifier)
    dialog = reader.window.findChild(BringIn)
    assert not dialog.deed.isEnabled()
    qtbot.waitUntil(lambda: dialog.files.count() == 6)
    names = [dialog.files.item(row).text() for row in range(6)]
    assert names == ["a.txt", "b.md", "c.txt", "deep/d.txt", "e.txt", "f.docx"]
    assert dialog.deed.text() == "Add 6 files"
    assert dialog.keep_folders.isVisible()
    assert dialog.keep_folders.isChecked()
    qtbot.waitUntil(lambda: "The first report" in dialog.text.toPlainText())
    # One is there already, one cannot be read.
    qtbot.waitUntil(lambda: dialog.deed.text() == "Add 4 files", timeout=20_000)
    assert dialog.files.item(5).checkState() == Qt.CheckState.Unchecked
    dialog.keep_folders.click()
    dialog.files.setCurrentRow(3)
    reader.press("Space", on=dialog.files)
    assert dialog.deed.text() == "Add 3 files"
    dialog.deed.click()
    wait(reader, qtbot)
    assert len(titles(reader)) == 5
    assert folders(reader) == {}


def test_nothing_is_added_where_every_file_is_left_out(
    reader: Reader, folder: Path, qtbot: QtBot
) -> None:
    dialog = preview(reader, folder / "a.txt", folder / "b.md")
    for row in range(2):
        dialog.files.setCurrentRow(row)
        reader.press("Space", on=dialog.files)
    assert not dialog.deed.isEnabled()
    qtbot.waitUntil(lambda: "second report" in dialog.text.toPlainText())
    assert not dialog.deed.isEnabled()
    reader.press("Space", on=dialog.files)
    assert dialog.deed.text() == "Add 1 file"
    dialog.deed.click()
    wait(reader, qtbot)
    assert titles(reader)[2:] == ["Kandahar"]


def test_a_folder_is_asked_for(
    reader: Reader, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_folder", lambda *_: folder)
    reader.window.actions_["library.add_folder"].trigger()
    dialog = reader.window.findChild(BringIn)
    qtbot.waitUntil(lambda: dialog.files.count() == 6)
    dialog.deed.click()
    wait(reader, qtbot)
    assert folders(reader) == {"reports": 3, "deep": 1}


# Read otherwise


@pytest.fixture
def misread(reader: Reader, tmp_path: Path, qtbot: QtBot) -> Reader:
    """Two files came in, one of them in an encoding that it is not written in."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_bytes(f"Größe {name}\nSchöne Grüße.".encode("cp1252"))
    wrong = Options(encoding="cp1251")
    files = tuple(tmp_path / f"{name}.txt" for name in ("a", "b"))
    reader.window.importing.coming.add(Wanted(files, dict.fromkeys(files, wrong)))
    wait(reader, qtbot)
    return reader


def read_otherwise(reader: Reader, qtbot: QtBot, row: int) -> BringIn:
    """Open the preview of one of what came in, and choose the right encoding."""
    reader.window.actions_["library.arrivals"].trigger()
    strip = reader.window.importing.strip
    choose_row(strip.list, row)
    strip.preview.click()
    dialog = reader.window.findChild(BringIn)
    dialog.choices.encoding.setCurrentIndex(dialog.choices.encoding.findData("cp1252"))
    qtbot.waitUntil(lambda: "Größe" in dialog.text.toPlainText())
    return dialog


def test_what_was_misread_is_read_otherwise_in_its_place(misread: Reader, qtbot: QtBot) -> None:
    first, second = misread.desk.articles.rows()[2:]
    misread.window.reading.open(second.id)
    dialog = read_otherwise(misread, qtbot, 1)
    assert f"takes the place of “{second.title}”" in dialog.place.text()
    assert dialog.deed.text() == "Replace the text"
    dialog.deed.click()
    wait(misread, qtbot)
    assert titles(misread) == ["Herat", "Another", first.title, "Größe b"]
    assert misread.view.shown().text == "Größe b\nSchöne Grüße."
    assert misread.desk.undo_label == "Read “Größe b” otherwise"
    misread.window.activateWindow()
    qtbot.waitUntil(misread.window.isActiveWindow)
    misread.press("Ctrl+Z", on=misread.view)
    assert titles(misread)[3] == second.title
    assert "Größe" not in misread.view.shown().text
    misread.press("Ctrl+Shift+Z", on=misread.view)
    assert "Größe" in misread.view.shown().text


def test_marked_passages_keep_their_text_and_the_other_comes_beside(
    misread: Reader, qtbot: QtBot
) -> None:
    misread.window.view.setFocus()
    misread.press("J", "H")
    dialog = read_otherwise(misread, qtbot, 0)
    assert "A passage is marked in" in dialog.place.text()
    assert dialog.deed.text() == "Add beside it"
    dialog.deed.click()
    wait(misread, qtbot)
    assert len(titles(misread)) == 5
    assert len(misread.quotes()) == 1


def test_what_was_refused_is_tried_again(reader: Reader, folder: Path, qtbot: QtBot) -> None:
    drop(reader, folder)
    wait(reader, qtbot)
    (folder / "f.docx").write_bytes(docx(paragraph("It is whole by now.")))
    reader.window.actions_["library.arrivals"].trigger()
    strip = reader.window.importing.strip
    choose_row(strip.list, 2)
    assert not strip.retry.isVisible()
    choose_row(strip.list, 0)
    strip.retry.click()
    wait(reader, qtbot)
    assert strip.words.text() == "5 added · 1 already there"
    assert folders(reader) == {"reports": 4, "deep": 1}
    assert reader.window.reading.article.text == "It is whole by now."


def test_an_import_that_was_undone_is_not_told_of_again(
    reader: Reader, folder: Path, qtbot: QtBot
) -> None:
    drop(reader, folder)
    wait(reader, qtbot)
    strip = reader.window.importing.strip
    strip.undo.click()
    drop(reader, folder / "a.txt", folder / "f.docx")
    wait(reader, qtbot)
    strip.show_list()
    assert strip.words.text() == "1 added · 1 refused"
    assert strip.model.rowCount() == 2
    drop(reader, folder)
    wait(reader, qtbot)
    strip.undo.click()
    strip.show_list()
    choose_row(strip.list, 0)
    strip.retry.click()
    wait(reader, qtbot)
    assert strip.words.text() == "2 already there · 1 refused"


def test_undo_takes_back_all_that_the_strip_counts(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "a.txt").write_text("A plain text.")
    (tmp_path / "b.json").write_text(json.dumps([{"a": "One", "b": "First."}]))
    (tmp_path / "c.docx").write_bytes(b"no zip at all")
    drop(reader, *(tmp_path / name for name in ("a.txt", "b.json", "c.docx")))
    wait(reader, qtbot)
    strip = reader.window.importing.strip
    assert strip.words.text() == "1 added · 2 refused"
    dialog = reader.window.findChild(BringIn)
    qtbot.waitUntil(lambda: dialog.choices.columns.rowCount() == 2)
    choice = dialog.choices.columns.cellWidget(1, 2)
    choice.setCurrentIndex(choice.findData("text"))
    qtbot.waitUntil(dialog.deed.isEnabled)
    dialog.deed.click()
    wait(reader, qtbot)
    assert strip.words.text() == "2 added · 1 refused"
    strip.show_list()
    choose_row(strip.list, 0)
    strip.retry.click()  # which adds nothing
    wait(reader, qtbot)
    assert strip.undo.isVisible()
    strip.undo.click()
    assert titles(reader) == ["Herat", "Another"]


def test_what_comes_after_something_else_is_undone_alone(
    reader: Reader, folder: Path, qtbot: QtBot
) -> None:
    drop(reader, folder)
    wait(reader, qtbot)
    (folder / "f.docx").write_bytes(docx(paragraph("It is whole by now.")))
    reader.press("J", "H", on=reader.view)
    strip = reader.window.importing.strip
    strip.show_list()
    choose_row(strip.list, 0)
    strip.retry.click()
    wait(reader, qtbot)
    assert strip.words.text() == "5 added · 1 already there"
    assert not strip.undo.isVisible()
    reader.press("Ctrl+Z", on=reader.view)
    assert len(titles(reader)) == 6
    assert len(reader.quotes()) == 1


# Passwords


def test_a_protected_file_asks_for_its_password(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(locked(pdf([["Secret words of some length."] * 4]), "xyzzy42"))
    drop(reader, path)
    wait(reader, qtbot)
    dialog = reader.window.findChild(BringIn)
    qtbot.waitUntil(dialog.choices.password.isVisible)
    assert "protected by a password" in dialog.problem.text()
    assert not dialog.deed.isEnabled()
    QTest.keyClicks(dialog.choices.password, "wrong")
    qtbot.waitUntil(lambda: "not the right one" in dialog.problem.text())
    dialog.choices.password.selectAll()
    QTest.keyClicks(dialog.choices.password, "xyzzy42")
    qtbot.waitUntil(dialog.deed.isEnabled)
    assert "Secret words" in dialog.text.toPlainText()
    dialog.deed.click()
    wait(reader, qtbot)
    assert "Secret words" in reader.window.reading.article.text
    assert b"xyzzy42" not in reader.desk.path.read_bytes()


def test_a_wrong_password_among_several_files_keeps_the_preview_open(
    reader: Reader, folder: Path, qtbot: QtBot
) -> None:
    path = folder / "locked.pdf"
    path.write_bytes(locked(pdf([["Secret words of some length."] * 4]), "xyzzy42"))
    dialog = preview(reader, folder / "a.txt", path)
    qtbot.waitUntil(lambda: "first report" in dialog.text.toPlainText())
    QTest.keyClick(dialog.files, Qt.Key.Key_Down)
    qtbot.waitUntil(dialog.choices.password.isVisible)
    assert dialog.files.hasFocus()  # who walks through the files goes on walking
    dialog.choices.password.setFocus()
    QTest.keyClicks(dialog.choices.password, "wrong")
    QTest.keyClick(dialog.choices.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not the right one" in dialog.problem.text())
    assert dialog.isVisible()
    assert dialog.choices.password.selectedText() == "wrong"
    assert len(titles(reader)) == 2
    dialog.files.setCurrentRow(0)  # and while another file is looked at
    dialog.deed.click()
    assert dialog.isVisible()
    assert dialog.files.currentRow() == 1
    dialog.choices.password.selectAll()
    QTest.keyClicks(dialog.choices.password, "xyzzy42")
    QTest.keyClick(dialog.choices.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(titles(reader)) == 4)
    wait(reader, qtbot)


def test_no_password_is_asked_for_where_none_is_needed(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "open.pdf"
    path.write_bytes(pdf([["Plain words of some length."] * 4]))
    dialog = preview(reader, path)
    qtbot.waitUntil(lambda: "Plain words" in dialog.text.toPlainText())
    assert not dialog.choices.password.isVisible()


def test_drafts_without_a_file_come_in(reader: Reader) -> None:
    reader.window.importing.coming.add_drafts([Draft("From elsewhere.", title="Elsewhere")])
    assert titles(reader)[2:] == ["Elsewhere"]


def test_the_list_opens_at_what_needs_a_look(reader: Reader, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(9):
        (folder / f"{number:02}.txt").write_text(f"Text number {number}.")
    (folder / "photo.jpg").write_text("no text")
    drop(reader, folder, tmp_path / "missing.xyz")
    wait(reader, qtbot)
    strip = reader.window.importing.strip
    strip.details.click()
    assert strip.list.rowAt(2) == 0
    assert strip.list.chosen()[0].state == "refused"
    assert strip.list.currentIndex().row() == 0
