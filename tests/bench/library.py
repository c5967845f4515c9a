"""Thousands of articles: start, scrolling, search, opening, bringing in a thousand files."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QStringListModel
from PySide6.QtWidgets import QListView

from desk import paths
from desk.app import OWN_DESK
from desk.core.query import parse
from desk.store import schema
from desk.store.desk import Desk
from desk.store.nouns import new_guid
from desk.store.opening import PRAGMAS
from desk.store.search import SOURCES
from tests.bench.library_desks import drafts, library
from tests.bench.measure import Figure, compare, peak, timed
from tests.bench.start import BARE, OURS, ROOT, _pair
from tests.bench.window import application, bare_view, put_away, window_on

MANY, MORE = 2_000, 20_000
PASSAGES = 20_000
FILES = 1_000
LIMIT = 60  # hits of each kind, as the window asks for them
QUERIES = {"a common word": "city", "a rare word": "report 00123", "a phrase": '"safe places"'}


def figures() -> Iterator[Figure]:
    """Yield every figure of the library."""
    many, more = library(MANY, PASSAGES), library(MORE)
    yield from _starts(many, more)
    with Desk.open(many) as desk:
        yield from _searches(desk, f"{MANY:,}")
        yield _opening(desk)
    with Desk.open(more) as desk:
        yield from _searches(desk, f"{MORE:,}")
        yield from _scrolling(desk)
    yield _import()


def _starts(many: Path, more: Path) -> Iterator[Figure]:
    """Yield a start on each desk against a bare window, and the memory of one by the other."""
    article = str(next(paths.seeds().glob("*.txt")))
    found = []
    for count, path in ((MANY, many), (MORE, more)):
        home = Path(tempfile.mkdtemp(prefix="reading-desk-bench-"))
        os.environ[paths.HOME_VARIABLE] = str(home)
        own = paths.data_folder() / OWN_DESK
        own.parent.mkdir(parents=True, exist_ok=True)
        os.link(path, own)
        ours, bare = ["-c", OURS, str(ROOT), "painted"], ["-c", BARE, article]
        time, used = _pair(f"start with {count:,} articles", ours, bare, 0)
        yield time
        found.append((time, used))
        own.unlink()
    for less, most, bound in zip(*found, (1.3, 1.1), strict=True):
        name = f"{most.name} against {MANY:,}"
        ratio = most.ours / less.ours
        yield Figure(name, most.ours, less.ours, ratio, bound, most.runs, most.memory, most.unit)


def _searches(desk: Desk, count: str) -> Iterator[Figure]:
    """Yield searches against the bare queries of FTS5 with the same snippets."""
    for words, query in QUERIES.items():
        expression = parse(query).fts()

        def bare(expression: str = expression) -> float:
            return timed(lambda: [_bare_search(desk, where, expression) for where in SOURCES])

        name = f"search {count} articles for {words}"
        yield compare(name, lambda q=query: timed(lambda: desk.search.find(q, LIMIT)), bare, 1.5)


def _bare_search(desk: Desk, where: str, expression: str) -> list[tuple[object, ...]]:
    source = SOURCES[where]
    column = f"{where} : " if source.fts == "articles_fts" else ""
    return desk.connection.execute(
        f"SELECT rowid, snippet({source.fts}, {source.column}, '<', '>', '…', 24)"
        f" FROM {source.fts} WHERE {source.fts} MATCH ? ORDER BY rank LIMIT ?",
        (f"{column}({expression})", LIMIT),
    ).fetchall()


def _opening(desk: Desk) -> Figure:
    """Return an article's opening, from the call to the painted frame."""
    window = window_on(desk)
    view = bare_view(window)
    ids = [article_id for article_id, _ in desk.listing.ids()]
    texts = [desk.articles.text(article_id) for article_id in ids[:40]]
    turn = iter(range(10_000))

    def ours() -> float:
        chosen = ids[next(turn) % 40]
        return timed(lambda: (window.reading.open(chosen), window.view.viewport().repaint()))

    def bare() -> float:
        text = texts[next(turn) % 40]
        return timed(lambda: (view.setPlainText(text), view.viewport().repaint()))

    figure = compare(f"open one of {MANY:,} articles of 20 KB", ours, bare, 0, 31)
    put_away(view, window)
    return figure


def _scrolling(desk: Desk) -> Iterator[Figure]:
    """Yield a page of scrolling against a plain list of as many words, and a filter's key."""
    window = window_on(desk)
    rows = window.library.list
    plain = QListView()
    plain.setUniformItemSizes(True)
    plain.setModel(QStringListModel([f"Report {n:05}" for n in range(MORE)]))
    plain.resize(rows.size())
    plain.show()
    application().processEvents()

    def scroll(view: QListView, pages: Iterator[int]) -> float:
        bar = view.verticalScrollBar()
        to = bar.maximum() * (next(pages) * 7919 % 1000) // 1000
        return timed(lambda: (bar.setValue(to), view.viewport().repaint()))

    mine, theirs = iter(range(10_000)), iter(range(10_000))
    name = f"scroll {MORE:,} articles, anywhere"
    yield compare(name, lambda: scroll(rows, mine), lambda: scroll(plain, theirs), 0, 101)
    letters = iter("report" * 1000)
    key = [timed(lambda: window.library.field.setText(next(letters))) for _ in range(11)]
    window.library.field.clear()
    figure = sorted(key)[5] * 1000
    yield Figure(f"filter {MORE:,} titles, a key", figure, figure, 1, 0, 11, peak())
    put_away(plain, window)


def _import() -> Figure:
    """Return a thousand files dropped on the window against reading and inserting them."""
    folder = Path(tempfile.mkdtemp(prefix="reading-desk-bench-"))
    for number, draft in enumerate(drafts(FILES)):
        (folder / f"{number:04}.txt").write_text(draft.text, encoding="utf-8")
    files = sorted(folder.iterdir())

    def ours() -> float:
        place = Path(tempfile.mkdtemp(prefix="reading-desk-bench-")) / "in.desk"
        window = window_on(Desk.create(place))

        def bring() -> None:
            window.bookcase.coming.add_files([folder])
            while window.bookcase.coming.is_busy:  # asleep while nothing happens, as a window is
                application().processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

        seconds = timed(bring)
        assert len(window.library.model.article_ids()) == FILES
        window.close()
        return seconds

    return compare(f"bring in {FILES:,} files of 20 KB", ours, lambda: _bare_import(files), 2, 5)


def _bare_import(files: list[Path]) -> float:
    place = Path(tempfile.mkdtemp(prefix="reading-desk-bench-")) / "bare.sqlite"
    connection = sqlite3.connect(place, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA trusted_schema = ON")  # as `open_checked` does once it has looked
    schema.migrate(connection)
    sql = (
        "INSERT INTO articles (guid, title, text, sha256, created, changed)"
        " VALUES (?, ?, ?, ?, '', '')"
    )

    def insert() -> None:
        connection.execute("BEGIN")
        for path in files:
            text = path.read_text(encoding="utf-8")
            connection.execute(sql, (new_guid(), path.stem, text, "0" * 64))
        connection.execute("COMMIT")

    seconds = timed(insert)
    connection.close()
    return seconds
