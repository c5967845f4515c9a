"""The files that are meant where files and folders are named."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from desk.core.text import clean
from desk.formats.registry import reader_for


class FoundFile(NamedTuple):
    """A file, and the names of the folders that it was found in, from the one that was named."""

    path: Path
    trail: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's name behind those folders that lie in the one that was named."""
        return "/".join((*self.trail[1:], self.path.name))


def found_files(paths: Iterable[Path | FoundFile]) -> list[FoundFile]:
    """Return the files that are meant: a folder stands for the files in it of known formats.

    A folder with none stays in the list, to be refused by name. Hidden files and folders are
    passed over, links to folders are not followed. What was found before is what is meant.
    """
    return [file for path in paths for file in _found(path)]


def _found(path: Path | FoundFile) -> list[FoundFile]:
    if isinstance(path, FoundFile):
        return [path]
    if not is_folder(path):
        return [FoundFile(path)]
    name = path.resolve().name  # as of "." and ".."
    return list(_files_of(path, (clean(name),))) or [FoundFile(path)]


def is_folder(path: Path) -> bool:
    """Say whether there is a folder; what cannot even be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _files_of(folder: Path, trail: tuple[str, ...]) -> Iterator[FoundFile]:
    with suppress(OSError):  # one that cannot be looked into is refused by name
        for path in sorted(folder.iterdir()):
            if path.name.startswith("."):
                continue
            if path.is_dir() and not path.is_symlink():
                yield from _files_of(path, (*trail, clean(path.name)))
            elif reader_for(path) and path.is_file():
                yield FoundFile(path, trail)
