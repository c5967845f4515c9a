"""Articles with thousands of passages, the same in every run."""

import random
import sqlite3

from desk.core.types import ArticleId, Draft
from desk.store.desk import Desk
from desk.store.opening import PRAGMAS
from tests.bench.measure import own_folder

_SENTENCES = (
    "Combat is raging around three major cities in the south and the west of the country.",
    "Residents say there are few safe places left, and some are armed to protect themselves.",
    "He told a reporter that tens of thousands had been evacuated by then.",
    "The fate of these cities can be decisive, aid groups said on Friday.",
    "There are reports of battles in at least five different places.",
)
TAGS = 12
TAGGED = 1.5  # tags on a passage, on average


def text_of(size: int, seed: int = 1) -> str:
    """Return paragraphs of a news report, `size` code points in all."""
    pick = random.Random(seed)
    paragraphs: list[str] = []
    length = 0
    while length < size:
        paragraphs.append(" ".join(pick.choices(_SENTENCES, k=pick.randrange(2, 7))))
        length += len(paragraphs[-1]) + 1
    return "\n".join(paragraphs)[:size]


def marked(desk: Desk, size: int, passages: int, seed: int = 1) -> ArticleId:
    """Add an article with random overlapping passages of 10 to 120 code points."""
    pick = random.Random(seed)
    text = text_of(size, seed)
    with desk.step("Fill"):
        article = desk.articles.add(Draft(text, title=f"{passages:,} passages"))
        tags = [desk.tags.ensure(f"tag {n}") for n in range(TAGS)]
        for key, tag in enumerate(tags[:9], 1):
            desk.tags.pin(tag, key)
        carriers: dict[int, list[int]] = {}
        for _ in range(passages):
            start = pick.randrange(size - 120)
            made = desk.passages.add(article, start, start + pick.randrange(10, 120))
            for tag in pick.sample(tags[1:], 1 if pick.random() < 2 - TAGGED else 2):
                carriers.setdefault(tag, []).append(made)
        for tag, made_ids in carriers.items():
            desk.taggings.put(made_ids, tag)
    return article


def new_desk() -> Desk:
    """Return an empty desk in a folder of its own."""
    return Desk.create(own_folder() / "bench.desk")


def bare_file(rows: int) -> sqlite3.Connection:
    """Return a plain table of as many rows, under the pragmas of a desk."""
    path = own_folder() / "bare.sqlite"
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE passage_tags (passage INTEGER, tag INTEGER)")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO passage_tags VALUES (?, 1)", ((n,) for n in range(rows)))
    connection.execute("COMMIT")
    return connection
