"""An index over the passages of one article: what is here, what is next, in which lane.

Items lie in blocks of some 256, each of which knows its furthest end, so that a question about
one screen looks at few of 100,000 passages even where one of them spans the whole article.

Lanes are settled only as far as somebody asks: a change costs nothing where nobody looks.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter
from typing import Generic, Protocol, TypeVar

from desk.core.lanes import Lanes, Span

BLOCK = 256
_FAR = 1 << 62


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


class RangeIndex(Generic[ItemT]):
    """Items of one text in the order of `order`, each with a lane."""

    def __init__(self, items: Iterable[ItemT] = ()) -> None:
        # By `order`, one part of it after the other: so Python runs none of our code for 10,000.
        ordered = sorted(items, key=attrgetter("id"))
        ordered.sort(key=_END, reverse=True)
        ordered.sort(key=attrgetter("start"))
        self._by_id: dict[int, ItemT] = {item.id: item for item in ordered}
        if len(self._by_id) != len(ordered):
            raise ValueError("two items have the same id")
        self._blocks = [_Block(ordered[i : i + BLOCK]) for i in range(0, len(ordered), BLOCK)]
        self._lanes: dict[int, int] = {}
        # Lanes of items below this key are right; None says that all are.
        self._unsettled: Key | None = order(ordered[0]) if ordered else None
        # Beyond this position they are right too, unless settling moves what reaches over it.
        self._until = max((block.end for block in self._blocks), default=0)

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[ItemT]:
        return chain.from_iterable(block.items for block in self._blocks)

    def __contains__(self, item_id: object) -> bool:
        return item_id in self._by_id

    def get(self, item_id: int) -> ItemT | None:
        """Return the item with this id, or None."""
        return self._by_id.get(item_id)

    def add(self, item: ItemT) -> None:
        """Put an item in its place; ValueError when its id is there already."""
        if item.id in self._by_id:
            raise ValueError(f"item {item.id} is in the index already")
        self._unsettle(item)
        self._by_id[item.id] = item
        self._insert(item)

    def remove(self, item_id: int) -> ItemT:
        """Take an item out and return it; KeyError when there is none with this id."""
        item = self._by_id.pop(item_id)
        self._unsettle(item)
        number, index = self._locate(item)
        block = self._blocks[number]
        del block.items[index]
        if not block.items:
            del self._blocks[number]
        elif item.end == block.end:
            block.measure()
        self._lanes.pop(item_id, None)
        return item

    def replace(self, item: ItemT) -> None:
        """Put an item in the place of the one with its id; KeyError when there is none.

        Where start and end stay, so does every lane.
        """
        old = self._by_id[item.id]
        if (old.start, old.end) != (item.start, item.end):
            self.remove(item.id)
            self.add(item)
            return
        number, index = self._locate(old)
        self._blocks[number].items[index] = item
        self._by_id[item.id] = item

    def overlapping(self, start: int, end: int) -> list[ItemT]:
        """Return, in order, the items that share a character with [start, end)."""
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
            return next(self._from((place, -_FAR, -_FAR)), None)
        start, minus_end, item_id = order(place)
        return next(self._from((start, minus_end, item_id + 1)), None)

    def previous_before(self, place: ItemT | int) -> ItemT | None:
        """Return the item before another, or the last one that starts before a position."""
        key = (place, -_FAR, -_FAR) if isinstance(place, int) else order(place)
        number = self._block_number(key)
        if number < 0:
            return None
        block = self._blocks[number]
        index = bisect_left(block.items, key, key=order)
        if index:
            return block.items[index - 1]
        return self._blocks[number - 1].items[-1] if number else None

    def lane(self, item_id: int) -> int:
        """Return the lane of an item, from 0; KeyError when there is none with this id."""
        item = self._by_id[item_id]
        if self._unsettled is not None and order(item) >= self._unsettled:
            self._settle(order(item))
        return self._lanes[item_id]

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
        number = max(0, self._block_number(key))
        for block in self._blocks[number : number + 1]:
            yield from block.items[bisect_left(block.items, key, key=order) :]
        for block in self._blocks[number + 1 :]:
            yield from block.items

    def _unsettle(self, item: ItemT) -> None:
        """Note that lanes may be wrong from an item that is to come or go to its end."""
        key = order(item)
        waiting = self._unsettled
        if waiting is not None and not waiting[0] <= item.start <= self._until:
            # An earlier change elsewhere mostly runs out after a few items; with it settled, what
            # lies between the two need not be.
            self._settle(waiting)
        self._unsettled = key if self._unsettled is None else min(key, self._unsettled)
        self._until = max(self._until, item.end)

    def _settle(self, key: Key) -> None:
        """Assign lanes until they agree with the old ones, or some way beyond a key.

        They agree where every item that came, went or moved has ended.
        """
        assert self._unsettled is not None
        taken = self._taken_before(self._unsettled)
        lanes = Lanes(taken)
        # As many beyond as were looked up before, so that settling bit by bit stays linear.
        spare = BLOCK + len(taken)
        for item in self._from(self._unsettled):
            if item.start > self._until:
                break
            if spare == 0:
                self._unsettled = order(item)
                return
            spare -= item.start >= key[0] and order(item) >= key
            lane = lanes.take(item.start, item.end)
            if self._lanes.get(item.id) != lane:
                self._lanes[item.id] = lane
                self._until = max(self._until, item.end)
        self._unsettled = None
        self._until = 0

    def _taken_before(self, key: Key) -> list[tuple[int, int]]:
        """Return the end and lane of each item below a key that reaches over its start."""
        here = self.overlapping(key[0], key[0] + 1)
        return [(item.end, self._lanes[item.id]) for item in here if order(item) < key]
