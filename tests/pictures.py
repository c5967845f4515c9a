"""Make docs/pictures: the real window on the starter article, in every theme, size and language.

    python -m tests.pictures                 all of them
    python -m tests.pictures dark keys       those whose names begin so

Each picture is taken in a process of its own, for scaling is settled when Qt starts.
"""

import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desk import paths
from desk.core.types import Draft, Status, TextRange
from desk.store.desk import Desk
from desk.tasks.starters import add_starters
from desk.ui.looks.chosen import Looks
from desk.ui.looks.theme import THEMES
from desk.ui.settings import Settings
from desk.ui.window import Window
from tests import screen
from tests.pseudo import PseudoLanguage

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
NO_SOONER = 400  # milliseconds: the window settles, the first drawing ahead is done


class Picture(NamedTuple):
    """One picture: size in pixels of the file, scaling of the screen, what is open in it."""

    name: str
    theme: str = "light"
    width: int = 1280
    height: int = 800
    scale: int = 1
    pseudo: bool = False
    scene: str = "passage"


SIZES = ((1280, 800, 1), (900, 600, 1), (2560, 1440, 2))
SPECIAL = (
    Picture("selection", "dark", scene="selection"),
    Picture("hits", "sepia", scene="hits"),
    Picture("palette", scene="palette"),
    Picture("keys", scene="keys"),
    Picture("empty", scene="empty", width=900, height=600),
)


def every() -> list[Picture]:
    """Return the pictures of every theme, size and language, and those of what comes and goes."""
    plain = [
        Picture(
            f"{theme}-{width}x{height}{'-pseudo' if pseudo else ''}",
            theme, width, height, scale, pseudo,
        )
        for theme in THEMES
        for width, height, scale in SIZES
        for pseudo in (False, True)
    ]  # fmt: skip
    return [*plain, *SPECIAL]


# The words, the tags on them, and a note: what a reader of a morning leaves behind.
TAGS = ("claim", "source", "source/unnamed", "place", "place/Herat", "place/Kandahar", "number",
        "error", "check later")  # fmt: skip
PINNED = ("claim", "source", "place", "number", "error")
MARKED: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("Combat is raging around three major cities", ("claim",), ""),
    ("three major cities", ("number",), ""),
    ("Herat, Lashkar Gah and Kandahar", ("place",), ""),
    ("almost all foreign troops would go by September", ("claim", "check later"),
     "Announced by whom? Compare with the *Doha* text."),
    ("up to half of Afghanistan’s entire territory", ("number", "claim"), ""),
    ("already believed to have occupied up to half of Afghanistan’s", ("source/unnamed",), ""),
    ("1 MP Kandahar He told the BBC", ("source", "error"), ""),
    ("tens of thousands of people have already been evacuated", ("claim",), ""),
    ("tens of thousands", ("number",), ""),
    ("Guru Ahmad Kamin said", ("source",), ""),
    ("the most serious in 20 years", ("claim", "number"), ""),
    ("Kandahar as a major focus", ("place/Kandahar",), ""),
    ("of HeratThe Taliban fighters", ("error", "place/Herat"), ""),
    ("a Toro News reporter said", ("source",), ""),
    ("Toro News", ("error",), ""),
    ("at least five different locations", ("number",), ""),
    ("Residents say there are few safe places in the city", ("source/unnamed",), ""),
    ("few safe places in the city and some are armed", ("claim",), ""),
    ("within two kilometers of the city center", ("number",), ""),
)  # fmt: skip


# What else lies on the desk, and how far it was read.
OTHERS: tuple[tuple[str, Status], ...] = (
    ("Kandahar in serious danger, MP says", "reading"),
    ("Herat: few safe places in the city", "reading"),
    ("The withdrawal by September", "done"),
    ("What the special envoy fears", "done"),
    ("Camps for refugees are overcrowded", "unread"),
)


def furnish(desk: Desk) -> None:
    """Put the starter article on a desk, and mark it; others lie beside it."""
    article = add_starters(desk)[0]
    text = desk.articles.get(article).text
    with desk.step("Tag"):
        for path in TAGS:
            desk.tags.ensure(path)
        for key, path in enumerate(PINNED, 1):
            tag = desk.tags.find(path)
            if tag is not None:
                desk.tags.pin(tag, key)
        for words, tags, note in MARKED:
            start = text.index(words)
            passage = desk.passages.add(article, start, start + len(words))
            for path in tags:
                desk.taggings.put([passage], desk.tags.ensure(path))
            if note:
                desk.notes.write(note, passage=passage)
        for title, status in OTHERS:
            other = desk.articles.add(Draft(f"{title}.", title=title))
            desk.articles.edit(other, status=status)
        desk.articles.edit(article, author="BBC, reworded", published="August 2021", source="")


