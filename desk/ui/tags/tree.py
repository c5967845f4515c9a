"""The tags as a tree: number key, swatch, name, count; dragged onto each other to nest."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

from desk.core.message import plural
from desk.core.text import make_visible
from desk.core.types import Tag, TagId
from desk.ui.looks.theme import Theme, line_colour
from desk.ui.saying import counted, listed, said
from desk.ui.widgets import draw
from desk.ui.widgets.parts import plain_tip

TAG_ROLE = Qt.ItemDataRole.UserRole
TOTAL_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_HEIGHT = 26
CHEVRON_WIDTH = 18

_MIME_TYPE = "application/x-reading-desk-tag"
_Index = QModelIndex | QPersistentModelIndex
_SIDE = 6  # pixels left and right of a row
_KEYCAP_LEFT = 8
_SWATCH_LEFT = 32
_INDENT = 18


class TagTree(QStandardItemModel):
    """The tags under their parents, in the order in which they were given."""

    moved = Signal(object, object)
    """(TagId, TagId or None): a tag was dropped onto another, or onto no tag."""

    def __init__(self) -> None:
        super().__init__()
        self._tags: dict[TagId, Tag] = {}
        self._items: dict[TagId, QStandardItem] = {}
        self._totals: Mapping[TagId, int] = {}

    def set_totals(self, totals: Mapping[TagId, int]) -> None:
        """Show how many passages carry a tag or one under it, where that is more."""
        self._totals = totals
        self._refresh(self.tags())

    def set_counts(self, counts: Mapping[TagId, int]) -> None:
        """Show on how many passages some of the tags are by now."""
        known = [(self._tags[tag_id], n) for tag_id, n in counts.items() if tag_id in self._tags]
        self._refresh([tag._replace(passages=count) for tag, count in known])

    def is_in_branch(self, tag_id: TagId) -> bool:
        """Say whether a tag lies under another, or others under it."""
        item = self._items.get(tag_id)
        return item is not None and (item.parent() is not None or item.hasChildren())

    def set_tags(self, tags: Sequence[Tag]) -> bool:
        """Show these tags; return whether rows came, went or moved.

        The others stay: making one tag among 2,000 does not build 2,000 rows.
        """
        known = self._tags
        gone = known.keys() - {tag.id for tag in tags}
        moved = {tag.id for tag in tags if not _stands(known.get(tag.id), tag)}
        if [i for i in known if i not in gone | moved] != [t.id for t in tags if t.id not in moved]:
            gone, moved = set(known), {tag.id for tag in tags}
        self._take_out(tag_id for tag_id in known if tag_id in gone | moved)
        self._items = {tag.id: self._items.get(tag.id) or QStandardItem() for tag in tags}
        self._tags = {tag.id: known.get(tag.id, tag) for tag in tags}
        self._put_in(tags, moved)
        self._refresh(tags)
        return bool(gone or moved)

    def _take_out(self, tag_ids: Iterable[TagId]) -> None:
        for tag_id in tag_ids:
            item = self._items[tag_id]
            (item.parent() or self.invisibleRootItem()).takeRow(item.row())

    def _put_in(self, tags: Sequence[Tag], moved: Collection[TagId]) -> None:
        siblings: Counter[TagId | None] = Counter()
        for tag in tags:
            above = self._items.get(tag.parent_id) if tag.parent_id is not None else None
            if tag.id in moved:
                row = siblings[tag.parent_id]
                (above or self.invisibleRootItem()).insertRow(row, self._items[tag.id])
            siblings[tag.parent_id] += 1

    def tags(self) -> list[Tag]:
        """Return the tags as they were given."""
        return list(self._tags.values())

    def tag(self, index: _Index) -> Tag | None:
        """Return the tag of a row, None for no row."""
        tag: Tag | None = index.data(TAG_ROLE)
        return tag

    def index_of(self, tag_id: TagId | None) -> QModelIndex:
        """Return where a tag stands; an invalid index where it does not."""
        item = self._items.get(tag_id) if tag_id is not None else None
        return item.index() if item else QModelIndex()

    def can_nest(self, tag_id: TagId, parent: TagId | None) -> bool:
        """Say whether a move makes a difference and does not bite its own tail."""
        item = self._items.get(tag_id)
        if item is None or item.data(TAG_ROLE).parent_id == parent:
            return False
        above = self._items.get(parent) if parent is not None else None
        while above is not None:
            if above is item:
                return False
            above = above.parent()
        return True

    def mimeTypes(self) -> list[str]:
        """Name what is dragged."""
        return [_MIME_TYPE]

    def mimeData(self, indexes: Sequence[_Index]) -> QMimeData:
        """Carry the number of the dragged tag."""
        data = QMimeData()
        tags = [tag for tag in map(self.tag, indexes) if tag]
        if tags:
            data.setData(_MIME_TYPE, QByteArray(str(tags[0].id).encode()))
        return data

    def canDropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Take a tag where it can nest."""
        tag_id = _dragged(data)
        over = self.tag(parent)
        return tag_id is not None and self.can_nest(tag_id, over.id if over else None)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Ask for the move and leave the rows: they change when the desk has changed."""
        if self.canDropMimeData(data, action, row, column, parent):
            over = self.tag(parent)
            self.moved.emit(_dragged(data), over.id if over else None)
        return False

    def _refresh(self, tags: Sequence[Tag]) -> None:
        """Write what changed into the rows that there are."""
        for tag in tags:
            item, total = self._items[tag.id], self._total(tag)
            if tag != self._tags[tag.id] or total != item.data(TOTAL_ROLE):
                self._tags[tag.id] = tag
                _fill(item, tag, total)

    def _total(self, tag: Tag) -> int:
        return max(tag.passages, self._totals.get(tag.id, 0))


class TagLayout(NamedTuple):
    """Where the parts of a row lie."""

    keycap: QRect
    swatch: QRect
    name: QRect
    chevron: QRect
    total: QRect
    number: QRect


class TagDelegate(draw.RowDelegate):
    """Draws a tag. The keycaps stand in one column, whatever the depth of the tag."""

    height = ROW_HEIGHT

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(theme, view)
        self._view = view
        self.under_mouse = QPersistentModelIndex()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        tag: Tag = index.data(TAG_ROLE)
        parts = self.lay_out(option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The option's state says the same; see `draw.mirrored` for why it is not asked.
        hovered = index == self.under_mouse
        focused = self._view.hasFocus() and index == self._view.currentIndex()
        draw.row_background(painter, _row(option), self.theme, hovered, focused)
        painter.setFont(option.font)
        if tag.number_key is not None:
            draw.keycap(painter, parts.keycap, str(tag.number_key), self.theme)
        draw.swatch(painter, parts.swatch, line_colour(self.theme, tag.colour), tag.pattern)
        self._draw_words(painter, parts, tag)
        self._draw_counts(painter, option, parts, index)
        if not parts.chevron.isEmpty():
            expanded = self._view.isExpanded(index)
            turned = option.direction == Qt.LayoutDirection.RightToLeft
            draw.chevron(painter, parts.chevron, self.theme, expanded, turned)
        painter.restore()

    def lay_out(self, option: QStyleOptionViewItem, index: _Index) -> TagLayout:
        """Return the places of a row's parts; without children some of them are empty."""
        tag: Tag = index.data(TAG_ROLE)
        row = _row(option)
        left = row.left() + _SWATCH_LEFT + _INDENT * depth(index)
        metrics = QFontMetrics(draw.tabular(option.font))
        count = metrics.horizontalAdvance(str(tag.passages))
        total = metrics.horizontalAdvance(sum_words(index)) + 8 if sum_words(index) else 0
        chevron = CHEVRON_WIDTH if index.model().hasChildren(index) else 0
        name_left, end = left + draw.SWATCH + 8, row.right() - 6
        needed = QFontMetrics(option.font).horizontalAdvance(make_visible(tag.name)) + 2
        name = max(0, min(needed, end - count - total - 8 - chevron - name_left))
        middle = row.top() + row.height() // 2
        rects = (
            QRect(row.left() + _KEYCAP_LEFT, middle - 8, draw.KEYCAP, draw.KEYCAP),
            QRect(left, middle - draw.SWATCH // 2, draw.SWATCH, draw.SWATCH),
            QRect(name_left, row.top(), name, row.height()),
            QRect(name_left + name, row.top(), chevron, row.height()),
            QRect(end - count - total, row.top(), total, row.height()),
            QRect(end - count, row.top(), count, row.height()),
        )
        return TagLayout(*(draw.mirrored(option.direction, row, rect) for rect in rects))

    def _draw_words(self, painter: QPainter, parts: TagLayout, tag: Tag) -> None:
        painter.setPen(QColor(self.theme.text))
        draw.words(painter, parts.name, make_visible(tag.name))

    def _draw_counts(
        self, painter: QPainter, option: QStyleOptionViewItem, parts: TagLayout, index: _Index
    ) -> None:
        tag: Tag = index.data(TAG_ROLE)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(self.theme.muted))
        painter.setFont(draw.small_font(draw.tabular(option.font)))
        painter.drawText(parts.total, middle | Qt.AlignmentFlag.AlignLeading, sum_words(index))
        painter.setFont(draw.tabular(option.font))
        painter.drawText(parts.number, Qt.AlignmentFlag.AlignCenter, str(tag.passages))


