"""What comes with articles from other programs: all of it, once, and gone at once."""

import pytest

from desk.core.types import Codebook, Draft, DraftNote, DraftPassage, DraftTag
from desk.store.desk import Desk
from desk.store.incoming import Added

TEXT = "One two three. Four five six."
GUIDS = [f"{n:08x}-1111-4111-8111-111111111111" for n in range(20)]
THEN = "2020-01-01T00:00:00.000Z"
BOOK = Codebook(
    (
        DraftTag("a", None, GUIDS[1], "#33CC33", "Of the file.", DraftNote("On a.", "Ben", THEN)),
        DraftTag("b", 0, GUIDS[2]),
        DraftTag("c"),
    ),
    (DraftNote("A plan.", "Ben", THEN, GUIDS[3]), DraftNote("Another.")),
)
DRAFT = Draft(
    TEXT,
    title="T",
    passages=(
        DraftPassage(4, 7, (0, 1), "Noted.", "Ben", THEN, GUIDS[4]),
        DraftPassage(15, 19, (2,)),
    ),
    note=DraftNote("On it."),
    guid=GUIDS[5],
)


@pytest.fixture
def desk(tmp_path):
    with Desk.create(tmp_path / "my.desk", coder="ada") as desk:
        yield desk


def bring_in(desk, book=BOOK, draft=DRAFT):
    """Bring in as an import does; return what was added by the codebook, and to the article."""
    with desk.step("Import"):
        tags, added = desk.incoming.codebook(book)
        article = desk.articles.same_text(draft.text) or desk.articles.add(draft)
        return added, desk.incoming.on_article(article, draft, tags)


def told(desk):
    """All that is on the desk, as values that can be compared."""
    paths = {tag.id: tag.path for tag in desk.tags.all()}
    return (
        [(t.path, t.guid, t.colour, t.description) for t in desk.tags.all()],
        [(p.quote, [paths[t] for t in p.tags], p.note, p.coder) for p in desk.passages.all()],
        [(n.body, n.coder, n.passage_id, n.tag_id, n.article_id) for n in desk.notes.all()],
    )


def test_everything_comes_as_it_was(desk):
    assert bring_in(desk) == (Added(tags=3, notes=3), Added(passages=2, notes=2))
    a, b, c = desk.tags.all()
    assert [tag.path for tag in (a, b, c)] == ["a", "a/b", "c"]
    assert (a.guid, a.colour, a.description) == (GUIDS[1], "#33CC33", "Of the file.")
    assert b.colour != c.colour
    assert desk.notes.on_tag(a.id) == "On a."
    noted, plain = desk.passages.all()
    assert (noted.guid, noted.quote, noted.prefix) == (GUIDS[4], "two", "One ")
    assert (noted.coder, noted.created, noted.changed) == ("Ben", THEN, THEN)
    assert (noted.tags, noted.note) == ((a.id, b.id), "Noted.")
    assert (plain.quote, plain.coder, plain.paragraph, plain.tags) == ("Four", "ada", 1, (c.id,))
    assert plain.created > THEN
    (article,) = desk.articles.rows()
    assert article.guid == GUIDS[5]
    assert desk.notes.on_article(article.id) == "On it."
    free = {note.body: note for note in desk.notes.all()}
    assert (free["A plan."].guid, free["A plan."].coder) == (GUIDS[3], "Ben")
    assert (free["A plan."].created, free["Noted."].created) == (THEN, THEN)
    assert free["Another."].coder == desk.coder == "ada"
    assert desk.check() == []


def test_twice_adds_nothing_and_an_undo_takes_all(desk):
    bring_in(desk)
    first = told(desk)
    assert bring_in(desk) == (Added(), Added())
    assert told(desk) == first
    assert len(desk.history()) == 1
    desk.undo()
    assert told(desk) == ([], [], [])
    assert desk.articles.rows() == []
    desk.redo()
    assert told(desk) == first


def test_what_is_on_the_desk_stays_as_it_is_and_the_rest_is_added(desk):
    with desk.step("Before"):
        article = desk.articles.add(Draft(TEXT))
        parent = desk.tags.ensure("a")
        desk.tags.edit(parent, description="Mine.")
        desk.notes.write("My own.", tag=parent)
        mine = desk.passages.add(article, 15, 19)
        desk.taggings.put([mine], parent)
        desk.notes.write("Here too.", article=article)
    assert bring_in(desk) == (
        Added(tags=2, notes=2, differing=2),
        Added(passages=1, tagged=1, notes=1, differing=1),
    )
    assert desk.notes.on_tag(parent) == "My own."
    assert desk.notes.on_article(article) == "Here too."
    assert desk.tags.get(parent).description == "Mine."
    assert [tag.path for tag in desk.tags.all()] == ["a", "a/b", "c"]
    assert len(desk.passages.get(mine).tags) == 2


def test_a_tag_and_a_passage_that_were_changed_here_are_still_known(desk):
    bring_in(desk)
    with desk.step("Change"):
        tag = desk.tags.find("a/b")
        desk.tags.edit(tag, name="mine")
        noted = desk.passages.all()[0]
        desk.passages.resize(noted.id, 0, 7)
        desk.notes.write("Changed.", passage=noted.id)
    assert bring_in(desk) == (Added(), Added(differing=1))
    assert desk.tags.find("a/b") is None
    assert desk.notes.on_passage(noted.id) == "Changed."


def test_another_coder_or_another_note_is_a_passage_of_its_own(desk):
    bring_in(desk)
    passages = (
        DraftPassage(4, 7, (0,), coder="Eva"),
        DraftPassage(4, 7, (0,), "Something else.", "Ben"),
        DraftPassage(4, 7, (2,), "Noted.", "Ben"),
        DraftPassage(15, 19, (), "A first note."),
    )
    _, added = bring_in(desk, draft=DRAFT._replace(passages=passages, note=DraftNote()))
    assert added == Added(passages=2, tagged=1, notes=2)
    assert desk.notes.on_passage(desk.passages.find(1, 15, 19)) == "A first note."
    assert [p.coder for p in desk.passages.all() if p.quote == "two"] == ["Ben", "Eva", "Ben"]


def test_a_guid_that_is_taken_is_not_taken_twice(desk):
    bring_in(desk)
    _, added = bring_in(desk, draft=DRAFT._replace(text="Another text of so many words."))
    assert added == Added(passages=2, notes=2)
    assert len({passage.guid for passage in desk.passages.all()}) == 4
    assert len({article.guid for article in desk.articles.rows()}) == 2
    twins = (DraftPassage(0, 3, guid=GUIDS[9]), DraftPassage(0, 4, (), "Noted.", guid=GUIDS[9]))
    draft = Draft("Twins of one guid.", passages=twins)
    assert bring_in(desk, draft=draft)[1] == Added(passages=2, notes=1)
    assert bring_in(desk, draft=draft)[1] == Added()


def test_nothing_was_made_later_than_now(desk):
    late = DraftPassage(0, 3, created="9999-01-01T00:00:00.000Z")
    bring_in(desk, draft=DRAFT._replace(passages=(late,)))
    assert desk.passages.all()[0].created < "9999"


def test_a_change_outside_of_a_step_is_refused(desk):
    with pytest.raises(RuntimeError):
        desk.incoming.codebook(BOOK)
    assert desk.tags.all() == []
