"""What is painted: under which letters, in whose colour, in which lane."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from desk.core.ranges import RangeIndex
from desk.core.text import clean
from desk.core.types import PassageId, Tag, TagId, TextRange
from desk.ui.article.view import ArticleView
from desk.ui.looks.theme import fill_colour, line_colour, load_theme
from tests.ui.article.conftest import TAGS, make_article, make_mark, mark_of
from tests.ui.article.test_positions import HARD

TEXT = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu"
LIGHT = load_theme("light")

Show = Callable[..., ArticleView]


def picture(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage()


def fill_at(view: ArticleView, word: str) -> str:
    """Return the colour of the ground in the upper left of a word, where no letter reaches."""
    start = view.shown().text.index(word)
    rect = view.rects(TextRange(start, start + 1))[0]
    return picture(view).pixelColor(rect.center().x(), rect.top() + 2).name().upper()


def fill_of(tag: int, selected: bool = False) -> str:
    return fill_colour(LIGHT, TAGS[TagId(tag)].colour, selected).name().upper()


def lines_below(view: ArticleView, word: str) -> list[str]:
    """Return the tag colours met on the way down from a word's baseline, each once."""
    names = {line_colour(LIGHT, tag.colour).name(): tag.name for tag in TAGS.values()}
    start = view.shown().text.index(word)
    rect = view.rects(TextRange(start + 1, start + 2))[0]
    image = picture(view)
    column = [
        image.pixelColor(rect.center().x(), y).name()
        for y in range(rect.bottom() - 4, rect.bottom() + 14)
    ]
    return list(dict.fromkeys(names[colour] for colour in column if colour in names))


def test_fill_lies_under_the_passage_and_nowhere_else(show: Show) -> None:
    view = show(TEXT, mark_of(1, TEXT, "gamma", 1))
    assert fill_at(view, "gamma") == fill_of(1)
    assert fill_at(view, "beta") == LIGHT.paper
    assert fill_at(view, "delta") == LIGHT.paper


def test_the_shortest_gives_the_fill_and_each_has_its_lane(show: Show) -> None:
    view = show(
        TEXT,
        mark_of(1, TEXT, "alpha beta gamma delta", 1),
        mark_of(2, TEXT, "beta gamma", 2),
        mark_of(3, TEXT, "gamma delta epsilon", 3),
    )
    assert fill_at(view, "alpha") == fill_of(1)
    assert fill_at(view, "gamma") == fill_of(2)
    assert fill_at(view, "delta") == fill_of(3)
    assert lines_below(view, "gamma") == ["claim", "source", "number"]
    assert lines_below(view, "epsilon") == ["number"]


def test_selected_passage_is_on_top_and_stronger(show: Show) -> None:
    view = show(TEXT, mark_of(1, TEXT, "alpha beta gamma", 1), mark_of(2, TEXT, "beta", 2))
    view.select_passage(PassageId(1))
    assert fill_at(view, "beta") == fill_of(1, selected=True)
    view.select_passage(None)
    assert fill_at(view, "beta") == fill_of(2)


def test_passage_without_tags_is_drawn_too(show: Show) -> None:
    view = show(TEXT, mark_of(1, TEXT, "gamma"))
    assert fill_at(view, "gamma") == fill_colour(LIGHT, LIGHT.muted).name().upper()


def test_misplaced_passage_has_no_fill_but_a_dashed_frame(show: Show) -> None:
    view = show(TEXT, make_mark(1, 6, 16, 1, misplaced=True))
    assert fill_at(view, "gamma") == LIGHT.paper
    left = view.rects(TextRange(6, 16))[0].left()
    colours = {picture(view).pixelColor(left, y).name() for y in range(90, 180)}
    assert line_colour(LIGHT, TAGS[TagId(1)].colour).name() in colours or len(colours) > 2


def test_filter_fades_the_others(show: Show) -> None:
    view = show(TEXT, mark_of(1, TEXT, "alpha", 1), mark_of(2, TEXT, "gamma", 2))
    view.set_filter({TagId(2)})
    assert fill_at(view, "gamma") == fill_of(2)
    assert fill_at(view, "alpha") not in (fill_of(1), LIGHT.paper)
    view.set_filter(None)
    assert fill_at(view, "alpha") == fill_of(1)


