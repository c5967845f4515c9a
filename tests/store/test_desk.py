"""The desk as a library: what goes in comes out, and what fails leaves nothing."""

from contextlib import suppress
from pathlib import Path

import pytest

from desk.core.errors import UserError
from desk.core.types import ArticleId, Draft, Place, TagId
from desk.store.desk import Desk


def mark(desk: Desk, article: ArticleId, start: int, end: int, *tags: str) -> int:
    with desk.step("Tag", Place(article, start, end)):
        passage = desk.passages.add(article, start, end)
        for path in tags:
            desk.taggings.put([passage], desk.tags.ensure(path))
    return passage


def test_an_article_comes_back_as_it_was_cleaned(desk: Desk) -> None:
    with desk.step("Add"):
        added = desk.articles.add(Draft("\ufeffA\r\nB\x00", author="Ann", encoding="utf-8"))
    article = desk.articles.get(added)
    assert (article.text, article.author, article.status) == ("A\nB\ufffd", "Ann", "unread")
    assert desk.articles.rows()[-1].title == article.title


def test_an_article_without_words_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError, match="nothing to read"), desk.step("Add"):
        desk.articles.add(Draft(" \n\t\n"))
    assert len(desk.articles.rows()) == 2


def test_an_article_is_found_by_title_and_by_id(desk: Desk, herat: ArticleId) -> None:
    assert desk.articles.find(str(herat)) == herat
    with pytest.raises(UserError, match="No article has"):
        desk.articles.find("Nowhere")
    with desk.step("Add"):
        desk.articles.add(Draft("Other words.", title="Herat"))
    with pytest.raises(UserError, match="2 articles are called"):
        desk.articles.find("Herat")


def test_what_is_known_about_an_article_is_cleaned_as_its_text_is(desk: Desk) -> None:
    with desk.step("Add"):
        added = desk.articles.add(Draft("A", title="Two\r\nlines\x00", source="bad\udcff.txt"))
    article = desk.articles.get(added)
    assert (article.title, article.source) == ("Two lines\ufffd", "bad\ufffd.txt")
    with desk.step("Edit"):
        desk.articles.edit(added, title="\ud800\n", author="Ann\tB.")
    article = desk.articles.get(added)
    assert (article.title, article.author) == ("\ufffd", "Ann B.")


def test_editing_an_article(desk: Desk, herat: ArticleId) -> None:
    with desk.step("Edit"):
        desk.articles.edit(herat, title="  ", status="done", author="BBC")
    article = desk.articles.get(herat)
    assert article.title.startswith("Residents say")
    assert (article.status, article.author) == ("done", "BBC")
    with pytest.raises(TypeError), desk.step("Edit"):
        desk.articles.edit(herat, text="other")


def test_the_text_of_an_article_never_changes(desk: Desk, herat: ArticleId) -> None:
    with pytest.raises(Exception, match="never changes"), desk.step("Edit"):
        desk.connection.execute("UPDATE articles SET text = 'x' WHERE id = ?", (herat,))


def test_a_passage_keeps_its_words_and_where_they_stand(desk: Desk, herat: ArticleId) -> None:
    text = desk.articles.text(herat)
    start = text.index("🙂")
    passage = desk.passages.get(mark(desk, herat, start, start + 4, "claim"))
    assert (passage.quote, passage.paragraph, passage.coder) == ("🙂 So", 2, "ada")
    assert passage.prefix == text[start - 32 : start]
    assert passage.suffix == " be it."
    stored = desk.connection.execute(
        'SELECT substr(text, start + 1, "end" - start) FROM passages JOIN articles'
        " ON articles.id = article_id"
    ).fetchone()
    assert stored == ("🙂 So",)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (7, 3), (-1, 3), (0, 10_000)])
