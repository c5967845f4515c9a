"""`import`: bring in files as articles."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from desk.cli.arguments import FILE
from desk.cli.exit_codes import DONE, SOME_REFUSED
from desk.cli.terminal import ask_password, say, watched
from desk.core.text import clean
from desk.formats.source import FIELDS, TEXT_FIELDS, Options
from desk.store.desk import Desk
from desk.tasks import importing
from desk.tasks.intake import Arrival, Intake, Terms
from desk.tasks.unlocking import unlocked

COLUMNS = (*TEXT_FIELDS, *FIELDS)

_PARTS = {"added": "added", "present": "already there", "refused": "refused"}


def _column(given: str) -> tuple[str, str]:
    """Return the name of a column and the field that it holds, from NAME=FIELD."""
    name, _, field = given.rpartition("=")
    if not name or field not in COLUMNS:
        raise click.BadParameter(
            f"“{given}” is not NAME=FIELD, where FIELD is one of: {', '.join(COLUMNS)}."
        )
    return clean(name), field


@click.command("import")
@click.argument("file", type=FILE)
@click.argument("path", type=FILE, nargs=-1, required=True)
@click.option("--flat", is_flag=True, help="Make no folders of the library from folders.")
@click.option(
    "--password",
    metavar="WORD",
    help="Opens protected PDF files; - reads it from standard input.",
)
@click.option("--encoding", metavar="NAME", default="", help="Of plain texts, such as cp1251.")
@click.option(
    "--column",
    "columns",
    metavar="NAME=FIELD",
    multiple=True,
    callback=lambda _context, _option, given: dict(map(_column, given)),
    help=f"What a column of a table is: {', '.join(COLUMNS)}.",
)
def import_(
    file: Path,
    path: tuple[Path, ...],
    flat: bool,
    password: str | None,
    encoding: str,
    columns: Mapping[str, str],
) -> int:
    """Bring in files, and the files in folders, as articles.

    A folder becomes a folder of the library, with those in it. On a terminal, the password of a
    protected file is asked for.
    """
    if password == "-":
        password = sys.stdin.readline().rstrip("\n")
    with Desk.open(file) as desk:
        intake = Intake(desk, Terms(flat=flat))
        options = Options(encoding=encoding, password=password or "", columns=columns)
        reading = importing.read(path, default=options)
        read = watched(unlocked(reading, ask_password), lambda outcome: outcome.progress)
        try:
            for batch in importing.batches(read):
                intake.store(batch)
        finally:  # what came in before a fault stays, and must be told
            for arrival in intake.arrivals:
                say(_arrival_line(arrival))
    refused = any(arrival.state == "refused" for arrival in intake.arrivals)
    return SOME_REFUSED if refused else DONE


def _arrival_line(arrival: Arrival) -> str:
    """Say what became of a file, and which option helps where it can be read better."""
    told = [str(words) for words in arrival.words]
    if arrival.needs == "columns":
        told.append("Name it with --column NAME=text.")
    elif any("encoding" in words.values for words in arrival.words):
        told.append("Name one with --encoding NAME.")
    words = " ".join(told)
    if arrival.state == "refused":
        return f"refused: {arrival.path}: {words}"
    article = f"{arrival.article_id} “{arrival.title}”" if arrival.article_id is not None else ""
    what = ", ".join(filter(None, (article, *map(str, arrival.brought))))
    words = f"({words})" if words and what else words
    return f"{_PARTS[arrival.state]}: {arrival.path}: {' '.join(filter(None, (what, words)))}"
