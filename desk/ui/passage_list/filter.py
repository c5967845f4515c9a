"""What the list of passages and notes is to show: words, a menu of filters, an order."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from desk.core.row_filter import Order, Period
from desk.core.text import make_visible
from desk.core.types import ArticleId, TagId
from desk.ui.looks.theme import Theme
from desk.ui.widgets.filter_chips import FilterChips
from desk.ui.widgets.parts import MARGIN, MutedLabel, SearchField, text_button
from desk.ui.words import noop

ORDERS: Mapping[Order, str] = {
    "place": noop("ListFilter", "By place"),
    "newest": noop("ListFilter", "Newest first"),
    "tag": noop("ListFilter", "By tag"),
    "article": noop("ListFilter", "By article"),
}
PERIODS: Mapping[Period, str] = {
    "": noop("ListFilter", "At any time"),
    "today": noop("ListFilter", "Today"),
    "week": noop("ListFilter", "This week"),
    "month": noop("ListFilter", "This month"),
}


class Wanted(NamedTuple):
    """What the reader wants to see; the default is everything.

    `tag` stands for those under it too; `untagged` asks for what carries none. `this_article` is
    the one that is open, whichever it is; `article` a certain one.
    """

    words: str = ""
    tag: TagId | None = None
    untagged: bool = False
    this_article: bool = False
    article: ArticleId | None = None
    coder: str = ""
    with_note: bool = False
    period: Period = ""


class ListFilter(QWidget):
    """The head of the list; what is chosen in the menu stands below it, each with a cross."""

    changed = Signal()
    """`wanted` or `order` is another now"""
    tag_wanted = Signal()
    """The reader wants to choose a tag to filter by"""
    article_wanted = Signal()
    """The reader wants to choose an article to filter by"""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.wanted = Wanted()
        self.order: Order = "place"
        self.find_coders: Callable[[], Sequence[str]] = tuple
        self.tag_name = self.article_title = ""
        self.is_of_notes = False
        self.field = SearchField(self.tr("Filter by words"), theme)
        self.count = MutedLabel(small=True)
        self.filter_button = _menu_button(self.tr("Filter"), self.tr("Filter the list"))
        self.order_button = _menu_button(self.tr(ORDERS["place"]), self.tr("Order of the list"))
        self._chips = FilterChips(self.order_button)
        self._chips.dropped.connect(self._drop)
        self._build()
        self.field.textChanged.connect(lambda words: self.set_wanted(words=words))
        self.filter_button.menu().aboutToShow.connect(self._fill_menu)
        self._fill_orders()

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(2, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(self.count)
        line.addStretch(1)
        line.addWidget(self.filter_button)
        line.addWidget(self.order_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, 4)
        layout.setSpacing(4)
        layout.addWidget(self.field)
        layout.addLayout(line)
        layout.addWidget(self._chips)

    def set_wanted(self, **fields: Any) -> None:  # noqa: ANN401
        """Change what is wanted."""
        wanted = self.wanted._replace(**fields)
        if wanted == self.wanted:
            return
        self.wanted = wanted
        if self.field.text() != wanted.words:
            self.field.setText(wanted.words)
        self.show_chips()
        self.changed.emit()

    def clear(self) -> None:
        """Want everything."""
        self.set_wanted(**Wanted()._asdict())

    def set_tag(self, tag: TagId | None, name: str) -> None:
        """Want what carries a tag."""
        self.tag_name = name
        self.set_wanted(tag=tag, untagged=False)

    def set_article(self, article: ArticleId, title: str) -> None:
        """Want what is in an article, open or not."""
        self.article_title = title
        self.set_wanted(article=article, this_article=False)

    def set_order(self, order: Order) -> None:
        """Sort otherwise."""
        self.order = order
        self.order_button.setText(_with_arrow(self.tr(ORDERS[order])))
        self.changed.emit()

    def _fill_orders(self) -> None:
        menu = self.order_button.menu()
        group = QActionGroup(menu)
        for order, words in ORDERS.items():
            action = menu.addAction(self.tr(words), partial(self.set_order, order))
            action.setCheckable(True)
            action.setChecked(order == self.order)
            group.addAction(action)

    # The menu

    def _fill_menu(self) -> None:
        menu = self.filter_button.menu()
        menu.clear()
        wanted = self.wanted
        menu.addAction(self.tr("Tag…"), self.tag_wanted.emit)
        self._add_switch(menu, self.tr("Without a tag"), wanted.untagged, self._want_untagged)
        menu.addSeparator()
        self._add_switch(menu, self.tr("In this article"), wanted.this_article, self._want_here)
        menu.addAction(self.tr("In the article…"), self.article_wanted.emit)
        if not self.is_of_notes:
            self._add_switch(menu, self.tr("With a note"), wanted.with_note, self._want_note)
        self._add_choices(menu.addMenu(self.tr("Made")), "period", self._periods())
        coders = self.find_coders()
        if len(coders) > 1:
            names = {"": self.tr("All")} | {coder: make_visible(coder) for coder in coders}
            self._add_choices(menu.addMenu(self.tr("Coder")), "coder", names)
        menu.addSeparator()
        menu.addAction(self.tr("Show all"), self.clear).setEnabled(wanted != Wanted())

    def _add_switch(
        self, menu: QMenu, words: str, on: bool, switch: Callable[[bool], None]
    ) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        action.toggled.connect(switch)
        return action

    def _add_choices(self, menu: QMenu, field: str, choices: Mapping[str, str]) -> None:
        group = QActionGroup(menu)
        now = getattr(self.wanted, field)
        for value, words in choices.items():
            choose = partial(self.set_wanted, **{field: value})
            action = menu.addAction(words.replace("&", "&&"), choose)
            action.setCheckable(True)
            action.setChecked(value == now)
            group.addAction(action)

    def _periods(self) -> dict[str, str]:
        return {period: self.tr(words) for period, words in PERIODS.items()}

    def _want_untagged(self, on: bool) -> None:
        self.set_wanted(untagged=on, tag=None)

    def _want_here(self, on: bool) -> None:
        self.set_wanted(this_article=on, article=None)

    def _want_note(self, on: bool) -> None:
        self.set_wanted(with_note=on)

    # What is chosen

    def show_chips(self) -> None:
        """Show what the list is filtered by; a click on one takes it away."""
        self._chips.show_chips(self._chosen())

    def _chosen(self) -> list[tuple[str, object]]:
        """Return what stands on each chip, and what is wanted without it."""
        wanted = self.wanted
        noted = wanted.with_note and not self.is_of_notes
        chips: list[tuple[object, str, dict[str, object]]] = [
            (wanted.tag, make_visible(self.tag_name), {"tag": None}),
            (wanted.untagged, self.tr("Without a tag"), {"untagged": False}),
            (wanted.this_article, self.tr("In this article"), {"this_article": False}),
            (wanted.article, make_visible(self.article_title), {"article": None}),
            (noted, self.tr("With a note"), {"with_note": False}),
            (wanted.period, self.tr(PERIODS[wanted.period]), {"period": ""}),
            (wanted.coder, make_visible(wanted.coder), {"coder": ""}),
        ]
        return [(words, fields) for on, words, fields in chips if on]

    def _drop(self, fields: dict[str, object]) -> None:
        if self._chips.have_keyboard():
            self.filter_button.setFocus()
        self.set_wanted(**fields)


def _with_arrow(text: str) -> str:
    return f"{text} ▾"


def _menu_button(text: str, words: str) -> QToolButton:
    button = text_button(_with_arrow(text), words)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(QMenu(button))
    return button
