"""Notes: words of the reader on a passage, an article or a tag, or free."""

from collections.abc import Iterable
from typing import Any

from desk.core.errors import UserError
from desk.core.text import clean
from desk.core.types import ArticleId, Note, NoteId, NoteRow, PassageId, TagId
from desk.store.nouns import Noun, id_list, tag_ids

_COLUMNS = """SELECT notes.id, notes.guid, body, passage_id, article_id, tag_id, coders.name,
  created, changed FROM notes JOIN coders ON coders.id = notes.coder_id"""

# A note on a passage stands where the passage does, one on an article before all of those.
_ROWS = """SELECT notes.id, notes.passage_id, articles.id, notes.tag_id,
  ifnull(articles.title, ''), ifnull(passages.start, 0), ifnull(passages."end", 0),
  ifnull(passages.quote, ''), body,
  ifnull((SELECT group_concat(tag_id) FROM passage_tags
    WHERE passage_tags.passage_id = notes.passage_id), cast(notes.tag_id AS TEXT)),
  coders.name, notes.created
  FROM notes JOIN coders ON coders.id = notes.coder_id
  LEFT JOIN passages ON passages.id = notes.passage_id
  LEFT JOIN articles ON articles.id = ifnull(passages.article_id, notes.article_id)
  {where}
  ORDER BY articles.id IS NULL, articles.id, passages.start IS NOT NULL, passages.start,
    passages."end" DESC, notes.id"""
_MOVED = """WHERE notes.id IN (SELECT value FROM json_each(?))
  OR notes.passage_id IN (SELECT value FROM json_each(?))
  OR articles.id IN (SELECT value FROM json_each(?))"""


class Notes(Noun):
    """The notes of a desk."""

    table = "notes"

    def all(self) -> list[Note]:
        """Return every note, the oldest first."""
        return [Note(*row) for row in self._query(f"{_COLUMNS} ORDER BY notes.id")]

    def rows(self) -> list[NoteRow]:
        """Return every note as the list of all shows it: by place, then those without one."""
        return [_row(columns) for columns in self._query(_ROWS.format(where=""))]

    def rows_of(
        self,
        ids: Iterable[NoteId],
        passages: Iterable[PassageId] = (),
        articles: Iterable[ArticleId] = (),
    ) -> list[NoteRow]:
        """Return some notes, those on some passages, and those in some articles."""
        lists = (id_list(ids), id_list(passages), id_list(articles))
        return [_row(columns) for columns in self._query(_ROWS.format(where=_MOVED), lists)]

    def get(self, note_id: NoteId) -> Note:
        """Return a note; UserError if it is gone."""
        row = self._query(f"{_COLUMNS} WHERE notes.id = ?", (note_id,)).fetchone()
        if row is None:
            raise UserError("That note is no longer on the desk.")
        return Note(*row)

    def on_passage(self, passage_id: PassageId) -> str:
        """Return the words on a passage, empty if there are none."""
        return self._body("passage_id", passage_id)

    def on_article(self, article_id: ArticleId) -> str:
        """Return the words on an article, empty if there are none."""
        return self._body("article_id", article_id)

    def on_tag(self, tag_id: TagId) -> str:
        """Return the words on a tag, empty if there are none."""
        return self._body("tag_id", tag_id)

    def _body(self, column: str, owner: int) -> str:
        return self._value(f"SELECT body FROM notes WHERE {column} = ?", (owner,)) or ""

    def write(
        self,
        body: str,
        *,
        passage: PassageId | None = None,
        article: ArticleId | None = None,
        tag: TagId | None = None,
    ) -> NoteId | None:
        """Set the note of one passage, article or tag; without an owner, add a free one.

        Blank words take the note away and return None.
        """
        owners = {"passage_id": passage, "article_id": article, "tag_id": tag}
        column, owner = next(((c, o) for c, o in owners.items() if o is not None), ("", None))
        found = (
            self._value(f"SELECT id FROM notes WHERE {column} = ?", (owner,)) if column else None
        )
        return self._set(found, clean(body), {column: owner} if column else {})

    def rewrite(self, note_id: NoteId, body: str) -> NoteId | None:
        """Change the words of a note; blank words take it away."""
        return self._set(note_id, clean(body), {})

    def remove(self, ids: Iterable[NoteId]) -> None:
        """Take notes off the desk; what they were on stays."""
        self._delete(ids)

    def _set(self, found: int | None, body: str, owner: dict[str, int | None]) -> NoteId | None:
        if not body.strip():
            self._delete([found] if found else [])
            return None
        if found:
            self._update(found, {"body": body})
            return NoteId(found)
        return NoteId(
            self._insert({"body": body, "coder_id": self._desk.coders.at_work(), **owner})
        )


def _row(columns: tuple[Any, ...]) -> NoteRow:
    *head, tags, coder, created = columns
    return NoteRow(*(*head, tag_ids(tags), coder, created))
