"""What a reader who types search words is about to write, so that the rest can be offered."""

import re
from typing import NamedTuple

from desk.core.query import FILTERS, FilterKey

_LAST = re.compile(
    rf"""(?:^|(?<=\s))-?(?P<start>)
    (?:(?P<key>{"|".join(FILTERS)}):(?:"(?P<quoted>[^"]*)|(?P<value>[^\s"]*))|(?P<name>[a-z]{{2,}}))$""",
    re.VERBOSE | re.IGNORECASE,
)


class Unfinished(NamedTuple):
    """The filter at the end of what is typed: its key is empty while that is being typed.

    `start` is where it begins, in code points; `typed` is what there is of its value or key.
    """

    key: FilterKey | None
    typed: str
    start: int


def unfinished(words: str) -> Unfinished | None:
    """Return the filter that is being typed at the end of search words, None if there is none."""
    found = _LAST.search(words)
    if found is None:
        return None
    key = next((key for key in FILTERS if key == (found["key"] or "").lower()), None)
    typed = found["quoted"] or found["value"] or found["name"] or ""
    return Unfinished(key, typed, found.start("start"))


def finished(words: str, filter_: Unfinished, value: str) -> str:
    """Return the words with the filter written out; a key alone waits for its value."""
    before = words[: filter_.start]
    if filter_.key is None:
        return f"{before}{value}:"
    value = value.replace('"', " ").strip()
    quoted = f'"{value}"' if " " in value else value
    return f"{before}{filter_.key}:{quoted} "
