"""Full-text search over titles, texts, quotes and notes.

Words go to FTS5. It takes a run of Chinese, Japanese or Thai for one word and cuts Arabic, Hebrew
and Hindi at their vowels, so terms in such scripts are looked for letter by letter instead.

A text gives a hit for each sentence that holds any of the words. FTS5's `highlight` marks them
all, in less time than its `snippet` takes to choose one place.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from desk.core.errors import UserError
from desk.core.excerpts import best, excerpts, snippet
from desk.core.folding import folded
from desk.core.query import Filter, Query, Term, all_of, any_of, parse
from desk.core.scripts import UNSPACED, holds, is_unindexed, occurrences, pattern_of
from desk.core.text import whole_cut
from desk.core.types import ArticleId, FolderId, SearchHit, TextRange
from desk.store.nouns import Noun, id_list

if TYPE_CHECKING:
    from desk.store.desk import Desk

Where = Literal["title", "text", "quote", "note"]

# FTS5 sets these around each hit; the cleaning rule keeps both out of every text.
_ON, _OFF = "\x01", "\x02"

# Articles that are looked through in one step, where no index helps.
_SCANNED: Mapping[Where, int] = {"title": 2_000, "text": 200, "quote": 2_000}

_BEFORE, _AFTER = 60, 200  # code points around a hit that FTS5 did not find


class Source(NamedTuple):
    """Where hits come from: the index and its column, the tables, where in the article it is."""

    fts: str
    column: int
    name: str
    tables: str
    place: str


_PASSAGE_OF_NOTE = """notes LEFT JOIN passages ON passages.id = notes.passage_id
  LEFT JOIN articles ON articles.id = ifnull(passages.article_id, notes.article_id)"""

SOURCES: dict[Where, Source] = {
    "title": Source("articles_fts", 0, "articles.title", "articles", "0, 0"),
    "text": Source("articles_fts", 1, "articles.text", "articles", "0, 0"),
    "quote": Source(
        "passages_fts",
        0,
        "passages.quote",
        "passages JOIN articles ON articles.id = passages.article_id",
        'passages.start, passages."end"',
    ),
    "note": Source(
        "notes_fts",
        0,
        "notes.body",
        _PASSAGE_OF_NOTE,
        'ifnull(passages.start, 0), ifnull(passages."end", 0)',
    ),
}

_TAGGED = """EXISTS (SELECT 1 FROM passage_tags WHERE passage_tags.passage_id = {passage}
  AND tag_id IN (SELECT value FROM json_each(?)))"""
_ANY_TAG = "EXISTS (SELECT 1 FROM passage_tags WHERE passage_tags.passage_id = {passage})"
_NOTED = "EXISTS (SELECT 1 FROM notes AS n WHERE n.passage_id = {passage})"

# filter -> the condition on one passage; an article meets it if one of its passages does.
_PASSAGE_TESTS = {
    ("tag", ""): _TAGGED,
    ("has", "tag"): _ANY_TAG,
    ("has", "note"): _NOTED,
    ("has", "passage"): "{passage} IS NOT NULL",
}
_AMONG = "IN (SELECT value FROM json_each(?))"
_FOLDER = "articles.folder_id IN (SELECT value FROM json_each(?))"
_ARTICLE_TESTS = {
    "in": f"(instr(folded(articles.title), ?) OR {_FOLDER})",
    "author": "instr(folded(articles.author), ?)",
    "source": "instr(folded(articles.source), ?)",
    "date": "instr(folded(articles.published), ?) = 1",
    "is": "articles.status = ?",
}
# An article with an unwanted word in its title or text is left out with all that is in it.
_WITHOUT = """ifnull(articles.id, 0)
  NOT IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)"""
_WITHOUT_LETTERS = "NOT ifnull(holds(articles.title, ?, ?) OR holds(articles.text, ?, ?), 0)"
_OWN_NOTE = "EXISTS (SELECT 1 FROM notes AS n WHERE n.article_id = articles.id)"
_OF_PASSAGES = ("tag", "has")


class Search(Noun):
    """Finds words anywhere on a desk."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        desk.connection.create_function("holds", 3, holds, deterministic=True)
        self._known: list[ArticleId] = []
        self._known_state = (-1, -1)

    def find(
        self, words: str | Query, limit: int = 200, in_each: int | None = None
    ) -> list[SearchHit]:
        """Return hits in titles, texts, quotes and notes, the best of each kind first.

        `limit` bounds the titles, texts, quotes and notes, `in_each` the sentences that are told
        of each text: `SearchHit.more` of the last of them says how many are left out. Filters
        alone find passages, or articles where no filter speaks of passages. UserError if there
        is nothing to look for.
        """
        return [hit for hits in self.steps(words, limit, in_each) for hit in hits]

    def steps(
        self, words: str | Query, limit: int = 200, in_each: int | None = None
    ) -> Iterator[list[SearchHit]]:
        """Yield what `find` returns bit by bit, so that others may have their turn between.

        What an index answers is one bit. Scripts without spaces are looked for in some hundred
        articles at a time: 2 ms of work.
        """
        query = parse(words) if isinstance(words, str) else words
        for where in _kinds(query):
            if where in _SCANNED and not _is_ranked(query):
                yield from self._scan(where, query, limit, in_each)
            else:
                yield list(self._hits(where, query, limit, in_each))
            if where == "text" and _is_ranked(query) and self._unspaced():
                yield from self._scan(where, query.by_letters(), limit, in_each)

    def everything(self, words: str | Query) -> Iterator[list[SearchHit]]:
        """Yield all places in texts, quotes and notes without any bound, some at a time."""
        query = parse(words) if isinstance(words, str) else words
        for where in _kinds(query):
            if where == "text":
                yield from self._scan(where, query, sys.maxsize, None)
                if _is_ranked(query) and self._unspaced():
                    yield from self._scan(where, query.by_letters(), sys.maxsize, None)
            elif where != "title":
                yield list(self._hits(where, query, -1, None))

    def _scan(
        self, where: Where, query: Query, limit: int, in_each: int | None
    ) -> Iterator[list[SearchHit]]:
        """Look through all articles, a few at a time and in their order."""
        last = self._value("SELECT max(id) FROM articles") or 0
        for first in range(1, last + 1, _SCANNED[where]):
            ids = range(first, first + _SCANNED[where])
            hits = list(self._hits(where, query, limit, in_each, ids))
            limit -= len({hit.article_id for hit in hits} if where == "text" else hits)
            yield hits
            if limit <= 0:
                return

    def sentences(self, words: str | Query, article_id: ArticleId) -> list[SearchHit]:
        """Return every sentence of one text with these words; none if the text lacks one."""
        query = parse(words) if isinstance(words, str) else words
        if _is_ranked(query) and article_id in self._unspaced():
            query = query.by_letters()
        return list(self._hits("text", query, 1, None, range(article_id, article_id + 1)))

    def _unspaced(self) -> list[ArticleId]:
        """Return the articles that put no spaces between words, if their titles tell.

        In them a word such as "NHK" is part of what the index takes for one word.
        """
        state = (self._desk.connection.total_changes, self._value("PRAGMA data_version"))
        if state != self._known_state:
            found = self._query("SELECT id FROM articles WHERE title GLOB ?", (f"*[{UNSPACED}]*",))
            self._known_state, self._known = state, [row[0] for row in found]
        return self._known

    def _hits(
        self,
        where: Where,
        query: Query,
        limit: int,
        in_each: int | None,
        ids: range | None = None,
    ) -> Iterator[SearchHit]:
        source = SOURCES[where]
        tests, values, ranked = self._word_tests(source, where, query)
        more, more_values = self._filter_tests(where, query)
        unspaced = self._unspaced() if where == "text" else []
        if where == "text" and (_is_by_letters(query) or (ranked and unspaced)):
            more = [*more, f"articles.id {'NOT ' if ranked else ''}{_AMONG}"]
            more_values = [*more_values, id_list(unspaced)]
        if ids is not None:
            column = f"{source.fts}.rowid" if ranked and where == "text" else "articles.id"
            more = [*more, f"{column} BETWEEN ? AND ?"]
            more_values = [*more_values, ids[0], ids[-1]]
        sql = (
            "SELECT ifnull(articles.id, 0), ifnull(articles.title, ''), articles.language,"
            f" {source.place}, {_shown(where) if ranked else source.name}"
            f" FROM {_joined(source) if ranked else source.tables}"
            f" WHERE {' AND '.join([*tests, *more]) or '1'}"
            f" ORDER BY {'rank' if ranked else 'articles.id'} LIMIT ?"
        )
        for row in self._query(sql, (*values, *more_values, limit)).fetchall():
            if where == "text":
                yield from _in_text(row, query.wanted, in_each)
            else:
                yield _elsewhere(row, where, query.wanted, ranked)

    def _word_tests(
        self, source: Source, where: Where, query: Query
    ) -> tuple[list[str], list[Any], bool]:
        """Return conditions for the terms, and whether FTS5 answers any of them."""
        tests: list[str] = []
        values: list[Any] = []
        ranked = _is_ranked(query)
        if ranked:
            tests.append(f"{source.fts} MATCH ?")
            values.append(_match(where, query))
        for term in filter(_is_unindexed, query.wanted):
            columns = ("articles.title", "articles.text") if where == "text" else (source.name,)
            tests.append(f"({' OR '.join(f'holds({column}, ?, ?)' for column in columns)})")
            values += (term.text, term.prefix) * len(columns)
        more, more_values = _without(source, query.unwanted)
        return tests + more, values + more_values, ranked

    def _filter_tests(self, where: Where, query: Query) -> tuple[list[str], list[Any]]:
        tests: list[str] = []
        values: list[Any] = []
        for wanted in query.filters:
            test, given = self._filter_test(where, wanted)
            tests.append(f"NOT ifnull(({test}), 0)" if wanted.excluded else f"({test})")
            values += given
        if query.among is not None:
            tests.append(f"articles.id {_AMONG}")
            values.append(id_list(query.among))
        return tests, values

    def _filter_test(self, where: Where, wanted: Filter) -> tuple[str, list[str]]:
        if wanted.key in _ARTICLE_TESTS:
            words = folded(wanted.value)
            values = [words, self._folders(words)] if wanted.key == "in" else [words]
            return _ARTICLE_TESTS[wanted.key], values
        key = ("tag", "") if wanted.key == "tag" else (wanted.key, wanted.value)
        values = [self._branch(wanted.value)] if wanted.key == "tag" else []
        test = _PASSAGE_TESTS[key]
        if where in ("quote", "note"):
            return test.format(passage="passages.id"), values
        inner = test.format(passage="p.id")
        test = f"EXISTS (SELECT 1 FROM passages AS p WHERE p.article_id = articles.id AND {inner})"
        return (f"{test} OR {_OWN_NOTE}" if key == ("has", "note") else test), values

    def _branch(self, name: str) -> str:
        """Return the ids of the tags with this name or path, and of those under them."""
        wanted = folded(name)
        tags = self._desk.tags.all()
        chosen = {t.id for t in tags if wanted in (folded(t.name), folded(t.path))}
        if not chosen:
            raise UserError("No tag is called “{name}”.", name=name)
        for tag in tags:
            if tag.parent_id in chosen:
                chosen.add(tag.id)
        return id_list(chosen)

    def _folders(self, words: str) -> str:
        """Return the ids of the folders with these folded words in their name, or under one."""
        under: dict[FolderId | None, list[FolderId]] = {}
        chosen: list[FolderId] = []
        for folder in self._desk.folders.all():
            under.setdefault(folder.parent_id, []).append(folder.id)
            if words in folded(folder.name):
                chosen.append(folder.id)
        for folder_id in chosen:  # which grows while it is walked
            chosen += under.pop(folder_id, ())
        return id_list(chosen)


