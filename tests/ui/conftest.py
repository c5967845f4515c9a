"""The real window on a real desk, in a home of its own."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk import paths
from desk.core.types import ArticleId, Draft
from desk.store import opening
from desk.store.desk import Desk
from desk.ui.looks.chosen import Looks
from desk.ui.program import Program
from desk.ui.settings import Settings
from desk.ui.window import Window
from tests.pseudo import PseudoLanguage
from tests.words import ENGLISH, words_in

T = TypeVar("T")

TEXT = (
    "Dr. Ahmad said the U.S. troops had left. He was sure of it.\n"
    "Residents say there are few safe places in the city. Some are armed.\n"
    "A reporter said so 🙂 on Friday. 10 went to Herat."
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def _no_window_stays() -> Iterator[None]:
    """Throw away every window that a test has opened: hundreds of them would slow the others."""
    yield
    app = QApplication.instance()
    if app is not None:
        windows = (w for w in QApplication.topLevelWidgets() if isinstance(w, Window))
        for left in (*app.findChildren(Program), *windows):
            left.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Power is cut in tests/store; a window writes the same without waiting for each step."""
    pragmas = [pragma for pragma in opening.PRAGMAS if "synchronous" not in pragma]
    monkeypatch.setattr(opening, "PRAGMAS", (*pragmas, "synchronous = OFF"))


@pytest.fixture(autouse=True)
def _nobody_chooses_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a file is asked for unforeseen: the dialog would wait for ever."""

    def ask(dialog: QFileDialog) -> int:
        raise AssertionError(f"nobody answers “{dialog.windowTitle()}”")

    monkeypatch.setattr(QFileDialog, "exec", ask)


# What goes by itself after some seconds, or must be done within them.
LEISURE = {
    "desk.core.find.PATIENCE": 600.0,  # seconds
    "desk.ui.telling.toast.SECONDS": 600.0,
    "desk.ui.telling.status_line.STAYS": 600_000,  # milliseconds
    "desk.ui.tagging.in_a_row.PAUSE": 600_000,  # milliseconds
    "desk.ui.importing.strip._STAYS": 600_000,
    "desk.ui.passage_panel.keeping.PAUSE": 600_000,
    "desk.ui.passage_panel.retry.PAUSE": 600_000,
}


@pytest.fixture(autouse=True)
def _no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing depend on how quick the machine is."""
    for name, leisure in LEISURE.items():
        monkeypatch.setattr(name, leisure)


