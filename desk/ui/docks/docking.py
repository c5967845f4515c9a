"""The panels around the article: shown and hidden, floated and put back, made wider."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDockWidget, QWidget

from desk.ui.actions.actions import Actions
from desk.ui.docks.floating import least_covering
from desk.ui.docks.title_bar import DockBar
from desk.ui.docks.widths import PanelWidths
from desk.ui.looks.appearance import Appearance
from desk.ui.looks.chosen import Looks
from desk.ui.widgets.viewports import viewport_of

STEP = 24
"""Pixels by which a panel becomes wider or narrower"""

_TEXT = 4  # times as bad to cover as anything else


class Docking(QObject):
    """What can be done with the panels by menu and by mouse. `told` carries a sentence."""

    told = Signal(str)

    def __init__(
        self,
        docks: Mapping[str, QDockWidget],
        widths: PanelWidths,
        article: QAbstractScrollArea,
        actions: Actions,
        looks: Looks,
    ) -> None:
        super().__init__(article)
        self._docks = docks
        self._widths = widths
        self._article = article
        self._actions = actions
        self._bars = {name: self._dress(dock, looks) for name, dock in docks.items()}
        looks.changed.connect(self._redress)
        self._left: dict[str, QPoint] = {}  # where panels floated last
        self._tick()

    def _dress(self, dock: QDockWidget, looks: Looks) -> DockBar:
        bar = DockBar(dock, looks.theme)
        dock.setTitleBarWidget(bar)
        bar.float_wanted.connect(partial(self.float, dock.objectName()))
        dock.visibilityChanged.connect(self._tick)
        dock.topLevelChanged.connect(self._tick)
        dock.installEventFilter(self)
        return bar

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead back to the text by an Esc that nothing in a panel has a use for."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and cast(QKeyEvent, event).key() == Qt.Key.Key_Escape:
            self._article.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def _redress(self, looks: Appearance) -> None:
        for bar in self._bars.values():
            bar.set_theme(looks.theme)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        shown = (name for name in self._docks if name != "passages")  # see `passage_list.dock`
        toggles: dict[str, Callable[[], None]]
        toggles = {f"view.{name}": partial(self.toggle, name) for name in shown}
        floats = {f"float.{name}": partial(self.float, name) for name in self._docks}
        sizes = {
            "view.wider": partial(self.widen, STEP),
            "view.narrower": partial(self.widen, -STEP),
        }
        return toggles | floats | sizes

    def toggle(self, name: str) -> None:
        """Show a panel, in front of one that shares its place; hide it where it shows."""
        dock = self._docks[name]
        covered = not dock.isHidden() and dock.visibleRegion().isEmpty()  # by another's tab
        dock.setVisible(covered or dock.isHidden())
        dock.raise_()
        self._tick()

    def bring_up(self, name: str) -> None:
        """Show a panel, in front of one that shares its place."""
        self._docks[name].show()
        self._docks[name].raise_()

    def float(self, name: str) -> None:
        """Let a panel be a window of its own, or put it back.

        The first time, it comes to lie where it covers the least; then where it was left.
        """
        dock = self._docks[name]
        if dock.isHidden():
            self._actions[f"view.{name}"].trigger()
        floats = not dock.isFloating()
        if not floats:
            self._left[name] = dock.pos()
        dock.setFloating(floats)
        if floats:
            dock.resize(max(dock.width(), 280), min(max(dock.height(), 320), 420))
            dock.move(self._left.get(name) or self._free_place(dock))
        else:
            self._article.window().activateWindow()
        self._tick()

    def _free_place(self, dock: QDockWidget) -> QPoint:
        """Return a place for a panel beside the window, or where it covers least of the text."""
        window = self._article.window()
        layout = window.layout()
        if layout is not None:
            layout.activate()  # the text has taken the room of the panel by now
        inner, article = _on_screen(window), _on_screen(self._article)
        inner.setTop(article.top())  # below the menus
        inner.setBottom(article.bottom())
        others = [d for d in self._docks.values() if d is not dock and d.isVisible()]
        covered = [
            (viewport_of(self._article), _TEXT),
            (self._article, 1),
            *((d, 1) for d in others),
        ]
        return least_covering(
            dock.frameGeometry().size(),
            window.frameGeometry(),
            inner,
            window.screen().availableGeometry(),
            [(_on_screen(widget), weight) for widget, weight in covered],
        )

    def widen(self, by: int) -> None:
        """Make the panel with the keyboard wider by some pixels, or narrower."""
        focused = QApplication.focusWidget()
        docks = self._docks.values()
        here = next((d for d in docks if focused is not None and d.isAncestorOf(focused)), None)
        if here is None:
            self.told.emit(self.tr("Go to a panel with {view.next} first."))
        elif here.isFloating():
            here.resize(here.width() + by, here.height())
        else:
            self._widths.widen(here.objectName(), by)

    def _tick(self) -> None:
        for name, dock in self._docks.items():
            self._actions[f"view.{name}"].setChecked(not dock.isHidden())
            self._actions[f"float.{name}"].setChecked(dock.isFloating())


def _on_screen(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint()), widget.size())
