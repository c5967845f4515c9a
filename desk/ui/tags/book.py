"""The tags panel in step with the desk: making, editing, nesting, pinning, merging, deleting."""

from PySide6.QtCore import QObject, QTimer, Signal

from desk.core.errors import UserError
from desk.core.tag_names import check_name
from desk.core.types import Changes, Tag, TagId
from desk.ui.reading.open_article import Reading
from desk.ui.session import Session
from desk.ui.tags.panel import TagsPanel


class TagBook(QObject):
    """The desk's tags and what can be done with them.

    `editor_wanted` asks the window for the dialog of a `TagId`, or of a new tag with None.
    `merge_wanted` asks whether two tags should become one, `removal_wanted` whether a tag on
    which something hangs should go. `removed` carries a sentence for what an undo would bring
    back.
    """

    editor_wanted = Signal(object)
    merge_wanted = Signal(object, object)
    removal_wanted = Signal(object)
    removed = Signal(str)

    def __init__(
        self, session: Session, reading: Reading, panel: TagsPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._desk = session.desk
        self._reading = reading
        self._panel = panel
        panel.create_requested.connect(lambda: self.editor_wanted.emit(None))
        panel.edit_requested.connect(self.editor_wanted)
        panel.remove_requested.connect(self.remove_or_ask)
        panel.pin_requested.connect(self.pin)
        panel.move_requested.connect(self.move)
        session.changed.connect(self._follow)
        reading.tags_changed.connect(self.fill)
        # The counts of branches can wait for the frame that shows what the reader just did.
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self._count_branches)
        self._counting.start()

    def fill(self) -> None:
        """List all tags."""
        self._panel.set_tags(list(self._reading.tags.values()))
        self._counting.start()

    def _count_branches(self) -> None:
        self._panel.set_totals(self._desk.taggings.branch_counts())

    def leave(self) -> None:
        """Touch the desk no more: it is about to be closed."""
        self._counting.stop()

    def current(self) -> Tag | None:
        """Return the tag that is current in the panel."""
        return self._panel.model.tag(self._panel.view.currentIndex())

    def create(self, tag: Tag) -> None:
        """Add a tag with the values of one from the editor."""

        def change() -> TagId:
            made = self._desk.tags.add(tag.name, tag.parent_id, tag.colour)
            self._desk.tags.edit(made, pattern=tag.pattern, description=tag.description)
            self._desk.tags.pin(made, tag.number_key)
            return made

        made = self._session.do(self.tr("New tag “{name}”").format(name=tag.name), change)
        if made is not None:
            self._panel.set_current(made)

    def edit(self, tag: Tag) -> None:
        """Give a tag the values of one from the editor; a taken name offers the merge."""
        namesake = self._namesake(tag)
        if namesake is not None:
            self.merge_wanted.emit(tag.id, namesake)
            return

        def change() -> None:
            tags = self._desk.tags
            if tags.get(tag.id).parent_id != tag.parent_id:
                tags.move(tag.id, tag.parent_id)
            tags.edit(
                tag.id,
                name=tag.name,
                colour=tag.colour,
                pattern=tag.pattern,
                description=tag.description,
            )
            tags.pin(tag.id, tag.number_key)

        self._session.do(self.tr("Edit tag “{name}”").format(name=tag.name), change)

    def _namesake(self, tag: Tag) -> TagId | None:
        try:
            name = check_name(tag.name)
        except UserError:
            return None
        return next(
            (
                other.id
                for other in self._desk.tags.all()
                if (other.parent_id, other.name) == (tag.parent_id, name) and other.id != tag.id
            ),
            None,
        )

    def merge(self, source: TagId, target: TagId) -> None:
        """Let everything that carries one tag carry the other, and delete the first."""
        names = {"one": self._name(source), "other": self._name(target)}
        label = self.tr("Merge “{one}” into “{other}”").format(**names)

        def change() -> TagId:
            self._desk.tags.merge(source, target)
            return target

        merged = self._session.do(label, change)
        if merged is not None:
            self._panel.set_current(merged)

    def pin(self, tag_id: TagId, number_key: int | None) -> None:
        """Give a tag a number key, or none."""
        label = self.tr("Key of “{name}”").format(name=self._name(tag_id))
        self._session.do(label, lambda: self._desk.tags.pin(tag_id, number_key))

    def move(self, tag_id: TagId, parent: TagId | None) -> None:
        """Nest a tag under another, or bring it to the top level; a taken name offers the merge."""
        tag = self._desk.tags.get(tag_id)
        namesake = self._namesake(tag._replace(parent_id=parent))
        if namesake is not None:
            self.merge_wanted.emit(tag_id, namesake)
            return
        label = self.tr("Move “{name}”").format(name=self._name(tag_id))
        self._session.do(label, lambda: self._desk.tags.move(tag_id, parent))

    def remove_or_ask(self, tag_id: TagId) -> None:
        """Delete a tag at once if nothing hangs on it; else ask first."""
        if self._is_bare(tag_id):
            self.remove(tag_id)
        else:
            self.removal_wanted.emit(tag_id)

    def _is_bare(self, tag_id: TagId) -> bool:
        has_tags = any(tag.parent_id == tag_id for tag in self._desk.tags.all())
        passages = self._desk.tags.get(tag_id).passages
        return not (has_tags or passages or self._desk.notes.on_tag(tag_id))

    def remove(self, tag_id: TagId) -> None:
        """Delete a tag; the passages stay."""
        name = self._name(tag_id)

        def change() -> bool:
            self._desk.tags.remove(tag_id)
            return True

        if self._session.do(self.tr("Delete tag “{name}”").format(name=name), change):
            self.removed.emit(self.tr("Tag “{name}” deleted").format(name=name))

    def _name(self, tag_id: TagId) -> str:
        tag = self._reading.tags.get(tag_id)
        return tag.name if tag else ""

    def _follow(self, changes: Changes) -> None:
        if changes.touches("tags"):  # all of them were read again, with their counts
            return
        if counted := changes.tag_ids():
            self._panel.set_counts(self._desk.taggings.counts(counted))
        if any(map(self._panel.model.is_in_branch, counted)):
            self._counting.start()
