"""Files that need a password, asked for until it is right or given up."""

from collections.abc import Callable, Iterable, Iterator

from desk.formats.source import Options
from desk.tasks.finding_files import FoundFile
from desk.tasks.importing import Outcome, read


def unlocked(outcomes: Iterable[Outcome], ask: Callable[[Outcome], str]) -> Iterator[Outcome]:
    """Pass outcomes on; read a protected file once more with each password that `ask` returns.

    An empty one leaves the file refused. No password is kept.
    """
    for outcome in outcomes:
        while outcome.needs == "password" and (password := ask(outcome)):
            file = FoundFile(outcome.path, outcome.trail)
            (again,) = read([file], default=Options(password=password))
            outcome = again._replace(progress=outcome.progress)  # noqa: PLW2901 - the same file's
        yield outcome
