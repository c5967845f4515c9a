"""What became of the files of an import, in one line."""

from collections import Counter
from collections.abc import Sequence

from desk.core.message import message, plural
from desk.tasks.intake import Arrival, brought_by_themselves
from desk.ui.saying import said

_DOT = " · "


def needs_list(arrivals: Sequence[Arrival]) -> bool:
    """Say whether it is too much for a sentence: many files, or a project that lacks something."""
    of_projects = (a for a in arrivals if a.article_id is None and a.state != "refused")
    return len(arrivals) > 2 or any(arrival.words for arrival in of_projects)


def summary(arrivals: Sequence[Arrival], stopped: bool) -> str:
    """Return how many files came in, were there, were refused, and whether it was cancelled."""
    # Tags that came with them are told by their own number.
    count = Counter(a.state for a in arrivals if a.article_id is not None or a.state != "added")
    remarks = sum(a.state == "added" and bool(a.words) for a in arrivals)
    parts = (
        (count["added"], plural(count["added"], "1 added", "%Ln added")),
        (count["replaced"], plural(count["replaced"], "1 read otherwise", "%Ln read otherwise")),
        (count["present"], plural(count["present"], "1 already there", "%Ln already there")),
        (count["refused"], plural(count["refused"], "1 refused", "%Ln refused")),
        *((1, brought) for brought in brought_by_themselves(arrivals)),
        (remarks, plural(remarks, "1 with a remark", "%Ln with a remark")),
    )
    words = [said(told) for number, told in parts if number] or [said(parts[0][1])]
    line = _DOT.join(words)
    return said(message("Cancelled: {words}", words=line)) if stopped else line
