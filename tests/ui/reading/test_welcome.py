"""The first minute: what an empty window says, and that it is gone when there is an article."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.conftest import TEXT, Reader


def test_an_empty_desk_says_how_to_begin(empty: Reader) -> None:
    welcome = empty.window.welcome
    assert welcome.isVisible()
    assert not empty.view.verticalScrollBar().isVisible()
    assert welcome.title.text() == "Nothing to read yet"
    assert "paste one with Ctrl+V" in welcome.words.text()
    assert not [d for d in empty.window.findChildren(QDialog) if d.isVisible()]


def test_it_goes_with_the_first_article_and_comes_back_with_the_last(empty: Reader) -> None:
    QApplication.clipboard().setText(TEXT)
    assert empty.view.hasFocus()
    empty.press("Ctrl+V")
    assert not empty.window.welcome.isVisible()
    assert empty.view.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    empty.window.actions_["article.remove"].trigger()
    assert empty.window.welcome.isVisible()
    empty.press("Ctrl+Z")
    assert not empty.window.welcome.isVisible()


def test_it_covers_the_view_at_any_size_and_takes_on_the_theme(empty: Reader) -> None:
    window = empty.window
    window.resize(900, 600)
    QApplication.processEvents()
    assert window.welcome.geometry() == empty.view.rect()
    window.actions_["theme.dark"].trigger()
    paper = window.looks.theme.paper
    assert window.welcome.grab().toImage().pixelColor(4, 4).name() == paper.lower()


def test_the_palette_finds_and_runs_an_action(reader: Reader) -> None:
    reader.press("Ctrl+K")
    reader.type("next sent")
    reader.press("Return")
    assert reader.focused().startswith("Dr. Ahmad")
    assert reader.view.hasFocus()
    reader.press("Ctrl+Shift+P", "Esc")
    assert reader.view.hasFocus()


def test_the_status_line_says_what_the_next_key_does(reader: Reader) -> None:
    hint = reader.window.status_line.hint
    assert hint.text().startswith("J: next sentence")
    reader.press("J")
    assert hint.text().startswith("1–9 tags the sentence")
    reader.press("H", "Tab")
    assert hint.text().startswith("1–9 tags the passage")


def test_while_a_field_takes_the_digits_the_line_promises_no_tags(reader: Reader) -> None:
    hint = reader.window.status_line.hint
    reader.press("J", "N")
    assert hint.text() == "Esc: back to the article"
    reader.press("Esc")
    assert hint.text().startswith("1–9 tags")
    reader.press("Ctrl+Shift+F")
    assert hint.text() == ""
    reader.press("Esc", "Esc")
    reader.view.setFocus()
    assert hint.text().startswith("1–9 tags")
