"""`tag`: mark a quote, tag it, write a note on it."""

from pathlib import Path

import click

from desk.cli.arguments import FILE, WORDS
from desk.cli.lines import in_order
from desk.cli.terminal import say
from desk.core.anchor import find_quote
from desk.core.types import Place
from desk.store.desk import Desk


@click.command()
@click.argument("file", type=FILE)
@click.argument("article", type=WORDS)
@click.argument("quote", type=WORDS)
@click.option(
    "--tag",
    "tags",
    metavar="NAME",
    type=WORDS,
    multiple=True,
    help='A tag, made if it is missing; "a/b" lies under "a".',
)
@click.option(
    "--note", metavar="TEXT", type=WORDS, help="The note on the passage; empty takes it away."
)
@click.option("--nth", metavar="N", type=int, default=1, help="Which place of the quote, from 1.")
def tag(
    file: Path, article: str, quote: str, tags: tuple[str, ...], note: str | None, nth: int
) -> None:
    """Mark a quote in an article, tag it, write a note on it.

    ARTICLE is its id or exact title; QUOTE is in it letter for letter.
    """
    with Desk.open(file) as desk:
        article_id = desk.articles.find(article)
        start, end = find_quote(desk.articles.text(article_id), quote, nth)
        with desk.step("Tag passage" if tags else "Mark passage", Place(article_id, start, end)):
            passage = desk.passages.find(article_id, start, end)
            passage = passage or desk.passages.add(article_id, start, end)
            for path in tags:
                desk.taggings.put([passage], desk.tags.ensure(path))
            if note is not None:
                desk.notes.write(note, passage=passage)
        carried = in_order(desk.tags.path(tag) for tag in desk.passages.get(passage).tags)
    say(f"passage {passage} at {start}-{end}: {'; '.join(carried) or 'no tag'}")
