"""What the program was started with: a desk, or files of articles."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from desk.formats.registry import reader_for
from desk.store.opening import MAGIC


def articles_in(paths: Iterable[Path]) -> list[Path]:
    """Return the whole paths of files and folders of articles; none if any is something else."""
    given = list(paths)
    return [path.absolute() for path in given] if all(map(_is_article, given)) else []


def _is_article(path: Path) -> bool:
    """Say whether a file is one to bring in; a desk may have any name, so it is looked into."""
    with suppress(OSError):
        if path.is_dir():
            return True
        if reader_for(path) is not None and path.is_file():
            with path.open("rb") as file:
                return file.read(len(MAGIC)) != MAGIC
    return False
