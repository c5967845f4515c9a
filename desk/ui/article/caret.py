"""The caret in an article, and the text that is selected from it."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from desk.core.types import TextRange
from desk.ui.article.canvas import Canvas


class CaretView(Canvas):
    """A canvas on which text can be selected; positions are those of the article."""

    def selected_range(self) -> TextRange | None:
        """Return the range of the selected text."""
        cursor = self.textCursor()
        if self.page is None or not cursor.hasSelection():
            return None
        return self.page.range_of(cursor.selectionStart(), cursor.selectionEnd())

    def select_range(self, where: TextRange) -> None:
        """Select text, as the reader would with the mouse."""
        page = self.shown()
        cursor = QTextCursor(page.document)
        cursor.setPosition(page.offsets.to_utf16(where.start))
        cursor.setPosition(page.offsets.to_utf16(where.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected text as it is stored, letter for letter."""
        data = QMimeData()
        where = self.selected_range()
        if where is not None:
            data.setText(self.shown().text[where.start : where.end])
        return data

    def put_caret(self, position: int) -> None:
        """Take the caret along, unseen: from there it goes on, and a screen reader follows it."""
        cursor = self.textCursor()
        cursor.setPosition(self.shown().offsets.to_utf16(position))
        self.setTextCursor(cursor)

    def drop_selection(self) -> None:
        """Let no text be selected."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)
