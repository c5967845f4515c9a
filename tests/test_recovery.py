"""What a crash leaves is taken back at the next start; a large damaged desk is noticed."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from desk import paths
from desk.core.types import Draft
from desk.store import opening
from desk.store.desk import Desk
from desk.tasks import recovery

ROOT = Path(__file__).parents[1]

CRASH = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("PRAGMA cache_spill = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE articles SET author = hex(randomblob(200000))")
connection.execute("UPDATE articles SET source = hex(randomblob(200000))")
os._exit(9)
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    with Desk.create(tmp_path / "one.desk") as desk, desk.step("Add"):
        for number in range(20):
            desk.articles.add(Draft(f"Words of article {number}. " * 300))
    return tmp_path / "one.desk"


def test_a_marked_desk_with_a_journal_is_taken_back(path: Path) -> None:
    recovery.mark(path)
    subprocess.run([sys.executable, "-c", CRASH, str(path)], check=False)
    assert Path(f"{path}-journal").exists()
    assert recovery.recover() == [path]
    assert not Path(f"{path}-journal").exists()
    with Desk.open(path) as desk:
        assert desk.check() == []
        assert {row.author for row in desk.articles.rows()} == {""}
    recovery.unmark(path)
    assert recovery.recover() == []


@pytest.mark.parametrize("words", ["", "not json", "{}", "[1, 2]"])
def test_a_broken_list_of_open_desks_is_passed_over(path: Path, words: str) -> None:
    (paths.data_folder() / "open desks.json").write_text(words)
    assert recovery.recover() == []
    recovery.mark(path)
    recovery.unmark(path)


def test_a_large_desk_is_checked_later(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(opening.quick_check(path)) == []
    monkeypatch.setattr(opening, "QUICK_CHECK_BYTES", 0)
    assert list(opening.quick_check(path)) == []
    connection = sqlite3.connect(path)
    root = connection.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = 'passages_article'"
    ).fetchone()[0]
    connection.close()
    whole = bytearray(path.read_bytes())
    whole[(root - 1) * 4096 : root * 4096] = b"x" * 4096
    path.write_bytes(whole)
    assert list(opening.quick_check(path)) != []
