"""From passage to passage in the open article."""

from desk.core.types import TextRange
from desk.ui.reading.open_article import Reading


def step_passage(reading: Reading, by: int) -> None:
    """Select the next or previous passage and bring it into sight; past the end, the first.

    With a filter of tags, those that fade are passed over.
    """
    view = reading.view
    if reading.article is None or not len(view.shown().index):
        return
    marks = view.shown().index
    start = marks.get(view.selected_passage) or view.origin().start
    follow = marks.next_after if by > 0 else marks.previous_before
    found = follow(start)
    while found is not None and not view.passes_filter(found):
        found = follow(found)
    if found is None:
        ends = [mark for mark in marks if view.passes_filter(mark)]
        if not ends:
            return
        found = ends[0] if by > 0 else ends[-1]
    view.select_passage(found.id)
    view.keep_in_sight(TextRange(found.start, found.end))


def next_overlapping(reading: Reading) -> None:
    """Select the next of the passages that overlap the selected one."""
    here = reading.current_passage()
    where = reading.range_of(here) if here is not None else None
    if where is None:
        return
    near = [mark.id for mark in reading.view.shown().index.overlapping(*where)]
    following = near[(near.index(here) + 1) % len(near)] if here in near else None
    reading.view.select_passage(following)
    there = reading.view.target_range()
    if there is not None and not reading.view.in_sight(there):
        reading.view.keep_in_sight(there)
