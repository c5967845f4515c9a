"""A desk that cannot be written: the window says so, keeps the words and tries again."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.core.errors import UserError
from desk.store import opening
from desk.store.desk import Desk
from desk.ui.files import file_dialogs
from desk.ui.passage_panel import note_field, retry
from desk.ui.program import Program
from tests.ui.conftest import Reader, open_window


@pytest.fixture
def other(reader: Reader) -> sqlite3.Connection:
    """Another program that can lock the desk."""
    reader.desk.connection.execute("PRAGMA busy_timeout = 10")
    return sqlite3.connect(reader.desk.path, isolation_level=None)


@pytest.fixture
def words_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Save a note when it is left, and not after a pause in typing."""
    monkeypatch.setattr(note_field, "SAVE_AFTER", 600_000)
    monkeypatch.setattr(note_field, "SAVE_AT_LEAST", 600_000)


def test_a_locked_desk_is_told_and_the_next_try_works(
    reader: Reader, other: sqlite3.Connection
) -> None:
    other.execute("BEGIN IMMEDIATE")
    reader.press("J", "H")
    assert "in use by another program" in reader.told()
    assert reader.window.status_line.saved.text() == "Not saved"
    other.execute("ROLLBACK")
    other.close()
    assert reader.quotes() == []
    reader.press("H")
    assert len(reader.quotes()) == 1
    assert reader.told() == ""  # it is wrong no more
    assert reader.window.status_line.saved.text() == "All changes saved"


def test_a_note_that_could_not_be_saved_is_tried_again(
    reader: Reader, other: sqlite3.Connection, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.press("J", "N")
    reader.window.noting.keeping.retry._timer.setInterval(50)
    other.execute("BEGIN IMMEDIATE")
    reader.type("Who says so?")
    qtbot.waitUntil(lambda: "in use by another program" in reader.told())
    assert reader.window.passage.note.text() == "Who says so?"
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: [note.body for note in reader.desk.notes.all()] == ["Who says so?"])


def test_closing_warns_once_of_a_note_that_is_not_saved(
    reader: Reader, other: sqlite3.Connection
) -> None:
    reader.press("J", "N")
    other.execute("BEGIN IMMEDIATE")
    reader.type("Who says so?")
    reader.press("Esc", "J")  # the note is no more on the screen
    assert not reader.window.close()
    assert "not saved yet" in reader.told()
    reader.window.messages.toast.button.click()
    assert QGuiApplication.clipboard().text() == "Who says so?"
    assert reader.window.close()
    other.execute("ROLLBACK")
    other.close()


def test_a_desk_replaced_under_the_window_is_rescued(reader: Reader, tmp_path: Path) -> None:
    reader.press("J", "H")
    reader.desk.path.unlink()
    reader.desk.path.write_bytes(b"a newcomer")
    reader.press("J", "H")
    assert "A copy with everything is at" in reader.told()
    (copy,) = tmp_path.glob("*rescued*")
    with Desk.open(copy) as rescued:
        assert len(rescued.passages.all()) == 1
    assert reader.desk.path.read_bytes() == b"a newcomer"


def notes_in(copy: Path) -> list[str]:
    with Desk.open(copy) as rescued:
        assert rescued.check() == []
        return [note.body for note in rescued.notes.all()]


@pytest.mark.usefixtures("words_wait")
def test_a_note_being_typed_is_in_the_copy_of_a_desk_that_went(
    reader: Reader, tmp_path: Path
) -> None:
    reader.press("J", "N")
    reader.type("Who says so?")
    reader.desk.path.unlink()
    reader.press("Esc")
    assert "A copy with everything is at" in reader.told()
    (copy,) = tmp_path.glob("*rescued*")
    assert notes_in(copy) == ["Who says so?"]
    note, saved = reader.window.passage.note, reader.window.status_line.saved
    assert note.state.text() == "Saved in the copy"
    assert saved.text() == "Not saved"
    reader.window.noting.note_on_article()
    reader.type("Ask him.")
    reader.window.noting.new_note()  # the one before is saved by it
    reader.type("A thought")
    reader.press("Esc")
    reader.window.noting.edit()
    reader.type(" more")
    reader.press("Esc")
    assert sorted(notes_in(copy)) == ["A thought more", "Ask him.", "Who says so?"]
    reader.window.noting.note_on_article()
    assert note.text() == "Ask him."
    assert saved.text() == "Not saved"
    assert reader.window.close()


@pytest.mark.usefixtures("words_wait")
def test_a_window_that_closes_tells_of_the_copy_first(reader: Reader, tmp_path: Path) -> None:
    reader.press("J", "N")
    reader.type("Who says so?")
    reader.desk.path.unlink()
    assert not reader.window.close()
    assert "A copy with everything is at" in reader.told()
    (copy,) = tmp_path.glob("*rescued*")
    assert notes_in(copy) == ["Who says so?"]
    assert reader.window.close()


