"""Each row of the table of keys, driven in the real window by keyboard and by mouse.

`ROWS` is the table of "Tagging" in the specification of the window, row for row. Each function
below drives one row in one way; `test_no_row_is_left_out` holds the two against each other.
"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint

from desk.ui.article.overlays import handle_points
from desk.ui.passage_panel.chips import Chip
from tests.ui.conftest import TEXT, Reader
from tests.ui.mouse import by_menu, click, click_bar, click_words, drag, drag_between, spot

ROWS = {
    "J / K": "next / previous sentence; Shift extends; Alt+J / Alt+K by paragraph",
    "selection": "arrows with Shift, mouse drag; double-click word, then sentence, then paragraph",
    "1 to 9, 0": "put the tag with that key on; again takes it off; on a passage it adds",
    "T": "any tag: exact, word prefix, fuzzy; recent first; new; nested; add and stay; last off",
    ".": "repeat the last tagging on the next target",
    "H": "plain highlight",
    "N": "note: focus in the note field, Esc comes back to the same place",
    "U": "take tags off: asks which when there are several",
    "Delete": "remove the passage; a toast offers Undo, nothing asks first",
    "resize": "Shift+arrows move the end; with Ctrl the start; Alt by word; tags and note stay",
    "Tab, O": "next / previous passage; cycle through those that overlap here",
    "Space, /, F3": "page; find; next hit",
    "Ctrl+Enter": "article done, open the next unread",
    "Ctrl+Z": "undo, redo: everything, with the name of what it undoes",
}
FIRST, SECOND = "Dr. Ahmad said the U.S. troops had left.", "He was sure of it."
THIRD = "Residents say there are few safe places in the city."
PARAGRAPHS = TEXT.split("\n")

Drive = Callable[[Reader], None]
DRIVES: list[tuple[str, str, Drive]] = []


def row(keys: str, way: str) -> Callable[[Drive], Drive]:
    """Note that a function drives a row of the table by "keyboard" or "mouse"."""

    def note(drive: Drive) -> Drive:
        DRIVES.append((keys, way, drive))
        return drive

    return note


@row("J / K", "keyboard")
def sentences_and_paragraphs_by_keys(reader: Reader) -> None:
    seen = []
    for keys in ("J", "J", "K", "Shift+J", "Shift+K", "Alt+J", "Alt+K"):
        reader.press(keys)
        seen.append(reader.focused())
    assert seen == [FIRST, SECOND, FIRST, PARAGRAPHS[0], FIRST, PARAGRAPHS[1], PARAGRAPHS[0]]
    reader.press("Esc")
    assert reader.view.target() is None


@row("J / K", "mouse")
def a_click_says_where_the_next_sentence_is(reader: Reader) -> None:
    click_words(reader, "sure of")
    by_menu(reader, "Passage", "Go to", name="sentence.next")
    assert reader.focused() == SECOND
    by_menu(reader, "Passage", "Go to", name="paragraph.next")
    assert reader.focused() == PARAGRAPHS[1]


@row("selection", "keyboard")
def arrows_select(reader: Reader) -> None:
    reader.press("J", "J", "Shift+Right", "Shift+Right")
    assert reader.selected() == "He"  # it begins where the focus is
    reader.press("Ctrl+A")
    assert reader.selected() == TEXT


@row("selection", "mouse")
def the_mouse_selects_by_drag_and_by_clicks(reader: Reader) -> None:
    drag(reader, "few safe places")
    assert reader.selected() == "few safe places"
    bar = reader.window.popups.bar
    found = []
    for times in (2, 3, 4):
        click_words(reader, "armed", times)
        found.append(reader.selected())
        # It may stand there from the click before, and is whole then too.
        assert all(bar.rect().contains(button.geometry()) for button in bar.buttons())
        assert all(button.isVisible() for button in bar.buttons())
    assert found == ["armed", "Some are armed.", PARAGRAPHS[1]]
    assert bar.isVisible()


@row("1 to 9, 0", "keyboard")
def digits_put_tags_on_and_off(reader: Reader) -> None:
    reader.make_tags(*"abcdefghi")
    reader.desk_step("Pin", lambda: reader.desk.tags.pin(reader.desk.tags.ensure("zero"), 0))
    reader.press("J", "0", "1", "9")
    assert reader.tags_of(FIRST) == ["a", "i", "zero"]
    reader.press("9", "0")
    assert reader.tags_of(FIRST) == ["a"]
    reader.press("Esc", "Tab", "2")
    assert reader.tags_of(FIRST) == ["a", "b"]
    reader.select("few safe places")
    reader.press("1")
    assert reader.tags_of("few safe places") == ["a"]


@row("1 to 9, 0", "mouse")
def one_click_tags(reader: Reader) -> None:
    reader.make_tags("claim", "place")
    drag(reader, "few safe places")
    swatches = reader.window.popups.bar.buttons()[:2]
    assert [(each.text(), each.keys) for each in swatches] == [("claim", "1"), ("place", "2")]
    click_bar(reader, "place")
    assert reader.tags_of("few safe places") == ["place"]
    tags = reader.window.tags
    for _ in range(2):
        click(tags.view.viewport(), tags.view.visualRect(tags.model.index(0, 0)).center())
    assert reader.tags_of("few safe places") == ["place"]  # on, and off again


@row("T", "keyboard")
def any_tag_by_a_few_letters(reader: Reader) -> None:
    reader.make_tags("claim", "reclaimed", "source/unnamed", "place")
    reader.press("J", "T")
    reader.type("claim")
    assert reader.choices()[0] == "claim"  # the exact name
    reader.press("Ctrl+A")
    reader.type("unn")
    assert reader.choices()[0] == "source/unnamed"  # the beginning of a word
    reader.press("Ctrl+A")
    reader.type("palce")
    assert "place" in reader.choices()  # a slip of the hand
    reader.press("Ctrl+A")
    reader.type("clai")
    reader.press("Shift+Return")
    reader.type("pl,")
    assert reader.tags_of(FIRST) == ["claim", "place"]
    reader.press("Backspace", "Esc", "J", "T")
    assert reader.choices()[:2] == ["place", "claim"]  # recent ones first
    reader.type("war/crime")
    reader.press("Return")
    assert reader.tags_of(SECOND) == ["war/crime"]
    assert reader.tags_of(FIRST) == ["claim"]
    reader.press("J", "T")
    reader.type("clam")
    assert "close to “claim”" in reader.window.popups.box.rows.choices[-1].detail
    reader.press("Esc")
    assert reader.view.hasFocus()
    assert len(reader.quotes()) == 2


@row("T", "mouse")
def any_tag_from_the_bar(reader: Reader) -> None:
    reader.make_tags("claim", "place")
    drag(reader, "few safe places")
    click_bar(reader, "Tag…")
    box = reader.window.popups.box
    number = reader.choices().index("place")
    click(box.list.viewport(), box.list.visualRect(box.rows.index(number)).center())
    assert reader.tags_of("few safe places") == ["place"]
    assert box.isHidden()


@row(".", "keyboard")
def the_dot_repeats(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.press("J", "1", "J", ".")
    assert reader.tags_of(SECOND) == ["claim"]


@row(".", "mouse")
def the_menu_repeats(reader: Reader) -> None:
    reader.make_tags("claim")
    drag(reader, "few safe places")
    click_bar(reader, "claim")
    drag(reader, "Some are armed")
    by_menu(reader, "Passage", name="passage.repeat")
    assert reader.tags_of("Some are armed") == ["claim"]


@row("H", "keyboard")
@row("H", "mouse")
def h_highlights(reader: Reader) -> None:
    reader.press("J", "H")
    drag(reader, "few safe places")
    by_menu(reader, "Passage", name="passage.highlight")
    assert reader.quotes() == [FIRST, "few safe places"]
    assert reader.tags_of(FIRST) == reader.tags_of("few safe places") == []


@row("N", "keyboard")
def n_writes_a_note_and_esc_comes_back(reader: Reader) -> None:
    reader.press("J", "J", "N")
    reader.type("Who says so?")
    reader.press("Esc")
    assert reader.view.hasFocus()
    assert reader.focused() == SECOND
    assert reader.notes() == ["Who says so?"]


@row("N", "mouse")
def the_bar_leads_to_the_note(reader: Reader) -> None:
    drag(reader, "few safe places")
    click_bar(reader, "Note")
    reader.type("Which?")
    click_words(reader, "sure of it")
    assert reader.notes() == ["Which?"]
    assert reader.quotes() == ["few safe places"]


@row("U", "keyboard")
def u_takes_tags_off(reader: Reader) -> None:
    reader.make_tags("claim", "place")
    reader.press("J", "1", "U")
    assert reader.tags_of(FIRST) == []
    reader.press("1", "2", "U")
    assert reader.choices() == ["claim", "place", "All of them"]
    reader.type("pl")
    reader.press("Return")
    assert reader.tags_of(FIRST) == ["claim"]
    reader.press("2", "U", "Up", "Return")
    assert reader.tags_of(FIRST) == []


@row("U", "mouse")
def the_cross_of_a_chip_takes_a_tag_off(reader: Reader) -> None:
    reader.make_tags("claim", "place")
    reader.select("few safe places")
    reader.press("1", "2")
    chip: Chip = reader.window.passage.chips.chips()[0]
    click(chip, chip._cross().center())
    assert reader.tags_of("few safe places") == ["place"]


@row("Delete", "keyboard")
def delete_offers_undo(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.press("J")
    for key in ("Del", "Backspace"):
        reader.press("1", key)
        assert reader.quotes() == []
        assert reader.told() == "Passage removed"
        reader.press("Ctrl+Z")
        assert reader.tags_of(FIRST) == ["claim"]
        reader.press("Ctrl+Z")


@row("Delete", "mouse")
def the_bin_removes_and_the_toast_brings_back(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.select("few safe places")
    reader.press("1")
    click(reader.window.passage.remove_button)
    assert reader.quotes() == []
    click(reader.window.messages.toast.button)
    assert reader.tags_of("few safe places") == ["claim"]


@row("resize", "keyboard")
def arrows_move_the_ends(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.select("few safe places")
    reader.press("1", "N")
    reader.type("Which?")
    reader.press("Esc")
    moves = {
        "Shift+Right": "few safe places ", "Shift+Left": "few safe places",
        "Ctrl+Shift+Right": "ew safe places", "Ctrl+Shift+Left": "few safe places",
        "Alt+Shift+Right": "few safe places in", "Alt+Shift+Left": "few safe places",
        "Ctrl+Alt+Shift+Right": "safe places", "Ctrl+Alt+Shift+Left": "few safe places",
        "Shift+Down": "few safe places in the city.",
    }  # fmt: skip
    for keys, quote in moves.items():
        reader.press(keys)
        assert reader.quotes()[0].startswith(quote), keys
    assert reader.tags_of(reader.quotes()[0]) == ["claim"]
    assert reader.notes() == ["Which?"]


@row("resize", "mouse")
def the_handles_can_be_dragged(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.select("few safe places")
    reader.press("1")
    for end, word in ((1, "city"), (0, "there")):
        _, knob = handle_points(reader.view.shown())[end]
        up = QPoint(0, reader.view.verticalScrollBar().value())
        goal = spot(reader, word)
        drag_between(reader.view.viewport(), knob.toPoint() - up, goal)
    quote = reader.quotes()[0]
    assert " are few safe places in the c" in quote
    assert reader.tags_of(quote) == ["claim"]


@row("Tab, O", "keyboard")
def tab_and_o_go_through_passages(reader: Reader) -> None:
    long, short = reader.mark(THIRD, "few safe")
    seen = []
    for keys in ("Tab", "Tab", "Tab", "Shift+Tab", "O", "O"):
        reader.press(keys)
        seen.append(reader.view.selected_passage)
    assert seen == [long, short, long, short, long, short]


@row("Tab, O", "mouse")
def clicks_go_through_passages(reader: Reader) -> None:
    long, short = reader.mark(THIRD, "few safe")
    seen = []
    for _ in range(3):
        click_words(reader, "few safe")
        seen.append(reader.view.selected_passage)
    assert seen == [short, long, short]
    click(reader.window.passage.next_button)
    assert reader.view.selected_passage == long
    click(reader.window.passage.previous_button)
    assert reader.view.selected_passage == short


@row("Space, /, F3", "keyboard")
def space_pages_and_slash_finds(reader: Reader) -> None:
    reader.open("\n".join(f"Line {n} is so." for n in range(200)))
    bar = reader.view.verticalScrollBar()
    reader.press("Space")
    page = bar.value()
    assert page > reader.view.viewport().height() // 2
    reader.press("Shift+Space")
    assert bar.value() < page // 4
    reader.press("/", "Esc", "Ctrl+F")
    reader.type("so")
    assert reader.window.finding.bar.count.text() == "1 of 200"
    reader.press("F3")
    assert reader.window.finding.bar.count.text() == "2 of 200"
    reader.press("Esc", "F3")
    assert reader.told() == "“so”: 3 of 200"


@row("Space, /, F3", "mouse")
def the_bar_of_the_search_goes_on(reader: Reader) -> None:
    reader.open("\n".join(f"Line {n} is so." for n in range(200)))
    by_menu(reader, "Edit", name="find.open")
    reader.type("so")
    bar = reader.window.finding.bar
    click(bar.next)
    assert bar.count.text() == "2 of 200"
    click(bar.previous)
    assert bar.count.text() == "1 of 200"
    click(bar.close_button)
    assert reader.view.hasFocus()


@row("Ctrl+Enter", "keyboard")
@row("Ctrl+Enter", "mouse")
def done_opens_the_next(reader: Reader) -> None:
    reader.press("Ctrl+Return")
    assert reader.desk.articles.rows()[0].status == "done"
    by_menu(reader, "Article", name="article.previous")
    by_menu(reader, "Article", name="article.done")
    assert reader.window.reading.article.title == "Another"


@row("Ctrl+Z", "keyboard")
def undo_and_redo_by_name(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.press("J", "1", "N")
    reader.type("Who?")
    reader.press("Esc")
    undo, redo = (reader.window.actions_[f"edit.{name}"] for name in ("undo", "redo"))
    assert undo.text() == "Undo Note"
    reader.press("Ctrl+Z")
    assert (undo.text(), redo.text()) == ("Undo Tag “claim”", "Redo Note")
    reader.press("Ctrl+Z")
    assert reader.quotes() == []
    reader.press("Ctrl+Shift+Z", "Ctrl+Y")
    assert reader.tags_of(FIRST) == ["claim"]
    assert reader.notes() == ["Who?"]


@row("Ctrl+Z", "mouse")
def undo_and_redo_by_the_menu(reader: Reader) -> None:
    drag(reader, "few safe places")
    by_menu(reader, "Passage", name="passage.highlight")
    by_menu(reader, "Edit", name="edit.undo")
    assert reader.quotes() == []
    by_menu(reader, "Edit", name="edit.redo")
    assert reader.quotes() == ["few safe places"]


@pytest.mark.parametrize(
    "drive", [drive for _, _, drive in DRIVES], ids=[f"{k} - {way}" for k, way, _ in DRIVES]
)
def test_row(reader: Reader, drive: Drive) -> None:
    drive(reader)


def test_no_row_is_left_out() -> None:
    driven = {(keys, way) for keys, way, _ in DRIVES}
    assert driven == {(keys, way) for keys in ROWS for way in ("keyboard", "mouse")}
