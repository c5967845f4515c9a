"""Panels that are floated, moved, made wider and put back, by mouse and by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desk.ui.docks.floating import least_covering
from tests.ui.conftest import Reader, open_window

LEFT = Qt.MouseButton.LeftButton


def float_by_mouse(reader: Reader, name: str) -> None:
    bar = reader.window.docks[name].titleBarWidget()
    QTest.mouseDClick(bar, LEFT, Qt.KeyboardModifier.NoModifier, bar.rect().center())
    QTest.mouseRelease(bar, LEFT)  # the first one went to where the panel was
    QApplication.processEvents()


def enter(reader: Reader, name: str) -> None:
    """Go to a panel with F6."""
    reader.press("F6")
    while not reader.window.docks[name].isAncestorOf(QApplication.focusWidget()):
        reader.press("F6")


def test_a_double_click_on_the_grip_floats_a_panel_and_its_button_puts_it_back(
    reader: Reader,
) -> None:
    dock = reader.window.docks["tags"]
    bar = dock.titleBarWidget()
    assert "double-click" in bar.toolTip()
    assert bar.back_button.isHidden()
    float_by_mouse(reader, "tags")
    assert dock.isFloating()
    assert reader.window.actions_["float.tags"].isChecked()
    QTest.mouseClick(bar.back_button, LEFT)
    assert not dock.isFloating()
    assert not reader.window.actions_["float.tags"].isChecked()


def test_a_drag_by_the_grip_floats_a_panel(reader: Reader) -> None:
    dock = reader.window.docks["library"]
    bar = dock.titleBarWidget()
    start = bar.rect().center()
    QTest.mousePress(bar, LEFT, Qt.KeyboardModifier.NoModifier, start)
    for step in (QPoint(20, 20), QPoint(200, 120), QPoint(320, 160)):
        QTest.mouseMove(bar, start + step)
    QTest.mouseRelease(bar, LEFT, Qt.KeyboardModifier.NoModifier, start)
    assert dock.isFloating()


def test_a_floating_panel_can_be_hidden_and_comes_back(reader: Reader) -> None:
    float_by_mouse(reader, "tags")
    dock = reader.window.docks["tags"]
    QTest.mouseClick(dock.titleBarWidget().hide_button, LEFT)
    assert dock.isHidden()
    assert not reader.window.actions_["view.tags"].isChecked()
    reader.window.actions_["view.tags"].trigger()
    assert dock.isVisible()
    assert dock.isFloating()


@pytest.mark.parametrize("name", ["library", "passages", "tags", "passage"])
def test_the_menu_floats_each_panel(reader: Reader, name: str) -> None:
    dock = reader.window.docks[name]
    reader.window.actions_[f"float.{name}"].trigger()
    assert dock.isFloating()
    assert dock.isVisible()
    reader.window.actions_[f"float.{name}"].trigger()
    assert not dock.isFloating()
    assert dock.isVisible()


def test_the_menu_of_the_grip_floats_and_hides(reader: Reader) -> None:
    dock = reader.window.docks["passage"]
    bar = dock.titleBarWidget()
    for words, done in (
        ("Float", dock.isFloating),
        ("Put back into the window", lambda: not dock.isFloating()),
        ("Hide", dock.isHidden),
    ):
        place = bar.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, bar.mapToGlobal(place))
        QApplication.sendEvent(bar, event)
        menu = next(m for m in bar.findChildren(QMenu) if m.isVisible())
        next(a for a in menu.actions() if a.text() == words).trigger()
        menu.close()
        assert done()


def test_the_keyboard_goes_into_a_floating_panel_and_esc_leads_back(reader: Reader) -> None:
    reader.window.actions_["float.library"].trigger()
    reader.view.setFocus()
    reader.press("F6")
    dock = reader.window.docks["library"]
    assert dock.isAncestorOf(QApplication.focusWidget())
    reader.press("Esc")
    assert reader.view.hasFocus()
    reader.press("J")
    assert reader.focused()


@pytest.mark.parametrize("name", ["library", "tags", "passage"])
def test_esc_leads_from_each_panel_to_the_text(reader: Reader, name: str) -> None:
    reader.press("J", "H")
    enter(reader, name)
    reader.press("Esc")
    assert reader.view.hasFocus()


def test_a_panel_becomes_wider_and_narrower_by_keyboard(reader: Reader) -> None:
    library = reader.window.docks["library"]
    reader.window.actions_["view.wider"].trigger()
    assert "F6" in reader.told()
    reader.press("F6")
    width = library.width()
    reader.window.actions_["view.wider"].trigger()
    QApplication.processEvents()
    assert library.width() > width
    reader.window.actions_["view.narrower"].trigger()
    QApplication.processEvents()
    assert library.width() == width
    reader.window.actions_["float.library"].trigger()
    reader.view.setFocus()
    enter(reader, "library")
    width = library.width()
    reader.window.actions_["view.wider"].trigger()
    assert library.width() > width


def test_what_floats_comes_back_floating(reader: Reader, tmp_path: Path, home: Path) -> None:
    reader.window.actions_["float.tags"].trigger()
    reader.window.docks["tags"].resize(320, 410)
    reader.window.docks["passage"].hide()
    reader.window.close()
    again = open_window(tmp_path / "mine.desk", home)
    assert again.docks["tags"].isFloating()
    assert again.docks["tags"].isVisible()
    assert again.docks["tags"].size().toTuple() == (320, 410)
    assert again.actions_["float.tags"].isChecked()
    assert not again.docks["library"].isFloating()
    assert again.docks["passage"].isHidden()
    again.close()


SCREEN = QRect(0, 0, 1280, 800)
INNER = SCREEN.adjusted(0, 60, 0, 0)
PANEL = QSize(280, 400)


def test_a_panel_floats_beside_the_window_where_the_screen_has_room() -> None:
    assert least_covering(PANEL, QRect(0, 0, 900, 600), INNER, SCREEN, []) == QPoint(908, 0)
    assert least_covering(PANEL, QRect(360, 50, 900, 600), INNER, SCREEN, []) == QPoint(72, 50)


def test_in_a_full_window_it_floats_where_it_covers_least() -> None:
    text, library = QRect(420, 60, 560, 700), QRect(0, 60, 250, 700)
    spot = least_covering(PANEL, SCREEN, INNER, SCREEN, [(text, 4), (library, 1)])
    assert spot == QPoint(1280 - 280 - 8, 800 - 400 - 8)
    spot = least_covering(
        PANEL, SCREEN, INNER, SCREEN, [(text.translated(200, 0), 4), (library, 1)]
    )
    assert spot == QPoint(8, 392)
    assert least_covering(QSize(2000, 400), SCREEN, INNER, SCREEN, []) == QPoint(0, 0)


def test_a_floating_panel_stays_where_it_was_left(reader: Reader) -> None:
    dock = reader.window.docks["tags"]
    float_by_mouse(reader, "tags")
    dock.move(40, 50)
    QApplication.processEvents()
    reader.window.actions_["float.tags"].trigger()
    reader.window.actions_["float.tags"].trigger()
    assert dock.isFloating()
    assert dock.pos() == QPoint(40, 50)


def test_a_panel_that_floats_leaves_the_text_free(reader: Reader) -> None:
    float_by_mouse(reader, "library")
    dock, port = reader.window.docks["library"], reader.view.viewport()
    text = QRect(port.mapToGlobal(QPoint()), port.size())
    assert not text.intersects(QRect(dock.mapToGlobal(QPoint()), dock.size()))