def test_fourth_lane_says_how_many_more(show: Show) -> None:
    marks = [mark_of(n, TEXT, "beta gamma delta"[: 16 - n], 1 + n % 3) for n in range(1, 7)]
    view = show(TEXT, *marks)
    band = view.visible_bands()[0]
    assert [count for _, count in view.shown().highlights.picture(band).hidden] == [3]


def test_passages_without_an_underline_are_counted_line_by_line_beside_the_text(
    show: Show,
) -> None:
    text = "Words that fill a line of the page and then some more of them. " * 4
    ends = (*[len(text)] * 4, 60)
    marks = [make_mark(n, n, end, 1) for n, end in enumerate(ends, 1)]
    view = show(text, *marks)
    band = view.visible_bands()[0]
    hidden = view.shown().highlights.picture(band).hidden
    assert len(hidden) == len(band.lines) > 2
    assert [count for _, count in hidden] == [2, *[1] * (len(hidden) - 1)]
    beside = view.margin.grab().toImage()
    for y, _ in hidden:
        room = [beside.pixelColor(x, round(y) + dy) for x in range(15) for dy in range(-4, 5)]
        assert {colour.name() for colour in room} != {LIGHT.paper}


def test_changes_are_painted_at_once(show: Show) -> None:
    view = show(TEXT, mark_of(1, TEXT, "gamma", 1))
    view.update_marks([mark_of(1, TEXT, "gamma", 2), mark_of(2, TEXT, "zeta", 3)])
    assert fill_at(view, "gamma") == fill_of(2)
    assert fill_at(view, "zeta") == fill_of(3)
    view.update_marks((), [PassageId(1)])
    assert fill_at(view, "gamma") == LIGHT.paper


def test_other_colours_of_tags_are_painted(show: Show) -> None:
    view = show(TEXT, mark_of(1, TEXT, "gamma", 1))
    tag: Tag = TAGS[TagId(2)]
    view.set_tags({TagId(1): tag})
    assert fill_at(view, "gamma") == fill_of(2)


def test_several_tags_take_turns_on_the_line(show: Show) -> None:
    view = show(TEXT, mark_of(1, TEXT, "beta gamma delta epsilon", 1, 2))
    rect = view.rects(TextRange(6, 30))[0]
    image = picture(view)
    y = next(
        y
        for y in range(rect.bottom() - 4, rect.bottom() + 8)
        if image.pixelColor(rect.left() + 5, y) == line_colour(LIGHT, TAGS[TagId(1)].colour)
    )
    row = {image.pixelColor(x, y).name() for x in range(rect.left(), rect.right())}
    assert {line_colour(LIGHT, TAGS[TagId(n)].colour).name() for n in (1, 2)} <= row


def test_spaces_at_a_wrapped_line_end_are_not_filled(show: Show) -> None:
    text = "word " * 60
    view = show(text.strip(), make_mark(1, 0, 299, 1))
    letters = view.shown().geometry.rects(TextRange(0, 4))[0].width()
    rects = view.shown().geometry.rects(TextRange(0, 299))
    assert len(rects) > 3
    widths = {round(rect.width() % (letters + 1)) for rect in rects[:-1]}
    assert len({round(rect.width(), 3) for rect in rects[:-1]}) == 1, widths
    line = view.document().firstBlock().layout().lineAt(0)
    assert rects[0].right() <= 8 + line.naturalTextRect().right() + 0.01


def test_neighbours_of_one_tag_show_a_boundary(show: Show) -> None:
    view = show(TEXT, mark_of(1, TEXT, "alpha ", 1), mark_of(2, TEXT, "beta", 1))
    border = view.rects(TextRange(6, 7))[0]
    image = picture(view)
    row = range(border.left() - 4, border.left() + 4)
    blues = [image.pixelColor(x, border.top() + 3).blue() for x in row]
    ground = QColor(fill_of(1)).blue()
    assert blues[0] == blues[-1] == ground
    assert max(blues) > ground + 10


