"""A model of many rows that Qt counts itself.

To lay out a list, Qt asks twice for each of its rows how many rows there are: of 20,000 that takes
Python 20 ms at each letter that is typed to filter them.
"""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

# Put together once: a row is asked three times in each frame, and that took a fifth of it.
PLAIN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_Index = QModelIndex | QPersistentModelIndex


class CountedRows(QStringListModel):
    """So many rows; what they show, the subclass says in `data` and `flags`."""

    def reset_rows(self, count: int) -> None:
        """Have this many rows, all of them new ones; what they show is there already."""
        self.setStringList([""] * count)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let rows be selected."""
        return PLAIN if index.isValid() else Qt.ItemFlag.NoItemFlags

    def insertRows(  # noqa: N802 - Qt's name
        self, row: int, count: int, parent: _Index | None = None
    ) -> bool:
        """Refuse: rows come by `reset_rows` alone."""
        return False

    def removeRows(  # noqa: N802 - Qt's name
        self, row: int, count: int, parent: _Index | None = None
    ) -> bool:
        """Refuse, so that Qt takes no row away that was dragged elsewhere."""
        return False
