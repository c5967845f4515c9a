"""Which rows a list shows, and in which order."""

from datetime import datetime, timedelta, timezone

import pytest

from desk.core.row_filter import RowFilter, arranged, folded, place_of, since
from desk.core.types import ArticleId, NoteId, NoteRow, PassageId, PassageRow, Tag, TagId


def row(number: int, start: int = 0, tags=(), article: int = 1, title: str = "Herat", **more):
    about = {"quote": "few safe places", "note": "", "coder": "ada", **more}
    about.setdefault("created", f"2026-11-{number:02}T10:00:00.000Z")
    return PassageRow(
        id=PassageId(number),
        article_id=ArticleId(article),
        title=title,
        start=start,
        end=start + 10,
        tags=tuple(map(TagId, tags)),
        **about,
    )


def note(number: int, **more):
    about = {"passage_id": None, "article_id": None, "tag_id": None, "title": "", "quote": ""}
    about |= {"note": "words", "coder": "ada", "created": "2026-11-01T00:00:00.000Z"}
    return NoteRow(id=NoteId(number), start=0, end=0, tags=(), **{**about, **more})


def tag(number: int, path: str) -> Tag:
    return Tag(TagId(number), "", path, path, None, "#000000", "solid", "", None, 0)


ROW = row(5, tags=[1], note="Who says so?")


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (RowFilter(), True),
        (RowFilter(tags=frozenset([TagId(1), TagId(9)])), True),
        (RowFilter(tags=frozenset([TagId(2)])), False),
        (RowFilter(tags=frozenset()), False),
        (RowFilter(article=ArticleId(1)), True),
        (RowFilter(article=ArticleId(2)), False),
        (RowFilter(coder="ada"), True),
        (RowFilter(coder="bob"), False),
        (RowFilter(with_note=True), True),
        (RowFilter(since="2026-11-05T09:59:59.000Z"), True),
        (RowFilter(since="2026-11-06T00:00:00.000Z"), False),
    ],
)
def test_a_row_fits(wanted: RowFilter, fits: bool) -> None:
    assert wanted.fits(ROW) is fits


def test_no_tag_and_no_note() -> None:
    assert RowFilter(tags=frozenset()).fits(row(1))
    assert not RowFilter(with_note=True).fits(row(1))


def test_words_are_looked_for_in_quote_and_note() -> None:
    assert "places" in folded(ROW)
    assert "who" in folded(ROW)
    assert "straße".casefold() in folded(row(1, note="STRASSE"))


def test_orders() -> None:
    tags = {TagId(1): tag(1, "source"), TagId(2): tag(2, "Claim")}
    rows = [
        row(3, 0, [1], title="Herat"),
        row(1, 5, [], title="Herat"),
        row(2, 9, [1, 2], title="herat"),
        row(4, 0, [2], article=2, title="Combat"),
    ]
    assert [r.id for r in arranged(rows, "place", tags)] == [3, 1, 2, 4]
    assert [r.id for r in arranged(rows, "newest", tags)] == [4, 3, 2, 1]
    assert [r.id for r in arranged(rows, "tag", tags)] == [2, 4, 3, 1]
    assert [r.id for r in arranged(rows, "article", tags)] == [4, 3, 1, 2]
    unknown = arranged(rows, "tag", {})
    assert [r.id for r in unknown] == [3, 1, 2, 4]


def test_notes_without_a_place_come_last_and_those_of_an_article_first() -> None:
    free, in_article = note(1), note(2, article_id=ArticleId(1))
    on_passage = note(3, article_id=ArticleId(1), passage_id=PassageId(7))
    assert sorted([free, on_passage, in_article], key=place_of) == [in_article, on_passage, free]
    assert [r.id for r in arranged([on_passage, free], "article", {})] == [3, 1]


def test_places_are_as_the_desk_gives_them() -> None:
    rows = [row(1, 5), row(2, 0), row(3, 0, article=2), row(4, 0)]
    assert [r.id for r in sorted(rows, key=place_of)] == [2, 4, 1, 3]


KABUL = timezone(timedelta(hours=4, minutes=30))
NOW = datetime(2026, 11, 22, 8, 15, tzinfo=KABUL)  # a Sunday


def test_periods_begin_at_midnight_where_the_reader_is() -> None:
    assert since("", NOW) == ""
    assert since("today", NOW) == "2026-11-21T19:30:00.000Z"
    assert since("week", NOW) == "2026-11-15T19:30:00.000Z"
    assert since("week", NOW, first_day=7) == since("today", NOW)
    assert since("month", NOW) == "2026-10-31T19:30:00.000Z"
