"""The files of a preview: each can be left out, and says what is known of it before it comes in."""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desk.core.text import make_visible
from desk.formats.registry import reader_for
from desk.tasks.finding_files import FoundFile
from desk.ui.saying import said
from desk.ui.widgets import draw
from desk.ui.widgets.parts import plain_tip

_KIND, _REMARK = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_ROW = 42  # pixels
_ON = Qt.CheckState.Checked

_Index = QModelIndex | QPersistentModelIndex

Fate = Literal["comes", "present", "lacking", "unreadable"]
"""What becomes of a file that is brought in as it is; `lacking` lets the reader mend it"""


class FileList(QListWidget):
    """Rows with a box; below the name stands a remark, or else the format."""

    foretold = Signal()
    """What becomes of a file is known otherwise than before"""

    def __init__(self) -> None:
        super().__init__()
        self.files: tuple[FoundFile, ...] = ()
        self._rows: dict[FoundFile, int] = {}
        self._fates: dict[FoundFile, Fate] = {}
        self.setItemDelegate(_Rows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Files"))

    def show_files(self, files: Sequence[FoundFile]) -> None:
        """List files, all of them chosen."""
        self.files = tuple(files)
        self._rows = {file: row for row, file in enumerate(files)}
        with QSignalBlocker(self):
            for file in files:
                item = QListWidgetItem(make_visible(file.name), self)
                item.setSizeHint(QSize(0, _ROW))
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(_ON)
                reader = reader_for(file.path)
                item.setData(_KIND, said(reader.name) if reader else "")

    def chosen(self) -> tuple[FoundFile, ...]:
        """Return the files that are not left out."""
        rows = enumerate(self.files)
        return tuple(file for row, file in rows if self.item(row).checkState() == _ON)

    def fates(self) -> Counter[Fate]:
        """Count the chosen files by what becomes of them."""
        return Counter(self._fates.get(file, "comes") for file in self.chosen())

    def foretell(self, file: FoundFile, fate: Fate) -> None:
        """Note what becomes of a file; one that cannot be read is left out, unless chosen again."""
        before = self._fates.get(file, "comes")
        if fate == before:
            return
        self._fates[file] = fate
        if "unreadable" in (fate, before):
            with QSignalBlocker(self):
                off = Qt.CheckState.Unchecked
                self._item_of(file).setCheckState(off if fate == "unreadable" else _ON)
            self.viewport().update()
        self.foretold.emit()

    def in_sight(self) -> list[FoundFile]:
        """Return the files whose rows show."""
        if not self.isVisible() or not self.files:
            return []
        first = self.verticalScrollBar().value() // _ROW
        return list(self.files[first : first + self.viewport().height() // _ROW + 2])

    def remark(self, file: FoundFile, words: str) -> None:
        """Say something about a file below its name; "" says nothing any more."""
        item = self._item_of(file)
        if words == (item.data(_REMARK) or ""):
            return
        with QSignalBlocker(self):  # it is no other choice
            item.setData(_REMARK, words)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, words)
            item.setToolTip(plain_tip(f"{item.text()}\n{words}" if words else ""))
        self.viewport().update()

    def remark_on(self, file: FoundFile) -> str:
        """Return what is said about a file."""
        return str(self._item_of(file).data(_REMARK) or "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row in sight when what is said below takes room."""
        place = self.visualRect(self.currentIndex())
        was_seen = place.bottom() >= 0 and place.top() < event.oldSize().height()
        super().resizeEvent(event)
        if was_seen:
            self.scrollTo(self.currentIndex())

    def _item_of(self, file: FoundFile) -> QListWidgetItem:
        return self.item(self._rows[file])


class _Rows(QStyledItemDelegate):
    """Draws box and ground as the style does, and one line or two beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row; a name that is too long loses its middle."""
        style, list_ = option.widget.style(), option.widget
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        whole.state &= ~QStyle.StateFlag.State_HasFocus  # its frame is meant for the words
        name, whole.text = whole.text, ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, list_)
        whole.text = name
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, whole, list_)
        room.setRight(option.rect.right() - 4)
        if option.direction == Qt.LayoutDirection.RightToLeft:
            room.setLeft(option.rect.left() + 4)
        painter.save()
        painter.setFont(option.font)
        text, muted = QPalette.ColorRole.Text, QPalette.ColorRole.PlaceholderText
        painter.setPen(option.palette.color(text))
        line = QRect(room.left(), option.rect.top() + 4, room.width(), 20)
        draw.words(painter, line, name, Qt.TextElideMode.ElideMiddle)
        remark = index.data(_REMARK)
        painter.setFont(draw.small_font(option.font))
        painter.setPen(option.palette.color(text if remark else muted))
        below = QRect(line.left(), line.bottom() - 2, line.width(), 18)
        draw.words(painter, below, remark or index.data(_KIND))
        painter.restore()
