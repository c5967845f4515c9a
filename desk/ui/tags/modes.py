"""Shows what is on until it is ended: a sticky tag, a filter by a tag, focus on one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QToolButton

from desk.core.text import make_visible
from desk.ui.looks.theme import icon
from desk.ui.widgets.filter_chips import FilterChips
from desk.ui.widgets.parts import MARGIN, icon_button

if TYPE_CHECKING:
    from desk.ui.actions.actions import Actions
    from desk.ui.looks.appearance import Appearance
    from desk.ui.looks.chosen import Looks
    from desk.ui.looks.theme import Theme
    from desk.ui.reading.open_article import Reading
    from desk.ui.tagging.tagging import Tagging
    from desk.ui.tags.emphasis import Emphasis
    from desk.ui.tags.panel import TagsPanel
    from desk.ui.telling.status_line import StatusLine

_ICONS = {"tags.filter": "filter", "tags.sticky": "pin"}
_LONGEST = 140  # pixels of a tag's name at the foot of the window


class Mode(NamedTuple):
    """What is on: the action that ends it, its words in short, and those with its key.

    What is about tags has a button and a chip in their panel.
    """

    action: str
    words: str
    told: str


class Modes(QObject):
    """Buttons and chips in the panel of tags, and words at the foot of the window.

    `began` carries the words of a mode of tags that was turned on or is another one now.
    """

    began = Signal(str)

    def __init__(
        self,
        tagging: Tagging,
        emphasis: Emphasis,
        reading: Reading,
        panel: TagsPanel,
        foot: StatusLine,
        actions: Actions,
        looks: Looks,
    ) -> None:
        super().__init__(panel)
        self._tagging = tagging
        self._emphasis = emphasis
        self._reading = reading
        self._foot = foot
        self._actions = actions
        self._on: list[Mode] = []
        self.buttons = {name: self._button(name, looks.theme) for name in _ICONS}
        self.chips = FilterChips(panel.new_button, self.tr("{words}. Click to end it"))
        self.chips.setContentsMargins(MARGIN, 0, MARGIN, 4)
        self.chips.dropped.connect(self._end)
        panel.furnish(list(self.buttons.values()), self.chips)
        tagging.stuck.connect(self.show)
        emphasis.filtered.connect(self.show)
        reading.tags_changed.connect(self.show)
        actions.keys_changed.connect(self.show)
        actions["view.focus"].toggled.connect(self.show)
        looks.changed.connect(self._dress)
        self.show()

    def show(self) -> None:
        """Show what is on by now."""
        before, self._on = self._on, list(self._found())
        running = {mode.action for mode in self._on}
        for name, button in self.buttons.items():
            button.setChecked(name in running)
            button.setVisible(bool(self._reading.tags))
        if before != self._on:
            told, words = [mode.told for mode in self._on], [mode.words for mode in self._on]
            self._foot.show_modes(told, words)
            of_tags = [mode for mode in self._on if mode.action in _ICONS]
            self.chips.show_chips([(mode.words, mode.action) for mode in of_tags])
            for mode in of_tags:
                if mode not in before:
                    self.began.emit(mode.words)

    def _found(self) -> Iterator[Mode]:
        filtered = self._emphasis.filter_tag
        tag = self._reading.tags.get(filtered) if filtered is not None else None
        if tag is not None:
            told = self.tr("Only {tag} stands out"), self.tr("{key} shows all")
            yield self._mode("tags.filter", self.tr("Only {tag}"), tag.name, *told)
        if self._tagging.sticky:
            name = self._tagging.last_names() or self.tr("the next tag")
            words = self.tr("Sticky: {tag}")
            yield self._mode("tags.sticky", words, name, words, self.tr("{key} ends it"))
        if self._actions["view.focus"].isChecked():
            words = self.tr("One sentence stands out")
            yield self._mode("view.focus", words, "", words, self.tr("{key} shows all"))

    def _mode(self, action: str, words: str, name: str, told: str, ended: str) -> Mode:
        metrics = self.chips.fontMetrics()
        shown = make_visible(name)
        short = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, _LONGEST)
        key = self._actions.key(action)
        end = f" ({ended.format(key=key)})" if key else ""
        return Mode(action, words.format(tag=shown), told.format(tag=short) + end)

    def _end(self, action: object) -> None:
        name = str(action)
        self.buttons[name].setFocus()  # the chip with the keyboard on it goes
        self._actions[name].trigger()

    def _button(self, name: str, theme: Theme) -> QToolButton:
        button = icon_button(_ICONS[name], theme, self._actions.title(name), name)
        button.setCheckable(True)
        button.clicked.connect(self._actions[name].trigger)
        button.clicked.connect(self.show)  # the action may only have asked for a tag
        return button

    def _dress(self, appearance: Appearance) -> None:
        for name, button in self.buttons.items():
            button.setIcon(icon(_ICONS[name], appearance.theme))
