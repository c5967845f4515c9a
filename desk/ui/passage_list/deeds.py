"""What keys, clicks and the menu do in the list of passages and notes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desk.core.errors import UserError
from desk.core.message import plural
from desk.core.row_filter import ListRow
from desk.core.types import NoteRow
from desk.ui.actions.actions import Actions
from desk.ui.actions.digit_keys import tagging_digit
from desk.ui.passage_list.panel import PassageListView
from desk.ui.passage_list.tagging import RowTagging, place_of_one
from desk.ui.passage_panel.noting import Noting
from desk.ui.passage_panel.other_notes import NoteOf
from desk.ui.reading.open_article import Reading
from desk.ui.saying import said


class RowDeeds(QObject):
    """Goes to rows and removes them; tagging is left to `RowTagging`.

    The keys are those of the actions in the article. `removed` carries a sentence for what an
    undo would bring back.
    """

    removed = Signal(str)

    def __init__(
        self,
        view: PassageListView,
        reading: Reading,
        noting: Noting,
        tagging: RowTagging,
        actions: Actions,
        window: QWidget,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._reading = reading
        self._session = reading.session
        self._desk = reading.session.desk
        self._noting = noting
        self._tagging = tagging
        self._actions = actions
        self._window = window
        self._deeds: dict[str, Callable[[], None]] = {
            "passage.tag": self._tagging.open_box,
            "passage.untag": self._tagging.untag,
            "passage.note": self.edit_note,
            "edit.copy": self.copy,
            "passage.remove": self.remove,
        }
        view.installEventFilter(self)
        view.go_requested.connect(self.go)
        view.menu_requested.connect(self._show_menu)

    # Keys and menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean something here, before the window does."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if not isinstance(event, QKeyEvent) or event.type() not in kinds:
            return super().eventFilter(watched, event)
        deed = self._deed_of(event)
        if deed is None:
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            deed()
        return True

    def _deed_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.key() == Qt.Key.Key_Escape:
            return self._reading.view.setFocus
        digit = tagging_digit(event, self._window)
        if digit is not None:
            return lambda: self._tagging.press_number(digit)
        pressed = QKeySequence(event.keyCombination())
        actions = self._actions
        found = (do for name, do in self._deeds.items() if pressed in actions[name].shortcuts())
        return next(found, None)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        actions = self._actions
        for name, do in self._deeds.items():
            menu.addAction(actions[name].text(), do).setShortcuts(actions[name].shortcuts())
        menu.popup(at)

    # Going there

    def go(self, row: ListRow, by_key: bool) -> None:
        """Go to the place of a passage or note, and show a note beside the text.

        By the keyboard, a note is there to be written at once.
        """
        try:
            self._show_place(row)
        except UserError as error:
            self._session.failed.emit(error)
            return
        if by_key and isinstance(row, NoteRow):
            self._noting.edit()

    def _show_place(self, row: ListRow) -> None:
        if not isinstance(row, NoteRow):
            self._reading.go_to(row.id)
        elif row.passage_id is not None:
            self._reading.go_to(row.passage_id)
        elif row.tag_id is not None:
            self._noting.show_note(NoteOf("tag", row.tag_id))
        elif row.article_id is None:
            self._noting.show_note(NoteOf("free", row.id))
        elif self._reading.open(row.article_id):
            self._noting.show_note(NoteOf("article", row.article_id))

    def edit_note(self) -> None:
        """Put the keyboard into the note of the current row."""
        row = self._view.current_row()
        if row is not None:
            self.go(row, by_key=False)
            self._noting.edit()

    # Removing

    def remove(self) -> None:
        """Take what is selected off the desk, as one step."""
        rows = self._view.selected_rows()
        if not rows:
            return
        notes = [row.id for row in rows if isinstance(row, NoteRow)]
        passages = [row.id for row in rows if not isinstance(row, NoteRow)]
        label, told = self._words_for_removing(len(rows), bool(notes))

        def change() -> bool:
            self._desk.notes.remove(notes)
            self._desk.passages.remove(passages)
            return True

        if self._session.do(label, change, place_of_one(rows)):
            self.removed.emit(told)

    def _words_for_removing(self, count: int, notes: bool) -> tuple[str, str]:
        """Return the label of the step and the sentence about it."""
        if notes:
            label = plural(count, "Remove note", "Remove %Ln notes")
            told = plural(count, "Note removed", "%Ln notes removed")
        else:
            label = plural(count, "Remove passage", "Remove %Ln passages")
            told = plural(count, "Passage removed", "%Ln passages removed")
        return said(label), said(told)

    def copy(self) -> None:
        """Put the selected quotes, or notes, on the clipboard, a blank line between them."""
        rows = self._view.selected_rows()
        words = [row.note if isinstance(row, NoteRow) else row.quote for row in rows]
        if words:
            QGuiApplication.clipboard().setText("\n\n".join(words))
