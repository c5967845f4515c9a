"""Passages: the ranges that the reader marked."""

import json
from collections.abc import Generator, Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

from desk.core.anchor import is_misplaced, make_anchor
from desk.core.errors import UserError
from desk.core.text import paragraph_number
from desk.core.types import (
    ArticleId,
    Mark,
    Passage,
    PassageId,
    PassageRow,
    PassageStart,
    Place,
    TagId,
    TextRange,
)
from desk.store.nouns import Noun, id_list, tag_ids

AT_ONCE = 2_000  # passages: read in some 10 ms

_FIRST = 250  # passages: more than a screen shows

_FAR = 1 << 62
_PLACE = 'SELECT id, start, "end"'

_COLUMNS = """SELECT passages.id, passages.guid, passages.article_id, start, "end", paragraph,
  quote, prefix, suffix, coders.name, passages.created, passages.changed, ifnull(notes.body, '')
  FROM passages JOIN coders ON coders.id = passages.coder_id
  LEFT JOIN notes ON notes.passage_id = passages.id"""

_ROW_COLUMNS = """SELECT passages.id, article_id, articles.title, start, "end", quote,
  ifnull((SELECT body FROM notes WHERE notes.passage_id = passages.id), ''),
  (SELECT group_concat(tag_id) FROM passage_tags WHERE passage_id = passages.id),
  coders.name, passages.created
  FROM passages JOIN articles ON articles.id = article_id JOIN coders ON coders.id = coder_id"""
_PLAIN_ROWS = """SELECT passages.id, passages.article_id, passages.coder_id, passages.created,
  start, "end", quote, ifnull(body, '')
  FROM passages LEFT JOIN notes ON notes.passage_id = passages.id"""
_ROW_ORDER = 'ORDER BY passages.article_id, start, "end" DESC, passages.id'

_HOLDING = """SELECT place.key, passages.id, passages.start, passages."end"
  FROM json_each(?) AS place JOIN passages ON article_id = json_extract(place.value, '$[0]')
  AND passages.start <= json_extract(place.value, '$[1]')
  AND passages."end" >= json_extract(place.value, '$[2]')
  ORDER BY place.key, passages."end" - passages.start"""


class Held(NamedTuple):
    """The range of a passage, and its tags."""

    start: int
    end: int
    tags: tuple[TagId, ...]


