"""The window: puts the panels around the article and the controllers behind them."""

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from desk import paths
from desk.core.text import make_visible
from desk.core.types import Article, ArticleId
from desk.store.desk import Desk
from desk.ui import settings as names
from desk.ui.actions import Actions
from desk.ui.appearance import Appearance
from desk.ui.article.view import ArticleView
from desk.ui.asking import Asking
from desk.ui.commands import Commands
from desk.ui.desk_files import DeskFiles
from desk.ui.emphasis import Emphasis
from desk.ui.finding import Finding
from desk.ui.looks import Looks
from desk.ui.messages import Messages
from desk.ui.noting import Noting
from desk.ui.panels.library import LibraryPanel
from desk.ui.panels.passage import PassagePanel
from desk.ui.panels.tags import TagsPanel
from desk.ui.popups import Popups
from desk.ui.reading import Reading
from desk.ui.session import Session
from desk.ui.settings import Settings
from desk.ui.shelf import Shelf
from desk.ui.status_line import StatusLine
from desk.ui.tag_book import TagBook
from desk.ui.tagging import Tagging

SIZE = (1280, 800)
LEAST_SIZE = (720, 480)
PANEL_WIDTHS = {"library": 250, "tags": 288, "passage": 288}


class Window(QMainWindow):
    """One desk in one window.

    `another_wanted` carries the path of a desk to show in place of this one, and whether it is
    a new one that has to be made first.
    """

    another_wanted = Signal(object, bool)

    def __init__(self, desk: Desk, settings: Settings, looks: Looks) -> None:
        super().__init__()
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
        self.reading = Reading(self.session, self.view, self)
        self.tagging = Tagging(self.session, self.reading, self)
        self.tag_book = TagBook(self.session, self.reading, self.tags, self)
        self.shelf = Shelf(self.session, self.reading, self.library, self)
        self.noting = Noting(self.session, self.reading, self.tagging, self.passage, self)
        self.messages = Messages(self.session, self.view, looks.theme, self)
        self.popups = Popups(self.reading, self.tagging, looks.theme, self)
        self.finding = Finding(self.reading, looks.theme, self)
        self.desk_files = DeskFiles(self)
        self.asking = Asking(self)
        self.actions_ = Actions(self, self.view, settings.get(names.KEY_CHANGES))
        self.emphasis = Emphasis(self.reading, self.tags, self.actions_, self)
        self.status_line = StatusLine(self.statusBar(), self.session, self.reading)
        self.commands = Commands(self)
        self.actions_.fill(self.menuBar())
        self._connect()
        self._fill()

    def _build(self) -> dict[str, QDockWidget]:
        self.setWindowIcon(QIcon(str(paths.resources() / "icons" / "reading-desk.svg")))
        self.setMinimumSize(*LEAST_SIZE)
        self.setAcceptDrops(True)
        self.setCentralWidget(self.view)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        docks = {
            "library": self._dock("library", self.tr("Library"), self.library, left),
            "tags": self._dock("tags", self.tr("Tags"), self.tags, right),
            "passage": self._dock("passage", self.tr("Passage"), self.passage, right),
        }
        widths = [PANEL_WIDTHS["library"], PANEL_WIDTHS["tags"]]
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self.resizeDocks([docks["library"], docks["tags"]], widths, across)
        self.resizeDocks([docks["tags"], docks["passage"]], [290, 440], down)
        return docks

    def _dock(self, name: str, title: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(panel)
        # The panel has a heading of its own; Qt's bar is there to move a floating one.
        dock.setTitleBarWidget(QWidget(dock))
        dock.topLevelChanged.connect(
            lambda floats: dock.setTitleBarWidget(None if floats else QWidget(dock))  # type: ignore[arg-type]
        )
        self.addDockWidget(area, dock)
        return dock

    def _connect(self) -> None:
        self.looks.changed.connect(self._dress)
        self.reading.opened.connect(self._show_title)
        self.reading.described.connect(self._show_title)
        self.tags.put_requested.connect(self.tagging.toggle)
        self.passage.add_tag_requested.connect(self.popups.open_box)
        self.passage.next_requested.connect(lambda: self.reading.step_passage(1))
        self.passage.previous_requested.connect(lambda: self.reading.step_passage(-1))
        self.tagging.told.connect(self.messages.tell)
        self.shelf.told.connect(self.messages.tell)
        for part in (self.tagging, self.shelf, self.tag_book):
            part.removed.connect(self.messages.tell_undoable)

    def _fill(self) -> None:
        self.shelf.fill()
        self.tag_book.fill()
        self.resize(*SIZE)
        self.restoreGeometry(self.settings.get(names.GEOMETRY))
        self.restoreState(self.settings.get(names.LAYOUT))
        self._open_last()
        self.commands.refresh()

    def _open_last(self) -> None:
        rows = self.desk.articles.rows()
        last = self.desk.setting("last_article")
        chosen = next((row.id for row in rows if str(row.id) == last), None)
        if chosen is None and rows:
            chosen = rows[0].id
        self._show_title(None)
        if chosen is not None:
            self.reading.open(chosen)
        self.view.setFocus()

    def _show_title(self, article: Article | None) -> None:
        name = self.desk.path.stem
        title = make_visible(article.title) if article else ""
        self.setWindowTitle(f"{title} – {name}" if title else f"{name} – Reading Desk")

    def _dress(self, appearance: Appearance) -> None:
        self.view.set_appearance(appearance)
        parts = (self.library, self.tags, self.passage, self.popups, self.finding.bar)
        for part in (*parts, self.messages.toast):
            part.set_theme(appearance.theme)

    # What Qt tells a window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, text and parts of web pages."""
        data = event.mimeData()
        if data.hasUrls() or data.hasText() or data.hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped as articles."""
        event.acceptProposedAction()
        self.shelf.add_pasted(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the desk and the window as they will be found again."""
        self.passage.note.flush()
        self.reading.keep_position()
        self._remember()
        self.desk.close()
        super().closeEvent(event)

    def _remember(self) -> None:
        self.settings.set(names.GEOMETRY, self.saveGeometry())
        self.settings.set(names.LAYOUT, QByteArray(self.saveState()))
        self.settings.set(names.KEY_CHANGES, self.actions_.changed_keys())
        self.settings.flush()
        if self.reading.article is not None:
            self._remember_article(self.reading.article.id)

    def _remember_article(self, article_id: ArticleId) -> None:
        self.desk.set_setting("last_article", str(article_id))