def test_a_passage_outside_of_the_text_is_refused(
    desk: Desk, herat: ArticleId, start: int, end: int
) -> None:
    with pytest.raises(UserError, match="empty"), desk.step("Tag"):
        desk.passages.add(herat, start, end)
    assert desk.passages.of_article(herat) == []
    assert desk.history()[0].label == "Add articles"


def test_resizing_keeps_tags_and_note(desk: Desk, herat: ArticleId) -> None:
    passage = mark(desk, herat, 0, 9, "claim")
    with desk.step("Note"):
        desk.notes.write("Who?", passage=passage)
    with desk.step("Resize"):
        desk.passages.resize(passage, 0, 13)
    found = desk.passages.get(passage)
    assert (found.quote, found.note, len(found.tags)) == ("Residents say", "Who?", 1)


def test_marks_are_in_drawing_order_and_know_what_is_misplaced(
    desk: Desk, herat: ArticleId
) -> None:
    short, long = mark(desk, herat, 0, 9, "claim", "place"), mark(desk, herat, 0, 20)
    with desk.step("Break"):
        desk.connection.execute("UPDATE passages SET quote = 'other' WHERE id = ?", (long,))
    marks = desk.passages.marks(herat)
    assert [m.id for m in marks] == [long, short]
    assert [m.misplaced for m in marks] == [True, False]
    assert desk.passages.marks_of([short], herat, desk.articles.text(herat)) == [marks[1]]
    assert desk.passages.marks_of([short], desk.articles.find("Combat"), "") == []
    assert desk.passages.get(long).misplaced


def test_what_is_gone_says_so(desk: Desk, herat: ArticleId) -> None:
    passage = mark(desk, herat, 0, 9, "claim")
    tag = desk.tags.find("claim")
    assert tag is not None
    with desk.step("Remove"):
        desk.articles.remove([herat])
        desk.tags.remove(tag)
    for ask in (
        lambda: desk.articles.get(herat),
        lambda: desk.articles.text(herat),
        lambda: desk.passages.get(passage),
        lambda: desk.passages.resize(passage, 0, 1),
        lambda: desk.tags.get(tag),
    ):
        with pytest.raises(UserError, match="no longer on the desk"):
            ask()


def test_tags_nest_and_are_listed_as_a_tree(desk: Desk) -> None:
    with desk.step("Tags"):
        desk.tags.ensure("place/Herat")
        desk.tags.ensure(r"and\/or")
        desk.tags.ensure("place/Aleppo")
    assert [tag.path for tag in desk.tags.all()] == [
        r"and\/or",
        "place",
        "place/Aleppo",
        "place/Herat",
    ]
    assert desk.tags.find("place/Nowhere") is None


def test_tags_with_a_number_key_are_listed_first(desk: Desk) -> None:
    with desk.step("Tags"):
        for path, key in (("a", 0), ("b", None), ("c", 2), ("c/e", 3), ("c/d", None), ("f", 1)):
            desk.tags.pin(desk.tags.ensure(path), key)
    assert [tag.path for tag in desk.tags.all()] == ["f", "c", "c/e", "c/d", "a", "b"]


def test_two_tags_cannot_share_a_place(desk: Desk) -> None:
    with desk.step("Tags"):
        desk.tags.add("claim")
        other = desk.tags.add("other")
    for change in (
        lambda: desk.tags.add("claim"),
        lambda: desk.tags.edit(other, name="claim"),
        lambda: desk.tags.ensure(""),
    ):
        with pytest.raises(UserError), desk.step("Tags"):
            change()


def test_a_tag_cannot_lie_under_itself(desk: Desk) -> None:
    with desk.step("Tags"):
        child = desk.tags.ensure("a/b")
        parent = desk.tags.find("a")
    for target in (parent, child):
        with pytest.raises(UserError, match="under itself"), desk.step("Move"):
            desk.tags.move(parent, target)
    with desk.step("Move"):
        desk.tags.move(child, None)
    assert desk.tags.get(child).path == "b"


