"""The sheet of all keys, which filters as one types and gives actions other keys."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.ui.actions.actions import Actions
from desk.ui.keys.changer import KeyChanger
from desk.ui.keys.key_rows import KeyRows
from desk.ui.looks.theme import Theme
from desk.ui.widgets.choices import ChoiceDelegate
from desk.ui.widgets.parts import MutedLabel, SearchField
from desk.ui.widgets.viewports import lie_flat


class KeysSheet(QDialog):
    """Every action with its keys, menu by menu."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self.field = SearchField(self.tr("Filter by action or key"), theme)
        self.rows = KeyRows(actions)
        self.list = QListView()
        self.nothing = MutedLabel(self.tr("No action and no key has this name."))
        self.changer = KeyChanger(actions)
        self.change_button = QPushButton(self.tr("Change…"))
        self.add_button = QPushButton(self.tr("Add a key…"))
        self.clear_button = QPushButton(self.tr("No key"))
        self.reset_button = QPushButton(self.tr("Default"))
        self._dress_list(theme)
        self._build()
        self._connect()
        self._filter()
        self.resize(560, 600)

    def _dress_list(self, theme: Theme) -> None:
        self.list.setModel(self.rows)
        self.list.setItemDelegate(ChoiceDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        lie_flat(self.list)
        self.list.setAccessibleName(self.tr("Keys"))
        self.list.installEventFilter(self)
        self.field.installEventFilter(self)

    def _build(self) -> None:
        self._foot = self._buttons()
        self.changer.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.addWidget(self.field)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._foot)
        layout.addWidget(self.changer)

    def _buttons(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(8)
        for button in self._deeds():
            button.setAutoDefault(False)
            layout.addWidget(button)
        layout.addStretch(1)
        return row

    def _deeds(self) -> tuple[QPushButton, ...]:
        return self.change_button, self.add_button, self.clear_button, self.reset_button

    def _connect(self) -> None:
        self.field.textChanged.connect(self._filter)
        self.list.doubleClicked.connect(partial(self._change, adding=False))
        self.list.selectionModel().currentChanged.connect(self._offer)
        self.change_button.clicked.connect(partial(self._change, adding=False))
        self.add_button.clicked.connect(partial(self._change, adding=True))
        self.clear_button.clicked.connect(self._clear)
        self.reset_button.clicked.connect(self._reset)
        self.changer.finished.connect(self._finish)
        self._actions.keys_changed.connect(self._filter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the field to the rows; give the row's action another key by Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self.field and (entered or event.key() == Qt.Key.Key_Down):
                self._enter_list()
                return True
            if watched is self.list and entered:
                self._change(adding=False)
                return True
            if watched is self.list and event.key() == Qt.Key.Key_Delete:
                self._clear()
                return True
        return super().eventFilter(watched, event)

    def _enter_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if self._current() is None:
            self.list.setCurrentIndex(self.rows.index(self.rows.first()))

    def _current(self) -> str | None:
        """Return the name of the action whose row is current."""
        return self.rows.action(self.list.currentIndex())

    def _change(self, *_: object, adding: bool) -> None:
        name = self._current()
        if name is not None:
            self._show_changer(True)
            self.changer.start(name, adding)

    def _clear(self) -> None:
        name = self._current()
        if name is not None:
            self._actions.change_keys(name, ())
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reset(self) -> None:
        name = self._current()
        if name is not None:
            self._show_changer(True)
            self.changer.reset(name)

    def _finish(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_changer(False)

    def _show_changer(self, on: bool) -> None:
        self.changer.setVisible(on)
        self._foot.setVisible(not on)

    def _filter(self) -> None:
        current = self._current()
        self.rows.show(self.field.text().casefold().split())
        self.nothing.setVisible(not self.rows.choices)
        row = self.rows.row_of(current) if current else -1
        self.list.setCurrentIndex(self.rows.index(row))
        self._offer()

    def _offer(self) -> None:
        """Enable what can be done with the current row."""
        name = self._current()
        for button in self._deeds():
            button.setEnabled(name is not None)
        if name is not None:
            self.clear_button.setEnabled(bool(self._actions.keys(name)))
            self.reset_button.setEnabled(self.rows.is_changed(name))
