"""Opening an article with thousands of passages, from the call to the painted frame."""

from collections.abc import Iterator

from desk.core.types import ArticleId, Draft
from tests.bench import data
from tests.bench.measure import Figure, compare, timed
from tests.bench.window import bare_view, put_away, settle, window_on

MEGABYTE = 1_000_000
BOUNDS = {1_000: 4, 10_000: 4, 100_000: 0}


def figures() -> Iterator[Figure]:
    """Yield 1,000, 10,000 and 100,000 passages in 1 MB, and how the last two compare."""
    desk = data.new_desk()
    with desk.step("Add"):
        other = desk.articles.add(Draft("Something short."))
    articles = {count: data.marked(desk, MEGABYTE, count, seed=count) for count in BOUNDS}
    window = window_on(desk)
    bare = bare_view(window)
    found: dict[int, Figure] = {}
    for count, article in articles.items():
        text = desk.articles.text(article)

        def ours(article: ArticleId = article) -> float:
            window.reading.open(other)
            settle()
            return timed(lambda: (window.reading.open(article), window.view.viewport().repaint()))

        def plain(text: str = text) -> float:
            bare.setPlainText("")
            settle()
            return timed(lambda: (bare.setPlainText(text), bare.viewport().repaint()))

        runs = 15 if count < 100_000 else 5
        name = f"open 1 MB with {count:,} passages"
        found[count] = compare(name, ours, plain, BOUNDS[count], runs)
        yield found[count]
    most, many = found[100_000], found[10_000]
    growth = most.ours / many.ours
    name = "open: 100,000 passages against 10,000"
    yield Figure(name, most.ours, many.ours, growth, 10, most.runs, most.memory)
    put_away(window, bare)
