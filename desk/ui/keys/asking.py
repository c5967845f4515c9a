"""The palette, and the sheet of all keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.ui.actions.actions import Actions
from desk.ui.looks.chosen import Looks
from desk.ui.telling.messages import Messages
from desk.ui.widgets.boxes import open_over

if TYPE_CHECKING:
    from desk.ui.keys.palette import Palette


class ActionAsking(QObject):
    """Opens what leads to the actions, and runs the one that is chosen."""

    def __init__(self, actions: Actions, messages: Messages, looks: Looks, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self._messages = messages
        self._looks = looks
        self._window = window

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {"help.palette": self.open_palette, "help.keys": self.show_keys}

    @cached_property
    def _palette(self) -> Palette:
        from desk.ui.keys.palette import Palette  # late: see `equipment`

        palette = Palette(self._window, self._looks.theme)
        palette.chosen.connect(self._run)
        self._looks.theme_changed.connect(palette.set_theme)
        return palette

    def open_palette(self) -> None:
        """Find an action by a few letters."""
        self._palette.open_with(self._actions.rows())

    def show_keys(self) -> None:
        """Show every key, and let it be changed."""
        from desk.ui.keys.sheet import KeysSheet  # late: see `equipment`

        open_over(self._window, KeysSheet(self._looks.theme, self._actions, self._window))

    def _run(self, name: str) -> None:
        """Do what was chosen in the palette, or say why nothing happens."""
        if self._actions[name].isEnabled():
            self._actions[name].trigger()
        else:
            words = self.tr("“{action}” has nothing to act on now.")
            self._messages.advise(words.format(action=self._actions.title(name)))
