"""Projects of other programs come in: by the command line, in parts, in one step."""

import json
from pathlib import Path

import pytest

from desk.core.types import Draft
from desk.store.desk import Desk
from desk.tasks import importing
from desk.tasks.intake import Arrival, Intake, Terms, label
from tests.formats.make import code, guid, qde, qdpx, selection, text_source
from tests.process import done, outcome, reading_desk

NOTE = "<Description>Look here.</Description>"


def project(texts: int = 2, rest: str = "") -> bytes:
    sources = "".join(
        text_source(
            selection(
                5, 9, 3, 4, number=50 + n, inner=NOTE, attributes=f"creatingUser='{guid(2)}'"
            ),
            name=f"Text {n}",
            file=f"{n}.txt",
            number=90 + n,
        )
        for n in range(texts)
    )
    files = {f"{n}.txt": f"Some words of text {n}." for n in range(texts)}
    return qdpx(code(3, "a", code(4, "b")), sources, files, rest)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "study.qdpx"
    path.write_bytes(project(rest="<Links><Link/></Links>"))
    return path


def take_in(desk: Desk, path: Path, terms: Terms | None = None) -> list[Arrival]:
    intake = Intake(desk, terms)
    for batch in importing.batches(importing.read([path])):
        intake.store(batch)
    return intake.arrivals


def said(arrivals: list[Arrival]) -> list[tuple[str, str, str]]:
    return [(a.state, a.title, ", ".join(map(str, a.brought))) for a in arrivals]


def test_the_command_line_tells_what_came(tmp_path: Path, path: Path) -> None:
    Desk.create(tmp_path / "my.desk").close()
    lines = done(tmp_path, "import", "my.desk", path).splitlines()
    assert lines == [
        f"added: {path}: 2 tags (Not taken: 1 link.)",
        f"added: {path}: 1 “Text 0”, 1 passage, 1 note",
        f"added: {path}: 2 “Text 1”, 1 passage, 1 note",
    ]
    rows = json.loads(done(tmp_path, "list", "my.desk", "passages", "--json"))
    assert [(row["quote"], row["tags"], row["coder"], row["note"]) for row in rows] == [
        ("word", ["a", "a/b"], "Ben", "Look here.")
    ] * 2
    code_, again, error = outcome(reading_desk(tmp_path, "import", "my.desk", path))
    assert (code_, error) == (0, "")
    assert [line.partition(":")[0] for line in again.splitlines()] == ["already there"] * 3


def test_a_project_in_parts_is_one_step(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 5_000)
    path.write_bytes(project(texts=5))
    parts = list(importing.read([path]))
    assert [(part.part, len(part.drafts), len(part.words)) for part in parts] == [
        (0, 1, 1),
        (1, 2, 2),
        (2, 2, 2),
    ]
    with Desk.create(tmp_path / "my.desk", coder="ada") as desk:
        intake = Intake(desk)
        for part in parts:
            intake.store([part])
        assert [a.state for a in intake.arrivals] == ["added"] * 6
        assert [step.label for step in desk.history()] == ["Import 5 articles"]
        assert len(desk.passages.all()) == 5
        assert len(desk.tags.all()) == 2
        desk.undo()
        assert (desk.articles.rows(), desk.passages.all(), desk.tags.all()) == ([], [], [])
        assert desk.coder == "ada"


def test_an_article_that_is_there_gets_the_passages_that_it_lacks(
    tmp_path: Path, path: Path
) -> None:
    with Desk.create(tmp_path / "my.desk", coder="ada") as desk:
        with desk.step("Before"):
            desk.articles.add(Draft("Some words of text 0.", title="Mine"))
            desk.articles.add(Draft("Some words of text 1."))
            desk.tags.ensure("a/b")
        arrivals = take_in(desk, path)
        assert said(arrivals) == [
            ("present", "", "2 tags"),
            ("present", "Mine", "1 passage, 1 note"),
            ("present", "Some words of text 1", "1 passage, 1 note"),
        ]
        assert desk.history()[0].label == str(label(arrivals)) == "Import “study.qdpx”"
        copies = take_in(desk, path, Terms(copies=True))
        assert [a.state for a in copies] == ["present", "added", "added"]
        assert len(desk.passages.all()) == 4


def test_a_codebook_brings_its_tags_and_says_what_differs(tmp_path: Path) -> None:
    path = tmp_path / "codes.qdc"
    described = code(3, "a", "<Description>Theirs.</Description>")
    path.write_text(qde(described + code(4, "b")))
    with Desk.create(tmp_path / "my.desk") as desk:
        with desk.step("Before"):
            desk.tags.edit(desk.tags.ensure("a"), description="Mine.")
        (arrival,) = take_in(desk, path)
        assert said([arrival]) == [("added", "", "1 tag")]
        assert "1 note or description differs" in str(arrival.words[0])
        assert desk.undo_label == "Import “codes.qdc”"


def test_of_a_project_without_tags_what_was_left_is_told_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "study.qdpx"
    rest = "<Links><Link/></Links>"
    path.write_bytes(qdpx("", text_source(), {"doc.txt": "Some words."}, rest))
    with Desk.create(tmp_path / "my.desk") as desk:
        first, second = take_in(desk, path)
        assert (first.brought, [str(w) for w in first.words]) == ((), ["Not taken: 1 link."])
        assert (second.title, second.brought, second.words) == ("doc", (), ())
        path.write_bytes(qdpx("", text_source(), {"doc.txt": "Other words."}))
        assert said(take_in(desk, path)) == [("added", "doc", "")]
