"""A preview tells which files hold texts that are on the desk already, or twice among them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.core.types import Draft
from desk.ui.importing.preview import BringIn
from tests.ui.conftest import Reader


@pytest.fixture
def dialog(reader: Reader, tmp_path: Path, qtbot: QtBot) -> BringIn:
    """A preview of files of which the first is new."""
    texts = {
        "a.txt": "A new report.",
        "b.txt": "An old report.",
        "c.txt": "A new report.",
        "d.csv": "title,text\nOne,An old report.\nTwo,Something else.\n",
        "e.docx": "this is no document",
        "f.json": '[{"text": "An old report."}, {"text": "An older report."}]',
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    with reader.desk.step("Add"):
        reader.desk.articles.add(Draft("An old report.", "Old one"))
        reader.desk.articles.add(Draft("An older report.", "Older one"))
    reader.window.importing.preview([tmp_path / name for name in texts])
    dialog = reader.window.findChild(BringIn)
    assert dialog._known_texts is not None
    qtbot.waitUntil(lambda: not dialog._known_texts.is_busy)
    return dialog


def remarks(dialog: BringIn) -> dict[str, str]:
    return {file.name: dialog.files.remark_on(file) for file in dialog.files.files}


def test_what_is_known_of_files_is_told_before_they_come_in(dialog: BringIn, qtbot: QtBot) -> None:
    told = remarks(dialog)
    assert told["a.txt"] == ""
    assert told["b.txt"] == "already on the desk as “Old one”"
    assert told["c.txt"] == "the same text as a.txt"
    assert told["d.csv"] == "1 of 2 is already on the desk"
    assert told["e.docx"] == "cannot be read"
    assert told["f.json"] == "all 2 are already on the desk"
    row = dialog.files.item(1)
    assert "already on the desk" in row.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    dialog.files.setCurrentRow(1)
    qtbot.waitUntil(lambda: "An old report" in dialog.text.toPlainText())
    assert dialog.place.isVisible()
    assert dialog.place.text() == "Already on the desk as “Old one”"
    dialog.files.grab()
    for row, has_lines in ((3, True), (5, False)):
        dialog.files.setCurrentRow(row)
        assert dialog.choices.has_header.isVisible() == has_lines


def test_the_deed_counts_what_comes_and_leaves_out_what_cannot_be_read(
    dialog: BringIn, qtbot: QtBot
) -> None:
    on, off = Qt.CheckState.Checked, Qt.CheckState.Unchecked
    assert [dialog.files.item(row).checkState() for row in range(6)] == [on, on, on, on, off, on]
    assert dialog.deed.text() == "Add 2 files"
    for row in (0, 1, 2, 3, 5):
        dialog.files.item(row).setCheckState(off)
    dialog.files.item(4).setCheckState(on)
    assert not dialog.deed.isEnabled()
    dialog.files.setCurrentRow(4)
    qtbot.waitUntil(lambda: "was not read" in dialog.problem.text(), timeout=20_000)
    assert not dialog.deed.isEnabled()


def test_a_file_that_is_read_otherwise_is_told_of_as_it_is_read(
    dialog: BringIn, qtbot: QtBot
) -> None:
    dialog.files.setCurrentRow(1)
    qtbot.waitUntil(lambda: dialog.place.isVisible())
    dialog.choices.encoding.setCurrentIndex(dialog.choices.encoding.findData("utf-16-le"))
    qtbot.waitUntil(lambda: "report" not in dialog.text.toPlainText())
    qtbot.waitUntil(lambda: not dialog.place.isVisible())
    assert remarks(dialog)["b.txt"] == ""


def test_of_many_files_those_in_sight_are_looked_through(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text("The same everywhere.")
    reader.window.importing.preview([tmp_path])
    dialog = reader.window.findChild(BringIn)
    qtbot.waitUntil(lambda: bool(remarks(dialog).get("01.txt")))
    files = dialog.files
    before = files.viewport().height()
    last = files.row(files.itemAt(5, before - 45))  # wholly in sight, at the lower edge
    files.setCurrentRow(last)
    assert files.verticalScrollBar().value() == 0
    dialog.resize(dialog.width(), dialog.height() - 80)  # as a message below the list does
    qtbot.waitUntil(lambda: files.viewport().height() < before - 50, timeout=20_000)
    seen = files.viewport().rect()
    assert seen.contains(files.visualItemRect(files.item(last)).center())
    dialog.resize(dialog.width(), dialog.height() + 80)
    files.setCurrentRow(0)
    assert remarks(dialog)["59.txt"] == ""
    dialog.files.scrollToBottom()
    qtbot.waitUntil(lambda: remarks(dialog)["59.txt"] == "the same text as 00.txt")
    assert remarks(dialog)["30.txt"] == ""