def _is_unindexed(term: Term) -> bool:
    return term.by_letters or is_unindexed(term.text)


def _indexed(terms: Sequence[Term]) -> list[Term]:
    return [term for term in terms if not _is_unindexed(term) and term.is_word]


def _is_by_letters(query: Query) -> bool:
    return any(term.by_letters for term in query.terms)


def _is_ranked(query: Query) -> bool:
    """Say whether FTS5 answers any of the terms, and so orders the hits."""
    return bool(_indexed(query.wanted))


def _match(where: Where, query: Query) -> str:
    """Return what to ask FTS5 for; of several words of a text, some may be in its title."""
    every = all_of(_indexed(query.wanted))
    is_alone = len(query.wanted) == 1
    return f"{where} : ({every})" if where == "title" or (where == "text" and is_alone) else every


def _without(source: Source, unwanted: Sequence[Term]) -> tuple[list[str], list[Any]]:
    """Return conditions that leave out what holds a word, itself or in its article."""
    tests: list[str] = []
    values: list[Any] = []
    terms = _indexed(unwanted)
    own = source.fts != "articles_fts"
    table = source.fts.removesuffix("_fts")
    if terms:
        tests.append(_WITHOUT)
        if own:
            sql = f"{table}.id NOT IN (SELECT rowid FROM {source.fts} WHERE {source.fts} MATCH ?)"
            tests.append(sql)
        values += [any_of(terms)] * len(tests)
    for term in filter(_is_unindexed, unwanted):
        tests.append(_WITHOUT_LETTERS + (f" AND NOT holds({source.name}, ?, ?)" if own else ""))
        values += (term.text, term.prefix) * (3 if own else 2)
    return tests, values


