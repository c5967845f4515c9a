"""F6 and Shift+F6: the keyboard goes from the article to each panel in turn and back."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDockWidget,
    QTabBar,
    QWidget,
)


class PanelCycle(QObject):
    """Knows the parts of the window in the order in which they stand."""

    def __init__(self, article: QWidget, docks: Iterable[QDockWidget], window: QWidget) -> None:
        super().__init__(window)
        self._article = article
        self._docks = list(docks)
        self._window = window
        self._pass_over_tabs()

    def _pass_over_tabs(self) -> None:
        """Keep Tab out of the tab bars of panels: Qt parks those that are not needed off screen."""
        for bar in self._window.findChildren(QTabBar):
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {"view.next": partial(self.go, 1), "view.previous": partial(self.go, -1)}

    def go(self, by: int) -> None:
        """Put the keyboard into the next or previous part that can be seen."""
        self._pass_over_tabs()
        parts = self._parts()
        focused = QApplication.focusWidget()
        here = next((n for n, part in enumerate(parts) if _holds(part, focused)), 0)
        for step in range(1, len(parts) + 1):
            if _enter(parts[(here + by * step) % len(parts)]):
                return

    def _parts(self) -> list[QWidget]:
        return [self._article, *(d for d in self._docks if not d.visibleRegion().isEmpty())]


def _holds(part: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (part is focused or part.isAncestorOf(focused))


def _enter(part: QWidget) -> bool:
    """Put the keyboard where it was in a part; else on its rows, or the first that takes it."""
    candidates = [part.focusWidget(), *part.findChildren(QAbstractItemView), part, *_controls(part)]
    for widget in candidates:
        if widget is not None and _takes_keyboard(widget):
            widget.activateWindow()  # a panel may float
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def _controls(part: QWidget) -> list[QWidget]:
    """Return what lies in a part in the order of the Tab key."""
    found: list[QWidget] = []
    widget = part.nextInFocusChain()
    while widget is not part and widget is not None:
        if part.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def _takes_keyboard(widget: QWidget) -> bool:
    tabs = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabs and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None
