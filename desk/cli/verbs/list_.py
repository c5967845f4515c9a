"""`list`: print what is on a desk."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from desk.cli.arguments import FILE
from desk.cli.lines import cell, in_order, plain
from desk.cli.terminal import say, say_json
from desk.core.types import Passage
from desk.store.desk import Desk


def _passages(desk: Desk) -> list[dict[str, Any]]:
    paths = {tag.id: tag.path for tag in desk.tags.all()}

    def tagged(passage: Passage) -> dict[str, Any]:
        return {**plain(passage), "tags": in_order(paths[tag] for tag in passage.tags)}

    return [tagged(passage) for passage in desk.passages.all()]


# What to list -> how to read it, and the columns that its lines show.
LISTS: Mapping[str, tuple[Callable[[Desk], list[dict[str, Any]]], tuple[str, ...]]] = {
    "articles": (
        lambda desk: [plain(row) for row in desk.articles.rows()],
        ("id", "title", "words", "passages", "status"),
    ),
    "tags": (lambda desk: [plain(tag) for tag in desk.tags.all()], ("id", "path", "passages")),
    "passages": (_passages, ("id", "article_id", "start", "end", "tags", "quote")),
    "notes": (lambda desk: [plain(note) for note in desk.notes.all()], ("id", "body")),
}


@click.command("list")
@click.argument("file", type=FILE)
@click.argument("what", type=click.Choice(["articles", "tags", "passages", "notes"]))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list of objects.")
def list_(file: Path, what: str, as_json: bool) -> None:
    """List what is on a desk, a line each."""
    read, columns = LISTS[what]
    with Desk.open(file) as desk:
        rows = read(desk)
    if as_json:
        say_json(rows)
    else:
        for row in rows:
            say("\t".join(cell(row[column]) for column in columns))
