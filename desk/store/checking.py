"""What can be wrong with a desk that opens, found and told in sentences."""

import sqlite3
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from desk.core.message import Message, message
from desk.core.text import line_starts, paragraph_number
from desk.store import schema
from desk.store.articles import fingerprint

if TYPE_CHECKING:
    from desk.store.desk import Desk


def problems(desk: "Desk") -> list[Message]:
    """Run every check and return a sentence for each thing that is wrong."""
    return [sentence for check in CHECKS for sentence in check(desk)]


def _pages(desk: "Desk") -> Iterator[Message]:
    """SQLite's own look at every page, index and constraint."""
    for (answer,) in desk.connection.execute("PRAGMA integrity_check(20)"):
        if answer != "ok":
            yield message("The file is damaged: {fault}", fault=answer)


def _references(desk: "Desk") -> Iterator[Message]:
    for table, row, parent, _ in desk.connection.execute("PRAGMA foreign_key_check"):
        yield message(
            "Row {row} of {table} belongs to a row of {parent} that is gone.",
            row=str(row),
            table=table,
            parent=parent,
        )


def _search_indexes(desk: "Desk") -> Iterator[Message]:
    """FTS5 compares its index with the table; it asks as an insert, so not when read-only."""
    for table in () if desk.read_only else schema.SEARCH_COLUMNS:
        fts = f"{table}_fts"
        try:
            sql = f"INSERT INTO {fts} ({fts}, rank) VALUES ('integrity-check', 1)"
            desk.connection.execute(sql)
        except sqlite3.DatabaseError:
            yield message("The search index of {table} does not agree with its table.", table=table)


def _texts(desk: "Desk") -> Iterator[Message]:
    sql = "SELECT id, title, sha256, text FROM articles"
    for article_id, title, sha256, text in desk.connection.execute(sql):
        if fingerprint(text) != sha256:
            yield message(
                "The text of article {id} (“{title}”) is not the one that came in.",
                id=str(article_id),
                title=title,
            )
        yield from _quotes(desk, article_id, text)


def _quotes(desk: "Desk", article_id: int, text: str) -> Iterator[Message]:
    sql = 'SELECT id, start, "end", paragraph, quote FROM passages WHERE article_id = ?'
    starts = line_starts(text)
    for id_, start, end, paragraph, quote in desk.connection.execute(sql, (article_id,)):
        if text[start:end] != quote:
            yield message(
                "Passage {id} is misplaced: its quote is not at {start}-{end} of its article.",
                id=str(id_),
                start=str(start),
                end=str(end),
            )
        elif paragraph_number(starts, start) != paragraph:
            yield message(
                "Passage {id} names paragraph {paragraph}, which is not where it starts.",
                id=str(id_),
                paragraph=str(paragraph),
            )


def _circles(desk: "Desk") -> Iterator[Message]:
    reached = {tag.id for tag in desk.tags.all()}
    for id_, name in desk.connection.execute("SELECT id, name FROM tags"):
        if id_ not in reached:
            yield message("Tag {id} (“{name}”) lies under itself.", id=str(id_), name=name)


CHECKS: tuple[Callable[["Desk"], Iterator[Message]], ...] = (
    _pages,
    _references,
    _search_indexes,
    _texts,
    _circles,
)
