"""Passages in order of which each is read when somebody looks at it, with those around it."""

from collections.abc import Callable, Iterable, Sequence
from typing import overload

from desk.core.types import PassageId, PassageRow, PassageStart

PORTION = 500  # passages: read in 3 ms

Read = Callable[[Iterable[PassageId]], Iterable[PassageRow]]


class UnreadRows(Sequence[PassageRow]):
    """The rows of passages that begin at `starts`, in this order; `read` returns some of them.

    One that has gone meanwhile, by another program, is a row without words.
    """

    def __init__(self, starts: Sequence[PassageStart], read: Read) -> None:
        self.starts = starts
        self._read = read
        self._portions: dict[int, list[PassageRow]] = {}
        self._next = 0

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, number: int) -> PassageRow: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[PassageRow]: ...
    def __getitem__(self, number: int | slice) -> PassageRow | Sequence[PassageRow]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        portion, place = divmod(range(len(self))[number], PORTION)
        if portion not in self._portions:
            self._portions[portion] = self._portion(portion)
        return self._portions[portion][place]

    def _portion(self, number: int) -> list[PassageRow]:
        starts = self.starts[number * PORTION : (number + 1) * PORTION]
        rows = {row.id: row for row in self._read(start.id for start in starts)}
        return [rows.get(start.id) or _gone(start) for start in starts]

    def read_on(self) -> bool:
        """Read a portion that nobody looked at yet; False if there was none left."""
        while self._next in self._portions:
            self._next += 1
        left = self._next * PORTION < len(self)
        if left:
            self._portions[self._next] = self._portion(self._next)
        return left


def _gone(start: PassageStart) -> PassageRow:
    return PassageRow(start.id, start.article_id, "", start.start, start.start, "", "", (), "", "")
