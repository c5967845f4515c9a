"""Which passage gives a stretch of text its fill: checked character by character."""

from hypothesis import given
from hypothesis import strategies as st

from desk.core.types import Mark, PassageId
from desk.ui.article.segments import joined, uppermost

MARKS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), min_size=0, max_size=12).map(
    lambda pairs: [
        Mark(PassageId(n), start, start + length, (), False, False)
        for n, (start, length) in enumerate(pairs, start=1)
    ]
)


def length(mark: Mark) -> tuple[int, ...]:
    return (mark.end - mark.start,)


@given(MARKS)
def test_each_character_goes_to_the_shortest(marks: list[Mark]) -> None:
    here = [mark for mark in marks if mark.end > 5 and mark.start < 25]
    owner = {}
    for start, end, mark in uppermost(here, 5, 25, length):
        owner.update(dict.fromkeys(range(start, end), mark))
    for position in range(5, 25):
        over = [mark for mark in here if mark.start <= position < mark.end]
        shortest = min(over, key=lambda mark: (*length(mark), mark.id), default=None)
        assert owner.get(position) == shortest


@given(MARKS)
def test_joined_stretches_cover_what_the_passages_cover(marks: list[Mark]) -> None:
    marks.sort(key=lambda mark: (mark.start, -mark.end))
    here = [mark for mark in marks if mark.end > 5 and mark.start < 25]
    covered = [p for start, end in joined(here, 5, 25) for p in range(start, end)]
    wanted = {p for mark in here for p in range(max(5, mark.start), min(25, mark.end))}
    assert covered == sorted(wanted)
