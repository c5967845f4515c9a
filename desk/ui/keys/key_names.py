"""Lets everything that names a key name the one that works: the reader may have changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QToolButton

from desk.ui.widgets.parts import ACTION, KeyedLabel, set_tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desk.ui.window import Window


class KeyNames(QObject):
    """Writes the keys of the actions on what does the same by mouse, and where words name them."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._actions = window.actions_
        self._actions.keys_changed.connect(self.show)
        self.show()

    def show(self) -> None:
        """Write the keys as they are now."""
        window, key = self._window, self._actions.key
        self.write_on(window)
        window.library.field.set_keys(key("library.find"))
        window.library.list.key_of_move = key("library.move")
        window.passage.note.set_keys(key("passage.note"))
        window.popups.bar.set_keys(key("passage.tag"), key("passage.note"), key("edit.copy"))
        window.messages.undo_key = key("edit.undo")
        window.messages.speak = self._actions.spoken
        window.status_line.set_keys(key)

    def write_on(self, part: QWidget) -> None:
        """Write them on a part of the window and all that is in it; a part made later too."""
        for button in part.findChildren(QToolButton):
            action = button.property(ACTION)
            if action:
                keys = self._actions.key(action)
                set_tip(button, button.accessibleName(), keys)
        for label in part.findChildren(KeyedLabel):
            label.set_keys(self._actions.spoken)