def _row(option: QStyleOptionViewItem) -> QRect:
    rect: QRect = option.rect
    return rect.adjusted(_SIDE, 0, -_SIDE, 0)


def sum_words(index: _Index) -> str:
    """Return the total of a branch as a row shows it; "" where the count says it all."""
    tag: Tag = index.data(TAG_ROLE)
    total: int = index.data(TOTAL_ROLE)
    return f"Σ {total}" if total != tag.passages else ""


def depth(index: _Index) -> int:
    """Count the parents of a row."""
    parents = 0
    above = index.parent()
    while above.isValid():
        parents += 1
        above = above.parent()
    return parents


def _stands(before: Tag | None, tag: Tag) -> bool:
    """Say whether what a tag's place goes by is what it was."""
    return before is not None and (before.parent_id, before.number_key, before.name) == (
        tag.parent_id,
        tag.number_key,
        tag.name,
    )


def _fill(item: QStandardItem, tag: Tag, total: int) -> None:
    item.setData(tag, TAG_ROLE)
    item.setData(total, TOTAL_ROLE)
    item.setText(make_visible(tag.name))
    item.setToolTip(plain_tip(_details(tag, total)))
    item.setAccessibleText(_spoken(tag, total))
    item.setEditable(False)


def _details(tag: Tag, total: int) -> str:
    parts = (tag.path, tag.description, _branch_words(tag, total))
    return "\n".join(make_visible(part) for part in parts if part)


def _branch_words(tag: Tag, total: int) -> str:
    words = QCoreApplication.translate("TagTree", "with the tags under it: {count}")
    return words.format(count=counted(total)) if total != tag.passages else ""


def _spoken(tag: Tag, total: int) -> str:
    """Say what the row shows to those who hear it."""
    key = QCoreApplication.translate("TagTree", "key {key}")
    parts = [
        make_visible(tag.path),
        said(plural(tag.passages, "1 passage", "%Ln passages")),
        _branch_words(tag, total),
    ]
    if tag.number_key is not None:
        parts.append(key.format(key=tag.number_key))
    return listed(part for part in parts if part)


def _dragged(data: QMimeData) -> TagId | None:
    if not data.hasFormat(_MIME_TYPE):
        return None
    return TagId(int(data.data(_MIME_TYPE).toStdString()))