class Passages(Noun):
    """The passages of a desk."""

    table = "passages"

    def marks(self, article_id: ArticleId) -> list[Mark]:
        """Return all passages of an article for drawing, by start, longest first."""
        text = self._desk.articles.text(article_id)
        return [mark for some in self.marks_in_turn(article_id, text) for mark in some]

    def marks_in_turn(self, article_id: ArticleId, text: str) -> Generator[list[Mark], None, None]:
        """Yield the passages of an article with this text as `marks` does: few, then up to 2,000.

        Each time they are read anew, so that a window can show the first of 100,000 at once.
        """
        start: int | None = 0
        count = _FIRST
        while start is not None:
            count = min(count, AT_ONCE)
            end = self._value(
                "SELECT start FROM passages WHERE article_id = ? AND start > ?"
                " ORDER BY start LIMIT 1 OFFSET ?",
                (article_id, start, count),
            )
            rows = self._query(
                f"{_PLACE}, quote FROM passages WHERE article_id = ? AND start >= ?"
                ' AND start < ? ORDER BY start, "end" DESC, id',
                (article_id, start, _FAR if end is None else end),
            ).fetchall()
            yield self._drawn(rows, text)
            start, count = end, 2 * count

    def count(self, article_id: ArticleId) -> int:
        """Return how many passages an article has."""
        sql = "SELECT count(*) FROM passages WHERE article_id = ?"
        return int(self._value(sql, (article_id,)))

    def marks_of(self, ids: Iterable[PassageId], article_id: ArticleId, text: str) -> list[Mark]:
        """Return those of some passages that lie in an article with this text, for drawing."""
        rows = self._query(
            # "+": SQLite shall look up these few, not walk through the article's 10,000.
            f"{_PLACE}, quote FROM passages"
            " WHERE +article_id = ? AND id IN (SELECT value FROM json_each(?))",
            (article_id, id_list(ids)),
        ).fetchall()
        return self._drawn(rows, text)

    def _drawn(self, rows: Sequence[tuple[Any, ...]], text: str) -> list[Mark]:
        """Return passages, of which there are id, start, end and quote, for drawing."""
        chosen = id_list(row[0] for row in rows)
        noted = self._query(
            "SELECT passage_id FROM notes WHERE passage_id IN (SELECT value FROM json_each(?))",
            (chosen,),
        )
        with_note = {passage_id for (passage_id,) in noted}
        tags = self._tags_of(chosen)
        made = partial(tuple.__new__, Mark)  # for thousands: half the time of `Mark(...)`
        return [
            made((id_, start, end, tags.get(id_, ()), id_ in with_note, text[start:end] != quote))
            for id_, start, end, quote in rows
        ]

    def _tags_of(self, chosen: str) -> dict[int, tuple[TagId, ...]]:
        return _by_passage(
            self._query(
                "SELECT passage_id, tag_id FROM passage_tags"
                " WHERE passage_id IN (SELECT value FROM json_each(?))",
                (chosen,),
            )
        )

    def get(self, passage_id: PassageId) -> Passage:
        """Return a passage with all that belongs to it; UserError if it is gone."""
        found = self.get_all([passage_id])
        if not found:
            raise UserError("That passage is no longer on the desk.")
        return found[0]

    def get_all(self, ids: Iterable[PassageId]) -> list[Passage]:
        """Return some passages in reading order; those that are gone are left out."""
        return self._read("passages.id IN (SELECT value FROM json_each(?))", id_list(ids))

    def of_article(self, article_id: ArticleId) -> list[Passage]:
        """Return all passages of an article in reading order."""
        return self._read("passages.article_id = ?", article_id)

    def all(self) -> list[Passage]:
        """Return every passage of the desk, by article and in reading order."""
        return self._read("1 OR ?", 0)

    def _read(self, where: str, value: Any) -> list[Passage]:  # noqa: ANN401
        order = 'passages.article_id, start, "end" DESC, passages.id'
        rows = self._query(f"{_COLUMNS} WHERE {where} ORDER BY {order}", (value,)).fetchall()
        tags = self._tags_of(id_list(row[0] for row in rows))
        texts = {row[2]: "" for row in rows}
        for article_id in texts:
            texts[article_id] = self._desk.articles.text_and_lines(article_id)[0]
        found: list[Passage] = []
        for *columns, note in rows:
            id_, _, article_id, start, end, _, quote, *_ = columns
            misplaced = is_misplaced(texts[article_id], start, end, quote)
            found.append(Passage(*(*columns, tags.get(id_, ()), note, misplaced)))
        return found

    def rows(self) -> list[PassageRow]:
        """Return every passage as the list of all shows it, by article and in reading order."""
        # One look at all tags and titles takes half as long as a look for each of 20,000.
        tags = _by_passage(self._query("SELECT passage_id, tag_id FROM passage_tags"))
        titles = dict(self._query("SELECT id, title FROM articles INDEXED BY articles_listing"))
        coders = dict(self._query("SELECT id, name FROM coders"))
        made = partial(tuple.__new__, PassageRow)
        return [
            made((id_, article, titles[article], *row, tags.get(id_, ()), coders[coder], created))
            for id_, article, coder, created, *row in self._query(f"{_PLAIN_ROWS} {_ROW_ORDER}")
        ]

    def starts(self) -> list[PassageStart]:
        """Return where every passage begins, in the order of `rows`; an index alone is read."""
        made = partial(tuple.__new__, PassageStart)
        return list(
            map(made, self._query(f"SELECT id, article_id, start FROM passages {_ROW_ORDER}"))
        )

    def rows_of(
        self, ids: Iterable[PassageId], articles: Iterable[ArticleId] = ()
    ) -> list[PassageRow]:
        """Return some passages, and all of some articles, as the list of all shows them."""
        found = self._query(
            f"{_ROW_COLUMNS} WHERE passages.id IN (SELECT value FROM json_each(?))"
            f" OR article_id IN (SELECT value FROM json_each(?)) {_ROW_ORDER}",
            (id_list(ids), id_list(articles)),
        )
        return _rows(found)

    def find(self, article_id: ArticleId, start: int, end: int) -> PassageId | None:
        """Return the oldest passage with exactly this range."""
        found = self._value(
            'SELECT id FROM passages WHERE article_id = ? AND start = ? AND "end" = ? ORDER BY id',
            (article_id, start, end),
        )
        return None if found is None else PassageId(found)

    def holding(self, places: Sequence[Place]) -> list[list[Held]]:
        """Return the passages that hold each of these places whole, the shortest first."""
        found: list[list[Held]] = [[] for _ in places]
        rows = self._query(_HOLDING, (json.dumps(places),)).fetchall()
        tags = self._tags_of(id_list(row[1] for row in rows))
        for number, passage_id, start, end in rows:
            found[number].append(Held(start, end, tags.get(passage_id, ())))
        return found

    def add(self, article_id: ArticleId, start: int, end: int) -> PassageId:
        """Mark [start, end) of an article; UserError if that is empty or outside of its text."""
        row = {
            "article_id": article_id,
            "coder_id": self._desk.coders.at_work(),
            **self._anchored(article_id, start, end),
        }
        return PassageId(self._insert(row))

    def resize(self, passage_id: PassageId, start: int, end: int) -> None:
        """Move the ends of a passage; its tags and its note stay."""
        article_id = self._value("SELECT article_id FROM passages WHERE id = ?", (passage_id,))
        if article_id is None:
            raise UserError("That passage is no longer on the desk.")
        self._update(passage_id, self._anchored(article_id, start, end))

    def _anchored(self, article_id: ArticleId, start: int, end: int) -> dict[str, Any]:
        text, starts = self._desk.articles.text_and_lines(article_id)
        if not 0 <= start < end <= len(text):
            raise UserError("Select some text of the article first: this range is empty.")
        anchor = make_anchor(text, TextRange(start, end))
        return {
            "start": start,
            "end": end,
            "paragraph": paragraph_number(starts, start),
            **anchor._asdict(),
        }

    def remove(self, ids: Iterable[PassageId]) -> None:
        """Take passages off the desk, with their notes."""
        self._delete(ids)


def _rows(found: Iterable[tuple[Any, ...]]) -> list[PassageRow]:
    made = partial(tuple.__new__, PassageRow)  # for thousands: half the time of `PassageRow(...)`
    return [made((*row[:7], tag_ids(row[7]), *row[8:])) for row in found]


def _by_passage(rows: Iterable[tuple[int, TagId]]) -> dict[int, tuple[TagId, ...]]:
    tags: dict[int, tuple[TagId, ...]] = {}
    for passage_id, tag_id in rows:
        if passage_id in tags:
            tags[passage_id] += (tag_id,)
        else:
            tags[passage_id] = (tag_id,)
    return tags
