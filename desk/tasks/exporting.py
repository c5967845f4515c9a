"""Take passages out: a snapshot of the rows, then a file, written whole or not at all.

`write` never sees the desk, so that it can run in another thread.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from desk.core.errors import UserError
from desk.core.types import ArticleId, Tag, TagId
from desk.formats.atomic import refuse_same_file, write_in_steps
from desk.formats.writers import writer_for
from desk.store.desk import Desk
from desk.store.exporting import Rows
from desk.tasks.progress import Progress


class Snapshot(NamedTuple):
    """The rows to write, as they were when it was taken; `desk` is the file they are from."""

    desk: Path
    columns: tuple[str, ...]
    rows: list[tuple[object, ...]]


def snapshot(
    desk: Desk,
    rows: Rows = "passage",
    tags: Sequence[TagId] = (),
    articles: Sequence[ArticleId] = (),
) -> Snapshot:
    """Return the rows of the passages that carry one of the tags, in one of the articles.

    No tags or no articles means all of them; what lies under a tag must be named too (`branch`).
    """
    found = list(desk.exporting.rows(rows, tags, articles))
    return Snapshot(desk.path, desk.exporting.columns(rows), found)


def branch(tags: Iterable[Tag], roots: Iterable[TagId]) -> list[TagId]:
    """Return these tags and all that lies under them; `tags` has parents before children."""
    chosen = set(roots)
    for tag in tags:
        if tag.parent_id in chosen:
            chosen.add(tag.id)
    return sorted(chosen)


def refuse_target(out: Path, desk: Path, key: str = "") -> None:
    """Raise UserError if `out` cannot be an export of this desk; nothing is written yet."""
    if out.is_dir():
        raise UserError("“{path}” is a folder. Choose a name for a file.", path=str(out))
    refuse_same_file(out, desk)
    if out.suffix.lower() == ".desk":
        raise UserError(
            "“{name}” would cover a desk or pass for one. Choose another suffix.", name=out.name
        )
    writer_for(out, key)


def chunks(
    snapshot: Snapshot, key: str, *, guard: bool = False, bom: bool = True
) -> Iterator[bytes]:
    """Return a snapshot in the format with this key, piece by piece, for what is no file."""
    writer = writer_for(Path(), key)
    return writer.write(snapshot.rows, snapshot.columns, guard=guard, bom=bom)


def write(
    snapshot: Snapshot, out: Path, *, key: str = "", guard: bool = False, bom: bool = True
) -> Generator[Progress]:
    """Write a snapshot in the format with this key, or else of the suffix of `out`.

    Yields the rows done. Closed before its end, or failing, it leaves the old file as it was.
    UserError says why a place cannot be written.
    """
    refuse_target(out, snapshot.desk, key)
    done = 0

    def counted() -> Iterator[tuple[object, ...]]:
        nonlocal done
        for row in snapshot.rows:
            done += 1
            yield row

    chunks = writer_for(out, key).write(counted(), snapshot.columns, guard=guard, bom=bom)
    for _ in write_in_steps(out, chunks):
        yield Progress(done, len(snapshot.rows))
