"""What a row of the library shows: an article or a folder, and how that is put in words."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from desk.core.message import message, plural
from desk.core.text import make_visible
from desk.core.types import ArticleRow, FolderId, Status
from desk.ui.saying import counted, day, listed, said

STATUSES: tuple[Status, ...] = ("unread", "reading", "done")

_OPEN = message("open folder {name}, articles: {count}, done: {done}")
_CLOSED = message("closed folder {name}, articles: {count}, done: {done}")


class FolderLine(NamedTuple):
    """A folder as a row; `articles` and `done` count those in the folders under it too."""

    id: FolderId
    name: str
    depth: int
    is_open: bool
    articles: int
    done: int


class ArticleLine(NamedTuple):
    """An article as a row."""

    article: ArticleRow
    depth: int


def status_word(status: Status) -> str:
    """Return the word on the screen for a status."""
    words = {
        "unread": QCoreApplication.translate("ArticleRows", "unread"),
        "reading": QCoreApplication.translate("ArticleRows", "reading"),
        "done": QCoreApplication.translate("ArticleRows", "done"),
    }
    return words[status]


def status_deed(status: Status) -> str:
    """Return what it is called to give articles a status."""
    words = {
        "unread": QCoreApplication.translate("ArticleRows", "Mark as unread"),
        "reading": QCoreApplication.translate("ArticleRows", "Mark as reading"),
        "done": QCoreApplication.translate("ArticleRows", "Mark as done"),
    }
    return words[status]


def details(line: ArticleLine | FolderLine) -> str:
    """Return what is known about a row beside its name."""
    if isinstance(line, FolderLine):
        words = QCoreApplication.translate("LibraryPanel", "{done} of {total} done")
        done = words.format(done=counted(line.done), total=counted(line.articles))
        return f"{make_visible(line.name)}\n{done}" if line.articles else make_visible(line.name)
    article = line.article
    parts = (article.author, day(article.published), article.source)
    about = " · ".join(make_visible(part) for part in parts if part)
    return "\n".join(part for part in (make_visible(article.title), about) if part)


def spoken(line: ArticleLine | FolderLine) -> str:
    """Say what the row shows to those who hear it."""
    if isinstance(line, FolderLine):
        told = _OPEN if line.is_open else _CLOSED
        name = make_visible(line.name)
        return said(told.filled(name=name, count=line.articles, done=line.done))
    parts = [make_visible(line.article.title), status_word(line.article.status)]
    if line.article.passages:
        parts.append(said(plural(line.article.passages, "1 passage", "%Ln passages")))
    return listed(parts)
