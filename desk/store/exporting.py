"""The rows that leave the desk, read from its public views."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from desk.core.types import ArticleId, TagId
from desk.store.nouns import Noun, id_list

Rows = Literal["passage", "tag"]
VIEWS: dict[Rows, str] = {"passage": "passage_list", "tag": "tagged_passages"}


class Exporting(Noun):
    """Snapshots of the public views, filtered."""

    def columns(self, rows: Rows) -> tuple[str, ...]:
        """Return the names of a view's columns, in the order of the contract."""
        found = self._query(f"PRAGMA table_info({VIEWS[rows]})").fetchall()
        return tuple(row[1] for row in found)

    def rows(
        self,
        rows: Rows = "passage",
        tags: Sequence[TagId] = (),
        articles: Sequence[ArticleId] = (),
    ) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a view in reading order; no tags or no articles means all of them.

        With `rows` "tag" and chosen tags, only the rows of those tags are given.
        """
        view = VIEWS[rows]
        where, values = self._filter(rows, tags, articles)
        yield from self._query(f"SELECT * FROM {view}{where}", values)

    def _filter(
        self, rows: Rows, tags: Sequence[TagId], articles: Sequence[ArticleId]
    ) -> tuple[str, list[str]]:
        tests: list[str] = []
        values: list[str] = []
        if articles:
            tests.append(
                "article_id IN (SELECT guid FROM articles"
                " WHERE id IN (SELECT value FROM json_each(?)))"
            )
            values.append(id_list(articles))
        if tags and rows == "tag":
            tests.append("tag_path IN (SELECT value FROM json_each(?))")
            values.append(self._paths(tags))
        elif tags:
            tests.append(
                "passage_id IN (SELECT guid FROM passages JOIN passage_tags"
                " ON passage_tags.passage_id = passages.id"
                " WHERE tag_id IN (SELECT value FROM json_each(?)))"
            )
            values.append(id_list(tags))
        return (" WHERE " + " AND ".join(tests) if tests else ""), values

    def _paths(self, tags: Sequence[TagId]) -> str:
        return json.dumps([self._desk.tags.path(tag) for tag in tags], ensure_ascii=False)
