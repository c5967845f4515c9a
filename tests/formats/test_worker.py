import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desk.core.message import message, plural
from desk.core.types import Draft, Style
from desk.formats import serve, wire
from desk.formats.registry import read_file
from desk.formats.source import Options
from desk.formats.worker import read_files

# Loaded by the reading process alone: it makes the reader of plain text misbehave on demand.
TRAPS = """
import os, time
import desk.formats.txt as txt
honest = txt.read
def read(data, source):
    if data.startswith(b"HANG"):
        with open(data[5:].decode(), "w") as file:
            file.write(str(os.getpid()))
        while True:
            time.sleep(60)
    if data.startswith(b"CRASH"):
        os.abort()
    if data.startswith(b"ONCE") and not os.path.exists(data[5:]):
        open(data[5:], "w").close()
        os.abort()
    if data.startswith(b"EAT"):
        return [bytearray(1 << 40)]
    if data.startswith(b"GROW"):
        hoard = []
        while True:
            hoard.append(bytearray(10_000_000))
    if data.startswith(b"BUG"):
        raise ZeroDivisionError(data.decode())
    if data.startswith(b"PRINT"):
        print("noise", flush=True)
        os.write(1, b"more noise")
    return honest(data, source)
txt.read = read
"""


@pytest.fixture
def traps(tmp_path, monkeypatch):
    folder = tmp_path / "traps"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(TRAPS)
    monkeypatch.setenv("PYTHONPATH", str(folder))


