"""A key typed into the tag box over 2,000 tags, against a bare list that filters and paints."""

from collections.abc import Iterator

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from desk.core.types import Draft
from tests.bench import data
from tests.bench.measure import Figure, compare, timed
from tests.bench.window import application, window_on

TAGS = 2_000
TYPED = "claim 12"


def figures() -> Iterator[Figure]:
    """Yield one key."""
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
    bare_field = _bare_list(names)
    yield compare(
        f"a key in the tag box, {TAGS:,} tags",
        lambda: _key(field),
        lambda: _key(bare_field),
        2.0,
        runs=40,
    )
    window.close()
    bare_field.window().close()


def _key(field: QLineEdit) -> float:
    if len(field.text()) >= len(TYPED):
        field.clear()
    QTest.qWait(2)
    letter = TYPED[len(field.text())]
    return timed(lambda: (QTest.keyClicks(field, letter), application().processEvents()))


def _bare_list(names: list[str]) -> QLineEdit:
    """Return the field over a plain list that Qt filters."""
    window = QWidget()
    field, rows = QLineEdit(), QListView()
    filtered = QSortFilterProxyModel(window)
    filtered.setSourceModel(QStringListModel(names, window))
    filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    rows.setModel(filtered)
    field.textChanged.connect(filtered.setFilterFixedString)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(rows)
    window.resize(340, 300)
    window.show()
    QTest.qWaitForWindowExposed(window)
    return field
