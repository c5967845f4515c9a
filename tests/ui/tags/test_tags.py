"""The tags panel as a reader uses it."""

import random

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyle, QStyleOptionViewItem

from desk.core.types import TagId
from desk.ui.looks.theme import line_colour, load_theme
from desk.ui.tags.panel import TagsPanel
from desk.ui.tags.tree import TagTree, sum_words
from desk.ui.widgets import draw
from tests.ui.mouse import hover
from tests.ui.rows import tag

PLACE = tag(2, "place", colour="#009E73", passages=7)
HERAT = tag(3, "Herat", PLACE, colour="#009E73", passages=3)
NO_KEYS = Qt.KeyboardModifier.NoModifier
TAGS = [tag(1, "claim", key=1, passages=12, description="Said to be so"), PLACE, HERAT]


@pytest.fixture
def panel(qtbot):
    panel = TagsPanel(load_theme("light"))
    qtbot.addWidget(panel)
    panel.resize(288, 300)
    panel.show()
    return panel


def place_of(panel, tag_id):
    return panel.view.visualRect(panel.model.index_of(tag_id))


def click(qtbot, panel, tag_id, place=None):
    place = place or place_of(panel, tag_id).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def layout_of(panel, tag_id):
    option = QStyleOptionViewItem()
    panel.view.initViewItemOption(option)
    option.rect = place_of(panel, tag_id)
    return panel.view.delegate.lay_out(option, panel.model.index_of(tag_id))


def drop(panel, tag_id, target):
    data = panel.model.mimeData([panel.model.index_of(tag_id)])
    move = Qt.DropAction.MoveAction
    return panel.model.dropMimeData(data, move, -1, -1, panel.model.index_of(target))


def test_a_dragged_tag_leaves_in_sight_the_one_it_is_over(qtbot, panel, monkeypatch):
    drags = []

    def drag(self, action):
        drags.append((self.pixmap(), self.hotSpot(), self.mimeData().formats()))
        return action

    monkeypatch.setattr(QDrag, "exec", drag)
    panel.set_tags(TAGS)
    start, end = place_of(panel, 1).center(), place_of(panel, 3).center()
    viewport, left = panel.view.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(viewport, left, pos=start)
    for where in (start + QPoint(0, 20), end):
        place = QPointF(where)
        moved = QMouseEvent(
            QEvent.Type.MouseMove, place, viewport.mapToGlobal(place), left, left, NO_KEYS
        )
        QApplication.sendEvent(viewport, moved)
    qtbot.mouseRelease(viewport, left, pos=end)
    sign, hot_spot, formats = drags[0]
    assert formats == panel.model.mimeTypes()
    assert not QRect(end - hot_spot, sign.size()).intersects(place_of(panel, 3))
    assert 0 < sign.toImage().pixelColor(6, sign.height() // 2).alpha() < 255


def test_without_tags_it_says_what_to_do(qtbot, panel):
    assert "use T" in panel.empty.words.text()
    with qtbot.waitSignal(panel.create_requested):
        qtbot.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.create_requested):
        qtbot.mouseClick(panel.new_button, Qt.MouseButton.LeftButton)


def test_tags_are_shown_under_their_parents(panel):
    panel.set_tags(TAGS)
    assert panel.view.isVisible()
    assert panel.model.index_of(HERAT.id).parent() == panel.model.index_of(PLACE.id)
    assert place_of(panel, HERAT.id).height() > 0
    spoken = panel.model.index_of(TAGS[0].id).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "claim, 12 passages, key 1"
    tip = panel.model.index_of(TAGS[0].id).data(Qt.ItemDataRole.ToolTipRole)
    assert "Said to be so" in tip


def rows_of(model, parent=None):
    """Return what the tree shows: (name, the same of what is under it)."""
    parent = parent or QModelIndex()
    indexes = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return [(model.tag(index), rows_of(model, index)) for index in indexes]


def test_however_tags_change_the_tree_is_as_if_built_anew(panel):
    pick = random.Random(5)
    model = panel.model
    for _ in range(120):
        tags, above = [], [None]
        for number in sorted(pick.sample(range(1, 9), pick.randrange(9))):
            made = tag(number, f"{pick.choice('abc')}{number}", pick.choice(above))
            above.append(made)
            tags.append(made)
        panel.set_tags(tags)
        fresh = TagTree()
        fresh.set_tags(tags)
        assert rows_of(model) == rows_of(fresh)
        assert model.tags() == tags


def test_a_new_tag_leaves_the_others_where_they_are(panel):
    many = [tag(n, f"tag {n:03}") for n in range(100)]
    panel.set_tags(many[::2])
    kept = [QPersistentModelIndex(panel.model.index_of(t.id)) for t in many[::2]]
    panel.set_tags(many)
    assert all(index.isValid() for index in kept)
    assert [index.row() for index in kept] == list(range(0, 100, 2))
    panel.set_tags(many[50:])
    assert [index.isValid() for index in kept] == [t.id >= 50 for t in many[::2]]