def select_passage(window: Window) -> None:
    """Select the passage that has a note."""
    note = window.desk.notes.all()[0]
    if note.passage_id is not None:
        window.view.select_passage(note.passage_id)


def select_words(window: Window) -> None:
    """Select words as with the mouse, so that the bar comes up."""
    words = "humanitarian crises and fears"
    start = window.view.shown().text.index(words)
    window.view.select_range(TextRange(start, start + len(words)))
    window.view.selection_finished.emit()


def list_hits(window: Window) -> None:
    """Find a word, with all hits in the list."""
    window.finding.open()
    window.finding.bar.field.setText("Taliban")
    window.finding.bar.enter_list()


def act(name: str) -> Callable[[Window], None]:
    """Return what triggers an action."""
    return lambda window: window.actions_[name].trigger()


SCENES: dict[str, Callable[[Window], None]] = {
    "passage": select_passage,
    "selection": select_words,
    "palette": act("help.palette"),
    "keys": act("help.keys"),
    "tag box": lambda window: (select_words(window), window.popups.open_box())[0],
    "find": act("find.open"),
    "hits": list_hits,
    "tag": act("tags.new"),
    "export": act("desk.export"),
    "details": act("article.details"),
    "reading": act("view.reading"),
    "empty": lambda window: None,
}


def take(picture: Picture, out: Path) -> None:
    """Take one picture in this process."""
    app = QApplication([])
    if picture.pseudo:
        app.installTranslator(PseudoLanguage(app))
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    home = Path(os.environ[paths.HOME_VARIABLE])
    settings = Settings(home / "settings.ini")
    looks = Looks(app, settings)
    looks.choose_theme(picture.theme)
    with Desk.create(home / "My desk.desk", coder="ada") as desk:
        if picture.scene != "empty":
            furnish(desk)
    window = Window(Desk.open(home / "My desk.desk", coder="ada"), settings, looks)
    window.resize(picture.width // picture.scale, picture.height // picture.scale)
    window.show()
    window.activateWindow()
    window.equip()
    app.processEvents()
    SCENES[picture.scene](window)
    QTimer.singleShot(NO_SOONER, lambda: (_save(window, out), app.quit()))
    app.exec()
    os._exit(0)  # the desk is in a folder of its own: nothing has to be kept


def _save(window: Window, out: Path) -> None:
    """Save the window, with a dialog over it if there is one, in few colours."""
    image = window.grab().toImage()
    dialog = QApplication.activeModalWidget() or next(
        (w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window), None
    )
    if dialog is not None:
        image = dialog.grab().toImage()
    _in_few_colours(image).save(str(out), "PNG", 0)


def _in_few_colours(image: QImage) -> QImage:
    """Return the picture with its 256 most frequent colours: a quarter of the file's size."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    seen = Counter(memoryview(image.constBits()).cast("I"))
    colours = [colour for colour, _ in seen.most_common(256)]
    flags = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, colours, flags)


def in_a_process_of_its_own(picture: Picture, out: Path) -> None:
    """Take one picture with the scaling of its screen."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {
            paths.HOME_VARIABLE: home,
            "QT_SCALE_FACTOR": str(picture.scale),
            "QT_QPA_PLATFORM": screen.PLATFORM,
        }
        command = [sys.executable, "-m", "tests.pictures", "one", repr(tuple(picture)), str(out)]
        subprocess.run(command, env=environment, check=True)


def main(arguments: list[str]) -> None:
    """Take the pictures that were asked for."""
    if arguments[:1] == ["one"]:
        import ast

        take(Picture(*ast.literal_eval(arguments[1])), Path(arguments[2]))
    FOLDER.mkdir(exist_ok=True)
    for picture in every():
        if not arguments or picture.name.startswith(tuple(arguments)):
            in_a_process_of_its_own(picture, FOLDER / f"{picture.name}.png")


if __name__ == "__main__":
    main(sys.argv[1:])
