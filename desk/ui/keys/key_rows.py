"""The actions and their keys as rows, menu by menu."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from desk.ui.actions.actions import Actions, menu_title
from desk.ui.actions.key_words import native
from desk.ui.actions.table import FIXED_KEYS, translated
from desk.ui.widgets.choices import Choice, ChoiceRows


class KeyRow(NamedTuple):
    """An action: its own name, its words, its keys parted by ", ", the menu it is in."""

    name: str
    text: str
    keys: str
    menu: str


class KeyRows(ChoiceRows):
    """The actions under the names of their menus; the arrow keys pass over those."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let actions alone be chosen."""
        is_action = self.choices[index.row()].value is not None
        return super().flags(index) if is_action else Qt.ItemFlag.NoItemFlags

    def action(self, index: QModelIndex | QPersistentModelIndex) -> str | None:
        """Return the name of the action in a row; None where there is none."""
        choice = self.choices[index.row()] if index.isValid() else None
        return str(choice.value) if choice and choice.value else None

    def row_of(self, action: str) -> int:
        """Return the row of an action; -1 where it is not shown."""
        rows = (row for row, choice in enumerate(self.choices) if choice.value == action)
        return next(rows, -1)

    def first(self) -> int:
        """Return the first row with an action; -1 where none is shown."""
        return next((row for row, choice in enumerate(self.choices) if choice.value), -1)

    def show(self, words: Sequence[str]) -> None:
        """Show the actions whose names or keys have all these words, in small letters."""
        rows = [row for row in self._all() if _holds(row, words)]
        choices: list[Choice] = []
        for menu in dict.fromkeys(row.menu for row in rows):
            choices.append(Choice(menu, None))
            choices += [self._choice(row) for row in rows if row.menu == menu]
        self.set_choices(choices)

    def _all(self) -> list[KeyRow]:
        fixed = [
            KeyRow("", translated(words), ", ".join(map(native, keys)), menu_title(menu))
            for words, keys, menu in FIXED_KEYS
        ]
        return [*fixed, *map(KeyRow._make, self._actions.rows())]

    def _choice(self, row: KeyRow) -> Choice:
        changed = bool(row.name) and self.is_changed(row.name)
        detail = self.tr("changed") if changed else ""
        return Choice(row.text, row.name, detail, row.keys)

    def is_changed(self, action: str) -> bool:
        """Say whether an action has other keys than it comes with."""
        return self._actions.keys(action) != self._actions.default_keys(action)


def _holds(row: KeyRow, words: Sequence[str]) -> bool:
    """Say whether an action is meant; a single letter means a key, not a letter of a word."""
    keys = [key.casefold() for key in row.keys.split(", ")]
    text = f"{row.text} {row.menu} {row.keys}".casefold()
    return all(word in keys if len(word) == 1 else word in text for word in words)
