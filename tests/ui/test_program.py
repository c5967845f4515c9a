"""The real process: how it starts, what it says without a screen, one window for a desk."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desk import app, paths
from desk.core.errors import UserError
from desk.core.types import Draft
from desk.store.desk import Desk
from desk.tasks.start_files import articles_in
from desk.ui import program
from desk.ui.files import trouble
from desk.ui.importing.preview import BringIn
from desk.ui.start import one_window
from desk.ui.start.one_window import Call, DeskLock, _call_in

ROOT = Path(__file__).parents[2]


def start(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **variables}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a screen be missing")
@pytest.mark.parametrize("display", ["", ":4711", "nonsense"])
def test_without_a_screen_it_says_so_in_one_line(display: str) -> None:
    result = start(QT_QPA_PLATFORM="", DISPLAY=display, WAYLAND_DISPLAY="")
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert "needs a screen" in result.stderr


def test_two_desks_at_once_are_refused() -> None:
    result = start("one.desk", "two.desk")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)


def test_the_first_window_fits_a_small_screen_with_its_title_bar(
    qapp: QApplication, home: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(1366, 728))
    running = program.Program(qapp)
    running.start(app.own_desk(), is_own=True)
    assert running.window.size() == QSize(1280, 688)
    running.window.close()


def test_the_first_start_puts_the_starter_article_on_the_users_own_desk(
    qapp: QApplication, home: Path, qtbot: QtBot
) -> None:
    running = program.Program(qapp)
    assert running.start(app.own_desk(), is_own=True) == "shown"
    window = running.window
    assert window.reading.article.title.startswith("Combat is raging")
    assert window.reading.article.text == (
        next((ROOT / "seeds").glob("*.txt")).read_text(encoding="utf-8")
    )
    assert app.own_desk().exists()
    window.close()


def test_opening_another_desk_replaces_the_window(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("one", "two"):
        with Desk.create(tmp_path / f"{name}.desk") as desk, desk.step("Add"):
            desk.articles.add(Draft(f"Words of {name}."))
    running = program.Program(qapp)
    running.start(tmp_path / "one.desk", is_own=False)
    first = running.window
    running.open_another(tmp_path / "two.desk")
    assert running.window is not first
    assert running.window.reading.article.text == "Words of two."
    running.open_another(tmp_path / "none.desk")
    assert "no file" in running.window.messages.toast.label.text()
    running.open_another(tmp_path / "three.desk", is_new=True)
    assert running.window.desk.path.name == "three.desk"
    running.window.close()


def test_a_window_that_went_does_not_ask_for_another_theme(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    running = program.Program(qapp)
    running.start(tmp_path / "one.desk", is_own=True)
    running.window.equip()
    running.window.passage_dock.toggle()
    with qtbot.waitSignal(running.window.destroyed):
        running.open_another(tmp_path / "two.desk", is_new=True)
    running.window.equip()
    for theme in ("dark", "light"):
        running.looks.choose_theme(theme)
        assert running.window.finding.bar.styleSheet().count(running.looks.theme.panel)
    running.window.close()


@contextmanager
def killed_at_the_end(*arguments: str, cwd: Path = ROOT) -> Iterator[subprocess.Popen]:
    """Run Python as a process of its own; it is gone afterwards, whatever the test finds."""
    command = [sys.executable, *arguments]
    with subprocess.Popen(command, env=os.environ, cwd=cwd, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def second_start(*arguments: str, cwd: Path = ROOT) -> AbstractContextManager[subprocess.Popen]:
    """Start the program once more."""
    return killed_at_the_end(str(ROOT / "main.py"), *arguments, cwd=cwd)


def test_a_second_start_raises_the_first_window(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, home: Path
) -> None:
    Desk.create(tmp_path / "one.desk").close()
    lock = DeskLock(tmp_path / "one.desk")
    assert lock.take()
    lock.listen()
    raised: list[Call] = []
    lock.raise_wanted.connect(raised.append)
    with second_start(str(tmp_path / "one.desk")) as second:
        qtbot.waitUntil(lambda: second.poll() is not None and bool(raised))
        assert second.returncode == 0
    assert [call.articles for call in raised] == [[]]
    lock.release()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has pipes")
def test_the_socket_lies_with_the_lock_and_goes_with_it(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Desk.create(tmp_path / "one.desk").close()
    with TemporaryDirectory() as home:  # for its short name
        monkeypatch.setenv(paths.HOME_VARIABLE, home)
        lock = DeskLock(tmp_path / "one.desk")
        assert lock.take()
        lock.listen()
        beside = Path(lock._server.fullServerName()).parent
        assert beside == Path(home, "runtime")
        assert {file.suffix for file in beside.iterdir()} == {".lock", ""}
        lock.release()
        assert [file.suffix for file in beside.iterdir()] == [".lock"]


def test_a_path_too_long_for_a_socket_is_got_round(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / ("x" * 100)))
    Desk.create(tmp_path / "one.desk").close()
    lock, other = (DeskLock(tmp_path / "one.desk") for _ in range(2))
    assert lock.take()
    lock.listen()
    with qtbot.waitSignal(lock.raise_wanted):
        assert not other.take_or_raise()
    lock.release()


def test_a_second_start_waits_for_a_window_that_is_still_coming(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, home: Path
) -> None:
    Desk.create(tmp_path / "one.desk").close()
    lock = DeskLock(tmp_path / "one.desk")
    assert lock.take()
    raised: list[Call] = []
    lock.raise_wanted.connect(raised.append)
    with second_start(str(tmp_path / "one.desk")) as second:
        QTimer.singleShot(1500, lock.listen)
        QTimer.singleShot(1600, lock.listen)  # a second time changes nothing
        qtbot.waitUntil(lambda: second.poll() is not None and bool(raised))
        assert second.returncode == 0
    assert [call.articles for call in raised] == [[]]
    lock.release()


def test_a_second_start_takes_over_from_a_window_that_ends(
    qapp: QApplication, tmp_path: Path
) -> None:
    Desk.create(tmp_path / "one.desk").close()
    lock, other = DeskLock(tmp_path / "one.desk"), DeskLock(tmp_path / "one.desk")
    assert lock.take()
    threading.Timer(0.2, lock.release).start()
    assert other.take_or_raise()
    other.release()


def test_a_window_that_never_answers_is_given_up(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Desk.create(tmp_path / "one.desk").close()
    monkeypatch.setattr(one_window, "PATIENCE", 0.1)
    lock = DeskLock(tmp_path / "one.desk")
    assert lock.take()
    running = program.Program(qapp)
    with pytest.raises(UserError, match="open in another window"):
        running._show(tmp_path / "one.desk")
    lock.release()


def test_articles_are_handed_to_the_window_that_is_there(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, home: Path
) -> None:
    running = program.Program(qapp)
    running.start(app.own_desk(), is_own=True)
    (tmp_path / "report.txt").write_text("A report.")
    with second_start("report.txt", cwd=tmp_path) as second:
        qtbot.waitUntil(lambda: running.window.findChild(BringIn) is not None)
        qtbot.waitUntil(lambda: second.poll() == 0)
    assert running.window.findChild(BringIn).path == tmp_path / "report.txt"
    running.window.close()


def test_two_first_starts_at_once_are_one_window(qapp: QApplication, qtbot: QtBot) -> None:
    with second_start() as one, second_start() as other:
        qtbot.waitUntil(lambda: {one.poll(), other.poll()} == {None, 0})
    with Desk.open(app.own_desk()) as desk:
        assert len(desk.articles.rows()) == 1


def test_a_file_of_articles_is_shown_over_the_users_own_desk(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, home: Path
) -> None:
    (tmp_path / "report.txt").write_text("A report.")
    running = program.Program(qapp)
    articles = articles_in([tmp_path / "report.txt"])
    assert running.start(app.own_desk(), is_own=True, articles=articles) == "shown"
    dialog = running.window.findChild(BringIn)
    qtbot.waitUntil(dialog.deed.isEnabled)
    dialog.deed.click()
    qtbot.waitUntil(lambda: running.window.reading.article.title == "report")
    assert running.window.desk.path == app.own_desk()
    running.window.close()


def test_what_is_no_article_is_opened_as_a_desk(tmp_path: Path) -> None:
    Desk.create(tmp_path / "desk.txt").close()
    (tmp_path / "a.txt").write_text("A.")
    (tmp_path / "a.xyz").write_text("A.")
    folder, text = tmp_path, tmp_path / "a.txt"
    assert articles_in([folder, text]) == [folder, text]
    for other in ("desk.txt", "a.xyz", "none.txt", "x" * 300):
        assert articles_in([text, tmp_path / other]) == []


@pytest.mark.parametrize("message", [b"{", b"3", b"[]", b"[1]", b'["", 1]', b"[" * 100_000, b""])
def test_what_another_process_says_is_not_believed(message: bytes) -> None:
    assert _call_in(message) == Call()


def test_a_lock_ends_with_its_process(tmp_path: Path, home: Path, qtbot: QtBot) -> None:
    Desk.create(tmp_path / "one.desk").close()
    code = (
        "import sys, time; from pathlib import Path; from desk.ui.start.one_window import DeskLock;"
        "lock = DeskLock(Path(sys.argv[1])); print(lock.take(), flush=True); time.sleep(60)"
    )
    with killed_at_the_end("-c", code, str(tmp_path / "one.desk")) as holder:
        assert holder.stdout.readline() == b"True\n"
        assert not DeskLock(tmp_path / "one.desk").take()
    lock = DeskLock(tmp_path / "one.desk")
    qtbot.waitUntil(lock.take)
    lock.release()


def answer(*words: str) -> None:
    """Click a button with these words in each message that will come up, one after the other."""

    wanted = list(words)

    def click() -> None:
        box = QApplication.activeModalWidget()
        buttons = box.buttons() if isinstance(box, QMessageBox) else []
        button = next((b for b in buttons if wanted[0] in b.text()), None)
        if button is not None:
            wanted.pop(0)
            button.click()
        if wanted:
            QTimer.singleShot(20, click)

    QTimer.singleShot(20, click)


def test_a_damaged_desk_is_rescued_on_request(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    import sqlite3

    with Desk.create(tmp_path / "one.desk") as desk, desk.step("Add"):
        desk.articles.add(Draft("Words of one."))
    connection = sqlite3.connect(tmp_path / "one.desk")
    connection.execute("CREATE TRIGGER evil AFTER INSERT ON notes BEGIN SELECT 1; END")
    connection.close()
    running = program.Program(qapp)
    answer("Rescue", "OK")
    assert running.start(tmp_path / "one.desk", is_own=False) == "shown"
    assert running.window.desk.path == tmp_path / "one (rescued).desk"
    assert running.window.reading.article.text == "Words of one."
    running.window.close()
    assert trouble.free_name(tmp_path / "one.desk").name == "one (rescued2).desk"


def test_what_cannot_be_opened_can_be_left(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "words.desk").write_text("just words")
    answer("Quit")
    assert program.Program(qapp).start(tmp_path / "words.desk", is_own=False) == "failed"