def save(tmp_path, *contents):
    paths = [tmp_path / f"{number}.txt" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_text(content)
    return paths


def is_running(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_drafts_come_back_as_they_would_without_a_process(tmp_path):
    (tmp_path / "a.md").write_text("---\ntitle: T\n---\n# Żółć\n\n> **bold** 😀\n")
    (tmp_path / "b.html").write_text("<p lang=x>One <i>two</i></p>")
    paths = [tmp_path / "a.md", tmp_path / "b.html"]
    outcomes = list(read_files(paths))
    assert [list(outcome.drafts) for outcome in outcomes] == [read_file(path) for path in paths]
    assert [outcome.words for outcome in outcomes] == [(2,), (2,)]  # an emoji is no word
    assert [(outcome.path, outcome.error) for outcome in outcomes] == [(p, None) for p in paths]


def test_no_file_starts_no_process():
    assert list(read_files([])) == []


def test_options_reach_the_reader(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Zażółć".encode("iso8859_2"))
    (outcome,) = read_files([path], options=Options(encoding="iso8859_2"))
    assert outcome.drafts[0].text == "Zażółć"


def test_what_cannot_be_read_is_told_and_the_rest_comes_in(tmp_path):
    paths = save(tmp_path, "one", "", "three")
    first, second, third = read_files([*paths[:2], tmp_path / "none.txt"])
    assert first.drafts[0].text == "one"
    assert str(second.error) == "“1.txt” is empty."
    assert "does not exist" in str(third.error)


def test_a_crash_costs_its_file_alone(tmp_path, traps):
    paths = save(tmp_path, "one", "CRASH", "three")
    first, second, third = read_files(paths)
    assert (first.drafts[0].text, third.drafts[0].text) == ("one", "three")
    assert "“1.txt” was not read. Its reader broke down over it" in str(second.error)


class HangingClock:
    """Runs fast while a file hangs, and only then: a slow machine may take long for the others."""

    def __init__(self, pid: Path) -> None:
        self._pid = pid
        self._ahead = 0.0

    def monotonic(self) -> float:
        hanging = self._pid.read_text() if self._pid.exists() else ""
        if hanging and is_running(int(hanging)):
            self._ahead += 20
        return time.monotonic() + self._ahead


def test_a_file_is_read_again_where_a_process_died_over_it_once(tmp_path, traps):
    contents = ["one", f"ONCE {tmp_path}/killed", "three"]
    outcomes = list(read_files(save(tmp_path, *contents)))
    assert [outcome.drafts[0].text for outcome in outcomes] == contents


def test_a_hang_costs_its_file_alone_and_its_process_is_gone(tmp_path, traps, monkeypatch):
    pid = tmp_path / "pid"
    monkeypatch.setattr("desk.formats.worker.time", HangingClock(pid))
    paths = save(tmp_path, "one", f"HANG {pid}", "three")
    first, second, third = read_files(paths)
    assert (first.drafts[0].text, third.drafts[0].text) == ("one", "three")
    assert str(second.error) == "“1.txt” was not read. It took more than 60 seconds."
    assert not is_running(int(pid.read_text()))


def test_files_asked_for_before_a_crash_are_read_after_it(tmp_path, traps):
    contents = ["one", "CRASH", "three", "CRASH", "CRASH", "six", "seven", "eight", "nine"]
    outcomes = list(read_files(save(tmp_path, *contents)))
    texts = [outcome.drafts[0].text if outcome.drafts else "CRASH" for outcome in outcomes]
    assert texts == contents


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds a process's memory so")
def test_hunger_for_memory_costs_its_file_alone(tmp_path, traps):
    first, grown, second = read_files(save(tmp_path, "EAT", "GROW", "two"), memory_mb=500)
    assert "not enough memory" in str(grown.error)
    assert str(first.error) == "“0.txt” was not read. There is not enough memory to read it."
    assert second.drafts[0].text == "two"


def test_a_bug_is_reported_without_the_readers_words(tmp_path, traps):
    first, second = read_files(save(tmp_path, "BUG in secrets", "two"))
    assert str(first.error) == "“0.txt” was not read. That is a fault of this program."
    assert first.report.endswith("ZeroDivisionError")
    assert "secrets" not in first.report
    assert second.drafts[0].text == "two"


def test_what_a_library_prints_is_no_reply(tmp_path, traps):
    (outcome,) = read_files(save(tmp_path, "PRINT"))
    assert outcome.drafts[0].text == "PRINT"


def test_the_reader_can_give_up_during_a_hang(tmp_path, traps):
    pid = tmp_path / "pid"
    paths = save(tmp_path, "one", f"HANG {pid}", "three")
    outcomes = []

    def is_cancelled():
        return bool(outcomes) and pid.exists() and pid.stat().st_size > 0

    outcomes.extend(read_files(paths, is_cancelled=is_cancelled))
    assert [outcome.drafts[0].text for outcome in outcomes] == ["one"]
    assert not is_running(int(pid.read_text()))


def test_closing_the_generator_ends_the_process(tmp_path):
    outcomes = read_files(save(tmp_path, "one", "two"))
    next(outcomes)
    outcomes.close()
    with pytest.raises(StopIteration):
        next(outcomes)


def test_a_table_comes_with_its_preview(tmp_path):
    path = tmp_path / "news.csv"
    path.write_text("Wer,Was\n" + "me,words\n" * 60)
    (outcome,) = read_files([path])
    assert "Choose the column that holds the text" in str(outcome.error)
    assert (list(outcome.table.columns), outcome.table.row_count) == (["#1", "#2"], 61)
    assert len(outcome.table.rows) == 50
    path.write_text("[")
    path = path.rename(tmp_path / "news.json")
    (outcome,) = read_files([path])
    assert (outcome.table, "damaged" in str(outcome.error)) == (None, True)


def test_a_program_in_the_folder_of_the_reader_is_not_run(tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    (outcome,) = read_files(save(tmp_path, "one"))
    assert outcome.drafts[0].text == "one"


def test_names_that_are_not_unicode_are_read(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        path.write_text("one")
    except OSError:
        pytest.skip("this file system takes Unicode names alone")
    (outcome,) = read_files([path])
    assert outcome.drafts[0].text == "one"


TOLD = (
    message("No one is {name}.", name="{name}"),
    plural(2, "1 place", "%Ln places"),
    message("{count}: {words}. {why}", count=3, words=("a", "b"), why=message("So {n}", n=1)),
)


def test_every_field_of_a_draft_passes_the_wire():
    draft = Draft("text", "t", (Style(0, 4, "item", 2, "1."),), "a", "p", "s", "l", "e", TOLD)
    stream = io.BytesIO()
    wire.send(stream, wire.draft_to_wire(draft))
    stream.seek(0)
    assert wire.draft_from_wire(wire.receive(stream)) == draft
    assert wire.receive(stream) is None
    assert wire.receive(io.BytesIO(stream.getvalue()[:-1])) is None
    assert wire.draft_from_wire(wire.draft_to_wire(draft._replace(styles=()))).styles == ()


def ask(path, replies=None):
    """Ask the serving half in this process, so that what it does is measured too."""
    requests, replies = io.BytesIO(), io.BytesIO()
    wire.send(requests, {"path": str(path), "options": {}, "timeout_s": 60})
    requests.seek(0)
    serve.serve(requests, replies)
    replies.seek(0)
    return wire.receive(replies)


def test_the_serving_half(tmp_path, monkeypatch):
    assert ask(save(tmp_path, "one")[0])["drafts"][0]["text"] == "one"
    assert "is empty" in str(ask(save(tmp_path, "")[0])["error"])
    (tmp_path / "a.csv").write_text("title,text\na,b\n")
    assert ask(tmp_path / "a.csv")["table"]["row_count"] == 1
    (tmp_path / "a.json").write_text("[")
    assert ask(tmp_path / "a.json")["table"] is None
    for error, field, words in (
        (MemoryError(), "error", "not enough memory"),
        (ZeroDivisionError("secret"), "report", "ZeroDivisionError"),
    ):
        monkeypatch.setattr(
            serve, "read_contents", lambda *_, error=error: (_ for _ in ()).throw(error)
        )
        assert words in str(ask(tmp_path / "0.txt")[field])


def test_the_start_of_the_serving_half(monkeypatch):
    resource = pytest.importorskip("resource")
    limits = {}
    monkeypatch.setattr(resource, "setrlimit", lambda kind, limit: limits.update({kind: limit}))
    monkeypatch.setattr(sys, "argv", ["serve", "7"])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    terminal = os.dup(1)
    try:
        serve.main()
    finally:
        os.dup2(terminal, 1)
        os.close(terminal)
    assert limits == {resource.RLIMIT_CORE: (0, 0), resource.RLIMIT_AS: (7 << 20, 7 << 20)}


@pytest.mark.parametrize("timer", ["setitimer", ""])
def test_a_process_that_hangs_alone_ends_by_itself(timer):
    code = (
        "import signal; from desk.formats import serve\n"
        f"if not {timer!r}: del signal.setitimer\n"
        "serve.end_after(60); serve.end_after(0); serve.end_after(0.05)\n"
        "sum(range(1 << 62))"  # in C, where no signal handler of Python's would be called
    )
    ended = subprocess.run([sys.executable, "-c", code], check=False, stderr=subprocess.DEVNULL)
    assert ended.returncode != 0


def test_a_timer_of_a_thread_where_the_system_has_none(monkeypatch):
    monkeypatch.delattr(serve.signal, "setitimer", raising=False)
    serve.end_after(60)
    serve.end_after(0)


def test_ten_files_share_one_process(tmp_path, monkeypatch):
    started = []
    popen = subprocess.Popen
    monkeypatch.setattr(
        "desk.formats.worker.subprocess.Popen", lambda *a, **k: started.append(1) or popen(*a, **k)
    )
    assert len(list(read_files(save(tmp_path, *["text"] * 10)))) == 10
    assert len(started) == 1
