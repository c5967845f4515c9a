"""The day on which a page was published, where the page says so beside its text.

Words of the text are not asked: in them, any day may be named. What is not sure stays empty.
"""

import re

_NAMED = re.compile(r'"datePublished"\s*:\s*"([^"\n]{4,40})"')  # as told to search engines
_TIME = re.compile(r"<time\b[^>]{0,500}>", re.IGNORECASE)
_PUBLISHED = re.compile(r"(?i)\bpubdate\b|itemprop\s*=\s*[\"']?datePublished")
_MOMENT = re.compile(r"(?i)\bdatetime\s*=\s*[\"']?([^\"'\s>]{4,40})")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?!\d)")


def date_in(markup: str, address: str) -> str:
    """Return the date in a page's markup, as it is written there, or in its address, or ""."""
    named = _NAMED.search(markup)
    if named:
        return named[1]
    tags = _TIME.findall(markup)
    moments = {tag: found[1] for tag in tags if (found := _MOMENT.search(tag))}
    published = next((moments[tag] for tag in moments if _PUBLISHED.search(tag)), "")
    if published:
        return published
    days = {found[0] for moment in moments.values() if (found := _DAY.match(moment))}
    if len(days) == 1:  # with several, some are of other articles or of comments
        return days.pop()
    in_address = _IN_ADDRESS.search(address)
    return "-".join(in_address.groups()) if in_address else ""
