"""The dialogs about tags, articles, faults and keys, as a reader uses them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from desk.core.colours import PALETTE
from desk.core.types import TagId
from desk.ui.keys.palette import Palette
from desk.ui.library.article_details import ArticleDetails, Details
from desk.ui.looks.theme import load_theme
from desk.ui.tags.colour_field import NAMES
from desk.ui.tags.editor import NEW, TagEditor
from desk.ui.telling.bug_report import BugReport
from tests.ui.rows import article, tag

PLACE = tag(2, "place", key=3, colour="#009E73")
HERAT = tag(3, "Herat", PLACE, description="the city")
TAGS = [tag(1, "claim", key=1), PLACE, HERAT]
ROWS = [
    ("desk.export", "Export passages", "Ctrl+E", "Desk"),
    ("edit.redo", "Redo", "Ctrl+Shift+Z, Ctrl+Y", "Edit"),
    ("passage.tag", "Any tag", "T", "Passage"),
    ("passage.next", "Next sentence", "J", "Passage"),
    ("view.sepia", "Sepia", "", "View"),
]


@pytest.fixture
def theme():
    return load_theme("light")


@pytest.fixture
def shown(qtbot):
    def show(dialog):
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return show


def texts(rows):
    return [choice.text for choice in rows.choices]


def test_a_new_tag_gets_a_colour_that_is_free(shown, theme):
    editor = shown(TagEditor(theme, TAGS, name="evidence"))
    assert editor.value().id == NEW
    assert editor.value().name == "evidence"
    assert editor.value().colour not in {other.colour for other in TAGS}


def test_every_field_of_a_tag_can_be_changed(qtbot, shown, theme):
    editor = shown(TagEditor(theme, TAGS, HERAT))
    editor.name.setText("  Herat city ")
    qtbot.mouseClick(editor.colour.buttons[4], Qt.MouseButton.LeftButton)
    editor.pattern.setCurrentIndex(editor.pattern.findData("dot"))
    editor.parent_tag.setCurrentIndex(editor.parent_tag.findData(TagId(1)))
    editor.key.setCurrentIndex(editor.key.findData(0))
    editor.description.setPlainText("and around it")
    with qtbot.waitSignal(editor.submitted) as submitted:
        qtbot.mouseClick(editor.deed, Qt.MouseButton.LeftButton)
    made = submitted.args[0]
    assert (made.id, made.name, made.colour) == (HERAT.id, "Herat city", PALETTE[4].hex)
    assert (made.pattern, made.parent_id, made.number_key) == ("dot", 1, 0)
    assert made.description == "and around it"
    assert editor.isHidden()


def test_what_was_not_touched_stays(shown, theme):
    assert shown(TagEditor(theme, TAGS, HERAT)).value() == HERAT


@pytest.mark.parametrize(
    ("name", "word"), [("", "needs a name"), ("a;b", "“;”"), ("x" * 201, "200"), ("a\\", "end in")]
)
def test_a_name_that_cannot_be_says_why(qtbot, shown, theme, name, word):
    editor = shown(TagEditor(theme, TAGS, HERAT))
    editor.name.setText(name)
    assert word in editor.problem.text()
    with qtbot.assertNotEmitted(editor.submitted):
        qtbot.keyClick(editor.name, Qt.Key.Key_Return)
    assert editor.isVisible()


def test_an_empty_form_does_not_scold_yet(shown, theme):
    editor = shown(TagEditor(theme, TAGS))
    assert not editor.problem.isVisible()
    assert not editor.deed.isEnabled()


def test_a_new_tag_cannot_take_a_name_that_is_there(shown, theme):
    editor = shown(TagEditor(theme, TAGS, name="claim"))
    assert "already" in editor.problem.text()
    assert not editor.deed.isEnabled()
    editor.parent_tag.setCurrentIndex(editor.parent_tag.findData(PLACE.id))
    assert editor.deed.isEnabled()


def test_renaming_onto_another_offers_the_merge(shown, theme):
    editor = shown(TagEditor(theme, TAGS, PLACE))
    editor.name.setText("claim")
    assert editor.deed.isEnabled()
    assert editor.deed.text() == "Merge…"


@pytest.mark.parametrize(
    ("edited", "name", "near"),
    [
        (PLACE, "Claim", "claim"),
        (PLACE, "hérat", "place/Herat"),
        (None, "plase", "place"),
        (None, "palace", "place"),
        (None, "witness", ""),
        (PLACE, "Place", ""),
    ],
)
def test_a_name_close_to_another_is_told(shown, theme, edited, name, near):
    editor = shown(TagEditor(theme, TAGS, edited))
    editor.name.setText(name)
    assert editor.deed.isEnabled()
    assert f"“{near}”" in editor.problem.text() if near else not editor.problem.isVisible()


def test_a_tag_cannot_lie_under_itself(shown, theme):
    editor = shown(TagEditor(theme, TAGS, PLACE))
    assert editor.parent_tag.findData(PLACE.id) == -1
    assert editor.parent_tag.findData(HERAT.id) == -1
    assert editor.parent_tag.findData(TagId(1)) > 0


def test_a_number_key_says_who_has_it(shown, theme):
    editor = shown(TagEditor(theme, TAGS, HERAT))
    assert "“claim”" in editor.key.itemText(editor.key.findData(1))
    assert editor.key.itemText(editor.key.findData(2)) == "2"


def test_a_colour_of_ones_own_is_kept(shown, theme):
    own = tag(9, "own", colour="#123456")
    assert shown(TagEditor(theme, [own], own)).value().colour == "#123456"


def test_all_colours_have_names():
    assert {colour.hex: colour.name for colour in PALETTE} == NAMES


def test_arrows_go_through_the_colours(qtbot, shown, theme):
    editor = shown(TagEditor(theme, TAGS, PLACE))
    editor.activateWindow()
    chosen = next(button for button in editor.colour.buttons if button.isChecked())
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Right)
    assert editor.value().colour == PALETTE[3].hex


def test_fields_have_accessible_names(shown, theme):
    editor = shown(TagEditor(theme, TAGS, PLACE))
    fields = (editor.name, editor.pattern, editor.parent_tag, editor.key, editor.description)
    assert all(field.accessibleName() for field in fields)
    assert editor.colour.buttons[0].accessibleName() == "orange"


def test_details_of_an_article(qtbot, shown):
    dialog = shown(ArticleDetails([article(7, "Herat", author="BBC")], {}))
    source = dialog.fields["source"]
    qtbot.keyClicks(source, " bbc.com ")
    with qtbot.waitSignal(dialog.submitted) as submitted:
        qtbot.keyClick(source, Qt.Key.Key_Return)
    assert submitted.args == [Details((7,), {"source": "bbc.com"})]


def test_details_of_several_articles(qtbot, shown):
    articles = [
        article(7, "Herat", author="BBC", source="a"),
        article(8, "Kabul", author="AP", source="a", published="2021"),
    ]
    dialog = shown(ArticleDetails(articles, {"author": ["Reuters"]}))
    assert not dialog.title.isVisible()
    fields = dialog.fields
    shown_now = [(fields[n].text(), fields[n].placeholderText()) for n in ("author", "published")]
    assert shown_now == [("", "(several)")] * 2
    assert fields["source"].text() == "a"
    assert dialog.windowTitle() == "Details of 2 articles"
    qtbot.keyClicks(fields["author"], "reu")
    assert fields["author"].completer().currentCompletion() == "Reuters"
    qtbot.keyClicks(fields["published"], "2")
    qtbot.keyClick(fields["published"], Qt.Key.Key_Backspace)
    assert fields["published"].placeholderText() != "(several)"
    dialog.accept()
    assert dialog.value() == Details((7, 8), {"author": "reu", "published": ""})


def test_an_article_needs_a_title(qtbot, shown):
    dialog = shown(ArticleDetails([article(7, "Herat")], {}))
    dialog.title.clear()
    assert dialog.problem.isVisible()
    with qtbot.assertNotEmitted(dialog.submitted):
        dialog.accept()
    assert dialog.isVisible()


def test_a_report_can_be_copied(qtbot, shown):
    dialog = shown(BugReport("Traceback\nZeroDivisionError"))
    qtbot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Traceback\nZeroDivisionError"
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    assert dialog.isHidden()


@pytest.fixture
def palette(window, theme):
    window.palette = Palette(window, theme)
    window.palette.open_with(ROWS)
    return window.palette


@pytest.mark.parametrize(
    ("typed", "first"),
    [("", "Export passages"), ("tag", "Any tag"), ("view", "Sepia"), ("sentnce", "Next sentence")],
)
def test_the_palette_finds(qtbot, palette, typed, first):
    qtbot.keyClicks(palette.field, typed)
    assert texts(palette.rows)[0] == first


def test_the_palette_runs_an_action_with_the_keyboard_back_in_the_article(qtbot, palette):
    home = palette.parentWidget().article
    had_keyboard = []
    palette.chosen.connect(lambda name: had_keyboard.append((name, home.hasFocus())))
    qtbot.keyClicks(palette.field, "redo")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert had_keyboard == [("edit.redo", True)]


def test_the_palette_says_when_it_finds_nothing(qtbot, palette):
    palette.field.setText("xyzzy")
    assert palette.hint.text() == "No action has this name."
    assert palette.geometry().contains(palette.mapToParent(QPoint(1, 1)))
