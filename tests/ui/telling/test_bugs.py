"""What nobody expected is shown as a report; a known fault as its sentence."""

import sqlite3
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desk import app
from desk.core.errors import UserError
from desk.ui import program
from desk.ui.telling.bugs import report, sentence_of, show_bugs


def test_a_known_fault_is_told_and_a_bug_is_not_taken_for_one() -> None:
    locked = sqlite3.OperationalError("database is locked")
    locked.sqlite_errorname = "SQLITE_BUSY"
    assert "in use by another program" in (sentence_of(locked) or "")
    assert sentence_of(UserError("Select some words.")) == "Select some words."
    assert sentence_of(ValueError("x")) is None
    assert sentence_of(sqlite3.ProgrammingError("no such column")) is None


def test_a_report_holds_no_word_of_the_desk() -> None:
    with pytest.raises(ValueError, match="private") as caught:
        raise ValueError("a private quote")
    text = report(ValueError, caught.tb)
    assert "Reading Desk" in text
    assert "test_bugs.py" in text
    assert text.endswith("ValueError")


@pytest.fixture
def _shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have what escapes go to the window, as in the running program, and not to pytest."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)


@pytest.mark.usefixtures("_shown", "home")
def test_a_desk_that_cannot_be_read_for_a_while_is_told_once_in_the_window(
    qapp: QApplication, qtbot: QtBot
) -> None:
    running = program.Program(qapp)
    running.start(app.own_desk(), is_own=True)
    window = running.window
    window.equip()
    show_bugs(qapp, running.tell)
    window.desk.connection.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(app.own_desk(), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    tried: list[int] = []
    said: list[str] = []
    window.messages.toast.shown.connect(said.append)

    def read() -> None:
        tried.append(1)
        window.desk.passages.all()

    for _ in range(3):
        QTimer.singleShot(0, read)
    qtbot.waitUntil(lambda: len(tried) == 3 and any("The desk" in s for s in said))
    QApplication.processEvents()
    words = "The desk is in use by another program"
    assert len([sentence for sentence in said if sentence.startswith(words)]) == 1
    assert QApplication.activeModalWidget() is None
    other.execute("ROLLBACK")
    other.close()
    assert window.desk.passages.all() == []
    window.close()


@pytest.mark.usefixtures("_shown")
def test_without_a_window_a_known_fault_is_told_in_a_box(qapp: QApplication, qtbot: QtBot) -> None:
    def fail() -> None:
        raise UserError("Free some space.")

    def close() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.append(box.text())
            box.accept()
        else:
            QTimer.singleShot(20, close)

    said: list[str] = []
    show_bugs(qapp)
    for deed in (fail, fail, close):
        QTimer.singleShot(0, deed)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Free some space."]
