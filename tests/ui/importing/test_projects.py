"""Projects of other programs in the real window: previewed, brought in, told, undone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.ui.importing.arrivals import cells
from desk.ui.importing.preview import BringIn
from tests.formats.make import code, note, qde, qdpx, selection, text_source
from tests.ui.conftest import Reader
from tests.ui.importing.test_import import drop, wait

CODES = code(3, "work", code(4, "night") + code(5, "rounds", "", "color='#33CC33'"))
TEXT = "The night was quiet 😀.\r\nI walked through the ward first."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ward.qdpx"
    marks = selection(4, 9, 4) + selection(24, 56, 5, inner="<Description>First.</Description>")
    source = text_source(marks, name="Interview") + "<PictureSource name='bed.jpg'/>"
    rest = f"<Notes>{note(70, 'Plan', 'Ask again.')}</Notes>"
    path.write_bytes(qdpx(CODES, source, {"doc.txt": TEXT}, rest))
    return path


def preview(reader: Reader, path: Path, qtbot: QtBot) -> BringIn:
    reader.window.importing.preview([path])
    dialog = reader.window.findChild(BringIn)
    qtbot.waitUntil(lambda: bool(dialog.text.toPlainText()))
    return dialog


def test_what_several_files_brought_is_told_together(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    uri = "urn:QDA-XML:codebook:1.0"
    paths = [tmp_path / f"{name}.qdc" for name in ("a", "b")]
    for number, path in enumerate(paths):
        guid = f"{number:08}-0000-4000-8000-000000000000"
        code = f'<Code guid="{guid}" name="{path.stem} tag" isCodable="true"/>'
        path.write_text(f'<CodeBook xmlns="{uri}"><Codes>{code}</Codes></CodeBook>')
    (tmp_path / "c.txt").write_text("A text.")
    drop(reader, *paths, tmp_path / "c.txt")
    wait(reader, qtbot)
    words = reader.window.importing.strip.words
    assert words.text() == "1 added · 2 tags"
    words.set_words("many words " * 100, "many words " * 100)
    words.resize(200, 20)
    whole = words.grab().toImage()
    cut = words.fontMetrics().elidedText(words.text(), Qt.TextElideMode.ElideRight, 200)
    assert cut.endswith("…")
    words.set_words(cut, cut)
    assert words.grab().toImage() == whole


def test_a_project_is_shown_brought_in_and_taken_back(
    reader: Reader, path: Path, qtbot: QtBot
) -> None:
    dialog = preview(reader, path, qtbot)
    assert dialog.title.text() == "Interview"
    assert dialog.about.text().endswith("3 tags · 2 passages · 2 notes")
    assert dialog.text.toPlainText() == TEXT.replace("\r\n", "\n")
    assert dialog.problem.text() == "Not taken: 1 picture."
    dialog.deed.click()
    wait(reader, qtbot)
    assert reader.window.reading.article.title == "Interview"
    assert reader.quotes() == ["night", "I walked through the ward first."]
    assert reader.tags_of("night") == ["work/night"]
    strip = reader.window.importing.strip
    assert strip.isVisible()  # for what was left out
    assert strip.words.text() == "1 added · 3 tags · 1 note · 1 with a remark"
    rows = strip.model.arrivals
    assert [cells(row)[2] for row in rows] == [
        "3 tags · 1 note. Not taken: 1 picture.",
        "Interview · 2 passages · 1 note",
    ]
    drop(reader, path)
    wait(reader, qtbot)
    assert strip.words.text() == "2 already there"
    assert reader.quotes() == ["night", "I walked through the ward first."]
    reader.window.actions_["edit.undo"].trigger()
    assert (reader.desk.passages.all(), reader.desk.tags.all()) == ([], [])
    assert len(reader.desk.articles.rows()) == 2


def test_a_codebook_shows_its_tags(reader: Reader, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "codes.qdc"
    path.write_text(qde(CODES))
    dialog = preview(reader, path, qtbot)
    assert dialog.title.text() == "codes.qdc"
    assert dialog.about.text() == "3 tags"
    assert dialog.text.toPlainText() == "work\n    night\n    rounds"
    dialog.deed.click()
    wait(reader, qtbot)
    assert reader.window.messages.toast.label.text() == "codes.qdc: 3 tags."
    assert [tag.path for tag in reader.desk.tags.all()] == ["work", "work/night", "work/rounds"]


def test_many_texts_and_their_tags_are_counted_in_the_strip(
    reader: Reader, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "many.qdpx"
    texts = {f"{n}.txt": f"Words of text {n}." for n in range(3)}
    sources = "".join(text_source(name=file, file=file) for file in texts)
    path.write_bytes(qdpx(CODES, sources, texts))
    drop(reader, path)
    wait(reader, qtbot)
    strip = reader.window.importing.strip
    assert strip.words.text() == "3 added · 3 tags"
    strip.undo.click()
    assert len(reader.desk.articles.rows()) == 2
    assert reader.desk.tags.all() == []
