"""Reading in the real window: paging, letters, going to places."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desk.core.types import Draft, Style
from desk.ui.reading.outline import OutlineBox
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


@pytest.fixture
def chapters(reader: Reader) -> Reader:
    """The reader at an article of twelve chapters with two parts each."""
    lines, styles, start = [], [], 0
    for number in range(1, 13):
        for kind, line in (
            ("h2", f"Chapter {number}"),
            ("h3", f"École {number}.1"),
            ("", "Words of the first part. " * 40),
            ("h3", f"Second part {number}.2"),
            ("", "Words of the second part. " * 40),
        ):
            if kind:
                styles.append(Style(start, start + len(line), kind))
            lines.append(line)
            start += len(line) + 1
    with reader.desk.step("Add"):
        draft = Draft("\n".join(lines), title="Chapters", styles=tuple(styles))
        article = reader.desk.articles.add(draft)
    reader.window.reading.open(article)
    return reader


def outline(reader: Reader) -> OutlineBox:
    return next(box for box in reader.window.findChildren(OutlineBox) if box.isVisible())


def test_the_outline_shows_headings_by_their_depth_and_goes_to_one(chapters: Reader) -> None:
    chapters.press("Ctrl+G")
    box = outline(chapters)
    rows = [(choice.text, choice.depth) for choice in box.rows.choices]
    assert rows[:4] == [
        ("Chapter 1", 0), ("École 1.1", 1), ("Second part 1.2", 1), ("Chapter 2", 0)
    ]  # fmt: skip
    chapters.type("ecole 7")
    assert [choice.text for choice in box.rows.choices] == ["École 7.1"]
    chapters.press("Return")
    assert QApplication.focusWidget() is chapters.view
    chapters.press("J")
    assert chapters.focused() == "École 7.1"


def test_the_outline_opens_at_the_heading_one_reads_under(chapters: Reader) -> None:
    chapters.view.scroll_to(chapters.view.shown().text.index("Words", 12_000))
    chapters.press("Ctrl+G")
    box = outline(chapters)
    here = box.list.currentIndex()
    assert here.row() > 8
    assert here.data() == "Second part 6.2"
    assert box.list.viewport().rect().contains(box.list.visualRect(here))
    chapters.press("Down", "Esc")
    assert QApplication.focusWidget() is chapters.view


def test_an_article_without_headings_says_so(reader: Reader) -> None:
    reader.press("Ctrl+G")
    assert outline(reader).hint.text() == "This article has no headings."
    reader.press("Return", "Esc")
    assert QApplication.focusWidget() is reader.view


def test_words_that_no_heading_has_are_told(chapters: Reader) -> None:
    chapters.press("Ctrl+G")
    chapters.type("zebra")
    assert outline(chapters).hint.text() == "No heading has these words."
