"""Disks that fill up, fail, or vanish in the middle of a write."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from desk import paths
from desk.core.errors import UserError
from desk.core.types import Draft
from desk.store.desk import Desk
from desk.tasks import exporting
from tests.process import environment, names_in, only_error, outcome, reading_desk, without_rights

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux' mount and strace")

WORDS = "word " * 4000


def command(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(arguments, capture_output=True, check=False)


# A disk that fills up


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of one megabyte; only root may."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if (
        os.geteuid() != 0
        or command("mount", "-t", "tmpfs", "-o", "size=1m", "x", folder).returncode
    ):
        pytest.skip("no right to mount a small disk")
    try:
        yield folder
    finally:
        command("umount", "--lazy", folder)


def fill(folder: Path, left: int) -> Path:
    """Leave so many bytes on a disk; deleting the returned file frees the rest."""
    filler = folder / "filler"
    free = os.statvfs(folder)
    filler.write_bytes(bytes(max(0, free.f_bavail * free.f_bsize - left)))
    return filler


@pytest.fixture
def desk_on_small_disk(small_disk: Path) -> Iterator[Desk]:
    with Desk.create(small_disk / "my.desk") as desk:
        with desk.step("Start"):
            article = desk.articles.add(Draft(WORDS, title="First"))
            desk.passages.add(article, 0, 4)
        yield desk


def state(desk: Desk) -> object:
    return desk.articles.rows(), desk.passages.all(), desk.tags.all(), desk.history()


def add_second(desk: Desk) -> None:
    with desk.step("Add"):
        desk.articles.add(Draft(WORDS + "again", title="Second"))
        desk.tags.ensure("a/b/c")


@pytest.mark.parametrize("left", [0, 4096, 16384, 40960])
def test_a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room(
    desk_on_small_disk: Desk, left: int
) -> None:
    desk = desk_on_small_disk
    before = state(desk)
    filler = fill(desk.path.parent, left)
    with pytest.raises(UserError, match=r"the disk that holds my\.desk is full"):
        add_second(desk)
    assert state(desk) == before
    assert desk.check() == []
    filler.unlink()
    add_second(desk)
    assert [row.title for row in desk.articles.rows()] == ["First", "Second"]
    desk.undo()
    assert [row.title for row in desk.articles.rows()] == ["First"]
    assert desk.check() == []


def test_undo_on_a_full_disk_is_refused_and_works_later(desk_on_small_disk: Desk) -> None:
    desk = desk_on_small_disk
    before = state(desk)
    filler = fill(desk.path.parent, 0)
    with pytest.raises(UserError, match="is full"):
        desk.undo()
    assert state(desk) == before
    filler.unlink()
    desk.undo()
    assert desk.articles.rows() == []


def test_a_disk_that_fills_up_step_by_step_keeps_every_step(small_disk: Path) -> None:
    with Desk.create(small_disk / "my.desk") as desk:
        added = 0
        with suppress(UserError):
            while added < 1000:
                with desk.step("Add"):
                    desk.articles.add(Draft(f"{added} {WORDS}"))
                added += 1
        assert 2 < added < 1000
    with Desk.open(small_disk / "my.desk") as desk:
        assert len(desk.articles.rows()) == added
        assert desk.check() == []


def test_a_new_desk_on_a_full_disk_leaves_nothing(small_disk: Path) -> None:
    fill(small_disk, 20_000)
    with pytest.raises(UserError, match="full"):
        Desk.create(small_disk / "my.desk")
    assert names_in(small_disk) == ["filler"]


def test_an_export_to_a_full_disk_keeps_the_old_file(desk_on_small_disk: Desk) -> None:
    desk = desk_on_small_disk
    with desk.step("Mark"):
        for start in range(100):
            desk.passages.add(desk.articles.find("First"), start, start + 1000)
    out = desk.path.parent / "out.csv"
    out.write_text("old", encoding="utf-8")
    filler = fill(desk.path.parent, 30_000)
    taken = exporting.snapshot(desk)
    with pytest.raises(UserError, match="the disk is full"):
        list(exporting.write(taken, out))
    assert out.read_text(encoding="utf-8") == "old"
    assert names_in(desk.path.parent) == ["filler", "my.desk", "out.csv"]
    filler.unlink()
    list(exporting.write(taken, out))
    assert out.stat().st_size > 30_000


def test_a_copy_that_has_no_room_leaves_nothing(desk_on_small_disk: Desk) -> None:
    desk = desk_on_small_disk
    fill(desk.path.parent, 30_000)
    with pytest.raises(UserError, match="full"):
        desk.save_copy(desk.path.with_name("copy.desk"))
    assert names_in(desk.path.parent) == ["filler", "my.desk"]


def test_a_desk_that_was_moved_is_rescued_to_the_users_own_where_the_disk_is_full(
    desk_on_small_disk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    desk = desk_on_small_disk
    before = state(desk)
    desk.path.rename(desk.path.with_name("moved.desk"))
    fill(desk.path.parent, 30_000)
    with pytest.raises(UserError, match="copy with everything is at"):
        add_second(desk)
    assert names_in(desk.path.parent) == ["filler", "moved.desk"]
    (copy,) = paths.data_folder().iterdir()
    with Desk.open(copy) as rescued:
        assert state(rescued) == before


def test_a_disk_that_becomes_read_only_is_told(desk_on_small_disk: Desk) -> None:
    desk = desk_on_small_disk
    desk.close()
    assert command("mount", "-o", "remount,ro", desk.path.parent).returncode == 0
    with Desk.open(desk.path) as reader:
        assert reader.read_only
        assert reader.check() == []
        assert len(reader.passages.all()) == 1
        with pytest.raises(UserError, match="open to read only"), reader.step("Add"):
            pass


# A disk that reports errors, and a process that dies at a given write

Traced = tuple[Path, subprocess.CompletedProcess[str], str]


@pytest.fixture
def pristine(tmp_path: Path) -> Path:
    """Return a desk that is copied for each try."""
    if not shutil.which("strace") or command("strace", "-qq", "-o", "/dev/null", "true").returncode:
        pytest.skip("no strace, or no right to trace")
    path = tmp_path / "pristine.desk"
    with Desk.create(path) as desk, desk.step("Start"):
        desk.articles.add(Draft(WORDS))
    return path


def traced(pristine: Path, calls: str, fault: str, *arguments: str) -> Traced:
    """Run a command on a copy of a desk and do a fault to it, in a call on the desk's files.

    Returns the copy, how the process ended, and the calls that it made.
    """
    folder = pristine.parent / "try"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "my.desk"
    shutil.copy(pristine, path)
    injection = ["-e", f"inject={calls}:{fault}"] if fault else []
    places = [word for place in (path, f"{path}-journal", folder) for word in ("-P", place)]
    strace = ["strace", "-f", "-qq", "-y", "-o", "log", *places, "-e", f"trace={calls}", *injection]
    result = subprocess.run(
        [*strace, sys.executable, "-m", "desk.cli", *arguments],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    return path, result, (folder / "log").read_text(encoding="utf-8", errors="replace")


def moments(log: str) -> list[int]:
    """Choose writes to die at: early and late ones, of the journal and of the desk itself.

    Not the very last: guids differ, so that one page more or less may change.
    """
    lines = log.splitlines()
    journal = [n for n, line in enumerate(lines, 1) if "my.desk-journal>" in line]
    own = [n for n, line in enumerate(lines, 1) if "my.desk>" in line]
    assert journal
    assert own
    return sorted({w[at] for w in (journal, own) for at in (0, 1, len(w) // 2, -3)})


def passages_after(path: Path) -> int:
    """Open a desk after a fault and go on working; return how many passages it had."""
    with Desk.open(path) as desk:
        assert desk.check() == []
        found = desk.passages.all()
        assert all(passage.tags and passage.note for passage in found)
        assert len(desk.tags.all()) == 2 * len(found)
        if found:
            desk.undo()
        assert desk.passages.all() == desk.tags.all() == desk.notes.all() == []
        with desk.step("Go on"):
            desk.passages.add(desk.articles.rows()[0].id, 0, 4)
        assert desk.check() == []
        return len(found)


# The note is long, so that the file grows.
TAG = ("tag", "my.desk", "1", "word", "--tag", "a/b", "--note", WORDS)


def test_a_process_that_dies_at_any_write_leaves_the_step_whole_or_not_at_all(
    pristine: Path,
) -> None:
    path, result, log = traced(pristine, "pwrite64", "", *TAG)
    assert (result.returncode, passages_after(path)) == (0, 1)
    for moment in moments(log):
        path, result, _ = traced(pristine, "pwrite64", f"signal=KILL:when={moment}", *TAG)
        assert result.returncode != 0
        assert passages_after(path) == 0
    for moment in range(1, 5):
        path, result, _ = traced(pristine, "fdatasync", f"signal=KILL:when={moment}", *TAG)
        assert passages_after(path) in (0, 1)


def test_a_desk_left_by_a_crash_in_a_read_only_place_says_what_to_do(pristine: Path) -> None:
    bound = without_rights()
    _, _, log = traced(pristine, "pwrite64", "", *TAG)
    path, _, _ = traced(pristine, "pwrite64", f"signal=KILL:when={max(moments(log))}", *TAG)
    left = (path, path.with_name("my.desk-journal"))
    before = [file.read_bytes() for file in left]
    for file in (*left, path.parent):
        file.chmod(0o500)
    refusal = reading_desk(path.parent, "list", "my.desk", "articles", before=bound)
    assert "copy it, together with its -journal file" in only_error(outcome(refusal))
    assert [file.read_bytes() for file in left] == before
    copy = path.parent.with_name("copy")
    shutil.copytree(path.parent, copy, copy_function=shutil.copyfile)
    copy.chmod(0o700)
    assert passages_after(copy / "my.desk") == 0
    path.parent.chmod(0o700)


@pytest.mark.parametrize(
    "fault",
    [
        "pwrite64:error=ENOSPC:when=1",
        "pwrite64:error=ENOSPC:when=30",
        "pwrite64:error=EIO:when=45+",
        *(f"fdatasync:error=EIO:when={number}" for number in (1, 2, 3, 4)),
        "unlink:error=EIO:when=1",
        *(f"pread64:error=EIO:when={number}" for number in (1, 6, 15, 30)),
    ],
)
def test_an_error_of_the_disk_is_one_line_and_harms_nothing(pristine: Path, fault: str) -> None:
    calls, _, what = fault.partition(":")
    path, result, log = traced(pristine, calls, what, *TAG)
    assert "(INJECTED)" in log
    assert result.returncode in (0, 2), result.stderr
    assert result.stderr.count("\n") == (result.returncode == 2)
    found = passages_after(path)
    assert found == 1 if result.returncode == 0 else found in (0, 1)
