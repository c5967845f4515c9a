"""The passage panel and its note, as a reader uses them."""

import itertools

import pytest
from PySide6.QtCore import QEvent, Qt, QTime, QUrl
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QTextDocument

from desk.core.types import TagId
from desk.ui.looks.theme import line_colour, load_theme
from desk.ui.passage_panel import note_field
from desk.ui.passage_panel.markdown import to_html, to_lines
from desk.ui.passage_panel.panel import PassagePanel
from tests.ui.rows import passage, tag

TAGS = {TagId(1): tag(1, "claim"), TagId(2): tag(2, "source", colour="#0072B2")}


@pytest.fixture
def panel(qtbot):
    panel = PassagePanel(load_theme("light"))
    qtbot.addWidget(panel)
    panel.resize(288, 420)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    return panel


def test_without_a_passage_it_says_what_to_do(panel):
    assert not panel.chips.isVisible()
    assert not panel.remove_button.isVisible()


def test_a_passage_is_shown_whole(panel):
    panel.show_passage(passage(5, "few  safe\nplaces", [1, 2], "why?"), TAGS, "5 of 12")
    assert panel.quote.text() == "few safe places"
    assert [chip.text() for chip in panel.chips.chips()] == ["claim", "source"]
    assert panel.position.text() == "5 of 12"
    assert panel.note.view.toPlainText() == "why?"
    assert not panel.body.misplaced.isVisible()


def test_a_misplaced_passage_says_so(panel):
    panel.show_passage(passage(5, misplaced=True), TAGS)
    assert panel.body.misplaced.isVisible()


def test_the_bar_has_the_colour_of_the_first_tag(panel):
    panel.show_passage(passage(5, tags=[2, 1]), TAGS)
    colour = panel.quote.grab().toImage().pixelColor(1, 5)
    assert colour == line_colour(load_theme("light"), "#0072B2")
    panel.set_theme(load_theme("dark"))
    colour = panel.quote.grab().toImage().pixelColor(1, 5)
    assert colour == line_colour(load_theme("dark"), "#0072B2")


def test_a_long_quote_leaves_room_for_the_note(panel):
    panel.show_passage(passage(5, "𝔸 very long quote indeed. " * 100), TAGS)
    assert panel.quote.height() < 180
    assert panel.note.editor.height() >= 60


def test_chips_and_button_stand_side_by_side_whatever_was_shown_before(qtbot, panel):
    for tags in ([1, 2], [], [1], [2, 1]):
        panel.show_passage(passage(5, tags=tags), TAGS)
        qtbot.wait(1)
        row = [*panel.chips.chips(), panel.chips.add_button]
        assert all(
            before.geometry().right() < after.geometry().left()
            for before, after in itertools.pairwise(row)
        )


def test_many_chips_go_on_in_the_next_line(qtbot, panel):
    many = {TagId(i): tag(i, f"a tag with number {i}") for i in range(1, 9)}
    panel.show_passage(passage(5, tags=many), many)
    qtbot.wait(1)
    chips = [chip.geometry() for chip in panel.chips.chips()]
    assert len({chip.top() for chip in chips}) > 2
    assert all(chip.right() <= panel.chips.width() for chip in chips)


