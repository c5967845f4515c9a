"""The mouse on the text and beside it."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.core.types import PassageId, Style, TextRange
from desk.ui.article.overlays import handle_points
from desk.ui.article.view import ArticleView
from tests.ui.article.conftest import make_mark, mark_of
from tests.ui.mouse import quick_clicks

TEXT = "Alpha beta gamma. Delta epsilon zeta.\nSecond paragraph is here. It ends."
LEFT = Qt.MouseButton.LeftButton

Show = Callable[..., ArticleView]


def point(view: ArticleView, word: str) -> QPoint:
    start = view.shown().text.index(word)
    rects = view.rects(TextRange(start, start + len(word)))
    return rects[0].center()


def click(view: ArticleView, word: str) -> None:
    view.viewport().setFocus()
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, point(view, word))


def chosen(view: ArticleView) -> str:
    where = view.selected_range()
    return view.shown().text[where.start : where.end] if where else ""


def test_a_click_takes_the_smallest_then_the_next(show: Show, monkeypatch) -> None:
    view = show(TEXT, mark_of(1, TEXT, "Alpha beta gamma", 1), mark_of(2, TEXT, "beta", 2))
    seen = []
    for _ in range(3):
        click(view, "beta")
        seen.append(view.selected_passage)
    assert seen == [2, 1, 2]
    click(view, "zeta")
    assert view.target() is None


def test_double_click_grows_from_word_to_sentence_to_paragraph(show: Show, qtbot: QtBot) -> None:
    view = show(TEXT)
    here = point(view, "epsilon")
    with qtbot.waitSignals([view.selection_finished] * 3):
        grown = [chosen(view) for _ in quick_clicks(view.viewport(), here, 4)]
    assert grown == ["", "epsilon", "Delta epsilon zeta.", TEXT.split("\n")[0]]


def test_slow_clicks_do_not_grow(show: Show) -> None:
    view = show(TEXT)
    for _ in range(3):
        click(view, "epsilon")
        assert chosen(view) == ""


def drag(view: ArticleView, start: QPoint, end: QPoint) -> None:
    port = view.viewport()
    QTest.mousePress(port, LEFT, pos=start)
    QTest.mouseMove(port, (start + end) / 2)
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, LEFT, pos=end)


def test_dragging_selects_and_tells_it_at_the_end(show: Show, qtbot: QtBot) -> None:
    view = show(TEXT)
    first = view.rects(TextRange(6, 7))[0]
    last = view.rects(TextRange(15, 16))[0]
    with qtbot.waitSignal(view.selection_finished):
        drag(view, first.center() - QPoint(4, 0), last.center() + QPoint(4, 0))
    assert chosen(view) == "beta gamma"


def test_the_ends_of_the_selected_passage_can_be_dragged(show: Show, qtbot: QtBot) -> None:
    view = show(TEXT, mark_of(1, TEXT, "beta", 1))
    view.select_passage(PassageId(1))
    ends = handle_points(view.shown())
    assert ends is not None
    target = view.rects(TextRange(16, 17))[0]
    with qtbot.waitSignal(view.resize_requested) as told:
        drag(view, ends[1][1].toPoint(), target.center() - QPoint(1, 0))
    passage, where = told.args
    assert passage == 1
    assert TEXT[where.start : where.end].startswith("beta gamma")
    mark = view.shown().index.get(1)
    assert mark is not None
    assert (mark.start, mark.end) == (6, 10)
    with qtbot.waitSignal(view.resize_requested) as told:
        drag(view, ends[0][1].toPoint(), view.rects(TextRange(0, 1))[0].center() - QPoint(3, 0))
    assert told.args == [1, TextRange(0, 10)]


def test_a_link_is_told_and_not_followed(show: Show, qtbot: QtBot) -> None:
    view = show(TEXT, styles=(Style(6, 10, "link", 0, "https://example.org/"),))
    with qtbot.waitSignal(view.link_activated) as told:
        click(view, "beta")
    assert told.args == ["https://example.org/"]


def test_shift_and_arrows_move_an_end_of_the_selected_passage(show: Show, qtbot: QtBot) -> None:
    view = show("a😀b cde fgh", make_mark(1, 4, 7, 1))
    view.select_passage(PassageId(1))
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    alt = Qt.KeyboardModifier.AltModifier
    for keys, where in (
        ((Qt.Key.Key_Right, shift), (4, 8)),
        ((Qt.Key.Key_Left, shift), (4, 6)),
        ((Qt.Key.Key_Left, shift | control), (3, 7)),
        ((Qt.Key.Key_Left, shift | control | alt), (0, 7)),
        ((Qt.Key.Key_Right, shift | alt), (4, 11)),
    ):
        with qtbot.waitSignal(view.nudge_requested) as told:
            QTest.keyClick(view, *keys)
        assert told.args == [1, TextRange(*where)]
    with qtbot.assertNotEmitted(view.nudge_requested):
        view.update_marks([make_mark(1, 4, 5, 1)])
        QTest.keyClick(view, Qt.Key.Key_Left, shift)


def test_keys_select_from_the_first_line_in_view(show: Show) -> None:
    view = show("\n".join(f"Line {n} of the text." for n in range(200)))
    view.scroll_to(view.shown().text.index("Line 100"))
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    where = view.selected_range()
    assert where is not None
    assert where.start >= view.shown().text.index("Line 99")
    assert where.end - where.start == 1


def test_wheel_beside_the_text_scrolls_and_with_ctrl_asks_for_size(
    show: Show, qtbot: QtBot
) -> None:
    view = show("\n".join(["words " * 30] * 60))
    QTest.qWait(50)

    def turn(widget, keys: Qt.KeyboardModifier) -> None:
        here = widget.rect().center().toPointF()
        event = QWheelEvent(
            here, widget.mapToGlobal(here), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    turn(view.margin, Qt.KeyboardModifier.NoModifier)
    scrolled = view.verticalScrollBar().value()
    assert scrolled > 0
    turn(view.gutter, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > scrolled
    font = view.document().defaultFont()
    with qtbot.waitSignal(view.zoom_requested) as told:
        turn(view.viewport(), Qt.KeyboardModifier.ControlModifier)
    assert told.args == [-1]
    assert view.document().defaultFont() == font


def test_a_selection_can_begin_beside_the_text(show: Show) -> None:
    view = show(TEXT)
    y = view.rects(TextRange(0, 5))[0].center().y()
    end = view.rects(TextRange(4, 5))[0].right() + view.viewport().x() + 1
    QTest.mousePress(view.gutter, LEFT, pos=QPoint(view.gutter.width() - 5, y))
    QTest.mouseMove(view.gutter, QPoint(end, y))
    QTest.mouseRelease(view.gutter, LEFT, pos=QPoint(end, y))
    assert chosen(view) == "Alpha"


def test_the_menu_of_the_mouse_is_about_the_passage_under_it(show: Show, qtbot: QtBot) -> None:
    view = show(TEXT, mark_of(1, TEXT, "Alpha beta gamma", 1), mark_of(2, TEXT, "beta", 2))

    def menu_at(word: str) -> None:
        here = point(view, word)
        with qtbot.waitSignal(view.menu_requested):
            reason = QContextMenuEvent.Reason.Mouse
            place = view.viewport().mapToGlobal(here)
            QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, here, place))

    menu_at("beta")
    assert view.selected_passage == 2
    menu_at("gamma")
    assert view.selected_passage == 1
    menu_at("beta")
    assert view.selected_passage == 1  # the target holds it
    view.select_range(TextRange(0, 5))
    menu_at("Alpha")
    assert chosen(view) == "Alpha"
    menu_at("zeta")
    assert chosen(view) == "Alpha"
