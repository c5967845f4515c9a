"""The files of articles that came in, to be read in another way than they were."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from desk.core.titles import title_of
from desk.core.types import ArticleId
from desk.formats.registry import TABLES, may_be_otherwise, reader_for
from desk.store.desk import Desk
from desk.tasks.finding_files import FoundFile
from desk.tasks.intake import Arrival

Came = Mapping[Path, Mapping[ArticleId, str]]
"""The articles that came from a file, with the titles that they came with"""


class Preview(Protocol):
    """What shows files before they come in."""

    def __call__(self, paths: Sequence[Path | FoundFile], /, *, instead: Came, more: bool) -> None:
        """Show files that are to stand in the place of articles; `more` joins them to the last."""


class Otherwise:
    """Finds the file of an article, or asks for it, and has it shown again.

    Where files lie is not kept on a desk, which others may see: it is known of those alone that
    came in while this window was open.
    """

    def __init__(
        self, desk: Desk, ask_for_file: Callable[[str], Path | None], preview: Preview
    ) -> None:
        self._desk = desk
        self._ask_for_file = ask_for_file
        self._preview = preview
        self._arrived: dict[ArticleId, Arrival] = {}

    def note(self, arrivals: Iterable[Arrival]) -> None:
        """Remember which files articles came from."""
        self._arrived |= {a.article_id: a for a in arrivals if a.article_id is not None}

    def is_offered(self, article_id: ArticleId) -> bool:
        """Say whether there is another way to read what an article came from."""
        return may_be_otherwise(self._desk.articles.get(article_id).source)

    def read(self, arrivals: Sequence[Arrival]) -> None:
        """Show the files of arrivals again."""
        came: dict[Path, dict[ArticleId, str]] = {}
        for arrival in arrivals:
            if arrival.article_id is not None:
                came.setdefault(arrival.path, {})[arrival.article_id] = arrival.title
        self._preview(list(dict.fromkeys(a.file for a in arrivals)), instead=came, more=True)

    def read_article(self, article_id: ArticleId) -> None:
        """Show the file of an article again, with all that came from it; ask where it lies."""
        arrival = self._arrived.get(article_id)
        if arrival is None or not arrival.path.exists():
            self._read_asked(article_id)
            return
        same_file = (a for a in self._arrived.values() if a.path == arrival.path)
        self.read([a for a in same_file if self._has(a.article_id)])

    def _has(self, article_id: ArticleId | None) -> bool:
        return article_id is not None and self._desk.articles.has(article_id)

    def _read_asked(self, article_id: ArticleId) -> None:
        article = self._desk.articles.get(article_id)
        path = self._ask_for_file(article.title)
        if path is None:
            return
        # Another title is the reader's own, and stays.
        suggested = (title_of(article.text), title_of(article.text, path.stem))
        came_with = article.title if article.title in suggested else ""
        reader = reader_for(path)
        is_one = reader is None or reader.module != TABLES  # which row of a table was it?
        came = {path: {article_id: came_with}} if is_one else {}
        self._preview([path], instead=came, more=False)
