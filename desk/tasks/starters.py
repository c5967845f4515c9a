"""The starter articles, which a new desk brings along."""

from desk import paths
from desk.core.types import ArticleId
from desk.formats.registry import read_file
from desk.store.desk import Desk
from desk.tasks.importing import files_in


def add_starters(desk: Desk) -> list[ArticleId]:
    """Put every starter article on a desk, in one step."""
    drafts = [draft for file in files_in([paths.seeds()]) for draft in read_file(file)]
    with desk.step("Add starter articles"):
        return [desk.articles.add(draft) for draft in drafts]
