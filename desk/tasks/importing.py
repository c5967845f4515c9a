"""Bring files in: read them, which takes long, then store them, which takes the desk.

`read` never sees the desk, so that it can run in another thread; an `Intake` (`tasks/intake.py`)
stores.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from itertools import accumulate, groupby
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

from desk.core.message import Message
from desk.core.types import Codebook, Draft
from desk.formats import worker
from desk.formats.source import Options
from desk.store.articles import fingerprint
from desk.tasks.finding_files import FoundFile, found_files
from desk.tasks.progress import Progress

# What is stored in one transaction: some 0.1 s of work, so that a window lives meanwhile.
BATCH = 1_500_000
_EACH = 2_000  # a short article costs as much as so many characters of a long one
_PASSAGE = 500  # and a passage as so many


_SMALL = 20_000_000  # bytes of a file that is looked through before it comes in
_PATIENCE = 15  # seconds for each of them

Needs = Literal["", "columns", "password"]
"""What the reader has to tell before a file can be read"""


class Outcome(NamedTuple):
    """What a file gave: its drafts, or the sentence that says why it was refused.

    `report` is set if that was the program's own fault, for the reader to copy, and `needs` if
    it was for want of a password, or of knowing which column of a table holds the text. `words`
    says how many each draft has, if they were counted. `trail` names the folders that the file
    was found in, from the one that was named. `codebook` is what a project of another program
    holds besides; a large project comes in several parts, each with all of that, counted from 0.
    """

    path: Path
    progress: Progress
    drafts: tuple[Draft, ...] = ()
    refusal: Message | None = None
    report: str = ""
    needs: Needs = ""
    words: tuple[int, ...] = ()
    trail: tuple[str, ...] = ()
    codebook: Codebook | None = None
    part: int = 0


def read(
    paths: Iterable[Path | FoundFile],
    is_cancelled: Callable[[], bool] = lambda: False,
    options: Mapping[Path, Options] = MappingProxyType({}),
    default: Options | None = None,
) -> Generator[Outcome]:
    """Read files, and those in folders, in a process of their own, yielding an outcome for each.

    `options` are for files that are not to be read as all others, which `default` is for.
    `is_cancelled` is asked many times a second; closing the generator ends the process too.
    """
    files = found_files(paths)
    done = 0
    for chosen, group in groupby(files, lambda file: options.get(file.path, default)):
        asked = list(group)
        reading = worker.read_files(
            [file.path for file in asked], is_cancelled=is_cancelled, options=chosen
        )
        with closing(reading):
            for file, found in zip(asked, reading, strict=False):  # less where it is cancelled
                done += 1
                yield from _parts(_outcome(found, Progress(done, len(files)), file.trail))


def _outcome(found: worker.Outcome, progress: Progress, trail: tuple[str, ...]) -> Outcome:
    needs: Needs = "columns" if found.error and found.table else ""
    return Outcome(
        found.path,
        progress,
        found.drafts,
        found.error,
        found.report,
        "password" if found.is_locked else needs,
        found.words,
        trail,
        found.codebook,
    )


def _parts(outcome: Outcome) -> Iterator[Outcome]:
    """Yield an outcome; a project in parts that are worth a transaction each."""
    if not outcome.codebook:
        yield outcome
        return
    weights = accumulate(_draft_weight(draft) for draft in outcome.drafts)
    numbered = zip(weights, zip(outcome.drafts, outcome.words, strict=True), strict=True)
    groups = groupby(numbered, lambda weighed: weighed[0] // BATCH)
    drafts = [[pair for _, pair in group] for _, group in groups] or [[]]
    for part, pairs in enumerate(drafts):
        kept, words = tuple(d for d, _ in pairs), tuple(w for _, w in pairs)
        yield outcome._replace(drafts=kept, words=words, part=part)


def find(paths: Iterable[Path | FoundFile]) -> Generator[list[FoundFile]]:
    """Yield the files that are meant, once: in large folders that takes a while."""
    yield found_files(paths)


def look(
    path: Path, options: Options, is_cancelled: Callable[[], bool] = lambda: False
) -> Generator[worker.Outcome]:
    """Read one file as it would come in, and yield all that is known of it, for a preview."""
    with closing(worker.read_files([path], is_cancelled=is_cancelled, options=options)) as reading:
        yield from reading


class Prints(NamedTuple):
    """The fingerprints of the texts in a file, or the sentence that says why there are none."""

    file: FoundFile
    texts: tuple[str, ...] = ()
    refusal: Message | None = None
    lacks_column: bool = False
    """Whether it is a table whose text is still to be told"""


def prints(
    files: Iterable[FoundFile], is_cancelled: Callable[[], bool] = lambda: False
) -> Generator[Prints]:
    """Yield the fingerprints of files, to compare them with a desk; pass over large ones."""
    asked = [file for file in files if _is_small(file.path)]
    reading = worker.read_files(
        [file.path for file in asked], is_cancelled=is_cancelled, timeout_s=_PATIENCE
    )
    with closing(reading):
        for file, found in zip(asked, reading, strict=False):  # less where it is cancelled
            yield prints_of(file, found)


def prints_of(file: FoundFile, found: worker.Outcome) -> Prints:
    """Return the fingerprints of what was found in a file, as the desk keeps them."""
    texts = tuple(fingerprint(draft.text) for draft in found.drafts)
    refusal = None if found.is_locked or found.table else found.error
    return Prints(file, texts, refusal, bool(found.error and found.table))


def _is_small(path: Path) -> bool:
    try:
        return path.stat().st_size <= _SMALL
    except OSError:  # it is refused when it is read
        return True


def batches(outcomes: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    """Put outcomes together until they are worth a transaction."""
    coming = iter(outcomes)
    while batch := list(_batch(coming)):
        yield batch


def _batch(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """Yield the next of them that together are worth a transaction, or as many as there are."""
    gathered = 0
    for outcome in outcomes:
        yield outcome
        gathered += weight([outcome])
        if gathered >= BATCH:
            return


def weight(outcomes: Iterable[Outcome]) -> int:
    """Return about how much there is to store, in characters."""
    return sum(_draft_weight(draft) for outcome in outcomes for draft in outcome.drafts)


def _draft_weight(draft: Draft) -> int:
    return _EACH + len(draft.text) + _PASSAGE * len(draft.passages)
