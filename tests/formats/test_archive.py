import pytest

from desk.core.errors import UserError
from desk.core.message import message
from desk.formats import archive
from desk.formats.archive import Archive, local_name
from desk.formats.damage import damage_is_told
from tests.formats.make import zipped


def test_reading_counts_towards_the_limit(monkeypatch):
    monkeypatch.setattr(archive, "MAX_UNPACKED", 10)
    opened = Archive(zipped({"a": "123456", "b": "123456"}), message("a book"))
    assert opened.read("a") == b"123456"
    with pytest.raises(UserError, match="too large"):
        opened.read("b")


def test_a_missing_entry_is_damage():
    with pytest.raises(UserError, match="kind “a book”, or it is damaged"):
        Archive(zipped({"a": "1"}), message("a book")).read("b")


def test_a_changed_entry_is_damage():
    data = zipped({"a": "hello hello"}, compression=0).replace(b"hello hello", b"hello jello")
    with pytest.raises(UserError, match="damaged"):
        Archive(data, message("a book")).read("a")


def test_entities_are_not_resolved():
    secret = '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]><r><a>x&e;y</a></r>'
    root = Archive(zipped({"a.xml": secret}), message("a book")).read_xml("a.xml")
    assert local_name(root) == "r"
    assert "root:" not in "".join(root.itertext())


def test_names_keep_their_order():
    assert Archive(zipped({"b": "", "a": ""}), message("a book")).names == ("b", "a")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MemoryError(), "not enough memory"),
        (RecursionError(), "nested too deeply"),
        (AssertionError(), "or it is damaged"),
        (UserError("A sentence."), "A sentence."),
    ],
)
def test_every_error_of_a_parser_is_told(error, words):
    with pytest.raises(UserError, match=words), damage_is_told(message("a book")):
        raise error
