"""File dialogs that look at names only.

Qt's own find the kind of a file by opening it. Closing the second handle on an open desk would
drop SQLite's locks on it, so ours never open anything, and never a dialog of another toolkit.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QFileInfo
from PySide6.QtGui import QCursor, QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QFileIconProvider, QStyle, QWidget


class NameIcons(QFileIconProvider):
    """Icons and kinds from names alone."""

    def __init__(self, style: QStyle) -> None:
        super().__init__()
        self._folder = style.standardIcon(QStyle.StandardPixmap.SP_DirIcon)
        self._file = style.standardIcon(QStyle.StandardPixmap.SP_FileIcon)

    def icon(self, of: QFileInfo | QFileIconProvider.IconType) -> QIcon:
        """Return one icon for folders and one for files."""
        is_folder = of.isDir() if isinstance(of, QFileInfo) else of == self.IconType.Folder
        return self._folder if is_folder else self._file

    def type(self, info: QFileInfo) -> str:
        """Return the suffix as the kind of a file."""
        return "" if info.isDir() else info.suffix()


def _dialog(parent: QWidget, title: str, folder: Path, filters: Sequence[str]) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setIconProvider(NameIcons(parent.style()))
    dialog.setNameFilters(filters)
    return dialog


def _chosen(dialog: QFileDialog) -> list[Path]:
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    dialog.deleteLater()
    _leave_all(dialog.parentWidget())
    return [Path(name) for name in dialog.selectedFiles()] if accepted else []


def _leave_all(window: QWidget | None) -> None:
    """Tell those that the mouse left while a dialog kept the window from hearing of it."""
    for part in window.findChildren(QWidget) if window else ():
        if part.underMouse() and not part.rect().contains(part.mapFromGlobal(QCursor.pos())):
            QApplication.sendEvent(part, QEvent(QEvent.Type.Leave))


def ask_files(parent: QWidget, title: str, folder: Path, filters: Sequence[str]) -> list[Path]:
    """Ask for files that exist; empty if the reader thought better of it."""
    dialog = _dialog(parent, title, folder, filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _chosen(dialog)


def ask_file(parent: QWidget, title: str, folder: Path, filters: Sequence[str]) -> Path | None:
    """Ask for one file that exists."""
    dialog = _dialog(parent, title, folder, filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return next(iter(_chosen(dialog)), None)


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask for one folder that exists."""
    dialog = _dialog(parent, title, folder, ())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    return next(iter(_chosen(dialog)), None)


def ask_new_file(
    parent: QWidget, title: str, proposal: Path, filters: Sequence[str]
) -> Path | None:
    """Ask for the name of a file to write; one that exists is asked about."""
    dialog = _dialog(parent, title, proposal.parent, filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposal.suffix)
    dialog.selectFile(proposal.name)
    return next(iter(_chosen(dialog)), None)
