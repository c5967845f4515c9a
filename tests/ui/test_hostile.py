"""Files that mean harm, dropped on the real window: it lives, tells of each, shows no tricks."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desk.ui.importing.preview import BringIn
from tests.formats.hostile import TROJAN, names, no_files, save_all
from tests.ui.conftest import Reader
from tests.ui.importing.test_import import drop, titles, wait

ISOLATES = "\u2068\u2069"
TRICKS = frozenset("\n\x1b\u202e\u2066\udce9")


def shown(reader: Reader) -> list[list[str]]:
    """The cells of the list of what became of the files; names without their isolates."""
    rows = reader.window.importing.strip.model
    return [
        [rows.index(row, n).data().strip(ISOLATES) for n in range(3)]
        for row in range(rows.rowCount())
    ]


def test_every_hostile_file_costs_itself_alone(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    drop(reader, *save_all(folder))
    qtbot.waitUntil(reader.window.importing.strip.isVisible)
    reader.press("J", "H", on=reader.view)  # the window is alive meanwhile
    qtbot.waitUntil(lambda: not reader.window.importing.coming.is_busy)
    assert [passage.quote for passage in reader.desk.passages.all()] != []
    told = {cells[1]: cells for cells in shown(reader)}
    assert told["good.txt"][0] == "added"
    assert told["bomb.docx"][0] == "refused"
    assert not any(TRICKS & set(cell) for cells in told.values() for cell in cells)
    assert TROJAN in titles(reader)
    for row in {row.title: row for row in reader.desk.articles.rows()}.values():
        assert reader.window.reading.open(row.id)
        reader.press("J", on=reader.view)
        header = reader.view.header
        words = (header._label.text(), header._label.accessibleName(), reader.window.windowTitle())
        assert not TRICKS & set("".join(words).replace("\n", " "))
    assert reader.desk.check() == []
    reader.press("Ctrl+Z", on=reader.view)
    assert len(titles(reader)) == 2


def test_names_and_what_is_no_file_are_told_one_by_one(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = names(tmp_path) + no_files(tmp_path)
    drop(reader, *paths)
    wait(reader, qtbot)
    rows = shown(reader)
    assert len(rows) == len(paths)
    assert not any(TRICKS & set(cell) for cells in rows for cell in cells)
    reader.window.importing.strip.list.copy()
    assert QGuiApplication.clipboard().text().count("\n") == len(paths) - 1


@pytest.mark.parametrize("number", range(4))
def test_a_preview_shows_such_a_name_for_what_it_is(
    reader: Reader, tmp_path: Path, qtbot: QtBot, number: int
) -> None:
    paths = names(tmp_path)
    if number >= len(paths):
        pytest.skip("this file system takes Unicode names alone")
    reader.window.importing.preview([paths[number]])
    dialog = reader.window.findChild(BringIn)
    qtbot.waitUntil(lambda: "Words under" in dialog.text.toPlainText())
    assert not TRICKS & set(dialog.title.text() + dialog.files.item(0).text())
    dialog.deed.click()
    wait(reader, qtbot)
    assert not TRICKS & set(reader.window.reading.article.title) - set(TROJAN)
