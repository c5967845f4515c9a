"""Every control of panels and dialogs has a name for those who hear it, and says its key."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from desk.core.types import TagId
from desk.ui.actions.actions import Actions
from desk.ui.files.export_csv import ExportCsv, Preview
from desk.ui.keys.sheet import KeysSheet
from desk.ui.library.article_details import ArticleDetails
from desk.ui.library.panel import LibraryPanel
from desk.ui.looks.theme import load_theme
from desk.ui.passage_panel.panel import PassagePanel
from desk.ui.tags.editor import TagEditor
from desk.ui.tags.panel import TagsPanel
from desk.ui.telling.bug_report import BugReport
from tests.ui.rows import Shelves, article, passage, tag

THEME = load_theme("light")
TAG = tag(1, "claim", key=1)
CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)


def library():
    panel = LibraryPanel(THEME, "Ctrl+Shift+F")
    panel.set_source(Shelves([article(1, "Herat")]))
    return panel


def tags():
    panel = TagsPanel(THEME)
    panel.set_tags([TAG])
    return panel


def passage_panel():
    panel = PassagePanel(THEME)
    panel.show_passage(passage(1, tags=[1]), {TagId(1): TAG}, "1 of 1")
    return panel


def keys_sheet():
    home = QWidget()
    sheet = KeysSheet(THEME, Actions(home, home))
    sheet.home = home
    return sheet


def export():
    return ExportCsv(
        THEME, [TAG], [article(1, "Herat")], Path("a.csv"), lambda _: Preview((), (), 0, 0), Path
    )


MAKERS = {
    "library": library,
    "tags": tags,
    "passage": passage_panel,
    "export": export,
    "tag editor": lambda: TagEditor(THEME, [TAG], TAG),
    "details": lambda: ArticleDetails([article(1, "Herat")], {}),
    "report": lambda: BugReport("Traceback"),
    "keys": lambda: keys_sheet(),
}


@pytest.fixture(params=MAKERS)
def shown(request, qtbot):
    widget = MAKERS[request.param]()
    qtbot.addWidget(widget)
    widget.show()
    controls = [
        control
        for kind in CONTROLS
        for control in widget.findChildren(kind)
        if control.isVisible() and not isinstance(control, QHeaderView)
    ]
    yield controls
    del widget  # kept until now: Python would take its controls along


def test_every_control_has_a_name(shown):
    assert shown
    for control in shown:
        spoken = QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        assert spoken, control


def test_every_button_without_words_has_a_tooltip(shown):
    for control in shown:
        if isinstance(control, QToolButton):
            assert control.toolTip(), control
