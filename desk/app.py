"""Starts the program: the command line for a verb, the window for everything else."""

import gc
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from desk import paths

OWN_DESK = "My desk.desk"
SUFFIX = ".desk"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code; `arguments` default to those of the process."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given:
        return open_window(None)
    if len(given) == 1 and not given[0].startswith("-") and Path(given[0]).exists():
        return _open(Path(given[0]))
    from desk import cli  # late: the window does without it, and starts sooner

    if cli.handles(given):
        return cli.main(given)
    if len(given) == 1:
        return open_window(Path(given[0]))
    articles = _articles(map(Path, given))
    if articles:
        return open_window(None, articles)
    return _refuse("Open one desk at a time: reading-desk FILE. See --help.")


def _open(path: Path) -> int:
    """Show a desk, or the user's own with a file of articles to be added to it."""
    articles = [] if path.suffix == SUFFIX else _articles([path])
    return open_window(None, articles) if articles else open_window(path)


def _articles(given: Iterable[Path]) -> list[Path]:
    from desk.tasks.start_files import articles_in  # late: a desk opens sooner without

    return articles_in(given)


def open_window(path: Path | None, articles: Sequence[Path] = ()) -> int:
    """Show the window with a desk, the user's own by default, until it is closed.

    `articles` are files to be added, which are shown first.
    """
    from desk.ui.start import display  # late: the command line does without Qt

    gc.disable()  # until the window is there: it finds nothing, and takes 8 ms of a start

    reason = display.why_no_window()
    if reason is None:
        try:
            from desk.ui.start import source_search

            source_search.switch_off()  # before all that is imported next
            from desk.ui import program
        except ImportError as error:
            if "shared object file" not in str(error):
                raise  # a bug of ours, and no library of the system's that is missing
            reason = display.missing_library(error)
        else:
            return program.run(path or own_desk(), is_own=path is None, articles=articles)
    return _refuse(reason)


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 2


def own_desk() -> Path:
    """Return where the user's own desk is, or will be."""
    return paths.data_folder() / OWN_DESK
