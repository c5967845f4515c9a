"""The line to find words in the article: field, switches, count, where to go, a list of hits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout

from desk.ui.actions.key_words import native
from desk.ui.article.sheet import Sheet
from desk.ui.looks.theme import Theme, icon
from desk.ui.widgets.parts import MARGIN, MutedLabel, icon_button, set_margins, set_tip
from desk.ui.widgets.speech import announce

if TYPE_CHECKING:
    from desk.core.types import TextRange
    from desk.ui.reading.hit_list import HitList

_WIDEST = 320  # pixels of the field

_REGEX = "\u200e.*\u200e"  # marked as left to right: elsewhere it would read "*."


class FindBar(QFrame):
    """Asks for words, in room of its own above the article.

    `changed` says that the words or the way to look for them are other ones.
    """

    changed = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    list_switched = Signal()
    """The reader wants to see all hits in a list, or no longer"""
    list_made = Signal(object)
    """HitList: the reader wants to see it for the first time"""
    closed = Signal()

    def __init__(self, parent: Sheet, theme: Theme) -> None:
        super().__init__(parent)
        self._home = parent
        self.setObjectName("findBar")
        self.field = QLineEdit()
        # A click on one of the buttons would else give the keyboard to the article below.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.field)
        self.field.setPlaceholderText(self.tr("Find in the article"))
        self.field.setAccessibleName(self.tr("Find in the article"))
        self.field.setMinimumWidth(160)
        self.field.setMaximumWidth(_WIDEST)
        self.count = MutedLabel()
        self.fault = MutedLabel()
        self.fault.setWordWrap(True)
        self.case = self._switch("Aa", self.tr("Match case and accents"))
        self.regex = self._switch(_REGEX, self.tr("Regular expression"))
        self.previous = icon_button("previous", theme, self.tr("Previous hit"), "find.previous")
        self.next = icon_button("next", theme, self.tr("Next hit"), "find.next")
        self.list_button = icon_button("list", theme, self.tr("List all hits"))
        set_tip(self.list_button, self.tr("List all hits"), native("Down"))
        self.list_button.setCheckable(True)
        self.list: HitList | None = None  # made when it is first shown
        self._theme = theme
        self.close_button = icon_button("close", theme, self.tr("Close"))
        set_tip(self.close_button, self.tr("Close"), native("Esc"))
        self._build()
        self._connect()
        self.set_theme(theme)
        self.hide()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        for part in (self.case, self.regex, self.previous, self.next):
            row.addWidget(part)
        row.addSpacing(4)
        row.addWidget(self.count)
        row.addWidget(self.list_button)
        row.addStretch()
        row.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        set_margins(self._column, MARGIN, 6, MARGIN - 4, 6)
        self._column.setSpacing(4)
        self._column.addLayout(row)
        self._column.addWidget(self.fault)

    def _switch(self, text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        button.setAccessibleName(tip)
        set_tip(button, tip)
        return button

    def _connect(self) -> None:
        self.field.textChanged.connect(self.changed)
        self.case.toggled.connect(self.changed)
        self.regex.toggled.connect(self.changed)
        self.next.clicked.connect(self.next_wanted)
        self.previous.clicked.connect(self.previous_wanted)
        self.list_button.toggled.connect(self.list_switched)
        self.close_button.clicked.connect(self.dismiss)
        self.installEventFilter(self)
        self.field.installEventFilter(self)
        self._home.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.setStyleSheet(
            f"#findBar {{ background: {theme.panel}; border: 0;"
            f" border-bottom: 1px solid {theme.line}; }}"
        )
        for button, name in (
            (self.previous, "previous"),
            (self.next, "next"),
            (self.list_button, "list"),
            (self.close_button, "close"),
        ):
            button.setIcon(icon(name, theme))
        self._theme = theme
        if self.list is not None:
            self.list.delegate.theme = theme
            self.list.viewport().update()

    def open(self, words: str = "") -> None:
        """Come up, with words to look for if there are any, and take the keyboard."""
        self.show()
        self.raise_()
        self._place()
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.changed.emit()

    def dismiss(self) -> None:
        """Go away; the keyboard returns to the article."""
        if self.isVisible():
            self.closed.emit()  # first: the bar must not lose the keyboard to its neighbour
            self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the room back to the text."""
        super().hideEvent(event)
        self._home.keep_free("top", 0)

    def lists(self) -> bool:
        """Say whether the reader wants to see all hits in a list."""
        return self.list_button.isChecked()

    def list_hits(self, text: str, hits: Sequence[TextRange]) -> None:
        """Show these hits of a text in the list; none at all hide it."""
        if self.list is None:
            if not hits:
                return
            self.list = self._made_list()
        if not hits and self.list.hasFocus():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.rows.show(text, hits)
        self._place()

    def _made_list(self) -> HitList:
        from desk.ui.reading.hit_list import HitList  # late: many searches never show it

        made = HitList(self._theme, self._home)
        made.field_wanted.connect(self.field.setFocus)
        self._column.addWidget(made)
        self.list_made.emit(made)
        return made

    def enter_list(self) -> None:
        """Put the keyboard into the list of hits, which comes up if there are any."""
        self.list_button.setChecked(True)
        if self.list is not None and self.list.rows.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, number: int) -> None:
        """Make a hit the current one in the list, if that is shown."""
        if self.list is not None and self.list.rows.rowCount() > number:
            self.list.follow(number)

    def show_count(self, words: str, line: str = "") -> None:
        """Say how many hits there are; those who hear the window are told the line of one too."""
        self._say(words, "")
        self._speak(words, line)

    def show_fault(self, words: str) -> None:
        """Say, in a line of its own, why there can be no hits."""
        self._say("", words)
        self._speak(words)

    def _speak(self, *words: str) -> None:
        if self.field.hasFocus():  # the list and the article say by themselves where one is
            announce(self.field, ". ".join(filter(None, words)))

    def _say(self, count: str, fault: str) -> None:
        for label, words in ((self.count, count), (self.fault, fault)):
            label.setText(words)
            label.setAccessibleName(words)
        self.fault.setVisible(bool(fault))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on by Enter, back by Shift+Enter, down to the list, away by Esc.

        The bar stays as wide as the article.
        """
        if watched is self._home and event.type() == QEvent.Type.Resize:
            self._place()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
            if watched is self.field and event.key() == Qt.Key.Key_Down:
                self.enter_list()
                return True
            if watched is self.field and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                (self.previous_wanted if back else self.next_wanted).emit()
                return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Lie at the top of the article, which makes room."""
        if not self.isVisible():
            return
        left, width = self._home.breadth()
        if self.list is not None:
            self.list.fit(self._home.height())
        # Only where the fault is shown the height depends on the width.
        height = self.heightForWidth(width) if self.fault.text() else self.sizeHint().height()
        self.setGeometry(left, 0, width, height)
        self._home.keep_free("top", height)
