"""The open article in step with the desk."""

from PySide6.QtWidgets import QApplication

from desk.core.types import Mark


def test_a_passage_that_lost_its_quote_is_shown_as_misplaced(reader, herat):
    with reader.desk.step("Mark"):
        passage = reader.desk.passages.add(herat, 4, 9)
    reader.desk.connection.execute("UPDATE passages SET quote = 'other' WHERE id = ?", (passage,))
    reading = reader.window.reading
    reading.open(reader.desk.articles.find("Another"))
    reading.open(herat)
    QApplication.processEvents()
    mark: Mark = reader.view.shown().index.get(passage)
    assert mark.misplaced
