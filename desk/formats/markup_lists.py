"""The numbers of list items in HTML, those too that run backwards."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.formats.numerals import Numeral

Attributes = Mapping[str, str]

_REVERSED = re.compile(r"(?i)<ol\b[^<>]*\breversed\b")
_FORMS = frozenset("1aAiI")
_LISTS = frozenset(("ol", "ul", "menu", "dir"))
_DIGITS = re.compile(r"-?[0-9]{1,6}")
_BULLET = "•"


@dataclass(slots=True)
class OpenList:
    """A list whose items come; without a numeral they have dots."""

    numeral: Numeral | None = None
    next_number: int = 1
    step: int = 1

    def marker(self) -> str:
        """Return the next item's marker."""
        number, self.next_number = self.next_number, self.next_number + self.step
        return f"{self.numeral.write(number)}." if self.numeral else _BULLET


def opened(ordered: bool, attributes: Attributes) -> OpenList:
    """Return a list as its element has it."""
    if not ordered:
        return OpenList()
    form = attributes.get("type", "")
    numeral = Numeral(form if form in _FORMS else "1")
    step = -1 if "reversed" in attributes else 1
    return OpenList(numeral, number(attributes.get("start"), 1), step)


def number(text: str | None, otherwise: int) -> int:
    """Return a whole number of an attribute."""
    return int(text) if text and _DIGITS.fullmatch(text) else otherwise


def with_starts(markup: str, target: Any, parse: Callable[[str, Any], Any]) -> Any:  # noqa: ANN401
    """Return a target for a parser that tells lists that run backwards where they begin.

    That is their length, which is known at their end: `parse` goes through such a page once more.
    """
    if not _REVERSED.search(markup):
        return target
    return _Starts(target, parse(markup, _Lengths()))


@dataclass(slots=True)
class _Lengths:
    """Counts the items of the ordered lists, in the order in which those begin."""

    lengths: list[int] = field(default_factory=list)
    open: list[int | None] = field(default_factory=list)

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag in _LISTS:
            self.open.append(len(self.lengths) if tag == "ol" else None)
            self.lengths += [0] if tag == "ol" else []
        elif tag == "li" and self.open and self.open[-1] is not None:
            self.lengths[self.open[-1]] += 1

    def end(self, tag: str) -> None:
        if tag in _LISTS:
            self.open.pop()

    def close(self) -> list[int]:
        return self.lengths


class _Starts:
    """Hands on all that a parser tells."""

    def __init__(self, target: Any, lengths: list[int]) -> None:  # noqa: ANN401
        self._target = target
        self._lengths = iter(lengths)
        self.end, self.data, self.close = target.end, target.data, target.close

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "ol":
            length = next(self._lengths)
            if "reversed" in attributes:
                attributes = {"start": str(length), **attributes}
        self._target.start(tag, attributes)
