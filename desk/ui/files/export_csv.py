"""Which passages leave the desk as CSV, and how: with a look at the first rows."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.core.errors import UserError
from desk.core.text import make_visible
from desk.core.types import ArticleId, ArticleRow, Tag, TagId
from desk.tasks.finding_files import is_folder
from desk.ui.files.check_list import CheckList, Item, tag_items
from desk.ui.looks.theme import Theme
from desk.ui.saying import counted, said
from desk.ui.widgets.boxes import ask_first
from desk.ui.widgets.parts import Heading, MutedLabel, plain_tip
from desk.ui.widgets.sheet import Sheet

LOOK_AFTER = 120
"""Milliseconds between a change and the new look at the rows"""

_CELL = 80  # code points of a cell that the preview shows
_TOLD = 600  # code points of a cell that are told on hovering
_PADDING = 22  # pixels of a column beside its words
_WIDEST = {"passage_id": 60, "article_id": 60, "quote": 340, "note": 260, "article_title": 220}
_ROW = 26  # pixels
_WIDE = 160  # pixels that any other column has at most, unless its name needs more


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the reader wants; no tags and no articles stand for all of them."""

    path: Path
    rows: Literal["passage", "tag"]
    tags: tuple[TagId, ...]
    articles: tuple[ArticleId, ...]
    guard: bool
    bom: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows of what would be written, and two counts over all of it."""

    columns: Sequence[str]
    rows: Sequence[Sequence[object]]
    total: int
    cells_to_guard: int


class ExportCsv(Sheet):
    """The dialog. `look` returns the preview of a choice; `ask_path` asks for a file name."""

    export_requested = Signal(object)
    """ExportChoice"""

    def __init__(
        self,
        theme: Theme,
        tags: Sequence[Tag],
        articles: Sequence[ArticleRow],
        path: Path,
        look: Callable[[ExportChoice], Preview],
        ask_path: Callable[[Path], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export passages as CSV"))
        self.deed.setText(self.tr("Export"))
        self._look = look
        self._ask_path = ask_path
        self._agreed: Path | None = None  # the file dialog has asked about this one
        self.by_passage = QRadioButton(self.tr("A row for each passage, its tags in one cell"))
        self.by_tag = QRadioButton(self.tr("A row for each tag of a passage"))
        self.tags = CheckList(self.tr("Tags"), tag_items(tags, theme), theme)
        items = [Item(article.id, article.title) for article in articles]
        self.articles = CheckList(self.tr("Articles"), items, theme)
        self.guard = QCheckBox()
        self.bom = QCheckBox(self.tr("Mark the file as Unicode (Excel needs it)"))
        self.total = MutedLabel()
        self.table = QTableWidget()
        self.path = QLineEdit(str(path))
        self.choose = QPushButton(self.tr("Choose…"))
        self._pause = QTimer(self, singleShot=True, interval=LOOK_AFTER)
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.by_passage.setChecked(True)
        self.bom.setChecked(True)
        self.guard.setToolTip(
            self.tr("Puts ' before a cell that starts with = + - @, which a spreadsheet would run")
        )
        lists = QHBoxLayout()
        lists.setSpacing(16)
        lists.addWidget(self.tags)
        lists.addWidget(self.articles)
        self.body.addLayout(_column(Heading(self.tr("Rows")), self.by_passage, self.by_tag))
        self.body.addLayout(lists, 2)
        self.body.addLayout(_column(self.guard, self.bom))
        self.body.addLayout(self._preview_heading())
        self.body.addWidget(self.table, 3)
        self.body.addLayout(self._path_row())
        self._dress_table()
        screen = self.screen().availableGeometry()
        self.resize(min(860, screen.width() - 40), min(640, screen.height() - 60))

    def _preview_heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Heading(self.tr("First rows")))
        row.addStretch(1)
        row.addWidget(self.total)
        return row

    def _path_row(self) -> QHBoxLayout:
        self.path.setAccessibleName(self.tr("File"))
        row = QHBoxLayout()
        row.addWidget(Heading(self.tr("File")))
        row.addWidget(self.path, 1)
        row.addWidget(self.choose)
        return row

    def _dress_table(self) -> None:
        self.table.setAccessibleName(self.tr("First rows"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setTabKeyNavigation(False)  # Tab goes on, the arrows move in it
        self.table.setWordWrap(False)
        self.table.setMinimumHeight(120)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)
        self.table.horizontalHeader().setHighlightSections(False)

    def _connect(self) -> None:
        for button in (self.by_passage, self.by_tag, self.guard, self.bom):
            button.toggled.connect(self._pause.start)
        self.tags.changed.connect(self._pause.start)
        self.articles.changed.connect(self._pause.start)
        self._pause.timeout.connect(self.refresh)
        self.path.textChanged.connect(self._check)
        self.choose.clicked.connect(self._choose_path)

    def value(self) -> ExportChoice:
        """Return the choice as the form has it."""
        return ExportChoice(
            path=_with_suffix(Path(self.path.text().strip())),
            rows="tag" if self.by_tag.isChecked() else "passage",
            tags=cast(tuple[TagId, ...], self.tags.ticked()),
            articles=cast(tuple[ArticleId, ...], self.articles.ticked()),
            guard=self.guard.isChecked(),
            bom=self.bom.isChecked(),
        )

    def refresh(self) -> None:
        """Look at the rows of the present choice."""
        self._pause.stop()
        try:
            preview = self._look(self.value())
        except UserError as error:
            self.tell(said(error.message))
            return
        self._show(preview)
        self._check()

    def accept(self) -> None:
        """Tell the choice; ask before another file goes."""
        self._check()
        choice = self.value()
        if not self.deed.isEnabled():
            return
        if os.path.isfile(choice.path) and choice.path != self._agreed:  # noqa: PTH113 - any name
            self._ask_to_replace(choice)
        else:
            self._export(choice)

    def _ask_to_replace(self, choice: ExportChoice) -> None:
        words = self.tr("“{name}” exists already. Replace it?")
        words = words.format(name=make_visible(choice.path.name))
        deed = self.tr("Replace")
        ask_first(self, words, deed, lambda: self._export(choice), for_good=True)

    def _export(self, choice: ExportChoice) -> None:
        self.export_requested.emit(choice)
        super().accept()

    def _show(self, preview: Preview) -> None:
        total = self.tr("rows in all: {count}").format(count=counted(preview.total))
        self.total.setText(total if preview.total else self.tr("No passage fits this choice."))
        words = self.tr("Guard cells that a spreadsheet would run (here: {count})")
        self.guard.setText(words.format(count=counted(preview.cells_to_guard)))
        self.table.setColumnCount(len(preview.columns))
        self.table.setHorizontalHeaderLabels(list(preview.columns))
        self.table.setRowCount(len(preview.rows))
        for number, row in enumerate(preview.rows):
            for column, cell in enumerate(row):
                item = QTableWidgetItem(_short(cell))
                item.setToolTip(plain_tip(_told(cell)))
                self.table.setItem(number, column, item)
        for column, name in enumerate(preview.columns):
            self.table.setColumnWidth(column, self._width(column, name))

    def _width(self, column: int, name: str) -> int:
        """Return a width for the whole name of a column and, up to a bound, for its cells."""
        measure = self.table.fontMetrics().horizontalAdvance
        header = self.table.horizontalHeader().fontMetrics().horizontalAdvance(name)
        items = (self.table.item(row, column) for row in range(self.table.rowCount()))
        needed = max((measure(item.text()) for item in items if item), default=0)
        return _PADDING + max(header, min(needed, _WIDEST.get(name, _WIDE)))

    def _check(self) -> None:
        missing = not self.path.text().strip()
        self.tell(self.tr("Say which file to write.") if missing else "")

    def _choose_path(self) -> None:
        path = self._ask_path(self.value().path)
        if path is not None:
            self._agreed = path
            self.path.setText(str(path))


def _with_suffix(path: Path) -> Path:
    """Return a path with the suffix that it lacks; a folder is told as what it is."""
    lacks = path.name and not path.suffix and not is_folder(path)
    return path.with_name(f"{path.name}.csv") if lacks else path


def _column(*widgets: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setSpacing(6)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def _told(cell: object) -> str:
    """Return a cell as it is told on hovering, with its lines."""
    text = "" if cell is None else str(cell)
    shown = "\n".join(map(make_visible, text[:_TOLD].split("\n")))
    return shown + ("…" if len(text) > _TOLD else "")


def _short(cell: object) -> str:
    """Return a cell on one line."""
    text = "" if cell is None else str(cell)
    return make_visible(" ".join(text[:_CELL].split())) + ("…" if len(text) > _CELL else "")
