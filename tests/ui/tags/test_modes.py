"""The sticky tag and the filter by a tag: turned on, seen and ended, by key and by mouse."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Reader
from tests.ui.mouse import click


@pytest.fixture
def tagged(reader: Reader) -> Reader:
    """Two tags, each on a passage; the second was put last."""
    reader.make_tags("claim", "place")
    for words, key in (("safe places", "1"), ("in the city", "2")):
        reader.select(words)
        reader.press(key)
    reader.press("Esc")
    return reader


def chips(reader: Reader) -> list[str]:
    return [chip.text() for chip in reader.window.modes.chips.shown]


def foot(reader: Reader) -> str:
    return reader.window.status_line.modes.text()


def faded(reader: Reader) -> list[str]:
    """Return the quotes of the passages that stand back."""
    page = reader.view.shown()
    marks = (mark for mark in page.index if page.highlights.opacity(mark) < 1)
    return [page.text[mark.start : mark.end] for mark in marks]


def test_s_makes_the_last_tag_a_sticky_one_until_it_is_pressed_again(tagged: Reader) -> None:
    tagged.press("S")
    assert chips(tagged) == ["Sticky: place  ×"]
    assert foot(tagged) == "Sticky: place (S ends it)"
    tagged.select("Friday")
    tagged.view.selection_finished.emit()
    assert tagged.tags_of("Friday") == ["place"]
    tagged.select("Residents")
    tagged.press("1")  # from now on this one sticks
    assert chips(tagged) == ["Sticky: claim  ×"]
    tagged.press("Esc", "S")
    assert (chips(tagged), foot(tagged)) == ([], "")
    tagged.select("Herat")
    tagged.view.selection_finished.emit()
    assert "Herat" not in tagged.quotes()


def test_before_any_tag_was_put_the_next_one_will_stick(reader: Reader) -> None:
    reader.make_tags("claim")
    reader.press("S")
    assert chips(reader) == ["Sticky: the next tag  ×"]
    reader.press("J", "1")
    assert chips(reader) == ["Sticky: claim  ×"]


def test_f_asks_for_the_tag_that_stands_out(tagged: Reader) -> None:
    tagged.press("F")
    tagged.type("cl")
    tagged.press("Return")
    assert chips(tagged) == ["Only claim  ×"]
    assert foot(tagged) == "Only claim stands out (F shows all)"
    assert faded(tagged) == ["in the city"]
    assert tagged.view.hasFocus()
    assert tagged.window.actions_["tags.filter"].isChecked()
    tagged.press("F")
    assert (chips(tagged), faded(tagged)) == ([], [])


def test_tab_passes_over_what_the_filter_lets_fade(tagged: Reader) -> None:
    for words, key in (("Dr. Ahmad", "2"), ("Friday", "1")):
        tagged.select(words)
        tagged.press(key)
    tagged.press("Esc", "F")
    tagged.type("cl")
    tagged.press("Return")
    tagged.view.rest_at(0)
    walked = []
    for key in ("Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab"):
        tagged.press(key)
        where = tagged.view.target_range()
        walked.append(tagged.view.shown().text[slice(*where)])
    assert walked == ["safe places", "Friday", "safe places", "Friday", "safe places"]
    tagged.press("F", "Tab")
    assert tagged.view.shown().text[slice(*tagged.view.target_range())] == "in the city"


def test_who_chooses_no_tag_sees_all_as_before(tagged: Reader) -> None:
    button = tagged.window.modes.buttons["tags.filter"]
    click(button)
    tagged.press("Esc")
    assert not button.isChecked()
    assert not tagged.window.actions_["tags.filter"].isChecked()
    assert (chips(tagged), faded(tagged)) == ([], [])


def test_buttons_and_chips_do_the_same_by_mouse(tagged: Reader) -> None:
    modes = tagged.window.modes
    for button in modes.buttons.values():
        assert button.isVisible()
        click(button)
    tagged.press("Return")  # the first tag of the list
    assert chips(tagged) == ["Only claim  ×", "Sticky: place  ×"]
    assert all(button.isChecked() for button in modes.buttons.values())
    click(modes.chips.shown[0])
    assert chips(tagged) == ["Sticky: place  ×"]
    assert QApplication.focusWidget() is not None
    click(modes.chips.shown[0])
    assert not modes.chips.isVisible()
    assert not any(button.isChecked() for button in modes.buttons.values())


def test_without_tags_there_is_nothing_to_turn_on(reader: Reader) -> None:
    buttons = reader.window.modes.buttons.values()
    assert not any(button.isVisible() for button in buttons)
    reader.press("J", "T")
    reader.type("claim")
    reader.press("Return")
    assert all(button.isVisible() for button in buttons)


def test_a_tag_with_another_name_shows_it_and_one_that_goes_ends_the_filter(
    tagged: Reader,
) -> None:
    modes, desk = tagged.window.modes, tagged.desk
    tagged.window.emphasis.filter_by(desk.tags.find("claim"))
    tagged.desk_step("Rename", lambda: desk.tags.edit(desk.tags.find("claim"), name="<b>said"))
    assert chips(tagged) == ["Only <b>said  ×"]
    tagged.window.tag_book.remove(desk.tags.find("<b>said"))
    assert not modes.chips.isVisible()


def test_the_words_at_the_foot_give_way_in_a_narrow_window(tagged: Reader) -> None:
    long = "a name of a tag that is a good deal longer than others " * 2
    tagged.desk_step(
        "Rename", lambda: tagged.desk.tags.edit(tagged.desk.tags.find("place"), name=long)
    )
    width = tagged.window.minimumSizeHint().width()
    tagged.press("S")
    QApplication.processEvents()
    assert len(foot(tagged)) < len(long)
    assert tagged.window.minimumSizeHint().width() <= max(width, 900)


def test_another_key_is_named(tagged: Reader) -> None:
    tagged.press("S")
    tagged.window.actions_.change_keys("tags.sticky", ["Ctrl+Shift+Y"])
    assert foot(tagged) == "Sticky: place (Ctrl+Shift+Y ends it)"
    tagged.window.actions_.change_keys("tags.sticky", [])
    assert foot(tagged) == "Sticky: place"


def test_tab_leads_from_the_buttons_over_the_chips_to_the_tags(tagged: Reader) -> None:
    modes, tags = tagged.window.modes, tagged.window.tags
    tagged.press("S")
    modes.buttons["tags.filter"].setFocus()
    order = [modes.buttons["tags.sticky"], tags.new_button, *modes.chips.shown, tags.view]
    for widget in order:
        tagged.press("Tab")
        assert QApplication.focusWidget() is widget


def test_d_dims_all_but_one_sentence_until_it_is_pressed_again(reader: Reader) -> None:
    reader.press("J", "D")
    assert reader.view._dimming.on
    assert foot(reader) == "One sentence stands out (D shows all)"
    assert chips(reader) == []
    reader.press("J", "D")
    assert not reader.view._dimming.on
    assert foot(reader) == ""
