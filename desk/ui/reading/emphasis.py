"""What stands out in the article: the passages of a tag, or one sentence."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desk.core.types import TagId
from desk.tasks.exporting import branch
from desk.ui.actions.actions import Actions
from desk.ui.reading.open_article import Reading
from desk.ui.tags.panel import TagsPanel


class Emphasis(QObject):
    """Filter by tag, hover over a tag, focus on a sentence; it changes no data."""

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
        self._filtered: TagId | None = None

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {"tags.filter": self.filter, "view.focus": self._focus}

    def filter(self) -> None:
        """Let only passages of the current tag, or of those under it, stand out; or all again."""
        tag = self._panel.model.tag(self._panel.view.currentIndex())
        wanted = self._actions["tags.filter"].isChecked() and tag is not None
        self._filter_by(tag.id if tag and wanted else None)

    def toggle(self, tag_id: TagId) -> None:
        """Let only passages of a tag stand out; all again where they do already."""
        self._filter_by(None if tag_id == self._filtered else tag_id)

    def _filter_by(self, tag_id: TagId | None) -> None:
        self._filtered = tag_id
        self._actions["tags.filter"].setChecked(tag_id is not None)
        self._panel.set_filtered(tag_id)
        self._view.set_filter(None if tag_id is None else self._branch(tag_id))

    def _keep_filter(self) -> None:
        self._filter_by(self._filtered if self._filtered in self._reading.tags else None)

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

    def _focus(self) -> None:
        self._view.set_focus_mode(self._actions["view.focus"].isChecked())
