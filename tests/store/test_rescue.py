"""A damaged or altered desk gives back what can be read of it, and is not touched."""

import random
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from desk.core.errors import DamagedDeskError, UserError
from desk.core.types import Draft
from desk.store.desk import Desk
from desk.store.rescue import rescue


@pytest.fixture
def full(desk: Desk) -> Path:
    with desk.step("Fill"):
        for number in range(40):
            article = desk.articles.add(Draft(f"Words of article {number}. " * 200))
            passage = desk.passages.add(article, 0, 5)
            desk.taggings.put([passage], desk.tags.ensure(f"tag {number % 5}"))
            desk.notes.write(f"note {number}", passage=passage)
    desk.close()
    return desk.path


def alter(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_an_altered_desk_is_offered_clean(full: Path, tmp_path: Path) -> None:
    alter(
        full,
        "CREATE TRIGGER evil AFTER INSERT ON notes BEGIN DELETE FROM passages; END",
        "ALTER TABLE notes ADD COLUMN extra TEXT",
    )
    with pytest.raises(DamagedDeskError):
        Desk.open(full)
    before = full.read_bytes()
    report = rescue(full, tmp_path / "clean.desk")
    assert full.read_bytes() == before
    assert sum(rescued.lost for rescued in report) == 0
    with Desk.open(tmp_path / "clean.desk") as clean:
        assert clean.check() == []
        assert len(clean.articles.rows()) == 42
        assert len(clean.notes.all()) == 40
        assert [tag.passages for tag in clean.tags.all()] == [8] * 5
        assert len(clean.search.find("note")) == 40


def test_a_view_in_the_place_of_a_table_is_not_read(full: Path, tmp_path: Path) -> None:
    alter(
        full,
        "DROP TABLE settings",
        "CREATE VIEW settings AS SELECT 'key' AS key, 'value' AS value",
    )
    rescue(full, tmp_path / "clean.desk")
    with Desk.open(tmp_path / "clean.desk") as clean:
        assert clean.settings.get("key") == ""


@pytest.mark.parametrize("seed", range(12))
def test_random_damage_is_opened_refused_or_rescued(full: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    whole = bytearray(full.read_bytes())
    for _ in range(3):
        page = chance.randrange(1, len(whole) // 4096)
        whole[page * 4096 : (page + 1) * 4096] = bytes(4096)
    full.write_bytes(whole)
    with suppress(UserError), Desk.open(full) as desk:
        assert desk.check() != []
    with suppress(UserError):
        rescue(full, tmp_path / "clean.desk")
        with Desk.open(tmp_path / "clean.desk") as clean:
            # A text with a hole in it is kept, and called what it is.
            assert all("is not the one that came in" in str(wrong) for wrong in clean.check())


def test_what_is_no_desk_cannot_be_rescued(tmp_path: Path) -> None:
    (tmp_path / "words.desk").write_text("just words")
    with pytest.raises(UserError, match="nothing in it to rescue"):
        rescue(tmp_path / "words.desk", tmp_path / "clean.desk")
