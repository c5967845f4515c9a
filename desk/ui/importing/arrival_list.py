"""The list of what became of the files of an import."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from desk.tasks.finding_files import FoundFile
from desk.tasks.intake import Arrival
from desk.ui.importing.arrivals import Arrivals, as_text

_HEIGHT = 150


class ArrivalList(QTableView):
    """Rows to read, to copy, and to open by Enter."""

    open_requested = Signal(object)
    """ArticleId"""
    left = Signal()
    """Esc"""

    def __init__(self) -> None:
        super().__init__()
        self.rows = Arrivals()
        self.setModel(self.rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(_HEIGHT)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAccessibleName(self.tr("What became of the files"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._build_headers()
        self.doubleClicked.connect(self._open)

    def _build_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(24)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 110)
        header.resizeSection(1, 220)

    def chosen(self) -> list[Arrival]:
        """Return the selected rows."""
        rows = self.selectionModel().selectedRows()
        return [self.rows.arrivals[index.row()] for index in rows]

    def refused_files(self) -> list[FoundFile]:
        """Return the files of the selected rows that were refused, each once."""
        return list(dict.fromkeys(a.file for a in self.chosen() if a.state == "refused"))

    def of_chosen_files(self) -> list[Arrival]:
        """Return all that came from the files of the selected rows."""
        paths = {arrival.path for arrival in self.chosen()}
        return [arrival for arrival in self.rows.arrivals if arrival.path in paths]

    def copy(self) -> None:
        """Put the selected rows on the clipboard, all of them if none is."""
        QGuiApplication.clipboard().setText(as_text(self.chosen() or self.rows.arrivals))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy; open by Enter; leave by Esc."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        article_id = self.rows.arrivals[index.row()].article_id if index.isValid() else None
        if article_id is not None:
            self.open_requested.emit(article_id)
