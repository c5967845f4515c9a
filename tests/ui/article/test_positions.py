"""What is selected in the widget is the text that is stored, whatever letters it has."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from desk.core.ranges import RangeIndex
from desk.core.text import clean
from desk.core.types import TextRange
from desk.ui.article.view import ArticleView
from tests.ui.article.conftest import TAGS, make_article

HARD = (
    "plain", " ", "\n", "\t", "\u00a0", "😀", "👨‍👩‍👧‍👦",
    "🇩🇪", "𝒜", "𠀀", "e\u0301", "שלום", "مرحبا",
    "\u2028", "\r\n", "\u200f", "한", "ก็", "\ufffc", "\u00ad",
)  # fmt: skip


@pytest.mark.parametrize("letters", HARD)
def test_selected_text_is_the_stored_text(show: Callable[..., ArticleView], letters: str) -> None:
    text = clean(f"before {letters} middle {letters}after")
    view = show(text)
    start = text.index("middle")
    view.select_range(TextRange(start, len(text)))
    assert view.selected_range() == TextRange(start, len(text))
    assert view.createMimeDataFromSelection().text() == text[start:]


@settings(max_examples=60)
@given(pieces=st.lists(st.sampled_from(HARD), min_size=1, max_size=30), data=st.data())
def test_any_range_comes_back(view: ArticleView, pieces: list[str], data: st.DataObject) -> None:
    text = clean("".join(pieces)) or "x"
    view.show_article(make_article(text), RangeIndex(), TAGS)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    view.select_range(TextRange(start, end))
    assert view.selected_range() == (start, end)
    assert view.createMimeDataFromSelection().text() == text[start:end]


def test_every_step_of_the_cursor_selects_whole_characters(
    show: Callable[..., ArticleView],
) -> None:
    text = "a😀b👨‍👩‍👧‍👦c🇩🇪d"
    view = show(text)
    cursor = view.textCursor()
    chosen = []
    while cursor.movePosition(
        QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor
    ):
        view.setTextCursor(cursor)
        chosen.append(view.createMimeDataFromSelection().text())
    assert chosen[-1] == text
    assert all(text.startswith(piece) for piece in chosen)
