"""The formats that can be written: which writer for which file."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from desk.core.errors import UserError
from desk.formats.csv_rows import write_passages


class Write(Protocol):
    """Turns rows into the bytes of a file, piece by piece."""

    def __call__(
        self,
        rows: Iterable[Sequence[object]],
        columns: Sequence[str],
        *,
        guard: bool,
        bom: bool,
    ) -> Iterator[bytes]:
        """Write `rows` under their `columns`; `guard` and `bom` as `write_passages` has them."""
        ...


class Writer(NamedTuple):
    """A format that can be written; `key` names it on the command line."""

    key: str
    name: str
    suffixes: tuple[str, ...]
    write: Write


WRITERS = (Writer("csv", "CSV", (".csv",), write_passages),)


def writer_for(path: Path, key: str = "") -> Writer:
    """Return the writer with this key, else the one for a file's suffix; UserError if none."""
    for writer in WRITERS:
        if key == writer.key or (not key and path.suffix.lower() in writer.suffixes):
            return writer
    known = tuple(suffix for writer in WRITERS for suffix in writer.suffixes)
    raise UserError(
        "“{name}” does not say in which format to write. Give it a suffix: {known}.",
        name=path.name,
        known=known,
    )
