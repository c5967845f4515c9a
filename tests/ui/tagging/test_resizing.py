"""Moving the ends of a passage by keys, in the real window."""

import pytest

from desk.core.types import Draft, TextRange
from tests.ui.conftest import Reader


@pytest.mark.parametrize(
    ("keys", "quote"),
    [
        ("Shift+Right", "few safe places "),
        ("Shift+Left", "few safe place"),
        ("Ctrl+Shift+Right", "ew safe places"),
        ("Ctrl+Shift+Left", " few safe places"),
        ("Alt+Shift+Right", "few safe places in"),
        ("Alt+Shift+Left", "few safe"),
        ("Ctrl+Alt+Shift+Right", "safe places"),
        ("Ctrl+Alt+Shift+Left", "are few safe places"),
    ],
)
def test_ends_move_by_keys_and_tags_and_note_stay(reader: Reader, keys: str, quote: str) -> None:
    reader.make_tags("claim")
    reader.select("few safe places")
    reader.press("1", keys)
    assert reader.tags_of(quote) == ["claim"]
    reader.press("Ctrl+Z")
    assert reader.tags_of("few safe places") == ["claim"]


def test_presses_in_a_row_on_one_end_are_one_step(reader: Reader) -> None:
    reader.select("few safe places")
    reader.press("H", "Shift+Right", "Shift+Right", "Alt+Shift+Right")
    assert reader.quotes() == ["few safe places in"]
    reader.press("Ctrl+Shift+Left", "Ctrl+Shift+Left")
    assert reader.quotes() == ["e few safe places in"]
    reader.press("Ctrl+Z")
    assert reader.quotes() == ["few safe places in"]
    reader.press("Ctrl+Z")
    assert reader.quotes() == ["few safe places"]
    assert reader.view.selected_passage == reader.desk.passages.all()[0].id
    reader.press("Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert reader.quotes() == ["e few safe places in"]


def test_a_pause_or_another_deed_ends_a_row_of_presses(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.select("few safe places")
    reader.press("H", "Shift+Right", "1", "Shift+Right", "Ctrl+Z")
    assert reader.tags_of("few safe places ") == ["claim"]
    reader.window.tagging.presses.pause = -1
    reader.press("Shift+Right", "Shift+Right", "Ctrl+Z")
    assert reader.quotes() == ["few safe places i"]
    reader.window.tagging.presses.pause = 60_000
    reader.press("Esc", "Tab", "Shift+Right", "Shift+Left", "Ctrl+Z")
    assert reader.quotes() == ["few safe places i"]


def test_undoing_goes_to_the_passage_that_it_changed(reader: Reader) -> None:
    reader.select("few safe places")
    reader.press("H", "Shift+Left", "Esc", "Ctrl+Z")
    assert reader.view.selected_passage == reader.desk.passages.all()[0].id


def test_the_start_moves_by_word_to_the_words_of_the_line_above(reader: Reader) -> None:
    reader.select("Residents say")
    reader.press("H", "Ctrl+Alt+Shift+Left")
    assert reader.quotes() == ["it.\nResidents say"]
    reader.press("Ctrl+Alt+Shift+Right")
    assert reader.quotes() == ["Residents say"]


def test_ends_move_by_lines_too(reader: Reader) -> None:
    with reader.desk.step("Add"):
        article = reader.desk.articles.add(Draft("all the same words here " * 60))
    reader.window.reading.open(article)
    line = len(first_line(reader))
    reader.view.select_range(TextRange(4, 12))
    reader.press("H", "Shift+Down", "Shift+Down")
    passage = reader.desk.passages.all()[0]
    assert passage.start == 4
    assert abs(passage.end - 12 - 2 * line) < 8
    reader.press("Ctrl+Shift+Down", "Shift+Up", "Shift+Up", "Shift+Up")
    moved = reader.desk.passages.all()[0]
    assert abs(moved.start - 4 - line) < 8
    assert abs(moved.end - 12 - line) < 8
    assert reader.view.selected_passage == passage.id


def first_line(reader: Reader) -> str:
    block = reader.view.document().firstBlock()
    return block.text()[: block.layout().lineAt(0).textLength()]


def test_arrows_go_where_they_point_in_a_text_from_the_right(reader: Reader) -> None:
    words = "قال السكان إن هناك أماكن قليلة آمنة في المدينة."
    with reader.desk.step("Add"):
        article = reader.desk.articles.add(Draft(words, language="ar"))
    reader.window.reading.open(article)
    reader.select("السكان")
    reader.press("H", "Alt+Shift+Left")
    assert reader.quotes() == ["السكان إن"]
    reader.press("Alt+Shift+Right", "Ctrl+Alt+Shift+Right")
    assert reader.quotes() == ["قال السكان"]
