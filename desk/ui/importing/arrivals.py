"""What became of the files of an import, as rows that can be read and copied."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from desk.core.message import message
from desk.core.text import make_visible
from desk.tasks.finding_files import FoundFile
from desk.tasks.intake import Arrival
from desk.ui.saying import all_said, said
from desk.ui.widgets.parts import plain_tip
from desk.ui.words import noop

_Index = QModelIndex | QPersistentModelIndex
_HEADINGS = (
    noop("arrivals", "What"),
    noop("arrivals", "File"),
    noop("arrivals", "Article or reason"),
)
_STATES = {
    "added": noop("arrivals", "added"),
    "replaced": noop("arrivals", "read otherwise"),
    "present": noop("arrivals", "already there"),
    "refused": noop("arrivals", "refused"),
}
_FILE = 1
_ISOLATE, _END = "\u2068", "\u2069"
_FIRST = ("refused", "present", "replaced", "added")  # what needs a look comes first


def say(text: str) -> str:
    """Return a text of this table in the language of the window."""
    return QCoreApplication.translate("arrivals", text)


class Arrivals(QAbstractTableModel):
    """A row for each: refused, already there, added."""

    def __init__(self) -> None:
        super().__init__()
        self.arrivals: list[Arrival] = []

    def show(self, arrivals: Sequence[Arrival]) -> None:
        """Show these."""
        self.beginResetModel()
        # Among the added, those about which there is something to know stand first.
        self.arrivals = sorted(arrivals, key=lambda a: (_FIRST.index(a.state), not a.words))
        self.endResetModel()

    def copies(self) -> list[FoundFile]:
        """Return the files with a text that was there already, each once."""
        there = (a for a in self.arrivals if a.state == "present" and a.article_id is not None)
        return list(dict.fromkeys(arrival.file for arrival in there))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Count the files and articles."""
        return 0 if parent.isValid() else len(self.arrivals)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Count what is told of each."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        """Name the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(_HEADINGS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a cell."""
        cell = make_visible(cells(self.arrivals[index.row()])[index.column()])
        if role == Qt.ItemDataRole.DisplayRole:
            # In a line read from the right, "1.txt" would stand as "txt.1".
            return f"{_ISOLATE}{cell}{_END}" if index.column() == _FILE else cell
        return plain_tip(cell) if role == Qt.ItemDataRole.ToolTipRole else None


def cells(arrival: Arrival) -> tuple[str, str, str]:
    """Return what is told of one: its state, its file, its title or why it was refused."""
    words = all_said(arrival.words)
    what = " · ".join(filter(None, (arrival.title, *map(said, arrival.brought))))
    about = what or words
    if what and words:
        about = said(message("{title}. {words}", title=what, words=words))
    return say(_STATES[arrival.state]), arrival.path.name, about


def as_text(arrivals: Sequence[Arrival]) -> str:
    """Return the list as it is copied: a line each, parted by tabs, with the whole path."""
    lines = []
    for arrival in arrivals:
        state, _, about = cells(arrival)
        lines.append("\t".join((state, make_visible(str(arrival.path)), make_visible(about))))
        if arrival.report:
            lines.append(arrival.report)
    return "\n".join(lines)
