"""How the page is laid out: header, column, styles, scrolling."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt, QUrl
from PySide6.QtGui import QColor, QFont, QImage, QTextBlock, QTextListFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desk.core.ranges import RangeIndex
from desk.core.types import PassageId, Style, TextRange
from desk.ui.article.columns import share_out
from desk.ui.article.document import list_format
from desk.ui.article.view import ArticleView
from desk.ui.looks.appearance import Appearance
from desk.ui.looks.theme import load_theme
from tests.ui.article.conftest import TAGS, make_article, make_mark, mark_of

Show = Callable[..., ArticleView]
LONG = "\n".join(f"Line {n} of a text that has a good many lines." for n in range(400))


def shown_text(view: ArticleView) -> str:
    words = "\n".join(label.text() for label in view.header.findChildren(QLabel))
    return words.replace("\u00a0", " ")


def test_header_tells_what_is_known(show: Show) -> None:
    view = show("one two three", mark_of(1, "one two three", "two", 1))
    assert "A title" in shown_text(view)
    assert "An author  ·  A source  ·  1 August 2021" in shown_text(view)
    assert "3 words, 1 min  ·  1 passage" in shown_text(view)
    view.update_marks((), [PassageId(1)])
    assert "passage" not in shown_text(view)


def test_header_scrolls_with_the_text_and_never_covers_it(show: Show) -> None:
    view = show(LONG)
    first = view.rects(TextRange(0, 4))[0]
    assert view.header.geometry().bottom() <= first.top()
    view.verticalScrollBar().setValue(60)
    assert view.header.y() == -60
    view.resize(420, 700)
    view.verticalScrollBar().setValue(0)
    assert view.header.geometry().bottom() <= view.rects(TextRange(0, 4))[0].top()


def test_title_is_edited_in_place(show: Show, qtbot: QtBot) -> None:
    view = show("text")
    label = next(label for label in view.header.findChildren(QLabel) if label.text() == "A title")
    field = view.header.findChild(QLineEdit)
    assert field is not None
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, "Another title")
    with qtbot.waitSignal(view.title_edited) as told:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["Another title"]
    assert not field.isVisible()
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, "thrown away")
    with qtbot.assertNotEmitted(view.title_edited):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()


def test_a_long_title_is_edited_from_its_beginning(show: Show) -> None:
    view = show("text")
    long = "A title that is longer than one line can be " * 4
    view.refresh_article(make_article("text", title=long))
    view.header.edit_title()
    field = view.header.findChild(QLineEdit)
    assert field is not None
    assert field.selectedText() == field.text()
    assert field.cursorPosition() == 0


def test_a_title_with_which_the_text_begins_is_shown_once(show: Show) -> None:
    text = "A title\nOne.\nTwo."
    heading = (Style(0, 7, "h1"),)
    view = show(text, styles=heading)
    label, field = view.header._label, view.header.findChild(QLineEdit)
    assert not label.isVisible()
    top = view.rects(TextRange(0, 4))[0].top()
    assert view.header.geometry().bottom() <= top
    view.header.edit_title()
    view.grab()
    assert field is not None
    assert field.isVisible()
    assert field.geometry().bottom() < view.header._meta.geometry().top()
    assert view.rects(TextRange(0, 4))[0].top() > top
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert view.rects(TextRange(0, 4))[0].top() == top
    view.refresh_article(make_article(text, heading, title="Another"))
    assert label.isVisible()
    assert not show("A title is no heading here.").header._is_in_text


@pytest.mark.parametrize("width", [250, 362, 500, 742, 1100, 2000])
def test_columns_fill_the_width(width: int) -> None:
    left, page, margin = share_out(width, 540)
    assert left + page + margin == width
    assert page <= 540 + 16
    assert left >= 16
    assert margin >= 40


def test_a_wide_window_has_the_text_in_its_middle() -> None:
    left, _, margin = share_out(1400, 540)
    assert abs(left - margin) <= 1


def test_a_line_holds_60_to_75_characters(show: Show) -> None:
    text = "Security guards outside the facility near the airport were killed on Friday. " * 8
    view = show(text)
    layout = view.document().firstBlock().layout()
    lengths = [layout.lineAt(i).textLength() for i in range(layout.lineCount() - 1)]
    assert all(58 <= length <= 76 for length in lengths)


def test_resizing_keeps_the_text_at_the_top(show: Show) -> None:
    view = show("\n".join(["Some words to fill the line with text. " * 6] * 80))
    view.scroll_to(9000)
    top = view.top_position()
    view.resize(400, 700)
    line = view.shown().geometry.line_of(top)
    assert abs(line.top - view.verticalScrollBar().value()) < 40


def test_a_long_text_follows_the_width_when_the_window_rests(
    show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.ui.article.places._LONG", 5_000)
    view = show("\n".join(["Some words to fill the line with text. " * 6] * 80))
    view.scroll_to(9000)
    top, band = view.top_position(), view.visible_bands()[0]
    view.resize(400, 700)
    assert view.visible_bands()[0] is band  # laid out as before, for as long as a hand drags
    assert view.viewport().width() + view.margin.width() < 400
    qtbot.waitUntil(lambda: view.visible_bands()[0] is not band, timeout=20_000)
    line = view.shown().geometry.line_of(top)
    assert abs(line.top - view.verticalScrollBar().value()) < 40
    assert line.right < view.viewport().width()


def test_a_wider_window_does_not_lay_the_text_out_anew(show: Show) -> None:
    view = show(LONG)
    band = view.visible_bands()[0]
    view.resize(1300, 700)
    assert view.visible_bands()[0] is band


def test_reveal_brings_a_place_to_the_middle(show: Show) -> None:
    view = show(LONG)
    where = TextRange(LONG.index("Line 250"), LONG.index("Line 250") + 8)
    view.reveal(where)
    middle = view.rects(where)[0].center().y()
    assert abs(middle - view.viewport().height() / 2) < 30
    view.grab()


def test_a_paragraph_of_hundreds_of_lines(show: Show) -> None:
    text = "A sentence about nothing. " * 4000
    view = show(text, make_mark(1, 50_000, 50_010, 1), make_mark(2, 90_000, 99_000, 2))
    view.reveal(TextRange(50_000, 50_010))
    rect = view.rects(TextRange(50_000, 50_010))[0]
    assert 0 < rect.top() < view.viewport().height()
    bands = view.visible_bands()
    assert len(bands) <= 3
    assert sum(len(band.lines) for band in bands) < 200
    assert all(one.end == other.start for one, other in pairwise(bands))
    view.scroll_to(95_000)
    assert abs(view.top_position() - 95_000) < 80
    view.update_marks([make_mark(3, 95_100, 95_200, 3)])
    view.grab()


def test_a_view_that_was_never_shown_can_find_places(qtbot: QtBot) -> None:
    view = ArticleView(Appearance(load_theme("light")))
    qtbot.addWidget(view)
    view.show_article(make_article(LONG), RangeIndex([make_mark(1, 0, 9, 1)]), TAGS)
    view.reveal(TextRange(9000, 9010))
    view.move_focus("sentence", forward=True)
    assert view.focused_sentence is not None


def test_reading_position_is_told_after_scrolling(show: Show, qtbot: QtBot) -> None:
    view = show(LONG)
    with qtbot.waitSignal(view.reading_position_changed) as told:
        view.scroll_to(LONG.index("Line 120"))
    assert abs(told.args[0] - LONG.index("Line 120")) < 60


def test_another_appearance_keeps_place_and_selection_of_passage(show: Show) -> None:
    view = show(LONG, mark_of(1, LONG, "Line 201", 1))
    view.select_passage(PassageId(1))
    view.scroll_to(LONG.index("Line 200"))
    top = view.top_position()
    dark = view.appearance._replace(theme=load_theme("dark"), size_px=20)
    view.set_appearance(dark)
    assert abs(view.top_position() - top) < 60
    assert view.selected_passage == 1
    assert view.document().defaultFont().pixelSize() == 20


def test_another_theme_lays_nothing_out_anew(show: Show) -> None:
    view = show(LONG, mark_of(1, LONG, "Line 201", 1))
    view.reveal(TextRange(LONG.index("Line 201"), LONG.index("Line 202")))
    document, scrolled = view.document(), view.verticalScrollBar().value()
    dark = load_theme("dark")
    view.set_appearance(view.appearance._replace(theme=dark))
    assert view.document() is document
    assert view.verticalScrollBar().value() == scrolled
    shades = colours(view)
    assert QColor(dark.paper).rgb() in shades
    assert view.shown().inks.first(mark_of(1, LONG, "Line 201", 1)).fill.rgb() in shades
    assert QColor(load_theme("light").paper).rgb() not in shades


def test_another_theme_colours_links_anew(show: Show) -> None:
    view = show("See the site.", styles=(Style(8, 12, "link", detail="https://example.org"),))
    dark = load_theme("dark")
    view.set_appearance(view.appearance._replace(theme=dark))
    view.grab()
    place = view.document().firstBlock().begin()
    place += 1
    assert place.fragment().charFormat().foreground().color() == QColor(dark.accent)


def colours(view: ArticleView) -> set[int]:
    image = view.viewport().grab().toImage()
    return {
        image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }


def block(view: ArticleView, number: int) -> QTextBlock:
    return view.document().findBlockByNumber(number)


def test_styles_are_shown(show: Show) -> None:
    text = "Heading\nSome bold and 😀 slanted words with a link\nfirst\nsecond\ninner\nquoted\ncode"
    at = text.index
    view = show(
        text,
        styles=(
            Style(0, 7, "h1"),
            Style(at("bold"), at("bold") + 4, "bold"),
            Style(at("slanted"), at("slanted") + 7, "italic"),
            Style(at("link"), at("link") + 4, "link", 0, "https://example.org/"),
            Style(at("first"), at("first") + 5, "item", 1, "3."),
            Style(at("second"), at("second") + 6, "item", 1, "4."),
            Style(at("inner"), at("inner") + 5, "item", 2, "•"),
            Style(at("quoted"), at("quoted") + 6, "quote"),
            Style(at("code"), at("code") + 4, "pre"),
            Style(0, 4, "nonsense"),
        ),
    )
    pieces = {}
    iterator = block(view, 1).begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        pieces[fragment.text()] = fragment.charFormat()
        iterator += 1
    assert block(view, 0).blockFormat().headingLevel() == 1
    assert pieces["bold"].fontWeight() == QFont.Weight.Bold
    assert pieces["slanted"].fontItalic()
    assert pieces["link"].anchorHref() == "https://example.org/"
    first, second = block(view, 2).textList(), block(view, 3).textList()
    assert first is not None
    assert first.itemText(block(view, 2)) == "3."
    assert first.itemText(block(view, 3)) == "4."
    assert second is not None
    assert block(view, 4).textList().format().indent() == 2
    assert block(view, 5).blockFormat().leftMargin() > 0


@pytest.mark.parametrize(
    ("marker", "style", "start"),
    [
        ("•", QTextListFormat.Style.ListDisc, 1),
        ("7.", QTextListFormat.Style.ListDecimal, 7),
        ("c)", QTextListFormat.Style.ListLowerAlpha, 3),
        ("B.", QTextListFormat.Style.ListUpperAlpha, 2),
        ("", QTextListFormat.Style.ListDisc, 1),
    ],
)
def test_list_markers(marker: str, style: QTextListFormat.Style, start: int) -> None:
    made = list_format(1, marker)
    assert made.style() == style
    assert made.start() == start


def test_a_long_marker_has_the_room_that_it_needs(show: Show) -> None:
    styles = [Style(0, 3, "item", 1, "Article 12."), Style(4, 7, "item", 1)]
    view = show("one\ntwo", styles=styles)
    left = view.rects(TextRange(0, 1))[0].left()
    assert left > view.fontMetrics().horizontalAdvance("Article 12.")
    assert view.rects(TextRange(4, 5))[0].left() == left
    assert list_format(3, "3.1.2.").indent() == 3


def test_notes_bear_their_marks_and_a_second_paragraph_of_an_item_has_none(show: Show) -> None:
    marks = ("[1]", "[2]", "[C1]", "[i]", "(a)", "12.10.", "4-c-7", "§ 8", "xxviii)", "1.", "")
    view = show(
        "\n".join("note" for _ in marks),
        styles=[Style(5 * n, 5 * n + 4, "item", 1, mark) for n, mark in enumerate(marks)],
    )
    for number, mark in enumerate(marks[:-1]):
        shown = block(view, number)
        assert shown.textList().itemText(shown) == mark
    last = block(view, len(marks) - 1)
    assert last.textList() is None
    assert last.blockFormat().indent() == 1


def test_rows_of_a_table_stand_in_columns(show: Show) -> None:
    rows = ["RCA\t0\tx", "LAD/RIVA and more 😀\t12\ty", "CX\t3"]
    text = "\n".join(["before", *rows, "after", "one\ttab"])
    view = show(text)

    def left(cell: str) -> float:
        start = text.index(cell)
        return view.rects(TextRange(start, start + len(cell)))[0].left()

    assert left("0") == pytest.approx(left("12"), abs=1)
    assert left("12") == pytest.approx(left("3"), abs=1)
    assert left("x") == pytest.approx(left("y"), abs=1)
    last = view.rects(TextRange(text.index("😀"), text.index("😀") + 1))[0]
    assert left("12") > last.right() + 5
    margins = [block(view, number).blockFormat().bottomMargin() for number in range(6)]
    assert margins[1] == margins[2] < margins[3]
    assert margins[0] == margins[3] == margins[4] == margins[5]


def test_right_to_left_articles_start_at_the_right(show: Show) -> None:
    view = show("בבוקר יום שישי נהרגו שומרים מחוץ למתקן.")
    rect = view.rects(TextRange(0, 1))[0]
    assert rect.right() > view.viewport().width() - 20
    assert view.header.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_nothing_is_loaded_from_anywhere(show: Show) -> None:
    view = show("<img src='file:///etc/passwd'>")
    loaded = view.loadResource(2, QUrl("file:///etc/passwd"))
    assert isinstance(loaded, QImage)
    assert loaded.isNull()


def test_clear_and_show_again(show: Show) -> None:
    view = show("text", mark_of(1, "text", "text", 1))
    view.select_passage(PassageId(1))
    view.clear_article()
    view.grab()
    assert view.article_id is None
    assert view.target() is None
    assert not view.header.isVisible()
    view.move_focus("sentence", forward=True)
    view.clear_target()
    view.show_article(make_article("other"), RangeIndex([make_mark(1, 0, 5, 1)]), TAGS)
    view.grab()
    assert view.selected_passage is None


def test_focus_mode_dims_all_but_the_sentence(show: Show) -> None:
    text = "First sentence here. Second sentence there."
    view = show(text)
    bright = darkness(view, view.rects(TextRange(21, 43))[0])
    view.set_focus_mode(True)
    assert view.focused_sentence == TextRange(0, 20)
    assert darkness(view, view.rects(TextRange(21, 43))[0]) < bright / 2
    view.set_focus_mode(False)
    assert darkness(view, view.rects(TextRange(21, 43))[0]) == bright


def darkness(view: ArticleView, rect: QRect) -> int:
    image = view.viewport().grab(rect).toImage()
    return sum(
        255 - image.pixelColor(x, y).lightness()
        for x in range(image.width())
        for y in range(image.height())
    )


def test_hits_are_marked(show: Show) -> None:
    view = show("needle and hay and needle")
    before = darkness(view, view.rects(TextRange(0, 6))[0])
    view.set_hits([TextRange(0, 6), TextRange(19, 25)], TextRange(19, 25))
    assert before < darkness(view, view.rects(TextRange(0, 6))[0])
    view.set_hits([])
    assert before == darkness(view, view.rects(TextRange(0, 6))[0])


def test_blank_lines_part_paragraphs_as_wide_as_line_ends_do(show: Show) -> None:
    words = "Some words of a paragraph that is longer than a line of a page is wide. " * 3
    plain = show(f"{words}\n{words}")
    two = TextRange(len(words) + 1, len(words) + 5)
    apart = plain.rects(two)[0].top() - plain.rects(TextRange(0, 4))[0].top()
    parted = show(f"{words}\n\n{words}\n\na short line\nanother")
    text = parted.shown().text
    second, line, other = len(words) + 2, text.index("a short"), text.index("another")
    tops = [parted.rects(TextRange(at, at + 4))[0].top() for at in (0, second, line, other)]
    assert tops[1] - tops[0] == pytest.approx(apart, abs=1)
    pitch = parted.shown().geometry.bands(0)[0].lines
    assert tops[3] - tops[2] == pytest.approx(pitch[1].top - pitch[0].top, abs=1)
    assert parted.shown().document.toPlainText() == text


def seen_lines(view: ArticleView) -> list[float]:
    """Return the tops, in the document, of the lines that are seen whole."""
    top = view.verticalScrollBar().value()
    bottom = top + view.viewport().height()
    lines = [line for band in view.visible_bands() for line in band.lines]
    return [line.top for line in lines if line.top >= top and line.bottom <= bottom]


@pytest.mark.parametrize("size", [9.0, 17.0, 48.0, 200.0])
def test_space_turns_the_page_and_skips_no_line(show: Show, size: float) -> None:
    view = show("\n".join(f"Line {n} of a text." for n in range(1, 40)))
    view.set_appearance(Appearance(load_theme("light"), size_px=size))
    view.grab()
    bar, pages = view.verticalScrollBar(), [seen_lines(view)]
    while bar.value() < bar.maximum():
        before = bar.value()
        QTest.keyClick(view, Qt.Key.Key_Space)
        assert bar.value() > before
        pages.append(seen_lines(view))
    geometry = view.shown().geometry
    paragraphs = (geometry.bands(number) for number in range(geometry.line_count))
    every = {line.top for bands in paragraphs for band in bands for line in band.lines}
    assert {top for page in pages for top in page} == every
    for one, other in pairwise(pages):
        assert len(one) < 2 or one[-1] in other
    while bar.value() > 0:
        first = seen_lines(view)
        QTest.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
        assert len(first) < 2 or first[0] in seen_lines(view)


@pytest.mark.parametrize("caret", [False, True])
def test_ctrl_home_and_end_go_to_start_and_end_of_the_article(show: Show, caret: bool) -> None:
    view = show("\n".join(f"Line {n} of a text." for n in range(1, 200)))
    view.show_caret(caret)
    bar = view.verticalScrollBar()
    QTest.keySequence(view, "Ctrl+End")
    assert bar.value() == bar.maximum() > 0
    QTest.keySequence(view, "Ctrl+Home")
    assert bar.value() == 0


@pytest.mark.parametrize("words", ["Kapitän " * 30, "Donaudampfschifffahrtsgesellschaft" * 4, "a"])
def test_the_whole_title_shows_however_long_it_is(view: ArticleView, words: str) -> None:
    view.resize(514, 600)
    view.show_article(make_article("text", title=words), RangeIndex(), TAGS)
    label, meta = view.header.findChildren(QLabel)
    letters = label.fontMetrics()
    flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    needed = letters.boundingRect(label.contentsRect(), flags, label.text())
    assert label.contentsRect().contains(needed)
    assert label.geometry().bottom() < meta.geometry().top()
    assert meta.geometry().bottom() < view.rects(TextRange(0, 4))[0].top()
