"""What is asked about tags: how one should be, what it becomes part of, whether it should go."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk.core.text import make_visible
from desk.core.types import Tag, TagId
from desk.tasks.exporting import branch
from desk.ui.looks.chosen import Looks
from desk.ui.reading.open_article import Reading
from desk.ui.saying import counted
from desk.ui.tags.book import TagBook
from desk.ui.tags.panel import TagsPanel
from desk.ui.widgets.boxes import ask_first, open_over


class TagAsking(QObject):
    """Opens dialogs about tags, and has the book of tags do what they were answered.

    `told` carries a sentence, `filter_chosen` the TagId that is to stand out alone.
    """

    told = Signal(str)
    filter_chosen = Signal(object)

    def __init__(
        self, reading: Reading, book: TagBook, panel: TagsPanel, looks: Looks, window: QWidget
    ) -> None:
        super().__init__(window)
        self._reading = reading
        self._desk = reading.session.desk
        self._book = book
        self._panel = panel
        self._looks = looks
        self._window = window
        self._book.editor_wanted.connect(self.edit)
        self._book.merge_wanted.connect(self.ask_merge)
        self._book.removal_wanted.connect(self.ask_removal)
        panel.merge_requested.connect(self._choose_merge)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {
            "tags.new": lambda: self.edit(None),
            "tags.edit": lambda: self._with_current(self.edit),
            "tags.merge": lambda: self._with_current(self._choose_merge),
            "tags.remove": lambda: self._with_current(self._book.remove_or_ask),
        }

    def _with_current(self, act: Callable[[TagId], None]) -> None:
        tag = self._book.current()
        if tag is None:
            self.told.emit(self.tr("Choose a tag first: {view.next} leads to the panel of tags."))
        else:
            act(tag.id)

    def edit(self, tag_id: TagId | None) -> None:
        """Open the editor of a tag, or of a new one."""
        from desk.ui.tags.editor import TagEditor  # late: see `equipment`

        tags = list(self._reading.tags.values())
        tag = self._reading.tags.get(tag_id) if tag_id is not None else None
        editor = TagEditor(self._looks.theme, tags, tag, self._window)
        editor.submitted.connect(self._book.edit if tag else self._book.create)
        open_over(self._window, editor)

    def choose_filter(self) -> None:
        """Ask for the tag that is to stand out alone."""
        tags = list(self._reading.tags.values())
        self._choose(tags, self.tr("Which tag should stand out?"), self.filter_chosen.emit)

    def _choose_merge(self, source: TagId) -> None:
        tags = self._reading.tags
        name = make_visible(tags[source].name)
        words = self.tr("Merge “{name}” into which tag?").format(name=name)
        under = branch(list(tags.values()), [source])
        others = [tag for tag in tags.values() if tag.id not in under]
        self._choose(others, words, lambda target: self.ask_merge(source, target))

    def _choose(self, tags: Sequence[Tag], words: str, then: Callable[[TagId], None]) -> None:
        """Ask for one of some tags, over the panel that has them if that is seen."""
        from desk.ui.tags.chooser import TagChooser  # late: see `equipment`

        chooser = TagChooser(self._window, self._looks.theme, tags, words)
        chooser.chosen.connect(then)
        panel = self._panel if self._panel.isVisible() else self._reading.view
        chooser.popup_at(panel.mapToGlobal(panel.rect().topLeft()))

    def ask_merge(self, source: TagId, target: TagId) -> None:
        """Say what a merge would move, and do it if the reader wants it."""
        fresh = self._fresh()
        words = "\n".join(self._words_of_merge(fresh, fresh[source], fresh[target]))
        ask_first(self._window, words, self.tr("Merge"), lambda: self._book.merge(source, target))

    def _words_of_merge(self, tags: dict[TagId, Tag], one: Tag, other: Tag) -> list[str]:
        desk, name = self._desk, make_visible(other.name)
        words = self.tr("Merge “{one}” into “{other}”?")
        lines = [words.format(one=make_visible(one.name), other=name), ""]
        words = self.tr("Passages that will carry “{other}” in its place: {count}")
        lines.append(words.format(other=name, count=counted(one.passages)))
        both = desk.taggings.shared(one.id, other.id)
        if both:
            words = self.tr("Of these carry both already: {count}")
            lines.append(words.format(count=counted(both)))
        under = sum(tag.parent_id == one.id for tag in tags.values())
        if under:
            words = self.tr("Tags under it that move along: {count}")
            lines.append(words.format(count=counted(under)))
        if desk.notes.on_tag(one.id):
            lines.append(self.tr("Its note is added to the other's."))
        return [*lines, "", self.tr("Undo brings it back.")]

    def ask_removal(self, tag_id: TagId) -> None:
        """Say what becomes of all that hangs on a tag, and delete it if the reader wants it."""
        tags = self._fresh()
        tag, under = tags[tag_id], [t for t in tags.values() if t.parent_id == tag_id]
        lines = [self.tr("Delete the tag “{name}”?").format(name=make_visible(tag.name)), ""]
        if tag.passages:
            words = self.tr("Passages that lose it and stay: {count}")
            lines.append(words.format(count=counted(tag.passages)))
        if under:
            words = self.tr("Tags under it that move up: {count}")
            lines.append(words.format(count=counted(len(under))))
        if self._desk.notes.on_tag(tag_id):
            lines.append(self.tr("Its note goes with it."))
        lines += ["", self.tr("Undo brings it back.")]
        deed = self.tr("Delete")
        ask_first(self._window, "\n".join(lines), deed, lambda: self._book.remove(tag_id))

    def _fresh(self) -> dict[TagId, Tag]:
        """Return the tags with the counts of now: those of the article may be older."""
        return {tag.id: tag for tag in self._desk.tags.all()}
