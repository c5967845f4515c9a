"""The dock of the list of all passages and notes, which is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from desk.ui.passage_list.controller import PassageList
    from desk.ui.window import Window


class PassageDock(QObject):
    """Brings the list up and puts it away.

    `done` carries a sentence for what an undo would take back, `told` any other.
    """

    done = Signal(str)
    told = Signal(str)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._dock = window.docks["passages"]
        self._list: PassageList | None = None
        self._dock.visibilityChanged.connect(self._follow)
        self._follow()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {"view.passages": self.toggle}

    @property
    def list(self) -> PassageList:
        """The list; made when it is first asked for."""
        if self._list is None:
            from desk.ui.passage_list.controller import (
                PassageList,  # late: many windows never show it
            )

            self._list = PassageList(self._window)
            self._list.deeds.removed.connect(self.done)
            self._list.deeds.tagging.done.connect(self.done)
            self._list.deeds.tagging.told.connect(self.told)
        return self._list

    def toggle(self) -> None:
        """Bring the list up with the keyboard in it; from there, put it away."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self._dock.isAncestorOf(focused)
        if inside and not self._dock.visibleRegion().isEmpty():
            self._dock.hide()
            self._window.view.setFocus()
        else:
            self._dock.show()
            self._dock.raise_()
            self.list.enter()

    def _follow(self) -> None:
        if not self._dock.isHidden():
            # After the window has been drawn: its start does not wait for 20,000 rows.
            QTimer.singleShot(0, self, self._fill)

    def _fill(self) -> None:
        if not self._dock.isHidden():
            self.list.refresh()
