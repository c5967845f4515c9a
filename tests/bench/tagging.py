"""One tag put on a passage: from the key to committed and painted, and its undo."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.core.types import PassageId, TextRange
from tests.bench import data
from tests.bench.measure import Figure, compare, timed
from tests.bench.window import application, bare_view, put_away, window_on

PASSAGES = 10_000


def figures() -> Iterator[Figure]:
    """Yield a tag by its key, its undo, and the next sentence tagged by J and 1."""
    desk = data.new_desk()
    article = data.marked(desk, 1_000_000, PASSAGES)
    window = window_on(desk)
    window.reading.open(article)
    view = window.view
    bare = bare_view(window)
    bare.setPlainText(desk.articles.text(article))
    plain = data.bare_file(int(PASSAGES * data.TAGGED))
    untagged = _without_first_tag(window)

    def settle() -> None:
        QTest.qWait(5)

    def commit_and_paint() -> None:
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("INSERT INTO passage_tags VALUES (1, 2)")
        plain.execute("COMMIT")
        bare.viewport().repaint()

    def bare_run() -> float:
        settle()
        return timed(commit_and_paint)

    def bare_both() -> float:
        """Two keys are two frames."""
        settle()
        return timed(lambda: (bare.viewport().repaint(), commit_and_paint()))

    def press(key: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(view, Qt.Key(ord(key)), modifiers)
        application().processEvents()

    def tag() -> float:
        passage = next(untagged)
        view.select_passage(passage)
        where = window.reading.range_of(passage)
        view.reveal(where or TextRange(0, 1))
        settle()
        return timed(lambda: press("1"))

    def undo() -> float:
        tag()
        settle()
        before = desk.undo_label
        seconds = timed(lambda: press("Z", Qt.KeyboardModifier.ControlModifier))
        assert desk.redo_label == before
        return seconds

    def next_sentence() -> float:
        settle()
        before = len(desk.history(1_000))
        seconds = timed(lambda: (press("J"), press("1")))
        assert len(desk.history(1_000)) == before + 1
        return seconds

    yield compare("tag a passage among 10,000", tag, bare_run, 4.0, 25)
    yield compare("undo it", undo, bare_run, 4.0, 25)
    view.clear_target()
    view.scroll_to(0)
    yield compare("tag the next sentence: J, 1", next_sentence, bare_both, 4.0, 25)
    put_away(window, bare)


def _without_first_tag(window: object) -> Iterator[PassageId]:
    index = window.view.shown().index  # type: ignore[attr-defined]
    first = next(t for t in window.reading.tags.values() if t.number_key == 1)  # type: ignore[attr-defined]
    return iter([mark.id for mark in index if first.id not in mark.tags])
