import pytest

from desk.core.types import Style
from desk.formats.markdown import split_front
from desk.formats.registry import read_file, read_text


def read(markdown):
    (draft,) = read_text(markdown, "md")
    return draft


def pieces(draft):
    return [(draft.text[s.start : s.end], s.kind) for s in draft.styles]


def test_positions_are_those_of_the_rendered_text():
    draft = read("# Head\n\nA **bold** and *italic*\nword, `code`, [link](https://a.example/).\n")
    assert draft.text == "Head\nA bold and italic word, code, link."
    assert pieces(draft) == [
        ("Head", "h1"),
        ("bold", "bold"),
        ("italic", "italic"),
        ("code", "code"),
        ("link", "link"),
    ]
    assert draft.styles[-1].detail == "https://a.example/"
    assert draft.title == "Head"


def test_lists_keep_their_markers_beside_the_text():
    draft = read("3. three\n4. four\n   - below\n\n     more\n\n> said\n> again\n")
    assert draft.text == "three\nfour\nbelow\nmore\nsaid again"
    assert draft.styles == (
        Style(0, 5, "item", 1, "3."),
        Style(6, 10, "item", 1, "4."),
        Style(11, 16, "item", 2, "•"),
        Style(17, 21, "item", 2, ""),
        Style(22, 32, "quote", 1),
    )


def test_code_blocks_keep_spaces_and_lines():
    draft = read("Text\n\n```\nif a:\n\n    b < c\n```\nafter")
    assert draft.text == "Text\nif a:\n\n    b < c\nafter"
    assert pieces(draft)[0] == ("if a:\n\n    b < c", "pre")


def test_tables_become_rows_of_cells():
    assert read("|a|b|\n|-|-|\n|1||\n||2|\n").text == "a\tb\n1\n\t2"


def test_front_matter_becomes_metadata():
    draft = read(
        "---\r\ntitle: \"News: the 'first' day\"\r\nauthors:\r\n  - A. Writer\r\n  - 'B. Other'\r\n"
        "date: 2026-01-03\r\nlang: en\r\nurl: https://a.example/1\r\n# a remark\r\n---\r\n\r\nText."
    )
    assert (draft.text, draft.title) == ("Text.", "News: the 'first' day")
    assert (draft.author, draft.published) == ("A. Writer, B. Other", "2026-01-03")
    assert (draft.language, draft.source) == ("en", "https://a.example/1")


@pytest.mark.parametrize(
    ("front", "value"),
    [
        ("tags: [a, 'b c']", "a, b c"),
        ("tags:", ""),
        ("tags: It's: loose", "It's: loose"),
        ("tags: 'it''s'", "it's"),
        ('tags: "a \\"b\\""', 'a "b"'),
        ('tags: "', '"'),
    ],
)
def test_front_matter_values_as_people_write_them(front, value):
    assert split_front(f"---\n{front}\n---\nx") == ("x", {"tags": value})


def test_a_rule_at_the_start_is_no_front_matter():
    assert split_front("---\nJust a line") == ("---\nJust a line", {})


def test_a_file_in_a_legacy_encoding_is_read(tmp_path):
    path = tmp_path / "note.md"
    path.write_bytes("# Käse\n\nDie Löwen frühstücken heute in Köln sehr spät.".encode("utf-16"))
    (draft,) = read_file(path)
    assert (draft.title, draft.source) == ("Käse", "note.md")


def test_scripts_in_markdown_are_not_text():
    assert read("one <script>alert(1)</script>\n\n<b>two</b>").text == "one\ntwo"
