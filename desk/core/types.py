"""The nouns of a desk as plain values.

They are named tuples: a frozen dataclass does the same, but takes six times as long to define,
which the twenty of them here and in the window would add up to a tenth of a bare Qt start.

Positions are counts of code points from 0 and ranges are [start, end). Times are UTC in
ISO 8601 with a final Z. Ids are row numbers of one file; guids outlive it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, NewType

from desk.core.message import Message

ArticleId = NewType("ArticleId", int)
FolderId = NewType("FolderId", int)
PassageId = NewType("PassageId", int)
TagId = NewType("TagId", int)
NoteId = NewType("NoteId", int)
StepId = NewType("StepId", int)

Status = Literal["unread", "reading", "done"]
Pattern = Literal["solid", "dash", "dot"]
Table = Literal["articles", "folders", "passages", "tags", "passage_tags", "notes", "settings"]


class TextRange(NamedTuple):
    """A range of an article's text, [start, end) in code points."""

    start: int
    end: int


class Style(NamedTuple):
    """One piece of structure beside the text.

    `kind` is a key of `STYLE_KINDS`. `level` is the depth of a list item, from 1. `detail` is
    the address of a link or the marker of a list item ("•" or "3.").
    """

    start: int
    end: int
    kind: str
    level: int = 0
    detail: str = ""


# Paragraph kinds cover whole lines; character kinds any range.
STYLE_KINDS: Mapping[str, Literal["paragraph", "character"]] = {
    **{f"h{level}": "paragraph" for level in range(1, 7)},
    "item": "paragraph",
    "quote": "paragraph",
    "pre": "paragraph",
    "bold": "character",
    "italic": "character",
    "code": "character",
    "link": "character",
}


class Mark(NamedTuple):
    """What the screen needs to draw a passage; light, because there may be 100,000."""

    id: PassageId
    start: int
    end: int
    tags: tuple[TagId, ...]
    has_note: bool
    misplaced: bool


class DraftNote(NamedTuple):
    """A note that comes with a file; without words there is none."""

    body: str = ""
    coder: str = ""
    created: str = ""
    guid: str = ""


class DraftTag(NamedTuple):
    """A tag as a file names it; `parent` is the place of another in the same codebook, or None.

    Parents come before their children. `guid` and `colour` ("#RRGGBB") are empty where the file
    has none that could be kept.
    """

    name: str
    parent: int | None = None
    guid: str = ""
    colour: str = ""
    description: str = ""
    note: DraftNote = DraftNote()


class DraftPassage(NamedTuple):
    """A passage that comes with a draft; `tags` are places in the codebook of the same file.

    Without a `coder` it is of who brings it in, without `created` of the time of that.
    """

    start: int
    end: int
    tags: tuple[int, ...] = ()
    note: str = ""
    coder: str = ""
    created: str = ""
    guid: str = ""


class Codebook(NamedTuple):
    """What a file holds besides articles: tags, free notes, and what is to be told of it all."""

    tags: tuple[DraftTag, ...] = ()
    notes: tuple[DraftNote, ...] = ()
    warnings: tuple[Message, ...] = ()


class Draft(NamedTuple):
    """What a file reader returns before it is stored as an article; its text is clean.

    `passages` come with it, `note` is on it, and `guid` is that of the file, if it has one.
    """

    text: str
    title: str = ""
    styles: tuple[Style, ...] = ()
    author: str = ""
    published: str = ""
    source: str = ""
    language: str = ""
    encoding: str = ""
    warnings: tuple[Message, ...] = ()
    passages: tuple[DraftPassage, ...] = ()
    note: DraftNote = DraftNote()
    guid: str = ""


class ArticleRow(NamedTuple):
    """An article as the library lists it, without its text."""

    id: ArticleId
    guid: str
    title: str
    author: str
    published: str
    source: str
    status: Status
    words: int
    passages: int
    folder_id: FolderId | None
    created: str
    language: str = ""


class Folder(NamedTuple):
    """A folder of articles; `articles` counts those that lie in it directly."""

    id: FolderId
    guid: str
    name: str
    parent_id: FolderId | None
    articles: int


