"""A long day at the desk: what is done again and again must leave nothing behind."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.store.desk import Desk
from desk.ui.files.export_csv import ExportCsv
from desk.ui.window import Window
from tests.bench.library_desks import library
from tests.bench.measure import Figure, memory, peak
from tests.bench.window import application, put_away, settle, window_on

CTRL = Qt.KeyboardModifier.ControlModifier
WARM = 20  # times before the first look: what is made once and kept is there by then


def figures() -> Iterator[Figure]:
    """Yield, for each deed, memory and number of objects after many times against after few."""
    with tempfile.TemporaryDirectory(prefix="reading-desk-bench-") as folder:
        path = Path(folder) / "long.desk"
        shutil.copy(library(2_000, 20_000), path)
        window = window_on(Desk.open(path))
        with window.desk.step("Pin"):
            window.desk.tags.pin(window.desk.tags.all()[0].id, 1)
        for name, times, deed, bound in (
            # SQLite keeps pages that it has read, 64 MB at most.
            ("500 articles opened", 500, _open_articles(window), 1.3),
            ("2,000 tags put and undone", 2_000, _tag_and_undo(window), 1.1),
            ("200 searches", 200, _search(window), 1.1),
            ("200 times in the tag box", 200, _use_box(window), 1.1),
            ("50 looks at an export", 50, _look_at_export(window), 1.1),
        ):
            yield from _growth(window, name, times, deed, bound)
        put_away(window)


def _growth(
    window: Window, name: str, times: int, deed: Callable[[], object], most: float
) -> Iterator[Figure]:
    _repeat(deed, WARM)
    before = memory(), _objects(window)
    _repeat(deed, times)
    after = memory(), _objects(window)
    for words, ours, bare, bound, unit in (
        ("memory", after[0], before[0], most, "MB"),
        ("objects of Qt", after[1], before[1], 1.001, ""),
    ):
        title = f"{name}: {words}, against {WARM}"
        yield Figure(title, ours, bare, ours / bare, bound, times, peak(), unit)


def _repeat(deed: Callable[[], object], times: int) -> None:
    for _ in range(times):
        deed()
        settle()


def _objects(window: Window) -> int:
    return len(window.findChildren(QObject))


def _press(window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(window.view, key, modifier or Qt.KeyboardModifier.NoModifier)
    application().processEvents()


def _open_articles(window: Window) -> Callable[[], object]:
    ids = cycle([article_id for article_id, *_ in window.desk.listing.ids()])
    return lambda: (window.reading.open(next(ids)), window.view.viewport().repaint())


def _tag_and_undo(window: Window) -> Callable[[], object]:
    def deed() -> None:
        _press(window, Qt.Key.Key_J)
        _press(window, Qt.Key.Key_1)
        assert window.desk.undo_label != "Pin"
        _press(window, Qt.Key.Key_Z, CTRL)
        assert window.desk.undo_label == "Pin"

    return deed


def _search(window: Window) -> Callable[[], object]:
    words = cycle(["city", "safe places", "report", "ka men", "nowhere"])

    def deed() -> None:
        window.library.field.setText(next(words))
        while window.searching.is_busy:
            application().processEvents()
        window.library.field.clear()

    return deed


def _use_box(window: Window) -> Callable[[], object]:
    def deed() -> None:
        window.view.setFocus()
        _press(window, Qt.Key.Key_J)
        _press(window, Qt.Key.Key_T)
        QTest.keyClicks(QApplication.focusWidget(), "tag 3")
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    return deed


def _look_at_export(window: Window) -> Callable[[], object]:
    def deed() -> None:
        window.actions_["desk.export"].trigger()
        application().processEvents()
        for dialog in window.findChildren(ExportCsv):
            assert dialog.table.rowCount()
            dialog.reject()

    return deed
