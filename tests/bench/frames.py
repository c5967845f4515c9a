"""A frame of scrolling with some 100 highlights in sight, at the pace of a hand."""

from collections.abc import Iterator

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea

from tests.bench import data
from tests.bench.measure import Figure, compare, timed
from tests.bench.window import bare_view, put_away, settle, window_on

STEP = 60  # pixels: a notch of a wheel
REST = 16  # milliseconds: a screen that shows 60 frames a second gives as many
IN_SIGHT = 100
SEEN = 1_500  # code points that fit into the view


def figures() -> Iterator[Figure]:
    """Yield a frame with 10,000 and with 100,000 passages in the article."""
    for passages in (10_000, 100_000):
        desk = data.new_desk()
        article = data.marked(desk, passages * SEEN // IN_SIGHT, passages, seed=passages)
        window = window_on(desk)
        window.reading.open(article)
        bare = bare_view(window)
        bare.setPlainText(desk.articles.text(article))
        for view in (window.view, bare):
            _lay_out(view)
        yield compare(
            f"scroll a frame, {passages:,} passages, some {_in_sight(window.view)} in sight",
            lambda view=window.view: _frame(view),
            lambda view=bare: _frame(view),
            2.0,
            runs=120,
        )
        put_away(window, bare)


def _lay_out(view: QAbstractScrollArea) -> None:
    """Have enough text laid out for all frames: Qt does it bit by bit."""
    view.verticalScrollBar().setValue(20_000)
    QTest.qWait(400)
    view.verticalScrollBar().setValue(2_000)
    QTest.qWait(200)


def _in_sight(view: object) -> int:
    index = view.shown().index  # type: ignore[attr-defined]
    top = view.top_position()  # type: ignore[attr-defined]
    return len(index.overlapping(top, top + SEEN))


def _frame(view: QAbstractScrollArea) -> float:
    bar = view.verticalScrollBar()

    def move() -> None:
        bar.setValue(bar.value() + STEP)
        view.viewport().repaint()

    seconds = timed(move)
    QTest.qWait(REST)
    settle()
    return seconds
