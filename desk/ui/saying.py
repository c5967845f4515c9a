"""Messages from below in the language of the window; they are made without one."""

import re
from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from desk.core.message import Message, Value, fill, message
from desk.core.text import make_visible

CONTEXT = "messages"
"""Under which translators find them; tests/words.py gathers them so"""
_WEEKDAY = r"[\s,،、]*dddd[\s,،、]*"  # in a long date, which a reader can do without


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


def turned(way: Literal["", "undo", "redo"], step: str) -> str:
    """Return what an undo or a redo did to the step of that name; "" where it was neither."""
    step = make_visible(step)
    if way == "undo":
        return said(message("Undone: {step}", step=step))
    return said(message("Done again: {step}", step=step)) if way else ""


def counted(number: int) -> str:
    """Return a number as the language groups its digits."""
    return QLocale().toString(number)


def day(written: str) -> str:
    """Return a date as the language writes it; what is no date in ISO 8601 stays as it is."""
    date = QDate.fromString(written[:10], Qt.DateFormat.ISODate)
    if not date.isValid() or written[10:11] not in ("", "T"):
        return written
    locale = QLocale()
    pattern = re.sub(_WEEKDAY, "", locale.dateFormat(QLocale.FormatType.LongFormat))
    return locale.toString(date, pattern)


def _in_words(value: Value) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return counted(value)
    return said(value) if isinstance(value, Message) else listed(map(_in_words, value))
