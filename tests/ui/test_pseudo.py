"""The window in a language 40 % longer, read from right to left: all translated, nothing cut."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QFontComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTableWidget,
    QToolButton,
    QWidget,
)

from desk.core.query import FILTERS
from desk.core.types import ArticleId
from desk.ui.looks.theme import icon
from desk.ui.passage_panel.chips import Chip
from desk.ui.tagging.selection_bar import BarButton
from desk.ui.widgets.parts import ShorterLabel
from tests.pseudo import PseudoLanguage, bare
from tests.ui.conftest import Reader, open_window
from tests.ui.screens import LONG, MENUS, QUOTE, SCREENS, furnish

# What is the reader's own, or a name: it stays as it is in any language.
OWN = (LONG, QUOTE, "Reading Desk", "Herat", "Another", "claim", "strong", "mine", "Mark", "ada",
       "few safe places", "Some are armed", "safe", "Who says so", "Who **says** so",
       "https://example.org", "Aa", "px", "1.txt", "2.docx", "3.jpg", "1.csv", ".txt",
       *(f"{key}:" for key in FILTERS))  # fmt: skip
KEYS = re.compile(
    r"\b(Ctrl|Shift|Alt|Esc|Del|Tab|Return|Enter|Down|Backspace|PgUp|PgDown|Space|F\d+|[A-Z])\b"
)
TAGS = re.compile(r"<[^>]*>")


@pytest.fixture
def reader(pseudo: PseudoLanguage, reader: Reader, herat: ArticleId) -> Reader:
    furnish(reader)
    return reader


def words_of(widget: QWidget) -> Iterator[str]:
    """Return every text by which a widget speaks, the accessible ones and the hints too."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox) and not isinstance(widget, QFontComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    if isinstance(widget, QAbstractSpinBox):
        yield from (widget.text(), widget.specialValueText())
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(tab) for tab in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QTableWidget | QHeaderView):
        yield from words_of_rows(widget.model())
    for action in widget.actions():
        yield from (action.text(), action.toolTip())
    if widget.isWindow():
        yield widget.windowTitle()


def words_of_rows(model: QAbstractItemModel) -> Iterator[str]:
    """Return what rows show, say to those who hear them, and tell under the mouse."""
    roles = Qt.ItemDataRole
    columns = range(3 if isinstance(model, QAbstractTableModel) else 1)
    for row in range(min(model.rowCount(QModelIndex()), 300)):
        for role in (roles.DisplayRole, roles.AccessibleTextRole, roles.ToolTipRole):
            yield from (str(model.index(row, column).data(role) or "") for column in columns)
    if len(columns) > 1:
        yield from (str(model.headerData(n, Qt.Orientation.Horizontal)) for n in columns)


def left_over(text: str) -> str:
    """Return the letters of a text that nobody translated and that are nobody's own."""
    rest = bare(TAGS.sub(" ", text))
    for own in OWN:
        rest = rest.replace(own, " ")
    rest = KEYS.sub(" ", re.sub(r"/\S+", " ", rest))
    return text if re.search(r"[^\W\d_]{2}", rest) else ""


def family(root: QWidget) -> list[QWidget]:
    """Return what can be seen of a screen."""
    return [w for w in [root, *root.findChildren(QWidget)] if w.isVisible()]


@pytest.mark.parametrize("name", MENUS)
def test_every_menu_is_translated(reader: Reader, name: str) -> None:
    menus: list[QMenu] = [MENUS[name](reader)]
    menus += menus[0].findChildren(QMenu)
    assert {left_over(a.text()) for menu in menus for a in menu.actions()} <= {""}


def test_every_action_is_translated(reader: Reader) -> None:
    for name, text, _, menu in reader.window.actions_.rows():
        assert not left_over(text), name
        assert not left_over(menu), name


def test_every_step_is_named_in_the_language(reader: Reader) -> None:
    reader.press("Esc", "J", "H", "U", "T")
    reader.type("new one")
    reader.press("Return", "Esc")
    reader.window.actions_["article.done"].trigger()
    labels = [step.label for step in reader.desk.history(20)]
    own = {"Mark", "Add articles"}  # those of the fixtures
    assert [label for label in labels if label not in own and "⟦" not in label] == []


