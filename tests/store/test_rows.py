"""The light rows of the list of all passages and notes, as the desk reads them."""

import pytest

from desk.core.errors import UserError
from desk.core.types import ArticleId, NoteId, PassageId
from desk.store.desk import Desk


@pytest.fixture
def combat(desk: Desk) -> ArticleId:
    return desk.articles.find("Combat")


@pytest.fixture
def marked(desk: Desk, herat: ArticleId, combat: ArticleId) -> list[PassageId]:
    """Three passages: two in Herat, one of them with tags and a note, and one in Combat."""
    with desk.step("Mark"):
        later = desk.passages.add(herat, 20, 39)
        first = desk.passages.add(herat, 0, 13)
        other = desk.passages.add(combat, 0, 6)
        for path in ("claim", "source"):
            desk.taggings.put([first], desk.tags.ensure(path))
        desk.notes.write("Who?\nWhere?", passage=first)
    return [first, later, other]


def test_rows_come_by_place(desk: Desk, marked: list[PassageId], herat: ArticleId) -> None:
    rows = desk.passages.rows()
    assert [row.id for row in rows] == marked
    first = rows[0]
    assert (first.quote, first.note, first.title) == ("Residents say", "Who?\nWhere?", "Herat")
    assert (first.article_id, first.start, first.end, first.coder) == (herat, 0, 13, "ada")
    assert first.tags == tuple(tag.id for tag in desk.tags.all())
    assert first.created.endswith("Z")
    assert (rows[1].tags, rows[1].note) == ((), "")
    assert desk.passages.starts() == [(row.id, row.article_id, row.start) for row in rows]


def test_some_rows_are_read_by_passage_and_by_article(
    desk: Desk, marked: list[PassageId], combat: ArticleId
) -> None:
    first, later, other = marked
    assert [row.id for row in desk.passages.rows_of([later])] == [later]
    assert [row.id for row in desk.passages.rows_of([first], [combat])] == [first, other]
    with desk.step("Remove"):
        desk.passages.remove([first])
    assert desk.passages.rows_of([first]) == []


def test_notes_come_by_place_and_those_without_one_last(
    desk: Desk, marked: list[PassageId], herat: ArticleId, combat: ArticleId
) -> None:
    claim = desk.tags.find("claim")
    with desk.step("Notes"):
        desk.notes.write("free")
        desk.notes.write("on the tag", tag=claim)
        desk.notes.write("on Combat", article=combat)
        desk.notes.write("on Herat", article=herat)
        desk.notes.write("in Combat", passage=marked[2])
    rows = desk.notes.rows()
    bodies = ["on Herat", "Who?\nWhere?", "on Combat", "in Combat", "free", "on the tag"]
    assert [row.note for row in rows] == bodies
    on_passage = rows[1]
    assert (on_passage.passage_id, on_passage.quote) == (marked[0], "Residents say")
    assert (on_passage.title, on_passage.end) == ("Herat", 13)
    assert len(on_passage.tags) == 2
    assert (rows[2].article_id, rows[2].passage_id, rows[2].quote) == (combat, None, "")
    assert (rows[4].article_id, rows[4].tag_id, rows[4].tags) == (None, None, ())
    assert (rows[5].tag_id, rows[5].tags) == (claim, (claim,))


def test_some_notes_are_read_by_what_they_are_on(
    desk: Desk, marked: list[PassageId], combat: ArticleId
) -> None:
    with desk.step("Notes"):
        free = desk.notes.write("free")
        desk.notes.write("on Combat", article=combat)
    assert free is not None
    assert [row.note for row in desk.notes.rows_of([free])] == ["free"]
    assert [row.note for row in desk.notes.rows_of([], [marked[0]])] == ["Who?\nWhere?"]
    assert [row.note for row in desk.notes.rows_of([], (), [combat])] == ["on Combat"]


def test_a_note_is_read_and_removed_by_its_id(desk: Desk, marked: list[PassageId]) -> None:
    (note,) = desk.notes.all()
    assert desk.notes.get(note.id) == note
    with desk.step("Remove"):
        desk.notes.remove([note.id])
    with pytest.raises(UserError, match="no longer"):
        desk.notes.get(NoteId(note.id))
    assert len(desk.passages.rows()) == 3
    desk.undo()
    assert desk.notes.get(note.id) == note
