"""The dock of the list of all passages and notes, which is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

if TYPE_CHECKING:
    from desk.ui.passage_list.controller import PassageList


class PassageDock(QObject):
    """Brings the list up and puts it away."""

    def __init__(
        self, dock: QDockWidget, article: QWidget, make: Callable[[], PassageList]
    ) -> None:
        super().__init__(dock)
        self._dock = dock
        self._article = article
        self._make = make
        self._dock.visibilityChanged.connect(self._follow)
        self._follow()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {"view.passages": self.toggle}

    @cached_property
    def list(self) -> PassageList:
        """The list; made when it is first asked for."""
        made = self._make()
        self._dock.widget().deleteLater()
        self._dock.setWidget(made.panel)
        made.panel.show()
        return made

    @property
    def is_made(self) -> bool:
        """Whether the list was asked for yet."""
        return "list" in self.__dict__

    def toggle(self) -> None:
        """Bring the list up with the keyboard in it; from there, put it away."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self._dock.isAncestorOf(focused)
        if inside and not self._dock.visibleRegion().isEmpty():
            self._dock.hide()
            self._article.setFocus()
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
