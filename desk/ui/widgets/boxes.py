"""Boxes and dialogs over a window; none of them is modal."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget


def open_over(window: QWidget, dialog: QDialog) -> None:
    """Show a dialog with the keyboard in it."""
    # Not every system gives the keyboard back to the window when a dialog goes.
    dialog.finished.connect(window.activateWindow)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()


def plain_box(window: QWidget, words: str) -> QMessageBox:
    """Return a box that says something, letter for letter; it has no buttons yet."""
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words)
    return box


def ask_first(
    window: QWidget, words: str, deed: str, act: Callable[[], object], for_good: bool = False
) -> None:
    """Ask before something is done; Enter does it, unless no undo would bring back what goes."""
    box = plain_box(window, words)
    button = box.addButton(deed, QMessageBox.ButtonRole.AcceptRole)
    cancel = QCoreApplication.translate("boxes", "Cancel")
    other = box.addButton(cancel, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(other if for_good else button)
    box.accepted.connect(act)
    open_over(window, box)
