"""The window: puts the panels around the article, and shows them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QDialog, QDockWidget, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from desk.core.errors import UserError
from desk.core.text import make_visible
from desk.core.types import Article, ArticleId
from desk.store.desk import Desk
from desk.ui import settings as names
from desk.ui.actions.table import MENUS, translated
from desk.ui.article.view import ArticleView
from desk.ui.docks.widths import PanelWidths
from desk.ui.library import remembered
from desk.ui.library.panel import LibraryPanel
from desk.ui.looks.chosen import Looks
from desk.ui.passage_panel.panel import PassagePanel
from desk.ui.reading.open_article import Reading
from desk.ui.session import Session
from desk.ui.settings import Settings
from desk.ui.tags.panel import TagsPanel
from desk.ui.telling.status_line import StatusLine
from desk.ui.widgets.parts import BAR_HEIGHT

if TYPE_CHECKING:
    from desk.ui.actions.actions import Actions
    from desk.ui.docks.docking import Docking
    from desk.ui.files.desk_files import DeskFiles
    from desk.ui.importing.importing import Importing
    from desk.ui.keys.key_names import KeyNames
    from desk.ui.library.asking import ArticleAsking
    from desk.ui.library.filing import Filing
    from desk.ui.library.filter import LibraryFilter
    from desk.ui.library.shelf import Shelf
    from desk.ui.library.sorting import Sorting
    from desk.ui.passage_list.dock import PassageDock
    from desk.ui.passage_panel.noting import Noting
    from desk.ui.reading.finding import Finding
    from desk.ui.reading.links import Links
    from desk.ui.reading.welcome import Welcome
    from desk.ui.search.searching import Searching
    from desk.ui.tagging.popups import Popups
    from desk.ui.tagging.tagging import Tagging
    from desk.ui.tags.asking import TagAsking
    from desk.ui.tags.book import TagBook
    from desk.ui.tags.emphasis import Emphasis
    from desk.ui.tags.modes import Modes
    from desk.ui.telling.messages import Messages

SIZE = (1280, 800)
LEAST_SIZE = (720, 480)
FRAME = (16, 40)  # room on the screen for what a window manager puts around a window
PANEL_HEIGHTS = {"tags": 320, "passage": 410}


class Window(QMainWindow):
    """One desk in one window.

    `another_wanted` carries the path of a desk to show in place of this one, and whether it is
    a new one that has to be made first. What acts in the window is there from `equip` on, which
    runs by itself after the first frame.
    """

    another_wanted = Signal(object, bool)
    closed = Signal()

    tagging: Tagging
    tag_book: TagBook
    shelf: Shelf
    filing: Filing
    sorting: Sorting
    library_filter: LibraryFilter
    searching: Searching
    importing: Importing
    noting: Noting
    passage_dock: PassageDock
    messages: Messages
    popups: Popups
    finding: Finding
    desk_files: DeskFiles
    docking: Docking
    article_asking: ArticleAsking
    tag_asking: TagAsking
    links: Links
    actions_: Actions
    emphasis: Emphasis
    modes: Modes
    welcome: Welcome
    key_names: KeyNames

    def __init__(self, desk: Desk, settings: Settings, looks: Looks) -> None:
        super().__init__()
        self._watches = False  # from the first frame until it closes
        self.setObjectName("window")
        self.desk = desk
        self.settings = settings
        self.looks = looks
        self.session = Session(desk, self)
        self.view = ArticleView(looks.appearance)
        self.library = LibraryPanel(looks.theme, "Ctrl+Shift+F")
        self.tags = TagsPanel(looks.theme)
        self.passage = PassagePanel(looks.theme)
        self.docks = self._build()
        self.panel_widths = PanelWidths(self.docks, settings, self)
        self.reading = Reading(self.session, self.view, self)
        self.status_line = StatusLine(self.statusBar(), self.session, self.reading)
        self._equipped = False
        self._warned = False
        looks.changed.connect(self.view.set_appearance)
        for part in (self.library, self.tags, self.passage):
            looks.theme_changed.connect(part.set_theme)
        self.reading.opened.connect(self._show_title)
        self.reading.described.connect(self._show_title)
        self._fill()
        self.view.viewport().installEventFilter(self)

    def _build(self) -> dict[str, QDockWidget]:
        self.setMinimumSize(*LEAST_SIZE)
        self.setAcceptDrops(True)
        self.setAnimated(False)  # panels come and go at once: nothing moves by itself
        self.setCentralWidget(self.view)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        if self.isRightToLeft():  # Qt mirrors everything but this
            left, right = right, left
        docks = {
            "library": self._dock("library", self.tr("Library"), self.library, left),
            # Its panel is made later: it is hidden until it is asked for.
            "passages": self._dock("passages", self.tr("Passages"), QWidget(), left),
            "tags": self._dock("tags", self.tr("Tags"), self.tags, right),
            "passage": self._dock("passage", self.tr("Passage"), self.passage, right),
        }
        self.setTabPosition(left, QTabWidget.TabPosition.North)
        self.tabifyDockWidget(docks["library"], docks["passages"])
        docks["passages"].hide()
        return docks

    def _dock(self, name: str, title: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(panel)
        # It keeps the place of the bar to move it by, which is made after the first frame.
        bar = QWidget(dock)
        QVBoxLayout(bar).setContentsMargins(0, BAR_HEIGHT, 0, 0)
        dock.setTitleBarWidget(bar)
        self.addDockWidget(area, dock)
        return dock

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first frame."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.equip)
        return False

    def equip(self) -> None:
        """Make what acts in the window, if that is not done yet."""
        if not self._equipped:
            self._equipped = True
            from desk.ui import equipment  # late: see there

            equipment.equip(self)
            self._watches = True

    def _fill(self) -> None:
        for name, text in MENUS:
            if "/" not in name:
                self.menuBar().addAction(translated(text))
        remembered.restore(self.library, self.desk)
        self.tags.set_tags(list(self.reading.tags.values()))
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize() - QSize(*FRAME)))
        self.restoreGeometry(self.settings.get(names.GEOMETRY))
        self.panel_widths.fit()
        stacked = [self.docks[name] for name in PANEL_HEIGHTS]
        self.resizeDocks(stacked, list(PANEL_HEIGHTS.values()), Qt.Orientation.Vertical)
        # The version tells the directions of reading apart: one's layout is no good in the other.
        self.restoreState(self.settings.get(names.LAYOUT), int(self.isRightToLeft()))
        self._open_last()

    def _open_last(self) -> None:
        ids = self.library.model.article_ids()
        last = self.desk.settings.get("last_article")
        chosen = next((i for i in ids if str(i) == last), ids[0] if ids else None)
        self._show_title(None)
        if chosen is not None:
            self.reading.open(chosen)
        self.view.setFocus()

    def _show_title(self, article: Article | None) -> None:
        name = self.desk.path.stem
        title = make_visible(article.title) if article else ""
        self.setWindowTitle(f"{title} – {name}" if title else f"{name} – Reading Desk")

    # What Qt tells a window

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the panels give way in a narrow window."""
        super().resizeEvent(event)
        self.panel_widths.follow()

    def changeEvent(self, event: QEvent) -> None:
        """Show what other programs wrote, when the reader comes back to the window."""
        super().changeEvent(event)
        activated = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if activated and self._watches:
            self.session.notice_other_programs()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, text and parts of web pages."""
        data = event.mimeData()
        if data.hasUrls() or data.hasText() or data.hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped as articles; with Shift, files are shown first."""
        event.acceptProposedAction()
        self.equip()
        shown = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.importing.take(event.mimeData(), event.position().toPoint(), first_shown=shown)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the desk and the window as they will be found again."""
        if not self.may_go():
            event.ignore()
            return
        if self._equipped:
            for dialog in self.findChildren(QDialog):
                if dialog.isVisible():
                    dialog.reject()  # what it still waits for would look for the desk
            self.importing.coming.stop()
            self.searching.stop()
            self.tag_book.leave()
        self.reading.leave()
        self._remember()
        self._watches = False
        self.desk.close()
        super().closeEvent(event)
        self.closed.emit()

    def may_go(self) -> bool:
        """Save what is typed; say whether the window may close, or else tell why, once."""
        known_copy = self.desk.guard.copy
        self.passage.note.flush()
        if not self._equipped:
            return True
        # A copy that came to be right now has just been told, and is to be read of.
        return self._all_is_saved() and self.desk.guard.copy == known_copy

    def _all_is_saved(self) -> bool:
        """Try once more to save what is not; warn once before it is left."""
        saved = self.noting.keeping.retry.now()
        if saved or self._warned:
            self._warned = not saved
            return True
        self._warned = True
        words = self.tr("A note is not saved yet. Copy it elsewhere; closing again leaves it.")
        self.messages.offer_words(words, self.noting.keeping.unsaved)
        return False

    def _remember(self) -> None:
        self.panel_widths.keep()
        self.settings.set(names.GEOMETRY, self.saveGeometry())
        self.settings.set(names.LAYOUT, QByteArray(self.saveState(int(self.isRightToLeft()))))
        self.settings.flush()
        if self.reading.article is not None:
            self._remember_article(self.reading.article.id)

    def _remember_article(self, article_id: ArticleId) -> None:
        # A desk that takes no more writes must still let its window close.
        with suppress(UserError):
            self.desk.settings.set("last_article", str(article_id))
