"""The articles as the library lists them: ids in order, and rows for those that are in sight.

Twenty thousand articles are as many small numbers; what is known about one is read when it is
shown. A covering index answers all of it, so that no text is touched.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from desk.core.article_filter import ArticleFilter, Facet
from desk.core.folding import folded
from desk.core.types import ArticleId, ArticleRow, Folder, FolderId, Status
from desk.store.nouns import Noun

if TYPE_CHECKING:
    from desk.core.facets import FacetValue

Order = Literal[
    "added",
    "newest",
    "read",
    "title",
    "author",
    "date",
    "oldest",
    "source",
    "status",
    "passages",
]

Listed = tuple[ArticleId, FolderId | None, bool]
"""An article, its folder, and whether it is done; plain, because there may be 20,000."""

# What has no author or date comes last; equals come in the order in which they were added.
ORDERS: Mapping[Order, str] = {
    "added": "id",
    "newest": "id DESC",
    "read": "(SELECT value FROM settings WHERE key = 'read/' || articles.id) DESC, id",
    "title": "folded(title), id",
    "author": "author = '', folded(author), folded(title), id",
    "date": "published = '', published DESC, id",
    "oldest": "published = '', published, id",
    "source": "source = '', folded(source), folded(title), id",
    "status": "CASE status WHEN 'reading' THEN 0 WHEN 'unread' THEN 1 ELSE 2 END, id",
    "passages": "(SELECT count(*) FROM passages WHERE article_id = articles.id) DESC, id",
}

_INDEX = "articles INDEXED BY articles_listing"

_KNOWN = "title || char(10) || author || char(10) || published || char(10) || source"

# A year where the date begins with one, else the date as it is written.
_DATE = """CASE WHEN published GLOB '[0-9][0-9][0-9][0-9]*' THEN substr(published, 1, 4)
  ELSE published END"""

_TAGGED = """id IN (WITH RECURSIVE under(id) AS (
    VALUES (?) UNION ALL SELECT tags.id FROM tags JOIN under ON tags.parent_id = under.id)
  SELECT article_id FROM passages JOIN passage_tags ON passage_id = passages.id
  JOIN under ON tag_id = under.id)"""

_TESTS = {
    "status": "status = ?",
    "author": "author = ?",
    "date": f"{_DATE} = ?",
    "source": "source = ?",
    "tag": _TAGGED,
}

_COLUMNS: Mapping[Facet, str] = {"author": "author", "date": _DATE, "source": "source"}

_ARTICLES_OF_TAGS = """SELECT tag_id, count(DISTINCT article_id) FROM passage_tags
  JOIN passages ON passages.id = passage_id GROUP BY tag_id"""


class Listing(Noun):
    """What the library shows."""

    def ids(self, order: Order = "added", wanted: ArticleFilter | None = None) -> list[Listed]:
        """Return every article that a filter lets through."""
        tests, values = self._tests(wanted or ArticleFilter())
        columns = "id, folder_id, status = 'done'"
        sql = f"SELECT {columns} FROM {_INDEX} WHERE {tests} ORDER BY {ORDERS[order]}"
        return self._query(sql, values).fetchall()

    def _tests(self, wanted: ArticleFilter) -> tuple[str, list[Any]]:
        """Return the condition for a filter, and the values in it."""
        words = folded(wanted.words).split()
        tests = [f"instr(folded({_KNOWN}), ?)"] * len(words)
        values: list[Any] = list(words)
        for field, test in _TESTS.items():
            value = getattr(wanted, field)
            if value is not None:
                tests.append(test)
                values.append(value)
        return " AND ".join(tests) or "1", values

    def facets(self, facet: Facet) -> "list[FacetValue]":
        """Return what there is to filter by, by the alphabet, years backwards, nothing last.

        Sources of a single article come after the others.
        """
        from desk.core.facets import FacetValue  # late: a first frame asks for none

        if facet == "tag":
            counts = dict(self._query(_ARTICLES_OF_TAGS).fetchall())
            return [
                FacetValue(tag.id, tag.path, counts.get(tag.id, 0), tag.colour)
                for tag in self._desk.tags.all()
            ]
        sql = f"SELECT {_COLUMNS[facet]}, count(*) FROM {_INDEX} GROUP BY 1"
        found = [FacetValue(value, value, count) for value, count in self._query(sql)]
        found.sort(key=lambda value: folded(value.words), reverse=facet == "date")
        # A file of plain text has its own name for a source: such stand behind real ones.
        single = facet == "source"
        return sorted(found, key=lambda v: (not v.words, single and v.articles == 1))

    def rows_of(self, ids: Iterable[ArticleId]) -> list[ArticleRow]:
        """Return what is known about some articles; those that are gone are left out."""
        return self._desk.articles.rows_of(ids)

    def folders(self) -> list[Folder]:
        """Return every folder by name."""
        return self._desk.folders.all()

    def with_status(self, status: Status) -> set[ArticleId]:
        """Return the articles of a status."""
        return {
            row[0] for row in self._query(f"SELECT id FROM {_INDEX} WHERE status = ?", (status,))
        }
