"""The sheet of all keys, which filters as one types."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QListView, QVBoxLayout, QWidget

from desk.ui.choices import Choice, ChoiceDelegate, ChoiceRows
from desk.ui.parts import MutedLabel, SearchField
from desk.ui.theme import Theme


class KeyRow(NamedTuple):
    """An action: its own name, its words, its keys parted by ", ", the menu it is in."""

    name: str
    text: str
    keys: str
    menu: str


class KeysSheet(QDialog):
    """Every action with its keys, menu by menu."""

    def __init__(
        self, theme: Theme, rows: Iterable[tuple[str, str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._all = [KeyRow(*row) for row in rows]
        self.field = SearchField(self.tr("Filter by action or key"), theme)
        self.rows = ChoiceRows()
        self.list = QListView()
        self.nothing = MutedLabel(self.tr("No action is called so, and no key either."))
        self.list.setModel(self.rows)
        self.list.setItemDelegate(ChoiceDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setAccessibleName(self.tr("Keys"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.addWidget(self.field)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        self.field.textChanged.connect(self._filter)
        self._filter("")
        self.resize(480, 560)

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        found = [row for row in self._all if _holds(row, words)]
        self.rows.set_choices(_by_menu(found))
        self.nothing.setVisible(not found)


def _holds(row: KeyRow, words: Sequence[str]) -> bool:
    """Say whether an action is meant; a single letter means a key, not a letter of a word."""
    keys = [key.casefold() for key in row.keys.split(", ")]
    text = f"{row.text} {row.menu} {row.keys}".casefold()
    return all(word in keys if len(word) == 1 else word in text for word in words)


def _by_menu(rows: Sequence[KeyRow]) -> list[Choice]:
    """Return the rows under the names of their menus."""
    menus = dict.fromkeys(row.menu for row in rows)
    choices: list[Choice] = []
    for menu in menus:
        choices.append(Choice(menu, None))
        choices += [Choice(row.text, row.name, keys=row.keys) for row in rows if row.menu == menu]
    return choices
