"""What a search found, as rows: articles, and under each the places in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from desk.core.message import plural
from desk.core.text import make_visible
from desk.core.types import ArticleId, SearchHit, Tag, TextRange
from desk.tasks.searching import can_mark
from desk.ui.saying import counted, listed, said
from desk.ui.widgets.parts import plain_tip
from desk.ui.words import noop

RESULT_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex
_PLACES = {
    "text": noop("results", "text"),
    "quote": noop("results", "passage"),
    "note": noop("results", "note"),
}


class Group(NamedTuple):
    """An article in which something was found; `marks` are those in its title.

    `is_ticked` says whether all its places are; None where there is none that can be tagged.
    """

    article_id: ArticleId
    title: str
    marks: tuple[TextRange, ...]
    hits: int
    is_ticked: bool | None = None


class More(NamedTuple):
    """Says how many sentences of an article are left out, and stands where they would."""

    article_id: ArticleId
    left_out: int


Row = Group | SearchHit | More


class Result(NamedTuple):
    """A place that was found; `is_ticked` is None where it cannot be tagged."""

    hit: SearchHit
    is_ticked: bool | None
    tags: tuple[Tag, ...] = ()


def place_word(hit: SearchHit) -> str:
    """Return the word for where a hit was found."""
    return QCoreApplication.translate("results", _PLACES[hit.where])


class ResultRows(QAbstractListModel):
    """Groups and their hits, in the order of the best."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.ticked: set[SearchHit] = set()
        self._tags: Mapping[SearchHit, tuple[Tag, ...]] = {}

    def show(
        self,
        hits: Sequence[SearchHit],
        titled: Iterable[tuple[ArticleId, str]] = (),
        tags: Mapping[SearchHit, tuple[Tag, ...]] = MappingProxyType({}),
    ) -> None:
        """Show what was found; `titled` are articles known by their title, author or source.

        `tags` are those of the passages that places lie in.
        """
        self.beginResetModel()
        self.rows = _grouped(hits, titled)
        self._tags = tags
        self.ticked &= {_tickable(hit) for hit in hits}
        self.endResetModel()

    def places(self) -> int:
        """Count what was found, what is left out of the rows too."""
        return sum(row.hits for row in self.rows if isinstance(row, Group))

    def hits(self) -> list[SearchHit]:
        """Return the hits from top to bottom."""
        return [row for row in self.rows if isinstance(row, SearchHit)]

    def chosen(self) -> list[SearchHit]:
        """Return the ticked hits in the order of the articles, those that are not shown too."""
        return sorted(self.ticked, key=lambda hit: (hit.article_id, hit.start))

    def are_ticked(self, hits: Iterable[SearchHit]) -> bool:
        """Say whether all of these are ticked that can be."""
        return self.ticked.issuperset(_tickable(hit) for hit in hits if can_mark(hit))

    def unseen(self) -> int:
        """Count the ticked hits that have no row."""
        return len(self.ticked - {_tickable(hit) for hit in self.hits()})

    def tick(self, hits: Iterable[SearchHit], on: bool) -> None:
        """Tick hits, or no longer; those that cannot be tagged stay as they are."""
        able = {_tickable(hit) for hit in hits if can_mark(hit)}
        self.ticked = self.ticked | able if on else self.ticked - able
        self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def left_out(self, article_id: ArticleId) -> int:
        """Count the sentences of an article that have no row."""
        mores = (row for row in self.rows if isinstance(row, More))
        return next((more.left_out for more in mores if more.article_id == article_id), 0)

    def under(self, index: _Index) -> list[SearchHit]:
        """Return the hit of a row, or all of an article's."""
        row = self.rows[index.row()]
        if isinstance(row, SearchHit):
            return [row]
        if isinstance(row, More):
            return []
        return [hit for hit in self.hits() if hit.article_id == row.article_id]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Count articles and hits."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a row shows, tells on hovering and says aloud."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words_of(row)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(words_of(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case Qt.ItemDataRole.UserRole:
                return self._shown(row)
        return None

    def _shown(self, row: Row) -> Result | Group | More:
        match row:
            case SearchHit():
                return self._result(row)
            case Group():
                return row._replace(is_ticked=self._are_all_ticked(row.article_id))
        return row

    def _are_all_ticked(self, article_id: ArticleId) -> bool | None:
        """Say whether all places of an article are ticked, those without a row too."""
        seen = {
            _tickable(hit) for hit in self.hits() if hit.article_id == article_id and can_mark(hit)
        }
        ticked = sum(hit.article_id == article_id for hit in self.ticked - seen)
        return self.ticked >= seen and ticked >= self.left_out(article_id) if seen else None

    def _result(self, hit: SearchHit) -> Result:
        return Result(hit, self._is_ticked(hit), self._tags.get(hit, ()))

    def _is_ticked(self, hit: SearchHit) -> bool | None:
        return _tickable(hit) in self.ticked if can_mark(hit) else None

    def _spoken(self, row: Row) -> str:
        if isinstance(row, More):
            return words_of(row)
        if isinstance(row, Group):
            words = QCoreApplication.translate("results", "{title}, hits: {count}")
            parts = [words.format(title=one_line(row.title), count=counted(row.hits))]
            is_ticked = self._are_all_ticked(row.article_id)
        else:
            paths = (make_visible(tag.path) for tag in self._tags.get(row, ()))
            parts = [place_word(row), one_line(row.snippet), *paths]
            is_ticked = self._is_ticked(row)
        if is_ticked:
            parts.insert(0, QCoreApplication.translate("results", "ticked"))
        return listed(parts)


def _tickable(hit: SearchHit) -> SearchHit:
    """Return what stands for a hit, however many are left out after it."""
    return hit._replace(more=0)


def words_of(row: Row) -> str:
    """Return what a row shows, in one line."""
    match row:
        case SearchHit():
            return one_line(row.snippet)
        case Group():
            return one_line(row.title)
        case More():
            return said(plural(row.left_out, "1 more in this article", "%Ln more in this article"))


def one_line(text: str) -> str:
    """Return text for the screen, without line breaks and with hidden letters made visible."""
    return make_visible(text.replace("\n", " ").replace("\t", " "))


def one_marked_line(text: str, marks: Sequence[TextRange]) -> tuple[str, tuple[TextRange, ...]]:
    """Return the same, and where the marks are in it: a letter made visible is several."""
    shown, moved, done = "", [], 0
    for start, end in marks:
        before, inside = one_line(text[done:start]), one_line(text[start:end])
        at = len(shown) + len(before)
        moved.append(TextRange(at, at + len(inside)))
        shown += before + inside
        done = end
    return shown + one_line(text[done:]), tuple(moved)


def brought_near(
    words: str, marks: tuple[TextRange, ...], most: int
) -> tuple[str, tuple[TextRange, ...]]:
    """Cut off the beginning of a long line whose first hit is not among so many letters."""
    first = marks[0].start if marks else 0
    if first <= most:
        return words, marks
    cut = words.find(" ", first - most // 2, first) + 1 or first
    moved = (TextRange(mark.start - cut + 1, mark.end - cut + 1) for mark in marks)
    return f"…{words[cut:]}", tuple(moved)


def _grouped(hits: Iterable[SearchHit], titled: Iterable[tuple[ArticleId, str]]) -> list[Row]:
    """Return a row for each article, and under it its places in the order of the text."""
    found: dict[ArticleId, tuple[str, list[SearchHit]]] = {
        article_id: (title, []) for article_id, title in titled
    }
    marks: dict[ArticleId, tuple[TextRange, ...]] = {}
    for hit in hits:
        of_article = found.setdefault(hit.article_id, (hit.article_title, []))[1]
        if hit.where == "title":
            marks[hit.article_id] = hit.marks
        else:
            of_article.append(hit)
    rows: list[Row] = []
    for article_id, (title, of_article) in found.items():
        rows += _of_one(article_id, title, marks.get(article_id, ()), of_article)
    return rows


def _of_one(
    article_id: ArticleId, title: str, marks: tuple[TextRange, ...], hits: list[SearchHit]
) -> Iterator[Row]:
    more = sum(hit.more for hit in hits)
    count = len(hits) + more
    if more:  # what is marked stands in a sentence that is left out
        count -= sum(hit.where == "quote" for hit in hits)
    yield Group(article_id, title, marks, count)
    yield from sorted(hits, key=lambda hit: hit.start)
    if more:
        yield More(article_id, more)
