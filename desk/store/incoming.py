"""What comes with articles from other programs: tags, passages and notes, thousands at a time.

Rows are only ever added: what is on the desk already is used as it is. Where the file says
something else about it, that is counted as `differing`. The same file twice adds nothing, since
rows keep the guids of the file.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from desk.core.anchor import make_anchor
from desk.core.colours import next_colours
from desk.core.text import paragraph_number
from desk.core.types import (
    ArticleId,
    Codebook,
    Draft,
    DraftNote,
    DraftPassage,
    DraftTag,
    TagId,
    TextRange,
)
from desk.store.nouns import Noun, new_guid

_TAG_COLUMNS = ("id", "guid", "name", "parent_id", "colour", "description", "created", "changed")
_PASSAGE_COLUMNS = (
    *("id", "guid", "article_id", "start", "end", "paragraph", "quote", "prefix", "suffix"),
    *("coder_id", "created", "changed"),
)
_NOTE_COLUMNS = ("guid", "body", "coder_id", "created", "changed")
_KNOWN_PASSAGES = """SELECT passages.id, passages.guid, ifnull(body, ''), start, "end", coders.name
  FROM passages JOIN coders ON coders.id = passages.coder_id
  LEFT JOIN notes ON passage_id = passages.id WHERE passages.article_id = ?"""

_Pair = tuple[int, DraftPassage]  # the id of a passage, and what it came as


class Added(NamedTuple):
    """How much came; `tagged` counts tags on passages that were there before."""

    tags: int = 0
    passages: int = 0
    tagged: int = 0
    notes: int = 0
    differing: int = 0

    def plus(self, other: "Added") -> "Added":
        """Return the sums."""
        return Added(*map(sum, zip(self, other, strict=True)))


class Incoming(Noun):
    """Adds what comes with articles."""

    def codebook(self, book: Codebook) -> tuple[list[TagId], Added]:
        """Add tags and free notes that are missing; return the tag for each of the codebook.

        A tag is there already where one has its guid, or its name in its place; a free note
        where one has its guid or its words.
        """
        tags, added = self._tags(book.tags)
        on_tags = [(tag, came.note) for tag, came in zip(tags, book.tags, strict=True)]
        known = {value for row in self._query("SELECT guid, body FROM notes") for value in row}
        free = [(0, note) for note in book.notes if not known & {note.guid, note.body}]
        added = added.plus(self._notes_on("tag_id", on_tags))
        return tags, added.plus(self._add_notes("", free))

    def on_article(self, article_id: ArticleId, draft: Draft, tags: Sequence[TagId]) -> Added:
        """Add the passages of a draft, and its note, to the article that has its text.

        `tags` are those of the whole codebook. A passage is there already where one has its guid,
        or its range, its coder and no other note.
        """
        if not draft.passages and not draft.note.body:  # as in nearly every file
            return Added()
        fresh, found = self._sorted_out(article_id, draft.passages)
        self._add("passages", _PASSAGE_COLUMNS, self._rows(article_id, fresh))
        self._put(fresh, tags)
        on_passages = [
            (id_, DraftNote(came.note, came.coder, came.created)) for id_, came in (*fresh, *found)
        ]
        added = Added(passages=len(fresh), tagged=self._put(found, tags))
        added = added.plus(self._notes_on("article_id", [(article_id, draft.note)]))
        return added.plus(self._notes_on("passage_id", on_passages))

    def _tags(self, tags: Iterable[DraftTag]) -> tuple[list[TagId], Added]:
        known = self._query("SELECT id, guid, name, parent_id, description, colour FROM tags")
        rows = known.fetchall()
        by_guid = {row[1]: row[0] for row in rows}
        by_place = {(row[3], row[2]): row[0] for row in rows}
        described = {row[0]: row[4] for row in rows}
        colours = next_colours(row[5] for row in rows)
        first = self._free_id("tags")
        ids: list[TagId] = []
        new: list[tuple[Any, ...]] = []
        differing = 0
        for tag in tags:
            parent = None if tag.parent is None else ids[tag.parent]
            id_ = by_guid.get(tag.guid) or by_place.get((parent, tag.name))
            if id_ is None:
                id_, guid = first + len(new), tag.guid or new_guid()
                colour = tag.colour or next(colours)
                times = self._times("")
                new.append((id_, guid, tag.name, parent, colour, tag.description, *times))
            else:
                differing += tag.description not in ("", described[id_])
            ids.append(TagId(id_))
        self._add("tags", _TAG_COLUMNS, new)
        return ids, Added(tags=len(new), differing=differing)

    # Passages

    def _sorted_out(
        self, article_id: ArticleId, passages: Iterable[DraftPassage]
    ) -> tuple[list[_Pair], list[_Pair]]:
        """Part passages into new ones, which get an id, and those that are there."""
        by_guid: dict[str, int] = {}
        by_place: dict[tuple[int, int, str], list[tuple[int, str]]] = {}
        for id_, guid, note, *place in self._query(_KNOWN_PASSAGES, (article_id,)):
            by_guid[guid] = id_
            by_place.setdefault(tuple(place), []).append((id_, note))
        free = self._free_id("passages")
        fresh: list[_Pair] = []
        found: list[_Pair] = []
        for passage in passages:
            coder = passage.coder or self._desk.coder
            there = by_place.get((passage.start, passage.end, coder), [])
            same = (
                id_ for id_, note in there if "" in (note, passage.note) or note == passage.note
            )
            known = by_guid.pop(passage.guid, None) or next(same, None)  # of twins, the first
            if known is None:
                fresh.append((free + len(fresh), passage))
            else:
                found.append((known, passage))
        return fresh, found

    def _rows(self, article_id: ArticleId, pairs: Sequence[_Pair]) -> Iterator[tuple[Any, ...]]:
        text, starts = self._desk.articles.text_and_lines(article_id)
        guids = self._guids("passages", [passage.guid for _, passage in pairs])
        coders = self._coders(passage.coder for _, passage in pairs)
        for guid, (id_, passage) in zip(guids, pairs, strict=True):
            start, end = passage.start, passage.end
            yield (
                *(id_, guid, article_id, start, end, paragraph_number(starts, start)),
                *make_anchor(text, TextRange(start, end)),
                *(coders[passage.coder], *self._times(passage.created)),
            )

    def _put(self, pairs: Iterable[_Pair], tags: Sequence[TagId]) -> int:
        """Put their tags on passages; return how many were not there yet."""
        rows = (
            (id_, tags[tag], self._times(passage.created)[0])
            for id_, passage in pairs
            for tag in passage.tags
        )
        sql = "INSERT OR IGNORE INTO passage_tags (passage_id, tag_id, created) VALUES (?, ?, ?)"
        return self._desk.connection.executemany(sql, rows).rowcount

    # Notes

    def _notes_on(self, owner: str, notes: Iterable[tuple[int, DraftNote]]) -> Added:
        """Add notes to what has none; count those that would say something else."""
        wanted = [(id_, note) for id_, note in notes if note.body]
        if not wanted:
            return Added()
        rows = self._query(
            f"SELECT {owner}, body FROM notes WHERE {owner} IN (SELECT value FROM json_each(?))",
            (json.dumps([id_ for id_, _ in wanted]),),
        )
        there: dict[int, str] = dict(rows.fetchall())
        new = {id_: note for id_, note in wanted if id_ not in there}
        there |= {id_: note.body for id_, note in new.items()}
        differing = sum(there[id_] != note.body for id_, note in wanted)
        return self._add_notes(owner, list(new.items()))._replace(differing=differing)

    def _add_notes(self, owner: str, notes: Sequence[tuple[int, DraftNote]]) -> Added:
        """Add notes on rows that the column `owner` names, or free ones where it is empty."""
        guids = self._guids("notes", [note.guid for _, note in notes])
        coders = self._coders(note.coder for _, note in notes)
        columns = (*_NOTE_COLUMNS, owner) if owner else _NOTE_COLUMNS
        rows = [
            (guid, note.body, coders[note.coder], *self._times(note.created), id_)
            for guid, (id_, note) in zip(guids, notes, strict=True)
        ]
        self._add("notes", columns, (row[: len(columns)] for row in rows))
        return Added(notes=len(rows))

    # What all of them need

    def _add(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        names = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" * len(columns))
        sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"
        self._desk.connection.executemany(sql, rows)

    def _free_id(self, table: str) -> int:
        """Return the lowest id above all that are there."""
        return int(self._value(f"SELECT ifnull(max(id), 0) + 1 FROM {table}"))

    def _guids(self, table: str, wanted: Sequence[str]) -> list[str]:
        """Return a guid for each new row: its own, unless another row has that."""
        query = f"SELECT guid FROM {table} WHERE guid IN (SELECT value FROM json_each(?))"
        taken = {"", *(row[0] for row in self._query(query, (json.dumps(wanted),)))}
        given = []
        for guid in wanted:
            given.append(new_guid() if guid in taken else guid)
            taken.add(guid)
        return given

    def _coders(self, names: Iterable[str]) -> Mapping[str, int]:
        """Return the row of each coder; without a name, of who is at work."""
        ensure = self._desk.coders.ensure
        return {name: ensure(name or self._desk.coder) for name in sorted(set(names))}

    def _times(self, created: str) -> tuple[str, str]:
        """Return when a row was made and changed: then, but never later than now."""
        now = self._desk.stamps()["created"]
        when = min(created or now, now)
        return when, when
