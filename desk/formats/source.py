"""What a reader is told about the bytes it reads, and what it may be asked to do."""

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import NamedTuple


class Options(NamedTuple):
    """What a person may choose for one file; the defaults are right for most.

    `encoding` is a Python codec name that overrides the guess. `whole_page` takes all the words
    of a web page and not the article alone. `by_chapter` makes one draft for each chapter of a
    book. `password` opens a protected PDF. `columns` maps the columns of a table of articles
    ("Headline") to the fields of a draft ("title"), and `has_header` says whether its first row
    names them (None: guess).
    """

    encoding: str = ""
    whole_page: bool = False
    by_chapter: bool = False
    password: str = ""
    columns: Mapping[str, str] = MappingProxyType({})
    has_header: bool | None = None


class Source(NamedTuple):
    """Where bytes come from: a file's name, without its folders, and the chosen options."""

    name: str = ""
    options: Options = Options()

    @property
    def stem(self) -> str:
        """The name without its suffix."""
        return PurePath(self.name).stem

    @property
    def spoken(self) -> str:
        """The name as a sentence to the reader uses it."""
        return f"“{self.name}”" if self.name else "This text"
