"""From a folder that is dropped to three tagged sentences and back, with mouse and keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Reader

FILES = 600
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Many reports, the first of which have a bridge in them."""
    folder = tmp_path / "reports"
    (folder / "0 old").mkdir(parents=True)
    for number in range(FILES):
        place = folder if number > 1 else folder / "0 old"
        bridge = "Nobody is safe. The bridge is safe, they say. " if number < 9 else ""
        (place / f"{number:03}.txt").write_text(f"Report {number}. {bridge}" + "word " * 3000)
    return folder


def drop_on(widget: QWidget, *paths: Path) -> None:
    """Drag files in and let them go, as a system tells a window of it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at = widget.rect().center()
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(at, copy, data, LEFT, none)
    QApplication.sendEvent(widget, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(widget, QDragMoveEvent(at, copy, data, LEFT, none))
    QApplication.sendEvent(widget, QDropEvent(QPointF(at), copy, data, LEFT, none))


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, LEFT)


def titles(reader: Reader) -> list[str]:
    return [row.title for row in reader.desk.articles.rows()]


def folders(reader: Reader) -> set[str]:
    return {folder.name for folder in reader.desk.folders.all()}


def test_a_folder_comes_in_and_three_of_its_sentences_are_tagged(
    reader: Reader, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.ui.importing.strip.PATIENCE", 0)
    window = reader.window
    strip = window.importing.strip
    told: list[str] = []

    def cancel_when_some_have_come() -> None:
        if not told and strip.isVisible() and len(titles(reader)) > 12:
            told.append(strip.words.text())
            assert strip.bar.maximum() == FILES
            reader.press("J", "H")  # the window is alive meanwhile
            press(strip.cancel)

    window.importing.coming.progressed.connect(cancel_when_some_have_come)
    drop_on(reader.view.viewport(), folder)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("Reading ")
    assert len(reader.quotes()) == 1
    qtbot.waitUntil(lambda: not window.importing.coming.is_busy)
    assert strip.words.text().startswith("Cancelled: ")
    come = len(titles(reader))
    assert 12 < come < FILES + 2
    assert folders(reader) == {"reports", "0 old"}

    reader.press("Ctrl+Shift+F")
    reader.type("bridge safe")
    qtbot.waitUntil(window.library.shows_results)
    results = window.searching.results
    hits = [n for n, row in enumerate(results.list.rows.rows) if "bridge is" in str(row)][:3]
    for row in hits:
        place = results.list.rows.index(row)
        results.list.scrollTo(place)
        corner = results.list.visualRect(place).topLeft()
        QTest.mouseClick(results.list.viewport(), LEFT, pos=corner + QPoint(16, 12))
    assert results.count.text() == "3 ticked"
    reader.press("T", on=results.list)
    reader.type("safety")
    reader.press("Return")
    tagged = [quote for quote in reader.quotes() if quote.startswith("The bridge")]
    assert tagged == ["The bridge is safe, they say."] * 3
    assert [reader.tags_of(quote) for quote in tagged] == [["safety"]] * 3

    reader.press("Ctrl+Z", on=reader.view)
    assert len(reader.quotes()) == 1
    assert reader.desk.tags.all() == []
    reader.press("Ctrl+Z", "Ctrl+Z", on=reader.view)
    assert titles(reader) == ["Herat", "Another"]
    assert folders(reader) == set()
    reader.press("Ctrl+Shift+Z", "Ctrl+Shift+Z", "Ctrl+Shift+Z", on=reader.view)
    assert len(titles(reader)) == come
    assert len([quote for quote in reader.quotes() if quote.startswith("The bridge")]) == 3


@pytest.mark.parametrize("where", ["library", "tags", "menu", "empty library"])
def test_files_are_taken_wherever_they_are_dropped(
    reader: Reader, tmp_path: Path, qtbot: QtBot, where: str
) -> None:
    (tmp_path / "a.txt").write_text("A report.")
    if where == "empty library":
        reader.window.session.do("Remove", lambda: reader.desk.articles.remove([1, 2]))
    widget = {
        "library": reader.window.library.list.viewport(),
        "tags": reader.window.tags.view.viewport(),
        "menu": reader.window.menuBar(),
        "empty library": reader.window.library.empty,
    }[where]
    drop_on(widget, tmp_path / "a.txt")
    qtbot.waitUntil(lambda: "A report" in titles(reader))
