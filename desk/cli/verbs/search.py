"""`search`: find words on a desk."""

from pathlib import Path

import click

from desk.cli.arguments import FILE, WORDS
from desk.cli.lines import cell, plain
from desk.cli.terminal import say, say_json, tell
from desk.core.query import unknown_filter
from desk.core.types import SearchHit
from desk.store.desk import Desk


@click.command(context_settings={"ignore_unknown_options": True})  # -word is no option
@click.argument("file", type=FILE)
@click.argument("query", type=WORDS, nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON list of objects.")
def search(file: Path, query: tuple[str, ...], as_json: bool) -> None:
    """Find words in titles, texts, quotes and notes.

    Words "in quotes" are a phrase, which a shell wants in quotes of its own: '"safe places"'.
    -word excludes, word* finds what begins so, tag:claim and the like filter.
    """
    words = " ".join(query)
    with Desk.open(file) as desk:
        hits = desk.search.find(words)
    hint = None if hits else unknown_filter(words)
    if hint is not None:
        tell(str(hint))
    if as_json:
        say_json([plain(hit) for hit in hits])
    else:
        for hit in hits:
            say(_hit_line(hit))


def _hit_line(hit: SearchHit) -> str:
    where = f"{hit.where} {hit.start}-{hit.end}" if hit.end else hit.where
    return f"{hit.article_id}\t{where}\t{cell(hit.article_title)}\t{cell(hit.snippet)}"
