"""Prints how fast Reading Desk is: `python -m tests.bench [NAME...] [--json]`.

The names are those of the modules beside this one; without any, all of them run, each in a
process of its own, so that its peak of memory is its own. The exit code is 1 if a bound is broken.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module

from tests import screen
from tests.bench.measure import Figure

BENCHES = (
    *("start", "opening", "frames", "tagging", "walk", "csv_export", "tag_box", "find", "library"),
    "long_session",
)
COLUMNS = "{:<68} {:>10} {:>10} {:>7} {:>6} {:>5} {:>8}"
HERE = "--here"  # measure in this process, and print a line of JSON for each figure

screen.stand_in()
# The offscreen platform says of each window what it does not support.
os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")


def main(arguments: list[str]) -> int:
    """Run the benches and print the table."""
    chosen = [name for name in arguments if not name.startswith("-")] or list(BENCHES)
    if HERE in arguments:
        return _measure(chosen[0])
    as_json = "--json" in arguments
    if not as_json:
        print(COLUMNS.format("", "ours", "bare", "ratio", "bound", "runs", "peak MB"))
    found: list[Figure] = []
    for figure in (figure for name in chosen for figure in _measured(name)):
        found.append(figure)
        if not as_json:
            print(_line(figure), flush=True)
    if as_json:
        print(json.dumps([figure._asdict() for figure in found], indent=1))
    return 0 if all(figure.holds for figure in found) else 1


def _measured(name: str) -> Iterator[Figure]:
    """Yield the figures of a bench as another process measures them."""
    command = [sys.executable, "-m", "tests.bench", name, HERE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for line in child.stdout:
            yield Figure(*json.loads(line))
    if child.returncode:
        raise SystemExit(f"{name} failed")


def _measure(name: str) -> int:
    for figure in import_module(f"tests.bench.{name}").figures():
        print(json.dumps(figure), flush=True)
    return 0


def _line(figure: Figure) -> str:
    times = (f"{figure.ours:.2f} {figure.unit}", f"{figure.bare:.2f} {figure.unit}")
    bound = f"{figure.bound:g}" if figure.bound else "-"
    mark = "" if figure.holds else "  BROKEN"
    line = COLUMNS.format(
        figure.name, *times, f"{figure.ratio:.2f}", bound, figure.runs, f"{figure.memory:.0f}"
    )
    return line + mark


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
