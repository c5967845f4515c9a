"""Which articles the library shows."""

from typing import Literal, NamedTuple

from desk.core.types import Status, TagId

Facet = Literal["author", "date", "source", "tag"]

FACETS: tuple[Facet, ...] = ("tag", "author", "date", "source")


class ArticleFilter(NamedTuple):
    """What an article must be to be shown; the default shows all.

    Its title, author, date or source hold all of `words`, whatever their case and accents. An
    `author`, `source` or `date` that is empty asks for articles without one, None for all; a
    date is a year where the articles' dates begin with one. `tag` stands for those under it too.
    """

    words: str = ""
    status: Status | None = None
    author: str | None = None
    date: str | None = None
    source: str | None = None
    tag: TagId | None = None

    @property
    def is_on(self) -> bool:
        """Whether anything but words is asked for."""
        return self._replace(words="") != ArticleFilter()
