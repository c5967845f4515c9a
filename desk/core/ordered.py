"""Items of one text in order: what is here, what is next.

They lie in blocks of some 256, each of which knows its furthest end, so that a question about
one screen looks at few of 100,000 passages even where one of them spans the whole article. They
are read, from where they are kept, only as far as somebody asks.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

from desk.core.lanes import Span

BLOCK = 256
FAR = 1 << 62


class Item(Span, Protocol):
    """A span with an id, such as Mark."""

    @property
    def id(self) -> int:
        """Return what tells the item from all others."""
        ...


ItemT = TypeVar("ItemT", bound=Item)
Key = tuple[int, int, int]


_END = attrgetter("end")


def order(item: Item) -> Key:
    """Return what items are sorted by: start, then the longest first, then id."""
    return (item.start, -item.end, item.id)


class _Block(Generic[ItemT]):
    """A run of items in order, never empty, with their furthest end."""

    __slots__ = ("end", "items")

    def __init__(self, items: list[ItemT]) -> None:
        self.items = items
        self.measure()

    def measure(self) -> None:
        """Find the furthest end anew."""
        self.end: int = max(map(_END, self.items))

    def first(self) -> Key:
        """Return the key of the first item."""
        return order(self.items[0])


class Ordered(Generic[ItemT]):
    """Items of one text in the order of `order`.

    `rest` yields more of them in that order, some at a time; they are read as far as somebody asks,
    and all before anything is changed. `total` is how many there will be with those of `rest`.
    """

    def __init__(
        self,
        items: Iterable[ItemT] = (),
        rest: Iterable[Iterable[ItemT]] | None = None,
        total: int = 0,
    ) -> None:
        self._by_id: dict[int, ItemT] = {}
        self._blocks: list[_Block[ItemT]] = []
        self._rest = iter(rest or ())
        self._total = total
        # Of the items that start before this position all have been read.
        self._read_to = FAR if rest is None else -FAR
        items = list(items)
        self._append(items)
        if len(self._by_id) != len(items):
            raise ValueError("two items have the same id")

    def read_on(self) -> bool:
        """Read some more of the items; False if there were none left."""
        more = next(self._rest, None)
        if more is None:
            self._read_to = FAR
            return False
        self._append(more)
        return True

    @property
    def read_to(self) -> int:
        """Return the position before which all items that start there have been read."""
        return self._read_to

    def _read_until(self, position: int) -> None:
        while self._read_to < position and self.read_on():
            pass

    def _append(self, items: Iterable[ItemT]) -> Sequence[ItemT]:
        """Take in items that come after all others; return them without those known before."""
        # By `order`, one part of it after the other: so Python runs none of our code for 10,000.
        added = sorted(items, key=attrgetter("id"))
        added.sort(key=_END, reverse=True)
        added.sort(key=attrgetter("start"))
        if not self._by_id.keys().isdisjoint(item.id for item in added):
            added = [item for item in added if item.id not in self._by_id]
        self._by_id.update((item.id, item) for item in added)
        self._blocks += [_Block(added[i : i + BLOCK]) for i in range(0, len(added), BLOCK)]
        if added:
            self._read_to = max(self._read_to, added[-1].start)
        return added

    def __len__(self) -> int:
        unread = self._total if self._read_to < FAR else 0
        return max(len(self._by_id), unread)

    def __iter__(self) -> Iterator[ItemT]:
        self._read_until(FAR)
        return chain.from_iterable(block.items for block in self._blocks)

    def __contains__(self, item_id: object) -> bool:
        if item_id not in self._by_id:
            self._read_until(FAR)
        return item_id in self._by_id

    def get(self, item_id: int | None) -> ItemT | None:
        """Return the item with this id, or None."""
        return self._by_id[item_id] if item_id is not None and item_id in self else None

    def overlapping(self, start: int, end: int) -> list[ItemT]:
        """Return, in order, the items that share a character with [start, end)."""
        self._read_until(end)
        begun = bisect_left(self._blocks, end, key=lambda block: block.items[0].start)
        return [
            item
            for block in self._blocks[:begun]
            if block.end > start
            for item in block.items
            if item.start < end and item.end > start
        ]

    def at(self, position: int) -> list[ItemT]:
        """Return the items over the character at `position`, the smallest first."""
        here = self.overlapping(position, position + 1)
        return sorted(here, key=lambda item: (item.end - item.start, item.start, item.id))

    def next_after(self, place: ItemT | int) -> ItemT | None:
        """Return the item that follows another, or the first that starts at or after a position."""
        if isinstance(place, int):
            return next(self._from((place, -FAR, -FAR)), None)
        start, minus_end, item_id = order(place)
        return next(self._from((start, minus_end, item_id + 1)), None)

    def previous_before(self, place: ItemT | int) -> ItemT | None:
        """Return the item before another, or the last one that starts before a position."""
        key = (place, -FAR, -FAR) if isinstance(place, int) else order(place)
        self._read_until(key[0] + 1)
        number = self._block_number(key)
        if number < 0:
            return None
        block = self._blocks[number]
        index = bisect_left(block.items, key, key=order)
        if index:
            return block.items[index - 1]
        return self._blocks[number - 1].items[-1] if number else None

    def add(self, item: ItemT) -> None:
        """Put an item in its place; ValueError when its id is there already."""
        self._read_until(FAR)
        if item.id in self._by_id:
            raise ValueError(f"item {item.id} is in the index already")
        self._is_to_change(item)
        self._by_id[item.id] = item
        self._insert(item)

    def remove(self, item_id: int) -> ItemT:
        """Take an item out and return it; KeyError when there is none with this id."""
        self._read_until(FAR)
        item = self._by_id.pop(item_id)
        self._is_to_change(item)
        number, index = self._locate(item)
        block = self._blocks[number]
        del block.items[index]
        if not block.items:
            del self._blocks[number]
        elif item.end == block.end:
            block.measure()
        return item

    def replace(self, item: ItemT) -> None:
        """Put an item in the place of the one with its id; KeyError when there is none."""
        self._read_until(FAR)
        old = self._by_id[item.id]
        if (old.start, old.end) != (item.start, item.end):
            self.remove(item.id)
            self.add(item)
            return
        number, index = self._locate(old)
        self._blocks[number].items[index] = item
        self._by_id[item.id] = item

    def _is_to_change(self, item: ItemT) -> None:
        """Hear that an item is about to come or to go."""

    def _block_number(self, key: Key) -> int:
        """Return the last block that begins at or before a key, or -1."""
        return bisect_right(self._blocks, key, key=_Block.first) - 1

    def _locate(self, item: ItemT) -> tuple[int, int]:
        key = order(item)
        number = self._block_number(key)
        return number, bisect_left(self._blocks[number].items, key, key=order)

    def _insert(self, item: ItemT) -> None:
        if not self._blocks:
            self._blocks.append(_Block([item]))
            return
        number = max(0, self._block_number(order(item)))
        block = self._blocks[number]
        block.items.insert(bisect_left(block.items, order(item), key=order), item)
        block.end = max(block.end, item.end)
        if len(block.items) > 2 * BLOCK:
            halves = [_Block(block.items[:BLOCK]), _Block(block.items[BLOCK:])]
            self._blocks[number : number + 1] = halves

    def _from(self, key: Key) -> Iterator[ItemT]:
        """Yield the items at or after a key, in order."""
        self._read_until(key[0])
        number = max(0, self._block_number(key))
        for block in self._blocks[number : number + 1]:
            yield from block.items[bisect_left(block.items, key, key=order) :]
        number += 1
        while number < len(self._blocks) or self.read_on():
            for block in self._blocks[number:]:
                yield from block.items
                number += 1
