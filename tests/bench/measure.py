"""Ours against a bare baseline, in turn and in the same run, so that a noisy machine is fair."""

import atexit
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

Run = Callable[[], float]
"""Does it once and returns the seconds it took, without what had to be made ready."""


class Figure(NamedTuple):
    """One line of the table; times in milliseconds, memory in megabytes, a bound of 0 is none."""

    name: str
    ours: float
    bare: float
    ratio: float
    bound: float
    runs: int
    memory: float
    unit: str = "ms"

    @property
    def holds(self) -> bool:
        """Whether the bound is kept."""
        return not self.bound or self.ratio <= self.bound


def own_folder() -> Path:
    """Return a new folder, which goes when the process ends."""
    folder = tempfile.mkdtemp(prefix="reading-desk-bench-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def timed(act: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def compare(name: str, ours: Run, bare: Run, bound: float = 0, runs: int = 15) -> Figure:
    """Run both in turn, once to warm up, and return the medians."""
    ours(), bare()
    pairs = [(ours(), bare()) for _ in range(runs)]
    mine = statistics.median(pair[0] for pair in pairs) * 1000
    theirs = statistics.median(pair[1] for pair in pairs) * 1000
    return Figure(name, mine, theirs, mine / theirs, bound, runs, peak())


def peak() -> float:
    """Return the largest memory that this process has had, in megabytes."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1_000_000 if sys.platform == "darwin" else 1000)


def memory() -> float:
    """Return the memory that this process has now, in megabytes; its peak where nobody tells."""
    try:
        with Path("/proc/self/status").open() as status:
            held = next(line.split()[1] for line in status if line.startswith("VmRSS"))
    except OSError:
        return peak()
    return int(held) / 1000
