import json

import pytest

from desk.core.errors import UserError
from desk.core.types import Style
from desk.formats.registry import read_file
from desk.formats.source import Options, Source
from desk.formats.tables import look

ARTICLES = [
    {
        "id": 1,
        "headline": "Rents rise, again",
        "date": "2026-01-03",
        "authors": [{"name": "A. Reporter"}, {"name": "B. Other"}, {}, None],
        "url": "https://a.example/1",
        "lang": "en",
        "content_text": 'First line.\r\nSecond; "quoted".',
        "tags": {"n": 1},
    },
    {"headline": None, "content_html": "<p>Some <b>bold</b></p>"},
    {"headline": "empty", "content_text": " "},
]


def save(tmp_path, content, name="news.csv"):
    data = content if isinstance(content, bytes) else content.encode()
    (tmp_path / name).write_bytes(data)
    return tmp_path / name


def refusal(path):
    with pytest.raises(UserError) as refused:
        read_file(path)
    return str(refused.value)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_with_a_header(tmp_path, delimiter, codec):
    rows = [
        ["Id", "Headline", "Publication date", "Body", "Byline", "URL"],
        ["1", "Rents", "2026-01-03", '"First; line,\r\nsecond ""line"" \t|"', "Me", "https://a/1"],
        ["2", "", "", "Żółć", "", ""],
    ]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    first, second = read_file(save(tmp_path, text.encode(codec)))
    assert first.text == 'First; line,\nsecond "line" \t|'
    assert (first.title, first.published, first.author) == ("Rents", "2026-01-03", "Me")
    assert (first.source, second.source) == ("https://a/1", "news.csv")
    assert (second.text, second.title, first.warnings) == ("Żółć", "Żółć", ())


def test_a_cell_may_be_long(tmp_path):
    (draft,) = read_file(save(tmp_path, "title,text\na," + "word " * 40_000))
    assert len(draft.text) == 200_000


def test_an_unclosed_quote_is_told_before_and_after(tmp_path):
    text = 'id,title,text\n1,ok,fine\n2,"never closed,text goes on\n3,x,y\n'
    table = look(text.encode(), Source("news.csv"))
    assert len(table.rows) == 2
    assert "never closed" in str(table.warnings[0])
    (draft,) = read_file(save(tmp_path, text))
    assert tuple(map(str, draft.warnings)) == (
        str(table.warnings[0]),
        "Rows with more or fewer cells than there are columns: 3.",
        "Rows without text were left out: 3.",
    )


def test_rows_of_another_length_are_told_one_by_one(tmp_path):
    first, second = read_file(save(tmp_path, "id,title,text\n1,two\n2,a,b,c,d\n\n3,ok,fine\n"))
    assert tuple(map(str, first.warnings)) == (
        "Rows with more or fewer cells than there are columns: 2, 3.",
        "Rows without text were left out: 2.",
        "Row 3: It does not fit the columns (cells: 5, columns: 3).",
    )
    assert (second.text, second.warnings) == ("fine", ())


def test_many_rows_without_text_are_told_in_short(tmp_path):
    first, _ = read_file(save(tmp_path, "title,text\nx,y\n" + "a,\n" * 30 + "x,z"))
    assert str(first.warnings[0]).endswith("21, 22, ….")


def test_without_known_names_the_reader_is_asked(tmp_path):
    path = save(tmp_path, "just text\nmore text\n")
    assert "Choose the column that holds the text: “#1”." in refusal(path)
    drafts = read_file(path, Options(columns={"#1": "text"}))
    assert [draft.text for draft in drafts] == ["just text", "more text"]


def test_the_reader_may_say_what_is_what(tmp_path):
    path = save(tmp_path, "Wer,Was\nme,words\n")
    options = Options(columns={"Was": "text", "Wer": "author", "no such": "title"}, has_header=True)
    (draft,) = read_file(path, options)
    assert (draft.text, draft.author) == ("words", "me")
    options = Options(columns={"#2": "text"}, has_header=False)
    assert [draft.text for draft in read_file(path, options)] == ["Was", "words"]


def test_the_longest_column_is_the_text_if_none_is_named_so(tmp_path):
    first, _ = read_file(save(tmp_path, "title;target;n\na;SYSTEM ON;1\nb;SYSTEM OFF;2"))
    assert first.text == "SYSTEM ON"
    assert tuple(map(str, first.warnings)) == (
        "No column is named as the text; “target” was taken for it.",
    )
    assert "Choose the column" in refusal(save(tmp_path, "title\nx\n"))


