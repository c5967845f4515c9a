"""Sentences for the reader, made where there is no window: English templates and what fills them.

The window looks the template up in its own language (`desk/ui/saying.py`), the command line
prints it as it is. `python -m tests.words` finds the templates where `message`, `plural` and
`UserError` are called, so each is written there as one plain text, never put together.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

Value: TypeAlias = "str | int | tuple[str | Message, ...] | Message"
NUMBER = "%Ln"
"""Where the number of a plural stands, as Qt writes it"""
_PLACE = re.compile(r"\{(\w+)\}")


class Message(NamedTuple):
    """A sentence, or a name of ours within one; its `str` is English.

    Of `values`, an int is a quantity and written as the language groups digits (an id is a str),
    a tuple is a list of words or messages, a message is said within this one. `number` chooses the
    form of a plural.
    """

    text: str
    values: Mapping[str, Value] = MappingProxyType({})
    number: int | None = None

    def filled(self, **values: Value) -> "Message":
        """Return this with further values."""
        return self._replace(values={**self.values, **values})

    def __str__(self) -> str:
        text = self.text
        if self.number is not None:
            text = text.replace(NUMBER, f"{self.number:,}")
        return fill(text, {name: _english(value) for name, value in self.values.items()})


def message(text: str, /, **values: Value) -> Message:
    """Return a message; `{name}` in `text` stands for the value of that name."""
    return Message(text, values)


def plural(number: int, one: str, many: str, /, **values: Value) -> Message:
    """Return `one` for 1 and else `many`, in which %Ln stands for the number."""
    return Message(one, values) if number == 1 else Message(many, values, number)


def fill(text: str, values: Mapping[str, str]) -> str:
    """Put values in their places; a place without a value stays as it is.

    Not `str.format`, which reads more into a text than names: templates come back from a process
    that a hostile file may have taken over, and from translators.
    """
    return _PLACE.sub(lambda place: values.get(place[1], place[0]), text)


def _english(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return f"{value:,}"
    return str(value) if isinstance(value, Message) else ", ".join(map(str, value))
