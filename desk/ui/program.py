"""The running program: Qt, settings, looks, and the window of one desk at a time."""

import gc
import sys
import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desk import paths
from desk.core.errors import UserError
from desk.store.desk import Desk, warm_up
from desk.ui import settings as names
from desk.ui.looks.chosen import Looks
from desk.ui.looks.theme import application
from desk.ui.settings import Settings
from desk.ui.start.language import use_system_language
from desk.ui.start.one_window import Call, DeskLock
from desk.ui.telling.bugs import show_bugs
from desk.ui.window import Window

Start = Literal["shown", "raised", "failed"]

PATIENCE = 1.0  # seconds that the window waits for another program's lock


def run(path: Path, is_own: bool, articles: Sequence[Path] = ()) -> int:
    """Show the window of a desk until it is closed; return the exit code.

    The user's own desk is made, with the starter articles, where it is not there yet. Files of
    `articles` are shown, to be added.
    """
    app = application(sys.argv[0])
    app.setApplicationName("reading-desk")
    app.setApplicationDisplayName("Reading Desk")
    app.setDesktopFileName("reading-desk")
    use_system_language(app)
    show_bugs(app)
    program = Program(app)
    show_bugs(app, program.tell)
    match program.start(path, is_own, articles):
        case "shown":
            return int(app.exec())
        case "raised":
            return 0
    return 2


class Program(QObject):
    """Holds the window, and replaces it where the reader opens another desk."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.settings = Settings(paths.config_folder() / "settings.ini")
        self.looks = Looks(app, self.settings)
        self.window: Window | None = None
        self._lock: DeskLock | None = None

    def start(self, path: Path, is_own: bool, articles: Sequence[Path] = ()) -> Start:
        """Show the first window; where a desk cannot be opened, let the reader choose another.

        Files of `articles` are shown in it, to be added, or in the window that is there already.
        """
        is_new = is_own and not path.exists()
        try:
            shown = self._show_new(path) if is_new else self._show(path, articles)
            if shown == "shown" and articles and self.window is not None:
                _preview(self.window, articles)
            return shown
        except UserError as error:
            if is_new and path.exists():  # another start has just made it
                return self.start(path, is_own=False, articles=articles)
            from desk.ui.files.trouble import ask_what_instead  # late: hoped to be rare

            chosen = ask_what_instead(path, error)
        return self.start(chosen, is_own=False, articles=articles) if chosen else "failed"

    def _show_new(self, path: Path) -> Start:
        from desk.tasks.starters import add_starters  # late: reading files takes 5 ms to import
        from desk.ui.saying import said

        Desk.create(path, self._coder(), partial(add_starters, say=said)).close()
        return self._show(path)

    def _coder(self) -> str | None:
        return self.settings.get(names.CODER) or None

    def _show(self, path: Path, articles: Sequence[Path] = ()) -> Start:
        """Show a desk, or raise the window that shows it already and hand it the articles."""
        lock = DeskLock(path, self) if path.exists() else None
        try:
            if lock is not None and not lock.take_or_raise(articles):
                return "raised"
        except TimeoutError:
            raise UserError(
                "{name} is open in another window of Reading Desk.", name=path.name
            ) from None
        try:
            window = Window(Desk.open(path, self._coder(), PATIENCE), self.settings, self.looks)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        self._replace(window, lock)
        return "shown"

    def _replace(self, window: Window, lock: DeskLock | None) -> None:
        old, old_lock = self.window, self._lock
        self.window, self._lock = window, lock
        window.another_wanted.connect(self.open_another)
        if lock is not None:
            lock.raise_wanted.connect(lambda call: _raise(window, call))
        window.show()
        if old is not None:
            old.close()
            old.deleteLater()
        if old_lock is not None:
            old_lock.release()
        # After the first frame: what the first actions need, and what takes a while to import.
        QTimer.singleShot(300, self._warm_up)

    def _warm_up(self) -> None:
        # From here on there is garbage, but what there is by now stays. Left to look at it again
        # and again, the collector doubles the time of opening an article with 10,000 passages.
        gc.freeze()
        gc.enable()
        if self._lock is not None:
            self._lock.listen()
        if self.window is not None:
            self._look_after(self.window)
        threading.Thread(target=_import_what_is_needed_soon, daemon=True).start()

    def _look_after(self, window: Window) -> None:
        """Take back what a crash left, and check a large desk in another thread."""
        from desk.store.opening import quick_check
        from desk.tasks import recovery  # late, as all here: the window is shown already
        from desk.ui.jobs import Job

        path = window.desk.path
        recovery.recover()
        recovery.mark(path)
        window.closed.connect(lambda: recovery.unmark(path))
        job = Job(quick_check(path), window)
        job.done.connect(partial(self._tell_damage, window))
        job.start()

    def _tell_damage(self, window: Window, found: list[str]) -> None:
        if found:
            words = self.tr("The desk is damaged: {what}. Save a copy and check it.")
            window.messages.tell(words.format(what=found[0]))

    def tell(self, words: str) -> bool:
        """Say something in the window; False if there is none."""
        if self.window is None:
            return False
        self.window.equip()
        self.window.messages.tell_once(words)
        return True

    def open_another(self, path: Path, is_new: bool = False) -> None:
        """Show another desk in place of this one; tell where it cannot be opened."""
        if self.window is not None and not self.window.may_go():
            return
        try:
            self._show_new(path) if is_new else self._show(path)
        except UserError as error:
            if self.window is not None:
                self.window.equip()
                self.window.messages.tell_error(error)


def _preview(window: Window, articles: Sequence[Path]) -> None:
    window.equip()
    window.importing.preview(articles)


def _raise(window: Window, call: Call) -> None:
    from desk.ui.start.activation import bring_up  # late: ctypes, for few windows

    bring_up(window, call.token)
    if call.articles:
        _preview(window, call.articles)


def _import_what_is_needed_soon() -> None:
    import markdown_it  # noqa: F401
    import rapidfuzz  # noqa: F401
    import sentencex  # noqa: F401

    warm_up()
