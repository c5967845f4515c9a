"""From an empty desk to a CSV in the real window: by keyboard alone, and by mouse alone."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.core.types import Draft
from desk.store.desk import Desk
from desk.ui.files.export_csv import ExportCsv
from tests.ui.conftest import TEXT, Reader, open_window
from tests.ui.mouse import LEFT, choose, click, drag


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def dialog_of(reader: Reader, kind: type[QWidget]) -> QWidget:
    return next(w for w in reader.window.findChildren(kind) if w.isVisible())


def test_by_keyboard_alone(empty: Reader, tmp_path: Path, qtbot: QtBot) -> None:
    QApplication.clipboard().setText(TEXT)
    empty.press("Ctrl+V")
    assert empty.view.shown().text == TEXT
    empty.press("J", "T")
    empty.type("claim")
    empty.press("Return", "J", "1", "N")
    empty.type("How sure?")
    empty.press("Esc", "Esc", "Right", "Shift+Down")
    empty.press("H", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+E")
    dialog = dialog_of(empty, ExportCsv)
    out = tmp_path / "out.csv"
    dialog.path.setFocus()
    dialog.path.selectAll()
    empty.type(str(out))
    empty.press("Return")
    qtbot.waitUntil(out.exists)
    rows = rows_of(out)
    found = sorted((row["tags"], row["note"]) for row in rows)
    assert found == [("", ""), ("claim", ""), ("claim", "How sure?")]
    for row in rows:
        assert TEXT[int(row["start"]) : int(row["end"])] == row["quote"]
    qtbot.waitUntil(lambda: "Exported to out.csv" in empty.told())


def drop_on(window: QWidget, data: QMimeData) -> None:
    """Drag something over the window and let it fall."""
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(400, 300), copy, data, LEFT, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), copy, data, LEFT, none))


def test_by_mouse_alone(
    empty: Reader, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)  # where the export is offered to go
    window = empty.window
    story = tmp_path / "story of Herat.txt"
    story.write_text(TEXT, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(story))])
    drop_on(window, data)
    qtbot.waitUntil(lambda: empty.view.page is not None)
    assert window.reading.article.title == "story of Herat"

    drag(empty, "few safe places")
    bar = window.popups.bar
    assert bar.isVisible()
    click(next(b for b in bar.buttons() if b.text() == "Tag…"))
    box = window.popups.box
    # With nothing typed, the box offers the selected words themselves as a tag.
    row = box.rows.index(box.rows.rowCount() - 1)
    assert "few safe places" in row.data()
    click(box.list.viewport(), box.list.visualRect(row).center())
    assert empty.tags_of("few safe places") == ["few safe places"]

    drag(empty, "Some are armed")
    swatch = next(b for b in bar.buttons() if b.text() == "few safe places")
    click(swatch)
    assert empty.tags_of("Some are armed") == ["few safe places"]

    menus = {a.menu().title(): a for a in window.menuBar().actions()}
    desk_menu = menus["&Desk"].menu()
    click(window.menuBar(), window.menuBar().actionGeometry(menus["&Desk"]).center())
    choose(desk_menu, "desk.export")
    dialog = dialog_of(empty, ExportCsv)
    click(dialog.deed)
    qtbot.waitUntil(lambda: "Exported" in empty.told())
    rows = rows_of(tmp_path / "mine.csv")
    assert [row["quote"] for row in rows] == ["few safe places", "Some are armed"]


def test_the_window_comes_back_as_it_was_left(
    reader: Reader, tmp_path: Path, home: Path, qtbot: QtBot
) -> None:
    window = reader.window
    window.resize(760, 560)
    window.docks["library"].hide()
    window.actions_["article.next"].trigger()
    reader.press("J", "T")
    reader.type("claim")
    reader.press("Return")
    window.close()
    again = Reader(open_window(tmp_path / "mine.desk", home))
    assert again.window.size() == window.size()
    assert again.window.docks["library"].isHidden()
    assert again.window.reading.article.title == "Another"
    again.press("Ctrl+Z")
    assert again.quotes() == []
    again.window.close()


def test_an_article_comes_back_where_reading_stopped(
    reader: Reader, tmp_path: Path, home: Path, qtbot: QtBot
) -> None:
    reader.open("\n".join(f"Line {n} of many." for n in range(200)))
    article = reader.window.reading.article.id
    with qtbot.waitSignal(reader.view.reading_position_changed) as told:
        reader.press("End", on=reader.view)
    place = told.args[0]
    assert place > 0
    reader.window.close()
    again = Reader(open_window(tmp_path / "mine.desk", home))
    assert again.window.reading.article.id == article
    assert again.view.top_position() == place
    again.window.close()


def test_notes_save_themselves_while_typed(reader: Reader, qtbot: QtBot) -> None:
    reader.press("J", "N")
    reader.type("Who")
    qtbot.waitUntil(lambda: reader.notes() == ["Who"])
    reader.type(" says so?")
    qtbot.waitUntil(lambda: reader.notes() == ["Who says so?"])
    reader.press("Esc", "Ctrl+Z")
    assert reader.desk.notes.all() == []


def test_title_and_status_and_next_unread(reader: Reader) -> None:
    reader.press("F2", "Ctrl+A")
    reader.type("Few safe places")
    reader.press("Return")
    assert reader.desk.articles.rows()[0].title == "Few safe places"
    assert reader.window.windowTitle().startswith("Few safe places")
    reader.press("Ctrl+Return")
    assert reader.desk.articles.rows()[0].status == "done"
    assert reader.window.reading.article.title == "Another"
    assert reader.window.library.head.progress.text() == "1 of 2 done"
    reader.press("Ctrl+Z", "Ctrl+Z")
    assert reader.desk.articles.rows()[0].title == "Herat"


def test_an_article_goes_and_comes_back(reader: Reader) -> None:
    reader.press("J", "H")
    reader.window.actions_["article.remove"].trigger()
    assert [row.title for row in reader.desk.articles.rows()] == ["Another"]
    assert reader.window.reading.article.title == "Another"
    reader.window.messages.toast.button.click()
    assert reader.window.reading.article.title == "Herat"
    assert len(reader.quotes()) == 1
    reader.window.actions_["article.remove"].trigger()
    reader.window.actions_["article.remove"].trigger()
    assert reader.window.reading.article is None
    assert "Nothing to read yet" in reader.window.library.empty.words.text()


def test_bad_files_are_told_and_lose_nothing(reader: Reader, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    reader.window.importing.coming.add_files([tmp_path / "empty.txt", tmp_path / "binary.txt"])
    qtbot.waitUntil(lambda: "binary.txt" in reader.told() and "empty.txt" in reader.told())
    assert len(reader.desk.articles.rows()) == 2


def test_what_another_program_wrote_is_shown_when_the_reader_comes_back(
    reader: Reader, qtbot: QtBot
) -> None:
    window = reader.window
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    before = window.library.model.article_ids()
    with Desk.open(reader.desk.path) as other, other.step("Import"):
        other.tags.add("from elsewhere")
        other.articles.add(Draft("Some words.", title="Some title"))
    assert not window.reading.tags
    window.activateWindow()
    qtbot.waitUntil(lambda: [tag.name for tag in window.reading.tags.values()] != [])
    assert len(window.library.model.article_ids()) == len(before) + 1
    assert window.tags.model.rowCount() == 1


def test_another_program_that_writes_is_seen(reader: Reader) -> None:
    reader.press("J", "H")
    with Desk.open(reader.desk.path) as other, other.step("Tag"):
        other.tags.add("from elsewhere")
    reader.press("J", "H")
    assert [tag.name for tag in reader.window.reading.tags.values()] == ["from elsewhere"]
    reader.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert len(reader.quotes()) == 1
