"""The tag box as a reader types in it."""

import pytest
from PySide6.QtCore import QPoint, Qt

from desk.core.types import TagId
from desk.ui.looks.theme import load_theme
from desk.ui.tagging.tag_box import TagBox
from desk.ui.widgets.choices import ROW_HEIGHT
from desk.ui.widgets.chooser import REST
from tests.ui.rows import tag

CLAIM = tag(1, "claim", key=1, passages=12)
SOURCE = tag(2, "source", passages=9)
UNNAMED = tag(3, "unnamed", SOURCE)
TAGS = [CLAIM, SOURCE, UNNAMED]
NEVER = 600_000  # milliseconds


@pytest.fixture
def box(window):
    return TagBox(window, load_theme("light"))


def open_to_put(box, **more):
    box.open_to_put(box.parentWidget().mapToGlobal(QPoint(60, 60)), TAGS, **more)


def rows(box):
    return [choice.text for choice in box.rows.choices]


def test_it_opens_at_the_point_with_the_recent_tag_first(box):
    open_to_put(box, recent=[SOURCE.id])
    assert box.isVisible()
    assert box.field.hasFocus()
    assert rows(box)[0] == "source"
    assert box.pos().x() == 60
    assert box.pos().y() > 60


def test_a_few_letters_and_enter_put_a_tag(qtbot, box, window):
    open_to_put(box)
    qtbot.keyClicks(box.field, "so")
    told = []
    box.put.connect(told.append)
    box.closed.connect(lambda: told.append("closed"))
    qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert told == [SOURCE.id, "closed"]
    assert box.isHidden()
    assert window.article.hasFocus()


def test_the_last_row_makes_a_new_tag(qtbot, box):
    open_to_put(box)
    qtbot.keyClicks(box.field, "source/police")
    assert rows(box)[-1] == "New tag “source/police”"
    with qtbot.waitSignal(box.create_requested) as created:
        qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert created.args == ["source/police"]


def test_a_near_duplicate_is_told_and_comes_first(qtbot, box):
    open_to_put(box)
    qtbot.keyClicks(box.field, "cliam")
    assert rows(box)[0] == "claim"
    assert box.rows.choices[-1].detail == "close to “claim”"
    with qtbot.waitSignal(box.put) as put:
        qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert put.args == [CLAIM.id]


def test_an_exact_name_is_not_offered_anew(qtbot, box):
    open_to_put(box)
    qtbot.keyClicks(box.field, "claim")
    assert not any("New tag" in row for row in rows(box))


@pytest.mark.parametrize("name", ["a;b", "x" * 300, "\\"])
def test_a_name_that_cannot_be_says_why(qtbot, box, name):
    open_to_put(box)
    box.field.setText(name)
    assert box.hint.isVisible()
    with qtbot.assertNotEmitted(box.create_requested):
        qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert box.isVisible()


