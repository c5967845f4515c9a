"""Undo and redo: every row back, in any order of actions, after a restart too."""

import json
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.errors import UserError
from desk.core.types import ArticleId, Draft, Place
from desk.store import journal
from desk.store.desk import Desk

TABLES = ("folders", "articles", "passages", "tags", "passage_tags", "notes")


def dump(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table that a step can change, and what the indexes find."""
    found = {t: desk.connection.execute(f"SELECT * FROM {t}").fetchall() for t in TABLES}
    for fts in ("articles_fts", "passages_fts", "notes_fts"):
        sql = f"SELECT rowid FROM {fts} WHERE {fts} MATCH 'so OR the OR note'"
        found[fts] = sorted(desk.connection.execute(sql).fetchall())
    return found


class Player:
    """Does random things to a desk, as a reader would."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk = desk
        self.random = random.Random(seed)

    def one(self, table: str) -> int | None:
        ids = [row[0] for row in self.desk.connection.execute(f"SELECT id FROM {table}")]
        return self.random.choice(ids) if ids else None

    def act(self) -> None:
        action = self.random.choice(ACTIONS)
        try:
            with self.desk.step(action, merge="typing" if action == "write" else ""):
                getattr(self, action)()
        except UserError:
            pass

    def add_article(self) -> None:
        words = [self.random.choice(["so", "the", "Herat", "🙂", "أهلا"]) for _ in range(20)]
        self.desk.articles.add(Draft(" ".join(words)))

    def remove_article(self) -> None:
        if self.random.random() < 0.2:
            self.desk.articles.remove([self.one("articles") or 0])

    def edit_article(self) -> None:
        status = self.random.choice(["unread", "reading", "done"])
        self.desk.articles.edit(self.one("articles") or 0, status=status, title="the one")

    def add_passage(self) -> None:
        article = self.one("articles")
        if article:
            start = self.random.randrange(15)
            self.desk.passages.add(ArticleId(article), start, start + self.random.randrange(1, 15))

    def resize_passage(self) -> None:
        start = self.random.randrange(15)
        self.desk.passages.resize(self.one("passages") or 0, start, start + 3)

    def remove_passage(self) -> None:
        self.desk.passages.remove([self.one("passages") or 0])

    def add_tag(self) -> None:
        self.desk.tags.ensure("/".join(self.random.choices("abcde", k=self.random.randrange(1, 4))))

    def edit_tag(self) -> None:
        self.desk.tags.edit(self.one("tags") or 0, name=self.random.choice("abcdefgh"))

    def move_tag(self) -> None:
        self.desk.tags.move(self.one("tags") or 0, self.one("tags"))

    def pin_tag(self) -> None:
        self.desk.tags.pin(self.one("tags") or 0, self.random.randrange(3))

    def merge_tags(self) -> None:
        self.desk.tags.merge(self.one("tags") or 0, self.one("tags") or 0)

    def remove_tag(self) -> None:
        self.desk.tags.remove(self.one("tags") or 0)

    def put(self) -> None:
        passage, tag = self.one("passages"), self.one("tags")
        if passage and tag:
            self.desk.taggings.put([passage], tag)

    def take(self) -> None:
        self.desk.taggings.take([self.one("passages") or 0], self.one("tags") or 0)

    def write(self) -> None:
        passage = self.one("passages")
        if passage:
            body = self.random.choice(["", "a note", "the note grows", "so"])
            self.desk.notes.write(body, passage=passage)


ACTIONS = [name for name in vars(Player) if not name.startswith("_") and name not in ("one", "act")]


def undo_all(desk: Desk) -> Iterator[None]:
    while desk.undo() is not None:
        yield


def unhurried(path: Path) -> Desk:
    """Open a desk that does not wait for the disk: that makes most of thousands of steps."""
    desk = Desk.open(path)
    desk.connection.execute("PRAGMA synchronous = OFF")
    return desk


@given(seed=st.integers(0, 10**9))
def test_random_steps_undone_and_redone_across_a_restart(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    path = tmp_path_factory.mktemp("undo") / "random.desk"
    Desk.create(path).close()
    with unhurried(path) as desk:
        start = dump(desk)
        player = Player(desk, seed)
        for _ in range(40):
            player.act()
        end = dump(desk)
        for _ in zip(range(10), undo_all(desk), strict=False):
            pass
    with unhurried(path) as desk:
        for _ in undo_all(desk):
            pass
        assert dump(desk) == start
    with unhurried(path) as desk:
        while desk.redo() is not None:
            pass
        assert dump(desk) == end
        assert desk.check() == []


def fail_in_a_step(desk: Desk, article: ArticleId, error: BaseException) -> None:
    with desk.step("Tag"):
        desk.passages.add(article, 0, 9)
        raise error


def test_a_step_that_fails_leaves_nothing(desk: Desk, herat: ArticleId) -> None:
    before = dump(desk)
    for wrong in (UserError("no"), ValueError("bug"), KeyboardInterrupt()):
        with pytest.raises(type(wrong)):
            fail_in_a_step(desk, herat, wrong)
    assert dump(desk) == before
    assert [step.label for step in desk.history()] == ["Add articles"]


def test_a_step_that_changes_nothing_is_not_one(desk: Desk, herat: ArticleId) -> None:
    title = desk.articles.get(herat).title
    with desk.step("Edit") as step:
        desk.articles.edit(herat, title=title)
        desk.connection.execute("UPDATE articles SET title = title")
    assert step.changes.rows == {}
    assert desk.undo_label == "Add articles"


def test_changes_name_what_moved(desk: Desk, herat: ArticleId) -> None:
    place = Place(herat, 0, 9)
    with desk.step("Tag", place) as step:
        passage = desk.passages.add(herat, 0, 9)
        tag = desk.tags.add("claim")
        desk.taggings.put([passage], tag)
    assert step.changes.place == place
    assert step.changes.passage_ids() == {passage}
    assert step.changes.tag_ids() == {tag}
    assert not step.changes.touches("articles", "notes")
    with desk.step("Note") as step:
        desk.notes.write("so", passage=passage)
    assert step.changes.passage_ids() == {passage}
    changes = desk.undo()
    assert changes.label == "Note"
    assert changes.passage_ids() == {passage}
    assert desk.undo().place == place
    assert desk.redo_label == "Tag"


def test_a_new_step_ends_what_could_be_redone(desk: Desk, herat: ArticleId) -> None:
    with desk.step("One"):
        desk.tags.add("one")
    desk.undo()
    with desk.step("Two"):
        desk.tags.add("two")
    assert desk.redo() is None
    assert [(s.label, s.state) for s in desk.history()][:2] == [("Two", "done"), ("One", "dropped")]


def test_typing_is_one_step_until_something_else_happens(desk: Desk, herat: ArticleId) -> None:
    with desk.step("Tag"):
        passage = desk.passages.add(herat, 0, 9)

    def type_words(*bodies: str) -> None:
        for body in bodies:
            with desk.step("Note", merge=f"note/{passage}"):
                desk.notes.write(body, passage=passage)

    type_words("W", "Wh", "Who")
    with desk.step("Other"):
        desk.tags.add("claim")
    type_words("Who s", "Who says so?")
    desk.undo()
    assert desk.notes.on_passage(passage) == "Who"
    desk.undo()
    desk.undo()
    assert desk.notes.on_passage(passage) == ""
    for _ in range(3):
        desk.redo()
    assert desk.notes.on_passage(passage) == "Who says so?"
    type_words("Who", "")
    desk.undo()
    assert desk.notes.on_passage(passage) == "Who"


def test_a_row_that_another_program_took_stops_the_undo(desk: Desk, herat: ArticleId) -> None:
    with desk.step("Tag"):
        passage = desk.passages.add(herat, 0, 9)
    with desk.step("Resize"):
        desk.passages.resize(passage, 0, 5)
    desk.connection.execute("DELETE FROM passages")
    desk.connection.execute("DELETE FROM moved_rows")
    before = dump(desk)
    with pytest.raises(UserError, match="“Resize” cannot be undone"):
        desk.undo()
    assert dump(desk) == before


@pytest.mark.parametrize(
    "entry",
    [
        ["update", "notes; DROP TABLE notes", [1], {"id": 1}],
        ["update", "history", [1], {"label": "x"}],
        ["update", "settings", ["library"], {"value": "x"}],
        ["delete", "settings", ["saved_searches"], {"key": "library", "value": "x"}],
        ["update", "notes", [1], {}],
        ["update", "notes", [1], {"body = 1; --": 2}],
    ],
)
def test_a_history_from_a_stranger_brings_no_sql(desk: Desk, entry: list[object]) -> None:
    with desk.step("Tag"):
        desk.tags.add("claim")
    desk.connection.execute("UPDATE history SET inverse = ? WHERE id = 2", (json.dumps([entry]),))
    with pytest.raises(UserError, match="was altered"):
        desk.undo()
    assert desk.check() == []


def test_history_is_bounded(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "KEPT_STEPS", 10)
    for n in range(120):
        with desk.step(f"Tag {n}"):
            desk.tags.add(f"tag {n}")
    assert len(desk.history(1000)) == 121
    undone = sum(1 for _ in undo_all(desk))
    assert 10 <= undone < 60


class FaultyConnection:
    """Does what it is told, and reports an error after COMMIT; then it may fail for good."""

    in_transaction = False

    def __init__(self, real: sqlite3.Connection, fails_for_good: bool) -> None:
        self.real = real
        self.fails_for_good = fails_for_good
        self.has_failed = False

    def execute(self, sql: str, *values: object) -> object:
        if self.has_failed and self.fails_for_good:
            raise sqlite3.OperationalError("disk I/O error")
        done = self.real.execute(sql, *values)
        if sql == "COMMIT":
            self.has_failed = True
            raise sqlite3.OperationalError("disk I/O error")
        return done


def test_an_error_at_commit_is_no_proof_that_nothing_was_saved(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk") as desk:
        desk._journal._connection = FaultyConnection(desk.connection, fails_for_good=False)
        with desk.step("Tag"):
            desk.tags.add("claim")
        desk._journal._connection = desk.connection
        assert desk.undo_label == "Tag"


def test_an_error_at_commit_that_cannot_be_looked_into_is_told(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk") as desk:
        desk._journal._connection = FaultyConnection(desk.connection, fails_for_good=True)
        with pytest.raises(sqlite3.OperationalError, match="disk"), desk.step("Tag"):
            desk.tags.add("claim")
        desk._journal._connection = desk.connection


def test_undo_of_nothing(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk") as desk:
        assert (desk.undo(), desk.redo(), desk.undo_label, desk.redo_label) == (None,) * 4


def test_batches_are_one_step_whatever_came_between(desk: Desk, herat: ArticleId) -> None:
    before = dump(desk)
    with desk.step("Import 1 article", merge="import/1", joins=True):
        first = desk.articles.add(Draft("First."))
    with desk.step("Highlight"):
        desk.passages.add(first, 0, 5)
    with desk.step("Import 2 articles", merge="import/1", joins=True):
        desk.articles.add(Draft("Second."))
    with desk.step("Import 1 article", merge="import/2", joins=True):
        desk.articles.add(Draft("Another import."))
    after = dump(desk)
    labels = []
    while desk.undo_label != "Add articles":
        labels.append(desk.undo_label)
        desk.undo()
    assert labels == ["Import 1 article", "Highlight", "Import 2 articles"]
    assert dump(desk) == before
    while desk.redo():
        pass
    assert dump(desk) == after


def test_a_batch_after_its_import_was_undone_is_a_step_of_its_own(desk: Desk) -> None:
    with desk.step("Import", merge="import/1", joins=True):
        desk.articles.add(Draft("First."))
    desk.undo()
    with desk.step("Import", merge="import/1", joins=True):
        desk.articles.add(Draft("Second."))
    assert [row.title for row in desk.articles.rows()][2:] == ["Second"]
    desk.undo()
    assert len(desk.articles.rows()) == 2
