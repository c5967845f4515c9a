"""Full-text search over titles, texts, quotes and notes."""

from collections.abc import Iterator
from typing import Literal

from desk.core.query import Query, parse
from desk.core.types import SearchHit, TextRange
from desk.store.nouns import Noun

Where = Literal["title", "text", "quote", "note"]

# FTS5 sets these around each hit; the cleaning rule keeps both out of every text.
_ON, _OFF = "\x01", "\x02"

_SNIPPET = f"snippet({{fts}}, {{column}}, '{_ON}', '{_OFF}', '…', 24)"

# where -> the query; each yields article id, title, start, end, snippet.
_SOURCES: dict[Where, str] = {
    "title": """SELECT articles.id, articles.title, 0, 0, {snippet}
      FROM articles_fts JOIN articles ON articles.id = articles_fts.rowid
      WHERE articles_fts MATCH ? ORDER BY rank LIMIT ?""",
    "text": """SELECT articles.id, articles.title, -1, -1, {snippet}
      FROM articles_fts JOIN articles ON articles.id = articles_fts.rowid
      WHERE articles_fts MATCH ? ORDER BY rank LIMIT ?""",
    "quote": """SELECT articles.id, articles.title, passages.start, passages."end", {snippet}
      FROM passages_fts JOIN passages ON passages.id = passages_fts.rowid
      JOIN articles ON articles.id = passages.article_id
      WHERE passages_fts MATCH ? ORDER BY rank LIMIT ?""",
    "note": """SELECT ifnull(articles.id, 0), ifnull(articles.title, ''),
      ifnull(passages.start, 0), ifnull(passages."end", 0), {snippet}
      FROM notes_fts JOIN notes ON notes.id = notes_fts.rowid
      LEFT JOIN passages ON passages.id = notes.passage_id
      LEFT JOIN articles ON articles.id = ifnull(passages.article_id, notes.article_id)
      WHERE notes_fts MATCH ? ORDER BY rank LIMIT ?""",
}
_SNIPPETS = {
    "title": _SNIPPET.format(fts="articles_fts", column=0),
    "text": _SNIPPET.format(fts="articles_fts", column=1),
    "quote": _SNIPPET.format(fts="passages_fts", column=0),
    "note": _SNIPPET.format(fts="notes_fts", column=0),
}
_COLUMN_FILTER = {"title": "title : ", "text": "text : ", "quote": "", "note": ""}


class Search(Noun):
    """Finds words anywhere on a desk."""

    def find(self, words: str | Query, limit: int = 200) -> list[SearchHit]:
        """Return hits in titles, texts, quotes and notes, the best of each kind first.

        `limit` bounds each kind. UserError if there is nothing to look for.
        """
        query = parse(words) if isinstance(words, str) else words
        match = query.fts()
        return [hit for where in _SOURCES for hit in self._hits(where, match, limit)]

    def _hits(self, where: Where, match: str, limit: int) -> Iterator[SearchHit]:
        sql = _SOURCES[where].format(snippet=_SNIPPETS[where])
        rows = self._query(sql, (f"{_COLUMN_FILTER[where]}({match})", limit)).fetchall()
        for article_id, title, *place, marked in rows:
            snippet, marks = _unmark(marked)
            start, end = place if place[0] >= 0 else self._locate(article_id, snippet, marks)
            yield SearchHit(article_id, title, where, start, end, snippet, marks)

    def _locate(
        self, article_id: int, snippet: str, marks: tuple[TextRange, ...]
    ) -> tuple[int, int]:
        """Return where in its article the first hit of a snippet stands, in code points."""
        core = snippet.strip("…")
        cut = len(snippet) - len(snippet.lstrip("…"))
        found = self._value("SELECT instr(text, ?) FROM articles WHERE id = ?", (core, article_id))
        if not found or not marks:
            return 0, 0
        start = found - 1 - cut
        return start + marks[0].start, start + marks[0].end


def _unmark(marked: str) -> tuple[str, tuple[TextRange, ...]]:
    """Take the marks out of a snippet and return where they stood."""
    plain = ""
    marks: list[TextRange] = []
    for piece in marked.split(_ON):
        hit, closed, rest = piece.partition(_OFF)
        if closed:
            marks.append(TextRange(len(plain), len(plain) + len(hit)))
        plain += hit + rest
    return plain, tuple(marks)
