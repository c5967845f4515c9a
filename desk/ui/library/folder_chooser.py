"""A box that asks for a folder, or makes one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.core.folding import folded
from desk.core.text import make_visible
from desk.core.types import Folder, FolderId
from desk.ui.looks.theme import Theme
from desk.ui.widgets.choices import Choice
from desk.ui.widgets.chooser import Chooser

_TOP = 0  # the value of the row for no folder; None would make it words that only tell


class FolderChooser(Chooser):
    """Asks once and goes."""

    chosen = Signal(object)
    """FolderId, or None for no folder"""
    created = Signal(str)
    """The name of a new folder"""

    def __init__(self, parent: QWidget, theme: Theme, folders: Sequence[Folder]) -> None:
        self._paths = _paths_of(folders)
        super().__init__(parent, theme, self._choices)
        words = self.tr("Move to which folder?")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.closed.connect(self.deleteLater)

    def take(self, choice: Choice, stay: bool) -> None:
        """Tell the folder."""
        if isinstance(choice.value, str):
            self.created.emit(choice.value)
        else:
            self.chosen.emit(choice.value or None)

    def _choices(self, typed: str) -> Sequence[Choice]:
        words = folded(typed).split()
        rows = [
            Choice(make_visible(path), folder_id)
            for folder_id, path in sorted(self._paths.items(), key=lambda item: folded(item[1]))
            if all(word in folded(path) for word in words)
        ]
        if not words:
            return [*rows, Choice(self.tr("In no folder"), _TOP)]
        if not any(folded(path) == folded(typed).strip() for path in self._paths.values()):
            name = " ".join(typed.split())
            rows.append(Choice(self.tr("New folder “{name}”").format(name=name), name))
        return rows


def _paths_of(folders: Sequence[Folder]) -> dict[FolderId, str]:
    """Return each folder's name behind those that it lies in: "Asia / Japan"."""
    known = {folder.id: folder for folder in folders}

    def path(folder: Folder) -> str:
        above = known.get(folder.parent_id) if folder.parent_id is not None else None
        return f"{path(above)} / {folder.name}" if above else folder.name

    return {folder.id: path(folder) for folder in folders}
