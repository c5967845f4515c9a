"""Folders with their articles under them, as the rows of one list."""

from array import array
from collections.abc import Collection, Sequence

from desk.core.types import ArticleId, Folder, FolderId

DEEPEST = 12  # steps to the right; what is nested deeper stands there too


class Arrangement:
    """Rows in order. Each is known by its key: an article's id, or a folder's below zero.

    `ids` are all articles in that order, those in closed folders too; `counts` says how many lie
    in a folder and in those under it.
    """

    def __init__(self, listed: Sequence[tuple[ArticleId, FolderId | None]] = ()) -> None:
        self.keys = array("q", (article_id for article_id, _ in listed))
        self.depths = array("B", bytes(len(listed)))
        self.ids: list[ArticleId] = [article_id for article_id, _ in listed]
        self.counts: dict[FolderId, int] = {}

    def looks_like(self, other: "Arrangement") -> bool:
        """Say whether the same rows stand in the same places."""
        return self.keys == other.keys and self.depths == other.depths

    def row_of(self, key: int | None) -> int:
        """Return where an article or folder stands, -1 where it does not."""
        try:
            return -1 if key is None else self.keys.index(key)
        except ValueError:
            return -1


class _Nest(Arrangement):
    """Walks down the folders once."""

    def __init__(
        self,
        listed: Sequence[tuple[ArticleId, FolderId | None]],
        folders: Sequence[Folder],
        closed: Collection[FolderId],
    ) -> None:
        super().__init__()
        self._closed = closed
        self._inside: dict[FolderId | None, list[ArticleId]] = {}
        self._under: dict[FolderId | None, list[FolderId]] = {}
        for article_id, folder_id in listed:
            self._inside.setdefault(folder_id, []).append(article_id)
        for folder in folders:
            self._under.setdefault(folder.parent_id, []).append(folder.id)
        self._walk(None, 0, shown=True)
        del self._inside, self._under

    def _walk(self, folder_id: FolderId | None, depth: int, shown: bool) -> int:
        """Add what lies in a folder; return how many articles that is."""
        count = 0
        step = min(depth, DEEPEST)
        for child in self._under.get(folder_id, ()):
            if shown:
                self.keys.append(-child)
                self.depths.append(step)
            self.counts[child] = self._walk(child, depth + 1, shown and child not in self._closed)
            count += self.counts[child]
        here = self._inside.get(folder_id, [])
        self.ids += here
        if shown:
            self.keys.extend(here)
            self.depths.extend([step] * len(here))
        return count + len(here)


def arranged(
    listed: Sequence[tuple[ArticleId, FolderId | None]],
    folders: Sequence[Folder],
    closed: Collection[FolderId],
) -> Arrangement:
    """Return the rows for articles in an order: each folder's own, then those in no folder."""
    return _Nest(listed, folders, closed) if folders else Arrangement(listed)
