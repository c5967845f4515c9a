"""How far a long task is."""

from typing import NamedTuple


class Progress(NamedTuple):
    """So many of so many are done; what is counted depends on the task."""

    done: int
    total: int
