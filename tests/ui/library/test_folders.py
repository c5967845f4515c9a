"""Folders in the real window: made, named, filled, moved, removed, by keys and by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDrag
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desk.core.types import Draft
from desk.ui.library.article_details import ArticleDetails
from desk.ui.library.folder_chooser import FolderChooser
from desk.ui.library.row_delegate import ROW_HEIGHT
from desk.ui.library.sorting import Sorting
from tests.ui.conftest import Reader, open_window


def titles(reader: Reader) -> list[str]:
    model = reader.window.library.model
    return [model.index(row).data() for row in range(model.rowCount())]


def folders(reader: Reader) -> dict[str, int]:
    return {folder.name: folder.articles for folder in reader.desk.folders.all()}


def name_it(reader: Reader, name: str) -> None:
    editor = reader.window.library.list.viewport().findChild(QLineEdit)
    editor.setText(name)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def choose(reader: Reader, words: str) -> None:
    (chooser,) = (c for c in reader.window.findChildren(FolderChooser) if c.isVisible())
    chooser.field.setText(words)
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_new_folder_is_named_in_place(reader: Reader) -> None:
    reader.window.actions_["library.folder"].trigger()
    name_it(reader, "Asia")
    assert titles(reader) == ["Asia", "Herat", "Another"]
    reader.press("Ctrl+Z")
    assert titles(reader) == ["New folder", "Herat", "Another"]


def test_selected_articles_move_by_keys_into_a_new_folder(reader: Reader) -> None:
    reader.window.library.list.setFocus()
    reader.window.library.list.selectAll()
    reader.press("Ctrl+Shift+M")
    choose(reader, "Reports")
    assert titles(reader) == ["Reports", "Herat", "Another"]
    assert folders(reader) == {"Reports": 2}
    reader.press("Ctrl+Z")
    assert folders(reader) == {}
    assert titles(reader) == ["Herat", "Another"]


def test_what_moves_into_a_new_folder_stays_in_sight_and_is_told(reader: Reader) -> None:
    def add() -> None:
        for number in range(60):
            reader.desk.articles.add(Draft(f"Words {number}.", f"Article {number}"))

    reader.desk_step("Add", add)
    rows = reader.window.library.list
    rows.setFocus()
    rows.choose(rows.rows.index(61))
    reader.press("Ctrl+Shift+M")
    choose(reader, "Wave 1")
    assert rows.currentIndex().data() == "Article 59"
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))
    assert reader.told().startswith("Moved 1 article to “Wave 1”")


def test_keys_with_ctrl_select_the_open_article_alone(reader: Reader) -> None:
    rows = reader.window.library.list
    rows.setFocus()
    reader.press("Ctrl+PgDown", "Ctrl+PgUp", "Ctrl+Return")
    assert reader.window.reading.article.title == "Another"
    assert [reader.desk.articles.get(key).title for key in rows.selected_ids()] == ["Another"]
    reader.press("Del", on=rows)
    assert titles(reader) == ["Herat"]


@pytest.fixture
def asia(reader: Reader) -> Reader:
    with reader.desk.step("Folders") as step:
        asia = reader.desk.folders.add("Asia")
        japan = reader.desk.folders.add("Japan", asia)
        tokyo = reader.desk.articles.add(Draft("Tokyo it is.", "Tokyo"))
        reader.desk.folders.put([tokyo], japan)
    reader.window.session.changed.emit(step.changes)
    return reader


def test_the_open_article_moves_where_it_is_wanted(asia: Reader) -> None:
    assert titles(asia) == ["Asia", "Japan", "Tokyo", "Herat", "Another"]
    asia.press("Ctrl+Shift+M")
    choose(asia, "jap")
    assert titles(asia) == ["Asia", "Japan", "Herat", "Tokyo", "Another"]
    asia.press("Ctrl+Shift+M")
    choose(asia, "")
    assert folders(asia) == {"Asia": 1, "Japan": 1}


def test_a_renamed_folder_keeps_the_keyboard_where_it_moves_to(asia: Reader) -> None:
    rows = asia.window.library.list

    def change() -> None:
        for number in range(60):
            asia.desk.folders.add(f"Folder {number:02}")

    asia.desk_step("Folders", change)
    rows.setFocus()
    rows.choose(rows.model().index(0))
    asia.press("F2")
    name_it(asia, "Zambia")
    assert rows.hasFocus()
    assert rows.currentIndex().data() == "Zambia"
    assert [index.data() for index in rows.selectedIndexes()] == ["Zambia"]
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))
    assert rows.currentIndex().row() == 60


def test_a_folder_does_not_go_into_itself(asia: Reader) -> None:
    asia_id, japan_id = (f.id for f in asia.desk.folders.all())
    asia.window.library.model.moved.emit([], [asia_id], japan_id)
    assert "cannot lie in itself" in asia.told()
    asia.window.library.model.moved.emit([], [japan_id], None)
    assert titles(asia)[:3] == ["Asia", "Japan", "Tokyo"]
    assert [f.parent_id for f in asia.desk.folders.all()] == [None, None]


def test_a_removed_folder_leaves_its_articles(asia: Reader) -> None:
    rows = asia.window.library.list
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(1))
    asia.press("Delete", on=rows)
    assert titles(asia) == ["Asia", "Tokyo", "Herat", "Another"]
    assert "its articles stay" in asia.told()
    asia.window.messages.toast.button.click()
    assert titles(asia) == ["Asia", "Japan", "Tokyo", "Herat", "Another"]


def test_several_at_once_change_status_and_go(asia: Reader) -> None:
    rows = asia.window.library.list
    rows.setCurrentIndex(rows.model().index(2))
    rows.selectAll()
    actions = {action.text(): action for action in rows.menu().actions()}
    actions["Mark as done"].trigger()
    assert asia.window.library.head.progress.text() == "3 of 3 done"
    assert len(rows.selected_ids()) == 3
    asia.press("Ctrl+Z")
    assert asia.window.library.head.progress.text() == "0 of 3 done"
    rows.selectAll()
    asia.press("Delete", on=rows)
    assert asia.desk.articles.rows() == []
    asia.press("Ctrl+Z", on=asia.view)
    asia.press("Ctrl+Z", on=asia.view)
    assert len(asia.desk.articles.rows()) == 3


def test_order_and_closed_folders_are_found_again(asia: Reader, home) -> None:
    panel = asia.window.library
    panel.list.folder_toggled.emit(asia.desk.folders.all()[0].id, False)
    {a.text(): a for a in Sorting(panel).menu().actions()}["Title"].trigger()
    assert titles(asia) == ["Asia", "Another", "Herat"]
    path = asia.desk.path
    asia.window.close()
    again = Reader(open_window(path, home))
    assert titles(again) == ["Asia", "Another", "Herat"]
    again.press("Ctrl+PgUp")
    assert again.window.reading.article.title == "Another"
    again.window.close()


def test_a_small_sign_goes_with_the_mouse(asia: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    dragged: list[tuple[list[str], int]] = []

    def drag(self: QDrag, action: Qt.DropAction) -> Qt.DropAction:
        dragged.append((self.mimeData().formats(), self.pixmap().height()))
        return action

    monkeypatch.setattr(QDrag, "exec", drag)
    rows = asia.window.library.list
    rows.clearSelection()
    rows.startDrag(Qt.DropAction.MoveAction)
    assert dragged == []
    rows.selectAll()
    rows.startDrag(Qt.DropAction.MoveAction)
    rows.setCurrentIndex(rows.model().index(2))
    rows.startDrag(Qt.DropAction.MoveAction)
    assert len(dragged) == 2
    assert all(height < 2 * ROW_HEIGHT for _, height in dragged)


def test_rows_can_be_dragged(asia: Reader, qtbot: QtBot) -> None:
    model = asia.window.library.model
    data = model.mimeData([model.index(3), model.index(4)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index(0))
    assert folders(asia) == {"Asia": 2, "Japan": 1}
    assert asia.desk.undo_label == "Move"
    asia.press("Ctrl+Z")
    assert folders(asia) == {"Asia": 0, "Japan": 1}


def test_details_of_several_articles_are_one_step(asia: Reader) -> None:
    rows = asia.window.library.list
    rows.setFocus()
    rows.selectAll()
    asia.window.actions_["article.details"].trigger()
    dialog = asia.window.findChild(ArticleDetails)
    author = dialog.fields["author"]
    QTest.keyClicks(author, "Doucet")
    QTest.keyClicks(dialog.fields["language"], "de")
    QTest.keyClick(author, Qt.Key.Key_Return)
    known = [(row.author, row.language) for row in asia.desk.articles.rows()]
    assert known == [("Doucet", "de")] * 3
    assert asia.desk.undo_label == "Edit 3 articles"
    asia.press("Ctrl+Z", on=asia.view)
    assert [row.author for row in asia.desk.articles.rows()] == [""] * 3


def test_details_without_a_change_are_no_step(asia: Reader) -> None:
    before = asia.desk.undo_label
    asia.window.actions_["article.details"].trigger()
    asia.window.findChild(ArticleDetails).accept()
    assert asia.desk.undo_label == before
