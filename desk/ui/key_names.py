"""Lets everything that names a key name the one that works: the reader may have changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.ui.parts import tip_with_key

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desk.ui.window import Window


class KeyNames(QObject):
    """Writes the keys of the actions on what does the same by mouse."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._actions = window.actions_
        self._actions.keys_changed.connect(self.show)
        self.show()

    def _buttons(self) -> tuple[tuple[QWidget, str], ...]:
        """Return each button with a key in its tooltip, and the action that has the key."""
        passage, bar = self._window.passage, self._window.finding.bar
        return (
            (self._window.library.add_button, "library.add"),
            (self._window.tags.new_button, "tags.new"),
            (passage.previous_button, "passage.previous"),
            (passage.next_button, "passage.next"),
            (passage.remove_button, "passage.remove"),
            (passage.chips.add_button, "passage.tag"),
            (bar.previous, "find.previous"),
            (bar.next, "find.next"),
        )

    def show(self) -> None:
        """Write the keys as they are now."""
        window, key = self._window, self._actions.key
        for button, action in self._buttons():
            button.setToolTip(tip_with_key(button.accessibleName(), key(action)))
        window.library.field.set_keys(key("library.find"))
        window.passage.note.set_keys(key("passage.note"))
        window.popups.bar.set_keys(key("passage.tag"), key("passage.note"), key("edit.copy"))
        window.messages.undo_key = key("edit.undo")
        window.status_line.set_keys(key)
        window.welcome.set_keys(key("edit.paste"))
