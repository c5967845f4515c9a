"""Keeps the actions true to the moment: which can run, what they are called, what is ticked."""

from PySide6.QtCore import QObject

from desk.core.message import message
from desk.formats.registry import may_be_otherwise
from desk.ui.actions.actions import Actions
from desk.ui.looks.chosen import Looks
from desk.ui.reading.open_article import Reading
from desk.ui.saying import said


class ActionStates(QObject):
    """Follows the desk, the article and the looks."""

    def __init__(self, actions: Actions, reading: Reading, looks: Looks) -> None:
        super().__init__(actions)
        self._actions = actions
        self._reading = reading
        self._desk = reading.session.desk
        self._looks = looks
        reading.session.changed.connect(self._refresh)
        reading.view.target_changed.connect(self._refresh)
        reading.opened.connect(self._refresh)
        looks.changed.connect(self._tick)
        self._tick()

    def _refresh(self) -> None:
        """Enable what makes sense now; name what undo and redo would do."""
        undo, redo = self._desk.undo_label, self._desk.redo_label
        article = self._reading.article
        has_article = article is not None
        writable = not self._desk.read_only
        passage = has_article and self._reading.current_passage() is not None
        self._actions.enable(
            {
                "article": has_article,
                "target": has_article and writable,
                "passage": passage and writable,
                "passages": has_article,
                "ways": article is not None and may_be_otherwise(article.source),
                "writable": writable,
                "undo": undo is not None and writable,
                "redo": redo is not None and writable,
            }
        )
        # "&" in a label would underline the letter after it.
        undone, redone = ((label or "").replace("&", "&&") for label in (undo, redo))
        undo_it = message("Undo {step}", step=undone) if undo else message("Undo")
        redo_it = message("Redo {step}", step=redone) if redo else message("Redo")
        self._actions["edit.undo"].setText(said(undo_it))
        self._actions["edit.redo"].setText(said(redo_it))

    def _tick(self) -> None:
        for name in ("system", "light", "sepia", "dark"):
            self._actions[f"theme.{name}"].setChecked(self._looks.choice == name)
