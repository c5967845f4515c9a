"""What the tagging keys and clicks do to the target."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from desk.core.message import message
from desk.core.types import PassageId, TagId, TextRange
from desk.ui.reading.open_article import Reading
from desk.ui.saying import listed, said
from desk.ui.session import Session
from desk.ui.tagging.marking import Marking
from desk.ui.tagging.tag_words import put_told


class Tagging(Marking):
    """Puts tags on the target and takes them off; every change is one step.

    `stuck` says that the sticky tag is another one now, or is none any more.
    """

    stuck = Signal()

    def __init__(self, session: Session, reading: Reading, parent: QObject) -> None:
        super().__init__(session, reading, parent)
        self._last: dict[TagId, str] = {}  # the last tagging: tags, as its step names them
        self._merge = ""
        self.recent: list[TagId] = []
        self.sticky = False
        self._view.selection_finished.connect(self._tag_at_once)

    # Putting tags on

    def press_number(self, number: int) -> None:
        """Put the tag of a number key on the target, or take it off again."""
        tag = self._desk.tags.on_key(number)
        if tag is None:
            words = message(
                "No tag has the key {number} yet: make one with {passage.tag}, or give it with "
                "{F2}.",
                number=number,
            )
            self.told.emit(said(words))
        else:
            self.toggle(tag)

    def toggle(self, tag: TagId) -> None:
        """Put a tag on the target, or take it off if it is there."""
        if not self.is_seen():
            return
        passage = self._reading.current_passage()
        if passage is not None and tag in self._tags_on(passage):
            self.take(passage, [tag], dropping=passage in self._made)
        else:
            self.put([tag])

    def put(self, tags: Iterable[TagId], merge: str = "") -> None:
        """Put tags on the target, or tell that there is none.

        What is put in a row with the same `merge`, as in one opening of the box, is one step.
        """
        chosen = list(tags)
        place = self._target()
        if place is None or not chosen:
            return
        names = self._names(chosen)
        if set(chosen) <= set(self.tags_on_target()):
            self.told.emit(said(put_told(names, 0, 1)))
            return
        put = {tag: self._names([tag]) for tag in chosen}
        label = self._label([*self._before(merge).values(), *put.values()])
        passage = self._session.do(label, lambda: self._mark(place, chosen), place, merge)
        if passage is not None:
            self._keep(put, merge)
            self._show(passage)

    def put_new(self, path: str, merge: str = "") -> None:
        """Make a tag, in the tags named before it, and put it on the target."""
        place = self._target()
        if place is None:
            return
        made: list[TagId] = []

        def change() -> PassageId:
            made.append(self._desk.tags.ensure_keyed(path))
            return self._mark(place, made)

        label = self._label([*self._before(merge).values(), path])
        passage = self._session.do(label, change, place, merge)
        if passage is not None:
            self._keep(dict.fromkeys(made, path), merge)
            self._show(passage)

    def _before(self, merge: str) -> dict[TagId, str]:
        """Return what was put before in the same go."""
        return self._last if merge and merge == self._merge else {}

    def _label(self, names: Iterable[str]) -> str:
        return self.tr("Tag “{names}”").format(names=listed(names))

    def _keep(self, put: Mapping[TagId, str], merge: str) -> None:
        self._last, self._merge = {**self._before(merge), **put}, merge
        self._note_recent(put)
        if self.sticky:
            self.stuck.emit()

    def repeat(self) -> None:
        """Put the last tags on the target once more."""
        if not self.is_seen():
            return
        self._remember_last()
        if self._last:
            known = set(self._reading.tags)
            self.put([tag for tag in self._last if tag in known])
        else:
            self.told.emit(self.tr("Nothing to repeat yet: put a tag on something first."))

    # Taking off

    def tags_on_target(self) -> tuple[TagId, ...]:
        """Return the tags of the passage that is the target."""
        passage = self._reading.current_passage()
        return self._tags_on(passage) if passage is not None else ()

    def take(
        self,
        passage: PassageId,
        tags: Iterable[TagId],
        dropping: bool = False,
        merge: str = "",
    ) -> None:
        """Take tags off; with `dropping`, a passage that is bare then goes as well.

        `merge` is as in `put`: what is put and taken in one opening of the box is one step.
        """
        chosen = list(tags)
        left = {tag: name for tag, name in self._before(merge).items() if tag not in chosen}
        off = self.tr("Take “{names}” off").format(names=self._names(chosen))
        label = self._label(left.values()) if left else off
        drops = dropping and self._is_bare_without(chosen, passage)

        def change() -> None:
            for tag in chosen:
                self._desk.taggings.take([passage], tag)
            if drops:
                self._desk.passages.remove([passage])

        where = self._reading.range_of(passage)
        self._session.do(label, change, self._place_of(passage), merge)
        if merge:
            self._last, self._merge = left, merge
        if drops and where is not None and self._view.target() is None:
            self._view.select_range(where)

    def _is_bare_without(self, tags: Iterable[TagId], passage: PassageId) -> bool:
        """Say whether a passage has no other tags than these, and no note."""
        return set(self._tags_on(passage)) <= set(tags) and not self._desk.notes.on_passage(passage)

    def take_from_target(self, tags: Iterable[TagId]) -> None:
        """Take tags off the passage that is the target."""
        passage = self._reading.current_passage()
        if passage is not None:
            self.take(passage, tags)

    def take_last(self, merge: str = "") -> None:
        """Take the newest tag off the target; `merge` is as in `put`."""
        tags, passage = self.tags_on_target(), self._reading.current_passage()
        if passage is not None and tags:
            newest = next((tag for tag in self.recent if tag in tags), tags[-1])
            self.take(passage, [newest], merge=merge)

    # Help for the above

    def set_sticky(self, on: bool) -> None:
        """Tag each selection at once with the last tag, or stop doing so."""
        self.sticky = on
        self._remember_last()
        if on and not self._last:
            self.told.emit(self.tr("The next tag you put on something will stick."))
        self.stuck.emit()

    def last_names(self) -> str:
        """Return the names of the tags that were put last and are still there."""
        return self._names(self._last)

    def _remember_last(self) -> None:
        """Go on with the last tag of the day before, where none was put since the start."""
        tag = None if self._last else self._desk.taggings.last_put()
        if tag is not None:
            self._last = {tag: self._names([tag])}

    def _tag_at_once(self) -> None:
        if self.sticky and self._last and isinstance(self._view.target(), TextRange):
            self.put(self._last)

    def _note_recent(self, tags: Iterable[TagId]) -> None:
        for tag in tags:
            self.recent = [tag, *(t for t in self.recent if t != tag)][:50]

    def _names(self, tags: Iterable[TagId]) -> str:
        known = self._reading.tags
        return listed(known[tag].name for tag in tags if tag in known)
