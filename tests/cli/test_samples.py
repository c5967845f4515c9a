"""Real and hostile files through the command line; tests/samples.py says where they are."""

import json
import shutil
from pathlib import Path

import pytest

from desk.store.desk import Desk
from tests.process import Outcome, done, only_error, outcome, reading_desk
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

pytestmark = needs_samples

DESKS = [entry for entry in entries("bad") if name(entry).startswith("bad/sqlite/")]


def bring_in(folder: Path, *paths: Path) -> Outcome:
    """Import into a new desk; what is said is a line for each article or refused file."""
    Desk.create(folder / "my.desk").close()
    result = outcome(reading_desk(folder, "import", "my.desk", *paths))
    code, said, error = result
    assert code in (0, 1)
    assert error == ""
    assert "Traceback" not in said
    assert done(folder, "check", "my.desk") == "ok\n"
    return result


def texts(folder: Path) -> list[str]:
    with Desk.open(folder / "my.desk") as desk:
        return [desk.articles.text(row.id) for row in desk.articles.rows()]


def tags(folder: Path) -> list[str]:
    with Desk.open(folder / "my.desk") as desk:
        return [tag.path for tag in desk.tags.all()]


def passages(folder: Path) -> list[tuple[str, str]]:
    """The tags and the quote of each passage, as they are listed."""
    rows = json.loads(done(folder, "list", "my.desk", "passages", "--json"))
    return [("; ".join(row["tags"]), row["quote"]) for row in rows]


@pytest.mark.parametrize("entry", projects(), ids=name)
def test_every_project_comes_in_once(tmp_path: Path, entry: Entry) -> None:
    code, said, _ = bring_in(tmp_path, path_of(entry))
    assert code == 0
    assert told(entry) in said
    assert set(tags_of(entry)) <= set(tags(tmp_path))
    assert passages(tmp_path) == marked(entry)
    again = done(tmp_path, "import", "my.desk", path_of(entry))
    assert all(line.startswith("already there") for line in again.splitlines())
    assert passages(tmp_path) == marked(entry)


@pytest.mark.parametrize("entry", entries("inputs"), ids=name)
def test_every_input_comes_in(tmp_path: Path, entry: Entry) -> None:
    code, said, _ = bring_in(tmp_path, path_of(entry))
    if entry["must_contain"] is None:
        assert code == 1
        assert "protected by a password" in said
        return
    assert code == 0
    assert said.count("\n") == len(said.rstrip("\n").split("\n"))
    assert all(line.startswith(("added", "already there")) for line in said.splitlines())
    found = texts(tmp_path)
    assert len(found) == said.count("added")
    assert any(entry["must_contain"] in text for text in found)
    assert not any(phrase in text for phrase in unwanted(entry) for text in found)


@pytest.mark.parametrize("entry", entries("bad"), ids=name)
def test_every_bad_file_does_what_is_expected(tmp_path: Path, entry: Entry) -> None:
    code, said, _ = bring_in(tmp_path, path_of(entry))
    words = expected(entry)
    if words.startswith("+"):
        assert code == 0
        assert words[1:] in "\n".join(texts(tmp_path))
        assert done(tmp_path, "export", "my.desk", "out.csv")
        assert passages(tmp_path) == marked(entry)
    elif words.startswith("#"):
        assert code == 0
        assert words[1:] in tags(tmp_path)
        assert texts(tmp_path) == []
        assert told(entry) in said
    else:
        assert code == 1
        assert words in said
        assert said.startswith("refused")
        assert said.count("\n") == 1
        assert texts(tmp_path) == []


def test_all_at_once_keep_the_good_and_refuse_the_bad(tmp_path: Path) -> None:
    code, said, _ = bring_in(tmp_path, *map(path_of, entries("inputs") + entries("bad")))
    assert code == 1
    refused = [line for line in said.split("\n") if line.startswith("refused")]
    bad = [entry for entry in entries("bad") if not expected(entry).startswith(("+", "#"))]
    locked = [entry for entry in entries("inputs") if entry["must_contain"] is None]
    assert len(refused) == len(bad) + len(locked)


@pytest.mark.parametrize("entry", DESKS, ids=name)
def test_what_is_no_desk_is_told_in_one_line_and_stays(tmp_path: Path, entry: Entry) -> None:
    path = tmp_path / path_of(entry).name
    shutil.copyfile(path_of(entry), path)
    for arguments in (["check"], ["list"], ["import"]):
        rest = {"list": ["articles"], "import": [path_of(entry)]}.get(arguments[0], [])
        result = reading_desk(tmp_path, *arguments, path.name, *rest)
        assert path.name in only_error(outcome(result))
    assert path.read_bytes() == path_of(entry).read_bytes()
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == [path.name]
