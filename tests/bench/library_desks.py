"""Desks of thousands of articles, made once and kept for the benches of the library."""

import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from desk.core.errors import UserError
from desk.core.types import Draft, FolderId
from desk.store.desk import Desk

ARTICLE = 20_000  # characters
_SYLLABLES = (
    *("ba", "ka", "ra", "ta", "men", "lo", "si", "ver", "no", "tal"),
    *("du", "pe", "ri", "gan", "sho", "mi", "to", "les", "an", "ur"),
)
_LEDE = "Residents say there are few safe places in the city."


def words(seed: int = 7, count: int = 12_000) -> list[str]:
    """Return a vocabulary, the commonest words first."""
    pick = random.Random(seed)
    found = {"".join(pick.choices(_SYLLABLES, k=pick.randint(1, 4))) for _ in range(count)}
    return sorted(found, key=lambda word: (len(word), word))


def text(number: int, vocabulary: list[str], size: int = ARTICLE) -> str:
    """Return an article's text: paragraphs of sentences, words as frequent as in a language."""
    pick = random.Random(number)
    paragraphs = [f"{_LEDE} This is report {number}."]
    length = len(paragraphs[0])
    while length < size:
        sentences = [
            " ".join(_common(pick, vocabulary) for _ in range(pick.randint(8, 22))).capitalize()
            for _ in range(5)
        ]
        paragraphs.append(". ".join(sentences) + ".")
        length += len(paragraphs[-1]) + 1
    return "\n".join(paragraphs)[:size]


def _common(pick: random.Random, vocabulary: list[str]) -> str:
    """Return the nth word about as often as 1/n, as Zipf found of languages."""
    return vocabulary[int(len(vocabulary) ** pick.random()) - 1]


def drafts(count: int) -> Iterator[Draft]:
    """Return so many articles."""
    vocabulary = words()
    for number in range(count):
        title = f"{vocabulary[number % 997].title()} report {number:05}"
        yield Draft(text(number, vocabulary), title=title, author=f"Author {number % 40}")


def library(articles: int, passages: int = 0) -> Path:
    """Return a desk with so many articles in folders; made where it is not there yet."""
    return _kept(f"{articles}-{passages}", lambda desk: _fill(desk, articles, passages))


def unspaced(articles: int) -> Path:
    """Return a desk with so many articles of 2,000 letters in Chinese, Japanese and Thai."""
    return _kept(f"{articles}-unspaced", lambda desk: _fill_unspaced(desk, articles))


def _kept(name: str, fill: Callable[[Desk], None]) -> Path:
    path = Path(tempfile.gettempdir()) / f"reading-desk-bench-{name}.desk"
    if not _is_current(path):
        path.unlink(missing_ok=True)
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        with Desk.create(making) as desk:
            fill(desk)
        making.rename(path)
    return path


def _is_current(path: Path) -> bool:
    """Say whether there is a desk whose tables are still those that we make."""
    try:
        Desk.open(path).close()
    except UserError:
        return False
    return True


def _fill(desk: Desk, articles: int, passages: int) -> None:
    with desk.step("Folders"):
        folders: list[FolderId | None] = [desk.folders.add(f"Folder {n}") for n in range(8)]
    coming = drafts(articles)
    for start in range(0, articles, 500):
        with desk.step("Add articles"):
            for number in range(start, min(start + 500, articles)):
                folder = [*folders, None][number % 9]
                desk.articles.add(next(coming), folder)
    if passages:
        _mark(desk, passages)


def _fill_unspaced(desk: Desk, articles: int) -> None:
    pick = random.Random(3)
    scripts = [
        "".join(chr(first + int(count ** pick.random())) for _ in range(100_000))
        for first, count in ((0x4E00, 3000), (0x3041, 82), (0x0E01, 46))
    ]
    for start in range(0, articles, 1000):
        with desk.step("Add articles"):
            for number in range(start, min(start + 1000, articles)):
                letters = scripts[number % 3]
                at = pick.randrange(len(letters) - ARTICLE // 10)
                lines = (letters[at + n : at + n + 40] for n in range(0, ARTICLE // 10, 40))
                desk.articles.add(Draft("。\n".join(lines), title=f"{number}"))


def _mark(desk: Desk, passages: int) -> None:
    ids = [row.id for row in desk.articles.rows()]
    with desk.step("Mark"):
        tags = [desk.tags.ensure(f"tag {n}") for n in range(50)]
        made = []
        for number in range(passages):
            start = 100 + (number // len(ids)) * 700
            made.append(desk.passages.add(ids[number % len(ids)], start, start + 90))
        for n, tag in enumerate(tags):
            desk.taggings.put(made[n :: len(tags)], tag)
