"""The starter articles, which a new desk brings along."""

from desk import paths
from desk.core.types import ArticleId
from desk.formats.registry import read_file
from desk.store.desk import Desk
from desk.tasks.importing import files_in


def add_starters(desk: Desk) -> list[ArticleId]:
    """Put every starter article on a desk, in one step."""
    # A file name of ours would mean nothing to the reader as a source.
    drafts = [
        draft._replace(source="") for file in files_in([paths.seeds()]) for draft in read_file(file)
    ]
    with desk.step("Add starter articles"):
        return [desk.articles.add(draft) for draft in drafts]
