"""An article that is written from right to left: all that is beside its text changes sides."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.ui.article.strips import Strips
from desk.ui.article.view import ArticleView
from tests.ui.article.conftest import mark_of

Show = Callable[..., ArticleView]

ARABIC = "قال السكان إن هناك أماكن قليلة آمنة في المدينة. وغادر آخرون."
ENGLISH = "Residents say there are few safe places in the city. Others left."


def strips(view: ArticleView) -> Strips:
    return Strips(view.shown(), view.margin.font(), view.margin.width())


def test_the_margin_is_where_the_lines_end(show: Show) -> None:
    view = show(ARABIC, mark_of(1, ARABIC, "السكان", 1), mark_of(2, ARABIC, "السكان إن", 2))
    assert view.margin.geometry().right() < view.viewport().x()
    assert view.gutter.x() > view.viewport().geometry().right()
    strip = strips(view).of(view.visible_bands()[0])
    first, second = strip.bars
    assert view.margin.width() > first.x > second.x > strip.labels[0].rect.right()
    assert strip.labels[0].rect.left() >= 0
    show(ENGLISH)
    assert view.margin.x() > view.viewport().geometry().right()


def test_a_click_on_a_bar_selects(show: Show) -> None:
    view = show(ARABIC, mark_of(1, ARABIC, "السكان", 1))
    bar = strips(view).of(view.visible_bands()[0]).bars[0]
    QTest.mouseClick(
        view.margin, Qt.MouseButton.LeftButton, pos=QPoint(round(bar.x), round(bar.top) + 4)
    )
    assert view.selected_passage == 1


@pytest.mark.parametrize(("text", "from_right"), [(ARABIC, True), (ENGLISH, False)])
def test_the_ruler_is_where_the_lines_begin(show: Show, text: str, from_right: bool) -> None:
    view = show(text)
    view.move_focus("sentence", forward=True)
    view.set_focus_mode(True)  # which dims all but the sentence, and not its ruler
    image = view.viewport().grab().toImage()
    y = view.rects(view.focused_sentence)[0].center().y()
    accent = QColor(view.appearance.theme.accent)
    inked = [x for x in range(image.width()) if image.pixelColor(x, y) == accent]
    assert inked
    assert all(x > image.width() - 5 if from_right else x < 5 for x in inked)


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
def test_the_margin_covers_no_text_in_a_mirrored_window(
    mirrored: None, show: Show, text: str
) -> None:
    view = show(text)
    for beside in (view.margin, view.gutter):
        assert not beside.geometry().intersects(view.viewport().geometry())
