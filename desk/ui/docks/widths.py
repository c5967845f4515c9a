"""How wide the panels are: as the reader wants them, and less where the window is narrow."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow

from desk.ui import settings as names
from desk.ui.settings import Settings

ARTICLE = 640  # pixels: room for lines of 60 characters, and for names beside them


class Side(NamedTuple):
    """The panels on one side of the article, where the reader's wish is kept, and the least."""

    names: tuple[str, ...]
    wish: names.Setting
    least: int


SIDES = (
    Side(("library", "passages"), names.LEFT_PANEL, 184),
    Side(("tags", "passage"), names.RIGHT_PANEL, 212),
)


def give_way(room: int, wanted: Sequence[int], least: Sequence[int]) -> list[int]:
    """Return the widths of panels that have `room` pixels in all: each gives of what it can."""
    spare = [max(0, wish - low) for wish, low in zip(wanted, least, strict=True)]
    lacking = min(max(0, sum(wanted) - room), sum(spare))
    part = lacking / sum(spare) if lacking else 0.0
    return [wish - round(part * free) for wish, free in zip(wanted, spare, strict=True)]


class PanelWidths(QObject):
    """Makes the panels narrower with the window and wide again with it.

    A width that the reader drags is the wanted one from then on.
    """

    def __init__(
        self, docks: Mapping[str, QDockWidget], settings: Settings, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._docks = docks
        self._settings = settings
        self._window = window
        self._wanted: dict[Side, int] = {side: settings.get(side.wish) for side in SIDES}
        self._fitted_to = 0  # pixels of the window's width
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.fit)
        for side in SIDES:
            for name in side.names:
                docks[name].installEventFilter(self)

    def fit(self) -> None:
        """Share out the width of the window; the article gets what the panels leave."""
        self._fitted_to = self._window.width()
        shown = {side: dock for side in SIDES if (dock := self._shown(side)) is not None}
        wanted = [self._wanted[side] for side in shown]
        widths = give_way(self._window.width() - ARTICLE, wanted, [side.least for side in shown])
        if widths != [dock.width() for dock in shown.values()]:
            self._window.resizeDocks(list(shown.values()), widths, Qt.Orientation.Horizontal)

    def widen(self, name: str, by: int) -> None:
        """Want the panels on the side of one wider by some pixels, or narrower."""
        side = next(side for side in SIDES if name in side.names)
        self._wanted[side] = max(side.least, self._docks[name].width() + by)
        self.fit()

    def follow(self) -> None:
        """Share out another width of the window."""
        if self._fitted_to != self._window.width():
            self.fit()

    def keep(self) -> None:
        """Remember the widths for the next start."""
        for side, width in self._wanted.items():
            self._settings.set(side.wish, width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what the reader drags: a panel changes its width, the window does not."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._soon.start()
        elif event.type() == QEvent.Type.Resize and self._is_dragged():
            for side in SIDES:
                dock = self._shown(side)
                if dock is not None and dock is watched:
                    self._wanted[side] = dock.width()
        return False

    def _is_dragged(self) -> bool:
        """Say whether it is the reader who moves the line between a panel and the article."""
        pressed = QGuiApplication.mouseButtons() == Qt.MouseButton.LeftButton
        return pressed and self._fitted_to == self._window.width()

    def _shown(self, side: Side) -> QDockWidget | None:
        """Return a panel that is seen at a side; of two in tabs, Qt parks the other off screen."""
        docks = (self._docks[name] for name in side.names)
        seen = [dock for dock in docks if not (dock.isHidden() or dock.isFloating())]
        return next((dock for dock in seen if dock.x() >= 0), seen[0] if seen else None)
