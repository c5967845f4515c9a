"""Tags as a whole, in the real window: delete with a preview, merge, note, filter, nest."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMessageBox

from desk.core.types import TagId
from desk.ui.tags.chooser import TagChooser
from desk.ui.tags.tree import sum_words
from tests.ui.conftest import Reader
from tests.ui.mouse import hover


@pytest.fixture
def tagged(reader: Reader) -> Reader:
    """The reader with "claim" on two passages and "claim/strong" on one, "place" on nothing."""

    def change() -> None:
        for quote, paths in {
            "few safe places": ["claim", "claim/strong"],
            "Some are armed": ["claim"],
        }.items():
            start = reader.view.shown().text.index(quote)
            article = reader.window.reading.article.id
            passage = reader.desk.passages.add(article, start, start + len(quote))
            for path in paths:
                reader.desk.taggings.put([passage], reader.desk.tags.ensure(path))
        reader.desk.tags.ensure("place")

    reader.window.session.do("Tags", change)
    return reader


def tag(reader: Reader, path: str) -> TagId:
    return reader.desk.tags.find(path)


def paths(reader: Reader) -> list[str]:
    return [tag.path for tag in reader.desk.tags.all()]


def current(reader: Reader, path: str) -> None:
    """Make a tag current with the keyboard in the tree."""
    reader.window.tags.set_current(tag(reader, path))
    reader.window.tags.view.setFocus()


def menu_row(reader: Reader, path: str, words: str) -> QAction:
    view = reader.window.tags.view
    menu = view.menu(reader.desk.tags.get(tag(reader, path)))
    return next(action for action in menu.actions() if action.text() == words)


def box(reader: Reader) -> QMessageBox | None:
    QApplication.processEvents()
    return next((b for b in reader.window.findChildren(QMessageBox) if b.isVisible()), None)


def answer(reader: Reader, words: str) -> None:
    found = box(reader)
    next(button for button in found.buttons() if button.text() == words).click()
    QApplication.processEvents()


def opacities(reader: Reader) -> dict[str, float]:
    page = reader.view.shown()
    return {page.text[m.start : m.end]: page.highlights.opacity(m) for m in page.index}


def test_a_tag_on_nothing_goes_at_once_and_comes_back(tagged: Reader) -> None:
    current(tagged, "place")
    tagged.press("Del")
    assert box(tagged) is None
    assert paths(tagged) == ["claim", "claim/strong"]
    assert tagged.told() == "Tag “place” deleted"
    tagged.window.messages.toast.button.click()
    assert paths(tagged) == ["claim", "claim/strong", "place"]


def test_before_a_tag_goes_it_is_told_what_hangs_on_it(tagged: Reader) -> None:
    current(tagged, "claim")
    tagged.press("Del")
    words = box(tagged).text()
    assert "Delete the tag “claim”?" in words
    assert "Passages that lose it and stay: 2" in words
    assert "Tags under it that move up: 1" in words
    assert "note" not in words
    answer(tagged, "Cancel")
    assert paths(tagged) == ["claim", "claim/strong", "place"]
    tagged.window.actions_["tags.remove"].trigger()
    answer(tagged, "Delete")
    assert paths(tagged) == ["place", "strong"]
    assert tagged.tags_of("Some are armed") == []
    assert tagged.tags_of("few safe places") == ["strong"]
    tagged.window.messages.toast.button.click()
    assert tagged.tags_of("few safe places") == ["claim", "claim/strong"]


def test_where_a_tag_goes_the_next_row_takes_the_keyboard(tagged: Reader) -> None:
    book, view = tagged.window.tag_book, tagged.window.tags.view
    tagged.desk_step("Tags", lambda: tagged.desk.tags.ensure("verb"))
    current(tagged, "place")
    tagged.press("Del")
    assert book.current().path == "verb"
    tagged.press("Ctrl+Z")
    assert (book.current().path, view.hasFocus()) == ("verb", True)
    tagged.press("Up")
    assert book.current().path == "place"
    current(tagged, "verb")
    tagged.press("Del")
    assert book.current().path == "place"  # the last one has none after it
    current(tagged, "claim")
    tagged.press("Del")
    tagged.press("Return", on=box(tagged))
    assert (book.current().path, view.hasFocus()) == ("strong", True)
    tagged.press("Ctrl+Z", "Up", "F2")
    assert QApplication.focusWidget().text() == "claim"


def test_after_a_merge_the_keyboard_is_on_what_there_is_now(tagged: Reader) -> None:
    current(tagged, "place")
    menu_row(tagged, "place", "Merge into…").trigger()
    tagged.type("strong")
    tagged.press("Return")
    answer(tagged, "Merge")
    assert tagged.window.tag_book.current().path == "claim/strong"
    assert tagged.window.tags.view.hasFocus()


def test_a_note_on_a_tag_is_written_by_its_menu_and_not_lost_unasked(tagged: Reader) -> None:
    menu_row(tagged, "place", "Note…").trigger()
    tagged.type("Only towns.")
    tagged.press("Esc")
    assert tagged.desk.notes.on_tag(tag(tagged, "place")) == "Only towns."
    menu_row(tagged, "place", "Delete").trigger()
    assert "Its note goes with it." in box(tagged).text()
    answer(tagged, "Delete")
    tagged.press("Ctrl+Z")
    assert tagged.desk.notes.on_tag(tag(tagged, "place")) == "Only towns."


def test_merging_by_the_menu_says_how_many_passages_move(tagged: Reader) -> None:
    menu_row(tagged, "claim", "Merge into…").trigger()
    chooser = next(iter(tagged.window.findChildren(TagChooser)))
    assert chooser.field.placeholderText() == "Merge “claim” into which tag?"
    tagged.type("pla")
    tagged.press("Return")
    words = box(tagged).text()
    assert "Passages that will carry “place” in its place: 2" in words
    assert "Tags under it that move along: 1" in words
    assert "carry both already" not in words
    answer(tagged, "Merge")
    assert tagged.tags_of("Some are armed") == ["place"]
    assert set(tagged.tags_of("few safe places")) == {"place", "place/strong"}
    tagged.press("Ctrl+Z")
    assert tagged.tags_of("Some are armed") == ["claim"]


def test_renaming_onto_another_offers_the_merge(tagged: Reader) -> None:
    book = tagged.window.tag_book
    book.edit(tagged.desk.tags.get(tag(tagged, "place"))._replace(name="claim"))
    assert "will carry “claim”" in box(tagged).text()
    answer(tagged, "Merge")
    assert paths(tagged) == ["claim", "claim/strong"]


def test_nesting_where_the_name_is_taken_offers_the_merge_too(tagged: Reader) -> None:
    with tagged.desk.step("Tags"):
        loose = tagged.desk.tags.ensure("strong")
        tagged.desk.taggings.put([p.id for p in tagged.desk.passages.all()], loose)
        tagged.desk.notes.write("Sure?", tag=loose)
    tagged.window.tags.move_requested.emit(loose, tag(tagged, "claim"))
    words = box(tagged).text()
    assert "Passages that will carry “strong” in its place: 2" in words
    assert "Of these carry both already: 1" in words
    assert "Its note is added" in words
    answer(tagged, "Merge")
    assert paths(tagged) == ["claim", "claim/strong", "place"]
    assert tagged.desk.notes.on_tag(tag(tagged, "claim/strong")) == "Sure?"


def test_a_passage_with_two_tags_of_a_branch_counts_once(tagged: Reader) -> None:
    QApplication.processEvents()
    model = tagged.window.tags.model
    claim = model.index_of(tag(tagged, "claim"))
    assert sum_words(claim) == ""  # both passages carry the tag itself
    tagged.select("Residents")
    tagged.window.tagging.put([tag(tagged, "claim/strong")])
    QApplication.processEvents()
    assert sum_words(claim) == "Σ 3"


def test_filtering_by_a_tag_fades_the_others_until_it_ends(tagged: Reader) -> None:
    row = menu_row(tagged, "claim/strong", "Filter by this tag")
    assert not row.isChecked()
    row.trigger()
    faded = opacities(tagged)
    assert faded["few safe places"] == 1
    assert faded["Some are armed"] < 1
    assert tagged.window.actions_["tags.filter"].isChecked()
    tagged.window.actions_["article.next"].trigger()
    tagged.window.actions_["article.previous"].trigger()
    assert opacities(tagged)["Some are armed"] < 1
    row = menu_row(tagged, "claim/strong", "Filter by this tag")
    assert row.isChecked()
    row.trigger()
    assert set(opacities(tagged).values()) == {1}
    current(tagged, "claim")
    tagged.window.actions_["tags.filter"].trigger()
    assert set(opacities(tagged).values()) == {1}
    tagged.window.tag_book.remove(tag(tagged, "claim"))
    assert not tagged.window.actions_["tags.filter"].isChecked()


def test_hovering_over_a_tag_singles_its_passages_out(tagged: Reader) -> None:
    view = tagged.window.tags.view
    port = view.viewport()
    place = view.visualRect(tagged.window.tags.model.index_of(tag(tagged, "claim/strong")))
    hover(port, QPoint(5, port.height() - 2))
    hover(port, place.center())
    assert opacities(tagged)["few safe places"] == 1
    assert opacities(tagged)["Some are armed"] < 1
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert set(opacities(tagged).values()) == {1}


def test_nesting_recolouring_and_pinning_are_one_step_each(tagged: Reader) -> None:
    panel = tagged.window.tags
    data = panel.model.mimeData([panel.model.index_of(tag(tagged, "place"))])
    over = panel.model.index_of(tag(tagged, "claim"))
    panel.model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, over)
    assert paths(tagged) == ["claim", "claim/place", "claim/strong"]
    panel.pin_requested.emit(tag(tagged, "claim/place"), 5)
    edited = tagged.desk.tags.get(tag(tagged, "claim/place"))
    tagged.window.tag_book.edit(edited._replace(colour="#009E73", description="Towns"))
    labels = [tagged.desk.undo_label]
    for _ in range(3):
        tagged.press("Ctrl+Z")
        labels.append(tagged.desk.undo_label)
    assert labels == ["Edit tag “place”", "Key of “place”", "Move “place”", "Tags"]
    assert paths(tagged) == ["claim", "claim/strong", "place"]
