"""Dates as machines write them, as people read them."""

import re
from contextlib import suppress

_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?(?: ?(?:Z|[-+]\d\d:?\d\d))?)?"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_DOTTED = re.compile(
    r"(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.((?:19|20)\d\d)(?:,? (\d\d:\d\d)(?::\d\d)?)?"
)  # the day always comes first where dots part it from the month
_MAIL = re.compile(r"[A-Z][a-z]{2}, +\d{1,2} [A-Z][a-z]{2} \d{4}")  # "Tue, 06 Jan 2026 09:00 GMT"


def readable_date(written: str) -> str:
    """Return a date of a machine as "2026-01-03" or "2026-01-03 09:30"; others stay as they are."""
    iso = _ISO.fullmatch(written)
    if iso:
        return iso[1] if iso[2] in (None, "00:00") else f"{iso[1]} {iso[2]}"
    compact = _COMPACT.fullmatch(written)
    if compact:
        return "-".join(compact.groups())
    dotted = _DOTTED.fullmatch(written)
    if dotted:
        day, month, year, time = dotted.groups()
        return f"{year}-{month:0>2}-{day:0>2}" + (f" {time}" if time else "")
    if _MAIL.match(written):
        from email.utils import parsedate_to_datetime  # late: 5 ms, for few

        with suppress(ValueError):
            return f"{parsedate_to_datetime(written):%Y-%m-%d %H:%M}"
    return written