def _kinds(query: Query) -> Sequence[Where]:
    """Return where to look; UserError where the query says nothing to look for."""
    if any(term.is_word for term in query.wanted):
        return tuple(SOURCES)
    if query.terms or not query.filters:
        query.fts()  # says what is missing
    if Filter("has", "note") in query.filters:
        return ("title", "quote")
    return ("quote",) if any(f.key in _OF_PASSAGES for f in query.filters) else ("title",)


def _in_text(row: Sequence[Any], terms: Sequence[Term], most: int | None) -> Iterator[SearchHit]:
    """Yield a hit for each sentence of a text with words in it."""
    article_id, title, language, _, _, marked = row
    text, marks = _unmark(marked)
    for term in filter(_is_unindexed, terms):
        marks = sorted({*marks, *occurrences(text, term.text, term.prefix)})
    found = excerpts(text, marks, language)
    kept = found[:most] if most is None or len(terms) == 1 else best(text, found, most)
    for left, excerpt in zip(range(len(kept) - 1, -1, -1), kept, strict=True):
        shown, inside = snippet(text, excerpt)
        start, end = excerpt.marks[0]
        more = 0 if left else len(found) - len(kept)
        yield SearchHit(article_id, title, "text", start, end, shown, inside, more)


def _elsewhere(row: Sequence[Any], where: Where, terms: Sequence[Term], ranked: bool) -> SearchHit:
    article_id, title, _, start, end, found = row
    shown, marks = _unmark(found) if ranked else _cut_out(found, terms)
    places = tuple(TextRange(*mark) for mark in marks)
    return SearchHit(article_id, title, where, start, end, shown, places)


