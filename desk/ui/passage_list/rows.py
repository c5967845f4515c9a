"""All passages, or all notes, as rows of a list, and how a row is drawn."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QCoreApplication,
    QDateTime,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from desk.core.row_filter import ListRow, Order, RowFilter, arranged, folded, place_of, sort_key
from desk.core.text import make_visible
from desk.core.types import ArticleId, NoteRow, PassageId, PassageStart, Tag, TagId
from desk.ui.looks.theme import Theme, line_colour
from desk.ui.passage_list.unread import UnreadRows
from desk.ui.passage_panel.markdown import to_lines
from desk.ui.passage_panel.quote import FAMILIES
from desk.ui.saying import listed
from desk.ui.widgets import draw
from desk.ui.widgets.counted_rows import CountedRows
from desk.ui.widgets.parts import plain_tip
from desk.ui.widgets.text_lines import LINE_HEIGHT, draw_lines

ROW_ROLE = Qt.ItemDataRole.UserRole
LINES = 3  # of quote and note together
ROW_HEIGHT = 90

_EDGE = 10
_FOOT = 16
_LONGEST = 400  # code points: more than any width shows in so few lines
_TIP = 1200
_Index = QModelIndex | QPersistentModelIndex


class PassageRows(CountedRows):
    """The passages, or notes, that pass a filter, in an order."""

    def __init__(self) -> None:
        super().__init__()
        self.filter = RowFilter()
        self.order: Order = "place"
        self.tags: Mapping[TagId, Tag] = {}
        self._all: dict[int, ListRow] = {}  # by place
        self._shown: list[ListRow] = []
        self._unread: UnreadRows | None = None  # shown in place of all that
        self._row_of: dict[int, int] = {}
        self._folded: dict[int, str] = {}

    def set_rows(self, rows: Iterable[ListRow]) -> None:
        """Take these, which come by place, for all there are."""
        self._all = {row.id: row for row in rows}
        self._unread = None
        self._folded = {}
        self.arrange()

    def set_unread(self, rows: UnreadRows) -> None:
        """Take these for all there are, and read them as far as they are looked at."""
        self._all = {}
        self._unread = rows
        self._folded = {}
        self.arrange()

    @property
    def is_read(self) -> bool:
        """Whether all rows have been read."""
        return self._unread is None

    def read_on(self) -> bool:
        """Read some more of the rows; False if all have been read."""
        if self._unread is None:
            return False
        if not self._unread.read_on():
            self._read_all()
        return True

    def _read_all(self) -> None:
        if self._unread is not None:
            self._shown = list(self._unread)
            self._all = {row.id: row for row in self._shown}
            self._unread = None

    @property
    def is_plain(self) -> bool:
        """Whether all rows are shown, by place."""
        return self.order == "place" and self.filter == RowFilter()

    def arrange(self) -> None:
        """Choose and sort anew, after filter, order or tags changed."""
        if not self.is_plain:
            self._read_all()
        if self._unread is None:
            self._shown = arranged(self._chosen(self._all.values()), self.order, self.tags)
        self._row_of = {row.id: number for number, row in enumerate(self._starts())}
        self.reset_rows(len(self._row_of))

    def _starts(self) -> Sequence[ListRow | PassageStart]:
        """Return what is shown, or as much of it as is known without reading it."""
        return self._shown if self._unread is None else self._unread.starts

    def _chosen(self, rows: Iterable[ListRow]) -> Iterable[ListRow]:
        """Return the rows that pass the filter; written for 20,000 at each letter typed."""
        if self.filter._replace(words=()) != RowFilter():
            rows = [row for row in rows if self.filter.fits(row)]
        if self.filter.words and not self._folded:
            self._folded = {row.id: folded(row) for row in self._all.values()}
        for word in self.filter.words:
            rows = [row for row in rows if word in self._folded[row.id]]
        return rows

    def update_rows(self, moved: Sequence[ListRow], gone: Iterable[int]) -> None:
        """Take in rows that came or changed and drop those that went."""
        self._read_all()
        if self._folded:
            self._folded.update((row.id, folded(row)) for row in moved)
        lost = [self._all.pop(row_id) for row_id in gone if row_id in self._all]
        stay = not lost and all(self._stays(row) for row in moved)
        for row in moved:
            self._all[row.id] = row
        if stay:
            self._replace(moved)
            return
        self._all = {row.id: row for row in sorted(self._all.values(), key=place_of)}
        self.arrange()

    def _replace(self, rows: Iterable[ListRow]) -> None:
        for row in rows:
            number = self._row_of.get(row.id, -1)
            if number >= 0:
                self._shown[number] = row
                self.dataChanged.emit(self.index(number), self.index(number))

    def _stays(self, row: ListRow) -> bool:
        """Say whether a changed row stands where it stood, or is as hidden as it was."""
        old = self._all.get(row.id)
        if old is None or place_of(old) != place_of(row):
            return False
        shown = row.id in self._row_of
        if any(self._chosen([row])) != shown:
            return False
        key = sort_key(self.order, self.tags)
        return not shown or key is None or key(old) == key(row)

    def total(self) -> int:
        """Count all rows, shown or not."""
        return len(self._all if self._unread is None else self._unread)

    def coders(self) -> list[str]:
        """Return who wrote them, by name."""
        self._read_all()
        return sorted({row.coder for row in self._all.values()}, key=str.casefold)

    def articles(self) -> list[tuple[ArticleId, str, int]]:
        """Return in which articles they are, by title: (id, title, how many)."""
        self._read_all()
        counts = Counter((row.title, row.article_id) for row in self._all.values())
        known = sorted(counts.items(), key=lambda found: found[0][0].casefold())
        return [(number, title, count) for (title, number), count in known if number is not None]

    def row(self, index: _Index) -> ListRow:
        """Return what stands in a row."""
        return (self._shown if self._unread is None else self._unread)[index.row()]

    def number_of(self, row_id: int | None) -> int:
        """Return the number of a row, -1 where it is not shown."""
        return -1 if row_id is None else self._row_of.get(row_id, -1)

    def number_of_passage(self, passage: PassageId) -> int:
        """Return the number of the row of a passage, or of its note; -1 where it is not shown."""
        rows = enumerate(self._starts())
        return next((n for n, row in rows if _passage_of(row) == passage), -1)

    def number_after(self, article: ArticleId, position: int) -> int:
        """Return the first row of an article from a position in its text on, -1 without one."""
        rows = enumerate(self._starts())
        there = ((row.start or 0, n) for n, row in rows if row.article_id == article)
        return min((found for found in there if found[0] >= position), default=(0, -1))[1]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a row shows, tells on hovering and says aloud."""
        if not index.isValid():
            return None
        row = self.row(index)
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return one_line(row.note if isinstance(row, NoteRow) else row.quote)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(_details(row, self.tags))
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(row, self.tags)
        return None


