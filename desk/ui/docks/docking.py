"""The panels around the article: shown and hidden, floated and put back, made wider."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDockWidget

from desk.ui.docks.title_bar import DockBar

if TYPE_CHECKING:
    from desk.ui.looks.appearance import Appearance
    from desk.ui.window import Window

STEP = 24
"""Pixels by which a panel becomes wider or narrower"""


class Docking(QObject):
    """What can be done with the panels by menu and by mouse. `told` carries a sentence."""

    told = Signal(str)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._actions = window.actions_
        self._bars = {name: self._dress(name, dock) for name, dock in window.docks.items()}
        window.looks.changed.connect(self._redress)
        self._tick()

    def _dress(self, name: str, dock: QDockWidget) -> DockBar:
        bar = DockBar(dock, self._window.looks.theme)
        dock.setTitleBarWidget(bar)
        dock.visibilityChanged.connect(self._tick)
        dock.topLevelChanged.connect(self._tick)
        dock.installEventFilter(self)
        return bar

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead back to the text by an Esc that nothing in a panel has a use for."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            self._window.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _redress(self, looks: Appearance) -> None:
        for bar in self._bars.values():
            bar.set_theme(looks.theme)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        docks = self._window.docks
        shown = (name for name in docks if name != "passages")  # see `passage_list.dock`
        toggles: dict[str, Callable[[], None]]
        toggles = {f"view.{name}": partial(self.toggle, name) for name in shown}
        floats = {f"float.{name}": partial(self.float, name) for name in docks}
        sizes = {
            "view.wider": partial(self.widen, STEP),
            "view.narrower": partial(self.widen, -STEP),
        }
        return toggles | floats | sizes

    def toggle(self, name: str) -> None:
        """Show a panel, in front of one that shares its place; hide it where it shows."""
        dock = self._window.docks[name]
        covered = not dock.isHidden() and dock.visibleRegion().isEmpty()  # by another's tab
        dock.setVisible(covered or dock.isHidden())
        dock.raise_()
        self._tick()

    def float(self, name: str) -> None:
        """Let a panel be a window of its own, or put it back."""
        dock = self._window.docks[name]
        if dock.isHidden():
            self._actions[f"view.{name}"].trigger()
        floats = not dock.isFloating()
        dock.setFloating(floats)
        if floats:
            dock.resize(max(dock.width(), 280), max(dock.height(), 320))
        else:
            self._window.activateWindow()
        self._tick()

    def widen(self, by: int) -> None:
        """Make the panel with the keyboard wider by some pixels, or narrower."""
        focused = QApplication.focusWidget()
        docks = self._window.docks.values()
        here = next((d for d in docks if focused is not None and d.isAncestorOf(focused)), None)
        if here is None:
            self.told.emit(self.tr("Go to a panel with {view.next} first."))
        elif here.isFloating():
            here.resize(here.width() + by, here.height())
        else:
            self._window.panel_widths.widen(here.objectName(), by)

    def _tick(self) -> None:
        for name, dock in self._window.docks.items():
            self._actions[f"view.{name}"].setChecked(not dock.isHidden())
            self._actions[f"float.{name}"].setChecked(dock.isFloating())
