"""The open article in step with the desk."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from desk.core import ranges
from desk.core.types import Draft, Mark
from desk.store import passages
from desk.ui.reading.stepping import step_passage

LINES = "\n".join(f"Line {n} of a text that has a good many lines." for n in range(300))


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


@pytest.fixture
def long_article(reader, monkeypatch):
    """An article with 60 passages, of which five are read at a time; another one is open."""
    monkeypatch.setattr(passages, "AT_ONCE", 5)
    monkeypatch.setattr(ranges, "BLOCK", 1)  # lanes are settled so far ahead
    with reader.desk.step("Fill"):
        article = reader.desk.articles.add(Draft(LINES, title="Long"))
        other = reader.desk.articles.add(Draft("Something short.", title="Other"))
        starts = [LINES.index(f"Line {n} ") for n in range(0, 300, 5)]
        ids = [reader.desk.passages.add(article, start, start + 6) for start in starts]
    reader.window.reading.open(other)
    QApplication.processEvents()
    reader.window.reading.open(article)
    return ids


def test_passages_out_of_view_are_read_after_the_first_frame(reader, long_article, qtbot):
    view = reader.view
    facts = [label.text().replace("\u00a0", " ") for label in view.header.findChildren(QLabel)]
    assert any("60 passages" in text for text in facts)
    assert view.shown().index.read_to < LINES.index("Line 100 ")
    qtbot.waitUntil(lambda: view.shown().index.read_to > len(LINES), timeout=20_000)
    qtbot.waitUntil(lambda: len(view.map.ticks) > 50, timeout=20_000)
    assert [mark.id for mark in view.shown().index] == long_article


def test_keys_know_passages_that_were_not_read_yet(reader, long_article):
    reader.press("Tab")
    assert reader.view.selected_passage == long_article[0]
    reader.view.setFocus()
    reader.window.reading.open(reader.desk.articles.find("Other"))
    reader.window.reading.open(reader.desk.articles.find("Long"))
    step_passage(reader.window.reading, -1)
    assert reader.view.selected_passage == long_article[-1]
    assert reader.window.reading.ordinal(long_article[-1]) == (60, 60)


def test_what_is_marked_before_all_was_read_is_shown_once(reader, long_article):
    reader.window.session.do("Remove", lambda: reader.desk.passages.remove(long_article[1:2]))
    index = reader.view.shown().index
    assert [mark.id for mark in index] == [long_article[0], *long_article[2:]]
    reader.window.session.do("Mark", lambda: reader.desk.passages.add(reader.view.article_id, 1, 4))
    assert len(index) == 60
    assert sum(mark.start == 1 for mark in index) == 1


def test_a_desk_is_closed_while_passages_are_still_read(reader, long_article):
    reader.window.close()
    QApplication.processEvents()
    assert len(list(reader.view.shown().index)) < len(long_article)
