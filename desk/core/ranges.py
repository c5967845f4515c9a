"""An index over the passages of one article: what is here, what is next, in which lane.

Lanes are settled only as far as somebody asks: a change costs nothing where nobody looks.
"""

from collections.abc import Iterable, Sequence

from desk.core.lanes import Lanes
from desk.core.ordered import BLOCK, FAR, ItemT, Key, Ordered, order


class RangeIndex(Ordered[ItemT]):
    """Items of one text in the order of `order`, each with a lane."""

    def __init__(
        self,
        items: Iterable[ItemT] = (),
        rest: Iterable[Iterable[ItemT]] | None = None,
        total: int = 0,
    ) -> None:
        self._lanes: dict[int, int] = {}
        # Lanes of items below this key are right; None says that all are.
        self._unsettled: Key | None = None
        # Beyond this position they are right too, unless settling moves what reaches over it.
        self._until = 0
        super().__init__(items, rest, total)

    def remove(self, item_id: int) -> ItemT:
        """Take an item out and return it; KeyError when there is none with this id."""
        item = super().remove(item_id)
        self._lanes.pop(item_id, None)
        return item

    def lane(self, item_id: int) -> int:
        """Return the lane of an item, from 0; KeyError when there is none with this id."""
        if item_id not in self._by_id:
            self._read_until(FAR)
        item = self._by_id[item_id]
        if self._unsettled is not None and order(item) >= self._unsettled:
            self._settle(order(item))
        return self._lanes[item_id]

    def _append(self, items: Iterable[ItemT]) -> Sequence[ItemT]:
        """Leave the lanes of new items to be settled."""
        added = super()._append(items)
        if added:
            self._unsettled = self._unsettled or order(added[0])
            self._until = max(self._until, *(item.end for item in added))
        return added

    def _is_to_change(self, item: ItemT) -> None:
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
