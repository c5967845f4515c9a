"""A walk through the window by hand: how long it stands still, at most, at each deed."""

import gc
import time
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.store.desk import Desk
from desk.ui.window import Window
from tests.bench import data
from tests.bench.library_desks import library
from tests.bench.measure import Figure, peak
from tests.bench.window import application, put_away, settle, window_on

Deed = Callable[[], object]
LIMIT = 100.0  # milliseconds: what takes no longer is felt as at once
REST = 0.3  # seconds after a deed, in which what it put off is done
TAGS = 2_000
NONE, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton


def figures() -> Iterator[Figure]:
    """Yield the longest standstill of each deed; of many in a row, that of the ninth of ten."""
    desk = data.new_desk()
    article = data.marked(desk, 1_000_000, 10_000)
    window = window_on(desk)
    window.reading.open(article)
    QTest.qWait(1_000)
    for name, deeds in (
        ("J and 1, 100 times", _keys(window, "J1" * 100)),
        ("Tab, 50 times", _keys(window, "\t" * 50)),
        ("a note typed", _note(window)),
        ("another size of the window, mid 1 MB", _sizes(window)),
        ("another theme, mid 1 MB", _themes(window)),
        ("larger and smaller letters, mid 1 MB", _letters(window)),
        ("a selection dragged over 50 screens", _drag(window)),
        ("a word found letter by letter", _find(window)),
    ):
        yield _standstill(window, name, deeds)
    put_away(window)
    yield _with_tags()
    with Desk.open(library(2_000, 20_000)) as many:
        window = window_on(many)
        gc.freeze()  # as the program does once its window is there: the desks before are no garbage
        yield _standstill(window, "F4 with 20,000 passages", _keys(window, (Qt.Key.Key_F4,)))
        put_away(window)


def _with_tags() -> Figure:
    desk = data.new_desk()
    with desk.step("Fill"):
        for number in range(TAGS):
            desk.tags.ensure(f"claim {number}")
    window = window_on(desk)
    tag = desk.tags.all()[0]
    names = (f"new {number}" for number in range(10))
    deeds = [lambda: window.tag_book.create(tag._replace(name=next(names)))] * 10
    figure = _standstill(window, f"a tag made among {TAGS:,}", deeds)
    put_away(window)
    return figure


def _standstill(window: Window, name: str, deeds: Iterable[Deed]) -> Figure:
    longest = sorted(_longest_turn(window, deed) for deed in deeds)
    ours = longest[len(longest) * 9 // 10] * 1000
    return Figure(f"standstill: {name}", ours, LIMIT, ours / LIMIT, 1, len(longest), peak())


class _Clock(QTimer):
    """Ticks at each turn of the event loop and keeps the longest time between two, in seconds.

    It is the time of the processor: what else runs on a machine does not count, nor does a disk.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window, interval=0)
        self.last = time.thread_time()
        self.longest = 0.0
        self.timeout.connect(self._tick)
        self.start()

    def _tick(self) -> None:
        now = time.thread_time()
        self.last, self.longest = now, max(self.longest, now - self.last)


def _longest_turn(window: Window, deed: Deed) -> float:
    """Return the seconds of the longest turn of the event loop in a deed and after it."""
    clock = _Clock(window)
    deed()
    end = time.perf_counter() + REST
    while time.perf_counter() < end:
        application().processEvents()
    clock.stop()
    clock.deleteLater()
    settle()
    return clock.longest


def _keys(window: Window, keys: Iterable[str | Qt.Key]) -> list[Deed]:
    return [lambda key=key: QTest.keyClick(window.view, key) for key in keys]  # type: ignore[misc]


def _note(window: Window) -> Iterator[Deed]:
    QTest.keyClick(window.view, Qt.Key.Key_N)
    for letter in "Who says so, and when? " * 2:
        yield lambda letter=letter: QTest.keyClick(QApplication.focusWidget(), letter)  # type: ignore[misc]
    yield lambda: QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def _to_the_middle(window: Window) -> None:
    bar = window.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    QTest.qWait(500)


def _sizes(window: Window) -> Iterator[Deed]:
    _to_the_middle(window)
    width = window.width()
    for narrower in [*range(0, 200, 10), 0]:
        yield lambda less=narrower: window.resize(width - less, window.height())  # type: ignore[misc]


def _themes(window: Window) -> list[Deed]:
    return [window.actions_[f"theme.{name}"].trigger for name in ("dark", "sepia", "light") * 2]


def _letters(window: Window) -> list[Deed]:
    return [lambda by=by: window.looks.zoom(by) for by in (1, 1, -1, -1)]  # type: ignore[misc]


def _drag(window: Window) -> Iterator[Deed]:
    view, port = window.view, window.view.viewport()

    def mouse(kind: QEvent.Type, y: int, button: Qt.MouseButton) -> None:
        place = QPointF(200, y)
        held = NONE if kind == QEvent.Type.MouseButtonRelease else LEFT
        where = port.mapToGlobal(place)
        event = QMouseEvent(kind, place, where, button, held, Qt.KeyboardModifier.NoModifier)
        application().sendEvent(port, event)

    def onwards() -> None:
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + port.height())
        mouse(QEvent.Type.MouseMove, port.height() - 20, NONE)

    view.scroll_to(0)
    mouse(QEvent.Type.MouseButtonPress, 300, LEFT)
    yield from [onwards] * 50
    yield lambda: mouse(QEvent.Type.MouseButtonRelease, port.height() - 20, LEFT)


def _find(window: Window) -> Iterator[Deed]:
    QTest.keyClick(window.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    for letter in "cities":
        yield lambda letter=letter: QTest.keyClick(QApplication.focusWidget(), letter)  # type: ignore[misc]
    yield lambda: QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
