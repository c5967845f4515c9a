"""The starter articles, which a new desk brings along."""

from collections.abc import Callable

from desk import paths
from desk.core.message import Message, message
from desk.core.types import ArticleId
from desk.formats.registry import read_file
from desk.store.desk import Desk
from desk.tasks.finding_files import found_files


def add_starters(desk: Desk, say: Callable[[Message], str] = str) -> list[ArticleId]:
    """Put every starter article on a desk, in one step that `say` names."""
    # A file name of ours would mean nothing to the reader as a source.
    drafts = [
        draft._replace(source="")
        for file in found_files([paths.seeds()])
        for draft in read_file(file.path)
    ]
    with desk.step(say(message("Add starter articles"))):
        return [desk.articles.add(draft) for draft in drafts]