class Reader:
    """A person at the window: presses keys, moves the mouse, looks."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.desk = window.desk
        self.view = window.view

    def press(self, *keys: str, on: QWidget | None = None) -> None:
        """Press keys one after the other; "Ctrl+Z" and such by name, others by character."""
        for key in keys:
            widget = on or QApplication.focusWidget() or self.window
            QTest.keySequence(widget, key)
            QApplication.processEvents()

    def type(self, words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), words)
        QApplication.processEvents()

    def select(self, words: str) -> None:
        """Select words of the article as with the keyboard."""
        start = self.view.shown().text.index(words)
        from desk.core.types import TextRange

        self.view.select_range(TextRange(start, start + len(words)))

    def desk_step(self, label: str, change: Callable[[], T]) -> T:
        """Change the desk as one step, which the window hears of."""
        return self.window.session.do(label, change)

    def make_tags(self, *names: str) -> None:
        """Make tags with the number keys 1, 2 and so on."""

        def change() -> None:
            for key, name in enumerate(names, 1):
                self.desk.tags.pin(self.desk.tags.ensure(name), key)

        self.desk_step("Tags", change)

    def mark(self, *quotes: str) -> list[int]:
        """Highlight words of the article; return their passages. Nothing is the target then."""
        for words in quotes:
            self.select(words)
            self.press("H")
        self.view.clear_target()
        self.view.rest_at(0)
        return [passage.id for passage in self.desk.passages.all()]

    def selected(self) -> str:
        """Return the selected words of the article."""
        where = self.view.selected_range()
        return self.view.shown().text[where.start : where.end] if where else ""

    def notes(self) -> list[str]:
        return [note.body for note in self.desk.notes.all()]

    def choices(self) -> list[str]:
        """Return the rows of the box of tags."""
        return [choice.text for choice in self.window.popups.box.rows.choices]

    def open(self, text: str) -> None:
        """Add an article and open it."""
        self.window.reading.open(self.desk_step("Add", lambda: self.desk.articles.add(Draft(text))))
        QApplication.processEvents()

    def quotes(self) -> list[str]:
        return [p.quote for p in self.desk.passages.all()]

    def tags_of(self, quote: str) -> list[str]:
        paths_ = {tag.id: tag.path for tag in self.desk.tags.all()}
        found = next(p for p in self.desk.passages.all() if p.quote == quote)
        return [paths_[tag] for tag in found.tags]

    def told(self) -> str:
        toast = self.window.messages.toast
        return toast.label.text() if toast.isVisible() else ""

    def focused(self) -> str:
        where = self.view.focused_sentence
        return self.view.shown().text[where.start : where.end] if where else ""


def open_window(path: Path, home: Path) -> Window:
    window = Window(
        Desk.open(path, coder="ada"),
        Settings(home / "settings.ini"),
        Looks(QApplication.instance(), Settings(home / "settings.ini")),
    )
    window.equip()
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    window.view.setFocus(Qt.FocusReason.OtherFocusReason)
    QApplication.processEvents()
    return window


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of desks to copy: to make one takes as long as to open its window."""
    folder = tmp_path_factory.mktemp("made")
    Desk.create(folder / "empty.desk", coder="ada").close()
    with Desk.create(folder / "herat.desk", coder="ada") as desk, desk.step("Add articles"):
        desk.articles.add(Draft(TEXT, title="Herat"))
        desk.articles.add(Draft("Another one. It is short.", title="Another"))
    return folder


@pytest.fixture
def empty(made: Path, tmp_path: Path, home: Path, qtbot: QtBot) -> Iterator[Reader]:
    """A window on a desk with nothing on it."""
    home.mkdir(exist_ok=True)
    shutil.copy(made / "empty.desk", tmp_path / "mine.desk")
    window = open_window(tmp_path / "mine.desk", home)
    yield Reader(window)
    window.close()
    window.deleteLater()


@pytest.fixture
def reader(made: Path, tmp_path: Path, home: Path, qtbot: QtBot) -> Iterator[Reader]:
    """A window on a desk with one short article, which is open."""
    home.mkdir(exist_ok=True)
    shutil.copy(made / "herat.desk", tmp_path / "mine.desk")
    window = open_window(tmp_path / "mine.desk", home)
    yield Reader(window)
    window.close()
    window.deleteLater()


@pytest.fixture
def herat(reader: Reader) -> ArticleId:
    return reader.desk.articles.find("Herat")


@pytest.fixture(scope="session")
def listed() -> set[tuple[str, str]]:
    """Context and text of all words that translators know."""
    return words_in(ENGLISH)


@pytest.fixture
def pseudo(qapp: QApplication, listed: set[tuple[str, str]]) -> Iterator[PseudoLanguage]:
    """The whole program in the language of the tests; what it asks for, translators know."""
    language = PseudoLanguage()
    qapp.installTranslator(language)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield language
    qapp.removeTranslator(language)
    qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    own = {context for context, _ in listed}
    asked = {text for context, text in language.asked if context in own}
    assert asked <= {text for _, text in listed}, "lupdate does not see these words"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with nothing but a field, which has the keyboard, for boxes that come up over it."""
    window = QWidget()
    window.article = QLineEdit()
    QVBoxLayout(window).addWidget(window.article)
    window.resize(800, 500)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.article.setFocus()
    return window