def test_a_number_key_has_one_owner(desk: Desk) -> None:
    with desk.step("Tags"):
        first, second = desk.tags.add("first"), desk.tags.add("second")
        desk.tags.pin(first, 1)
        desk.tags.pin(second, 1)
    assert desk.tags.on_key(1) == second
    assert desk.tags.get(first).number_key is None
    assert desk.tags.free_key() == 2
    desk.undo()
    assert desk.tags.on_key(1) is None


def test_removing_a_tag_keeps_passages_and_lifts_what_lay_under_it(
    desk: Desk, herat: ArticleId
) -> None:
    passage = mark(desk, herat, 0, 9, "place", "place/Herat")
    with desk.step("Delete tag"):
        desk.tags.remove(desk.tags.find("place"))
    assert [tag.path for tag in desk.tags.all()] == ["Herat"]
    assert desk.passages.get(passage).tags == (desk.tags.find("Herat"),)
    desk.undo()
    assert [tag.passages for tag in desk.tags.all()] == [1, 1]


def test_merging_moves_everything_once(desk: Desk, herat: ArticleId) -> None:
    both = mark(desk, herat, 0, 9, "old", "new")
    only = mark(desk, herat, 10, 13, "old/deep")
    with desk.step("Tags"):
        desk.tags.ensure("new/deep")
        desk.tags.merge(desk.tags.find("old"), desk.tags.find("new"))
    assert [(t.path, t.passages) for t in desk.tags.all()] == [("new", 1), ("new/deep", 1)]
    assert len(desk.passages.get(both).tags) == len(desk.passages.get(only).tags) == 1
    desk.undo()
    assert [(t.path, t.passages) for t in desk.tags.all()] == [
        ("new", 1),
        ("old", 1),
        ("old/deep", 1),
    ]


def test_a_merge_keeps_what_was_said_about_the_tag_that_goes(desk: Desk) -> None:
    with desk.step("Tags"):
        old, new = desk.tags.ensure("old"), desk.tags.ensure("new")
        desk.tags.edit(old, description="Who says so")
        desk.tags.pin(old, 3)
        desk.notes.write("The old one", tag=old)
        desk.notes.write("The new one", tag=new)
    with desk.step("Merge"):
        desk.tags.merge(old, new)
    left = desk.tags.get(new)
    assert (left.description, left.number_key) == ("Who says so", 3)
    assert desk.notes.on_tag(new) == "The new one\n\nThe old one"
    desk.undo()
    assert desk.tags.get(old).number_key == 3
    assert desk.notes.on_tag(new) == "The new one"
    with desk.step("Merge"):
        desk.tags.merge(new, old)
    assert desk.tags.get(old).description == "Who says so"


def test_a_branch_counts_each_passage_once(desk: Desk, herat: ArticleId) -> None:
    mark(desk, herat, 0, 9, "a/b", "a/c")
    mark(desk, herat, 10, 13, "a/b/d", "a")
    mark(desk, herat, 0, 3, "e")
    tags = {tag.path: tag.id for tag in desk.tags.all()}
    assert desk.taggings.branch_counts() == {tags["a"]: 2, tags["a/b"]: 2}
    assert desk.taggings.shared(tags["a/b"], tags["a/c"]) == 1
    assert desk.taggings.shared(tags["a/b"], tags["a"]) == 0


def test_a_tag_does_not_merge_into_its_own_branch(desk: Desk) -> None:
    with desk.step("Tags"):
        child = desk.tags.ensure("a/b")
    with pytest.raises(UserError, match="lies under it"), desk.step("Merge"):
        desk.tags.merge(desk.tags.find("a"), child)


