"""What a rich text has set for the letters to come: it holds within its group and ends with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

_MOST = 6  # levels of headings and lists, letters of a fallback


@dataclass(slots=True)
class State:
    """What holds now; a group begins with that of the group around it."""

    apart: str = ""
    hidden: bool = False
    deleted: bool = False
    bold: bool = False
    italic: bool = False
    link: str = ""
    codec: str = ""
    fallback: int = 1  # letters that stand after a Unicode letter for those who know none
    font: int = 0
    style: int = 0
    outline: int = 0
    level: int = 1
    in_table: bool = False


Obey = Callable[[State, int | None], None]


def _switch(name: str) -> Obey:
    """Return what sets a switch: on without a number, off with 0."""
    return lambda state, number: setattr(state, name, number != 0)


def _number(name: str, more: int = 0) -> Obey:
    return lambda state, number: setattr(state, name, min(max(0, (number or 0) + more), _MOST))


def _style(state: State, number: int | None) -> None:
    state.style = number or 0


def _outline(state: State, number: int | None) -> None:
    state.outline = number + 1 if number is not None and 0 <= number < _MOST else 0  # 9 is no level


def _reset_paragraph(state: State, number: int | None) -> None:
    state.style, state.outline, state.level, state.in_table = 0, 0, 1, False


def _reset_letters(state: State, number: int | None) -> None:
    state.bold = state.italic = state.hidden = state.deleted = False


STATE_WORDS: Mapping[str, Obey] = {
    "b": _switch("bold"),
    "i": _switch("italic"),
    "v": _switch("hidden"),
    "deleted": _switch("deleted"),
    **dict.fromkeys(("intbl", "trowd"), _switch("in_table")),
    "s": _style,
    "outlinelevel": _outline,
    "ilvl": _number("level", 1),
    "uc": _number("fallback"),
    "pard": _reset_paragraph,
    "plain": _reset_letters,
}
"""The control words that set what holds, by their names."""
