"""The running program: Qt, settings, looks, and the window of one desk at a time."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desk import paths
from desk.core.errors import UserError
from desk.store.desk import Desk, warm_up
from desk.ui import settings as names
from desk.ui.bugs import show_bugs
from desk.ui.looks import Looks
from desk.ui.one_window import DeskLock
from desk.ui.settings import Settings
from desk.ui.window import Window

PATIENCE = 1.0  # seconds that the window waits for another program's lock


def run(path: Path, is_own: bool) -> int:
    """Show the window of a desk until it is closed; return the exit code.

    The user's own desk is made, with the starter articles, where it is not there yet.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("reading-desk")
    app.setApplicationDisplayName("Reading Desk")
    app.setDesktopFileName("reading-desk")
    show_bugs(app)
    program = Program(app)
    if not program.start(path, is_own):
        return 2
    return int(app.exec())


class Program(QObject):
    """Holds the window, and replaces it where the reader opens another desk."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.settings = Settings(paths.config_folder() / "settings.ini")
        self.looks = Looks(app, self.settings)
        self.window: Window | None = None
        self._lock: DeskLock | None = None

    def start(self, path: Path, is_own: bool) -> bool:
        """Show the first window; False if there is none to show."""
        if is_own and not path.exists():
            return self._try(lambda: self._show_new(path))
        return self._try(lambda: self._show(path))

    def _try(self, show: Callable[[], bool]) -> bool:
        """Run what shows a window; let the reader choose another desk where it fails."""
        try:
            return show()
        except UserError as error:
            chosen = self._ask_for_another(str(error))
        return self._try(lambda: self._show(chosen)) if chosen else False

    def _ask_for_another(self, sentence: str) -> Path | None:
        from desk.ui import file_dialogs  # late: it takes 7 ms, and is hoped to be rare

        box = QMessageBox(QMessageBox.Icon.Warning, "Reading Desk", "")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        another = box.addButton(self.tr("Open another desk…"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Quit"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is not another:
            return None
        filters = [self.tr("Desks (*.desk)"), self.tr("All files (*)")]
        return file_dialogs.ask_file(box, self.tr("Open a desk"), Path.home(), filters)

    def _show_new(self, path: Path) -> bool:
        from desk.tasks.starters import add_starters  # late: reading files takes 5 ms to import

        desk = Desk.create(path, self._coder())
        add_starters(desk)
        desk.close()
        return self._show(path)

    def _coder(self) -> str | None:
        return self.settings.get(names.CODER) or None

    def _show(self, path: Path) -> bool:
        """Show a desk; True also if its first window was raised instead."""
        desk = Desk.open(path, self._coder(), PATIENCE)
        lock = DeskLock(desk.path, self)
        if not lock.take():
            desk.close()
            if lock.raise_other():
                return self.window is not None
            raise UserError(f"{path.name} is open in another window of Reading Desk.")
        self._replace(Window(desk, self.settings, self.looks), lock)
        return True

    def _replace(self, window: Window, lock: DeskLock) -> None:
        old, old_lock = self.window, self._lock
        self.window, self._lock = window, lock
        window.another_wanted.connect(self.open_another)
        lock.raise_wanted.connect(lambda: _raise(window))
        window.show()
        if old is not None and old_lock is not None:
            old.close()
            old.deleteLater()
            old_lock.release()
        # After the first frame: what the first actions need, and what takes a while to import.
        QTimer.singleShot(300, self._warm_up)

    def _warm_up(self) -> None:
        if self._lock is not None:
            self._lock.listen()
        threading.Thread(target=_import_what_is_needed_soon, daemon=True).start()

    def open_another(self, path: Path, is_new: bool = False) -> None:
        """Show another desk in place of this one; tell where it cannot be opened."""
        try:
            self._show_new(path) if is_new else self._show(path)
        except UserError as error:
            if self.window is not None:
                self.window.messages.tell_error(error)


def _raise(window: Window) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def _import_what_is_needed_soon() -> None:
    import markdown_it  # noqa: F401
    import rapidfuzz  # noqa: F401
    import sentencex  # noqa: F401

    warm_up()
