"""Words that name keys, which are the reader's to change.

A text says "{passage.tag}" where the key of that action stands, and "{Del}" where a key stands
that is always the same: both are filled in as this system writes them.
"""

import re
from collections.abc import Callable

from PySide6.QtGui import QKeySequence

from desk.ui.actions.table import first_key

Speak = Callable[[str], str]
"""From the name of an action to what a sentence calls it: its key, or else its title"""

ACTION_PLACE = re.compile(r"\{([a-z]+\.[a-z]+)\}")
_KEY_PLACE = re.compile(r"\{((?:Ctrl\+|Alt\+|Shift\+)*(?:[A-Z][a-z]*|F\d+))\}")


def with_keys(text: str, speak: Speak) -> str:
    """Return a text with its keys filled in."""
    text = ACTION_PLACE.sub(lambda place: speak(place[1]), text)
    return _KEY_PLACE.sub(lambda place: native(place[1]), text)


def first_spoken(name: str) -> str:
    """Return the key that an action comes with, until the reader's own are known."""
    return native(first_key(name))


def native(key: str) -> str:
    """Return a key as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
