"""The passage panel in step with the target, and notes that are saved while they are typed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QUuid, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desk.core.text import make_visible
from desk.core.types import ArticleId, Changes, Passage, PassageId, Place, TagId
from desk.store.desk import Desk
from desk.ui.passage_panel.keeping import Keeping, Written
from desk.ui.passage_panel.other_notes import NoteOf, OtherNotes
from desk.ui.passage_panel.panel import PassagePanel
from desk.ui.reading.open_article import Reading
from desk.ui.saying import counted
from desk.ui.session import Session
from desk.ui.tagging.tagging import Tagging
from desk.ui.tags.book import TagBook


class Noting(QObject):
    """Shows the passage that is the target and its note; without one, the note on the article.

    Any other note is shown when it is asked for, until the target is another. `panel_wanted`
    says that the panel has to be seen; `told` carries a sentence for the reader.
    """

    panel_wanted = Signal()
    told = Signal(str)

    def __init__(
        self,
        session: Session,
        reading: Reading,
        tagging: Tagging,
        book: TagBook,
        panel: PassagePanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._desk = session.desk
        self._others = OtherNotes(session.desk)
        self._reading = reading
        self._book = book
        self._panel = panel
        self.keeping = Keeping(session, self)
        self._asked: NoteOf | None = None
        self._merge = ""  # tells a free note from the next while neither is on the desk
        self._before: QWidget | None = None
        panel.note_edited.connect(self.save)
        panel.other_note_edited.connect(self.save_other)
        panel.note_left.connect(self._leave)
        panel.note_rested.connect(self.keeping.end_step)
        panel.tag_removed.connect(lambda passage, tag: tagging.take(passage, [tag]))
        panel.remove_requested.connect(tagging.remove)
        tagging.note_wanted.connect(self.edit)
        reading.view.target_changed.connect(self._follow_target)
        reading.opened.connect(lambda _: self._follow_target())
        session.changed.connect(self._follow)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {
            "article.note": self.note_on_article,
            "tags.note": self.note_on_tag,
            "notes.new": self.new_note,
        }

    # Showing

    def show(self) -> None:
        """Show the note that was asked for, else the target with its note."""
        passage_id = self._reading.current_passage()
        if self._asked is not None:
            self._show_other(self._asked)
        elif passage_id is not None:
            self._show_passage(passage_id)
        elif self._reading.article is not None:
            self._show_other(NoteOf("article", self._reading.article.id))
        else:
            self._panel.show_passage(None, {})

    def _show_passage(self, passage_id: PassageId) -> None:
        number, total = map(counted, self._reading.ordinal(passage_id))
        position = self.tr("{n} of {m}").format(n=number, m=total)
        passage = self._desk.passages.get(passage_id)
        if (words := self.keeping.words(_key(passage))) is not None:
            passage = passage._replace(note=words)
        self._panel.show_passage(passage, self._reading.tags, position)

    def _show_other(self, note: NoteOf) -> None:
        if note.kind == "article":
            heading = self.tr("Article note")
            about = self.tr(
                "No passage is selected. Select words in the article and use 1 to 9, "
                "{passage.tag} or {passage.highlight}, or click a highlight."
            )
        elif note.kind == "tag":
            tag = self._reading.tags.get(TagId(note.id))
            heading, about = self.tr("Tag note"), make_visible(tag.path) if tag else ""
        else:
            heading = self.tr("Free note")
            about = self.tr("It stands in the list of notes, with those on passages.")
        words = self.keeping.words(self._key_of_other(note))
        if words is None:
            words = self._others.words(note)
        self._panel.show_note(note, heading, about, words)

    # Asking for a note

    def show_note(self, note: NoteOf) -> None:
        """Show a note that is on no passage, until the target is another."""
        self._panel.note.flush()
        self._asked = note
        self._merge = QUuid.createUuid().toString()
        self.panel_wanted.emit()
        self.show()

    def edit(self) -> None:
        """Put the keyboard into the note that is shown; Esc brings it back to where it is now."""
        self.panel_wanted.emit()
        focused = QApplication.focusWidget()
        if focused is not None and not self._panel.isAncestorOf(focused):
            self._before = focused
        self._panel.edit_note()

    def note_on_article(self) -> None:
        """Write the note on the open article."""
        if self._reading.article is not None:
            self.show_note(NoteOf("article", self._reading.article.id))
            self.edit()

    def note_on_tag(self) -> None:
        """Write the note on the tag that is current in the panel of tags."""
        tag = self._book.current()
        if tag is None:
            self.told.emit(self.tr("Choose a tag first: {view.next} leads to the panel of tags."))
        else:
            self.write_on_tag(tag.id)

    def write_on_tag(self, tag_id: TagId) -> None:
        """Write the note on a tag."""
        self.show_note(NoteOf("tag", tag_id))
        self.edit()

    def new_note(self) -> None:
        """Write a note that is on nothing."""
        self.show_note(NoteOf("free", 0))
        self.edit()

    def _leave(self) -> None:
        """Put the keyboard back to where it came from."""
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        else:
            self._reading.view.setFocus()

    # Saving

    def save(self, passage_id: PassageId, words: str) -> None:
        """Keep the note of a passage."""
        found = self._desk.passages.get_all([passage_id])
        if not found:
            return
        place = Place(found[0].article_id, found[0].start, found[0].end)
        note = Written(_key(found[0]), words, place)
        self.keeping.keep(
            note,
            lambda desk: desk.notes.write(words, passage=passage_id),
            partial(self.save, passage_id, words),
        )

    def save_other(self, note: NoteOf, words: str, key: str = "") -> None:
        """Keep a note that is on no passage.

        `key` is that of a free note which was typed before another was begun.
        """
        key = key or self._key_of_other(note)
        place = Place(ArticleId(note.id), 0, 0) if note.kind == "article" else None
        now = note

        def write(desk: Desk) -> None:
            nonlocal now
            written = OtherNotes(desk).write(note, words)
            if note.kind == "free" and key == self._key_of_other(note):
                now = NoteOf("free", written or 0)
                self._rename(note, now)  # before anyone is told that it changed

        again = partial(self.save_other, note, words, key)
        if not self.keeping.keep(Written(key, words, place), write, again):
            self._rename(now, note)

    def _key_of_other(self, note: NoteOf) -> str:
        return f"note/{note.kind}/{self._merge if note.kind == 'free' else note.id}"

    def _rename(self, before: NoteOf, now: NoteOf) -> None:
        """Follow a free note that came onto the desk with its first words, or went."""
        if self._asked == before:
            self._asked = now
        self._panel.rename_note(before, now)

    # Following

    def _follow_target(self) -> None:
        """Let go of what was asked for, unless it is being written."""
        if self._asked is not None and not self._panel.note.is_editing():
            self._asked = None
        self.show()

    def _follow(self, changes: Changes) -> None:
        self._drop_what_went()
        if changes.touches("tags", "articles", "notes") or changes.passage_ids():
            self.show()

    def _drop_what_went(self) -> None:
        asked = self._asked
        if asked is None:
            return
        if asked.kind == "free":
            if asked.id and not self._others.words(asked):
                self._rename(asked, NoteOf("free", 0))
        elif not self._is_there(asked):
            self._asked = None

    def _is_there(self, note: NoteOf) -> bool:
        if note.kind == "tag":
            return TagId(note.id) in self._reading.tags
        return self._desk.articles.has(ArticleId(note.id))


def _key(passage: Passage) -> str:
    return f"note/{passage.guid}"