def test_a_child_is_indented_and_keycaps_stand_in_one_column(panel):
    panel.set_tags(TAGS)
    assert layout_of(panel, HERAT.id).swatch.left() > layout_of(panel, PLACE.id).swatch.left()
    assert layout_of(panel, HERAT.id).keycap.left() == layout_of(panel, PLACE.id).keycap.left()


def test_the_swatch_has_the_colour_of_the_tag(panel):
    panel.set_tags(TAGS)
    swatch = layout_of(panel, PLACE.id).swatch
    image = panel.view.viewport().grab(QRect(swatch)).toImage()
    theme = load_theme("light")
    assert image.pixelColor(5, 5) == line_colour(theme, PLACE.colour)


def test_click_and_enter_put(qtbot, panel):
    panel.set_tags(TAGS)
    with qtbot.waitSignal(panel.put_requested) as put:
        click(qtbot, panel, PLACE.id)
    assert put.args == [PLACE.id]
    with qtbot.waitSignal(panel.put_requested) as put:
        qtbot.keyClick(panel.view, Qt.Key.Key_Down)
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert put.args == [HERAT.id]


def test_a_click_on_the_chevron_folds_and_puts_nothing(qtbot, panel):
    panel.set_tags(TAGS)
    with qtbot.assertNotEmitted(panel.put_requested):
        click(qtbot, panel, PLACE.id, layout_of(panel, PLACE.id).chevron.center())
    assert not panel.view.isExpanded(panel.model.index_of(PLACE.id))
    panel.set_tags([*TAGS, tag(4, "new")])
    assert not panel.view.isExpanded(panel.model.index_of(PLACE.id))


def test_a_new_count_keeps_the_current_tag(panel):
    panel.set_tags(TAGS)
    panel.set_current(HERAT.id)
    panel.set_tags([TAGS[0], PLACE, tag(3, "Herat", PLACE, passages=4)])
    assert panel.model.tag(panel.view.currentIndex()).passages == 4
    panel.set_tags([*TAGS, tag(9, "ninth")])
    assert panel.model.tag(panel.view.currentIndex()).id == HERAT.id


@pytest.mark.parametrize(
    ("key", "signal"),
    [(Qt.Key.Key_F2, "edit_requested"), (Qt.Key.Key_Delete, "remove_requested")],
)
def test_keys_on_a_tag(qtbot, panel, key, signal):
    panel.set_tags(TAGS)
    panel.set_current(HERAT.id)
    with qtbot.waitSignal(getattr(panel, signal)) as asked:
        qtbot.keyClick(panel.view, key)
    assert asked.args == [HERAT.id]


def test_keys_without_a_tag_do_nothing(qtbot, panel):
    with qtbot.assertNotEmitted(panel.remove_requested):
        qtbot.keyClick(panel.view, Qt.Key.Key_Delete)


def test_dropping_a_tag_nests_it(qtbot, panel):
    panel.set_tags(TAGS)
    with qtbot.waitSignal(panel.move_requested) as moved:
        drop(panel, TagId(1), PLACE.id)
    assert moved.args == [1, PLACE.id]
    with qtbot.waitSignal(panel.move_requested) as moved:
        drop(panel, HERAT.id, None)
    assert moved.args == [HERAT.id, None]


def test_a_tag_is_not_dropped_under_itself_nor_where_it_is(qtbot, panel):
    panel.set_tags(TAGS)
    with qtbot.assertNotEmitted(panel.move_requested):
        drop(panel, PLACE.id, HERAT.id)
        drop(panel, PLACE.id, PLACE.id)
        drop(panel, HERAT.id, PLACE.id)
        drop(panel, TagId(77), None)


def test_a_tag_dropped_by_the_mouse_asks_for_the_move_and_stays(qtbot, panel):
    panel.set_tags(TAGS)
    viewport = panel.view.viewport()
    # events of a test have no source, which Qt asks for in a move inside one view
    panel.view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
    data = panel.model.mimeData([panel.model.index_of(TagId(1))])
    place = place_of(panel, PLACE.id).center()
    told = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, NO_KEYS)
    QApplication.sendEvent(viewport, QDragEnterEvent(place, *told))
    QApplication.sendEvent(viewport, QDragMoveEvent(place, *told))
    with qtbot.waitSignal(panel.move_requested) as moved:
        QApplication.sendEvent(viewport, QDropEvent(QPointF(place), *told))
    assert moved.args == [1, PLACE.id]
    assert panel.model.index_of(TagId(1)).isValid()


def test_a_press_that_slips_to_another_row_puts_nothing(qtbot, panel):
    panel.set_tags(TAGS)
    viewport, left = panel.view.viewport(), Qt.MouseButton.LeftButton
    panel.view.setDragEnabled(False)
    with qtbot.assertNotEmitted(panel.put_requested):
        qtbot.mousePress(viewport, left, pos=place_of(panel, TagId(1)).center())
        qtbot.mouseRelease(viewport, left, pos=place_of(panel, HERAT.id).center())


