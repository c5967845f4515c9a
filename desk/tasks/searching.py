"""What is done with the hits of a search, in the window as anywhere."""

from collections.abc import Iterable
from typing import NamedTuple

from desk.core.sentences import sentences
from desk.core.types import Article, PassageId, Place, SearchHit, TagId
from desk.store.desk import Desk


class Tagged(NamedTuple):
    """How many passages hits stand for, and on how many of them the tag is new."""

    changed: int
    passages: int


def can_mark(hit: SearchHit) -> bool:
    """Say whether a hit has words in an article, to be marked and tagged."""
    return bool(hit.article_id) and hit.where != "title" and hit.end > hit.start


def place_of(article: Article, hit: SearchHit) -> Place:
    """Return the passage that a hit stands for: its own, or the sentence that it is in."""
    if hit.where != "text":
        return Place(article.id, hit.start, hit.end)
    line_start = article.text.rfind("\n", 0, hit.start) + 1
    line_end = article.text.find("\n", hit.end)
    line = article.text[line_start : len(article.text) if line_end < 0 else line_end]
    found = [
        sentence
        for sentence in sentences(line, article.language or "en")
        if sentence.end + line_start > hit.start and sentence.start + line_start < hit.end
    ]
    if not found:
        return Place(article.id, hit.start, hit.end)
    return Place(article.id, found[0].start + line_start, found[-1].end + line_start)


def tag_hits(desk: Desk, hits: Iterable[SearchHit], tag: TagId) -> Tagged:
    """Mark what each hit stands for, where it is not marked yet, and tag it. Runs in a step."""
    marked: list[PassageId] = []
    for hit in filter(can_mark, hits):
        place = place_of(desk.articles.get(hit.article_id), hit)
        known = desk.passages.find(*place)
        marked.append(desk.passages.add(*place) if known is None else known)
    passages = list(dict.fromkeys(marked))  # two hits may lie in one sentence
    return Tagged(desk.tags.put(passages, tag), len(passages))
