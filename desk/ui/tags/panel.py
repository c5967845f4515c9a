"""The tags of the desk, to put on what is selected, to make, nest, edit and remove."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desk.core.text import make_visible
from desk.core.types import Tag, TagId
from desk.ui.looks.theme import Theme
from desk.ui.tags.tree import TagDelegate, TagTree
from desk.ui.widgets.parts import (
    EmptyState,
    Heading,
    claims,
    heading_row,
    set_hints,
    text_button,
)
from desk.ui.widgets.stack import Stack
from desk.ui.widgets.viewports import lie_flat

NUMBER_KEYS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)


class TagView(QTreeView):
    """The tree; tells what the reader wants with a tag."""

    put_requested = Signal(object)
    edit_requested = Signal(object)
    remove_requested = Signal(object)
    pin_requested = Signal(object, object)
    move_requested = Signal(object, object)
    note_requested = Signal(object)
    filter_requested = Signal(object)
    merge_requested = Signal(object)
    hovered = Signal(object)

    def __init__(self, model: TagTree, theme: Theme) -> None:
        super().__init__()
        self.tree = model
        self.filtered: TagId | None = None
        self._pressed = QPersistentModelIndex()
        self.delegate = TagDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self._set_look()
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.entered.connect(self._hover)
        self.viewportEntered.connect(self._hover)

    def _set_look(self) -> None:
        self.setHeaderHidden(True)
        self.setIndentation(0)  # the delegate indents: keycaps stand in one column
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        lie_flat(self)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Tags"))
        put, edit = self.tr("{Enter}: put on the selection"), self.tr("{F2}: edit")
        set_hints(self, put, edit, self.tr("{Esc}: back to the article"))
        self.setMinimumHeight(60)

    def menu(self, tag: Tag) -> QMenu:
        """Return what can be done with a tag."""
        menu = QMenu(self)
        menu.addAction(self.tr("Put on the selection"), partial(self.put_requested.emit, tag.id))
        menu.addAction(self.tr("Edit…"), "F2", partial(self.edit_requested.emit, tag.id))
        menu.addMenu(self._pin_menu(menu, tag))
        if tag.parent_id is not None:
            words = self.tr("Move to the top level")
            menu.addAction(words, partial(self.move_requested.emit, tag.id, None))
        menu.addSeparator()
        menu.addAction(self.tr("Note…"), partial(self.note_requested.emit, tag.id))
        shown = menu.addAction(
            self.tr("Filter by this tag"), partial(self.filter_requested.emit, tag.id)
        )
        shown.setCheckable(True)
        shown.setChecked(tag.id == self.filtered)
        menu.addSeparator()
        menu.addAction(self.tr("Merge into…"), partial(self.merge_requested.emit, tag.id))
        menu.addAction(self.tr("Delete"), "Del", partial(self.remove_requested.emit, tag.id))
        return menu

    def event(self, event: QEvent) -> bool:
        """Keep F2 for what is current here; in the window it means the open article."""
        return claims(event, Qt.Key.Key_F2) or super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first tag; a click chooses its own."""
        super().focusInEvent(event)
        clicked = event.reason() == Qt.FocusReason.MouseFocusReason
        if not clicked and not self.currentIndex().isValid() and self.tree.rowCount():
            self.setCurrentIndex(self.tree.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put by Enter, edit by F2, remove by Delete."""
        tag_id = self._id(self.currentIndex())
        if tag_id is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.put_requested.emit(tag_id)
        elif event.key() == Qt.Key.Key_F2:
            self.edit_requested.emit(tag_id)
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.remove_requested.emit(tag_id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put a tag by a click on it; a click on its chevron folds its branch."""
        was_drag = self.state() == QAbstractItemView.State.DraggingState
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        is_click = index.isValid() and index == self._pressed and not was_drag
        if not is_click or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._on_chevron(index, point):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.put_requested.emit(self._id(index))

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802
        """Drag a tag under a small sign, which leaves in sight where it will go."""
        from desk.ui.widgets.dragging import drag_under_sign  # late: not for the first frame

        index = self.currentIndex()
        tag = self.tree.tag(index)
        if tag is not None:
            data, words = self.tree.mimeData([index]), make_visible(tag.name)
            drag_under_sign(self, data, words, self.delegate.theme)

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the mouse is over no tag any more."""
        super().leaveEvent(event)
        self._hover()

    def _hover(self, index: QModelIndex | None = None) -> None:
        here = index or QModelIndex()
        self.delegate.under_mouse = QPersistentModelIndex(here)
        self.hovered.emit(self._id(here))

    def _on_chevron(self, index: QModelIndex, point: QPoint) -> bool:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return self.delegate.lay_out(option, index).chevron.contains(point)

    def _pin_menu(self, parent: QMenu, tag: Tag) -> QMenu:
        holders = {other.number_key: other for other in self.tree.tags()}
        menu = QMenu(self.tr("Number key"), parent)
        for key in NUMBER_KEYS:
            holder = holders.get(key)
            words = f"{key}   {make_visible(holder.name)}" if holder else str(key)
            action = menu.addAction(words, partial(self.pin_requested.emit, tag.id, key))
            action.setCheckable(True)
            action.setChecked(tag.number_key == key)
        menu.addSeparator()
        none = menu.addAction(self.tr("None"), partial(self.pin_requested.emit, tag.id, None))
        none.setEnabled(tag.number_key is not None)
        return menu

    def _show_menu(self, point: QPoint) -> None:
        tag = self.tree.tag(self.indexAt(point))
        if tag:
            menu = self.menu(tag)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(point))

    def _id(self, index: QModelIndex) -> TagId | None:
        tag = self.tree.tag(index)
        return tag.id if tag else None


class TagsPanel(QWidget):
    """The upper right: all tags with their number keys and counts."""

    put_requested = Signal(object)
    """TagId: clicked, or Enter"""
    create_requested = Signal()
    edit_requested = Signal(object)
    """TagId"""
    remove_requested = Signal(object)
    """TagId"""
    pin_requested = Signal(object, object)
    """TagId and a number key from 0 to 9, or None for no key"""
    move_requested = Signal(object, object)
    """TagId and the new parent's TagId, or None for the top level"""
    note_requested = Signal(object)
    """TagId"""
    filter_requested = Signal(object)
    """TagId: to let its passages alone stand out, or all again"""
    merge_requested = Signal(object)
    """TagId"""
    hovered = Signal(object)
    """TagId under the mouse, or None"""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = TagTree()
        self.view = TagView(self.model, theme)
        self.new_button = text_button(self.tr("New +"), self.tr("New tag"), "tags.new")
        words = self.tr("No tags yet. Select some words in the article and use {passage.tag}, or:")
        self.empty = EmptyState(words, self.tr("New tag…"))
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._head = heading_row(Heading(self.tr("Tags")), self.new_button)
        layout.addLayout(self._head)
        self._stack = Stack()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._stack.setCurrentIndex(1)
        layout.addWidget(self._stack, 1)
        self._connect()

    def furnish(self, buttons: Sequence[QWidget], below: QWidget) -> None:
        """Put buttons into the first line, and something below it."""
        for button in buttons:
            self._head.insertWidget(self._head.count() - 1, button)
        self._column.insertWidget(1, below)
        # What is made later would else be reached by Tab last of all in the window.
        for before, after in pairwise((self.new_button, *buttons, self.new_button)):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self.view.put_requested.connect(self.put_requested)
        self.view.edit_requested.connect(self.edit_requested)
        self.view.remove_requested.connect(self.remove_requested)
        self.view.note_requested.connect(self.note_requested)
        self.view.filter_requested.connect(self.filter_requested)
        self.view.merge_requested.connect(self.merge_requested)
        self.view.pin_requested.connect(self.pin_requested)
        self.view.move_requested.connect(self.move_requested)
        self.view.hovered.connect(self.hovered)
        self.model.moved.connect(self.move_requested)
        self.new_button.clicked.connect(self.create_requested)
        self.empty.button.clicked.connect(self.create_requested)

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Show these tags; what was folded stays folded and the current one current.

        Where that one goes, the next takes its place.
        """
        current = self._current_among(tags)
        folded = {tag.id for tag in self.model.tags() if not self._is_open(tag.id)}
        if self.model.set_tags(tags):
            self.view.expandAll()
            for tag_id in folded:
                self.view.collapse(self.model.index_of(tag_id))
            self.set_current(current)
        self._stack.setCurrentIndex(0 if tags else 1)

    def _current_among(self, tags: Sequence[Tag]) -> TagId | None:
        """Return which of these tags is current next: the same, the one after or before it."""
        current = self.model.tag(self.view.currentIndex())
        if current is None:
            return None
        rows, left = [tag.id for tag in self.model.tags()], {tag.id for tag in tags}
        here = rows.index(current.id)
        return next((row for row in rows[here:] + rows[:here][::-1] if row in left), None)

    def set_counts(self, counts: Mapping[TagId, int]) -> None:
        """Show on how many passages some of the tags are by now."""
        self.model.set_counts(counts)

    def set_totals(self, totals: Mapping[TagId, int]) -> None:
        """Show how many passages carry a tag or one under it."""
        self.model.set_totals(totals)

    def set_current(self, tag_id: TagId | None) -> None:
        """Bring a tag into sight, after it was made."""
        self.view.setCurrentIndex(self.model.index_of(tag_id))

    def set_filtered(self, tag_id: TagId | None) -> None:
        """Know by which tag the article is filtered."""
        self.view.filtered = tag_id

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.view.delegate.theme = theme
        self.view.viewport().update()

    def _is_open(self, tag_id: TagId) -> bool:
        index = self.model.index_of(tag_id)
        return self.view.isExpanded(index) or not self.model.hasChildren(index)
