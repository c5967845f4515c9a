"""What is done with the hits of a search, in the window as anywhere."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desk.core.sentences import sentences
from desk.core.types import Article, ArticleId, PassageId, Place, SearchHit, TagId
from desk.store.desk import Desk


class Tagged(NamedTuple):
    """How many passages hits stand for, and on how many of them the tag is new."""

    changed: int
    passages: int


def can_mark(hit: SearchHit) -> bool:
    """Say whether a hit has words in an article, to be marked and tagged."""
    return bool(hit.article_id) and hit.where != "title" and hit.end > hit.start


class Marked(NamedTuple):
    """Places, each once, and the tags of the passages that hold them."""

    hits: list[SearchHit]
    tags: dict[SearchHit, tuple[TagId, ...]]


def with_passages(desk: Desk, hits: Sequence[SearchHit]) -> Marked:
    """Return each place once, with the tags that are on it.

    A passage whose words are found in the text too is left out: its sentence stands for it.
    """
    able = [hit for hit in hits if can_mark(hit)]
    places = [(hit, place) for hit in able for place in words_in(hit)]
    held = desk.passages.holding([place for _, place in places])
    tags: dict[SearchHit, dict[TagId, None]] = {}
    told: set[tuple[ArticleId, int, int]] = set()
    for (hit, place), passages in zip(places, held, strict=True):
        for start, end, carried in passages:
            if hit.where == "text":
                told.add((place.article_id, start, end))
            if hit.where == "text" or (start, end) == (hit.start, hit.end):
                tags.setdefault(hit, {}).update(dict.fromkeys(carried))
    kept = [h for h in hits if h.where != "quote" or (h.article_id, h.start, h.end) not in told]
    return Marked(kept, {hit: tuple(tags[hit]) for hit in kept if tags.get(hit)})


def words_in(hit: SearchHit) -> list[Place]:
    """Return where the words found stand in the article: in a text the first is at `start`."""
    if hit.where != "text" or not hit.marks:
        return [Place(hit.article_id, hit.start, hit.end)]
    shift = hit.start - hit.marks[0].start
    return [Place(hit.article_id, mark.start + shift, mark.end + shift) for mark in hit.marks]


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
    article: Article | None = None
    for hit in filter(can_mark, hits):
        if article is None or article.id != hit.article_id:
            article = desk.articles.get(hit.article_id)
        place = place_of(article, hit)
        known = desk.passages.find(*place)
        marked.append(desk.passages.add(*place) if known is None else known)
    passages = list(dict.fromkeys(marked))  # two hits may lie in one sentence
    return Tagged(desk.taggings.put(passages, tag), len(passages))
