"""Full-text search over titles, texts, quotes and notes.

Words go to FTS5. It takes a run of Chinese, Japanese or Thai for one word, so terms in such
scripts are looked for letter by letter instead: 40 ms for 40 MB of text.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from desk.core.errors import UserError
from desk.core.query import Filter, Query, Term, parse
from desk.core.scripts import is_unspaced
from desk.core.types import SearchHit, TextRange
from desk.store.nouns import Noun, id_list

Where = Literal["title", "text", "quote", "note"]

# FTS5 sets these around each hit; the cleaning rule keeps both out of every text.
_ON, _OFF = "\x01", "\x02"

_AROUND = 60  # code points on either side of a hit that FTS5 did not find


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
    "text": Source("articles_fts", 1, "articles.text", "articles", "-1, -1"),
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
_ARTICLE_TESTS = {
    "in": """(articles.title LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM folders
      WHERE folders.id = articles.folder_id AND folders.name LIKE ? ESCAPE '\\'))""",
    "author": "articles.author LIKE ? ESCAPE '\\'",
    "is": "articles.status = ?",
}


class Search(Noun):
    """Finds words anywhere on a desk."""

    def find(self, words: str | Query, limit: int = 200) -> list[SearchHit]:
        """Return hits in titles, texts, quotes and notes, the best of each kind first.

        `limit` bounds each kind. Filters alone find passages, or articles where no filter
        speaks of passages. UserError if there is nothing to look for.
        """
        query = parse(words) if isinstance(words, str) else words
        if any(not term.excluded for term in query.terms):
            kinds: Sequence[Where] = tuple(SOURCES)
        elif query.filters and not query.terms:
            of_passages = any(f.key in ("tag", "has") for f in query.filters)
            kinds = ("quote",) if of_passages else ("title",)
        else:
            query.fts()  # says what is missing
            kinds = ()
        return [hit for where in kinds for hit in self._hits(where, query, limit)]

    def _hits(self, where: Where, query: Query, limit: int) -> Iterator[SearchHit]:
        source = SOURCES[where]
        tests, values, ranked = self._word_tests(source, where, query)
        more, more_values = self._filter_tests(where, query.filters)
        snippet = _snippet(source) if ranked else source.name
        sql = (
            f"SELECT ifnull(articles.id, 0), ifnull(articles.title, ''), {source.place}, {snippet}"
            f" FROM {_joined(source) if ranked else source.tables}"
            f" WHERE {' AND '.join([*tests, *more]) or '1'}"
            f" ORDER BY {'rank' if ranked else 'articles.id'} LIMIT ?"
        )
        rows = self._query(sql, (*values, *more_values, limit)).fetchall()
        for article_id, title, *place, found in rows:
            snippet, marks = _unmark(found) if ranked else _cut_out(found, query.terms)
            start, end = place if place[0] >= 0 else self._locate(article_id, snippet, marks)
            yield SearchHit(article_id, title, where, start, end, snippet, marks)

    def _word_tests(
        self, source: Source, where: Where, query: Query
    ) -> tuple[list[str], list[str], bool]:
        """Return conditions for the terms, and whether FTS5 answers any of them."""
        spaced = [term for term in query.terms if not is_unspaced(term.text)]
        unspaced = [term for term in query.terms if is_unspaced(term.text)]
        tests: list[str] = []
        values: list[str] = []
        ranked = any(not term.excluded for term in spaced)
        if ranked:
            column = f"{where} : " if source.fts == "articles_fts" else ""
            tests.append(f"{source.fts} MATCH ?")
            values.append(f"{column}({Query(tuple(spaced)).fts()})")
        elif spaced:
            table = source.fts.removesuffix("_fts")
            tests.append(
                f"{table}.id NOT IN (SELECT rowid FROM {source.fts} WHERE {source.fts} MATCH ?)"
            )
            unwanted = Query(tuple(term._replace(excluded=False) for term in spaced))
            values.append(f"({unwanted.fts()})".replace(" AND ", " OR "))
        for term in unspaced:
            tests.append(f"{source.name} {'NOT ' if term.excluded else ''}LIKE ? ESCAPE '\\'")
            values.append(_like(term.text))
        return tests, values, ranked

    def _filter_tests(self, where: Where, filters: Sequence[Filter]) -> tuple[list[str], list[str]]:
        tests: list[str] = []
        values: list[str] = []
        for wanted in filters:
            test, given = self._filter_test(where, wanted)
            tests.append(f"NOT ifnull(({test}), 0)" if wanted.excluded else f"({test})")
            values += given
        return tests, values

    def _filter_test(self, where: Where, wanted: Filter) -> tuple[str, list[str]]:
        if wanted.key in _ARTICLE_TESTS:
            test = _ARTICLE_TESTS[wanted.key]
            value = wanted.value if wanted.key == "is" else _like(wanted.value)
            return test, [value] * test.count("?")
        key = ("tag", "") if wanted.key == "tag" else (wanted.key, wanted.value)
        values = [self._branch(wanted.value)] if wanted.key == "tag" else []
        test = _PASSAGE_TESTS[key]
        if where in ("quote", "note"):
            return test.format(passage="passages.id"), values
        inner = test.format(passage="p.id")
        return (
            f"EXISTS (SELECT 1 FROM passages AS p WHERE p.article_id = articles.id AND {inner})",
            values,
        )

    def _branch(self, name: str) -> str:
        """Return the ids of the tags with this name or path, and of those under them."""
        folded = name.casefold()
        tags = self._desk.tags.all()
        chosen = {t.id for t in tags if folded in (t.name.casefold(), t.path.casefold())}
        if not chosen:
            raise UserError(f"No tag is called “{name}”.")
        for tag in tags:
            if tag.parent_id in chosen:
                chosen.add(tag.id)
        return id_list(chosen)

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


def _snippet(source: Source) -> str:
    return f"snippet({source.fts}, {source.column}, '{_ON}', '{_OFF}', '…', 24)"


def _joined(source: Source) -> str:
    """Return the tables with their index in front, which FTS5 wants to be asked first."""
    table = source.fts.removesuffix("_fts")
    first, _, rest = source.tables.partition(" ")
    assert first == table
    return f"{source.fts} JOIN {table} ON {table}.id = {source.fts}.rowid {rest}"


def _like(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


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


def _cut_out(text: str, terms: Sequence[Term]) -> tuple[str, tuple[TextRange, ...]]:
    """Return the surroundings of the first term in a text, and where in them it stands."""
    folded = text.lower()
    if len(folded) != len(text):  # as İ grows when it is lowered
        folded = text
    places = [(folded.find(t.text.lower()), len(t.text)) for t in terms if not t.excluded]
    place, length = next((found for found in places if found[0] >= 0), (0, 0))
    start, end = max(0, place - _AROUND), min(len(text), place + length + _AROUND)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    snippet = f"{before}{text[start:end]}{after}"
    at = place - start + len(before)
    return snippet, (TextRange(at, at + length),) if length else ()
