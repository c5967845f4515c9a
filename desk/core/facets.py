"""The values that the library can be filtered by."""

from typing import NamedTuple

from desk.core.types import TagId


class FacetValue(NamedTuple):
    """One thing to filter by: an author, a year, a source or a tag, and how many articles it has.

    `value` is what `ArticleFilter` takes.
    """

    value: str | TagId
    words: str
    articles: int
    colour: str = ""
