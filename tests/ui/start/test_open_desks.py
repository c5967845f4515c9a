"""Files that are no desk, or mean harm, chosen in the window's Open: told and untouched."""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.core.types import Draft
from desk.store.desk import Desk
from desk.ui import program
from desk.ui.files import file_dialogs
from tests.ui.conftest import Reader


@pytest.fixture
def running(
    qapp: QApplication, tmp_path: Path, home: Path, qtbot: QtBot
) -> Iterator[program.Program]:
    with Desk.create(tmp_path / "mine.desk") as desk, desk.step("Add"):
        desk.articles.add(Draft("Words of mine."))
    running = program.Program(qapp)
    running.start(tmp_path / "mine.desk", is_own=False)
    running.window.equip()
    QTest.qWaitForWindowExposed(running.window)
    yield running
    running.window.close()


def desk_file(path: Path) -> Path:
    Desk.create(path).close()
    return path


def spoilt(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(desk_file(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def with_journal(path: Path) -> None:
    """A desk whose journal names a file for SQLite to delete."""
    (path.parent / "victim").write_text("keep me")
    victim = os.fsencode(path.parent / "victim")
    total = sum(victim).to_bytes(4, "big")
    Path(f"{desk_file(path)}-journal").write_bytes(
        b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
        + b"\0" * 504
        + victim
        + len(victim).to_bytes(4, "big")
        + total
        + b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
    )


def cut(path: Path) -> None:
    path.write_bytes(desk_file(path).read_bytes()[:-5000])


TRIGGER = "CREATE TRIGGER evil AFTER INSERT ON notes BEGIN DELETE FROM articles; END"
CASES: dict[str, tuple[Callable[[Path], object], str]] = {
    "words": (lambda path: path.write_text("just words " * 90), "some other kind of file"),
    "empty": (lambda path: path.touch(), "is empty"),
    "folder": (lambda path: path.mkdir(), "is a folder"),
    "cut": (cut, "incomplete"),
    "trigger": (lambda path: spoilt(path, TRIGGER), "trigger"),
    "newer": (lambda path: spoilt(path, "PRAGMA user_version = 99"), "newer Reading Desk"),
    "journal": (with_journal, "names another file"),
    "gone": (lambda path: None, "no file"),
}
if sys.platform != "win32":
    CASES |= {
        "pipe": (lambda path: os.mkfifo(path), "not an ordinary file"),
        "device": (lambda path: path.symlink_to("/dev/zero"), "not an ordinary file"),
        "circle": (lambda path: path.symlink_to(path), "leads"),
    }


@pytest.mark.parametrize("case", CASES)
def test_what_is_no_good_desk_is_told_and_the_open_one_stays(
    running: program.Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    make, words = CASES[case]
    path = tmp_path / "theirs.desk"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    window = running.window
    monkeypatch.setattr(file_dialogs, "ask_file", lambda *_: path)
    window.actions_["desk.open"].trigger()
    assert running.window is window
    told = window.messages.toast.label.text()
    assert words in told
    assert ("zero" if case == "device" else path.name) in told
    if before is not None:
        assert path.read_bytes() == before
    victim = tmp_path / "victim"
    assert case != "journal" or victim.read_text() == "keep me"
    window.activateWindow()
    window.view.setFocus()
    QApplication.processEvents()
    Reader(window).press("J", "H")
    assert [passage.quote for passage in window.desk.passages.all()] == ["Words of mine."]
    assert window.desk.check() == []
