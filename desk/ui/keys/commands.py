"""Connects the actions with the controllers that do them, and keeps them true to the moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from desk.core.message import message
from desk.ui import settings as names
from desk.ui.docks.cycle import PanelCycle
from desk.ui.reading.outline import Outline
from desk.ui.saying import said

if TYPE_CHECKING:
    from desk.ui.window import Window

# The menu of the right mouse button; an empty name is a line.
CONTEXT_MENU = (
    "passage.tag",
    "passage.highlight",
    "passage.note",
    "passage.untag",
    "passage.remove",
    "",
    "edit.copy",
    "edit.all",
    "find.open",
)


class Commands(QObject):
    """The table of actions, brought to life for one window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._actions = window.actions_
        for handlers in (
            self._editing(),
            self._moving(),
            self._showing(),
            window.popups.handlers(),
            window.shelf.handlers(),
            window.bookcase.handlers(),
            window.looks.handlers(),
            window.desk_files.handlers(),
            window.asking.handlers(),
            window.finding.handlers(),
            window.emphasis.handlers(),
            PanelCycle(window.view, window.docks.values(), window).handlers(),
            Outline(window.reading, window.looks, window).handlers(),
            window.noting.handlers(),
            window.passage_dock.handlers(),
            window.docking.handlers(),
        ):
            self._actions.connect_all(handlers)
        self._actions.set_letters(window.settings.get(names.LETTER_KEYS))
        window.session.changed.connect(self.refresh)
        window.view.target_changed.connect(self.refresh)
        window.reading.opened.connect(self.refresh)
        window.looks.changed.connect(self._tick)
        window.view.menu_requested.connect(self._show_menu)
        self._tick()

    def _editing(self) -> dict[str, Callable[[], None]]:
        tagging, session = self._window.tagging, self._window.session
        return {
            "edit.undo": session.undo,
            "edit.redo": session.redo,
            "edit.paste": self._paste,
            "edit.all": self._window.view.selectAll,
            "passage.repeat": tagging.repeat,
            "passage.highlight": tagging.highlight,
            "passage.note": tagging.note,
            "passage.remove": tagging.remove,
            "tags.sticky": self._stick,
        }

    def _moving(self) -> dict[str, Callable[[], None]]:
        view = self._window.view
        return {
            "sentence.next": lambda: view.move_focus("sentence", forward=True),
            "sentence.previous": lambda: view.move_focus("sentence", forward=False),
            "sentence.extend": lambda: view.move_focus("sentence", forward=True, extend=True),
            "sentence.shrink": lambda: view.move_focus("sentence", forward=False, extend=True),
            "paragraph.next": lambda: view.move_focus("paragraph", forward=True),
            "paragraph.previous": lambda: view.move_focus("paragraph", forward=False),
            "article.clear": self._let_go,
            "passage.next": lambda: self._window.reading.step_passage(1),
            "passage.previous": lambda: self._window.reading.step_passage(-1),
            "passage.overlap": self._window.reading.next_overlapping,
        }

    def _let_go(self) -> None:
        """Let nothing be the target; where nothing was, put a message or the find line away."""
        window = self._window
        had_target = window.view.target() is not None
        window.view.clear_target()
        if had_target:
            return
        if window.messages.toast.isVisible():
            window.messages.toast.hide()
        elif window.finding.bar.isVisible():
            window.finding.leave()

    def _showing(self) -> dict[str, Callable[[], None]]:
        return {
            "view.fullscreen": self._fullscreen,
            "desk.quit": self._quit,
            "help.letters": self._switch_letters,
        }

    def _show_menu(self, at: QPoint) -> None:
        """Show what can be done with the target, where the mouse is."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in CONTEXT_MENU:
            menu.addAction(self._actions[name]) if name else menu.addSeparator()
        menu.popup(at)

    def _paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData() or QMimeData()
        self._window.bookcase.coming.add_pasted(data)

    def _stick(self) -> None:
        self._window.tagging.set_sticky(self._actions["tags.sticky"].isChecked())

    def _fullscreen(self) -> None:
        window = self._window
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def _quit(self) -> None:
        self._window.close()

    def _switch_letters(self) -> None:
        on = self._actions["help.letters"].isChecked()
        self._window.settings.set(names.LETTER_KEYS, on)
        self._actions.set_letters(on)

    def refresh(self) -> None:
        """Enable what makes sense now; name what undo and redo would do."""
        reading, desk = self._window.reading, self._window.desk
        undo, redo = desk.undo_label, desk.redo_label
        has_article = reading.article is not None
        writable = not desk.read_only
        self._actions.enable(
            {
                "article": has_article,
                "target": has_article and writable,
                "passage": has_article and writable and reading.current_passage() is not None,
                "passages": has_article,
                "writable": writable,
                "undo": undo is not None and writable,
                "redo": redo is not None and writable,
            }
        )
        # "&" in a label would underline the letter after it.
        undone, redone = ((label or "").replace("&", "&&") for label in (undo, redo))
        undo_it = message("Undo {step}", step=undone) if undo else message("Undo")
        redo_it = message("Redo {step}", step=redone) if redo else message("Redo")
        self._actions["edit.undo"].setText(said(undo_it))
        self._actions["edit.redo"].setText(said(redo_it))

    def _tick(self) -> None:
        """Tick what is chosen."""
        looks, window = self._window.looks, self._window
        for name in ("system", "light", "sepia", "dark"):
            self._actions[f"theme.{name}"].setChecked(looks.choice == name)
        self._actions["help.letters"].setChecked(window.settings.get(names.LETTER_KEYS))
