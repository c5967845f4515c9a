"""A real article view, and what it takes to fill one."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desk.core.anchor import find_quote
from desk.core.ranges import RangeIndex
from desk.core.text import count_words
from desk.core.types import Article, ArticleId, Mark, PassageId, Style, Tag, TagId
from desk.ui.article.view import ArticleView
from desk.ui.looks.appearance import Appearance
from desk.ui.looks.theme import load_theme


def make_article(text: str, styles: tuple[Style, ...] = (), title: str = "A title") -> Article:
    return Article(
        id=ArticleId(1), guid="g", title=title, author="An author", published="2021-08-01",
        source="A source", language="en", encoding="utf-8", status="unread",
        words=count_words(text), folder_id=None, created="", changed="", styles=styles, text=text,
    )  # fmt: skip


def make_tag(number: int, name: str, colour: str = "#0072B2") -> Tag:
    return Tag(TagId(number), f"t{number}", name, name, None, colour, "solid", "", None, 0)


def make_mark(
    number: int, start: int, end: int, *tags: int, note: bool = False, misplaced: bool = False
) -> Mark:
    return Mark(PassageId(number), start, end, tuple(map(TagId, tags)), note, misplaced)


def mark_of(number: int, text: str, quote: str, *tags: int) -> Mark:
    return make_mark(number, *find_quote(text, quote), *tags)


TAGS = {
    TagId(1): make_tag(1, "claim", "#E69F00"),
    TagId(2): make_tag(2, "source", "#0072B2"),
    TagId(3): make_tag(3, "number", "#CC79A7"),
}


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    """An empty view of 742 by 700 pixels in the light theme."""
    result = ArticleView(Appearance(load_theme("light")))
    qtbot.addWidget(result)
    result.resize(742, 700)
    result.show()
    qtbot.waitExposed(result)
    return result


@pytest.fixture
def show(view: ArticleView) -> Callable[..., ArticleView]:
    """Show a text with marks in the view."""

    def shown(text: str, *marks: Mark, styles: tuple[Style, ...] = ()) -> ArticleView:
        view.show_article(make_article(text, styles), RangeIndex(marks), TAGS)
        view.grab()
        return view

    return shown
