"""What goes wrong is told in the reader's language: real faults, in the real window."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desk.core.types import ArticleId
from desk.store.desk import Desk
from desk.ui.program import Program
from tests.pseudo import CLOSE, OPEN, PseudoLanguage, bare
from tests.ui.conftest import Reader
from tests.ui.screens import furnish
from tests.ui.test_pseudo import left_over


@pytest.fixture
def reader(pseudo: PseudoLanguage, reader: Reader, herat: ArticleId) -> Reader:
    furnish(reader)
    return reader


@pytest.fixture
def program(pseudo: PseudoLanguage, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """The program with a good desk open."""
    Desk.create(tmp_path / "1.desk").close()
    running = Program(qapp)
    running.start(tmp_path / "1.desk", is_own=False)
    running.window.equip()
    yield running
    running.window.close()


def assert_translated(told: str, *own: str) -> None:
    """See to it that all is translated but what is the reader's own."""
    for name in own:
        assert name in told
        told = told.replace(name, " ")
    assert told.count(OPEN) == told.count(CLOSE) >= 1, told
    assert not left_over(told), told


def told(program: Program) -> str:
    return program.window.messages.toast.label.text()


def desk_with(change: str) -> Callable[[Path], None]:
    """Return what makes a desk and changes its file by SQL."""

    def make(path: Path) -> None:
        Desk.create(path).close()
        connection = sqlite3.connect(path)
        connection.executescript(change)
        connection.close()

    return make


def cut_desk(path: Path) -> None:
    Desk.create(path).close()
    path.write_bytes(path.read_bytes()[:-4096])


@pytest.mark.parametrize(
    "make",
    [
        lambda path: None,
        Path.mkdir,
        lambda path: path.write_text(""),
        lambda path: path.write_text("No desk, but a text."),
        desk_with("PRAGMA user_version = 99"),
        desk_with("PRAGMA application_id = 7"),
        desk_with("CREATE TRIGGER x AFTER INSERT ON notes BEGIN SELECT 1; END"),
        cut_desk,
    ],
    ids=["missing", "folder", "empty", "text", "newer", "foreign", "trigger", "cut"],
)
def test_why_a_desk_is_not_opened(
    program: Program, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "2.desk")
    program.open_another(tmp_path / "2.desk")
    name = "2.desk" if "2.desk" in told(program) else str(tmp_path / "2.desk")
    assert_translated(told(program).replace(str(tmp_path / "2.desk"), name), name)


def test_what_to_do_where_the_first_desk_is_damaged(
    pseudo: PseudoLanguage, qapp: QApplication, tmp_path: Path, home: Path
) -> None:
    cut_desk(tmp_path / "2.desk")
    found: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        found.extend([box.text(), *(button.text() for button in box.buttons())])
        box.buttons()[-1].click()

    QTimer.singleShot(0, look)
    assert Program(qapp).start(tmp_path / "2.desk", is_own=False) == "failed"
    assert_translated(found[0], "2.desk")
    assert len(found) == 4
    assert [left_over(words) for words in found[1:]] == [""] * 3


def test_why_nothing_is_written(reader: Reader, tmp_path: Path) -> None:
    reader.desk.connection.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(reader.desk.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    reader.press("J", "H")
    assert_translated(reader.told(), "mine.desk")
    other.execute("ROLLBACK")
    other.close()
    reader.desk.read_only = True
    reader.press("H")
    assert_translated(reader.told(), "mine.desk")
    reader.desk.read_only = False
    reader.desk.path.rename(tmp_path / "gone.desk")
    reader.press("H")
    copy = next(tmp_path.glob("mine (*"))
    assert_translated(reader.told(), str(copy), "mine.desk")


def test_why_files_were_not_read_and_what_was_guessed(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    files: dict[str, bytes] = {
        "1.txt": b"",
        "2.txt": b"\x89PNG\r\n\x1a\n" + bytes(40),
        "3.docx": b"no zip at all",
        "4.jpg": b"x",
        "5.csv": b"one,two\n1,2\n",
        "6.txt": "Caf\xe9 in Latin letters".encode("cp1252"),
        "7.txt": "Żółć".encode() * 60 + b"\xff",
        "8.jsonl": b'{"text": "A text"}\nno json',
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    coming = reader.window.importing.coming
    coming.add_files([tmp_path / name for name in files] + [tmp_path / "9.txt"])
    qtbot.waitUntil(lambda: not coming.is_busy)
    rows = reader.window.importing.strip.model
    cells = [[rows.index(row, column).data() for column in range(3)] for row in range(9)]
    own = ("“one”", "“two”", "cp1252", "Café in Latin letters", "A text", "Żółć")
    for state, name, about in cells:
        assert_translated(state)
        words = about
        for title in own:
            words = words.replace(title, " ")
        assert_translated(words.replace(name, " "))
    assert_translated(reader.window.importing.strip.words.text())
    assert_translated(reader.desk.undo_label)


def test_a_tag_that_cannot_be_and_one_that_is_there(reader: Reader) -> None:
    reader.press("Esc", "J", "T")
    reader.type("a;b")
    assert_translated(reader.window.popups.box.hint.text())
    reader.press("Esc", "7")
    assert_translated(reader.told())
    reader.select("He was sure of it.")
    for _ in range(2):
        reader.press("T")
        reader.type("claim")
        reader.press("Return")
    assert_translated(reader.told(), "claim")


@pytest.mark.parametrize("words", ["is:lost", "-only", "tag:nothing", "!!", "in:"])
def test_a_search_that_makes_no_sense(reader: Reader, words: str) -> None:
    searching = reader.window.searching
    reader.window.library.field.setText(words)
    reader.press("Return", on=reader.window.library.field)
    trouble = searching.results.trouble.text()
    own = [word for word in (words, "is:unread", "is:reading", "is:done") if word in trouble]
    own += [word for word in ("nothing", "in:herat", "in:") if word in trouble and not own]
    assert_translated(trouble, *own)


@pytest.mark.parametrize("words", ["(", "[a", "*", "a)", "\\", "ab(?z)"])
def test_what_is_no_regular_expression(reader: Reader, words: str) -> None:
    reader.press("Ctrl+F")
    bar = reader.window.finding.bar
    bar.regex.setChecked(True)
    bar.field.setText(words)
    reader.press("Return", on=bar.field)
    assert_translated(bar.fault.text())


def test_what_a_check_finds(reader: Reader) -> None:
    reader.desk.connection.execute("UPDATE passages SET quote = 'other'")
    reader.window.actions_["desk.check"].trigger()
    assert_translated(reader.told())


def test_words_outside_of_brackets_would_be_noticed() -> None:
    assert bare(f"{OPEN}çöñé{CLOSE} not done") == " not done"
    with pytest.raises(AssertionError):
        assert_translated(f"{OPEN}çöñé{CLOSE} not done")
