"""A file that is not an intact desk of ours is refused in a sentence, and stays as it is."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.core.errors import UserError
from desk.core.types import ArticleId, Draft
from desk.store import opening, schema
from desk.store.desk import Desk


@pytest.fixture
def closed(desk: Desk) -> Path:
    desk.close()
    return desk.path


def sql(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5000])


def flip(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[4096:8192] = os.urandom(4096)
    path.write_bytes(whole)


def super_journal(path: Path) -> None:
    Path(f"{path}-journal").write_bytes(b"x" * 600 + b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")


def replace(content: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(content) and None


def foreign(path: Path) -> None:
    path.unlink()
    sql(path, "CREATE TABLE articles (id)")


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "text": (replace(b"just words, and more of them" * 9), "some other kind of file"),
    "half a header": (replace(b"SQLite format 3\x00abc"), "some other kind of file"),
    "empty": (lambda path: path.write_bytes(b""), "is empty"),
    "foreign": (foreign, "another program"),
    "newer": (lambda path: sql(path, "PRAGMA user_version = 99"), "newer Reading Desk"),
    "truncated": (cut, "bytes are missing"),
    "random page": (flip, "damaged|altered"),
    "super-journal": (super_journal, "names another file"),
    "trigger": (
        lambda p: sql(
            p, "CREATE TRIGGER evil AFTER INSERT ON passages BEGIN DELETE FROM notes; END"
        ),
        "holds a trigger evil",
    ),
    "changed view": (
        lambda p: sql(p, "DROP VIEW passage_list", "CREATE VIEW passage_list AS SELECT 1"),
        "altered",
    ),
    "missing table": (lambda p: sql(p, "DROP TABLE settings"), "altered"),
    "extra column": (lambda p: sql(p, "ALTER TABLE notes ADD COLUMN x TEXT"), "altered"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_not_an_intact_desk_is_refused_and_kept(closed: Path, fault: str) -> None:
    spoil, sentence = FAULTS[fault]
    spoil(closed)
    before = closed.read_bytes()
    with pytest.raises(UserError, match=sentence):
        Desk.open(closed)
    assert closed.read_bytes() == before


def test_a_missing_file_a_folder_and_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, sentence in (("none.desk", "no file"), ("", "folder"), ("pipe", "ordinary file")):
        with pytest.raises(UserError, match=sentence):
            Desk.open(tmp_path / name)
    assert not (tmp_path / "none.desk").exists()


def test_tables_and_views_of_the_users_own_are_left_alone(closed: Path) -> None:
    sql(closed, "CREATE TABLE mine (a)", "CREATE VIEW my_view AS SELECT * FROM mine")
    with Desk.open(closed) as desk:
        assert len(desk.articles.rows()) == 2


def test_new_never_covers_what_is_there(closed: Path) -> None:
    with pytest.raises(UserError, match="exists already"):
        Desk.create(closed)
    with pytest.raises(UserError, match="There is no folder"):
        Desk.create(closed.parent / "no" / "such" / "folder.desk")
    assert [entry.name for entry in closed.parent.iterdir()] == ["mine.desk"]


def test_a_locked_desk_says_so_and_works_again_later(desk: Desk) -> None:
    desk.connection.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(desk.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(UserError, match="in use by another program"), desk.step("Tag"):
        desk.tags.add("claim")
    with pytest.raises(UserError, match="in use by another program"):
        Desk.open(desk.path, patience=0.02)
    other.execute("ROLLBACK")
    other.close()
    with desk.step("Tag"):
        desk.tags.add("claim")


def test_another_program_ends_what_can_be_undone(desk: Desk, herat: ArticleId) -> None:
    with desk.step("Tag"):
        desk.passages.add(herat, 0, 9)
    assert not desk.changed_elsewhere()
    sql(desk.path, "UPDATE articles SET author = 'X'")
    assert desk.changed_elsewhere()
    assert (desk.undo_label, desk.redo_label, desk.undo(), desk.redo()) == (None,) * 4
    desk.accept_changes_elsewhere()
    assert not desk.changed_elsewhere()
    assert desk.undo() is None
    with desk.step("Tag"):
        desk.tags.add("claim")
    assert desk.undo_label == "Tag"
    sql(desk.path, "UPDATE articles SET author = 'Y'")
    with desk.step("Tag again"):
        desk.tags.add("place")
    assert [desk.undo().label, desk.undo()] == ["Tag again", None]


def test_another_desk_written_over_ours_is_told_and_not_touched(
    desk: Desk, herat: ArticleId, tmp_path: Path
) -> None:
    with Desk.create(tmp_path / "other.desk") as other:
        for number in range(9):  # SQLite takes a file with as many changes for unchanged
            with other.step("Add"):
                other.articles.add(Draft(f"Other words, and {number} of them."))
    theirs = (tmp_path / "other.desk").read_bytes()
    desk.path.write_bytes(theirs)
    with pytest.raises(UserError, match="overwritten with another desk"), desk.step("Tag"):
        desk.passages.add(herat, 0, 9)
    for look in (desk.changed_elsewhere, desk.undo, lambda: desk.undo_label):
        with pytest.raises(UserError, match="overwritten with another desk"):
            look()
    assert desk.path.read_bytes() == theirs


@pytest.mark.parametrize("how", ["deleted", "replaced", "renamed"])
def test_a_file_moved_away_under_us_is_rescued_and_not_written(
    desk: Desk, tmp_path: Path, how: str
) -> None:
    if how == "deleted":
        desk.path.unlink()
    else:
        desk.path.rename(tmp_path / "elsewhere.desk")
    if how == "replaced":
        desk.path.write_bytes(b"a newcomer")
    with pytest.raises(UserError, match="A copy with everything is at"), desk.step("Tag"):
        desk.tags.add("claim")
    (copy,) = tmp_path.glob("*rescued*")
    with Desk.open(copy) as rescued:
        assert len(rescued.articles.rows()) == 2
    if how == "replaced":
        assert desk.path.read_bytes() == b"a newcomer"


def test_a_read_only_desk_opens_to_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.close()
    real = opening.connect

    def read_only(path: Path, patience: float = 5.0) -> sqlite3.Connection:
        connection = real(path, patience)
        connection.execute("PRAGMA query_only = ON")
        return connection

    monkeypatch.setattr(opening, "connect", read_only)
    with Desk.open(desk.path) as held:
        assert held.read_only
        assert len(held.articles.rows()) == 2
        assert held.check() == []
        held.bookmarks.set_position(ArticleId(1), 4)
        with pytest.raises(UserError, match="read only"), held.step("Tag"):
            held.tags.add("claim")
        sql(desk.path, "UPDATE articles SET author = 'X'")
        assert held.changed_elsewhere()
        held.accept_changes_elsewhere()
        assert not held.changed_elsewhere()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_file_opens_to_read(closed: Path) -> None:
    closed.chmod(0o444)
    with Desk.open(closed) as held:
        assert held.read_only


def test_the_write_probe_leaves_no_trace(closed: Path) -> None:
    before, times = closed.read_bytes(), closed.stat().st_mtime_ns
    Desk.open(closed).close()
    assert (closed.read_bytes(), closed.stat().st_mtime_ns) == (before, times)
    assert [entry.name for entry in closed.parent.iterdir()] == ["mine.desk"]


def test_statements_are_split_where_sqlite_would() -> None:
    found = schema.statements("CREATE TABLE a (x);\nCREATE TRIGGER t BEGIN\nSELECT 1;\nEND;\n")
    assert len(found) == 2


def test_a_failed_migration_leaves_the_old_version(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "x.desk", isolation_level=None)
    connection.execute("CREATE TABLE settings (x)")
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(connection)
    assert connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (1,)
    connection.close()


def test_a_desk_needs_words_to_come_in_from_anyone(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk") as desk:
        assert desk.coder
        with desk.step("Add"):
            desk.articles.add(Draft("Words."))
        assert desk.db.table("articles").count == 1
