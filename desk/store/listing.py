"""The articles as the library lists them: ids in order, and rows for those that are in sight.

Twenty thousand articles are as many small numbers; what is known about one is read when it is
shown. A covering index answers all of it, so that no text is touched.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from desk.core.folding import folded
from desk.core.types import ArticleId, ArticleRow, Folder, FolderId, Status
from desk.store.nouns import Noun

Order = Literal["added", "newest", "title", "author", "date", "source", "status", "passages"]

# What has no author or date comes last; equals come in the order in which they were added.
ORDERS: Mapping[Order, str] = {
    "added": "id",
    "newest": "id DESC",
    "title": "folded(title), id",
    "author": "author = '', folded(author), folded(title), id",
    "date": "published = '', published DESC, id",
    "source": "source = '', folded(source), folded(title), id",
    "status": "CASE status WHEN 'reading' THEN 0 WHEN 'unread' THEN 1 ELSE 2 END, id",
    "passages": "(SELECT count(*) FROM passages WHERE article_id = articles.id) DESC, id",
}

_INDEX = "articles INDEXED BY articles_listing"

_KNOWN = "title || char(10) || author || char(10) || published || char(10) || source"


class Listing(Noun):
    """What the library shows."""

    def ids(
        self, order: Order = "added", words: str = ""
    ) -> list[tuple[ArticleId, FolderId | None]]:
        """Return every article, with its folder, whose title, author, date or source hold words.

        All the words must be there, in any order; case and accents do not count.
        """
        wanted = folded(words).split()
        tests = " AND ".join([f"instr(folded({_KNOWN}), ?)"] * len(wanted)) or "1"
        sql = f"SELECT id, folder_id FROM {_INDEX} WHERE {tests} ORDER BY {ORDERS[order]}"
        return self._query(sql, wanted).fetchall()

    def rows_of(self, ids: Iterable[ArticleId]) -> list[ArticleRow]:
        """Return what is known about some articles; those that are gone are left out."""
        return self._desk.articles.rows_of(ids)

    def folders(self) -> list[Folder]:
        """Return every folder by name."""
        return self._desk.folders.all()

    def counts(self) -> tuple[int, int]:
        """Return how many articles are done, and how many there are."""
        sql = f"SELECT ifnull(sum(status = 'done'), 0), count(*) FROM {_INDEX}"
        done, total = self._query(sql).fetchone()
        return done, total

    def with_status(self, status: Status) -> set[ArticleId]:
        """Return the articles of a status."""
        return {
            row[0] for row in self._query(f"SELECT id FROM {_INDEX} WHERE status = ?", (status,))
        }
