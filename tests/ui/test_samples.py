"""Real and hostile files through the real window; tests/samples.py says where they are."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QMimeData, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.core.types import ArticleId, Draft
from desk.store.desk import Desk
from desk.ui import program
from desk.ui.files import file_dialogs
from desk.ui.importing.preview import BringIn
from desk.ui.window import Window
from tests.samples import (
    Entry,
    entries,
    expected,
    marked,
    name,
    needs_samples,
    path_of,
    projects,
    tags_of,
    told,
    unwanted,
)
from tests.ui.conftest import Reader
from tests.ui.importing.test_import import drop, wait

pytestmark = needs_samples

LONGEST_PAUSE = 2_000  # milliseconds in which the window may do nothing else
DESKS = [entry for entry in entries("bad") if name(entry).startswith("bad/sqlite/")]


class Heart:
    """Beats with the window's own pulse, and knows its longest pause."""

    def __init__(self) -> None:
        self.longest = 0
        self._since = QElapsedTimer()
        self._since.start()
        self._timer = QTimer(interval=10)
        self._timer.timeout.connect(self.beat)
        self._timer.start()

    def beat(self) -> None:
        self.longest = max(self.longest, self._since.restart())


@pytest.fixture(autouse=True)
def alive(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """The window never stands still for long, whatever comes; to be made it may take its time."""
    for window in {"reader", "empty"} & set(request.fixturenames):
        request.getfixturevalue(window)
    heart = Heart()
    yield
    heart.beat()
    assert heart.longest < LONGEST_PAUSE


def text_of(reader: Reader, article: ArticleId) -> str:
    return reader.desk.articles.text(article)


def texts(reader: Reader) -> list[str]:
    return [text_of(reader, row.id) for row in reader.desk.articles.rows()]


def tag_paths(reader: Reader) -> list[str]:
    return [tag.path for tag in reader.desk.tags.all()]


def marks(reader: Reader) -> list[tuple[str, str]]:
    """The tags and the quote of every passage of the desk."""
    paths = {tag.id: tag.path for tag in reader.desk.tags.all()}
    return [
        ("; ".join(sorted(paths[tag] for tag in passage.tags)), passage.quote)
        for passage in reader.desk.passages.all()
    ]


def bring_in(
    reader: Reader, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, password: str = ""
) -> str:
    """Choose a file in the dialog, look at its preview, and add it if that can be.

    Return what the preview said about it.
    """
    monkeypatch.setattr(file_dialogs, "ask_files", lambda *_: [path])
    reader.window.actions_["library.preview"].trigger()
    dialog = reader.window.findChild(BringIn)
    qtbot.waitUntil(lambda: bool(dialog.text.toPlainText() or dialog.problem.text()))
    if password:
        dialog.choices.password.setFocus()
        reader.type(password)
        qtbot.waitUntil(lambda: bool(dialog.text.toPlainText()))
    told = dialog.problem.text()
    if dialog.deed.isEnabled():
        dialog.deed.click()
    else:
        reader.press("Esc", on=dialog)
    wait(reader, qtbot)
    return told


def listed(reader: Reader) -> str:
    """What the list of arrivals says of its files."""
    rows = reader.window.importing.strip.model
    return " ".join(str(rows.index(row, 2).data()) for row in range(rows.rowCount()))


def return_to(window: Window) -> None:
    """Give the keyboard to the article, as a window manager does when a dialog has gone."""
    window.activateWindow()
    window.view.setFocus()
    QApplication.processEvents()


def is_well(reader: Reader) -> bool:
    """The desk is whole, and the window does what it is told."""
    reader.press("Ctrl+K")
    reader.press("Esc")
    return reader.desk.check() == [] and reader.window.isVisible()


def find_and_tag(reader: Reader, sentence: str) -> None:
    """Find a sentence with the find bar, tag it by its key, see it painted, and undo it."""
    return_to(reader.window)
    reader.press("Ctrl+F")
    reader.window.finding.bar.field.setText(sentence)
    assert reader.window.finding.bar.count.text().startswith("1 of ")
    reader.press("Esc")
    plain = reader.view.grab().toImage()
    reader.press("1")
    assert reader.quotes() == [sentence]
    assert reader.tags_of(sentence) == ["claim"]
    assert reader.view.grab().toImage() != plain
    reader.press("Ctrl+Z")
    assert reader.quotes() == []


@pytest.mark.parametrize("entry", entries("inputs"), ids=name)
def test_every_input_comes_in_is_found_and_tagged(
    empty: Reader, entry: Entry, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with empty.desk.step("Tag"):
        empty.desk.tags.pin(empty.desk.tags.ensure("claim"), 1)
    sentence = entry["must_contain"]
    if sentence is None:
        assert "protected by a password" in bring_in(empty, path_of(entry), qtbot, monkeypatch)
        assert texts(empty) == []
        sentence = "Lorem ipsum"
        bring_in(empty, path_of(entry), qtbot, monkeypatch, password="openpassword")
    else:
        bring_in(empty, path_of(entry), qtbot, monkeypatch)
    for phrase in unwanted(entry):
        assert not any(phrase in text for text in texts(empty))
    holding = next(r for r in empty.desk.articles.rows() if sentence in text_of(empty, r.id))
    empty.window.reading.open(holding.id)
    assert empty.view.shown().text == text_of(empty, holding.id)
    find_and_tag(empty, sentence)
    assert is_well(empty)


@pytest.mark.parametrize("entry", entries("bad"), ids=name)
def test_every_bad_file_does_what_is_expected(
    reader: Reader, entry: Entry, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, words = path_of(entry), expected(entry)
    before = tag_paths(reader)
    bring_in(reader, path, qtbot, monkeypatch)
    drop(reader, path)
    wait(reader, qtbot)
    strip = reader.window.importing.strip
    reader.window.actions_["library.arrivals"].trigger()
    if words.startswith(("+", "#")):
        found = texts(reader)[2:] if words.startswith("+") else tag_paths(reader)
        assert words[1:] in "\n".join(found)
        assert marks(reader) == marked(entry)
        assert {arrival.state for arrival in strip.model.arrivals} == {"present"}
        return_to(reader.window)
        reader.press("Ctrl+Z")
    else:
        assert words in listed(reader)
    assert len(texts(reader)) == 2
    assert tag_paths(reader) == before
    reader.window.reading.open(reader.desk.articles.find("Herat"))
    return_to(reader.window)
    reader.press("J", "H")
    assert reader.quotes() == ["Dr. Ahmad said the U.S. troops had left."]
    assert is_well(reader)


@pytest.mark.parametrize("entry", [e for e in entries("bad") if told(e)], ids=name)
def test_what_was_guessed_or_mended_is_told_in_the_preview_and_in_the_list(
    reader: Reader, entry: Entry, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    previewed = bring_in(reader, path_of(entry), qtbot, monkeypatch)
    assert told(entry) in previewed
    assert told(entry) in listed(reader)


@pytest.mark.parametrize("entry", projects(), ids=name)
def test_every_project_comes_in_once_and_goes_at_once(
    reader: Reader, entry: Entry, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tag_paths(reader)
    previewed = bring_in(reader, path_of(entry), qtbot, monkeypatch)
    assert told(entry) in previewed
    assert set(tags_of(entry)) <= set(tag_paths(reader))
    assert marks(reader) == marked(entry)
    drop(reader, path_of(entry))
    wait(reader, qtbot)
    states = {arrival.state for arrival in reader.window.importing.strip.model.arrivals}
    assert states == {"present"}
    assert marks(reader) == marked(entry)
    return_to(reader.window)
    reader.press("Ctrl+Z")
    assert tag_paths(reader) == before
    assert marks(reader) == []
    assert is_well(reader)


@pytest.mark.parametrize("entry", DESKS, ids=name)
def test_a_file_that_is_no_desk_is_refused_by_open(
    qapp: QApplication,
    tmp_path: Path,
    home: Path,
    entry: Entry,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Desk.create(tmp_path / "mine.desk") as desk, desk.step("Add"):
        desk.articles.add(Draft("Words of mine."))
    path = tmp_path / path_of(entry).name
    path.write_bytes(path_of(entry).read_bytes())
    before = hashlib.sha256(path.read_bytes()).digest()
    running = program.Program(qapp)
    running.start(tmp_path / "mine.desk", is_own=False)
    window = running.window
    window.equip()
    monkeypatch.setattr(file_dialogs, "ask_file", lambda *_: path)
    window.actions_["desk.open"].trigger()
    assert running.window is window
    assert path.name in window.messages.toast.label.text()
    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["home", "mine.desk", path.name])
    return_to(window)
    Reader(window).press("J", "H")
    assert [p.quote for p in window.desk.passages.all()] == ["Words of mine."]
    assert window.desk.check() == []
    window.close()


@pytest.mark.parametrize(
    "entry", [e for e in entries("inputs") if "/html/" in name(e) or "/txt/" in name(e)], ids=name
)
def test_every_text_and_page_can_be_pasted(reader: Reader, entry: Entry) -> None:
    words = path_of(entry).read_text(entry.get("encoding", "utf-8"))
    data = QMimeData()
    if "/html/" in name(entry):
        data.setHtml(words)
    else:
        data.setText(words)
    QGuiApplication.clipboard().setMimeData(data)
    QApplication.processEvents()
    reader.press("Ctrl+V")
    assert entry["must_contain"] in reader.window.reading.article.text
    QGuiApplication.clipboard().clear()
    assert is_well(reader)
