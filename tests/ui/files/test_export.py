"""The export dialog, fed with plain rows."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from desk.core.errors import UserError
from desk.core.types import ArticleId, TagId
from desk.ui.files.check_list import CheckList, Item
from desk.ui.files.export_csv import ExportChoice, ExportCsv, Preview
from desk.ui.looks.theme import load_theme
from tests.ui.rows import article, tag

TAGS = [tag(1, "claim"), tag(2, "source", pattern="dash")]
ARTICLES = [article(1, "Herat"), article(2, "Kandahar")]


class Desk:
    """Stands for the rows that the window would look up."""

    def __init__(self):
        self.asked = []
        self.fault = ""
        self.total = 1200
        self.columns = ("passage_id", "quote")
        self.rows = [("g1", "few safe\nplaces"), ("g2", None)]

    def look(self, choice):
        self.asked.append(choice)
        if self.fault:
            raise UserError(self.fault)
        return Preview(self.columns, self.rows, self.total, 3)


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def dialog(qtbot, desk, tmp_path):
    out = tmp_path / "passages.csv"
    theme = load_theme("light")
    dialog = ExportCsv(theme, TAGS, ARTICLES, out, desk.look, lambda path: path.with_stem("other"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_the_first_rows_and_counts_are_shown(dialog):
    assert dialog.table.horizontalHeaderItem(1).text() == "quote"
    assert dialog.table.item(0, 1).text() == "few safe places"
    assert dialog.table.item(1, 1).text() == ""
    assert dialog.total.text() == "rows in all: 1200"
    assert "(here: 3)" in dialog.guard.text()


def test_columns_are_as_wide_as_their_words_need_and_tell_the_rest(dialog, desk):
    quote = "some words " * 40
    desk.columns = ("passage_id", "article_date", "quote", "end")
    desk.rows = [("12345678-1234-1234-1234-123456789012", "2021-08-13", quote, 7)]
    dialog.refresh()
    widths = [dialog.table.columnWidth(column) for column in range(4)]
    measure = dialog.table.fontMetrics().horizontalAdvance
    assert widths[1] > measure("2021-08-13")
    assert widths[0] < measure(desk.rows[0][0]) < widths[2] < measure(quote)
    assert widths[3] < widths[1]
    header = dialog.table.horizontalHeader()
    names = [header.fontMetrics().horizontalAdvance(name) for name in desk.columns]
    assert all(width > name for width, name in zip(widths, names, strict=True))
    assert dialog.table.item(0, 0).toolTip() == f"<qt>{desk.rows[0][0]}</qt>"
    assert quote.strip() in dialog.table.item(0, 2).toolTip()


def test_the_plain_choice_is_everything(dialog, tmp_path):
    assert dialog.value() == ExportChoice(
        path=tmp_path / "passages.csv",
        rows="passage",
        tags=(),
        articles=(),
        guard=False,
        bom=True,
    )


def test_each_choice_is_told(qtbot, dialog, desk, tmp_path):
    qtbot.mouseClick(dialog.by_tag, Qt.MouseButton.LeftButton, pos=dialog.by_tag.rect().center())
    dialog.by_tag.setChecked(True)
    dialog.guard.setChecked(True)
    dialog.bom.setChecked(False)
    dialog.tags.tick([TagId(2)])
    dialog.articles.tick([ArticleId(1)])
    qtbot.mouseClick(dialog.choose, Qt.MouseButton.LeftButton)
    before = len(desk.asked)
    qtbot.waitUntil(lambda: len(desk.asked) > before)
    with qtbot.waitSignal(dialog.export_requested) as requested:
        qtbot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    choice = ExportChoice(tmp_path / "other.csv", "tag", (TagId(2),), (ArticleId(1),), True, False)
    assert requested.args == [choice]
    assert desk.asked[-1] == choice
    assert dialog.isHidden()


def test_a_fault_is_told_and_nothing_is_exported(qtbot, dialog, desk):
    desk.fault = "The desk is being written by another program."
    dialog.refresh()
    assert dialog.problem.text() == desk.fault
    assert not dialog.deed.isEnabled()
    desk.fault = ""
    dialog.refresh()
    assert dialog.deed.isEnabled()


def test_a_choice_that_fits_nothing_says_so(dialog, desk):
    desk.total = 0
    dialog.refresh()
    assert dialog.total.text() == "No passage fits this choice."


def test_a_file_must_be_named(qtbot, dialog):
    dialog.path.clear()
    assert dialog.problem.isVisible()
    with qtbot.assertNotEmitted(dialog.export_requested):
        dialog.accept()
    assert dialog.isVisible()


def question(dialog):
    return next((box for box in dialog.findChildren(QMessageBox) if box.isVisible()), None)


def test_a_file_that_exists_is_replaced_only_when_the_reader_says_so(qtbot, dialog, tmp_path):
    precious = tmp_path / "precious.csv"
    precious.write_text("years of work")
    dialog.path.setText(str(tmp_path / "precious"))  # a name without a suffix is meant so
    with qtbot.assertNotEmitted(dialog.export_requested):
        QTest.keyClick(dialog.path, Qt.Key.Key_Return)
        box = question(dialog)
        assert box.text() == "“precious.csv” exists already. Replace it?"
        QTest.keyClick(box, Qt.Key.Key_Return)  # too quickly: no undo would bring it back
    assert dialog.isVisible()
    assert question(dialog) is None
    qtbot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    replace = next(each for each in question(dialog).buttons() if each.text() == "Replace")
    with qtbot.waitSignal(dialog.export_requested) as requested:
        qtbot.mouseClick(replace, Qt.MouseButton.LeftButton)
    assert requested.args[0].path == precious
    assert dialog.isHidden()


def test_what_the_file_dialog_has_asked_is_not_asked_again(qtbot, dialog, tmp_path):
    (tmp_path / "other.csv").write_text("old")
    qtbot.mouseClick(dialog.choose, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.export_requested):
        qtbot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)


def test_thinking_better_of_the_file_changes_nothing(qtbot, dialog, tmp_path):
    dialog._ask_path = lambda path: None
    qtbot.mouseClick(dialog.choose, Qt.MouseButton.LeftButton)
    assert dialog.value().path == Path(tmp_path / "passages.csv")


def test_a_list_says_how_many_are_ticked(qtbot, dialog):
    assert dialog.tags.count.text() == "all; tick to choose"
    dialog.tags.tick([TagId(1), TagId(2)])
    assert dialog.tags.count.text() == "2 ticked"


def test_a_long_list_can_be_filtered(qtbot):
    items = [Item(number, f"Article {number}") for number in range(20)]
    rows = CheckList("Articles", items, load_theme("light"))
    qtbot.addWidget(rows)
    rows.show()
    assert rows.filter.isVisible()
    rows.filter.setText("article 13")
    shown = [row for row in range(20) if not rows.list.item(row).isHidden()]
    assert shown == [13]
