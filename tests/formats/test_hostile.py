"""No file that someone sends harms more than itself, whatever is in it or what it is called."""

import os
import sys

import pytest

from desk.core.errors import UserError
from desk.core.text import clean
from desk.formats import registry
from desk.formats.registry import read_file
from tests.formats.hostile import FILES, names, no_files


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_read_or_refused(tmp_path, name):
    make, words = FILES[name]
    path = tmp_path / name
    path.write_bytes(make())
    try:
        drafts = read_file(path)
    except UserError as error:
        is_told = words is not None and words.startswith("-") and words[1:] in str(error)
        assert is_told or words is None
        return
    assert words is None or words in drafts[0].text
    for draft in drafts:
        assert "root:" not in draft.text
        assert clean(draft.text) == draft.text
        assert max(map(len, draft.text.split("\n"))) <= 50_000
        assert 0 < len(draft.title) <= 500
        assert all(0 <= s.start < s.end <= len(draft.text) for s in draft.styles)


def test_a_file_that_grows_while_it_is_read_is_read_no_further_than_its_limit(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(registry, "MAX_FILE", 100)
    path = tmp_path / "log.txt"
    path.write_text("a" * 90)
    honest = os.fstat

    def grow(number):
        status = honest(number)
        with path.open("a") as file:
            file.write("a" * 500)
        return status

    monkeypatch.setattr(registry.os, "fstat", grow)
    with pytest.raises(UserError, match="too large"):
        read_file(path)


NO_FILES = ("device or a pipe", "leads nowhere", "does not exist", "device or a pipe", "a folder")


def test_what_is_no_file_is_told(tmp_path):
    for path, words in zip(no_files(tmp_path), NO_FILES, strict=sys.platform != "win32"):
        with pytest.raises(UserError, match=words):
            read_file(path)


def test_a_name_that_is_no_text_makes_a_title_that_is_one(tmp_path):
    for path in names(tmp_path):
        (draft,) = read_file(path)
        for words in (draft.title, draft.source):
            assert clean(words) == words
            assert "\n" not in words
