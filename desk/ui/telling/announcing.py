"""Says what happens to those who hear the window: the target, what was done, the messages."""

from PySide6.QtCore import QObject, QTimer

from desk.core.message import plural
from desk.core.text import make_visible
from desk.core.types import Article, Changes, PassageId, TextRange
from desk.ui.actions.actions import Actions
from desk.ui.reading.open_article import Reading
from desk.ui.saying import counted, listed, said, turned
from desk.ui.telling.messages import Messages
from desk.ui.widgets.speech import announce, is_heard

_LONGEST = 1000  # characters of a quote that are said


class Announcing(QObject):
    """Watches one window. What happens in one go is said in one go."""

    def __init__(self, reading: Reading, messages: Messages, actions: Actions) -> None:
        super().__init__(reading)
        self._session = reading.session
        self._reading = reading
        self._view = reading.view
        self._actions = actions
        self._done = ""  # what was just done
        self._switched = ("", False)  # which action was turned on or off
        self._told: TextRange | None = None  # the target that was said last
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._say)
        self._session.changed.connect(self._note)
        self._view.target_changed.connect(self._soon.start)
        reading.opened.connect(self._say_article)
        messages.toast.shown.connect(self.hear)
        actions.triggered.connect(self._note_switch)

    def _note(self, changes: Changes) -> None:
        """Keep the name of a step; a note that saves itself is no news."""
        words = turned(self._session.turning, changes.label)
        if words or set(changes.rows) - {"notes"}:
            self._done = words or changes.label
            self._soon.start()

    def _note_switch(self, name: str) -> None:
        action = self._actions[name]
        if action.isCheckable():
            self._switched = name, action.isChecked()
            self._soon.start()

    def _words_of_switch(self) -> str:
        """Say what was turned on or off, unless it came to nothing: some ask something first."""
        (name, on), self._switched = self._switched, ("", False)
        if not name or self._actions[name].isChecked() != on:
            return ""
        words = self.tr("{switch}: on") if on else self.tr("{switch}: off")
        return words.format(switch=self._actions.title(name))

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

    def hear(self, words: str) -> None:
        """Say a message in place of the step that it is about."""
        self._done = words
        self._soon.start()
