"""What the library lists, in every order, filtered as typed."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk.core.article_filter import ArticleFilter, Facet
from desk.core.types import Draft
from desk.store.desk import Desk
from desk.store.listing import ORDERS, Order


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "mine.desk", coder="ada") as desk:
        with desk.step("Add"):
            asia = desk.folders.add("Asia")
            one = desk.articles.add(Draft("One.", "École", published="2021", source="BBC"), asia)
            two = desk.articles.add(Draft("Two.", "zebra", author="Émile", published="2022"))
            desk.articles.add(Draft("Three.", "Echo", author="doucet", source="AP"))
            desk.articles.edit(two, status="done")
            desk.articles.edit(one, status="reading")
            desk.passages.add(two, 0, 3)
        for title in ("zebra", "Echo"):
            desk.bookmarks.note_reading(desk.articles.find(title))
            time.sleep(0.002)
        yield desk


def titles(desk: Desk, order: Order = "added", words: str = "", **wanted: Any) -> list[str]:
    known = {row.id: row.title for row in desk.articles.rows()}
    listed = desk.listing.ids(order, ArticleFilter(words, **wanted))
    return [known[article_id] for article_id, *_ in listed]


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("added", ["École", "zebra", "Echo"]),
        ("newest", ["Echo", "zebra", "École"]),
        ("title", ["Echo", "École", "zebra"]),
        ("author", ["Echo", "zebra", "École"]),
        ("date", ["zebra", "École", "Echo"]),
        ("oldest", ["École", "zebra", "Echo"]),
        ("read", ["Echo", "zebra", "École"]),
        ("source", ["Echo", "École", "zebra"]),
        ("status", ["École", "Echo", "zebra"]),
        ("passages", ["zebra", "École", "Echo"]),
    ],
)
def test_every_order(library: Desk, order: Order, wanted: list[str]) -> None:
    assert titles(library, order) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("ecole", ["École"]), ("EMILE zeb", ["zebra"]), ("bbc 2021", ["École"]),
     ("ec", ["École", "Echo"]), ("nowhere", []), ("%", []), (" ", ["École", "zebra", "Echo"])],
)  # fmt: skip
def test_words_of_title_author_date_and_source(
    library: Desk, words: str, wanted: list[str]
) -> None:
    assert titles(library, words=words) == wanted


def test_ids_come_with_their_folder_and_rows_when_asked(library: Desk) -> None:
    (asia,) = library.listing.folders()
    (first, folder, _), *others = library.listing.ids()
    assert folder == asia.id
    assert [folder for _, folder, _ in others] == [None, None]
    assert [row.title for row in library.listing.rows_of([first])] == ["École"]
    assert [done for *_, done in library.listing.ids("added")] == [0, 1, 0]
    assert library.listing.with_status("reading") == {first}


def test_nothing_is_listed_on_an_empty_desk(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "empty.desk") as desk:
        assert desk.listing.ids("title") == []


def test_no_order_reads_texts(library: Desk) -> None:
    """Twenty thousand articles are listed from an index alone."""
    asked: list[str] = []
    library.connection.set_trace_callback(asked.append)
    for order in ORDERS:
        library.listing.ids(order, ArticleFilter("e", status="done", date="2022"))
    library.listing.with_status("done")
    library.connection.set_trace_callback(None)
    assert len(asked) == len(ORDERS) + 1
    for sql in asked:
        plan = library.connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
        assert any("articles USING COVERING INDEX" in row[3] for row in plan), sql


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ({"status": "unread"}, ["Echo"]),
        ({"author": "Émile"}, ["zebra"]),
        ({"author": ""}, ["École"]),
        ({"date": "2021"}, ["École"]),
        ({"date": ""}, ["Echo"]),
        ({"source": "AP", "status": "done"}, []),
        ({"source": ""}, ["zebra"]),
    ],
)
def test_each_filter(library: Desk, wanted: dict[str, Any], shown: list[str]) -> None:
    assert titles(library, **wanted) == shown
    done = [is_done for *_, is_done in library.listing.ids("added", ArticleFilter(**wanted))]
    assert done == [title == "zebra" for title in shown]


def test_a_tag_stands_for_those_under_it(library: Desk) -> None:
    (passage,) = library.passages.all()
    with library.step("Tag"):
        tag = library.tags.ensure("claim/official")
        library.taggings.put([passage.id], tag)
        other = library.tags.ensure("source")
    claim = library.tags.find("claim")
    assert titles(library, tag=claim) == titles(library, tag=tag) == ["zebra"]
    assert titles(library, tag=other) == []
    found = [(value.words, value.articles) for value in library.listing.facets("tag")]
    assert found == [("claim", 0), ("claim/official", 1), ("source", 0)]


@pytest.mark.parametrize(
    ("facet", "values"),
    [("author", ["doucet", "Émile", ""]), ("date", ["2022", "2021", ""]),
     ("source", ["AP", "BBC", ""])],
)  # fmt: skip
def test_what_there_is_to_filter_by(library: Desk, facet: Facet, values: list[str]) -> None:
    found = library.listing.facets(facet)
    assert [value.words for value in found] == values
    assert {value.articles for value in found} == {1}


def test_sources_of_several_articles_come_first(library: Desk) -> None:
    with library.step("Edit"):
        library.articles.edit(library.articles.find("zebra"), source="BBC")
    assert [value.words for value in library.listing.facets("source")] == ["BBC", "AP"]


def test_a_date_that_begins_with_no_year_stands_for_itself(library: Desk) -> None:
    with library.step("Edit"):
        library.articles.edit(library.articles.find("Echo"), published="May 2020")
        library.articles.edit(library.articles.find("École"), published="2021-08-13")
    assert [value.words for value in library.listing.facets("date")] == ["May 2020", "2022", "2021"]
    assert titles(library, date="2021") == ["École"]
    assert titles(library, date="May 2020") == ["Echo"]


def test_a_new_article_begins_at_its_beginning(library: Desk) -> None:
    echo = library.articles.find("Echo")
    library.bookmarks.set_position(echo, 2)
    with library.step("Remove"):
        library.articles.remove([echo])
    with library.step("Add"):
        new = library.articles.add(Draft("Another.", "New"))
    assert new == echo  # SQLite gives the number again
    assert library.bookmarks.position(new) == 0
    assert titles(library, "read") == ["zebra", "École", "New"]