def _passage_of(row: ListRow | PassageStart) -> PassageId | None:
    return row.passage_id if isinstance(row, NoteRow) else row.id


class _Text(NamedTuple):
    """Words of a row, where they are words of an article, and whether they stand back."""

    words: str
    is_quote: bool
    muted: bool


class PassageDelegate(draw.RowDelegate):
    """Draws quote and note in `LINES` lines, and under them tags and article."""

    height = ROW_HEIGHT

    def __init__(self, theme: Theme, rows: PassageRows, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._rows = rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row: ListRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        rect: QRect = option.rect
        draw.row_background(painter, rect.adjusted(0, 1, 0, -2), self.theme, selected, focused)
        painter.setPen(QColor(self.theme.line))
        painter.drawLine(rect.left() + _EDGE, rect.bottom(), rect.right() - _EDGE, rect.bottom())
        room = rect.adjusted(_EDGE, 8, -_EDGE, -8)
        self._draw_texts(painter, option.font, room, row)
        self._draw_foot(painter, option, room, row)
        painter.restore()

    def _draw_texts(self, painter: QPainter, base: QFont, room: QRect, row: ListRow) -> None:
        texts = [text for text in _texts(row) if text.words]
        top = room.top()
        left = LINES
        for number, text in enumerate(texts):
            most = left if number == len(texts) - 1 else LINES - 1
            painter.setFont(_serif(base) if text.is_quote else base)
            painter.setPen(QColor(self.theme.muted if text.muted else self.theme.text))
            used = draw_lines(painter, QRect(room.left(), top, room.width(), 0), text.words, most)
            top += used * LINE_HEIGHT
            left -= used

    def _draw_foot(
        self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, row: ListRow
    ) -> None:
        line = QRect(room.left(), room.bottom() - _FOOT + 1, room.width(), _FOOT)
        tags = [self._rows.tags[tag] for tag in row.tags if tag in self._rows.tags]
        painter.setFont(draw.small_font(option.font))
        painter.setPen(QColor(self.theme.muted))
        swatches = ((line_colour(self.theme, tag.colour), tag.pattern) for tag in tags[:5])
        draw.tagged_line(painter, option.rect, line, swatches, _foot(row, tags))


def one_line(words: str) -> str:
    """Return the beginning of words in one line, with what is invisible in them made visible."""
    return make_visible(" ".join(words[:_LONGEST].split()))


def _texts(row: ListRow) -> tuple[_Text, _Text]:
    quote = one_line(row.quote)
    if isinstance(row, NoteRow):
        words = one_line(" ".join(to_lines(row.note[: 2 * _LONGEST])))
        return _Text(words, False, False), _Text(quote, True, True)
    first = next(iter(to_lines(row.note[: 4 * _LONGEST])), "")
    return _Text(quote, True, False), _Text(one_line(first), False, True)


def _serif(base: QFont) -> QFont:
    font = QFont(base)
    font.setFamilies(list(FAMILIES))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(14)
    return font


def _foot(row: ListRow, tags: Iterable[Tag]) -> str:
    names = listed(make_visible(tag.name) for tag in tags)
    parts = (names, _owner(row), one_line(row.title))
    return " · ".join(part for part in parts if part)


def _owner(row: ListRow) -> str:
    """Say what a note is on, if it is on no passage."""
    if not isinstance(row, NoteRow) or row.passage_id is not None:
        return ""
    if row.tag_id is not None:
        return QCoreApplication.translate("PassageRows", "note on the tag")
    if row.article_id is not None:
        return QCoreApplication.translate("PassageRows", "note on the article")
    return QCoreApplication.translate("PassageRows", "free note")


def _spoken(row: ListRow, tags: Mapping[TagId, Tag]) -> str:
    """Say what the row shows to those who hear it."""
    upper, lower = (text.words for text in _texts(row))
    if not isinstance(row, NoteRow) and lower:
        lower = QCoreApplication.translate("PassageRows", "note: {words}").format(words=lower)
    names = listed(make_visible(tags[tag].path) for tag in row.tags if tag in tags)
    tagged = QCoreApplication.translate("PassageRows", "tagged {names}").format(names=names)
    place = QCoreApplication.translate("PassageRows", "in {title}").format(title=row.title)
    parts = (upper, lower, tagged if names else "", _owner(row), place if row.title else "")
    return listed(make_visible(part) for part in parts if part)


def _details(row: ListRow, tags: Mapping[TagId, Tag]) -> str:
    time = QDateTime.fromString(row.created, Qt.DateFormat.ISODateWithMs).toLocalTime()
    date = QLocale().toString(time, QLocale.FormatType.ShortFormat)
    paths = listed(make_visible(tags[tag].path) for tag in row.tags if tag in tags)
    about = " · ".join(part for part in (_owner(row), row.title, row.coder, date) if part)
    parts = (row.quote[:_TIP], row.note[:_TIP], paths, about)
    return "\n\n".join(make_visible(part) for part in parts if part)
