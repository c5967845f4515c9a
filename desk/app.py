"""Starts the program: the command line for a verb, the window for everything else."""

import sys
from collections.abc import Sequence
from pathlib import Path

from desk import paths

OWN_DESK = "My desk.desk"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; `arguments` default to those of the process."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given:
        return open_window(None)
    if len(given) == 1 and not given[0].startswith("-") and Path(given[0]).exists():
        return open_window(Path(given[0]))
    from desk import cli  # late: the window does without it, and starts sooner

    if cli.handles(given):
        return cli.main(given)
    if len(given) > 1:
        return _refuse("Open one desk at a time: reading-desk FILE. See --help.")
    return open_window(Path(given[0]))


def open_window(path: Path | None) -> int:
    """Show the window with a desk, the user's own by default, until it is closed."""
    from desk.ui import display  # late: the command line does without Qt

    reason = display.why_no_window()
    if reason is None:
        try:
            from desk.ui import source_search

            source_search.switch_off()  # before all that is imported next
            from desk.ui import program
        except ImportError as error:
            if "shared object file" not in str(error):
                raise  # a bug of ours, and no library of the system's that is missing
            reason = display.missing_library(error)
        else:
            return program.run(path or own_desk(), is_own=path is None)
    return _refuse(reason)


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 2


def own_desk() -> Path:
    """Return where the user's own desk is, or will be."""
    return paths.data_folder() / OWN_DESK
