import os
import sys
from importlib import import_module
from pathlib import Path

import pytest

from desk.core.errors import UserError
from desk.formats import registry
from desk.formats.registry import (
    READERS,
    choices_for,
    may_be_otherwise,
    read_file,
    read_text,
    reader_for,
    suffixes,
)
from desk.formats.source import Options


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_every_format_in_the_table_has_its_module(reader):
    assert callable(import_module(reader.module).read)
    assert all(reader_for(registry.Path(f"A{s.upper()}")) is reader for s in reader.suffixes)
    assert set(reader.suffixes) <= set(suffixes())


def test_a_title_is_found_where_the_file_has_none(tmp_path):
    path = tmp_path / "000_5f6ddae63de8d572.txt"
    path.write_text("Combat is raging around three major cities in the south. More.")
    (draft,) = read_file(path)
    assert draft.title.startswith("Combat is raging around three major cities")


def test_the_name_of_a_file_can_be_its_title(tmp_path):
    path = tmp_path / "Interview with the mayor.txt"
    path.write_text("Good morning. How are you?")
    assert read_file(path)[0].title == "Interview with the mayor"


def test_a_chosen_encoding_is_used(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("Zażółć".encode("iso8859_2"))
    assert read_file(path, Options(encoding="iso8859_2"))[0].text == "Zażółć"


def test_pasted_words_are_an_article():
    assert read_text("Some pasted words.")[0].text == "Some pasted words."
    with pytest.raises(UserError, match="no text"):
        read_text(" \n\u00a0 ")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "“empty.txt” is empty."),
        ("blank.txt", b" \n\t\xc2\xa0", "“blank.txt” was not read. There is no text in it."),
        ("photo.txt", b"\x89PNG\r\n\x1a\nxx", "“photo.txt” was not read. This is a picture"),
        ("clip.mp4", b"xx", "files that end in “.mp4” are not known. Known are .txt"),
        ("README", b"xx", "files without a suffix are not known"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path, name, data, words):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UserError) as refused:
        read_file(tmp_path / name)
    assert words in str(refused.value)


def test_a_folder_is_told(tmp_path):
    (tmp_path / "a.txt").mkdir()
    for path in (tmp_path, tmp_path / "a.txt"):
        with pytest.raises(UserError, match="is a folder"):
            read_file(path)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(UserError, match="does not exist"):
        read_file(tmp_path / "none.txt")


def test_a_file_that_may_not_be_opened_is_told(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("x")

    def refuse(self, mode):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(registry.Path, "open", refuse)
    with pytest.raises(UserError, match="cannot be opened: you have no permission"):
        read_file(path)


@pytest.mark.skipif(sys.platform == "win32", reason="needs named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UserError, match="device or a pipe"):
        read_file(tmp_path / "pipe.txt")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(registry.MAX_FILE + 1)
    with pytest.raises(UserError, match="too large: over 200 MB"):
        read_file(path)


@pytest.mark.parametrize(
    ("source", "may"),
    [
        ("a.txt", True),
        ("a.docx", False),
        ("project.qdpx", False),
        ("The Times", True),
        ("https://example.org/report.pdf", True),  # a saved page
        ("", True),
    ],
)
def test_what_can_be_read_otherwise(source, may):
    assert may_be_otherwise(source) == may


def test_only_rows_may_have_a_first_one_of_names():
    assert "has_header" in choices_for(Path("a.CSV"))
    assert "has_header" not in choices_for(Path("a.json"))
    assert choices_for(Path("a.unknown")) == []
