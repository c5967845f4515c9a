"""An article is read otherwise long after the list of what came in is gone."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.core.types import Draft
from desk.ui.files import file_dialogs
from desk.ui.importing.preview import BringIn
from tests.ui.conftest import Reader
from tests.ui.importing.test_import import choose_row

WORDS = "Größe zählt, und über Köln geht nichts."
MISREAD = WORDS.encode().decode("cp1252")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cologne.txt"
    path.write_text(WORDS, "utf-8")
    return path


def read_otherwise(reader: Reader, qtbot: QtBot) -> BringIn:
    reader.window.actions_["article.reread"].trigger()
    (dialog,) = reader.window.findChildren(BringIn)
    qtbot.waitUntil(lambda: dialog.deed.isEnabled())
    return dialog


def take(reader: Reader, dialog: BringIn, qtbot: QtBot) -> None:
    dialog.deed.click()
    qtbot.waitUntil(lambda: not reader.window.importing.coming.is_busy)


def test_a_file_that_came_in_through_this_window_is_known(
    reader: Reader, file: Path, qtbot: QtBot
) -> None:
    coming = reader.window.importing.coming
    for path in (file, file.with_name("other.txt")):
        path.write_text(WORDS if path == file else "Something else.", "utf-8")
        coming.add_files([path])
        qtbot.waitUntil(lambda: not coming.is_busy)
    (article,) = (row for row in reader.desk.articles.rows() if row.source == "cologne.txt")
    reader.window.reading.open(article.id)
    dialog = read_otherwise(reader, qtbot)
    assert dialog.deed.text() == "Replace the text"
    dialog.choices.encoding.setCurrentIndex(dialog.choices.encoding.findData("cp1252"))
    qtbot.waitUntil(lambda: MISREAD in dialog.text.toPlainText())
    take(reader, dialog, qtbot)
    assert reader.desk.articles.get(article.id).text == MISREAD


@pytest.mark.parametrize("title", ["", "My own title"])
def test_else_the_file_is_asked_for_and_an_own_title_stays(
    reader: Reader, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, title: str
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        file_dialogs, "ask_file", lambda parent, words, *_: asked.append(words) or file
    )
    article = reader.desk_step("Add", lambda: reader.desk.articles.add(Draft(MISREAD, title)))
    reader.window.reading.open(article)
    before = reader.desk.articles.get(article).title
    dialog = read_otherwise(reader, qtbot)
    assert asked == [f"The file of “{before}”"]
    assert "takes the place of" in dialog.place.text()
    take(reader, dialog, qtbot)
    now = reader.desk.articles.get(article)
    assert now.text == WORDS
    assert now.title == (title or "cologne")
    reader.press("Ctrl+Z", on=reader.view)
    assert reader.desk.articles.get(article).text == MISREAD


def test_no_row_of_a_table_takes_the_place_of_an_article_by_chance(
    reader: Reader, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "news.csv"
    table.write_text("title,text\nOne,The first.\nTwo,The second.\n")
    monkeypatch.setattr(file_dialogs, "ask_file", lambda *_: table)
    dialog = read_otherwise(reader, qtbot)
    assert not dialog.place.isVisible()
    take(reader, dialog, qtbot)
    assert len(reader.desk.articles.rows()) == 4


def test_nothing_happens_without_a_file(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_dialogs, "ask_file", lambda *_: None)
    row = reader.window.library.model.index(0)
    reader.window.library.list.choose(row)
    menu = reader.window.library.list.menu()
    (action,) = (action for action in menu.actions() if action.text() == "Read otherwise…")
    action.trigger()
    assert reader.window.findChildren(BringIn) == []


def test_it_is_offered_only_where_there_is_something_to_choose(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "a.rtf").write_text(r"{\rtf1 Rich words.}")
    (tmp_path / "b.txt").write_text("Plain words.")
    coming = reader.window.importing.coming
    coming.add_files([tmp_path / "a.rtf", tmp_path / "b.txt"])
    qtbot.waitUntil(lambda: not coming.is_busy)
    library, strip = reader.window.library, reader.window.importing.strip
    strip.show_list()
    for row, offered in ((0, False), (1, True)):
        choose_row(strip.list, row)
        assert strip.preview.isVisible() == offered
        article_id = strip.model.arrivals[row].article_id
        assert article_id is not None
        reader.window.reading.open(article_id)
        assert reader.window.actions_["article.reread"].isEnabled() == offered
        library.list.choose(library.model.index(library.model.row_of(article_id)))
        named = [action.text() for action in library.list.menu().actions()]
        assert ("Read otherwise…" in named) == offered
