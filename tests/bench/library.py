"""Thousands of articles: start, scrolling, search, opening, bringing in a thousand files."""

import os
import sqlite3
import statistics
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSortFilterProxyModel, QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QListView

from desk import paths
from desk.app import OWN_DESK
from desk.core.query import parse
from desk.store import schema
from desk.store.desk import Desk
from desk.store.nouns import new_guid
from desk.store.opening import PRAGMAS
from desk.store.search import SOURCES
from desk.ui.window import Window
from tests.bench.library_desks import drafts, library, unspaced
from tests.bench.measure import Figure, compare, own_folder, peak, timed
from tests.bench.start import BARE, OURS, ROOT, _pair
from tests.bench.window import application, bare_view, put_away, window_on

MANY, MORE = 2_000, 20_000
PASSAGES = 20_000
STEP = 60  # pixels: a notch of a wheel
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
    with Desk.open(unspaced(MORE)) as desk:
        yield _standstill(desk)
    yield _import()


def _standstill(desk: Desk) -> Figure:
    """Return how long a window stands still, at most, while scripts without spaces are searched.

    No index knows their words, and letters that are nowhere are looked for in all of the text.
    """
    window = window_on(desk)
    field, searching = window.library.field, window.searching
    turns: list[float] = []
    clock = QTimer(window, interval=0)
    clock.timeout.connect(lambda: turns.append(time.perf_counter()))
    longest: list[float] = []
    for _ in range(5):
        for letters in ("龘龘", "龘龘龘", ""):
            turns.clear()
            clock.start()
            begin = time.perf_counter()
            field.setText(letters)
            while searching.is_busy:
                application().processEvents()
            clock.stop()
            if letters:
                longest.append(max(b - a for a, b in pairwise([begin, *turns])))
    put_away(window)
    ours, limit = statistics.median(longest) * 1000, 100.0
    name = f"search {MORE:,} texts without spaces: longest standstill"
    return Figure(name, ours, limit, ours / limit, 1, len(longest), peak())


def _starts(many: Path, more: Path) -> Iterator[Figure]:
    """Yield a start on each desk against a bare window, and time and memory of one by the other.

    What SQLite keeps of the pages that were seen grows to 64 MB at most, hence the 1.5.
    """
    article = str(next(paths.seeds().glob("*.txt")))
    found = []
    for count, path in ((MANY, many), (MORE, more)):
        home = own_folder()
        os.environ[paths.HOME_VARIABLE] = str(home)
        own = paths.data_folder() / OWN_DESK
        own.parent.mkdir(parents=True, exist_ok=True)
        os.link(path, own)
        bare = ["-c", BARE, article]
        ours, through = (["-c", OURS, str(ROOT), sign] for sign in ("painted", "scrolled"))
        spent, used = _pair(f"start with {count:,} articles", ours, bare, 2.5)
        yield spent
        _, scrolled = _pair(
            f"its library seen from end to end, {count:,} articles", through, bare, 0
        )
        found.append((spent, used, scrolled))
        own.unlink()
    for less, most, bound in zip(*found, (1.3, 1.1, 1.5), strict=True):
        name = f"{most.name} against {MANY:,}"
        ratio = most.ours / less.ours
        yield Figure(name, most.ours, less.ours, ratio, bound, most.runs, most.memory, most.unit)


def _searches(desk: Desk, count: str) -> Iterator[Figure]:
    """Yield searches against the bare queries of FTS5 with the same snippets."""
    for words, query in QUERIES.items():
        expression = " AND ".join(f'"{term.text}"' for term in parse(query).terms)

        def bare(expression: str = expression) -> float:
            return timed(lambda: [_bare_search(desk, where, expression) for where in SOURCES])

        name = f"search {count} articles for {words}"
        yield compare(name, lambda q=query: timed(lambda: desk.search.find(q, LIMIT)), bare, 1.5)


def _bare_search(desk: Desk, where: str, expression: str) -> list[tuple[object, ...]]:
    source = SOURCES[where]
    column = "title : " if where == "title" else ""  # the words of a text may be in its title
    return desk.connection.execute(
        f"SELECT rowid, snippet({source.fts}, {source.column}, '<', '>', '…', 24)"
        f" FROM {source.fts} WHERE {source.fts} MATCH ? ORDER BY rank LIMIT ?",
        (f"{column}({expression})", LIMIT),
    ).fetchall()


