"""Boxes and dialogs over a window; none of them is modal."""

from PySide6.QtCore import Qt
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