@pytest.mark.parametrize("end", ["remove", "merge"])
def test_a_lifted_tag_may_have_the_name_of_the_one_that_goes(
    desk: Desk, herat: ArticleId, end: str
) -> None:
    passage = mark(desk, herat, 0, 9, "a/b/b")
    with desk.step("Delete"):
        if end == "remove":
            desk.tags.remove(desk.tags.find("a/b"))
        else:
            desk.tags.merge(desk.tags.find("a/b"), desk.tags.find("a"))
    assert [tag.path for tag in desk.tags.all()] == ["a", "a/b"]
    assert desk.passages.get(passage).tags == (desk.tags.find("a/b"),)
    desk.undo()
    assert [tag.path for tag in desk.tags.all()] == ["a", "a/b", "a/b/b"]


def test_notes_live_on_what_they_are_about(desk: Desk, herat: ArticleId) -> None:
    passage = mark(desk, herat, 0, 9, "claim")
    tag = desk.tags.find("claim")
    with desk.step("Notes"):
        desk.notes.write("on it", passage=passage)
        desk.notes.write("on the article", article=herat)
        desk.notes.write("on the tag", tag=tag)
        free = desk.notes.write("free\r\nwords")
        desk.notes.rewrite(free, "free words")
    assert desk.notes.on_passage(passage) == "on it"
    assert desk.notes.on_article(herat) == "on the article"
    assert desk.notes.on_tag(tag) == "on the tag"
    assert [note.body for note in desk.notes.all()][-1] == "free words"
    with desk.step("Empty"):
        assert desk.notes.write("  ", passage=passage) is None
        assert desk.notes.write("  ", passage=passage) is None
    assert desk.notes.on_passage(passage) == ""


def test_search_finds_titles_texts_quotes_and_notes(desk: Desk, herat: ArticleId) -> None:
    passage = mark(desk, herat, 57, 68)
    with desk.step("Note"):
        desk.notes.write("The reporter is unnamed", passage=passage)
    hits = desk.search.find("réporter")
    assert [hit.where for hit in hits] == ["text", "quote", "note"]
    text = desk.articles.text(herat)
    assert text[hits[0].start : hits[0].end] == "reporter"
    assert [hits[0].snippet[m.start : m.end] for m in hits[0].marks] == ["reporter"]
    assert (hits[2].start, hits[2].end) == (57, 68)
    assert [hit.where for hit in desk.search.find("Combat")] == ["title", "text"]


@pytest.mark.parametrize("words", ['"', "a AND", "NEAR(", "^x", "title:", "*", "a*b", "(", "-x y"])
def test_no_search_is_syntax(desk: Desk, words: str) -> None:
    with suppress(UserError):
        desk.search.find(words)


def test_search_index_follows_removal_and_undo(desk: Desk, herat: ArticleId) -> None:
    with desk.step("Remove"):
        desk.articles.remove([herat])
    assert desk.search.find("residents") == []
    desk.undo()
    assert len(desk.search.find("residents")) == 1
    assert desk.check() == []


def test_rows_for_export_have_the_columns_of_the_contract(desk: Desk, herat: ArticleId) -> None:
    mark(desk, herat, 0, 9, "b", "a/c", "a")
    mark(desk, herat, 10, 13)
    columns = desk.exporting.columns("passage")
    assert columns == (
        "passage_id", "article_id", "article_title", "article_author", "article_date",
        "article_source", "tags", "quote", "note", "start", "end", "paragraph", "prefix",
        "suffix", "coder", "created", "changed",
    )  # fmt: skip
    rows = [dict(zip(columns, row, strict=True)) for row in desk.exporting.rows("passage")]
    assert [row["tags"] for row in rows] == ["a; a/c; b", ""]
    tagged = list(desk.exporting.rows("tag"))
    assert [row[7] for row in tagged] == ["a", "a/c", "b", ""]
    assert desk.exporting.columns("tag")[6:9] == ("tag", "tag_path", "tag_colour")
    chosen = [desk.tags.find("a")]
    assert len(list(desk.exporting.rows("passage", chosen, [herat]))) == 1
    assert [row[7] for row in desk.exporting.rows("tag", chosen)] == ["a"]
    assert list(desk.exporting.rows("passage", (), [desk.articles.find("Combat")])) == []


