"""A tag's name typed over 2,000 tags, against a bare list that filters and paints."""

from collections.abc import Iterator

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from desk.core.types import Draft
from tests.bench import data
from tests.bench.measure import Figure, compare, timed
from tests.bench.window import application, put_away, window_on

TAGS = 2_000
TYPED = "claim 12"


def figures() -> Iterator[Figure]:
    """Yield the keys of one name: the first few cost the most, with the most rows to show."""
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
    yield compare(
        f"type “{TYPED}” in the tag box, {TAGS:,} tags",
        lambda: _typed(field),
        lambda: _typed(bare.field),
        2.0,
    )
    put_away(window, bare)


def _typed(field: QLineEdit) -> float:
    """Type a name, each key painted before the next."""
    field.clear()
    QTest.qWait(5)
    return sum(
        timed(lambda: (QTest.keyClicks(field, letter), application().processEvents()))  # noqa: B023
        for letter in TYPED
    )


class _BareList(QWidget):
    """A field over a plain list that Qt filters."""

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.field, rows = QLineEdit(), QListView()
        filtered = QSortFilterProxyModel(self)
        filtered.setSourceModel(QStringListModel(names, self))
        filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        rows.setModel(filtered)
        self.field.textChanged.connect(filtered.setFilterFixedString)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(rows)
        self.resize(340, 300)
        self.show()
        QTest.qWaitForWindowExposed(self)
