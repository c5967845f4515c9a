"""Messages and the bar of the mouse: what floats over the article."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication

from desk.core.ranges import RangeIndex
from desk.core.types import TagId, TextRange
from desk.ui.article.view import ArticleView
from desk.ui.looks.appearance import Appearance
from desk.ui.looks.theme import load_theme
from desk.ui.tagging.selection_bar import SelectionBar
from desk.ui.telling import toast as toasts
from desk.ui.telling.toast import Toast
from tests.ui.article.conftest import make_article
from tests.ui.rows import tag

TAGS = [
    tag(1, "source", key=2, description="Who says so"),
    tag(2, "claim", key=1),
    tag(3, "later", key=0),
    tag(4, "no key"),
]


@pytest.fixture
def view(window):
    view = ArticleView(Appearance(load_theme("light")))
    window.layout().addWidget(view)
    text = "\n".join(f"Line {n} of an article." for n in range(60))
    view.show_article(make_article(text), RangeIndex(), {})
    window.article.setFocus()
    return view


@pytest.fixture
def toast(view):
    return Toast(view, load_theme("light"))


@pytest.fixture
def bar(window):
    bar = SelectionBar(window, load_theme("light"))
    bar.set_tags(TAGS)
    return bar


def test_a_message_offers_undo_and_leaves_the_keyboard_alone(qtbot, toast, window):
    toast.show_message("Removed a passage", "Undo", "Ctrl+Z")
    assert toast.isVisible()
    assert window.article.hasFocus()
    assert toast.accessibleName() == "Removed a passage"
    assert "Ctrl+Z" in toast.button.toolTip()
    with qtbot.waitSignal(toast.action_requested):
        qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert toast.isHidden()
    assert window.article.hasFocus()


def test_it_goes_by_itself(qtbot, toast, monkeypatch):
    monkeypatch.setattr(toasts, "SECONDS", 0.02)
    toast.show_message("Saved")
    assert toast.button.isHidden()
    qtbot.waitUntil(toast.isHidden)


def test_long_words_take_more_lines_and_stay_inside(toast, window):
    window.resize(420, 400)
    toast.show_message("a passage with rather many words in it " * 6, "Undo")
    assert toast.parent().rect().contains(toast.geometry())
    assert toast.label.height() >= 2 * toast.fontMetrics().height()


def test_it_stays_in_the_middle_of_the_text(qtbot, toast, window, view):
    toast.show_message("Saved")
    window.resize(600, 400)

    def off_the_middle() -> int:
        left, width = view.breadth()
        return abs(toast.geometry().center().x() - left - width // 2)

    qtbot.waitUntil(lambda: window.width() == 600 and off_the_middle() <= 1)


def test_the_text_makes_room_and_stays_where_it_is(qtbot, toast, view):
    view.verticalScrollBar().setValue(300)
    line = TextRange(300, 310)
    before = view.viewport().mapTo(view, view.rects(line)[0].topLeft())
    toast.show_message("Saved")
    assert not toast.geometry().intersects(view.viewport().geometry())
    assert view.viewport().mapTo(view, view.rects(line)[0].topLeft()) == before
    toast.hide()
    assert view.viewport().geometry().bottom() == view.rect().bottom()


def test_the_last_line_can_be_read_below_a_message(toast, view):
    toast.show_message("Saved")
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    text = view.shown().text
    assert view.viewport().rect().contains(view.rects(TextRange(len(text) - 3, len(text)))[0])


def test_what_the_next_key_acts_on_comes_up_from_under_a_message(toast, view):
    bottom = view.verticalScrollBar().value() + view.viewport().height() - 30
    start = view.shown().geometry.position_at(bottom)
    view.select_range(TextRange(start, start + 4))
    toast.show_message("a passage with rather many words in it " * 6, "Undo")
    assert view.viewport().rect().contains(view.rects(TextRange(start, start + 4))[0])


def test_markup_in_a_message_is_text(toast):
    toast.show_message('<img src="file:///etc/passwd">')
    assert toast.label.textFormat() == Qt.TextFormat.PlainText


def test_pinned_tags_stand_in_the_order_of_their_keys(bar):
    bar.show_at(QPoint(300, 200))
    assert [(button.text(), button.keys) for button in bar.buttons()] == [
        ("claim", "1"),
        ("source", "2"),
        ("later", "0"),
        ("Tag…", "T"),
        ("Note", "N"),
        ("Copy", "Ctrl+C"),
    ]


def test_one_click_tags(qtbot, bar, window):
    bar.show_at(QPoint(300, 200))
    with qtbot.waitSignal(bar.put) as put:
        qtbot.mouseClick(bar.buttons()[0], Qt.MouseButton.LeftButton)
    assert put.args == [TagId(2)]
    assert window.article.hasFocus()


def test_the_other_buttons_ask(qtbot, bar):
    bar.show_at(QPoint(300, 200))
    signals = (bar.tag_requested, bar.note_requested, bar.copy_requested)
    for button, signal in zip(bar.buttons()[3:], signals, strict=True):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_button_has_a_name_and_a_tip_with_its_key(bar):
    bar.show_at(QPoint(300, 200))
    for button in bar.buttons():
        assert button.accessibleName() == button.text()
        assert f"({button.keys})" in button.toolTip()


def test_the_bar_stays_inside_and_leaves_out_what_has_no_room(bar, window):
    window.resize(360, 300)
    for point in (QPoint(0, 0), QPoint(360, 300)):
        bar.show_at(point)
        assert window.rect().contains(bar.geometry())
    words = [button.text() for button in bar.buttons()]
    assert words[-3:] == ["Tag…", "Note", "Copy"]
    assert "later" not in words


def test_a_tag_may_change_while_its_button_is_clicked(qtbot, bar):
    bar.show_at(QPoint(300, 200))
    bar.put.connect(lambda _: bar.set_tags([tag(2, "claimed", key=1)]))
    qtbot.mouseClick(bar.buttons()[0], Qt.MouseButton.LeftButton)
    assert bar.buttons()[0].text() == "claimed"


def test_long_names_are_cut(bar):
    bar.set_tags([tag(1, "a very long name of a tag indeed " * 4, key=1)])
    bar.show_at(QPoint(300, 200))
    assert bar.buttons()[0].width() < 200


def test_long_words_stay_longer(toast):
    toast.show_message("Saved")
    short = toast._timer.interval()
    toast.show_message("a passage with rather many words in it " * 10)
    assert short == toasts.SECONDS * 1000
    assert toast._timer.interval() > 4 * short


def test_a_click_closes_it(qtbot, toast, window):
    toast.show_message("a passage with rather many words in it " * 6, "Undo")
    assert toast.rect().contains(toast.close_button.geometry())
    assert "Esc" in toast.close_button.toolTip()
    qtbot.mouseClick(toast.close_button, Qt.MouseButton.LeftButton)
    assert toast.isHidden()
    assert window.article.hasFocus()


def enter(toast, place):
    there = QPointF(place)
    QApplication.sendEvent(toast, QEnterEvent(there, there, there))


def test_only_a_mouse_that_comes_to_it_keeps_it(toast):
    toast.show_message("Saved")
    enter(toast, toast._pointer)  # it came up under the mouse
    assert toast._timer.isActive()
    enter(toast, toast._pointer + QPoint(3, 0))
    assert not toast._timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()
