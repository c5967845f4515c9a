"""Folders: an order for articles, nested."""

from collections.abc import Iterable

from desk.core.errors import UserError
from desk.core.text import clean
from desk.core.types import ArticleId, Folder, FolderId
from desk.store.nouns import Noun, id_list


class Folders(Noun):
    """The folders of a desk and the articles in them."""

    table = "folders"

    def all(self) -> list[Folder]:
        """Return every folder by name; `articles` counts those that lie in it directly."""
        rows = self._query(
            "SELECT id, guid, name, parent_id,"
            " (SELECT count(*) FROM articles WHERE folder_id = folders.id)"
            " FROM folders ORDER BY name COLLATE NOCASE, name, id"
        )
        return [Folder(*row) for row in rows]

    def add(self, name: str, parent: FolderId | None = None) -> FolderId:
        """Make a folder; UserError for a blank name."""
        return FolderId(self._insert({"name": _checked(name), "parent_id": parent}))

    def ensure(self, names: Iterable[str], parent: FolderId | None = None) -> FolderId | None:
        """Return the innermost of folders that lie in each other, making what is missing."""
        for name in map(_checked, names):
            found = self._value(
                "SELECT id FROM folders WHERE name = ? AND parent_id IS ? ORDER BY id",
                (name, parent),
            )
            parent = self.add(name, parent) if found is None else FolderId(found)
        return parent

    def rename(self, folder_id: FolderId, name: str) -> None:
        """Give a folder another name; UserError for a blank one."""
        self._update(folder_id, {"name": _checked(name)})

    def move(self, folder_id: FolderId, parent: FolderId | None) -> None:
        """Put a folder into another, or at the top; UserError if that would be a circle."""
        above: int | None = parent
        while above is not None:
            if above == folder_id:
                raise UserError("A folder cannot lie in itself.")
            above = self._value("SELECT parent_id FROM folders WHERE id = ?", (above,))
        self._update(folder_id, {"parent_id": parent})

    def remove(self, folder_id: FolderId) -> None:
        """Take a folder away; what lies in it moves to where it was."""
        self._desk.stamps()  # only within a step
        parent = self._value("SELECT parent_id FROM folders WHERE id = ?", (folder_id,))
        for table, column in (("folders", "parent_id"), ("articles", "folder_id")):
            self._query(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (parent, folder_id))
        self._delete([folder_id])

    def put(self, articles: list[ArticleId], folder_id: FolderId | None) -> None:
        """Move articles into a folder, or out of all of them."""
        self._desk.stamps()  # only within a step
        self._query(
            "UPDATE articles SET folder_id = ? WHERE folder_id IS NOT ?"
            " AND id IN (SELECT value FROM json_each(?))",
            (folder_id, folder_id, id_list(articles)),
        )


def _checked(name: str) -> str:
    name = " ".join(clean(name).split())
    if not name:
        raise UserError("A folder needs a name.")
    return name[:200]
