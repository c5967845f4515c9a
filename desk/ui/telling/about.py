"""Says what this program is."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from desk import __version__
from desk.ui.widgets.boxes import plain_box


def about_box(desk: Path, window: QWidget) -> QMessageBox:
    """Return a box with the version, and where the desk is."""
    box = plain_box(window, f"Reading Desk {__version__}")
    words = QCoreApplication.translate(
        "about", "A desk for close reading. Everything stays in one file: {file}"
    )
    box.setInformativeText(words.format(file=desk))
    close = QCoreApplication.translate("about", "Close")
    box.addButton(close, QMessageBox.ButtonRole.AcceptRole)
    return box
