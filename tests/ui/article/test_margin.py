"""The margin: bars, names that never collide, clicks and hovering."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.core.types import PassageId
from desk.ui.article.strips import Label, Strip, Strips
from desk.ui.article.view import ArticleView
from tests.ui.article.conftest import make_mark, mark_of
from tests.ui.mouse import hover

TEXT = "One line of words that is short.\n" + "Another paragraph goes on and on. " * 12

Show = Callable[..., ArticleView]


def strips(view: ArticleView) -> list[Strip]:
    made = Strips(view.shown(), view.margin.font(), view.margin.width())
    return [made.of(band) for band in view.visible_bands()]


def words_of(label: Label) -> tuple[str, ...]:
    return tuple(row.words for row in label.rows)


def test_names_of_tags_stand_at_the_first_line(show: Show) -> None:
    view = show(TEXT, mark_of(1, TEXT, "line of", 1, 2), make_mark(2, 40, 300, 3, note=True))
    first, second = strips(view)
    assert [words_of(label) for label in first.labels] == [("claim", "source")]
    assert [(words_of(label), label.has_note) for label in second.labels] == [(("number",), True)]
    assert first.labels[0].rect.top() < second.labels[0].rect.top()


@pytest.mark.parametrize("width", [1280, 742, 500, 362])
def test_names_never_overlap_and_stay_inside(show: Show, width: int) -> None:
    marks = [make_mark(n, n * 3, n * 3 + 60, 1 + n % 3, note=n % 2 == 0) for n in range(1, 40)]
    view = show(TEXT, *marks)
    view.resize(width, 700)
    view.grab()
    labels = [label for strip in strips(view) for label in strip.labels]
    assert labels
    for label in labels:
        if label.rows:
            assert label.rect.right() <= view.margin.width()
    for one, other in combinations(labels, 2):
        assert not one.rect.adjusted(0, 1, 0, -2).intersects(other.rect.adjusted(0, 1, 0, -2))


def test_bars_of_one_passage_join_across_paragraphs(show: Show) -> None:
    view = show(TEXT, make_mark(1, 5, 300, 1))
    (above,), (below,) = (strip.bars for strip in strips(view))
    assert above.x == below.x
    assert below.top <= above.bottom


def test_bars_of_one_lane_that_meet_on_a_line_share_its_height(show: Show) -> None:
    text = TEXT.split("\n")[0]
    marks = [mark_of(n, text, word, 1) for n, word in enumerate(("One", "line", "that"), 1)]
    view = show(text, *marks)
    bars = strips(view)[0].bars
    assert len({bar.x for bar in bars}) == 1
    assert bars[0].top < bars[0].bottom < bars[1].top < bars[1].bottom < bars[2].top
    line = view.shown().geometry.bands(0)[0].lines[0]
    assert line.top < bars[0].top < bars[2].bottom <= line.bottom
    for bar in bars:
        here = QPoint(round(bar.x), round((bar.top + bar.bottom) / 2))
        QTest.mouseClick(view.margin, Qt.MouseButton.LeftButton, pos=here)
        assert view.selected_passage == bar.mark.id


def test_a_click_on_a_name_selects_the_passage_that_has_it(show: Show) -> None:
    view = show(TEXT, mark_of(1, TEXT, "line", 1), mark_of(2, TEXT, "words", 2))
    label = strips(view)[0].labels[0]
    assert words_of(label) == ("claim", "source")
    for row, y in enumerate((label.rect.top() + 3, label.rect.bottom() - 3), 1):
        here = QPoint(round(label.rect.left()) + 4, round(y))
        QTest.mouseClick(view.margin, Qt.MouseButton.LeftButton, pos=here)
        assert view.selected_passage == row


def test_a_narrow_page_gives_up_width_to_keep_names(show: Show) -> None:
    view = show(TEXT, mark_of(1, TEXT, "line of", 1))
    view.resize(514, 500)  # what is left beside the panels in a window of 900 pixels
    view.grab()
    assert words_of(strips(view)[0].labels[0]) == ("claim",)
    view.resize(400, 500)
    view.grab()
    assert words_of(strips(view)[0].labels[0]) == ()


def test_click_on_a_bar_or_name_selects(show: Show, qtbot: QtBot) -> None:
    view = show(TEXT, mark_of(1, TEXT, "line of", 1), make_mark(2, 40, 300, 2))
    first, second = strips(view)
    bar, label = second.bars[0], first.labels[0]
    here = QPoint(round(bar.x), round(bar.bottom) - 4)
    QTest.mouseClick(view.margin, Qt.MouseButton.LeftButton, pos=here)
    assert view.selected_passage == 2
    QTest.mouseClick(view.margin, Qt.MouseButton.LeftButton, pos=label.rect.center().toPoint())
    assert view.selected_passage == 1


def test_hovering_singles_out_and_leaving_ends_it(show: Show) -> None:
    view = show(TEXT, mark_of(1, TEXT, "line of", 1), make_mark(2, 40, 300, 2))
    highlights = view.shown().highlights
    one, two = (view.shown().index.get(PassageId(n)) for n in (1, 2))
    assert one is not None
    assert two is not None
    bar = strips(view)[0].bars[0]
    hover(view.margin, QPoint(round(bar.x), round(bar.bottom) - 4))
    QApplication.processEvents()
    assert highlights.opacity(one) == 1 > highlights.opacity(two)
    assert view.margin.toolTip() == "claim"
    hover(view.margin, QPoint(2, view.margin.height() - 2))
    QApplication.processEvents()
    assert highlights.opacity(two) == 1


def test_the_map_on_the_scroll_bar_shows_marks_and_hits(show: Show, qtbot: QtBot) -> None:
    text = "\n".join(f"Line {n} of the text." for n in range(200))
    view = show(text, mark_of(1, text, "Line 150", 1))
    assert not view.map.ticks
    view.set_hits([view.shown().geometry.line_range(50)])
    qtbot.waitUntil(lambda: len(view.map.ticks) == 2)
    hit, mark = view.map.ticks
    assert 0.2 < hit / view.map.height() < 0.3
    assert 0.7 < mark / view.map.height() < 0.8


def test_names_that_stand_out_come_first_where_there_is_no_room_for_all(show: Show) -> None:
    quotes = ("One", "line", "of", "words")
    view = show(TEXT, *(mark_of(n, TEXT, q, n % 3 + 1) for n, q in enumerate(quotes, 1)))

    def names() -> tuple[str, ...]:
        return words_of(strips(view)[0].labels[0])

    assert names() == ("source", "number  +1")
    view.single_out([PassageId(3)])
    assert names() == ("source", "claim  +1")
    view.single_out(None)
    view.select_passage(PassageId(3))
    assert names() == ("source", "claim  +1")


def test_a_click_in_the_margin_selects_after_a_click_in_the_text_and_moves_no_name(
    show: Show,
) -> None:
    view = show(TEXT, mark_of(1, TEXT, "line of", 1), mark_of(2, TEXT, "words", 2))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 500))
    before = view.margin.grab()
    label = strips(view)[0].labels[0]
    below = QPoint(round(label.rect.left()) + 4, round(label.rect.bottom() - 3))
    hover(view.margin, below)
    QTest.mousePress(view.margin, Qt.MouseButton.LeftButton, pos=below)
    QTest.mouseRelease(view.margin, Qt.MouseButton.LeftButton, pos=below + QPoint(1, 1))
    QApplication.processEvents()
    assert view.margin.grab() != before
    assert view.selected_passage == 2
    assert words_of(strips(view)[0].labels[0]) == ("claim", "source")
    QTest.mouseDClick(view.margin, Qt.MouseButton.LeftButton, pos=below)
    assert view.selected_passage == 2


def test_the_dot_of_a_note_stands_beside_the_tag_of_its_passage(show: Show) -> None:
    text = TEXT.split("\n")[0]
    noted = mark_of(2, text, "line of", 1)._replace(has_note=True)
    view = show(text, mark_of(1, text, text, 2), noted)
    label = strips(view)[0].labels[0]
    assert [(row.words, row.noted) for row in label.rows] == [("source", None), ("claim", noted)]
    image = view.margin.grab().toImage()
    height = label.rect.height() / 2

    def is_marked(row: int) -> bool:
        return image.pixelColor(
            round(label.rect.right() - 3), round(label.rect.top() + (row + 0.5) * height)
        ) != image.pixelColor(image.width() - 1, image.height() - 1)

    assert is_marked(1)
    assert not is_marked(0)
    view.update_marks([mark_of(3, text, "words", 3), mark_of(4, text, "short")])
    view.update_marks([mark_of(3, text, "words", 3)._replace(has_note=True), noted])
    assert [row.words for row in strips(view)[0].labels[0].rows] == ["source", "claim  +1"]
    view.update_marks([noted._replace(has_note=False)])
    last = strips(view)[0].labels[0].rows[-1]
    assert last.noted is not None
    assert last.noted.id == 3


def test_focus_mode_dims_what_stands_beside_other_sentences(show: Show) -> None:
    text = "One line.\nAnother line.\nThe third."
    view = show(text, *(mark_of(n, text, q, 1) for n, q in enumerate(text.split("\n"), 1)))

    def shades() -> list[int]:
        image, middle = view.margin.grab().toImage(), view.verticalScrollBar().value()
        bars = [strip.bars[0] for strip in strips(view)]
        spots = [QPoint(round(b.x), round((b.top + b.bottom) / 2) - middle) for b in bars]
        return [image.pixelColor(spot).lightness() for spot in spots]

    plain = shades()
    view.set_focus_mode(True)
    view.move_focus("sentence", forward=True)
    dimmed = shades()
    assert dimmed[1] == plain[1]
    assert dimmed[0] > plain[0] + 50
    assert dimmed[2] > plain[2] + 50
    view.set_focus_mode(False)
    assert shades() == plain
