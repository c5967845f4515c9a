"""`export`: write passages to a file, or to another program."""

from pathlib import Path

import click

from desk.cli.arguments import FILE, WORDS
from desk.cli.lines import count
from desk.cli.terminal import say, send, watched
from desk.core.errors import UserError
from desk.core.types import TagId
from desk.formats.writers import WRITERS
from desk.store.desk import Desk
from desk.store.exporting import Rows
from desk.tasks import exporting

FORMATS = [writer.key for writer in WRITERS]


@click.command()
@click.argument("file", type=FILE)
@click.argument("out", type=FILE)
@click.option(
    "--format",
    "key",
    metavar="F",
    type=click.Choice(FORMATS),
    help=f"The format, where the suffix of OUT does not name it: {', '.join(FORMATS)}.",
)
@click.option(
    "--rows",
    type=click.Choice(["passage", "tag"]),
    default="passage",
    help="A row for each passage (the default), or for each tag of each passage.",
)
@click.option(
    "--tag",
    "tags",
    metavar="NAME",
    type=WORDS,
    multiple=True,
    help="Only passages with this tag, or one under it.",
)
@click.option(
    "--article",
    "articles",
    metavar="ARTICLE",
    type=WORDS,
    multiple=True,
    help="Only passages of this article: its id or exact title.",
)
@click.option("--guard", is_flag=True, help="Put ' before cells that a spreadsheet would run.")
@click.option("--no-bom", is_flag=True, help="Leave out the mark that says UTF-8.")
def export(
    file: Path,
    out: Path,
    key: str | None,
    rows: Rows,
    tags: tuple[str, ...],
    articles: tuple[str, ...],
    guard: bool,
    no_bom: bool,
) -> None:
    """Write passages to a file, whole or not at all.

    OUT is the file; - is standard output, for other programs, as CSV.
    """
    piped = str(out) == "-"
    with Desk.open(file) as desk:
        if not piped:
            _refuse_device(out)
            exporting.refuse_target(out, desk.path, key or "")
        chosen = exporting.branch(desk.tags.all(), [_tag(desk, path) for path in tags])
        found = [desk.articles.find(name) for name in articles]
        snapshot = exporting.snapshot(desk, rows, chosen, found)
    if piped:
        send(exporting.chunks(snapshot, key or FORMATS[0], guard=guard, bom=not no_bom))
        return
    writing = exporting.write(snapshot, out, key=key or "", guard=guard, bom=not no_bom)
    for _ in watched(writing, lambda progress: progress):
        pass
    say(f"wrote {count(len(snapshot.rows), 'row')} to {out}")


def _tag(desk: Desk, path: str) -> TagId:
    found = desk.tags.find(path)
    if found is None:
        raise UserError("There is no tag “{path}” on this desk.", path=str(path))
    return found


def _refuse_device(out: Path) -> None:
    if out.exists() and not out.is_file() and not out.is_dir():
        raise click.UsageError(
            f"“{out}” is a device or a pipe, not a file. Use - to write to standard output."
        )