class Article(NamedTuple):
    """An article with its text, as the reader opens it."""

    id: ArticleId
    guid: str
    title: str
    author: str
    published: str
    source: str
    language: str
    encoding: str
    status: Status
    words: int
    folder_id: FolderId | None
    created: str
    changed: str
    styles: tuple[Style, ...]
    text: str


class Passage(NamedTuple):
    """A range that the reader marked, with all that belongs to it.

    `paragraph` counts the article's lines from 1. `misplaced` says that the text at
    [start, end) is no longer `quote`.
    """

    id: PassageId
    guid: str
    article_id: ArticleId
    start: int
    end: int
    paragraph: int
    quote: str
    prefix: str
    suffix: str
    coder: str
    created: str
    changed: str
    tags: tuple[TagId, ...]
    note: str
    misplaced: bool = False


class Tag(NamedTuple):
    """A tag; `passages` counts what carries it, `path` is "parent/child"."""

    id: TagId
    guid: str
    name: str
    path: str
    parent_id: TagId | None
    colour: str
    pattern: Pattern
    description: str
    number_key: int | None
    passages: int


class Note(NamedTuple):
    """Words of the reader in Markdown, on one passage, article or tag, or free."""

    id: NoteId
    guid: str
    body: str
    passage_id: PassageId | None
    article_id: ArticleId | None
    tag_id: TagId | None
    coder: str
    created: str
    changed: str


class PassageStart(NamedTuple):
    """Where a passage begins; enough to list 20,000 of them in order."""

    id: PassageId
    article_id: ArticleId
    start: int


class PassageRow(NamedTuple):
    """A passage as the list of all passages shows it; light, because there may be 20,000."""

    id: PassageId
    article_id: ArticleId
    title: str
    start: int
    end: int
    quote: str
    note: str
    tags: tuple[TagId, ...]
    coder: str
    created: str


class NoteRow(NamedTuple):
    """A note as the list of all notes shows it, with what it is on.

    All three ids are None for a free note. `title` is that of the article, of which `start` and
    `end` are 0 unless the note is on a passage with this `quote`. `tags` are those of the
    passage, or the tag that the note is on.
    """

    id: NoteId
    passage_id: PassageId | None
    article_id: ArticleId | None
    tag_id: TagId | None
    title: str
    start: int
    end: int
    quote: str
    note: str
    tags: tuple[TagId, ...]
    coder: str
    created: str


class Place(NamedTuple):
    """Where in which article a step happened."""

    article_id: ArticleId
    start: int
    end: int


class Changes(NamedTuple):
    """What moved in a step, an undo or a redo.

    `rows` maps a table to the keys of its changed rows: (id,) in general,
    (passage_id, tag_id) in passage_tags, (id, passage_id or 0) in notes. `everything` says
    that another program wrote and nothing read before can be trusted.
    """

    label: str
    place: Place | None = None
    rows: Mapping[Table, frozenset[tuple[int, ...]]] = MappingProxyType({})
    everything: bool = False

    def touches(self, *tables: Table) -> bool:
        """Say whether a row of any of these tables moved."""
        return self.everything or any(self.rows.get(table) for table in tables)

    def ids(self, table: Table) -> set[int]:
        """Return the first key of each changed row of a table."""
        return {key[0] for key in self.rows.get(table, ())}

    def passage_ids(self) -> set[PassageId]:
        """Return the passages that changed, or whose tags or note did."""
        noted = {key[1] for key in self.rows.get("notes", ()) if key[1]}
        return {PassageId(i) for i in self.ids("passages") | self.ids("passage_tags") | noted}

    def tag_ids(self) -> set[TagId]:
        """Return the tags that changed, or whose count of passages did."""
        counted = {key[1] for key in self.rows.get("passage_tags", ())}
        return {TagId(i) for i in self.ids("tags") | counted}


class HistoryStep(NamedTuple):
    """One line of the audit trail."""

    id: StepId
    label: str
    at: str
    coder: str
    place: Place | None
    state: Literal["done", "undone", "dropped"]


class SearchHit(NamedTuple):
    """A place that a search found; `marks` are ranges of `snippet` to set off.

    `more` counts the sentences of the same text with such words that were left out after it.
    """

    article_id: ArticleId
    article_title: str
    where: Literal["title", "text", "quote", "note"]
    start: int
    end: int
    snippet: str
    marks: tuple[TextRange, ...]
    more: int = 0