@pytest.mark.usefixtures("words_wait")
def test_a_note_that_the_copy_cannot_take_either_is_offered_to_copy(
    reader: Reader, tmp_path: Path
) -> None:
    reader.desk.path.unlink()
    reader.press("J", "H")
    (copy,) = tmp_path.glob("*rescued*")
    copy.unlink()
    reader.window.noting.note_on_article()
    reader.type("Ask him.")
    reader.press("Esc")
    assert f"could not be saved in the copy of it at {copy}" in reader.told()
    reader.window.messages.toast.button.click()
    assert QGuiApplication.clipboard().text() == "Ask him."
    assert reader.window.status_line.saved.text() == "Not saved"
    assert not reader.window.close()
    assert reader.window.close()


@pytest.mark.usefixtures("words_wait")
def test_the_foot_never_says_saved_while_words_wait(
    reader: Reader, other: sqlite3.Connection
) -> None:
    saved = reader.window.status_line.saved
    reader.press("J", "N")
    reader.type("W")
    assert saved.text() == "Saving…"
    reader.press("Backspace")
    assert saved.text() == "All changes saved"
    other.execute("BEGIN IMMEDIATE")
    reader.type("Who says so?")
    reader.press("Esc")
    assert saved.text() == "Not saved"
    other.execute("ROLLBACK")
    reader.press("J", "J", "H")  # this is saved, and the note still waits
    assert len(reader.quotes()) == 2
    assert reader.notes() == []
    assert saved.text() == "Not saved"
    assert reader.window.noting.keeping.retry.now()
    assert reader.notes() == ["Who says so?"]
    assert saved.text() == "All changes saved"
    other.close()


def test_another_desk_waits_until_a_note_that_is_not_saved_was_told(
    reader: Reader, other: sqlite3.Connection, made: Path, tmp_path: Path
) -> None:
    running = Program(QApplication.instance())
    running.window = reader.window
    shutil.copy(made / "empty.desk", tmp_path / "two.desk")
    reader.press("J", "N")
    other.execute("BEGIN IMMEDIATE")
    reader.type("Who says so?")
    running.open_another(tmp_path / "two.desk")
    assert running.window is reader.window
    assert reader.window.isVisible()
    assert "not saved yet" in reader.told()
    other.execute("ROLLBACK")
    other.close()
    running.open_another(tmp_path / "two.desk")
    assert running.window.desk.path.name == "two.desk"
    running.window.close()
    with Desk.open(tmp_path / "mine.desk") as desk:
        assert [note.body for note in desk.notes.all()] == ["Who says so?"]


def test_two_free_notes_that_wait_stay_two(reader: Reader, other: sqlite3.Connection) -> None:
    other.execute("BEGIN IMMEDIATE")
    for words in ("One", "Two"):
        reader.window.noting.new_note()
        reader.type(words)
    reader.press("Esc")
    keeping = reader.window.noting.keeping
    assert not keeping.retry.now()
    other.execute("ROLLBACK")
    other.close()
    assert keeping.retry.now()
    reader.window.noting.edit()
    reader.type(" and more")
    reader.press("Esc")
    assert reader.notes() == ["One", "Two and more"]


def test_a_step_that_fails_changes_nothing_on_the_screen(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UserError("Not saved: the disk is full.")

    monkeypatch.setattr(reader.desk.passages, "add", full)
    reader.press("J", "H")
    assert reader.told() == "Not saved: the disk is full."
    assert len(reader.view.shown().index) == 0
    assert reader.focused() != ""


def test_a_desk_that_cannot_be_written_says_so_and_offers_a_copy(
    made: Path, tmp_path: Path, home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir()
    shutil.copy(made / "herat.desk", tmp_path / "mine.desk")
    with monkeypatch.context() as patch:
        patch.setattr(opening, "can_write", lambda connection: False)
        reader = Reader(open_window(tmp_path / "mine.desk", home))
    assert "open to read only" in reader.told()
    monkeypatch.setattr(file_dialogs, "ask_new_file", lambda *_: tmp_path / "copy.desk")
    reader.window.messages.toast.button.click()
    with Desk.open(tmp_path / "copy.desk") as copy:
        assert not copy.read_only
        assert len(copy.articles.rows()) == 2
    reader.press("J")
    assert reader.window.status_line.hint.text() == "J: next sentence"
    reader.window.close()


def test_retry_forgets_what_was_saved(qtbot: QtBot, qapp: object) -> None:
    from PySide6.QtCore import QObject

    tried: list[str] = []
    home = QObject()
    waiting = retry.Retry(home)
    waiting.later("a", lambda: tried.append("a"), "A")
    waiting.later("b", lambda: tried.append("b"), "B")
    waiting.done("a")
    assert waiting.words == ["B"]
    assert waiting.now()
    assert tried == ["b"]
