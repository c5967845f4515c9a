"""Notes: words of the reader on a passage, an article or a tag, or free."""

from desk.core.text import clean
from desk.core.types import ArticleId, Note, NoteId, PassageId, TagId
from desk.store.nouns import Noun

_COLUMNS = """SELECT notes.id, notes.guid, body, passage_id, article_id, tag_id, coders.name,
  created, changed FROM notes JOIN coders ON coders.id = notes.coder_id"""


class Notes(Noun):
    """The notes of a desk."""

    table = "notes"

    def all(self) -> list[Note]:
        """Return every note, the oldest first."""
        return [Note(*row) for row in self._query(f"{_COLUMNS} ORDER BY notes.id")]

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

    def _set(self, found: int | None, body: str, owner: dict[str, int | None]) -> NoteId | None:
        if not body.strip():
            self._delete([found] if found else [])
            return None
        if found:
            self._update(found, {"body": body})
            return NoteId(found)
        return NoteId(self._insert({"body": body, "coder_id": self._desk.coder_id(), **owner}))
