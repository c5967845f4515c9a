"""`new`: make a desk."""

from pathlib import Path

import click

from desk.cli.arguments import FILE
from desk.cli.lines import count
from desk.cli.terminal import say
from desk.store.desk import Desk
from desk.tasks.starters import add_starters


@click.command()
@click.argument("file", type=FILE)
@click.option("--empty", is_flag=True, help="Leave out the starter articles.")
def new(file: Path, empty: bool) -> None:
    """Make a new desk, with the starter articles on it."""
    with Desk.create(file, begin=None if empty else add_starters) as desk:
        added = len(desk.articles.rows())
    say(f"made {file} with {count(added, 'article')}")
