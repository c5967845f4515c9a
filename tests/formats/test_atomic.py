import errno
import os
import stat
import sys

import pytest

from desk.core.errors import UserError
from desk.formats import atomic
from desk.formats.atomic import refuse_same_file, write_atomically, write_in_steps

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX modes and links")


def left(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_holds_all_the_pieces(tmp_path):
    write_atomically(tmp_path / "out.csv", [b"one\n", b"", b"two\n"])
    assert (tmp_path / "out.csv").read_bytes() == b"one\ntwo\n"
    assert left(tmp_path) == ["out.csv"]


def test_a_failure_half_way_leaves_the_old_file_and_no_stray(tmp_path):
    out = tmp_path / "out.csv"
    out.write_bytes(b"old")

    def pieces():
        yield b"new"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_atomically(out, pieces())
    assert out.read_bytes() == b"old"
    assert left(tmp_path) == ["out.csv"]


@posix
def test_mode_is_kept_and_a_link_stays_a_link(tmp_path):
    real = tmp_path / "real.csv"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link.csv"
    link.symlink_to(real)
    write_atomically(link, [b"new"])
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@posix
def test_a_link_in_a_circle_is_told(tmp_path):
    link = tmp_path / "link.csv"
    link.symlink_to(link)
    with pytest.raises(UserError, match="link that leads nowhere"):
        write_atomically(link, [b"new"])


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(UserError, match="is a folder"):
        write_atomically(tmp_path, [b"new"])


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(UserError, match="folder does not exist"):
        write_atomically(tmp_path / "none" / "out.csv", [b"new"])


@posix
def test_a_pipe_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError, match="device or a pipe"):
        write_atomically(tmp_path / "pipe", [b"new"])


def test_a_write_protected_file_is_refused(tmp_path, monkeypatch):
    out = tmp_path / "out.csv"
    out.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(UserError, match="write-protected"):
        write_atomically(out, [b"new"])


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EIO, "disk reports an error"),
        (errno.ENODEV, os.strerror(errno.ENODEV)),
    ],
)
@pytest.mark.parametrize("call", ["write", "fsync", "open"])
def test_a_fault_of_the_disk_is_told_and_the_old_file_stays(
    tmp_path, monkeypatch, call, number, words
):
    out = tmp_path / "out.csv"
    out.write_bytes(b"old")

    def fail(*arguments):
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        with pytest.raises(UserError, match=words):
            write_atomically(out, [b"new"])
    assert out.read_bytes() == b"old"
    assert left(tmp_path) == ["out.csv"]


def test_a_disk_that_takes_little_at_a_time_still_gets_all(tmp_path, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:2]))
    write_atomically(tmp_path / "out.csv", [b"abcdefg"])
    assert (tmp_path / "out.csv").read_bytes() == b"abcdefg"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_device_that_is_always_full_is_no_place(tmp_path):
    with pytest.raises(UserError, match="device or a pipe"):
        write_atomically(atomic.Path("/dev/full"), [b"new"])


def test_what_a_killed_writer_left_is_swept_when_old(tmp_path):
    old = tmp_path / ".reading-desk-0123.part"
    young = tmp_path / ".reading-desk-4567.part"
    old.write_bytes(b"")
    young.write_bytes(b"")
    os.utime(old, (0, 0))
    write_atomically(tmp_path / "out.csv", [b"new"])
    assert left(tmp_path) == [young.name, "out.csv"]


def test_the_desk_and_its_journals_are_never_overwritten(tmp_path):
    desk = tmp_path / "my.desk"
    desk.write_bytes(b"desk")
    for name in ("my.desk", "my.desk-journal", "my.desk-wal", "my.desk-shm"):
        with pytest.raises(UserError, match="is the desk itself"):
            refuse_same_file(tmp_path / "." / name, desk)
    refuse_same_file(tmp_path / "out.csv", desk)


@posix
def test_the_desk_is_known_under_another_name(tmp_path):
    desk = tmp_path / "my.desk"
    desk.write_bytes(b"desk")
    other = tmp_path / "other.csv"
    other.hardlink_to(desk)
    with pytest.raises(UserError, match="is the desk itself"):
        refuse_same_file(other, desk)


def test_closing_half_way_leaves_the_old_file_and_no_stray(tmp_path):
    out = tmp_path / "out.csv"
    out.write_bytes(b"old")
    writing = write_in_steps(out, [b"one\n", b"two\n"])
    assert next(writing) == 4
    writing.close()
    assert out.read_bytes() == b"old"
    assert left(tmp_path) == ["out.csv"]