def test_hovering_is_told(qtbot, panel):
    panel.set_tags(TAGS)
    with qtbot.waitSignal(panel.hovered) as hovered:
        hover(panel.view.viewport(), QPoint(5, 5))
        hover(panel.view.viewport(), place_of(panel, PLACE.id).center())
    assert hovered.args[0] in (1, PLACE.id)


def test_the_menu_pins_edits_and_moves(qtbot, panel):
    panel.set_tags(TAGS)
    menu = panel.view.menu(HERAT)
    actions = {action.text(): action for action in menu.actions()}
    pins = {action.text(): action for action in actions["Number key"].menu().actions()}
    assert "1   claim" in pins
    with qtbot.waitSignal(panel.pin_requested) as pinned:
        pins["2"].trigger()
    assert pinned.args == [HERAT.id, 2]
    assert not pins["None"].isEnabled()
    with qtbot.waitSignal(panel.move_requested) as moved:
        actions["Move to the top level"].trigger()
    assert moved.args == [HERAT.id, None]


def test_long_names_are_cut_before_the_count(panel):
    panel.set_tags([tag(1, "a name that is very much too long for so narrow a panel" * 3)])
    parts = layout_of(panel, TagId(1))
    assert parts.name.right() < parts.number.left()
    assert parts.number.right() < panel.view.viewport().width()


def test_a_tag_with_tags_under_it_shows_the_total_of_its_branch(panel):
    street = tag(4, "street", HERAT, passages=2)
    panel.set_tags([*TAGS, street, tag(5, "person"), tag(6, "expert", tag(5, "person"))])
    panel.set_totals({PLACE.id: 12, HERAT.id: 5})
    index = panel.model.index_of
    assert sum_words(index(PLACE.id)) == "Σ 12"
    assert sum_words(index(HERAT.id)) == "Σ 5"
    assert sum_words(index(TagId(1))) == sum_words(index(TagId(5))) == ""
    spoken = index(PLACE.id).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "place, 7 passages, with the tags under it: 12"
    panel.set_tags([*TAGS, street._replace(passages=9), *panel.model.tags()[4:]])
    panel.set_totals({PLACE.id: 19, HERAT.id: 12})
    assert sum_words(index(PLACE.id)) == "Σ 19"
    parts = layout_of(panel, PLACE.id)
    assert parts.chevron.right() < parts.total.left()
    assert parts.total.right() < parts.number.left()


def test_a_long_name_is_cut_before_the_total(panel):
    long = tag(1, "a name that is very much too long for so narrow a panel" * 3, passages=1234)
    panel.set_tags([long, tag(2, "under", long, passages=98765)])
    parts = layout_of(panel, TagId(1))
    assert parts.name.right() < parts.chevron.left() + 1 <= parts.total.left()
    assert parts.number.right() < panel.view.viewport().width()


def test_a_theme_is_taken_over(panel):
    panel.set_tags(TAGS)
    panel.set_theme(load_theme("dark"))
    swatch = layout_of(panel, PLACE.id).swatch
    image = panel.view.viewport().grab(swatch).toImage()
    assert image.pixelColor(5, 5) == line_colour(load_theme("dark"), PLACE.colour)


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_rows_are_mirrored_as_qt_does_it(direction):
    area = QRect(7, 3, 200, 30)
    for part in (QRect(10, 5, 16, 16), QRect(7, 3, 200, 30), QRect(190, 0, 40, 9), QRect()):
        assert draw.mirrored(direction, area, part) == QStyle.visualRect(direction, area, part)


def test_the_row_under_the_mouse_stands_out(qtbot, panel):
    panel.set_tags(TAGS)
    place = place_of(panel, PLACE.id)
    corner = place.topLeft() + QPoint(20, 4)
    before = panel.view.viewport().grab().toImage().pixelColor(corner)
    panel.view.entered.emit(panel.model.index_of(PLACE.id))
    assert panel.view.viewport().grab().toImage().pixelColor(corner) != before
    panel.view.viewportEntered.emit()
    assert panel.view.viewport().grab().toImage().pixelColor(corner) == before


def test_a_tag_that_gets_a_key_moves_up_and_stays_current(reader):
    reader.make_tags("claim")
    source = reader.desk_step("Tag", lambda: reader.desk.tags.ensure("a source"))
    panel = reader.window.tags
    panel.set_current(source)
    rows = [panel.model.index(row, 0).data() for row in range(2)]
    reader.window.tag_book.pin(source, 2)
    assert rows == ["claim", "a source"]
    assert panel.model.tag(panel.view.currentIndex()).id == source
    reader.window.tag_book.pin(source, 1)
    assert panel.model.tag(panel.model.index(0, 0)).id == source
    assert panel.model.tag(panel.view.currentIndex()).id == source
