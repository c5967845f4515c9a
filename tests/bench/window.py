"""The real window for the benches, and a bare text widget of the same size."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from desk.store.desk import Desk
from desk.ui.looks.chosen import Looks
from desk.ui.settings import Settings
from desk.ui.window import Window
from tests.bench.measure import own_folder

SIZE = (1280, 800)


def application() -> QApplication:
    """Return the one application of this process."""
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else QApplication([])


def window_on(desk: Desk) -> Window:
    """Show a desk in the real window."""
    app = application()
    settings = Settings(own_folder() / "settings.ini")
    window = Window(desk, settings, Looks(app, settings))
    window.resize(*SIZE)
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.equip()
    to_front(window)
    return window


def to_front(window: Window) -> None:
    """Give a window the keyboard, in its article."""
    window.activateWindow()
    window.view.setFocus()
    assert QTest.qWaitForWindowActive(window)


def settle() -> None:
    """Do all that waits to be done, and delete what waits to be deleted."""
    application().processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def put_away(*windows: QWidget) -> None:
    """Close windows for good, so that they are neither in the way nor in memory."""
    for window in windows:
        window.close()
        window.deleteLater()
    settle()


def bare_view(like: Window) -> QTextEdit:
    """Show a plain widget as large as the window's article view."""
    bare = QTextEdit()
    bare.setReadOnly(True)
    bare.setUndoRedoEnabled(False)
    bare.resize(like.view.size())
    bare.show()
    QTest.qWaitForWindowExposed(bare)
    to_front(like)
    return bare
