"""Reading in the real window: paging, letters, going to places."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desk.core.types import Draft
from tests.ui.conftest import Reader


@pytest.fixture
def long(reader: Reader) -> Reader:
    """The reader at an article of many screens."""
    text = "\n".join(f"Paragraph {n} has a sentence. And one more." for n in range(300))
    with reader.desk.step("Add"):
        article = reader.desk.articles.add(Draft(text, title="Long"))
    reader.window.reading.open(article)
    return reader


def test_space_pages_and_shift_space_pages_back(long: Reader) -> None:
    bar = long.view.verticalScrollBar()
    long.press("Space", "Space")
    assert bar.value() > 1.5 * long.view.viewport().height()
    long.press("Shift+Space")
    assert 0 < bar.value() <= long.view.viewport().height()
    long.press("Shift+Space", "Shift+Space")
    assert bar.value() == 0


@pytest.mark.parametrize(("turned", "bigger"), [(120, 1), (-120, -1)])
def test_the_wheel_with_ctrl_changes_the_letters(long: Reader, turned: int, bigger: int) -> None:
    size = long.view.appearance.size_px
    port = long.view.viewport()
    spot = QPointF(port.rect().center())
    wheel = QWheelEvent(
        spot,
        QPointF(port.mapToGlobal(spot.toPoint())),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, wheel)
    assert long.view.appearance.size_px == size + bigger
    long.press("Ctrl+0")
    assert long.view.appearance.size_px == size