def test_columns_of_one_name_are_numbered():
    table = look(b"text,text,Text,\xef\xbb\xbftext,,\n1,2,3,4,5,6", Source("news.csv"))
    assert table.columns == ("text", "text (2)", "Text (3)", "text (4)", "#5", "#6")
    assert table.fields == {"text": "text"}
    assert str(table.warnings[0]) == (
        "Columns without a name, or with the name of another, were numbered."
    )


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path):
    table = look(b'title,text\na,"two\nlines"\n\n,,\nb,\n', Source("news.csv"))
    assert list(table.numbers) == [2, 5]
    table = look(b'{"text": "a"}\n\n{"text": ""}\n', Source("news.jsonl"))
    assert list(table.numbers) == [1, 3]
    assert tuple(map(str, table.warnings)) == ("Rows without text were left out: 3.",)


def test_an_empty_table_is_told(tmp_path):
    assert "no text" in refusal(save(tmp_path, "title,text\n"))
    assert "Choose the column" in refusal(save(tmp_path, "\n"))


@pytest.mark.parametrize(
    "wrapped",
    [
        ARTICLES,
        {"version": "1.1", "title": "Feed", "items": ARTICLES},
        {"data": {"page": {"n": [1]}, "articles": ARTICLES}},
    ],
)
def test_articles_in_json_wherever_they_are(tmp_path, wrapped):
    first, second = read_file(save(tmp_path, json.dumps(wrapped), "news.json"))
    assert first.text == 'First line.\nSecond; "quoted".'
    assert (first.title, first.author) == ("Rents rise, again", "A. Reporter, B. Other")
    assert (first.published, first.source, first.language) == (
        "2026-01-03",
        "https://a.example/1",
        "en",
    )
    assert tuple(map(str, first.warnings)) == ("Rows without text were left out: 3.",)
    assert (second.text, second.title) == ("Some bold", "Some bold")
    assert [s.kind for s in second.styles] == ["bold"]


def test_one_object_is_one_article(tmp_path):
    path = save(tmp_path, '{"title":"a","title":"b","text":"x"}', "one.json")
    assert [(d.title, d.text) for d in read_file(path)] == [("b", "x")]


@pytest.mark.parametrize("name", ["news.jsonl", "news.ndjson", "news.json"])
def test_articles_in_lines_of_json(tmp_path, name):
    text = '{"text":"one"}\n\n{"text":"two"}\nnot json\n[1]\n' + "[" * 100_000
    first, second = read_file(save(tmp_path, text, name))
    assert (first.text, second.text) == ("one", "two")
    assert tuple(map(str, first.warnings)) == (
        "Lines that are no JSON objects were left out: 4, 5, 6.",
    )


def test_json_with_unknown_names_asks_for_the_column(tmp_path):
    path = save(tmp_path, '{"x":[{"q":"why","r":true}]}', "news.json")
    assert "“q”, “r”" in refusal(path)
    assert read_file(path, Options(columns={"q": "text"}))[0].text == "why"
    assert "Choose the column" in refusal(save(tmp_path, "[1, 2]", "n.json"))


def test_halves_of_letters_become_marks(tmp_path):
    text = '[{"title":"lone \\ud83d","text":"high \\ud83d low \\ude00 ok \\ud83d\\ude00"}]'
    (draft,) = read_file(save(tmp_path, text, "news.json"))
    assert (draft.title, draft.text) == ("lone �", "high � low � ok 😀")


@pytest.mark.parametrize(
    ("text", "words"),
    [("[" * 100_000, "nested too deeply"), ('[{"text":"no end', "or it is damaged")],
)
def test_broken_json_is_told(tmp_path, text, words):
    assert words in refusal(save(tmp_path, text, "news.json"))


def test_a_table_may_say_what_parts_its_cells(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"sep=;\r\ntitle;text\r\nA, B;Words, and more.\r\n")
    (draft,) = read_file(tmp_path / "a.csv")
    assert (draft.title, draft.text) == ("A, B", "Words, and more.")


def test_objects_within_an_article_stand_for_their_first_words(tmp_path):
    entry = {
        "headline": {"main": "Bridge closed", "kicker": None},
        "pub_date": "05.03.2024",
        "web_url": "https://a.example/1",
        "content": {"rendered": "<p>One <b>bold</b> word.</p>\n<p>Two &lt; three.</p>\n"},
        "id": {},
    }
    (tmp_path / "a.json").write_text(json.dumps({"response": {"docs": [entry]}}))
    (draft,) = read_file(tmp_path / "a.json")
    assert (draft.title, draft.published) == ("Bridge closed", "2024-03-05")
    assert draft.source == "https://a.example/1"
    assert draft.text == "One bold word.\nTwo < three."
    assert Style(4, 8, "bold") in draft.styles


def test_angle_brackets_in_plain_text_are_no_markup(tmp_path):
    (tmp_path / "a.csv").write_text("title,text\nA,<p was here> and a < b\n")
    assert read_file(tmp_path / "a.csv")[0].text == "<p was here> and a < b"
