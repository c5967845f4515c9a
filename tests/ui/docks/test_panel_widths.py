"""The panels give way in a narrow window and come back in a wide one."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.ui.docks.widths import give_way
from desk.ui.window import Window
from tests.ui.conftest import Reader, open_window


def widths(window: Window) -> tuple[int, int]:
    QApplication.processEvents()
    left = next(d for n in ("library", "passages") if (d := window.docks[n]).isVisible())
    return left.width(), window.docks["tags"].width()


def drag_left_edge(window: Window, by: int) -> None:
    """Drag the line between the library and the article."""
    QApplication.processEvents()
    start = QPoint(window.docks["library"].geometry().right() + 1, window.height() // 2)
    handle, none = window.windowHandle(), Qt.KeyboardModifier.NoModifier
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, none, start)
    for part in (by // 2, by):
        QTest.mouseMove(handle, start + QPoint(part, 0))
        QApplication.processEvents()
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, none, start + QPoint(by, 0))
    QApplication.processEvents()


def test_what_lacks_is_taken_from_what_can_be_spared() -> None:
    assert give_way(600, [250, 288], [184, 212]) == [250, 288]
    assert give_way(500, [250, 288], [184, 212]) == [232, 268]
    assert give_way(100, [250, 288], [184, 212]) == [184, 212]
    assert give_way(100, [150, 288], [184, 212]) == [150, 212]
    assert give_way(100, [], []) == []


def test_a_narrow_window_leaves_room_for_the_article(reader: Reader) -> None:
    window = reader.window
    window.resize(900, 600)
    left, right = widths(window)
    assert window.view.width() >= 500 > left + right
    window.resize(1280, 800)
    assert widths(window) == (250, 288)


def test_a_width_that_was_dragged_is_kept(reader: Reader, tmp_path: Path, home: Path) -> None:
    window = reader.window
    window.resize(1280, 800)
    drag_left_edge(window, 60)
    assert widths(window)[0] == 310
    window.resize(900, 600)
    assert widths(window)[0] < 250
    window.resize(1280, 800)
    assert widths(window) == (310, 288)
    window.resize(900, 600)
    window.close()
    again = open_window(tmp_path / "mine.desk", home)
    again.resize(1280, 800)
    assert widths(again) == (310, 288)
    again.close()


def test_panels_that_are_hidden_leave_their_room_to_the_others(reader: Reader) -> None:
    window = reader.window
    window.resize(900, 600)
    narrow = widths_of_right(window)
    window.docks["library"].hide()
    assert widths_of_right(window) > narrow + 40
    window.docks["library"].show()
    assert widths_of_right(window) == narrow


def widths_of_right(window: Window) -> int:
    for _ in range(3):  # the panel goes, the others are told, they take their width
        QApplication.processEvents()
    return window.docks["tags"].width()