@pytest.mark.parametrize("stay", ["comma", "shift"])
def test_add_and_stay(qtbot, box, stay):
    open_to_put(box)
    qtbot.keyClicks(box.field, "cla")
    with qtbot.waitSignal(box.put) as put:
        if stay == "comma":
            qtbot.keyClicks(box.field, ",")
        else:
            qtbot.keyClick(box.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert put.args == [CLAIM.id]
    assert box.isVisible()
    assert box.field.text() == ""
    assert [choice.text for choice in box.rows.choices if choice.ticked] == ["claim"]


def test_backspace_on_empty_takes_the_last_off(qtbot, box):
    open_to_put(box)
    with qtbot.assertNotEmitted(box.take_last):
        qtbot.keyClicks(box.field, "x")
        qtbot.keyClick(box.field, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(box.take_last):
        qtbot.keyClick(box.field, Qt.Key.Key_Backspace)


def test_arrows_go_round_and_tab_completes(qtbot, box):
    open_to_put(box)
    qtbot.keyClick(box.field, Qt.Key.Key_Up)
    assert box.list.currentIndex().row() == len(TAGS) - 1
    qtbot.keyClick(box.field, Qt.Key.Key_Down)
    qtbot.keyClick(box.field, Qt.Key.Key_PageDown)
    assert box.list.currentIndex().row() == len(TAGS) - 1
    qtbot.keyClick(box.field, Qt.Key.Key_PageUp)
    assert box.list.currentIndex().row() == 0
    qtbot.keyClicks(box.field, "unn")
    qtbot.keyClick(box.field, Qt.Key.Key_Tab)
    assert box.field.text() == "source/unnamed"


def test_esc_and_a_click_elsewhere_close(qtbot, box, window):
    open_to_put(box)
    with qtbot.waitSignal(box.closed):
        qtbot.keyClick(box.field, Qt.Key.Key_Escape)
    assert window.article.hasFocus()
    open_to_put(box)
    with qtbot.waitSignal(box.closed):
        window.article.setFocus(Qt.FocusReason.MouseFocusReason)


def test_a_click_puts(qtbot, box):
    open_to_put(box)
    place = box.list.visualRect(box.rows.index(1)).center()
    with qtbot.waitSignal(box.put) as put:
        qtbot.mouseClick(box.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert put.args == [SOURCE.id]


def test_take_off_asks_which(qtbot, box):
    box.open_to_take(box.parentWidget().mapToGlobal(QPoint(60, 60)), [CLAIM, SOURCE])
    assert rows(box) == ["claim", "source", "All of them"]
    qtbot.keyClicks(box.field, "sou")
    with qtbot.waitSignal(box.taken) as taken:
        qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert taken.args == [[SOURCE.id]]


def test_take_all_off(qtbot, box):
    box.open_to_take(box.parentWidget().mapToGlobal(QPoint(60, 60)), [CLAIM, SOURCE])
    qtbot.keyClick(box.field, Qt.Key.Key_Up)
    with qtbot.waitSignal(box.taken) as taken:
        qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert taken.args == [[CLAIM.id, SOURCE.id]]


def test_it_stays_inside_the_window(box, window):
    box.open_to_put(window.mapToGlobal(QPoint(690, 490)), TAGS)
    assert window.rect().contains(box.geometry())


def test_above_its_point_it_keeps_its_foot_while_rows_come_and_go(qtbot, box, window):
    box.open_to_put(window.mapToGlobal(QPoint(60, 480)), TAGS)
    foot = box.geometry().bottom()
    assert foot < 480
    qtbot.keyClicks(box.field, "cla")
    assert box.geometry().bottom() == foot


def test_it_takes_room_at_once_and_gives_it_back_at_rest(qtbot, box):
    open_to_put(box)
    height = box.height()
    box._rest.setInterval(NEVER)
    qtbot.keyClicks(box.field, "cla")
    assert (len(rows(box)), box.height()) == (2, height)
    box._rest.start(REST)
    qtbot.waitUntil(lambda: box.height() < height)
    assert box.list.height() == 2 * ROW_HEIGHT
    qtbot.keyClick(box.field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(box.field, Qt.Key.Key_Backspace)
    assert box.height() == height


def test_what_is_typed_draws_nothing_behind_the_box(qtbot, box, window):
    open_to_put(box)
    box._rest.setInterval(NEVER)
    qtbot.wait(10)
    drawn = []
    window.paintEvent = drawn.append
    qtbot.keyClicks(box.field, "cla")
    qtbot.wait(10)
    assert drawn == []
    box.dismiss()
    qtbot.waitUntil(lambda: len(drawn) > 0)


def test_without_tags_it_says_what_to_do(box, window):
    box.open_to_put(window.mapToGlobal(QPoint(60, 60)), [])
    assert "first tag" in box.hint.text()


def test_tags_made_meanwhile_are_shown(box):
    open_to_put(box)
    box.set_tags([*TAGS, tag(9, "fresh")], [TagId(9)])
    assert [choice.text for choice in box.rows.choices if choice.ticked] == ["fresh"]
