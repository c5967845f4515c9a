"""What the library shows: a menu to filter by, a box for what has many values, chips to undo it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu

from desk.core.article_filter import FACETS, ArticleFilter, Facet
from desk.core.text import make_visible
from desk.core.types import Changes, Status, TagId
from desk.ui.library.lines import STATUSES, status_word
from desk.ui.library.panel import LibraryPanel
from desk.ui.looks.chosen import Looks
from desk.ui.reading.open_article import Reading
from desk.ui.session import Session
from desk.ui.widgets.filter_chips import FilterChips
from desk.ui.words import noop

_ALL = "all"  # what the last chip stands for, where there are several
_WORDS: dict[Facet, str] = {
    "tag": noop("LibraryFilter", "Tag…"),
    "author": noop("LibraryFilter", "Author…"),
    "date": noop("LibraryFilter", "Date…"),
    "source": noop("LibraryFilter", "Source…"),
}
_WITHOUT: dict[Facet, str] = {
    "tag": noop("LibraryFilter", "Without a tag"),
    "author": noop("LibraryFilter", "Without an author"),
    "date": noop("LibraryFilter", "Without a date"),
    "source": noop("LibraryFilter", "Without a source"),
}


class LibraryFilter(QObject):
    """Filters the library of one window; it changes no data."""

    panel_wanted = Signal()
    """The library has to be seen"""

    def __init__(
        self, session: Session, reading: Reading, panel: LibraryPanel, looks: Looks
    ) -> None:
        super().__init__(panel)
        self._reading = reading
        self._panel = panel
        self._looks = looks
        self._listing = session.desk.listing
        self.chips = FilterChips(panel.head.add_button)
        panel.head.set_chips(self.chips)
        self.chips.dropped.connect(self._drop)
        self._panel.head.filter_button.clicked.connect(self.show_menu)
        self._panel.all_wanted.connect(self._widen)
        session.changed.connect(self._follow)
        self._show_chips()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {"library.filter": self.show_menu}

    @property
    def wanted(self) -> ArticleFilter:
        """What the library shows now."""
        return self._panel.model.wanted

    def want(self, **fields: object) -> None:
        """Show what is so too; None for a field asks for nothing of it."""
        self._panel.set_wanted(self.wanted._replace(**fields))  # type: ignore[arg-type]
        self._show_chips()

    def clear(self) -> None:
        """Show everything."""
        self._panel.field.clear()
        self.want(**ArticleFilter()._asdict())

    def _widen(self) -> None:
        """Take the filter off a search, which goes on; else show everything."""
        if self.wanted.is_on and self._panel.field.text().strip():
            self.want(**ArticleFilter()._asdict())
        else:
            self.clear()

    # The menu

    def show_menu(self) -> None:
        """Ask what to filter by, at the button."""
        self.panel_wanted.emit()
        self._panel.head.filter_button.setChecked(self.wanted.is_on)  # a click turned it over
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self._panel.head.filter_button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """Return the statuses, the ways to what else there is to filter by, and the way back."""
        menu = QMenu(self._panel)
        for status in STATUSES:
            words = _capital(status_word(status))
            action = menu.addAction(words, partial(self._toggle_status, status))
            action.setCheckable(True)
            action.setChecked(self.wanted.status == status)
        menu.addSeparator()
        for facet in FACETS:
            # After the menu is gone: it gives the keyboard back to who had it before.
            later = partial(QTimer.singleShot, 0, self, partial(self.ask, facet))
            menu.addAction(self.tr(_WORDS[facet]), later)
        menu.addSeparator()
        menu.addAction(self.tr("Show all"), self.clear).setEnabled(self.wanted != ArticleFilter())
        return menu

    def _toggle_status(self, status: Status) -> None:
        self.want(status=None if self.wanted.status == status else status)

    def ask(self, facet: Facet) -> None:
        """Ask for a tag, an author, a year or a source to filter by."""
        from desk.ui.widgets.facet_chooser import FacetChooser  # late: see `equipment`

        title = self.tr(_WORDS[facet]).removesuffix("…")
        values = self._listing.facets(facet)
        window, without = self._panel.window(), self.tr(_WITHOUT[facet])
        chooser = FacetChooser(window, self._looks.theme, values, title, without)
        chooser.chosen.connect(lambda value: self.want(**{facet: value}))
        button = self._panel.head.filter_button
        chooser.popup_at(button.mapToGlobal(button.rect().bottomLeft()))

    # What is chosen

    def _show_chips(self) -> None:
        wanted = self.wanted
        chips: list[tuple[str, object]] = []
        if wanted.status is not None:
            chips.append((_capital(status_word(wanted.status)), "status"))
        for facet in FACETS:
            value = getattr(wanted, facet)
            if value is not None:
                chips.append((self._words_of(facet, value), facet))
        if len(chips) > 1:
            chips.append((self.tr("Show all"), _ALL))
        self.chips.show_chips(chips)

    def _words_of(self, facet: Facet, value: str | TagId) -> str:
        if facet == "tag":
            tag = self._reading.tags.get(TagId(int(value)))
            return make_visible(tag.path) if tag else ""
        return make_visible(str(value)) or self.tr(_WITHOUT[facet])

    def _drop(self, chip: str) -> None:
        if self.chips.have_keyboard():
            self._panel.head.filter_button.setFocus()
        if chip == _ALL:
            self.clear()
        else:
            self.want(**{chip: None})

    def _follow(self, changes: Changes) -> None:
        """Filter no longer by a tag that is gone, and follow its name."""
        if not changes.touches("tags") or self.wanted.tag is None:
            return
        if self.wanted.tag in self._reading.tags:
            self._show_chips()
        else:
            self.want(tag=None)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
