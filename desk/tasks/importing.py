"""Bring files in: read them, which takes long, then store them, which takes the desk.

`read` never sees the desk, so that it can run in another thread; an `Intake` stores.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from itertools import groupby, zip_longest
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

from desk.core.message import Message, plural
from desk.core.types import ArticleId, Changes, Draft, FolderId
from desk.formats import worker
from desk.formats.registry import reader_for
from desk.formats.source import Options
from desk.store.desk import Desk
from desk.store.nouns import new_guid
from desk.tasks.progress import Progress

# What is stored in one transaction: some 0.1 s of work, so that a window lives meanwhile.
BATCH = 1_500_000
_EACH = 2_000  # a short article costs as much as so many characters of a long one


class Outcome(NamedTuple):
    """What a file gave: its drafts, or the sentence that says why it was refused.

    `report` is set if that was the program's own fault, for the reader to copy, and
    `needs_choice` if it was for want of knowing which column of a table holds the text. `words`
    says how many each draft has, if they were counted.
    """

    path: Path
    progress: Progress
    drafts: tuple[Draft, ...] = ()
    refusal: Message | None = None
    report: str = ""
    needs_choice: bool = False
    words: tuple[int, ...] = ()


class Arrival(NamedTuple):
    """What became of a draft or of a refused file.

    `article_id` is the new article, or the one that was there already with the same text.
    `words` are the refusal, or what the reader of the format wants to be known. `report` is set if
    the refusal was the program's own fault.
    """

    state: Literal["added", "present", "refused"]
    path: Path
    title: str = ""
    article_id: ArticleId | None = None
    words: tuple[Message, ...] = ()
    report: str = ""
    needs_choice: bool = False


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
    paths: Iterable[Path],
    is_cancelled: Callable[[], bool] = lambda: False,
    options: Mapping[Path, Options] = MappingProxyType({}),
) -> Generator[Outcome]:
    """Read files, and those in folders, in a process of their own, yielding an outcome for each.

    `options` are for files that are not to be read as all others. `is_cancelled` is asked many
    times a second; closing the generator ends the process too.
    """
    files = files_in(paths)
    done = 0
    for chosen, group in groupby(files, options.get):
        reading = worker.read_files(group, is_cancelled=is_cancelled, options=chosen)
        with closing(reading):
            for found in reading:
                done += 1
                progress = Progress(done, len(files))
                unclear = bool(found.error and found.table)
                yield Outcome(
                    found.path,
                    progress,
                    found.drafts,
                    found.error,
                    found.report,
                    unclear,
                    found.words,
                )


def look(
    path: Path, options: Options, is_cancelled: Callable[[], bool] = lambda: False
) -> Generator[worker.Outcome]:
    """Read one file as it would come in, and yield all that is known of it, for a preview."""
    with closing(worker.read_files([path], is_cancelled=is_cancelled, options=options)) as reading:
        yield from reading


def batches(outcomes: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    """Put outcomes together until they are worth a transaction."""
    batch: list[Outcome] = []
    for outcome in outcomes:
        batch.append(outcome)
        if weight(batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def weight(outcomes: Iterable[Outcome]) -> int:
    """Return about how much there is to store, in characters."""
    drafts = (draft for outcome in outcomes for draft in outcome.drafts)
    return sum(_EACH + len(draft.text) for draft in drafts)


class Intake:
    """Stores what was read, batch after batch, as one step that a single undo takes back.

    A text that is on the desk is not added again; with `copies` only such texts are added.
    `say` puts the name of the step into the reader's language. `arrivals` says what became of
    everything so far.
    """

    def __init__(
        self,
        desk: Desk,
        folder: FolderId | None = None,
        copies: bool = False,
        say: Callable[[Message], str] = str,
    ) -> None:
        self.arrivals: list[Arrival] = []
        self._desk = desk
        self._folder = folder
        self._copies = copies
        self._say = say
        self._key = f"import/{new_guid()}"

    def store(self, outcomes: Iterable[Outcome]) -> Changes:
        """Add one batch; return what moved. Nothing of a batch that fails is on the desk."""
        come: list[Arrival] = []
        with self._desk.step("", merge=self._key, joins=True) as step:
            self._desk.articles.expect_many()
            for outcome in outcomes:
                come += self._arrivals(outcome)
            step.label = self._say(label([*self.arrivals, *come]))
        self.arrivals += come
        return step.changes

    def _arrivals(self, outcome: Outcome) -> Iterator[Arrival]:
        if outcome.refusal:
            yield Arrival(
                "refused",
                outcome.path,
                words=(outcome.refusal,),
                report=outcome.report,
                needs_choice=outcome.needs_choice,
            )
        for draft, count in zip_longest(outcome.drafts, outcome.words):
            known = self._desk.articles.same_text(draft.text)
            if (known is None) != self._copies:
                added = self._desk.articles.add(draft, self._folder, count)
                yield Arrival("added", outcome.path, draft.title, added, draft.warnings)
            elif known is not None:
                title = self._desk.articles.rows_of([known])[0].title
                yield Arrival("present", outcome.path, title, known)


def label(arrivals: Iterable[Arrival]) -> Message:
    """Return the name of the step that these came in by."""
    titles = [arrival.title for arrival in arrivals if arrival.state == "added"]
    title = titles[0] if titles else ""
    return plural(len(titles), "Import “{title}”", "Import %Ln articles", title=title)
