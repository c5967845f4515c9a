"""The index against a plain list that does everything the slow way."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desk.core import ordered, ranges
from desk.core.lanes import assign_lanes
from desk.core.ordered import order
from desk.core.ranges import RangeIndex
from desk.core.types import Mark, PassageId, TextRange


def mark(number, start, end, note=False):
    return Mark(PassageId(number), start, end, (), note, False)


spans = st.tuples(st.integers(0, 60), st.integers(0, 25)).map(lambda at: (at[0], at[0] + at[1]))


def test_lanes_first_free_lane_is_taken():
    found = assign_lanes(
        [TextRange(*r) for r in [(0, 10), (0, 4), (2, 5), (4, 6), (5, 9), (10, 12)]]
    )
    assert found == [0, 1, 2, 1, 2, 0]


@given(st.lists(spans, max_size=40))
def test_lanes_never_share_a_character(found):
    ordered = sorted((TextRange(*r) for r in found), key=lambda r: (r.start, -r.end))
    lanes = assign_lanes(ordered)
    last_end = {}
    for span, lane in zip(ordered, lanes, strict=True):
        assert last_end.get(lane, 0) <= span.start
        assert all(last_end[below] > span.start for below in range(lane))
        last_end[lane] = span.end


class Model(RuleBasedStateMachine):
    """Random adds, removes and moves, with questions in between."""

    @initialize(
        found=st.lists(spans, max_size=30),
        block=st.sampled_from([1, 2, 3, 256]),
        cuts=st.lists(st.integers(0, 30), max_size=6).map(sorted),
        idle=st.booleans(),
    )
    def start(self, found, block, cuts, idle):
        self.block = ranges.BLOCK
        self.set_block(block)
        marks = [mark(number, *span) for number, span in enumerate(found)]
        self.model = {m.id: m for m in marks}
        there = self.ordered()
        first, *rest = (there[a:b] for a, b in pairwise((0, *cuts, len(there))))
        self.index = RangeIndex(reversed(first), iter(rest), len(marks))
        self.last = len(marks)
        self.idle = idle  # then nobody but the rules asks, and reads what is to be read

    @rule()
    def read_on(self):
        known = self.index.read_to
        assert self.index.read_on() in (True, False)
        assert self.index.read_to >= known

    def teardown(self):
        if hasattr(self, "block"):
            self.set_block(self.block)

    def set_block(self, size):
        ordered.BLOCK = ranges.BLOCK = size

    def ordered(self):
        return sorted(self.model.values(), key=order)

    @rule(span=spans)
    def add(self, span):
        self.last += 1
        self.model[self.last] = mark(self.last, *span)
        self.index.add(self.model[self.last])

    @rule(data=st.data())
    def remove(self, data):
        if self.model:
            gone = data.draw(st.sampled_from(sorted(self.model)))
            assert self.index.remove(gone) == self.model.pop(gone)

    @rule(data=st.data(), span=spans | st.none())
    def replace(self, data, span):
        if self.model:
            old = self.model[data.draw(st.sampled_from(sorted(self.model)))]
            new = mark(old.id, *(span or (old.start, old.end)), note=True)
            self.model[old.id] = new
            self.index.replace(new)

    @rule(data=st.data())
    def ask_one_lane(self, data):
        if self.model:
            asked = data.draw(st.sampled_from(self.ordered()))
            assert self.index.lane(asked.id) == self.lanes()[asked.id]

    @rule()
    def ask_all_lanes(self):
        assert {m.id: self.index.lane(m.id) for m in self.index} == self.lanes()

    def lanes(self):
        ordered = self.ordered()
        return {m.id: lane for m, lane in zip(ordered, assign_lanes(ordered), strict=True)}

    @rule(span=spans)
    def overlapping(self, span):
        start, end = span
        here = [m for m in self.ordered() if m.start < end and m.end > start]
        assert self.index.overlapping(start, end) == here

    @rule(position=st.integers(0, 90))
    def ask_at(self, position):
        here = self.index.at(position)
        assert {m.id for m in here} == {
            m.id for m in self.model.values() if m.start <= position < m.end
        }
        assert [m.end - m.start for m in here] == sorted(m.end - m.start for m in here)

    @rule(position=st.integers(0, 90))
    def neighbours_of_a_position(self, position):
        ordered = self.ordered()
        after = [m for m in ordered if m.start >= position]
        before = [m for m in ordered if m.start < position]
        assert self.index.next_after(position) == (after[0] if after else None)
        assert self.index.previous_before(position) == (before[-1] if before else None)

    @rule(span=spans, number=st.integers(0, 60))
    def neighbours_of_an_item(self, span, number):
        item = mark(number, *span)
        after = [m for m in self.ordered() if order(m) > order(item)]
        before = [m for m in self.ordered() if order(m) < order(item)]
        assert self.index.next_after(item) == (after[0] if after else None)
        assert self.index.previous_before(item) == (before[-1] if before else None)

    @rule()
    def walk_there_and_back(self):
        ordered = self.ordered()
        for item, following in pairwise([*ordered, None]):
            assert self.index.next_after(item) == following
        for item, previous in pairwise([*reversed(ordered), None]):
            assert self.index.previous_before(item) == previous

    @invariant()
    def same_items(self):
        if hasattr(self, "index"):
            assert len(self.index) == len(self.model)
        if hasattr(self, "index") and not self.idle:
            assert list(self.index) == self.ordered()
            assert len(self.index) == len(self.model)
            assert all(m.id in self.index and self.index.get(m.id) is m for m in self.index)


TestModel = Model.TestCase


def test_only_as_many_are_read_as_are_asked_for():
    marks = [mark(number, 10 * number, 10 * number + 15) for number in range(1000)]
    read = []

    def rest():
        for first in range(0, 1000, 100):
            read.append(first)
            yield marks[first : first + 100]

    index = RangeIndex(rest=rest(), total=1000)
    assert len(index) == 1000
    assert read == []
    assert index.overlapping(500, 600) == marks[49:60]
    assert index.next_after(505) == marks[51]
    assert index.get(3) == marks[3]
    assert index.get(None) is None
    assert read == [0]
    assert index.read_to == marks[99].start
    assert index.next_after(marks[99]) == marks[100]
    assert read == [0, 100]
    assert [index.lane(number) for number in range(200)] == assign_lanes(marks[:200])
    assert len(read) < 6
    assert index.lane(999) == 1
    assert index.get(5000) is None
    assert len(read) == 10
    assert not index.read_on()


def test_what_changed_elsewhere_before_it_was_read_is_known_once():
    marks = [mark(number, 10 * number, 10 * number + 15) for number in range(6)]
    moved = mark(1, 100, 110)
    index = RangeIndex(marks[:3], iter([[*marks[3:], moved]]))
    index.replace(moved)
    assert list(index) == [marks[0], *marks[2:], moved]


def test_an_empty_index_answers():
    index = RangeIndex()
    assert list(index) == index.overlapping(0, 9) == index.at(0) == []
    assert index.next_after(0) is index.previous_before(9) is index.get(1) is None
    assert 1 not in index


def test_wrong_ids_are_told():
    index = RangeIndex([mark(1, 0, 5)])
    with pytest.raises(ValueError, match="already"):
        index.add(mark(1, 2, 3))
    with pytest.raises(ValueError, match="same id"):
        RangeIndex([mark(1, 0, 5), mark(1, 2, 3)])
    for ask in (index.remove, index.lane, lambda number: index.replace(mark(number, 0, 1))):
        with pytest.raises(KeyError):
            ask(2)
    assert list(index) == [mark(1, 0, 5)]
    assert index.lane(1) == 0


def test_one_passage_over_everything_moves_all_lanes_and_back():
    marks = [mark(number, 10 * number, 10 * number + 15) for number in range(1000)]
    index = RangeIndex(marks)
    before = [index.lane(m.id) for m in marks]
    index.add(mark(5000, 0, 20_000))
    assert index.lane(5000) == 0
    assert [index.lane(m.id) for m in marks] == [lane + 1 for lane in before]
    index.remove(5000)
    assert [index.lane(m.id) for m in reversed(marks)] == before[::-1]


def test_changes_far_apart_are_settled_each_in_its_place():
    marks = [mark(number, 10 * number, 10 * number + 15) for number in range(2000)]
    index = RangeIndex(marks)
    assert [index.lane(m.id) for m in marks[:3]] == [0, 1, 0]
    for number, start in enumerate([19_000, 10, 10_000, 5, 18_000], start=5000):
        index.add(mark(number, start, start + 100))
        index.lane(number)
        index.remove(number)
        index.add(mark(number, start, start + 90))
    ordered = list(index)
    assert [index.lane(m.id) for m in ordered] == assign_lanes(ordered)


def test_an_index_is_filled_and_emptied():
    index = RangeIndex()
    marks = [mark(number, number % 700, number % 700 + 9) for number in range(1400)]
    for one in marks:
        index.add(one)
    assert list(index) == sorted(marks, key=order)
    assert [index.lane(m.id) for m in index] == assign_lanes(index)
    for one in marks:
        assert index.remove(one.id) == one
    assert list(index) == []
    assert len(index) == 0
