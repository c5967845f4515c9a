"""Folders with their articles under them, as the rows of one list."""

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence

from desk.core.types import ArticleId, Folder, FolderId
from desk.store.listing import Listed

DEEPEST = 12  # steps to the right; what is nested deeper stands there too


class Arrangement:
    """Rows in order. Each is known by its key: an article's id, or a folder's below zero.

    `ids` are all articles in that order, those in closed folders too; `counts` says how many lie
    in a folder and in those under it.
    """

    def __init__(self, listed: Sequence[Listed] = ()) -> None:
        self.ids: list[ArticleId] = [article_id for article_id, _, _ in listed]
        self.keys = array("q", self.ids)
        self.depths = array("B", bytes(len(listed)))
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
        listed: Sequence[Listed],
        folders: Sequence[Folder],
        closed: Collection[FolderId],
        hide_empty: bool,
    ) -> None:
        super().__init__()
        self._closed = closed
        self._hide_empty = hide_empty
        self._inside: dict[FolderId | None, list[ArticleId]] = {}
        self._under: dict[FolderId | None, list[FolderId]] = {}
        for article_id, folder_id, _ in listed:
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
            row = len(self.keys)
            if shown:
                self.keys.append(-child)
                self.depths.append(step)
            self.counts[child] = self._walk(child, depth + 1, shown and child not in self._closed)
            count += self.counts[child]
            if shown and self._hide_empty and not self.counts[child]:
                del self.keys[row:], self.depths[row:]
        here = self._inside.get(folder_id, [])
        self.ids += here
        if shown:
            self.keys.extend(here)
            self.depths.extend([step] * len(here))
        return count + len(here)


def arranged(
    listed: Sequence[Listed],
    folders: Sequence[Folder],
    closed: Collection[FolderId],
    hide_empty: bool = False,
) -> Arrangement:
    """Return the rows for articles in an order: each folder's own, then those in no folder."""
    return _Nest(listed, folders, closed, hide_empty) if folders else Arrangement(listed)


def summed(folders: Iterable[Folder], inside: Mapping[FolderId, int]) -> dict[FolderId, int]:
    """Return for each folder what lies in it and in those under it, of what lies in each itself."""
    above = {folder.id: folder.parent_id for folder in folders}
    total: dict[FolderId, int] = {}
    for folder_id, count in inside.items():
        line: list[FolderId] = []
        outer: FolderId | None = folder_id
        while outer is not None and outer not in line:  # a damaged desk may have a circle
            line.append(outer)
            total[outer] = total.get(outer, 0) + count
            outer = above.get(outer)
    return total
