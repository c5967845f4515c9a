"""What the preview of a file shows of all that is in it."""

from collections.abc import Iterator, Sequence

from desk.core.message import Message, plural
from desk.core.text import make_visible
from desk.core.types import Codebook, Draft, DraftTag
from desk.formats.worker import Outcome

_SHOWN = 4000  # characters of an article that tell whether it is read well
_INDENT, _DEEPEST = "    ", 20


def holds_something(outcome: Outcome) -> bool:
    """Say whether there is anything to bring in."""
    book = outcome.codebook
    return bool(outcome.drafts or (book and (book.tags or book.notes)))


def first_lines(outcome: Outcome) -> str:
    """Return the beginning of the first article, or the tags of a file without any.

    Its hidden letters are visible, its lines and columns kept.
    """
    book = outcome.codebook or Codebook()
    texts = [draft.text[:_SHOWN] for draft in outcome.drafts[:1]] or [
        "\n".join(_indented(book.tags)),
        *(note.body for note in book.notes),
    ]
    text = "\n\n".join(filter(None, texts))[:_SHOWN]
    return "\n".join("\t".join(map(make_visible, line.split("\t"))) for line in text.split("\n"))


def warnings(outcome: Outcome) -> tuple[Message, ...]:
    """Return what is to be told of the first article and of the whole file."""
    of_drafts = [draft.warnings for draft in outcome.drafts[:1]]
    of_file = [outcome.codebook.warnings] if outcome.codebook else []
    return tuple(told for several in (*of_drafts, *of_file) for told in several)


def counts(outcome: Outcome) -> Iterator[Message]:
    """Yield how many tags, passages and notes there are, of each kind that there is."""
    book = outcome.codebook or Codebook()
    passages = [passage for draft in outcome.drafts for passage in draft.passages]
    noted: Sequence[Draft | DraftTag] = (*outcome.drafts, *book.tags)
    notes = sum(bool(each.note.body) for each in noted) + len(book.notes)
    notes += sum(bool(passage.note) for passage in passages)
    if book.tags:
        yield plural(len(book.tags), "1 tag", "%Ln tags")
    if passages:
        yield plural(len(passages), "1 passage", "%Ln passages")
    if notes:
        yield plural(notes, "1 note", "%Ln notes")


def _indented(tags: Sequence[DraftTag]) -> Iterator[str]:
    levels: list[int] = []
    for tag in tags:
        levels.append(0 if tag.parent is None else levels[tag.parent] + 1)
        yield _INDENT * min(levels[-1], _DEEPEST) + tag.name