def test_a_click_on_the_cross_takes_the_tag_off(qtbot, panel):
    panel.show_passage(passage(5, tags=[1, 2]), TAGS)
    chip = panel.chips.chips()[1]
    cross = chip.rect().center()
    with qtbot.assertNotEmitted(panel.tag_removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
    cross.setX(chip.width() - 10)
    with qtbot.waitSignal(panel.tag_removed) as removed:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
    assert removed.args == [5, 2]


def test_delete_on_a_chip_takes_off_and_the_focus_stays_near(qtbot, panel):
    panel.show_passage(passage(5, tags=[1, 2]), TAGS)
    panel.chips.chips()[0].setFocus()
    with qtbot.waitSignal(panel.tag_removed) as removed:
        qtbot.keyClick(panel.chips.chips()[0], Qt.Key.Key_Delete)
    assert removed.args == [5, 1]
    panel.show_passage(passage(5, tags=[2]), TAGS)
    assert panel.chips.chips()[0].hasFocus()
    panel.show_passage(passage(5, tags=[]), TAGS)
    assert panel.chips.add_button.hasFocus()


def test_buttons_ask(qtbot, panel):
    panel.show_passage(passage(5), TAGS)
    for button, signal in (
        (panel.chips.add_button, panel.add_tag_requested),
        (panel.previous_button, panel.previous_requested),
        (panel.next_button, panel.next_requested),
        (panel.remove_button, panel.remove_requested),
    ):
        assert button.accessibleName()
        assert "(" in button.toolTip()
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_note_saves_itself_while_one_types(qtbot, panel):
    panel.show_passage(passage(5), TAGS)
    panel.edit_note()
    with qtbot.waitSignal(panel.note_edited) as edited:
        qtbot.keyClicks(panel.note.editor, "Who?")
    assert edited.args == [5, "Who?"]
    panel.note.show_saved(QTime(10, 42))
    assert "10:42" in panel.note.state.text()


def test_it_is_saved_within_a_second_whatever_the_pace(panel):
    assert panel.note._latest.interval() <= 600
    assert panel.note._pause.interval() <= 600


def test_another_passage_does_not_get_the_words(qtbot, panel):
    panel.show_passage(passage(5), TAGS)
    panel.edit_note()
    qtbot.keyClicks(panel.note.editor, "mine")
    told = []
    panel.note_edited.connect(lambda *args: told.append(args))
    panel.show_passage(passage(6, note="other"), TAGS)
    assert told == [(5, "mine")]
    assert panel.note.text() == "other"


def test_showing_the_same_passage_again_disturbs_nobody(qtbot, panel):
    panel.show_passage(passage(5), TAGS)
    panel.edit_note()
    qtbot.keyClicks(panel.note.editor, "typing")
    panel.show_passage(passage(5, note="typ", tags=[1]), TAGS)
    assert panel.note.text() == "typing"
    panel.note.flush()
    panel.show_passage(passage(5, note="undone"), TAGS)
    assert panel.note.text() == "undone"


@pytest.mark.parametrize("words", ["a\u00a0b", "a\r\nb", "a\u2028b", "𝔸 👩‍👩‍👧"])
def test_showing_a_note_never_changes_it(qtbot, panel, words):
    with qtbot.assertNotEmitted(panel.note_edited):
        panel.show_passage(passage(5, note=words), TAGS)
        panel.edit_note()
        panel.show_passage(passage(5, note=words), TAGS)
        panel.show_passage(passage(6), TAGS)


def test_no_break_spaces_stay_when_more_is_typed(qtbot, panel):
    panel.show_passage(passage(5, note="10\u00a0km"), TAGS)
    panel.edit_note()
    qtbot.keyClicks(panel.note.editor, "!")
    with qtbot.waitSignal(panel.note_edited) as edited:
        panel.note.flush()
    assert edited.args == [5, "10\u00a0km!"]


def test_hiding_the_window_saves(qtbot, panel):
    panel.show_passage(passage(5), TAGS)
    panel.edit_note()
    qtbot.keyClicks(panel.note.editor, "last words")
    with qtbot.waitSignal(panel.note_edited) as edited:
        panel.hide()
    assert edited.args == [5, "last words"]


def test_esc_saves_and_leaves(qtbot, panel):
    panel.show_passage(passage(5), TAGS)
    panel.edit_note()
    qtbot.keyClicks(panel.note.editor, "x")
    with qtbot.waitSignals([panel.note_edited, panel.note_left]):
        qtbot.keyClick(panel.note.editor, Qt.Key.Key_Escape)


def test_the_note_is_rendered_until_it_is_edited(qtbot, panel):
    panel.show_passage(passage(5, note="**bold** <script>x</script>"), TAGS)
    assert panel.note.view.isVisible()
    assert panel.note.view.toPlainText() == "bold <script>x</script>"
    qtbot.mouseClick(panel.note.view.viewport(), Qt.MouseButton.LeftButton)
    assert panel.note.editor.isVisible()
    assert panel.note.editor.hasFocus()
    panel.chips.add_button.setFocus()
    qtbot.waitUntil(panel.note.view.isVisible)


def test_nothing_in_a_note_is_loaded(tmp_path, panel):
    secret = tmp_path / "picture.png"
    html = to_html(f"![words]({QUrl.fromLocalFile(str(secret)).toString()}) <img src='x'>")
    assert "<img" not in html
    assert "[words]" in html
    loaded = panel.note.view.loadResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl.fromLocalFile(__file__)
    )
    assert loaded.isNull()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd"])
def test_only_harmless_links_are_followed(qtbot, panel, address):
    assert "href" not in to_html(f"[x]({address})")
    with qtbot.assertNotEmitted(panel.link_activated):
        panel.note.view.anchorClicked.emit(QUrl(address))
    with qtbot.waitSignal(panel.link_activated):
        panel.note.view.anchorClicked.emit(QUrl("https://example.org/"))


def test_undo_is_left_to_the_window_where_the_note_has_nothing_to_undo(qtbot, panel):
    panel.show_passage(passage(5), TAGS)
    panel.edit_note()

    def takes_undo():
        event = QKeyEvent(
            QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
        )
        event.ignore()
        panel.note.editor.event(event)
        return event.isAccepted()

    assert not takes_undo()
    qtbot.keyClicks(panel.note.editor, "x")
    assert takes_undo()


def test_the_longest_wait_is_told():
    assert note_field.SAVE_AFTER <= note_field.SAVE_AT_LEAST <= 600


def test_links_in_a_note_take_the_colour_of_the_theme(qtbot, panel, qapp):
    panel.show_passage(passage(5, note="[x](https://example.org)"), TAGS)

    def colour():
        cursor = panel.note.view.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        return cursor.charFormat().foreground().color().name()

    before = qapp.palette()
    after = qapp.palette()
    after.setColor(QPalette.ColorRole.Link, QColor("#8DB4F0"))
    qapp.setPalette(after)
    panel.set_theme(load_theme("dark"))
    assert colour() == "#8db4f0"
    qapp.setPalette(before)


@pytest.mark.parametrize(
    ("note", "lines"),
    [
        ("Who says so? *Check* it", ["Who says so? Check it"]),
        ("*Check* it\nor __not__", ["Check it", "or not"]),
        ("# Head\n\n- one\n- ~~two~~ `three`", ["Head", "one", "two three"]),
        ("2. [words](https://example.org) ![map](m.png)", ["2. words [map]"]),
        ("---\n```\na * b\n```", ["a * b"]),
        ("plain, and snake_case * 2 <b>", ["plain, and snake_case * 2 <b>"]),
        (" \n Plain.\n", ["Plain."]),
        ("", []),
    ],
)
def test_the_lines_of_a_note_have_no_markdown_in_them(note: str, lines: list[str]) -> None:
    assert to_lines(note) == lines
