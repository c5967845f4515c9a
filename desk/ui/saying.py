"""Messages from below in the language of the window; they are made without one."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from desk.core.message import Message, Value, fill

CONTEXT = "messages"
"""Under which translators find them; tests/words.py gathers them so"""


def said(told: Message) -> str:
    """Return a message as the reader is to read it."""
    number = -1 if told.number is None else told.number
    text = QCoreApplication.translate(CONTEXT, told.text, None, number)
    return fill(text, {name: _in_words(value) for name, value in told.values.items()})


def all_said(told: Iterable[Message]) -> str:
    """Return sentences one after the other."""
    return " ".join(map(said, told))


def listed(words: Iterable[str]) -> str:
    """Return words as a list within a sentence, parted as the language does."""
    return QCoreApplication.translate("lists", ", ").join(words)


def counted(number: int) -> str:
    """Return a number as the language groups its digits."""
    return QLocale().toString(number)


def _in_words(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return counted(value)
    return said(value) if isinstance(value, Message) else listed(value)
