"""Cut the article out of a page: told its words, find its lines.

The library that finds articles alters them: it drops text that stands beside paragraphs in a box,
numbers of lists, no-break spaces. So it only says which lines are the article's, and the text
and its forms are our own reader's.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from desk.core.types import Style, TextRange
from desk.formats.markup import HEADINGS, Page

_NO_LETTERS = re.compile(r"[\W_]+")
_SURE = 20  # letters from which on a line that the article has is surely the article's
_SURE_WITHIN = 40  # and these from which on they may be a part of a longer line there
_PROSE = 40  # characters of a line that is kept within the article though it was not found
_LINKS = 0.5  # of a line's characters; with more of them in links it leads elsewhere


# What stands over an advertisement in the midst of an article, as `_squeezed` has it.
_NOTICES = frozenset(
    ("advertisement", "anzeige", "werbung", "publicité", "publicidad", "publicidade", "pubblicità",
     "advertentie", "annons", "reklama", "reklame", "mainos", "реклама", "広告", "广告", "廣告",
     "광고", "إعلان")
)  # fmt: skip
# How headings begin, squeezed too, over what else a site has to offer.
_OFFERS = re.compile(
    "(readmore|readalso|alsoread|moreonthis|related(articles|stories|topics|content)?$|recommended$"
    "|youmayalsolike|mostread$|mostpopular$|signup|subscribe|lesensieauch|mehrzumthema$|lireaussi"
    "|àlireaussi|leaademás|leiatambém|leggianche|leesook|läsockså|czytajtakże|читайтетакже)"
)


class _Line(NamedTuple):
    start: int
    end: int
    letters: str
    is_own: bool
    """Whether it belongs to the article if it stands in the midst of it."""
    heading: int
    """The level of a heading, 0 for other lines."""


def cut_out(page: Page, article: str) -> Page:
    """Return the lines of a page that `article` has, with those between them that are prose.

    Nothing is left if no line was surely found.
    """
    lines = _lines(page)
    own = Counter(_squeezed(line) for line in article.split("\n"))
    everything = _squeezed(article)
    sure = {n for n, line in enumerate(lines) if _is_sure(line.letters, own, everything)}
    if not sure:
        return page._replace(text="", styles=())
    first = _stretched(lines, own, min(sure), -1)
    last = _stretched(lines, own, max(sure), 1)
    kept = set()
    for number in range(first, last + 1):
        line = lines[number]
        is_named = own[line.letters] > 0
        own[line.letters] -= 1  # as often as the article has it and no more
        if line.letters in _NOTICES or (line.heading and _OFFERS.match(line.letters)):
            continue
        if is_named or number in sure or line.is_own:
            kept.add(number)
    _drop_hollow(lines, kept)
    return _only(page, [lines[number] for number in sorted(kept)])


def _drop_hollow(lines: Sequence[_Line], kept: set[int]) -> None:
    """Drop headings all of whose lines were left out, such as "Contents" or "See also"."""
    for number in sorted(kept, reverse=True):
        below = list(_below(lines, number)) if lines[number].heading else []
        if any(lines[n].letters for n in below) and kept.isdisjoint(below):
            kept.remove(number)


def _below(lines: Sequence[_Line], number: int) -> Iterator[int]:
    """Yield the lines under a heading, as far as the next one of its level or above."""
    level = lines[number].heading
    for under in range(number + 1, len(lines)):
        if 0 < lines[under].heading <= level:
            return
        yield under


def _is_sure(letters: str, own: Counter[str], everything: str) -> bool:
    if letters in own:
        return len(letters) >= _SURE
    return len(letters) >= _SURE_WITHIN and letters in everything


def _lines(page: Page) -> list[_Line]:
    texts = page.text.split("\n")
    starts = list(accumulate((len(text) + 1 for text in texts[:-1]), initial=0))
    links = [0] * len(starts)
    headings: dict[int, int] = {}
    for style in page.styles:
        if style.kind == "link":
            links[bisect_right(starts, style.start) - 1] += style.end - style.start
        elif style.kind in HEADINGS:
            headings[style.start] = HEADINGS.index(style.kind) + 1
    return [
        _Line(
            start,
            start + len(text),
            _squeezed(text),
            start in headings or (len(text) >= _PROSE and link < _LINKS * len(text)) or not text,
            headings.get(start, 0),
        )
        for start, text, link in zip(starts, texts, links, strict=True)
    ]


def _squeezed(text: str) -> str:
    return _NO_LETTERS.sub("", text).lower()


def _stretched(lines: Sequence[_Line], own: Counter[str], number: int, step: int) -> int:
    """Go on over neighbours that the article has too, such as a short title or last words."""
    while 0 <= number + step < len(lines) and lines[number + step].letters in own:
        number += step
    return number


def _only(page: Page, lines: Sequence[_Line]) -> Page:
    """Return a page of these lines alone; its styles move along, cut where a line is left out."""
    runs: list[TextRange] = []
    for line in lines:
        if runs and runs[-1].end + 1 == line.start:
            runs[-1] = TextRange(runs[-1].start, line.end)
        else:
            runs.append(TextRange(line.start, line.end))
    text = "\n".join(page.text[start:end] for start, end in runs)
    return page._replace(text=text, styles=tuple(sorted(_moved(page.styles, runs))))


def _moved(styles: Sequence[Style], runs: Sequence[TextRange]) -> Iterator[Style]:
    ends = [run.end for run in runs]
    shifts = list(accumulate((run.end - run.start + 1 for run in runs), initial=0))
    for style in styles:
        for number in range(bisect_right(ends, style.start), len(runs)):
            run = runs[number]
            if run.start >= style.end:
                break
            by = shifts[number] - run.start
            start, end = max(style.start, run.start), min(style.end, run.end)
            yield style._replace(start=start + by, end=end + by)
