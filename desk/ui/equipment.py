"""What acts in a window: its controllers, keys, menus, and what pops up.

The first frame shows an article without any of it, and all of it takes as long as half a bare
Qt start to import and to make. So it comes right after that frame, before a key can be pressed.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from desk import paths
from desk.ui import settings as names
from desk.ui.actions.actions import Actions
from desk.ui.asking import Asking
from desk.ui.docks.docking import Docking
from desk.ui.files.desk_files import DeskFiles
from desk.ui.keys.commands import Commands
from desk.ui.keys.key_names import KeyNames
from desk.ui.library.bookcase import Bookcase
from desk.ui.library.shelf import Shelf
from desk.ui.passage_list.dock import PassageDock
from desk.ui.passage_panel.noting import Noting
from desk.ui.reading.emphasis import Emphasis
from desk.ui.reading.finding import Finding
from desk.ui.reading.welcome import Welcome
from desk.ui.tagging.popups import Popups
from desk.ui.tagging.tagging import Tagging
from desk.ui.tags.book import TagBook
from desk.ui.tags.modes import Modes
from desk.ui.telling.announcing import Announcing
from desk.ui.telling.messages import Messages

if TYPE_CHECKING:
    from desk.ui.looks.appearance import Appearance
    from desk.ui.window import Window


def equip(window: Window) -> None:
    """Make what acts in a window, and tell it which article is open already."""
    window.setWindowIcon(QIcon(str(paths.resources() / "icons" / "reading-desk.svg")))
    session, reading, looks = window.session, window.reading, window.looks
    window.tagging = Tagging(session, reading, window)
    window.tag_book = TagBook(session, reading, window.tags, window)
    window.shelf = Shelf(session, reading, window.library, window)
    window.noting = Noting(
        session, reading, window.tagging, window.tag_book, window.passage, window
    )
    window.messages = Messages(session, window.view, looks.theme, window)
    window.popups = Popups(reading, window.tagging, looks.theme, window)
    window.finding = Finding(reading, looks.theme, window)
    window.desk_files = DeskFiles(window)
    window.bookcase = Bookcase(window)
    window.asking = Asking(window)
    window.actions_ = Actions(window, window.view, window.settings.get(names.KEY_CHANGES))
    window.passage_dock = PassageDock(window)
    window.docking = Docking(window.docks, window.panel_widths, window.view, window.actions_, looks)
    window.emphasis = Emphasis(reading, window.tags, window.actions_, window)
    window.modes = Modes(
        window.tagging,
        window.emphasis,
        reading,
        window.tags,
        window.status_line,
        window.actions_,
        looks,
    )
    window.commands = Commands(window)
    window.welcome = Welcome(reading, looks.appearance)
    window.key_names = KeyNames(window)
    Announcing(window)
    window.actions_.fill(window.menuBar())
    bookcase = window.bookcase
    bookcase.found.made.connect(window.key_names.write_on)
    for part in (bookcase.searching, bookcase.filter):
        part.panel_wanted.connect(partial(window.docking.bring_up, "library"))
    _connect(window)
    reading.opened.emit(reading.article)


def _connect(window: Window) -> None:
    window.tags.put_requested.connect(window.tagging.toggle)
    window.tags.note_requested.connect(window.noting.write_on_tag)
    window.passage.add_tag_requested.connect(window.popups.open_box)
    window.passage.next_requested.connect(lambda: window.reading.step_passage(1))
    window.passage.previous_requested.connect(lambda: window.reading.step_passage(-1))
    window.noting.panel_wanted.connect(window.docks["passage"].show)
    window.noting.told.connect(window.messages.advise)
    window.docking.told.connect(window.messages.advise)
    window.passage_dock.told.connect(window.messages.tell)
    window.passage_dock.done.connect(window.messages.tell_undoable)
    window.emphasis.tag_wanted.connect(window.asking.tags.choose_filter)
    window.finding.told.connect(window.messages.advise)
    window.finding.number_pressed.connect(window.tagging.press_number)
    window.tagging.told.connect(window.messages.advise)
    window.shelf.told.connect(window.messages.tell)
    for part in (window.tagging, window.shelf, window.tag_book):
        part.removed.connect(window.messages.tell_undoable)
    window.welcome.add_requested.connect(window.actions_["library.add"].trigger)
    window.view.zoom_requested.connect(window.looks.zoom)
    window.actions_.keys_changed.connect(partial(_keep_keys, window))


def dress(window: Window, appearance: Appearance) -> None:
    """Give what was made here another theme or other letters."""
    window.welcome.dress(appearance)
    for part in (window.popups, window.finding.bar, window.messages.toast):
        part.set_theme(appearance.theme)


def _keep_keys(window: Window) -> None:
    window.settings.set(names.KEY_CHANGES, window.actions_.changed_keys())
