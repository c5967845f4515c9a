"""Prints how fast Reading Desk is: `python -m tests.bench [NAME...] [--json]`.

The names are those of the modules beside this one; without any, all of them run. The exit code
is 1 if a bound is broken.
"""

import json
import os
import sys
from importlib import import_module

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench.measure import Figure

BENCHES = ("start", "opening", "frames", "tagging", "csv_export", "tag_box", "find", "library")
COLUMNS = "{:<58} {:>10} {:>10} {:>7} {:>6} {:>5} {:>8}"


def main(arguments: list[str]) -> int:
    """Run the benches and print the table."""
    chosen = [name for name in arguments if not name.startswith("-")] or list(BENCHES)
    as_json = "--json" in arguments
    if not as_json:
        print(COLUMNS.format("", "ours", "bare", "ratio", "bound", "runs", "peak MB"))
    found: list[Figure] = []
    for name in chosen:
        for figure in import_module(f"tests.bench.{name}").figures():
            found.append(figure)
            if not as_json:
                print(_line(figure), flush=True)
    if as_json:
        print(json.dumps([figure._asdict() for figure in found], indent=1))
    return 0 if all(figure.holds for figure in found) else 1


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