def _opening(desk: Desk) -> Figure:
    """Return an article's opening, from the call to the painted frame."""
    window = window_on(desk)
    view = bare_view(window)
    ids = [article_id for article_id, *_ in desk.listing.ids()]
    texts = [desk.articles.text(article_id) for article_id in ids[:40]]
    turn = iter(range(10_000))

    def ours() -> float:
        chosen = ids[next(turn) % 40]
        return timed(lambda: (window.reading.open(chosen), window.view.viewport().repaint()))

    def bare() -> float:
        text = texts[next(turn) % 40]
        return timed(lambda: (view.setPlainText(text), view.viewport().repaint()))

    figure = compare(f"open one of {MANY:,} articles of 20 KB", ours, bare, 4, 31)
    put_away(view, window)
    return figure


def _scrolling(desk: Desk) -> Iterator[Figure]:
    """Yield frames of scrolling against a plain list of as many words, and a filter's key."""
    window = window_on(desk)
    rows = window.library.list
    plain = QListView()
    plain.setUniformItemSizes(True)
    plain.setModel(QStringListModel([f"Report {n:05}" for n in range(MORE)]))
    plain.resize(rows.size())
    plain.show()
    application().processEvents()

    def scroll(view: QListView, to: int) -> float:
        return timed(lambda: (view.verticalScrollBar().setValue(to), view.viewport().repaint()))

    def frame(view: QListView) -> float:
        return scroll(view, view.verticalScrollBar().value() + STEP)

    def anywhere(view: QListView, pages: Iterator[int]) -> float:
        return scroll(
            view, view.verticalScrollBar().maximum() * (next(pages) * 7919 % 1000) // 1000
        )

    name = f"scroll {MORE:,} articles, a frame"
    yield compare(name, lambda: frame(rows), lambda: frame(plain), 2, 101)
    mine, theirs = iter(range(10_000)), iter(range(10_000))
    name = f"scroll {MORE:,} articles, anywhere"
    yield compare(name, lambda: anywhere(rows, mine), lambda: anywhere(plain, theirs), 0, 101)
    yield _filter_key(window, plain)
    put_away(plain, window)


def _filter_key(window: Window, plain: QListView) -> Figure:
    """Return a key in the field over the library against the same key for a plain list."""
    titles = [f"Report {n:05}" for n in range(MORE)]
    filtered = QSortFilterProxyModel(plain)
    filtered.setSourceModel(QStringListModel(titles, plain))
    filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    plain.setModel(filtered)
    typed = ["r", "re", "rep", "repo", "repor", "report"]
    turn = iter(range(10_000))

    def ours() -> float:
        words = typed[next(turn) % len(typed)]
        window.library.field.clear()
        return timed(lambda: (window.library.field.setText(words), _painted(window.library.list)))

    def bare() -> float:
        words = typed[next(turn) % len(typed)]
        filtered.setFilterFixedString("")
        return timed(lambda: (filtered.setFilterFixedString(words), _painted(plain)))

    figure = compare(f"filter {MORE:,} titles, a key", ours, bare, 0, 11)
    window.library.field.clear()
    return figure


def _painted(rows: QListView) -> None:
    rows.viewport().repaint()


def _import() -> Figure:
    """Return a thousand files dropped on the window against reading and inserting them."""
    folder = own_folder()
    for number, draft in enumerate(drafts(FILES)):
        (folder / f"{number:04}.txt").write_text(draft.text, encoding="utf-8")
    files = sorted(folder.iterdir())

    def ours() -> float:
        place = own_folder() / "in.desk"
        window = window_on(Desk.create(place))

        def bring() -> None:
            window.importing.coming.add_files([folder])
            while window.importing.coming.is_busy:  # asleep while nothing happens, as a window is
                application().processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

        seconds = timed(bring)
        assert len(window.library.model.article_ids()) == FILES
        window.close()
        return seconds

    return compare(f"bring in {FILES:,} files of 20 KB", ours, lambda: _bare_import(files), 2, 5)


def _bare_import(files: list[Path]) -> float:
    place = own_folder() / "bare.sqlite"
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
