"""What was read comes onto the desk: as new articles, or in the place of those read otherwise."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from desk.core.message import Message, message, plural
from desk.core.types import ArticleId, Changes, Codebook, Draft, FolderId, TagId
from desk.store.desk import Desk
from desk.store.nouns import new_guid
from desk.tasks.finding_files import FoundFile
from desk.tasks.importing import Needs, Outcome

if TYPE_CHECKING:
    from desk.store.incoming import Added


class Arrival(NamedTuple):
    """What became of a draft or of a refused file.

    `article_id` is the new article, or the one that was there already with the same text.
    `words` are the refusal, or what the reader of the format wants to be known. `report` is set if
    the refusal was the program's own fault. `brought` is what came with an article, as "3
    passages"; or by itself, where there is no article; `counts` has that in numbers.
    """

    state: Literal["added", "replaced", "present", "refused"]
    path: Path
    title: str = ""
    article_id: ArticleId | None = None
    words: tuple[Message, ...] = ()
    report: str = ""
    needs: Needs = ""
    trail: tuple[str, ...] = ()
    brought: tuple[Message, ...] = ()
    counts: "Added | None" = None

    @property
    def file(self) -> FoundFile:
        """The file that it came from, as it was found."""
        return FoundFile(self.path, self.trail)


class Terms(NamedTuple):
    """On which terms articles come in.

    They go into `folder`; where folders were named, into folders of the library with the same
    names under it, unless `flat`. With `copies` only texts that are on the desk already are
    added. `instead` says which articles the text of a file is to replace, if nothing is marked
    in them, with the titles that they came with.
    """

    folder: FolderId | None = None
    flat: bool = False
    copies: bool = False
    instead: Mapping[Path, Mapping[ArticleId, str]] = MappingProxyType({})


class Intake:
    """Stores what was read, batch after batch, as one step that a single undo takes back.

    A text that is on the desk is not added again. `say` puts the name of the step into the
    reader's language. `arrivals` says what became of everything so far. An intake can go on with
    one `before`: in the same step while that is the last one of the desk, unless it replaces.
    """

    def __init__(
        self,
        desk: Desk,
        terms: Terms | None = None,
        say: Callable[[Message], str] = str,
        before: "Intake | None" = None,
    ) -> None:
        self.arrivals: list[Arrival] = []
        self._desk = desk
        self._terms = terms or Terms()
        self._say = say
        self._key = f"import/{new_guid()}"
        self._folders: dict[tuple[str, ...], FolderId | None] = {}
        self._before = before.standing() if before else []
        self._goes_on = before is not None and before.is_last_step and not self._terms.instead
        if before is not None and self._goes_on:
            self._key = before._key

    @property
    def lot(self) -> list[Arrival]:
        """What became of everything, with what came before."""
        return _joined(self._before, self.arrivals)

    @property
    def is_last_step(self) -> bool:
        """Whether an undo would take back all that came with the lot, and nothing else."""
        lot = self.lot
        came = any(arrival.state in _COUNTED for arrival in lot)
        return came and self._desk.undo_label == self._say(label(lot))

    def standing(self) -> list[Arrival]:
        """Return what is still true of the lot: an undo takes articles away."""
        has = self._desk.articles.has
        return [a for a in self.lot if a.article_id is None or has(a.article_id)]

    def store(self, outcomes: Iterable[Outcome]) -> Changes:
        """Add one batch; return what moved. Nothing of a batch that fails is on the desk."""
        come: list[Arrival] = []
        self._folders.clear()  # an undo since the last batch may have taken them away
        with self._desk.step("", merge=self._key, joins=True) as step:
            self._desk.articles.expect_many()
            for outcome in outcomes:
                arrived = self._arrivals(outcome)
                come += (arrival._replace(trail=outcome.trail) for arrival in arrived)
            came = [*self.arrivals, *come]
            step.label = self._say(label(_joined(self._before, came) if self._goes_on else came))
        self.arrivals += come
        return step.changes

    def _arrivals(self, outcome: Outcome) -> Iterator[Arrival]:
        if outcome.refusal:
            words, report = (outcome.refusal,), outcome.report
            yield Arrival("refused", outcome.path, words=words, report=report, needs=outcome.needs)
        tags: list[TagId] = []
        if outcome.codebook:
            tags, added = self._desk.incoming.codebook(outcome.codebook)
            if not outcome.part:
                yield from _of_codebook(outcome.path, outcome.codebook, added)
        old = self._replaceable(outcome.path) if outcome.drafts else []
        for draft, count in zip_longest(outcome.drafts, outcome.words):
            arrival = self._arrival(outcome, draft, count, old)
            if arrival and arrival.article_id is not None:
                added = self._desk.incoming.on_article(arrival.article_id, draft, tags)
                yield _with(arrival, draft, added)
        self._desk.articles.remove(old)

    def _arrival(
        self, outcome: Outcome, draft: Draft, words: int | None, old: list[ArticleId]
    ) -> Arrival | None:
        """Take in a draft, or say that its text is there; None where only copies are wanted."""
        known = self._desk.articles.same_text(draft.text)
        if known is not None and known in old:
            old.remove(known)  # it reads the same this way too
        if known is not None and not self._terms.copies:
            title = self._desk.articles.rows_of([known])[0].title
            return Arrival("present", outcome.path, title, known)
        if known is not None or not self._terms.copies:
            return self._taken_in(outcome, draft, words, old)
        return None

    def _taken_in(
        self, outcome: Outcome, draft: Draft, words: int | None, old: list[ArticleId]
    ) -> Arrival:
        """Store a draft in the place of the first of `old`, or as a new article."""
        if old:
            known = old.pop(0)
            before = self._desk.articles.rows_of([known])[0].title
            if before.split() != self._terms.instead[outcome.path][known].split():
                draft = draft._replace(title=before)  # the reader's own
            self._desk.articles.replace(known, draft, words)
            title = self._desk.articles.rows_of([known])[0].title
            return Arrival("replaced", outcome.path, title, known, draft.warnings)
        added = self._desk.articles.add(draft, self._folder(outcome.trail), words)
        return Arrival("added", outcome.path, draft.title, added, draft.warnings)

    def _replaceable(self, path: Path) -> list[ArticleId]:
        """Return the articles that a file replaces: none if anything is marked in one of them."""
        rows = self._desk.articles.rows_of(self._terms.instead.get(path, {}))
        return [] if any(row.passages for row in rows) else [row.id for row in rows]

    def _folder(self, trail: tuple[str, ...]) -> FolderId | None:
        """Return the folder for a file, made where it is missing."""
        trail = () if self._terms.flat else trail
        if trail not in self._folders:
            self._folders[trail] = self._desk.folders.ensure(trail, self._terms.folder)
        return self._folders[trail]


def _joined(before: Iterable[Arrival], come: Iterable[Arrival]) -> list[Arrival]:
    """Return what is known of all files: of those that came once more, what became of them now.

    What was added stays so; that its text is there by now is no news.
    """
    before, come = list(before), list(come)
    paths = {arrival.path for arrival in come}
    added = {a.article_id for a in before if a.state == "added" and a.article_id is not None}
    added -= {a.article_id for a in come if a.state == "replaced"}
    kept = [a for a in before if a.path not in paths or a.article_id in added]
    return [*kept, *(a for a in come if a.state != "present" or a.article_id not in added)]


def label(arrivals: Iterable[Arrival]) -> Message:
    """Return the name of the step that these came in by."""
    arrivals = list(arrivals)
    articles = [arrival for arrival in arrivals if arrival.article_id is not None]
    titles = {state: [a.title for a in articles if a.state == state] for state in _COUNTED}
    if titles["replaced"] and not titles["added"]:
        return message("Read “{title}” otherwise", title=titles["replaced"][0])
    added = titles["added"]
    files = [arrival.path.name for arrival in arrivals if arrival.brought]
    if files and not added:  # tags, or passages in articles that were there
        return message("Import “{title}”", title=files[0])
    title = added[0] if added else ""
    return plural(len(added), "Import “{title}”", "Import %Ln articles", title=title)


_COUNTED = ("added", "replaced")


def _of_codebook(path: Path, book: Codebook, added: "Added") -> Iterator[Arrival]:
    """Tell of the tags and notes of a file, which are there already where none are new."""
    words = (*book.warnings, *_differing(added))
    if added.tags or added.notes:
        yield Arrival("added", path, words=words, brought=_things(added), counts=added)
    elif book.tags or book.notes:
        there = added._replace(tags=len(book.tags), notes=len(book.notes))
        yield Arrival("present", path, words=words, brought=_things(there))
    elif words:
        yield Arrival("added", path, words=words)


def brought_by_themselves(arrivals: Iterable[Arrival]) -> tuple[Message, ...]:
    """Return what came new beside the articles, as tags do, of all these together."""
    counts = [arrival.counts for arrival in arrivals if arrival.counts is not None]
    return _things(reduce(lambda all_, more: all_.plus(more), counts)) if counts else ()


def _with(arrival: Arrival, draft: Draft, added: "Added") -> Arrival:
    """Tell what came with an article, and what of it differs from what is there."""
    told = draft.warnings if draft.passages else arrival.words
    return arrival._replace(brought=_things(added), words=(*told, *_differing(added)))


def _things(added: "Added") -> tuple[Message, ...]:
    things = (
        (added.tags, plural(added.tags, "1 tag", "%Ln tags")),
        (added.passages, plural(added.passages, "1 passage", "%Ln passages")),
        (added.tagged, plural(added.tagged, "1 tag more", "%Ln tags more")),
        (added.notes, plural(added.notes, "1 note", "%Ln notes")),
    )
    return tuple(words for count, words in things if count)


def _differing(added: "Added") -> tuple[Message, ...]:
    told = plural(
        added.differing,
        "1 note or description differs from that on the desk, which stays.",
        "%Ln notes or descriptions differ from those on the desk, which stay.",
    )
    return (told,) if added.differing else ()
