"""Which column of a table goes where, with the first row to tell them by."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from desk.core.text import make_visible
from desk.formats.wire import TablePreview
from desk.ui.words import noop

_FIELDS = (
    ("", noop("columns", "not used")),
    ("text", noop("columns", "Text")),
    ("html", noop("columns", "Text with markup (HTML)")),
    ("title", noop("columns", "Title")),
    ("author", noop("columns", "Author")),
    ("published", noop("columns", "Date")),
    ("source", noop("columns", "Source")),
    ("language", noop("columns", "Language")),
)
_SHORT = 80  # characters of a value that tell enough


class ColumnMap(QTableWidget):
    """A row for each column: its name, its first value, and what it is taken for."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setAccessibleName(self.tr("Columns of the table"))
        self.setHorizontalHeaderLabels(
            [self.tr("Column"), self.tr("First value"), self.tr("Goes to")]
        )
        self.verticalHeader().hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setMinimumHeight(150)
        start = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(start)
        self.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().resizeSection(2, 170)
        self._columns: tuple[str, ...] = ()

    def show_table(self, table: TablePreview) -> None:
        """Show the columns of a table; choices for the same columns stay: one may be open."""
        if table.columns != self._columns:
            self._columns = table.columns
            self.setRowCount(len(table.columns))
            for row, name in enumerate(table.columns):
                self.setCellWidget(row, 2, self._choice(name, table.fields.get(name, "")))
        first = table.rows[0] if table.rows else ("",) * len(table.columns)
        for row, (name, value) in enumerate(zip(table.columns, first, strict=False)):
            short = make_visible(" ".join(value[:_SHORT].split()))
            for column, words in enumerate((make_visible(name), short)):
                item = QTableWidgetItem(words)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.setItem(row, column, item)

    def forget(self) -> None:
        """Show nothing: another table comes, be it with the same columns."""
        self._columns = ()
        self.setRowCount(0)

    def _choice(self, column: str, field: str) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(self.tr("{column} goes to").format(column=make_visible(column)))
        for value, words in _FIELDS:
            choice.addItem(QCoreApplication.translate("columns", words), value)
        choice.setCurrentIndex(max(0, choice.findData(field)))
        choice.currentIndexChanged.connect(self.changed)
        return choice

    def columns(self) -> Mapping[str, str]:
        """Return the fields by the names of the columns that are used."""
        chosen = {}
        for row, name in enumerate(self._columns):
            choice = self.cellWidget(row, 2)
            if isinstance(choice, QComboBox) and choice.currentData():
                chosen[name] = choice.currentData()
        return chosen
