"""What stands out in the article: the passages of a tag."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desk.core.types import TagId
from desk.tasks.exporting import branch
from desk.ui.actions.actions import Actions
from desk.ui.reading.open_article import Reading
from desk.ui.tags.panel import TagsPanel


class Emphasis(QObject):
    """Filters the article by a tag, and shows which passages a tag is on; it changes no data.

    `filtered` says that the article is filtered by another tag now, or by none; `tag_wanted`
    that the reader is to choose one.
    """

    filtered = Signal()
    tag_wanted = Signal()

    def __init__(
        self, reading: Reading, panel: TagsPanel, actions: Actions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._view = reading.view
        self._panel = panel
        self._actions = actions
        panel.hovered.connect(self._single_out)
        panel.filter_requested.connect(self.toggle)
        reading.tags_changed.connect(self._keep_filter)
        self.filter_tag: TagId | None = None

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {"tags.filter": self.filter}

    def filter(self) -> None:
        """Let only passages of a tag, or of those under it, stand out; or all again.

        It is the tag that the keyboard is on in the panel, or one that the reader is asked for.
        """
        panel = self._panel.view
        tag = self._panel.model.tag(panel.currentIndex()) if panel.hasFocus() else None
        if tag is None and self.filter_tag is None:
            self.tag_wanted.emit()
        self.filter_by(tag.id if tag and self.filter_tag is None else None)

    def toggle(self, tag_id: TagId) -> None:
        """Let only passages of a tag stand out; all again where they do already."""
        self.filter_by(None if tag_id == self.filter_tag else tag_id)

    def filter_by(self, tag_id: TagId | None) -> None:
        """Let only passages of a tag, or of those under it, stand out; of all, with None."""
        self.filter_tag = tag_id
        self._actions["tags.filter"].setChecked(tag_id is not None)
        self._panel.set_filtered(tag_id)
        self._view.set_filter(None if tag_id is None else self._branch(tag_id))
        self.filtered.emit()

    def _keep_filter(self) -> None:
        self.filter_by(self.filter_tag if self.filter_tag in self._reading.tags else None)

    def _branch(self, tag: TagId) -> set[TagId]:
        return set(branch(self._reading.tags.values(), [tag]))

    def _single_out(self, tag: TagId | None) -> None:
        if self._reading.article is None:
            return
        if tag is None:
            self._view.single_out(None)
            return
        chosen = self._branch(tag)
        marks = self._view.shown().index
        self._view.single_out({mark.id for mark in marks if chosen.intersection(mark.tags)})
