import pytest

from desk.formats.charset import decode_markup
from desk.formats.registry import read_file, read_text
from desk.formats.source import Options

SENTENCES = " ".join(f"Sentence number {n} of the report tells what happened." for n in range(12))
PAGE = f"""<!DOCTYPE html><html lang="en-GB"><head>
<meta charset="{{charset}}"><title>Rents rise | The Paper</title>
<meta property="og:title" content="Rents rise"><meta name="author" content="A. Reporter">
<meta property="article:published_time" content="2026-01-03">
<link rel="canonical" href="https://paper.example/rents"></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/sport">Sport</a></ul></nav>
<script>document.write("never")</script>
<article><h1>Rents rise</h1><p>The <b>council’s</b> répört. {SENTENCES}</p>
<h2>Why</h2><p>See <a href="https://other.example/x">the list</a> and <a href="#n1">note</a>.
{SENTENCES}</p></article>
<footer><p>Cookie settings and imprint</p></footer></body></html>"""


def save(tmp_path, data, name="page.html"):
    (tmp_path / name).write_bytes(data)
    return tmp_path / name


def test_the_article_of_a_page_comes_in_with_its_metadata(tmp_path):
    (draft,) = read_file(save(tmp_path, PAGE.replace("{charset}", "utf-8").encode()))
    assert "The council’s répört. Sentence number 0" in draft.text
    assert "Cookie" not in draft.text
    assert "never" not in draft.text
    assert (draft.title, draft.author, draft.published) == (
        "Rents rise",
        "A. Reporter",
        "2026-01-03",
    )
    assert (draft.source, draft.language) == ("https://paper.example/rents", "en-GB")
    pieces = [(s.kind, draft.text[s.start : s.end]) for s in draft.styles]
    assert ("h2", "Why") in pieces
    assert ("bold", "council’s") in pieces
    assert [piece for piece in pieces if piece[0] == "link"] == [("link", "the list")]
    assert draft.warnings == ()


def test_the_whole_page_is_there_for_the_asking(tmp_path):
    path = save(tmp_path, PAGE.encode())
    (draft,) = read_file(path, Options(whole_page=True))
    assert "Cookie settings and imprint" in draft.text
    assert draft.title == "Rents rise"
    assert draft.warnings == ()


@pytest.mark.parametrize("declared", ["windows-1252", "koi8-r", "made-up"])
def test_utf8_wins_over_a_wrong_declaration(declared):
    assert decode_markup(PAGE.replace("{charset}", declared).encode()).encoding == "utf-8"


def test_a_declaration_is_believed_where_it_can_be_true():
    page = PAGE.replace("{charset}", "iso-8859-1").encode("cp1252")
    assert decode_markup(page)[1:] == ("cp1252", ())
    page = "<meta charset=gb2312><p>今天天气很好。</p>".encode("gb18030")
    assert decode_markup(page).text.endswith("<p>今天天气很好。</p>")
    page = "<meta charset=iso-2022-jp><p>行動規範</p>".encode("iso-2022-jp")
    assert "行動規範" in decode_markup(page).text


@pytest.mark.parametrize("declared", ["made-up", "utf-8", "hex", ""])
def test_a_declaration_that_cannot_be_true_leaves_it_to_the_guesser(declared):
    page = PAGE.replace("{charset}", declared).encode("cp1252")
    assert "répört" in decode_markup(page).text


def test_a_page_without_an_article_gives_all_its_words_and_says_so(tmp_path):
    links = "".join(f"<li><a href='https://a.example/{n}'>Entry {n}</a></li>" for n in range(80))
    (draft,) = read_file(save(tmp_path, f"<body><ul>{links}</ul></body>".encode()))
    assert "Entry 0\nEntry 1" in draft.text
    assert "Entry 79" in draft.text


def test_20_000_nested_boxes_do_not_make_an_empty_text(tmp_path):
    page = "<div>" * 20_000 + SENTENCES + "</div>" * 20_000
    (draft,) = read_file(save(tmp_path, page.encode()))
    assert draft.text == SENTENCES
    assert "No article was found" in str(draft.warnings[0])


def test_a_short_page_needs_no_search_for_its_article(tmp_path):
    page = "<!-- saved from url=(0014)https://a.example/ --><body>Two <i>words</i> <iframe src=x>"
    (draft,) = read_file(save(tmp_path, page.encode()))
    assert (draft.text, draft.source, draft.warnings) == ("Two words", "https://a.example/", ())


def test_one_long_paragraph_is_an_article_too(tmp_path):
    page = f"<html><body><nav><a href=/>Home</a></nav><article><p>{SENTENCES}</p></article></body>"
    (draft,) = read_file(save(tmp_path, page.encode()))
    assert (draft.text, draft.warnings) == (SENTENCES, ())


def test_a_page_over_which_the_search_breaks_down_is_taken_whole(tmp_path, monkeypatch):
    def break_down(*arguments, **options):
        raise AssertionError

    monkeypatch.setattr("desk.formats.html.trafilatura.bare_extraction", break_down)
    (draft,) = read_file(save(tmp_path, PAGE.encode()))
    assert "Cookie settings and imprint" in draft.text
    assert "No article was found" in str(draft.warnings[0])


def test_pasted_html_is_taken_whole():
    (draft,) = read_text("<meta charset=utf-8><h1>Head</h1><p>Some <b>words</b></p>", "html")
    assert draft.text == "Head\nSome words"
    assert [s.kind for s in draft.styles] == ["h1", "bold"]


def dated(tmp_path, extra, address="https://paper.example/rents"):
    page = PAGE.replace('<meta property="article:published_time" content="2026-01-03">', extra)
    page = page.replace("https://paper.example/rents", address)
    return read_file(save(tmp_path, page.encode()))[0].published


def test_a_date_comes_from_what_the_page_says_of_itself(tmp_path):
    said = '<script type="application/ld+json">{"datePublished": "2026-02-01T08:00Z"}</script>'
    assert dated(tmp_path, said) == "2026-02-01 08:00"
    assert dated(tmp_path, "<meta itemprop=datePublished content=2026-02-02>") == "2026-02-02"
    several = "<time datetime=2020-01-01></time><time pubdate datetime='2026-02-03'></time>"
    assert dated(tmp_path, several) == "2026-02-03"
    assert dated(tmp_path, "<time datetime=2026-02-04T10:00></time>") == "2026-02-04"
    assert dated(tmp_path, "", "https://paper.example/2026/02/05/rents") == "2026-02-05"


def test_a_date_that_only_the_text_names_is_not_the_pages(tmp_path):
    two = "<time datetime=2020-01-01></time><time datetime=2021-01-01></time><time>now</time>"
    assert dated(tmp_path, two) == ""
    assert dated(tmp_path, "<p>Founded: February 28, 1998</p>") == ""


def test_the_name_of_the_site_is_no_part_of_the_title(tmp_path):
    page = "<title>Rents rise | The Paper</title><h1>Rents <i>rise</i></h1><p>Words."
    assert read_file(save(tmp_path, page.encode()))[0].title == "Rents rise"
    page = "<title>Rents rise | The Paper</title><h1>The Times</h1><p>Words."
    assert read_file(save(tmp_path, page.encode()))[0].title == "Rents rise | The Paper"
