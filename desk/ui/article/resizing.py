"""How keys move the ends of a passage: by a letter, a word or a line."""

from unicodedata import category

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from desk.core.types import Mark, TextRange
from desk.ui.article.page import Page

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)

_Move = QTextCursor.MoveOperation
_LETTERS = {True: _Move.NextCharacter, False: _Move.PreviousCharacter}
_WORDS = {True: _Move.NextWord, False: _Move.PreviousWord}
_LINES = {Qt.Key.Key_Up: _Move.Up, Qt.Key.Key_Down: _Move.Down}


def nudged(page: Page, mark: Mark, key: Qt.Key, at_start: bool, by_word: bool) -> TextRange:
    """Return the range of a passage after an arrow key; the same where there is no way on."""
    place = mark.start if at_start else mark.end
    if key in _LINES:
        moved = page.step(place, _LINES[key])
    else:
        forward = (key == Qt.Key.Key_Right) != page.reads_leftwards(place)
        if not by_word:
            moved = page.step(place, _LETTERS[forward])
        elif at_start:
            moved = _word_start(page, place, forward)
        else:
            moved = _word_end(page, place, forward)
    start, end = (moved, mark.end) if at_start else (mark.start, moved)
    return TextRange(start, end) if start < end else TextRange(mark.start, mark.end)


def _word_start(page: Page, place: int, forward: bool) -> int:
    """Return the next or previous start of a word; to Qt, a full stop or line end is one too."""
    here = page.step(place, _WORDS[forward])
    while here < len(page.text) and category(page.text[here])[0] not in "LMNS":
        further = page.step(here, _WORDS[forward])
        if further == here:
            return place
        here = further
    return here


def _word_end(page: Page, place: int, forward: bool) -> int:
    """Return the next or previous end of a word; Qt only knows where words start."""
    here = place
    while True:
        step = page.step(here, _WORDS[forward])
        end = step
        while end and page.text[end - 1].isspace():
            end -= 1
        if step == here or (end > place if forward else end < place):
            return max(end, place) if forward else end
        here = step
