"""What acts in a window: its controllers, keys, menus, and what pops up.

Here each part gets what it works with, and here they are connected: none of them knows the
window. The first frame shows an article without any of it, and all of it takes as long as half a
bare Qt start to import and to make. So it comes right after that frame, before a key can be
pressed. Dialogs come later still, when they are first asked for: together they would cost 30 ms.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from desk import paths
from desk.ui import settings as names
from desk.ui.actions.actions import Actions, Handler
from desk.ui.docks.cycle import PanelCycle
from desk.ui.docks.docking import Docking
from desk.ui.files.desk_files import DeskFiles
from desk.ui.files.exporting import Exporting
from desk.ui.files.last_folder import LastFolder
from desk.ui.importing.article_files import ArticleFiles
from desk.ui.importing.importing import Importing
from desk.ui.keys import commands
from desk.ui.keys.action_states import ActionStates
from desk.ui.keys.asking import ActionAsking
from desk.ui.keys.context_menu import ContextMenu
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
from desk.ui.reading.outline import Outline
from desk.ui.reading.stepping import step_passage
from desk.ui.reading.welcome import Welcome
from desk.ui.search.found import Found
from desk.ui.search.saved import SavedSearches
from desk.ui.search.searching import Searching
from desk.ui.tagging.popups import Popups
from desk.ui.tagging.tagging import Tagging
from desk.ui.tags.asking import TagAsking
from desk.ui.tags.book import TagBook
from desk.ui.tags.emphasis import Emphasis
from desk.ui.tags.modes import Modes
from desk.ui.telling.announcing import Announcing
from desk.ui.telling.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Protocol

    from desk.ui.passage_list.controller import PassageList
    from desk.ui.settings import Settings
    from desk.ui.window import Window

    class _Acting(Protocol):
        """A part that does actions, by their names."""

        def handlers(self) -> Mapping[str, Handler]: ...


def equip(window: Window) -> None:
    """Make what acts in a window, and tell it which article is open already."""
    window.setWindowIcon(QIcon(str(paths.resources() / "icons" / "reading-desk.svg")))
    _equip_frame(window)
    _equip_reading(window)
    _equip_library(window)
    _equip_files(window)
    window.passage_dock = PassageDock(
        window.docks["passages"], window.view, partial(_make_passage_list, window)
    )
    _connect(window)
    _connect_actions(window)
    announcing = Announcing(window.reading, window.messages, window.actions_)
    window.modes.began.connect(announcing.hear)
    window.key_names.show()
    window.reading.opened.emit(window.reading.article)
    if window.desk.read_only:
        window.messages.tell_read_only()


def _equip_frame(window: Window) -> None:
    settings, looks, view = window.settings, window.looks, window.view
    keys, letters = settings.get(names.KEY_CHANGES), settings.get(names.LETTER_KEYS)
    actions = window.actions_ = Actions(window, view, keys, letters)
    actions["help.letters"].setChecked(letters)
    actions.keys_changed.connect(partial(_keep_keys, settings, actions))
    actions.fill(window.menuBar())
    window.key_names = KeyNames(actions, window)
    window.key_names.tell(window.status_line.set_keys)
    window.messages = Messages(window.session, view, actions, looks)
    window.docking = Docking(window.docks, window.panel_widths, view, actions, looks)
    ContextMenu(view, actions)


def _equip_reading(window: Window) -> None:
    session, reading, looks = window.session, window.reading, window.looks
    tagging = window.tagging = Tagging(session, reading, window)
    book = window.tag_book = TagBook(session, reading, window.tags, window)
    window.noting = Noting(session, reading, tagging, book, window.passage, window)
    window.popups = Popups(reading, tagging, looks.theme, window)
    looks.theme_changed.connect(window.popups.set_theme)
    window.finding = Finding(reading, looks.theme, window)
    looks.theme_changed.connect(window.finding.bar.set_theme)
    window.tag_asking = TagAsking(reading, book, window.tags, looks, window)
    window.links = Links(window)
    emphasis = window.emphasis = Emphasis(reading, window.tags, window.actions_, window)
    emphasis.tag_wanted.connect(window.tag_asking.choose_filter)
    window.tag_asking.filter_chosen.connect(emphasis.filter_by)
    window.modes = Modes(
        tagging, emphasis, reading, window.tags, window.status_line, window.actions_, looks
    )
    window.welcome = Welcome(reading, looks.appearance)
    looks.changed.connect(window.welcome.dress)
    window.key_names.tell(window.passage.note.set_keys, window.popups.bar.set_keys)


def _equip_library(window: Window) -> None:
    session, reading, looks = window.session, window.reading, window.looks
    library, messages = window.library, window.messages
    window.shelf = Shelf(session, reading, library, window)
    window.article_asking = ArticleAsking(window.desk, window.shelf, window)
    window.sorting = Sorting(library)
    window.filing = Filing(session, reading, library, looks, window)
    window.library_filter = LibraryFilter(session, reading, library, looks)
    found = Found(reading, window.tagging, library, messages, looks, window)
    found.made.connect(window.key_names.write_on)
    saved = SavedSearches(session, messages, library.field, window)
    window.searching = Searching(session, library, found, saved, looks)
    window.key_names.tell(library.set_keys)


def _equip_files(window: Window) -> None:
    session, messages = window.session, window.messages
    folder = LastFolder(window.settings)
    window.desk_files = DeskFiles(window.desk, folder, messages, window)
    window.desk_files.another_wanted.connect(window.another_wanted)
    files = ArticleFiles(folder, window)
    window.importing = Importing(session, window.reading, window.library, files, messages, window)


def _connect(window: Window) -> None:
    messages = window.messages
    window.tags.put_requested.connect(window.tagging.toggle)
    window.tags.note_requested.connect(window.noting.write_on_tag)
    window.passage.add_tag_requested.connect(window.popups.open_box)
    window.passage.next_requested.connect(partial(step_passage, window.reading, 1))
    window.passage.previous_requested.connect(partial(step_passage, window.reading, -1))
    keeping = window.noting.keeping
    keeping.lost.connect(partial(messages.tell_lost_note, keeping.unsaved))
    keeping.kept.connect(window.passage.show_saved)
    keeping.state_changed.connect(window.status_line.show_notes)
    window.passage.typing.connect(keeping.follow_typing)
    window.noting.panel_wanted.connect(window.docks["passage"].show)
    window.searching.panel_wanted.connect(partial(window.docking.bring_up, "library"))
    window.library_filter.panel_wanted.connect(partial(window.docking.bring_up, "library"))
    window.finding.number_pressed.connect(window.tagging.press_number)
    window.welcome.add_requested.connect(window.importing.ask_files)
    window.view.zoom_requested.connect(window.looks.zoom)
    tagging = (window.tagging, window.tag_asking)
    for advising in (window.noting, window.docking, window.finding, *tagging):
        advising.told.connect(messages.advise)
    for telling in (window.shelf, window.links):
        telling.told.connect(messages.tell)
    for removing in (window.tagging, window.shelf, window.tag_book):
        removing.removed.connect(messages.tell_undoable)
    window.filing.done.connect(messages.tell_undoable)
    for linking in (window.view, window.passage):
        linking.link_activated.connect(window.links.follow)


def _connect_actions(window: Window) -> None:
    """Give each action what it does, and keep it true to the moment."""
    actions, reading, looks = window.actions_, window.reading, window.looks
    for part in _acting(window):
        actions.connect_all(part.handlers())
    actions.connect_all(commands.editing(window.session, window.tagging, actions))
    actions.connect_all(commands.moving(reading, actions))
    actions.connect_all(commands.leaving(window.view, window.finding, window.messages))
    actions.connect_all(commands.showing(window, window.settings, actions))
    actions.connect_all(commands.asking(window, looks, window.desk.path))
    ActionStates(actions, reading, looks)


def _acting(window: Window) -> Iterable[_Acting]:
    """Return the parts that do actions."""
    looks, messages = window.looks, window.messages
    return (
        window.popups,
        window.shelf,
        window.filing,
        window.sorting,
        window.library_filter,
        window.searching,
        window.importing,
        window.looks,
        window.desk_files,
        window.tag_asking,
        window.finding,
        window.emphasis,
        window.noting,
        window.passage_dock,
        window.docking,
        PanelCycle(window.view, window.docks.values(), window),
        Outline(window.reading, looks, window),
        Exporting(window.reading, window.settings, messages, looks, window),
        ActionAsking(window.actions_, messages, looks, window),
    )


def _make_passage_list(window: Window) -> PassageList:
    from desk.ui.passage_list.controller import PassageList  # late: many windows never show it
    from desk.ui.passage_list.deeds import RowDeeds
    from desk.ui.passage_list.panel import PassagesPanel
    from desk.ui.passage_list.tagging import RowTagging

    reading, looks, messages = window.reading, window.looks, window.messages
    panel = PassagesPanel(looks.theme)
    looks.theme_changed.connect(panel.set_theme)
    panel.new_note_requested.connect(window.noting.new_note)
    tagging = RowTagging(panel.list, reading, window.tagging, looks, window)
    tagging.told.connect(messages.tell)
    tagging.done.connect(messages.tell_undoable)
    deeds = RowDeeds(panel.list, reading, window.noting, tagging, window.actions_, window)
    deeds.removed.connect(messages.tell_undoable)
    window.key_names.write_on(panel)
    passages = PassageList(reading, panel, looks, window.docks["passages"], window)
    window.closed.connect(passages.stop)
    return passages


def _keep_keys(settings: Settings, actions: Actions) -> None:
    settings.set(names.KEY_CHANGES, actions.changed_keys())
