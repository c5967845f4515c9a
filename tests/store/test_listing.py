"""What the library lists, in every order, filtered as typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

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
        yield desk


def titles(desk: Desk, order: Order = "added", words: str = "") -> list[str]:
    known = {row.id: row.title for row in desk.articles.rows()}
    return [known[article_id] for article_id, _ in desk.listing.ids(order, words)]


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("added", ["École", "zebra", "Echo"]),
        ("newest", ["Echo", "zebra", "École"]),
        ("title", ["Echo", "École", "zebra"]),
        ("author", ["Echo", "zebra", "École"]),
        ("date", ["zebra", "École", "Echo"]),
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
    (first, folder), *others = library.listing.ids()
    assert folder == asia.id
    assert [folder for _, folder in others] == [None, None]
    assert [row.title for row in library.listing.rows_of([first])] == ["École"]
    assert library.listing.counts() == (1, 3)
    assert library.listing.with_status("reading") == {first}


def test_nothing_is_listed_on_an_empty_desk(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "empty.desk") as desk:
        assert desk.listing.counts() == (0, 0)
        assert desk.listing.ids("title") == []


def test_no_order_reads_texts(library: Desk) -> None:
    """Twenty thousand articles are listed from an index alone."""
    asked: list[str] = []
    library.connection.set_trace_callback(asked.append)
    for order in ORDERS:
        library.listing.ids(order, "e")
    library.listing.counts()
    library.listing.with_status("done")
    library.connection.set_trace_callback(None)
    assert len(asked) == len(ORDERS) + 2
    for sql in asked:
        plan = library.connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
        assert any("articles USING COVERING INDEX" in row[3] for row in plan), sql
