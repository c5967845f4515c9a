"""The window for those who hear it and those who use no mouse: through Qt's own accessibility."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from desk.core.types import ArticleId
from desk.ui.actions.table import ACTIONS
from desk.ui.passage_panel.note_field import NoteView
from tests.ui.conftest import Reader
from tests.ui.screens import DIALOGS, SCREENS, furnish

Role = QAccessible.Role
# What a person can be told to do something with. A window's client area or a plain grouping is
# no such thing, and where it takes the keyboard it is a trap.
SENSIBLE = {
    Role.Button, Role.ButtonDropDown, Role.ButtonMenu, Role.CheckBox, Role.ComboBox, Role.Dialog,
    Role.Document, Role.EditableText, Role.Link, Role.List, Role.ListItem,
    Role.MenuBar, Role.MenuItem, Role.PageTab, Role.PageTabList, Role.PopupMenu, Role.RadioButton,
    Role.ScrollBar, Role.Slider, Role.SpinBox, Role.StaticText, Role.Table, Role.Tree,
    Role.TreeItem, Role.Cell, Role.AlertMessage, Role.ColumnHeader, Role.Window,
}  # fmt: skip
ROWS = {Role.ListItem, Role.TreeItem, Role.Cell, Role.ColumnHeader}
MOST = 400
FORMS = (
    "name of a search", "new tag", "edit tag", "details", "details of several", "font and spacing",
    "export",
)  # fmt: skip


@pytest.fixture
def full(reader: Reader, herat: ArticleId) -> Reader:
    furnish(reader)
    return reader


def spoken(root: QWidget) -> Iterator[tuple[QAccessibleInterface, QWidget | None]]:
    """Return what a screen reader finds in a window, from the outside in."""
    waiting = [QAccessible.queryAccessibleInterface(root)]
    seen = 0
    while waiting and seen < MOST:
        found = waiting.pop(0)
        if found is None or not found.isValid() or found.state().invisible:
            continue
        seen += 1
        yield found, found.object()
        if found.role() not in ROWS:
            waiting += [found.child(n) for n in range(min(found.childCount(), 60))]


@pytest.mark.parametrize("screen", SCREENS)
def test_what_takes_the_keyboard_has_a_name_and_a_role(full: Reader, screen: str) -> None:
    root = SCREENS[screen](full)
    QApplication.processEvents()
    nameless, odd = [], []
    for found, thing in spoken(root.window()):
        takes_tab = isinstance(thing, QWidget) and thing.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not (takes_tab or (found.state().focusable and found.role() in ROWS)):
            continue
        if not found.text(QAccessible.Text.Name).strip() and found.role() != Role.Cell:
            nameless.append((found.role(), thing))
        if found.role() not in SENSIBLE:
            odd.append((found.role(), thing))
    assert (nameless, odd) == ([], [])


def ring(root: QWidget) -> set[QWidget]:
    """Press Tab, and Shift+Tab from the same place, for as long as the keyboard stays inside."""
    start = QApplication.focusWidget()
    seen: set[QWidget] = set()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        start.setFocus()
        focused = QApplication.focusWidget()
        turn: set[QWidget] = set()
        while focused is not None and root.isAncestorOf(focused) and focused not in turn:
            turn.add(focused)
            QTest.keyClick(focused, key)
            QApplication.processEvents()
            focused = QApplication.focusWidget()
        seen |= turn
    return seen


def controls(root: QWidget) -> set[QWidget]:
    """Return what the keyboard should be able to reach."""
    return {
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    }


@pytest.mark.parametrize("screen", DIALOGS)
def test_tab_reaches_everything_in_a_dialog(full: Reader, screen: str) -> None:
    dialog = DIALOGS[screen](full)
    dialog.activateWindow()
    QApplication.processEvents()
    assert QApplication.focusWidget() is not None
    # Of radio buttons and the like, Tab reaches the chosen one and the arrows the others.
    grouped = {w for w in controls(dialog) if getattr(w, "autoExclusive", bool)()}
    missed = controls(dialog) - ring(dialog) - grouped
    assert missed == set()


@pytest.mark.parametrize("screen", FORMS)
def test_a_dialog_begins_with_the_keyboard_in_its_first_field(full: Reader, screen: str) -> None:
    dialog = DIALOGS[screen](full)
    QApplication.processEvents()
    field = QApplication.focusWidget()
    assert field is min(controls(dialog), key=lambda w: w.mapTo(dialog, w.rect().topLeft()).y())
    if isinstance(field, QLineEdit):
        done = []
        dialog.accepted.connect(lambda: done.append(screen))
        full.type("doubt")
        assert field.text() == "doubt"
        full.press("Return")
        assert done == [screen]


def test_f6_goes_round_and_tab_reaches_everything_in_a_panel(full: Reader) -> None:
    window = full.window
    entered = []
    for _ in [dock for dock in window.docks.values() if dock.isVisible()]:
        full.press("F6")
        dock = next(d for d in window.docks.values() if d.isAncestorOf(QApplication.focusWidget()))
        entered.append(dock.objectName())
        rows = QApplication.focusWidget()
        if isinstance(rows, QAbstractItemView) and rows.model().rowCount():
            assert rows.currentIndex().isValid()  # one sees on which of them the keyboard is
        reached = ring(dock)
        # A rendered note that the keyboard comes to becomes its editor.
        missed = {w for w in controls(dock) - reached if not isinstance(w, NoteView)}
        assert missed == set()
        next(w for w in reached if w.isVisible()).setFocus()
    assert entered == [name for name in window.docks if name in entered]
    full.press("F6")
    assert full.view.hasFocus()
    full.press("Shift+F6")
    assert window.docks[entered[-1]].isAncestorOf(QApplication.focusWidget())


def keyboard_is_somewhere(reader: Reader) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and focused.isVisible() and focused.isEnabled()


WALK = (
    "J", "H", "1", "1", "U", "Del", "Ctrl+Z", "T", "Esc", "N", "Esc", "Ctrl+F", "Esc", "Ctrl+K",
    "Esc", "?", "Esc", "Ctrl+E", "Esc", "Ctrl+T", "Esc", "F2", "Esc", "F8", "F8", "F9", "F9", "F7",
    "F7", "Ctrl+Shift+F", "Down", "Del", "Ctrl+Z", "Ctrl+Return", "Ctrl+PgUp", "Ctrl+PgDown", "F6",
    "F6", "Del", "Ctrl+Z", "F6", "F7", "F8", "F9", "Ctrl+Shift+Z", "Ctrl+Z",
)  # fmt: skip


def test_the_keyboard_is_never_lost(full: Reader) -> None:
    for n, keys in enumerate(WALK):
        full.press(keys)
        assert keyboard_is_somewhere(full), WALK[: n + 1]


def test_a_panel_that_is_hidden_gives_the_keyboard_back(full: Reader) -> None:
    full.press("F6", "F7")
    assert keyboard_is_somewhere(full)
    full.press("F7")


@pytest.mark.parametrize("screen", DIALOGS)
def test_a_dialog_that_goes_gives_the_keyboard_back(full: Reader, screen: str) -> None:
    full.view.setFocus()
    dialog = DIALOGS[screen](full)
    dialog.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
    QApplication.processEvents()
    if isValid(dialog) and dialog.isVisible():  # the first Esc left the field for a key
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
        QApplication.processEvents()
    assert full.view.hasFocus()


def test_no_two_actions_have_one_key() -> None:
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert sorted(keys) == sorted(set(keys))


def test_nothing_moves_by_itself(full: Reader) -> None:
    """There is no animation to switch off, so reduced motion needs no switch."""
    for screen in ("toast", "palette", "find"):
        SCREENS[screen](full)
        QApplication.processEvents()
        moving = full.window.findChildren(QAbstractAnimation)
        assert not [each for each in moving if each.totalDuration()]


# What leads out of the window, or closes it.
ELSEWHERE = {
    "desk.new", "desk.open", "desk.copy", "desk.quit",
    "library.add", "library.add_folder", "library.preview", "article.reread",
}  # fmt: skip


@pytest.mark.parametrize("menu", sorted({spec.menu for spec in ACTIONS}))
def test_after_each_action_something_that_shows_has_the_keyboard(full: Reader, menu: str) -> None:
    """From the menu or the palette: done, undone, and left by Esc."""
    for spec in ACTIONS:
        if spec.menu == menu and spec.name not in ELSEWHERE | {"-"}:
            full.press("J")
            walk_through(full, spec.name)
            if spec.checkable:
                walk_through(full, spec.name)


def walk_through(reader: Reader, name: str) -> None:
    before = reader.desk.undo_label
    reader.window.actions_[name].trigger()
    QApplication.processEvents()
    assert keyboard_is_somewhere(reader), name
    if reader.desk.undo_label != before:
        reader.window.session.undo()
        QApplication.processEvents()
    for _ in range(3):  # out of a box, out of a panel
        reader.press("Esc")
        assert keyboard_is_somewhere(reader), name
    assert QApplication.focusWidget() in [reader.view, *reader.view.findChildren(QWidget)], name
