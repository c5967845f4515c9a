"""Lets everything that names a key name the one that works: the reader may have changed it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QToolButton, QWidget

from desk.ui.actions.actions import Actions
from desk.ui.widgets.parts import ACTION, KeyedLabel, set_tip

Key = Callable[[str], str]
"""Returns the key of an action by its name"""


class KeyNames(QObject):
    """Writes the keys of the actions on what does the same by mouse, and where words name them."""

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._actions = actions
        self._window = window
        self._listeners: list[Callable[[Key], None]] = []
        actions.keys_changed.connect(self.show)

    def tell(self, *listeners: Callable[[Key], None]) -> None:
        """Tell the keys now, and whenever they are others, to what shows some of them itself."""
        self._listeners += listeners
        for listener in listeners:
            listener(self._actions.key)

    def show(self) -> None:
        """Write the keys as they are now on the whole window."""
        self.write_on(self._window)
        for listener in self._listeners:
            listener(self._actions.key)

    def write_on(self, part: QWidget) -> None:
        """Write them on a part of the window and all that is in it; a part made later too."""
        for button in part.findChildren(QToolButton):
            action = button.property(ACTION)
            if action:
                set_tip(button, button.accessibleName(), self._actions.key(action))
        for label in part.findChildren(KeyedLabel):
            label.set_keys(self._actions.spoken)
