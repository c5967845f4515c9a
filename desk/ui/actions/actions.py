"""The QActions of a window, made from the table in `action_table`, with the user's own keys."""

import json
from collections.abc import Callable, Container, Iterable, Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desk.core.message import message
from desk.ui.actions.key_words import native
from desk.ui.actions.table import ACTIONS, BY_USE, MENUS, ActionSpec, translated
from desk.ui.saying import said

Handler = Callable[[], None]


def is_letter(keys: str) -> bool:
    """Say whether a shortcut is a single character, which the letters switch turns off."""
    return len(keys) == 1


class Actions(QObject):
    """The QActions of a window, by name, with the user's own keys.

    `triggered` tells the name of each action that ran, before it runs; `keys_changed` that
    an action has other keys now.
    """

    triggered = Signal(str)
    keys_changed = Signal()

    def __init__(
        self, window: QWidget, article: QWidget, keys: str = "{}", letters: bool = True
    ) -> None:
        super().__init__(window)
        self._specs = {spec.name: spec for spec in ACTIONS if spec.name != "-"}
        self._changed = _read_changes(keys, self._specs)
        self._letters = letters
        self._actions: dict[str, QAction] = {}
        self._connected: set[str] = set()
        self._met: dict[str, bool] = {}
        for spec in self._specs.values():
            owner = article if spec.where == "article" else window
            self._actions[spec.name] = self._make(spec, owner)

    def _make(self, spec: ActionSpec, owner: QWidget) -> QAction:
        action = QAction(translated(spec.text), owner)
        action.setObjectName(spec.name)
        action.setCheckable(spec.checkable)
        context = Qt.ShortcutContext
        inside = spec.where == "article"
        action.setShortcutContext(context.WidgetShortcut if inside else context.WindowShortcut)
        action.setMenuRole(QAction.MenuRole.NoRole)
        owner.addAction(action)
        self._set_keys(action, spec)
        return action

    def _set_keys(self, action: QAction, spec: ActionSpec) -> None:
        keys = [k for k in self.keys(spec.name) if self._letters or not is_letter(k)]
        action.setShortcuts([QKeySequence(key) for key in keys])

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect_all(self, handlers: Mapping[str, Handler]) -> None:
        """Give actions what they do; each name must be in the table."""
        for name, handler in handlers.items():
            self._actions[name].triggered.connect(self._runner(name, handler))
            self._connected.add(name)

    def without_handler(self) -> set[str]:
        """Return the names of actions that do nothing; a finished window has none."""
        return set(self._actions) - self._connected

    def _runner(self, name: str, handler: Handler) -> Callable[[], None]:
        def run() -> None:
            self.triggered.emit(name)
            handler()

        return run

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys of an action, the user's own if they were changed."""
        return tuple(self._changed.get(name, self._specs[name].keys))

    def key(self, name: str) -> str:
        """Return the first key of an action that works now, as this system writes it."""
        return self._actions[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def spoken(self, name: str) -> str:
        """Return what a sentence calls an action: its key that works now, or else its title."""
        return self.key(name) or said(message("“{name}”", name=self.title(name)))

    def default_keys(self, name: str) -> tuple[str, ...]:
        """Return the keys that an action came with."""
        return self._specs[name].keys

    def title(self, name: str) -> str:
        """Return the words of an action as they stand in a sentence."""
        return translated(self._specs[name].text).replace("…", "")

    def change_keys(self, name: str, keys: Iterable[str]) -> None:
        """Set the keys of an action; those of the table again if they are the same."""
        self._changed[name] = list(keys)
        if tuple(self._changed[name]) == self._specs[name].keys:
            del self._changed[name]
        self._set_keys(self._actions[name], self._specs[name])
        self.keys_changed.emit()

    def changed_keys(self) -> str:
        """Return the user's own keys as they are remembered, in JSON."""
        return json.dumps(self._changed)

    def owner_of(self, key: str, besides: str) -> str | None:
        """Return the name of another action that has this key."""
        wanted = QKeySequence(key)
        others = (name for name in self._specs if name != besides)
        return next((n for n in others if wanted in map(QKeySequence, self.keys(n))), None)

    def set_letters(self, on: bool) -> None:
        """Turn the keys that are single characters on or off."""
        self._letters = on
        for name, action in self._actions.items():
            self._set_keys(action, self._specs[name])
        self.keys_changed.emit()

    def enable(self, state: Mapping[str, bool]) -> None:
        """Enable what makes sense now; `state` says for each need whether it is met."""
        turned = {need for need, is_met in state.items() if self._met.get(need) != is_met}
        self._met = dict(state)
        for name, action in self._actions.items() if turned else ():
            needs = self._specs[name].needs
            if needs in turned:
                action.setEnabled(state[needs])

    def rows(self) -> list[tuple[str, str, str, str]]:
        """Return (name, text, keys, menu) of every action, what is used most first."""
        specs = sorted(self._specs.values(), key=lambda spec: BY_USE.index(spec.menu))
        return [
            (
                spec.name,
                self.title(spec.name),
                ", ".join(map(native, self.keys(spec.name))),
                menu_title(spec.menu),
            )
            for spec in specs
        ]

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus in the order of the table, under the titles that the bar has."""
        titles = list(bar.actions())
        menus: dict[str, QMenu] = {}
        for name, text in MENUS:
            above, _, _ = name.rpartition("/")
            menus[name] = QMenu(translated(text), bar)
            if not above:
                titles.pop(0).setMenu(menus[name])
        placed: set[str] = set()
        for spec in ACTIONS:
            above, _, _ = spec.menu.rpartition("/")
            if above and spec.menu not in placed:
                menus[above].addMenu(menus[spec.menu])
                placed.add(spec.menu)
            if spec.name == "-":
                menus[spec.menu].addSeparator()
            else:
                menus[spec.menu].addAction(self._actions[spec.name])


def menu_title(menu: str) -> str:
    """Return the title of a menu of the table, in words."""
    return translated(dict(MENUS)[menu]).replace("&", "")


def _read_changes(text: str, known: Container[str]) -> dict[str, list[str]]:
    """Read the user's own keys; what makes no sense in them is left out."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return {
        name: keys
        for name, keys in (found.items() if isinstance(found, dict) else ())
        if name in known and isinstance(keys, list) and all(map(_is_key, keys))
    }


def _is_key(key: object) -> bool:
    return isinstance(key, str) and bool(native(key)) and QKeySequence(key).count() == 1