def test_reading_position_is_kept_and_is_no_step(desk: Desk, herat: ArticleId) -> None:
    desk.bookmarks.set_position(herat, 42)
    assert desk.bookmarks.position(herat) == 42
    assert desk.bookmarks.position(desk.articles.find("Combat")) == 0
    assert desk.history()[0].label == "Add articles"


def test_a_change_outside_of_a_step_is_a_bug(desk: Desk, herat: ArticleId) -> None:
    with pytest.raises(RuntimeError):
        desk.passages.add(herat, 0, 3)
    with pytest.raises(RuntimeError), desk.step("One"), desk.step("Two"):
        pass


def test_same_text_is_recognised(desk: Desk, herat: ArticleId) -> None:
    assert desk.articles.same_text(desk.articles.text(herat)) == herat
    assert desk.articles.same_text("never seen") is None


def test_a_copy_has_everything_and_never_covers_a_file(desk: Desk, tmp_path: Path) -> None:
    desk.save_copy(tmp_path / "copy.desk")
    with Desk.open(tmp_path / "copy.desk") as copy:
        assert [row.title for row in copy.articles.rows()] == ["Herat", "Combat"]
        assert copy.settings.get("guid") == desk.settings.get("guid")
    with pytest.raises(UserError, match="exists already"):
        desk.save_copy(tmp_path / "copy.desk")


def test_two_that_make_the_same_desk_make_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "one.desk"
    with Desk.create(path) as desk, desk.step("Add"):
        desk.articles.add(Draft("Words."))
    monkeypatch.setattr(Path, "exists", lambda self: False)  # as it was when the other one looked
    with pytest.raises(UserError, match="cannot be made there"):
        Desk.create(path)
    with Desk.open(path) as desk:
        assert [article.text for article in map(desk.articles.get, [1])] == ["Words."]
    assert [left.name for left in tmp_path.iterdir()] == ["one.desk"]


def test_a_new_desk_is_never_seen_without_what_it_begins_with(tmp_path: Path) -> None:
    path = tmp_path / "one.desk"

    def begin(desk: Desk) -> None:
        assert not path.exists()
        assert desk.path == path
        with desk.step("Add"):
            desk.articles.add(Draft("Words."))

    with Desk.create(path, begin=begin) as desk:
        assert [row.title for row in desk.articles.rows()] == ["Words"]

    def fail(desk: Desk) -> None:
        begin(desk)
        raise UserError("No.")

    path.unlink()
    with pytest.raises(UserError, match="No"):
        Desk.create(path, begin=fail)
    assert list(tmp_path.iterdir()) == []


def test_a_desk_is_made_where_files_have_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    Desk.create(tmp_path / "one.desk").close()
    assert [left.name for left in tmp_path.iterdir()] == ["one.desk"]


def test_check_tells_what_is_wrong(desk: Desk, herat: ArticleId) -> None:
    passage = mark(desk, herat, 0, 9, "a/b")
    mark(desk, herat, 10, 13)
    assert desk.check() == []
    with desk.step("Break"):
        run = desk.connection.execute
        run("UPDATE passages SET quote = 'x' WHERE id = ?", (passage,))
        run("UPDATE passages SET paragraph = 9 WHERE id <> ?", (passage,))
        run("UPDATE tags SET parent_id = (SELECT id FROM tags WHERE name = 'b') WHERE name = 'a'")
    wrong = " ".join(map(str, desk.check()))
    assert "is misplaced" in wrong
    assert "names paragraph 9" in wrong
    assert "lies under itself" in wrong


def test_tag_ids_are_numbers(desk: Desk) -> None:
    with desk.step("Tag"):
        assert desk.tags.get(TagId(desk.tags.add("claim", colour="#aabbcc"))).colour == "#AABBCC"
