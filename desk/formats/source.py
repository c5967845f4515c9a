"""What a reader is told about the bytes it reads, and what it may be asked to do."""

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import NamedTuple

from desk.core.message import Message, message

TEXT_FIELDS = ("text", "html")
FIELDS = ("title", "author", "published", "source", "language")
"""What a column of a table of articles may hold: the text, and what is known of it"""


class Options(NamedTuple):
    """What a person may choose for one file; the defaults are right for most.

    `encoding` is a Python codec name that overrides the guess. `whole_page` takes all the words
    of a web page and not the article alone. `keep_lines` leaves the lines of plain text as they
    are, though a program may have broken them at a width. `by_chapter` makes one draft for each
    chapter of a book. `password` opens a protected PDF. `columns` maps the columns of a table of
    articles ("Headline") to the fields of a draft ("title"), and `has_header` says whether its
    first row names them (None: guess).
    """

    encoding: str = ""
    whole_page: bool = False
    keep_lines: bool = False
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


def not_read(name: str, why: Message) -> Message:
    """Return what to tell of a file that could not be read; `why` is a sentence."""
    return message("“{name}” was not read. {why}", name=name, why=why)