def is_cut(widget: QWidget) -> bool:
    """Say whether a label or a button has less room than its words need."""
    if isinstance(widget, Chip | BarButton | ShorterLabel):
        return False  # they end in "…" where a name is long
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height()
        return widget.sizeHint().width() > widget.width() + 1
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton | QToolButton) and widget.text():
        hint = widget.sizeHint()
        return hint.width() > widget.width() + 1 or hint.height() > widget.height() + 4
    return False


def cut_off(root: QWidget) -> list[object]:
    """Return the labels and buttons of a screen that have less room than their words need."""
    return [
        (type(w).__name__, w.text(), w.size().toTuple(), w.sizeHint().toTuple())
        for w in family(root)
        if is_cut(w)
    ]


@pytest.mark.parametrize("screen", SCREENS)
def test_every_word_is_translated_and_shown_whole(reader: Reader, screen: str) -> None:
    reader.window.resize(1280, 800)
    QApplication.processEvents()
    root = SCREENS[screen](reader)
    QApplication.processEvents()
    assert {left_over(text) for widget in family(root) for text in words_of(widget)} <= {""}
    assert cut_off(root) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_in_a_small_window_nothing_is_cut_or_sticks_out(reader: Reader, screen: str) -> None:
    reader.window.resize(900, 600)
    QApplication.processEvents()
    root = SCREENS[screen](reader)
    QApplication.processEvents()
    assert cut_off(root) == []
    frame = root.window().rect()
    for widget in family(root):
        if isinstance(widget, QLabel | QPushButton | QToolButton) and widget.visibleRegion():
            corner = widget.mapTo(root.window(), widget.rect().topLeft())
            assert frame.contains(widget.rect().translated(corner)), (widget, widget.geometry())


def test_the_window_is_mirrored(reader: Reader) -> None:
    window = reader.window

    def left(name: str) -> int:
        return window.docks[name].mapTo(window, window.docks[name].rect().topLeft()).x()

    assert left("library") > window.view.x() > left("tags")
    assert left("passage") == left("tags")
    first, *_, last = window.menuBar().actions()
    geometry = window.menuBar().actionGeometry
    assert geometry(first).x() > geometry(last).x()


def test_the_article_is_wide_enough_beside_the_panels(reader: Reader) -> None:
    reader.window.resize(900, 600)
    QApplication.processEvents()
    assert reader.view.width() >= 320


def test_the_window_of_a_new_desk_teaches_in_the_language(
    pseudo: PseudoLanguage, empty: Reader
) -> None:
    found = {left_over(text) for w in family(empty.window) for text in words_of(w)}
    assert found <= {""}
    assert not [w for w in family(empty.window) if is_cut(w)]
    assert "⟦Ñöthïñg tö réàd" in empty.window.library.empty.words.text()


def test_a_window_of_one_direction_is_no_model_for_the_other(
    pseudo: PseudoLanguage, reader: Reader, tmp_path: Path, home: Path, qapp: QApplication
) -> None:
    reader.window.close()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    again = Reader(open_window(tmp_path / "mine.desk", home))
    window = again.window
    assert window.dockWidgetArea(window.docks["library"]) == Qt.DockWidgetArea.LeftDockWidgetArea
    window.close()


def test_what_points_somewhere_is_turned(reader: Reader) -> None:
    theme = reader.window.looks.theme
    forward = icon("next", theme).pixmap(16).toImage()
    assert reader.window.passage.next_button.icon().pixmap(16).toImage() == forward
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert icon("previous", theme).pixmap(16).toImage() == forward
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


def test_a_file_s_name_keeps_its_order(reader: Reader) -> None:
    strip = SCREENS["arrivals"](reader)
    assert strip.model.index(0, 1).data() == "\u20681.txt\u2069"
    strip.list.copy()
    assert "\u2068" not in QApplication.clipboard().text()
