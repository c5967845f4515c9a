"""Notes that are on no passage: on an article, on a tag, or free."""

from typing import Literal, NamedTuple

from desk.core.errors import UserError
from desk.core.types import ArticleId, NoteId, TagId
from desk.store.desk import Desk


class NoteOf(NamedTuple):
    """A note that is on no passage: the article or tag it is on, or its own id if it is free.

    The id of a free note that is not on the desk yet is 0.
    """

    kind: Literal["article", "tag", "free"]
    id: int


class OtherNotes:
    """Reads and writes them, whatever they are on; writing is for within a step."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def words(self, note: NoteOf) -> str:
        """Return the words of a note, "" where there is none."""
        match note.kind:
            case "article":
                return self._desk.notes.on_article(ArticleId(note.id))
            case "tag":
                return self._desk.notes.on_tag(TagId(note.id))
        try:
            return self._desk.notes.get(NoteId(note.id)).body if note.id else ""
        except UserError:
            return ""

    def write(self, note: NoteOf, words: str) -> NoteId | None:
        """Write a note; return its id, None where no words are left of it."""
        notes = self._desk.notes
        match note.kind:
            case "article":
                return notes.write(words, article=ArticleId(note.id))
            case "tag":
                return notes.write(words, tag=TagId(note.id))
        return notes.rewrite(NoteId(note.id), words) if note.id else notes.write(words)