def _shown(where: Where) -> str:
    source = SOURCES[where]
    if where == "text":
        return f"highlight({source.fts}, {source.column}, '{_ON}', '{_OFF}')"
    return f"snippet({source.fts}, {source.column}, '{_ON}', '{_OFF}', '…', 24)"


def _joined(source: Source) -> str:
    """Return the tables with their index in front, which FTS5 wants to be asked first."""
    table = source.fts.removesuffix("_fts")
    first, _, rest = source.tables.partition(" ")
    assert first == table
    return f"{source.fts} JOIN {table} ON {table}.id = {source.fts}.rowid {rest}"


def _unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the marks out of a text and return where they stood."""
    first, *rest = marked.split(_ON)
    marks = []
    at = len(first)
    for piece in rest:
        marks.append((at, at + piece.find(_OFF)))
        at += len(piece) - 1
    return marked.replace(_ON, "").replace(_OFF, ""), marks


def _cut_out(text: str, terms: Sequence[Term]) -> tuple[str, list[tuple[int, int]]]:
    """Return the surroundings of the first term in a text, and where in them it stands."""
    found = (pattern_of(term.text, term.prefix).search(text) for term in terms)
    place, last = next((match.span() for match in found if match), (0, 0))
    start, end = max(0, place - _BEFORE), whole_cut(text, min(len(text), last + _AFTER))
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shown = f"{before}{text[start:end]}{after}"
    at = place - start + len(before)
    return shown, [(at, at + last - place)] if last else []
