"""What a hand does with the mouse in the real window: clicks, drags, menus."""

from collections.abc import Iterator
from itertools import count

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desk.core.types import TextRange
from tests.ui.conftest import Reader

LEFT = Qt.MouseButton.LeftButton
NO_BUTTON = Qt.MouseButton.NoButton
NONE = Qt.KeyboardModifier.NoModifier
_CLOCK = count(1_000_000, 10_000)  # milliseconds, far from those of QTest


def click(widget: QWidget, at: QPoint | None = None) -> None:
    place = widget.rect().center() if at is None else at
    QTest.mouseClick(widget, LEFT, NONE, place)
    QApplication.processEvents()


def spot(reader: Reader, words: str) -> QPoint:
    """Return the middle of the first line of words of the article, in the viewport."""
    return rects(reader, words)[0].center()


def rects(reader: Reader, words: str) -> list:
    start = reader.view.shown().text.index(words)
    return reader.view.rects(TextRange(start, start + len(words)))


def click_words(reader: Reader, words: str, times: int = 1) -> None:
    """Click on words of the article so many times, quickly."""
    for _ in quick_clicks(reader.view.viewport(), spot(reader, words), times):
        pass


def quick_clicks(widget: QWidget, at: QPoint, times: int) -> Iterator[None]:
    """Click in one place so many times, and pause after each.

    The clicks follow each other quickly by their own time, however slow the machine is.
    """
    begin = next(_CLOCK)
    for number in range(times):
        press = QEvent.Type.MouseButtonDblClick if number == 1 else QEvent.Type.MouseButtonPress
        for kind, pressed in ((press, LEFT), (QEvent.Type.MouseButtonRelease, NO_BUTTON)):
            place = QPointF(at)
            event = QMouseEvent(kind, place, widget.mapToGlobal(place), LEFT, pressed, NONE)
            event.setTimestamp(begin + 10 * number)
            QApplication.sendEvent(widget, event)
        QApplication.processEvents()
        yield


def hover(widget: QWidget, at: QPoint) -> None:
    """Move the mouse to a place without a button.

    QTest moves the one pointer of the screen, and what lies there may be another test's window.
    """
    place, none = QPointF(at), NO_BUTTON
    moved = QMouseEvent(QEvent.Type.MouseMove, place, widget.mapToGlobal(place), none, none, NONE)
    QApplication.sendEvent(widget, moved)


def drag_between(widget: QWidget, begin: QPoint, end: QPoint) -> None:
    QTest.mousePress(widget, LEFT, NONE, begin)
    QTest.mouseMove(widget, (begin + end) / 2)
    QTest.mouseMove(widget, end)
    QTest.mouseRelease(widget, LEFT, NONE, end)
    QApplication.processEvents()


def drag(reader: Reader, words: str) -> None:
    """Drag the mouse over words of the article."""
    lines = rects(reader, words)
    begin = QPoint(lines[0].left() + 1, lines[0].center().y())
    end = QPoint(lines[-1].right() + 1, lines[-1].center().y())
    drag_between(reader.view.viewport(), begin, end)


def choose(menu: QMenu, name: str) -> None:
    """Click an action in a menu that is open."""
    action = next(a for a in menu.actions() if a.objectName() == name)
    click(menu, menu.actionGeometry(action).center())


def by_menu(reader: Reader, *titles: str, name: str) -> None:
    """Open a menu of the bar, and one inside it, by clicks, and click an action there."""
    bar = reader.window.menuBar()
    entry = next(a for a in bar.actions() if a.text().replace("&", "") == titles[0])
    click(bar, bar.actionGeometry(entry).center())
    menu = entry.menu()
    for title in titles[1:]:
        inside = next(a for a in menu.actions() if a.text() == title)
        click(menu, menu.actionGeometry(inside).center())
        menu = inside.menu()
        while not menu.isVisible():  # a submenu opens a moment later
            QTest.qWait(5)
    choose(menu, name)


def click_bar(reader: Reader, words: str) -> None:
    """Click a button of the bar at the end of the selection."""
    click(next(b for b in reader.window.popups.bar.buttons() if b.text() == words))
