"""Articles: texts to read, with what is known about them."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from desk.core.errors import UserError
from desk.core.text import clean, count_words, line_starts
from desk.core.types import Article, ArticleId, ArticleRow, Draft, FolderId, Style
from desk.store.nouns import Noun, id_list

EDITABLE = ("title", "author", "published", "source", "language", "status", "folder_id")

# What an article keeps when it is read otherwise, where the new reading does not know better.
_KEPT = ("guid", "author", "published", "source", "language", "status", "folder_id", "created")

_BREAKS = re.compile(r"[\n\t]+")

_ROW_COLUMNS = """SELECT id, guid, title, author, published, source, status, words,
  (SELECT count(*) FROM passages WHERE article_id = articles.id), folder_id, created,
  language FROM articles"""


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8, in hexadecimal."""
    import hashlib  # late: OpenSSL takes 3 ms, which the first frame does without

    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _one_line(value: str) -> str:
    """Return what is known about an article as it is stored: clean, and without line breaks."""
    return _BREAKS.sub(" ", clean(value)).strip()


def _suggested(text: str) -> str:
    """Return the title that a text suggests."""
    from desk.core.titles import title_of  # late: 1 ms with its patterns, and only here

    return title_of(text)


class Articles(Noun):
    """The articles of a desk."""

    table = "articles"
    _at_hand: tuple[ArticleId, str, list[int]] | None = None
    _fingerprinted: tuple[str, str] | None = None

    def add(
        self, draft: Draft, folder: FolderId | None = None, words: int | None = None
    ) -> ArticleId:
        """Store a draft; its text is cleaned here, once, and never changes again.

        `words` says how many it has, where somebody has counted them elsewhere.
        Raises UserError if there is nothing to read in it.
        """
        return self._add({**self._row(draft, words), "folder_id": folder})

    def _row(self, draft: Draft, words: int | None) -> dict[str, Any]:
        """Return the columns for a draft; UserError if there is nothing to read in it."""
        text = clean(draft.text)
        if not text.strip():
            raise UserError("There is no text in it, so there is nothing to read.")
        return {
            **({"guid": draft.guid} if self._is_free(draft.guid) else {}),
            "title": _one_line(draft.title) or _suggested(text),
            "author": _one_line(draft.author),
            "published": _one_line(draft.published),
            "source": _one_line(draft.source),
            "language": _one_line(draft.language),
            "encoding": draft.encoding,
            "words": count_words(text) if words is None else words,
            "sha256": self._fingerprint(text),
            "styles": json.dumps(draft.styles, ensure_ascii=False),
            "text": text,
        }

    def _is_free(self, guid: str) -> bool:
        """Say whether an article may have the guid that it came with."""
        sql = "SELECT 1 FROM articles WHERE guid = ?"
        return bool(guid) and self._value(sql, (guid,)) is None

    def _add(self, row: Mapping[str, Any]) -> ArticleId:
        article_id = ArticleId(self._insert(row))
        self._desk.bookmarks.forget(article_id)  # one that is gone may have had this number
        return article_id

    def replace(self, article_id: ArticleId, draft: Draft, words: int | None = None) -> None:
        """Put another reading of the same file in the place of an article, which keeps its note.

        What is known about it stays where the draft does not know it. UserError if anything is
        marked in it: passages belong to their text.
        """
        old = self.get(article_id)
        if self._value("SELECT 1 FROM passages WHERE article_id = ?", (article_id,)):
            raise UserError(
                "“{title}” has marked passages, which belong to its text.", title=old.title
            )
        row = self._row(draft, words)
        kept = {name: getattr(old, name) for name in _KEPT if not row.get(name)}
        note = self._value("SELECT id FROM notes WHERE article_id = ?", (article_id,))
        self._query("UPDATE notes SET article_id = NULL WHERE id = ?", (note,))
        self._delete([article_id])
        self._add({**row, **kept, "id": article_id})
        self._query("UPDATE notes SET article_id = ? WHERE id = ?", (article_id, note))

    def expect_many(self) -> None:
        """Have the search index join its pieces at 16 and not at 4, from now on.

        Bringing in thousands takes an eighth less; a search is as fast as before.
        """
        self._desk.stamps()  # only within a step
        self._query("INSERT INTO articles_fts (articles_fts, rank) VALUES ('automerge', 16)")

    def get(self, article_id: ArticleId) -> Article:
        """Return an article with its text; UserError if it is gone."""
        row = self._query(
            "SELECT id, guid, title, author, published, source, language, encoding, status, words,"
            " folder_id, created, changed, styles, text FROM articles WHERE id = ?",
            (article_id,),
        ).fetchone()
        if row is None:
            raise UserError("That article is no longer on the desk.")
        *columns, styles, text = row
        shape = tuple(Style(*style) for style in json.loads(styles))
        return Article(*(*columns, shape, text))

    def text_and_lines(self, article_id: ArticleId) -> tuple[str, list[int]]:
        """Return a text and where its lines start; those of the last one are kept at hand."""
        if self._at_hand is None or self._at_hand[0] != article_id:
            text = self.text(article_id)
            self._at_hand = (article_id, text, line_starts(text))
        return self._at_hand[1], self._at_hand[2]

    def forget_text(self) -> None:
        """Let go of the texts at hand: an id may be another article's by now."""
        self._at_hand = self._fingerprinted = None

    def text(self, article_id: ArticleId) -> str:
        """Return the text alone; UserError if the article is gone."""
        text = self._value("SELECT text FROM articles WHERE id = ?", (article_id,))
        if text is None:
            raise UserError("That article is no longer on the desk.")
        return str(text)

    def rows(self) -> list[ArticleRow]:
        """Return all articles as the library lists them, in the order they came in."""
        return [ArticleRow(*row) for row in self._query(f"{_ROW_COLUMNS} ORDER BY id")]

    def has(self, article_id: ArticleId) -> bool:
        """Say whether an article is there."""
        return self._value("SELECT 1 FROM articles WHERE id = ?", (article_id,)) is not None

    def rows_of(self, ids: Iterable[ArticleId]) -> list[ArticleRow]:
        """Return some articles as the library lists them; those that are gone are left out."""
        sql = f"{_ROW_COLUMNS} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
        return [ArticleRow(*row) for row in self._query(sql, (id_list(ids),))]

    def edit(self, article_id: ArticleId, **fields: Any) -> None:  # noqa: ANN401
        """Change columns of `EDITABLE`; a blank title becomes the one its text suggests."""
        unknown = set(fields) - set(EDITABLE)
        if unknown:
            raise TypeError(f"not editable: {', '.join(sorted(unknown))}")
        for column, value in fields.items():
            if isinstance(value, str):
                fields[column] = _one_line(value)
        if "title" in fields:
            fields["title"] = fields["title"] or _suggested(self.text(article_id))
        self._update(article_id, fields)

    def remove(self, ids: Iterable[ArticleId]) -> None:
        """Take articles off the desk, with their passages and notes."""
        self._delete(ids)

    def find(self, name: str) -> ArticleId:
        """Return the article with this exact title, or else this id; UserError if unclear."""
        ids = [row[0] for row in self._query("SELECT id FROM articles WHERE title = ?", (name,))]
        if len(ids) > 1:
            raise UserError(
                "{count} articles are called “{name}”: use an id ({ids}).",
                count=len(ids),
                name=name,
                ids=tuple(map(str, ids)),
            )
        if not ids and name.isascii() and name.isdigit():
            found = self._query("SELECT id FROM articles WHERE id = ?", (int(name[:18]),))
            ids = [row[0] for row in found]
        if not ids:
            raise UserError("No article has the title or the id “{name}”.", name=name)
        return ArticleId(ids[0])

    def same_text(self, text: str) -> ArticleId | None:
        """Return the first article whose text equals this clean text."""
        found = self._value(
            "SELECT id FROM articles WHERE sha256 = ? ORDER BY id", (self._fingerprint(text),)
        )
        return None if found is None else ArticleId(found)

    def titles_of(self, fingerprints: Iterable[str]) -> dict[str, str]:
        """Return fingerprint -> title of the first article with that text, for those there are."""
        rows = self._query(
            "SELECT sha256, title FROM articles"
            " WHERE sha256 IN (SELECT value FROM json_each(?)) ORDER BY id DESC",
            (json.dumps(list(fingerprints)),),
        )
        return dict(rows.fetchall())

    def _fingerprint(self, text: str) -> str:
        """Return `fingerprint`; who asks for the same text is mostly about to add it."""
        if self._fingerprinted is None or self._fingerprinted[0] is not text:
            self._fingerprinted = (text, fingerprint(text))
        return self._fingerprinted[1]
