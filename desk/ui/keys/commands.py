"""What the actions do that belong to no controller, as tables of their names."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desk.ui import settings as names
from desk.ui.actions.actions import Actions
from desk.ui.article.view import ArticleView
from desk.ui.looks.chosen import Looks
from desk.ui.reading.finding import Finding
from desk.ui.reading.open_article import Reading
from desk.ui.reading.stepping import next_overlapping, step_passage
from desk.ui.session import Session
from desk.ui.settings import Settings
from desk.ui.tagging.tagging import Tagging
from desk.ui.telling.messages import Messages
from desk.ui.widgets.boxes import open_over

Handlers = Mapping[str, Callable[[], None]]


def editing(session: Session, tagging: Tagging, actions: Actions) -> Handlers:
    """Return what changes the desk, by keys and in the article."""

    def stick() -> None:
        tagging.set_sticky(actions["tags.sticky"].isChecked())

    return {
        "edit.undo": session.undo,
        "edit.redo": session.redo,
        "passage.repeat": tagging.repeat,
        "passage.highlight": tagging.highlight,
        "passage.note": tagging.note,
        "passage.remove": tagging.remove,
        "tags.sticky": stick,
    }


def moving(reading: Reading, actions: Actions) -> Handlers:
    """Return the ways through the article."""
    view = reading.view

    def focus() -> None:
        view.set_focus_mode(actions["view.focus"].isChecked())

    return {
        "sentence.next": lambda: view.move_focus("sentence", forward=True),
        "sentence.previous": lambda: view.move_focus("sentence", forward=False),
        "sentence.extend": lambda: view.move_focus("sentence", forward=True, extend=True),
        "sentence.shrink": lambda: view.move_focus("sentence", forward=False, extend=True),
        "paragraph.next": lambda: view.move_focus("paragraph", forward=True),
        "paragraph.previous": lambda: view.move_focus("paragraph", forward=False),
        "edit.all": view.selectAll,
        "passage.next": partial(step_passage, reading, 1),
        "passage.previous": partial(step_passage, reading, -1),
        "passage.overlap": partial(next_overlapping, reading),
        "view.focus": focus,
    }


def leaving(view: ArticleView, finding: Finding, messages: Messages) -> Handlers:
    """Return what Esc does in the article."""

    def let_go() -> None:
        """Let nothing be the target; where nothing was, put a message or the find line away.

        The marks of the find line stay as long as it does.
        """
        had_target = view.target() is not None
        view.clear_target()
        if not finding.bar.isVisible():
            view.set_hits(())
        if had_target:
            return
        if messages.toast.isVisible():
            messages.toast.hide()
        elif finding.bar.isVisible():
            finding.leave()

    return {"article.clear": let_go}


def showing(window: QWidget, settings: Settings, actions: Actions) -> Handlers:
    """Return what is done with the window itself, and with its keys."""

    def fullscreen() -> None:
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def close() -> None:
        window.close()

    def switch_letters() -> None:
        on = actions["help.letters"].isChecked()
        settings.set(names.LETTER_KEYS, on)
        actions.set_letters(on)

    return {"view.fullscreen": fullscreen, "desk.quit": close, "help.letters": switch_letters}


def asking(window: QWidget, looks: Looks, desk: Path) -> Handlers:
    """Return the dialogs that change nothing on the desk, which lies at `desk`."""

    def edit_reading() -> None:
        from desk.ui.reading.reading_settings import ReadingSettings  # late: see `equipment`

        open_over(window, ReadingSettings(looks, window))

    def about() -> None:
        from desk.ui.telling.about import about_box

        open_over(window, about_box(desk, window))

    return {"view.reading": edit_reading, "help.about": about}
