"""The passage panel in step with the target, and notes that are saved while they are typed."""

from PySide6.QtCore import QObject

from desk.core.types import Changes, PassageId, Place
from desk.ui.panels.passage import PassagePanel
from desk.ui.reading import Reading
from desk.ui.session import Session
from desk.ui.tagging import Tagging


class Noting(QObject):
    """Shows the passage that is the target and keeps its note."""

    def __init__(
        self,
        session: Session,
        reading: Reading,
        tagging: Tagging,
        panel: PassagePanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._desk = session.desk
        self._reading = reading
        self._panel = panel
        panel.note_edited.connect(self.save)
        panel.note_left.connect(reading.view.setFocus)
        panel.tag_removed.connect(lambda passage, tag: tagging.take(passage, [tag]))
        panel.remove_requested.connect(tagging.remove)
        tagging.note_wanted.connect(panel.edit_note)
        reading.view.target_changed.connect(self.show)
        reading.opened.connect(lambda _: self.show())
        session.changed.connect(self._follow)

    def show(self) -> None:
        """Show the passage that is the target, or that there is none."""
        passage_id = self._reading.current_passage()
        if passage_id is None:
            self._panel.show_passage(None, {})
            return
        position = self.tr("{n} of {m}").format(
            **dict(zip("nm", self._reading.ordinal(passage_id), strict=True))
        )
        passage = self._desk.passages.get(passage_id)
        self._panel.show_passage(passage, self._reading.tags, position)

    def save(self, passage_id: PassageId, words: str) -> None:
        """Keep the note of a passage; what is typed in one go is one step."""
        found = self._desk.passages.get_all([passage_id])
        if not found:
            return
        place = Place(found[0].article_id, found[0].start, found[0].end)

        def change() -> bool:
            self._desk.notes.write(words, passage=passage_id)
            return True

        if self._session.do(self.tr("Note"), change, place, merge=f"note/{found[0].guid}"):
            self._panel.show_saved()

    def _follow(self, changes: Changes) -> None:
        if changes.touches("tags", "articles") or changes.passage_ids():
            self.show()