MIXED = "He said שלום לכולם (hello) ואז הלך home, مرحبا بكم 123 again."


def test_mixed_directions_are_filled_run_by_run(show: Show) -> None:
    geometry = show(MIXED).shown().geometry
    start, end = MIXED.index("לכולם"), MIXED.index("ואז")
    inside = geometry.rects(TextRange(start, end))
    outside = geometry.rects(TextRange(0, start)) + geometry.rects(TextRange(end, len(MIXED)))
    assert inside
    for rect in inside:
        for other in outside:
            assert rect.intersected(other).width() < 1.0


@settings(max_examples=40)
@given(pieces=st.lists(st.sampled_from(HARD), min_size=1, max_size=20), data=st.data())
def test_any_text_can_be_painted(view: ArticleView, pieces: list[str], data: st.DataObject) -> None:
    text = clean("".join(pieces)) or "x"
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    view.show_article(make_article(text), RangeIndex([make_mark(1, start, end, 1)]), TAGS)
    view.grab()
    for rect in view.shown().geometry.rects(TextRange(start, end)):
        assert rect.width() > 0
        assert 0 <= rect.left() <= rect.right() <= view.viewport().width() + 1


@pytest.mark.parametrize("text", ["", "\n", "\n\n\n", " ", "a"])
def test_hardly_any_text(show: Show, text: str) -> None:
    view = show(text)
    view.move_focus("sentence", forward=True)
    view.reveal(TextRange(0, len(text)))
    view.grab()


def test_a_passage_that_is_out_of_the_text_does_no_harm(show: Show) -> None:
    view = show("short", make_mark(1, 3, 500, 1, misplaced=True), make_mark(2, 700, 800, 1))
    view.select_passage(PassageId(2))
    view.grab()
    assert QColor(fill_at(view, "short")).isValid()


def test_dark_theme_paints_on_dark_paper(show: Show) -> None:
    view = show(TEXT, mark_of(1, TEXT, "gamma", 1))
    dark = load_theme("dark")
    view.set_appearance(view.appearance._replace(theme=dark))
    assert fill_at(view, "beta") == dark.paper
    assert fill_at(view, "gamma") == fill_colour(dark, TAGS[TagId(1)].colour).name().upper()


@settings(max_examples=25)
@given(
    marks=st.lists(st.tuples(st.integers(0, 900), st.integers(1, 120)), max_size=25),
    changes=st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 900), st.integers(1, 200), st.booleans()),
        min_size=1,
        max_size=6,
    ),
    scroll=st.integers(0, 600),
)
def test_what_is_kept_looks_like_what_is_drawn_anew(
    view: ArticleView,
    marks: list[tuple[int, int]],
    changes: list[tuple[int, int, int, bool]],
    scroll: int,
) -> None:
    text = "\n".join([TEXT] * 20)
    drawn = (make_mark(n, start, start + size, 1 + n % 3) for n, (start, size) in enumerate(marks))
    view.show_article(
        make_article(text),
        RangeIndex(drawn),
        TAGS,
    )
    view.grab()
    view.verticalScrollBar().setValue(scroll)
    for number, start, size, remove in changes:
        if remove:
            view.update_marks((), [PassageId(number)])
        else:
            view.update_marks([make_mark(number, start, start + size, 1 + number % 3)])
        view.viewport().repaint()
        view.margin.repaint()
    kept = view.grab().toImage()
    view.forget_drawn()
    assert view.grab().toImage() == kept


def test_a_selected_passage_is_drawn_as_if_all_were_drawn_anew(show: Show) -> None:
    text = "\n".join(["Some words to fill a line of the text with. " * 4] * 12)
    marks = [make_mark(n, 60 * n, 60 * n + 40 + 150 * (n % 3), 1 + n % 3) for n in range(1, 20)]
    view = show(text, *marks)
    for chosen in (3, 5, 5, 6, None, 12, 2):
        view.select_passage(PassageId(chosen) if chosen else None)
        stepped = [part.grab().toImage() for part in (view.viewport(), view.margin)]
        view.forget_drawn()
        assert stepped == [part.grab().toImage() for part in (view.viewport(), view.margin)]
