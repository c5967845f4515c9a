"""Bring files in: read them, which takes long, then store them, which takes the desk.

`read` never sees the desk, so that it can run in another thread; `store` runs within a step.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Literal, NamedTuple

from desk.core.types import ArticleId, Draft
from desk.formats import worker
from desk.formats.registry import reader_for
from desk.store.desk import Desk
from desk.tasks.progress import Progress


class Outcome(NamedTuple):
    """What a file gave: its drafts, or the sentence that says why it was refused.

    `report` is set if that was the program's own fault, for the reader to copy.
    """

    path: Path
    progress: Progress
    drafts: tuple[Draft, ...] = ()
    refusal: str = ""
    report: str = ""


class Arrival(NamedTuple):
    """What became of a draft or of a refused file.

    `article_id` is the new article, or the one that was there already with the same text.
    `words` is the refusal, or what the reader of the format wants to be known.
    """

    state: Literal["added", "present", "refused"]
    path: Path
    title: str = ""
    article_id: ArticleId | None = None
    words: str = ""


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return the files that are meant: a folder stands for the files in it of known formats.

    A folder with none stays in the list, to be refused by name. Hidden files and folders are
    passed over, links to folders are not followed.
    """
    return [file for path in paths for file in (_files_of(path) or [path])]


def _files_of(folder: Path) -> list[Path]:
    files: list[Path] = []
    with suppress(OSError):  # one that cannot be looked into is refused by name
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name.startswith("."):
                continue
            if path.is_dir() and not path.is_symlink():
                files += _files_of(path)
            elif reader_for(path) and path.is_file():
                files.append(path)
    return files


def read(
    files: Sequence[Path], is_cancelled: Callable[[], bool] = lambda: False
) -> Generator[Outcome]:
    """Read files one after the other in a process of their own, yielding an outcome for each.

    `is_cancelled` is asked many times a second; closing the generator ends the process too.
    """
    with closing(worker.read_files(files, is_cancelled=is_cancelled)) as reading:
        for done, found in enumerate(reading, 1):
            progress = Progress(done, len(files))
            yield Outcome(found.path, progress, found.drafts, found.error, found.report)


def label(outcomes: Iterable[Outcome]) -> str:
    """Return the name of the step that stores these outcomes."""
    drafts = [draft for outcome in outcomes for draft in outcome.drafts]
    if len(drafts) == 1:
        return f"Import “{drafts[0].title}”"
    return f"Import {len(drafts)} articles"


def store(desk: Desk, outcomes: Iterable[Outcome]) -> list[Arrival]:
    """Add the drafts whose text is not on the desk yet; runs within a step."""
    return [arrival for outcome in outcomes for arrival in _arrivals(desk, outcome)]


def _arrivals(desk: Desk, outcome: Outcome) -> Iterator[Arrival]:
    if outcome.refusal:
        yield Arrival("refused", outcome.path, words=outcome.refusal)
    for draft in outcome.drafts:
        known = desk.articles.same_text(draft.text)
        words = " ".join(draft.warnings)
        if known is None:
            added = desk.articles.add(draft)
            yield Arrival("added", outcome.path, draft.title, added, words)
        else:
            yield Arrival("present", outcome.path, desk.articles.get(known).title, known)
