"""Says what happens to those who hear the window: the target, what was done, the messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from desk.core.message import plural
from desk.core.text import make_visible
from desk.core.types import Article, Changes, PassageId, TextRange
from desk.ui.saying import counted, listed, said

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desk.ui.window import Window

_LONGEST = 1000  # characters of a quote that are said


def is_heard() -> bool:
    """Say whether there is a screen reader, or another program that asks for words."""
    return QAccessible.isActive()


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something, if there is one."""
    if is_heard():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class Announcing(QObject):
    """Watches one window. What happens in one go is said in one go."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._reading = window.reading
        self._view = window.view
        self._done = ""  # what was just done
        self._switched = ("", False)  # which action was turned on or off
        self._told: TextRange | None = None  # the target that was said last
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._say)
        window.session.changed.connect(self._note)
        window.view.target_changed.connect(self._soon.start)
        window.reading.opened.connect(self._say_article)
        window.messages.toast.shown.connect(self._say_message)
        window.actions_.triggered.connect(self._note_switch)
        window.modes.began.connect(self._say_message)

    def _note(self, changes: Changes) -> None:
        """Keep the name of a step; a note that saves itself is no news."""
        if set(changes.rows) - {"notes"}:
            told = {"undo": self.tr("Undone: {step}"), "redo": self.tr("Done again: {step}")}
            words = told.get(self._window.session.turning, "{step}")
            self._done = words.format(step=changes.label)
            self._soon.start()

    def _note_switch(self, name: str) -> None:
        action = self._window.actions_[name]
        if action.isCheckable():
            self._switched = name, action.isChecked()
            self._soon.start()

    def _words_of_switch(self) -> str:
        """Say what was turned on or off, unless it came to nothing: some ask something first."""
        (name, on), self._switched = self._switched, ("", False)
        if not name or self._window.actions_[name].isChecked() != on:
            return ""
        words = self.tr("{switch}: on") if on else self.tr("{switch}: off")
        return words.format(switch=self._window.actions_.title(name))

    def _say(self) -> None:
        if not is_heard():
            return
        target = self._view.target_range() if self._view.page else None
        words = [self._words_of_switch() if not self._done else self._done]
        if target is not None and target != self._told and not self._view.selected_range():
            words.append(self._words_of(target))
        self._done, self._told = "", target
        self._announce(". ".join(filter(None, words)))

    def _announce(self, words: str) -> None:
        if words:
            announce(self._view, words)

    def _words_of(self, target: TextRange) -> str:
        """Say the words of the target, and what the screen shows of it beside them."""
        text = self._view.shown().text
        words = " ".join(text[target.start : min(target.end, target.start + _LONGEST)].split())
        passage = self._reading.current_passage()
        mark = self._view.shown().index.get(passage) if passage is not None else None
        if passage is None or mark is None:
            return words
        known = self._reading.tags
        tags = [make_visible(known[tag].path) for tag in mark.tags if tag in known]
        note = [self.tr("with a note")] if mark.has_note else []
        return listed([words, *self._place_of(passage), *tags, *note])

    def _place_of(self, passage: PassageId) -> list[str]:
        if self._view.selected_passage is None:
            return []
        number, total = self._reading.ordinal(passage)
        words = self.tr("passage {number} of {total}")
        return [words.format(number=counted(number), total=counted(total))]

    def _say_article(self, article: Article | None) -> None:
        if article is not None:
            words = said(plural(article.words, "1 word", "%Ln words"))
            self._done = listed([make_visible(article.title), words])
            self._told = None
            self._soon.start()

    def _say_message(self, words: str) -> None:
        """Say a message in place of the step that it is about."""
        self._done = words
        self._soon.start()
