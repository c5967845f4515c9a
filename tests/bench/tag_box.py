"""Every key typed over 2,000 tags, to its frame, against a bare list of as many names."""

import statistics
from collections.abc import Iterator

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget
from rapidfuzz import fuzz, process

from desk.core.types import Draft
from tests.bench import data
from tests.bench.measure import Figure, peak, timed
from tests.bench.window import application, put_away, window_on

TAGS = 2_000
BACK = "<"  # stands for Backspace
# A name that hundreds begin with, and all of it taken back; one that few do; a slip of the hand;
# a name that is new.
TYPED = ("claim 12" + BACK * 8, "place 499", "soucre 7" + BACK * 2, "who said it")
RUNS = 21
FEW = 100  # with fewer names that hold the letters, those that resemble them are looked for
LETTERS = 3  # but not for fewer letters


def figures() -> Iterator[Figure]:
    """Yield for each name all its keys together, and the one that takes longest for its frame."""
    names = [f"{kind} {n}" for kind in ("claim", "source", "place", "error") for n in range(500)]
    desk = data.new_desk()
    with desk.step("Fill"):
        desk.articles.add(Draft(data.text_of(3_000)))
        for name in names:
            desk.tags.add(name)
    window = window_on(desk)
    window.view.move_focus("sentence", forward=True)
    window.popups.open_box()
    field = window.popups.box.field
    bare = _BareList(names)
    for keys in TYPED:
        runs = [_typed(field, bare.field, keys) for _ in range(RUNS + 1)][1:]
        yield from _figures(keys, runs)
    put_away(window, bare)


def _figures(keys: str, runs: list[list[tuple[float, float]]]) -> Iterator[Figure]:
    each = [
        tuple(statistics.median(pair[side] for pair in pairs) * 1000 for side in (0, 1))
        for pairs in zip(*runs, strict=True)
    ]
    mine, theirs = (sum(pair[side] for pair in each) for side in (0, 1))
    name = f"type “{_shown(keys)}” in the tag box, {TAGS:,} tags"
    yield Figure(name, mine, theirs, mine / theirs, 2.0, RUNS, peak())
    ratios = [mine / theirs for mine, theirs in each]
    worst = ratios.index(max(ratios))
    key = "Backspace" if keys[worst] == BACK else f"“{keys[worst]}”"
    name = f"its worst key: {key} of “{_shown(keys[: worst + 1])}”"
    yield Figure(name, *each[worst], ratios[worst], 2.0, RUNS, peak())


def _shown(keys: str) -> str:
    return keys.replace(BACK, "←")


def _typed(field: QLineEdit, bare: QLineEdit, keys: str) -> list[tuple[float, float]]:
    """Type a name into both, key by key in turn, each key painted before the next."""
    for one in (field, bare):
        one.clear()
    QTest.qWait(20)
    return [(_pressed(field, key), _pressed(bare, key)) for key in keys]


def _pressed(field: QLineEdit, key: str) -> float:
    QTest.qWait(1)

    def press() -> None:
        if key == BACK:
            QTest.keyClick(field, Qt.Key.Key_Backspace)
        else:
            QTest.keyClicks(field, key)
        application().processEvents()

    return timed(press)


class _BareList(QWidget):
    """A field over a plain list that Qt filters, and that is drawn at each key.

    Where few names hold the letters it shows those that resemble them, as the box does, by the
    one call of the same library.
    """

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.field, self._rows = QLineEdit(), QListView()
        self._names = names
        self._alike = QStringListModel(self)
        self._filtered = QSortFilterProxyModel(self)
        self._filtered.setSourceModel(QStringListModel(names, self))
        self._filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._rows.setUniformItemSizes(True)
        self._rows.setModel(self._filtered)
        self.field.textChanged.connect(self._find)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self._rows)
        self.resize(340, 300)
        self.show()
        QTest.qWaitForWindowExposed(self)

    def _find(self, typed: str) -> None:
        self._filtered.setFilterFixedString(typed)
        is_scarce = len(typed) >= LETTERS and self._filtered.rowCount() < FEW
        if is_scarce:
            found = process.extract(
                typed, self._names, scorer=fuzz.WRatio, score_cutoff=70, limit=FEW
            )
            self._alike.setStringList([name for name, _, _ in found])
        wanted = self._alike if is_scarce else self._filtered
        if self._rows.model() is not wanted:
            self._rows.setModel(wanted)
        self._rows.viewport().update()
