"""A list to tick some of; nothing ticked means all."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk.core.message import plural
from desk.core.text import make_visible
from desk.core.types import Tag
from desk.ui.looks.theme import Theme, line_colour
from desk.ui.saying import said
from desk.ui.widgets import draw
from desk.ui.widgets.parts import Heading, MutedLabel, SearchField

_ROW_HEIGHT = 24
_FILTER_FROM = 8  # fewer rows are seen at one glance


class Item(NamedTuple):
    """A row: what it stands for, its words, a picture."""

    value: object
    text: str
    picture: QIcon | None = None


class CheckList(QWidget):
    """Heading, a filter where there is much, and the rows."""

    changed = Signal()

    def __init__(self, title: str, items: Sequence[Item], theme: Theme) -> None:
        super().__init__()
        self.count = MutedLabel(small=True)
        self.filter = SearchField(self.tr("Filter"), theme)
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(draw.SWATCH, draw.SWATCH))
        self.list.setAccessibleName(title)
        top = QHBoxLayout()
        top.addWidget(Heading(title))
        top.addStretch(1)
        top.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.filter)
        self.filter.setVisible(len(items) >= _FILTER_FROM)
        layout.addWidget(self.list, 1)
        self._fill(items)
        self.filter.textChanged.connect(self._filter)
        self.list.itemChanged.connect(self._tell)
        self._count()

    def ticked(self) -> tuple[object, ...]:
        """Return what the ticked rows stand for; none stands for all."""
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked
        )

    def tick(self, values: Iterable[object]) -> None:
        """Tick these rows and no other."""
        wanted = set(values)
        for item in self._items():
            on = item.data(Qt.ItemDataRole.UserRole) in wanted
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _fill(self, items: Iterable[Item]) -> None:
        for value, text, picture in items:
            item = QListWidgetItem(make_visible(text))
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setSizeHint(QSize(60, _ROW_HEIGHT))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            if picture:
                item.setIcon(picture)
            self.list.addItem(item)

    def _items(self) -> Iterable[QListWidgetItem]:
        return (self.list.item(row) for row in range(self.list.count()))

    def _filter(self, typed: str) -> None:
        words = typed.casefold().split()
        for item in self._items():
            text = item.text().casefold()
            item.setHidden(not all(word in text for word in words))

    def _tell(self) -> None:
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        ticked = len(self.ticked())
        words = said(plural(ticked, "1 ticked", "%Ln ticked"))
        self.count.setText(words if ticked else self.tr("all; tick to choose"))


def tag_items(tags: Iterable[Tag], theme: Theme) -> list[Item]:
    """Return a row for each tag, with its swatch."""
    return [Item(tag.id, tag.path, _picture(tag, theme)) for tag in tags]


def _picture(tag: Tag, theme: Theme) -> QIcon:
    scale = 2
    pixmap = QPixmap(draw.SWATCH * scale, draw.SWATCH * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(scale)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    square = pixmap.rect().adjusted(0, 0, -draw.SWATCH, -draw.SWATCH)
    draw.swatch(painter, square, line_colour(theme, tag.colour), tag.pattern)
    painter.end()
    return QIcon(pixmap)
