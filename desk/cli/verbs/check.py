"""`check`: tell what is wrong with a desk."""

from pathlib import Path

import click

from desk.cli.arguments import FILE
from desk.cli.exit_codes import DONE, SOME_REFUSED
from desk.cli.terminal import say
from desk.store.desk import Desk


@click.command()
@click.argument("file", type=FILE)
def check(file: Path) -> int:
    """Tell what is wrong with a desk, or "ok"."""
    with Desk.open(file) as desk:
        problems = desk.check()
    for sentence in map(str, problems) if problems else ["ok"]:
        say(sentence)
    return SOME_REFUSED if problems else DONE
