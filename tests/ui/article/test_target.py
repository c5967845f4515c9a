"""One thing at a time is the target of the next key."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.core.types import PassageId, TextRange
from desk.ui.article.view import ArticleView
from tests.ui.article.conftest import mark_of

TEXT = "Dr. Smith went to the U.S. on Friday. He came back.\n\nThen it rained. Nobody cared."

Show = Callable[..., ArticleView]


def quote(view: ArticleView) -> str:
    where = view.target()
    assert isinstance(where, tuple)
    return view.shown().text[where[0] : where[1]]


def test_nothing_is_the_target_at_first(show: Show) -> None:
    assert show(TEXT).target() is None


def test_sentences_one_by_one_and_back(show: Show) -> None:
    view = show(TEXT)
    seen = []
    for _ in range(4):
        view.move_focus("sentence", forward=True)
        seen.append(quote(view))
    assert seen == [
        "Dr. Smith went to the U.S. on Friday.", "He came back.", "Then it rained.", "Nobody cared."
    ]  # fmt: skip
    view.move_focus("sentence", forward=True)
    assert quote(view) == "Nobody cared."
    view.move_focus("sentence", forward=False)
    assert quote(view) == "Then it rained."


def test_focus_extends_both_ways(show: Show) -> None:
    view = show(TEXT)
    view.move_focus("sentence", forward=True)
    view.move_focus("sentence", forward=True)
    view.move_focus("sentence", forward=True, extend=True)
    assert quote(view) == "He came back.\n\nThen it rained."
    view.move_focus("sentence", forward=False, extend=True)
    assert quote(view) == "He came back."


def test_focus_by_paragraph(show: Show) -> None:
    view = show(TEXT)
    view.move_focus("paragraph", forward=True)
    assert quote(view) == TEXT.split("\n")[0]
    view.move_focus("paragraph", forward=True)
    assert quote(view) == TEXT.split("\n")[2]
    view.move_focus("paragraph", forward=False)
    assert quote(view) == TEXT.split("\n")[0]


def test_back_by_a_paragraph_leads_to_its_own_start_first(show: Show) -> None:
    view = show("One is here. Two is here.\nThree is here. Four is here. Five is here.")
    for _ in range(4):
        view.move_focus("sentence", forward=True)
    assert quote(view) == "Four is here."
    view.move_focus("paragraph", forward=False)
    assert quote(view) == "Three is here. Four is here. Five is here."
    view.move_focus("paragraph", forward=False)
    assert quote(view) == "One is here. Two is here."
    view.move_focus("paragraph", forward=False)
    assert quote(view) == "One is here. Two is here."
    view.move_focus("paragraph", forward=True)
    view.move_focus("sentence", forward=False)
    view.move_focus("paragraph", forward=True)
    assert quote(view).startswith("Three")
    view.clear_target()
    view.rest_at(view.shown().text.index("Five"))
    view.move_focus("paragraph", forward=False)
    assert quote(view).startswith("Three")


def test_targets_put_each_other_out(show: Show, qtbot: QtBot) -> None:
    view = show(TEXT, mark_of(7, TEXT, "He came back", 1))
    view.move_focus("sentence", forward=True)
    with qtbot.waitSignal(view.passage_selected) as told:
        view.select_passage(PassageId(7))
    assert told.args == [7]
    assert view.target() == 7
    assert view.focused_sentence is None
    view.select_range(TextRange(0, 3))
    assert view.target() == TextRange(0, 3)
    assert view.selected_passage is None
    view.move_focus("sentence", forward=True)
    assert quote(view) == "He came back."
    assert view.selected_range() is None
    view.clear_target()
    assert view.target() is None


def test_focus_goes_on_after_the_selected_passage(show: Show) -> None:
    view = show(TEXT, mark_of(7, TEXT, "He came back.", 1))
    view.select_passage(PassageId(7))
    view.move_focus("sentence", forward=True)
    assert quote(view) == "Then it rained."


def test_a_removed_passage_is_no_target(show: Show) -> None:
    view = show(TEXT, mark_of(7, TEXT, "He came back", 1))
    view.select_passage(PassageId(7))
    view.update_marks((), [PassageId(7)])
    assert view.target() is None


def test_the_next_step_goes_on_from_where_the_target_was(show: Show) -> None:
    view = show(TEXT, mark_of(7, TEXT, "came back", 1))
    view.move_focus("sentence", forward=True)
    view.move_focus("sentence", forward=True)
    view.clear_target()
    view.move_focus("sentence", forward=True)
    assert quote(view) == "Then it rained."
    view.select_passage(PassageId(7))
    view.update_marks((), [PassageId(7)])
    view.move_focus("sentence", forward=True)
    assert quote(view) == "Then it rained."


def test_after_a_click_the_next_step_takes_the_sentence_there(show: Show) -> None:
    view = show(TEXT)
    view.rest_at(TEXT.index("came"))
    view.move_focus("sentence", forward=True)
    assert quote(view) == "He came back."
    view.clear_target()
    view.rest_at(TEXT.index("came"))
    view.move_focus("sentence", forward=False)
    assert quote(view) == "Dr. Smith went to the U.S. on Friday."


def test_who_scrolled_on_goes_on_from_what_is_seen(show: Show) -> None:
    text = "\n".join(f"Line {n} of the text." for n in range(200))
    view = show(text)
    view.move_focus("sentence", forward=True)
    view.scroll_to(text.index("Line 100"))
    view.move_focus("sentence", forward=True)
    where = view.target()
    assert isinstance(where, TextRange)
    assert 99 <= int(text[where.start : where.end].split()[1]) <= 101
    assert view.in_sight(where)


def test_the_caret_goes_along_unseen(show: Show) -> None:
    view = show(TEXT, mark_of(7, TEXT, "Nobody", 1))
    view.move_focus("sentence", forward=True)
    view.move_focus("sentence", forward=True)
    assert view.textCursor().position() == TEXT.index("He came")
    assert not view.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    view.select_passage(PassageId(7))
    assert view.textCursor().position() == TEXT.index("Nobody")


@pytest.mark.parametrize("words", ["Friday", "שלום"])
def test_lines_that_qt_threw_away_do_no_harm(show: Show, words: str) -> None:
    """Asking an invalid line where a letter is crashes the process."""
    view = show(TEXT + "\nHe said שלום twice.")
    start = view.shown().text.index(words)
    assert len(view.rects(TextRange(start + 1, start + 3))) == 1
    view.shown().document.findBlock(start).layout().clearLayout()
    assert view.rects(TextRange(start + 1, start + 2)) == []
