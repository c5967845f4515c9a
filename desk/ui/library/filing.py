"""Folders of the library: made, named, moved, removed, and articles put into them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.core.message import plural
from desk.core.types import ArticleId, FolderId
from desk.ui.library.dragged_rows import parted
from desk.ui.library.panel import LibraryPanel
from desk.ui.looks.chosen import Looks
from desk.ui.reading.open_article import Reading
from desk.ui.saying import said
from desk.ui.session import Session


class Filing(QObject):
    """Keeps folders as the reader wants them; every change is one step.

    `done` carries a sentence for what an undo would take back.
    """

    done = Signal(str)

    def __init__(
        self,
        session: Session,
        reading: Reading,
        panel: LibraryPanel,
        looks: Looks,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._folders = session.desk.folders
        self._reading = reading
        self._panel = panel
        self._window = window
        self._looks = looks
        panel.list.folder_requested.connect(self.new)
        panel.list.folders_remove_requested.connect(self.remove)
        panel.list.move_requested.connect(self.ask_where)
        panel.model.folder_renamed.connect(self.rename)
        panel.model.moved.connect(self.move)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {
            "library.folder": lambda: self.new(None),
            "library.move": self.ask_where,
        }

    def new(self, parent: FolderId | None) -> None:
        """Make a folder and have it named in the list."""
        name = self.tr("New folder")
        made = self._session.do(self.tr("New folder"), lambda: self._folders.add(name, parent))
        if made is None:
            return
        if parent is not None and parent in self._panel.model.closed:
            self._panel.list.folder_toggled.emit(parent, True)
        self._window.activateWindow()
        self._panel.field.clear()
        index = self._panel.model.index(self._panel.model.row_of(-made))
        self._panel.list.setFocus()
        self._panel.list.choose(index)
        self._panel.list.edit(index)

    def rename(self, folder_id: FolderId, name: str) -> None:
        """Give a folder another name."""
        label = self.tr("Rename folder")
        self._session.do(label, lambda: self._folders.rename(folder_id, name))

    def remove(self, ids: Sequence[FolderId]) -> None:
        """Take folders away; what lies in them stays in the library."""
        names = {folder.id: folder.name for folder in self._panel.model.folders()}

        def change() -> bool:
            for folder_id in ids:
                self._folders.remove(folder_id)
            return True

        if self._session.do(self.tr("Remove folder"), change):
            words = self.tr("Folder “{name}” removed; its articles stay")
            self.done.emit(words.format(name=names.get(ids[0], "")))

    def move(
        self, articles: list[ArticleId], folders: Sequence[FolderId], target: FolderId | None
    ) -> None:
        """Put articles and folders into a folder, or out of all of them."""
        into = [folder for folder in folders if folder != target]

        def change() -> None:
            self._folders.put(articles, target)
            for folder_id in into:
                self._folders.move(folder_id, target)

        self._session.do(self.tr("Move"), change)

    def move_to_new(
        self, articles: list[ArticleId], folders: Sequence[FolderId], name: str
    ) -> None:
        """Make a folder at the top and put these into it."""

        def change() -> bool:
            made = self._folders.add(name)
            self._folders.put(articles, made)
            for folder_id in folders:
                self._folders.move(folder_id, made)
            return True

        if not self._session.do(self.tr("Move"), change):
            return
        self._panel.list.scrollTo(self._panel.list.currentIndex())
        if articles:
            words = plural(
                len(articles),
                "Moved 1 article to “{name}”",
                "Moved %Ln articles to “{name}”",
                name=name,
            )
            self.done.emit(said(words))

    def ask_where(self) -> None:
        """Ask into which folder the selected rows shall go, or the open article."""
        from desk.ui.library.folder_chooser import FolderChooser  # late: see `equipment`

        articles, folders = parted(self._panel.list.selected_keys())
        if not articles and not folders and self._reading.article is not None:
            articles = [self._reading.article.id]
        if not articles and not folders:
            return
        chooser = FolderChooser(self._window, self._looks.theme, self._panel.model.folders())
        chooser.chosen.connect(lambda target: self.move(articles, folders, target))
        chooser.created.connect(lambda name: self.move_to_new(articles, folders, name))
        chooser.popup_at(self._panel.list.mapToGlobal(self._panel.list.rect().topLeft()))
