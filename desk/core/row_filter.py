"""Which passages and notes a list shows, and in which order."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, NamedTuple

from desk.core.types import ArticleId, NoteRow, PassageRow, Tag, TagId

ListRow = PassageRow | NoteRow
Order = Literal["place", "newest", "tag", "article"]
Period = Literal["", "today", "week", "month"]

_LAST = "\U0010ffff"  # sorts after every name


class RowFilter(NamedTuple):
    """What a row must be to be shown; the default shows all.

    Each of the casefolded `words` stands in what `folded` returns for it. It carries one of
    `tags`, and none at all where that is empty. `since` is a UTC time in ISO 8601.
    """

    words: tuple[str, ...] = ()
    tags: frozenset[TagId] | None = None
    article: ArticleId | None = None
    coder: str = ""
    with_note: bool = False
    since: str = ""

    def fits(self, row: ListRow) -> bool:
        """Say whether a row is as wanted, its words apart."""
        return (
            (self.tags is None or self._has_tags(row))
            and (self.article is None or row.article_id == self.article)
            and (not self.coder or row.coder == self.coder)
            and (not self.with_note or bool(row.note))
            and row.created >= self.since
        )

    def _has_tags(self, row: ListRow) -> bool:
        return not self.tags.isdisjoint(row.tags) if self.tags else not row.tags


def folded(row: ListRow) -> str:
    """Return what the words of a filter are looked for in."""
    return f"{row.quote}\n{row.note}".casefold()


def sort_key(order: Order, tags: Mapping[TagId, Tag]) -> Callable[[ListRow], Any] | None:
    """Return the key of an order; None for that by place, in which the desk gives its rows."""
    if order == "tag":
        paths = {tag.id: tag.path.casefold() for tag in tags.values()}
        return lambda row: min((paths.get(tag, _LAST) for tag in row.tags), default=_LAST)
    if order == "article":
        return lambda row: row.title.casefold() or _LAST
    return (lambda row: (row.created, row.id)) if order == "newest" else None


def arranged(rows: Iterable[ListRow], order: Order, tags: Mapping[TagId, Tag]) -> list[ListRow]:
    """Return rows, which come by place, in an order; equal ones stay by place."""
    key = sort_key(order, tags)
    return sorted(rows, key=key, reverse=order == "newest") if key else list(rows)


def place_of(row: ListRow) -> tuple[bool, int, bool, int, int, int]:
    """Return the key of the order in which the desk gives its rows."""
    on_passage = not isinstance(row, NoteRow) or row.passage_id is not None
    nowhere = row.article_id is None
    return nowhere, row.article_id or 0, on_passage, row.start, -row.end, row.id


def since(period: Period, now: datetime, first_day: int = 1) -> str:
    """Return when a period began, as `RowFilter.since`; `now` is the reader's time of day.

    A week begins on `first_day`, 1 for Monday to 7 for Sunday.
    """
    if not period:
        return ""
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if period == "week":
        day -= timedelta(days=(day.isoweekday() - first_day) % 7)
    elif period == "month":
        day = day.replace(day=1)
    return day.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
