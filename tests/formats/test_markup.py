import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core.text import clean
from desk.core.types import STYLE_KINDS, Style
from desk.formats.markup import BLOCKS, HIDDEN, RANGES, read_markup


def pieces(page):
    return [(page.text[s.start : s.end], s.kind) for s in page.styles]


def test_tag_soup_keeps_all_the_words():
    page = read_markup("<p>one<p>two<b>bold<i>both</b>odd</i><table><tr><td>cell")
    assert page.text == "one\ntwoboldbothodd\ncell"


def test_white_space_is_one_space_and_no_break_spaces_stay():
    page = read_markup("<p>  a\n b <b> c</b> <i>d </i> e\u00a0\u00a0f&nbsp;</p>\n <p> g</p>")
    assert page.text == "a b c d e\u00a0\u00a0f\u00a0\ng"
    assert pieces(page) == [("c", "bold"), ("d", "italic")]


def test_a_form_without_letters_is_dropped():
    assert read_markup("a<b> <i></i></b>b").styles == ()
    assert read_markup("a<b> <i></i></b>b").text == "a b"


def test_blank_paragraphs_leave_no_lines():
    assert read_markup("<p>&nbsp;</p><p>a<p> <p>&nbsp; <p>b<p>&nbsp;").text == "a\nb"


def test_line_breaks():
    assert read_markup("a<br>b<br><br><br>c<br></p><p>d<br>").text == "a\nb\n\nc\nd"


def test_headings_and_nested_quotes():
    page = read_markup(
        "<h2>Head</h2><blockquote><p>one</p><p>two<blockquote>in</blockquote>out</blockquote>x"
    )
    assert page.text == "Head\none\ntwo\nin\nout\nx"
    assert page.styles == (
        Style(0, 4, "h2"),
        Style(5, 12, "quote", 1),
        Style(13, 15, "quote", 2),
        Style(16, 19, "quote", 1),
    )


def test_list_numbers_as_the_page_gives_them():
    page = read_markup("<ol start=3><li>a<li value=10>b<ul><li>c</ul>d</ol><li>e<ol><li value=x>f")
    assert [(page.text[s.start : s.end], s.level, s.detail) for s in page.styles] == [
        ("a", 1, "3."),
        ("b", 1, "10."),
        ("c", 2, "•"),
        ("d", 1, ""),
        ("e", 1, "•"),
        ("f", 2, "1."),
    ]


def markers(markup):
    return [style.detail for style in read_markup(markup).styles if style.kind == "item"]


def test_lists_in_letters_and_backwards():
    assert markers("<ol type=a><li>x<li>x</ol><ol type=I start=4><li>x</ol><ol type=q><li>x") == [
        "a.", "b.", "IV.", "1.",
    ]  # fmt: skip
    inner = "<ul><li>in</ul><ol><li>in</ol>"
    markup = (
        f"<li>stray<ol><li>x</ol><div hidden><ol reversed><li>x</ol></div><ol reversed><li>x{inner}"
        "<li>x<li value=8>x<li>x</ol><ol reversed start=5 type=A><li>x<li>x</ol>"
    )
    assert markers(markup) == ["•", "1.", "4.", "•", "1.", "3.", "8.", "7.", "E.", "D."]


def test_a_table_is_rows_of_cells_and_loses_nothing():
    page = read_markup(
        "before<table><tr><th>a<th>b<tr><td><td><p>c</p><p>d</p><td>e<tr><td><table><tr><td>in"
        "<td>ner</table><td>f<tr><td>g<td></table>after"
    )
    assert page.text == "before\na\tb\n\tc d\te\nin\tner\tf\ng\nafter"


def test_a_short_row_is_one_line_and_no_heading():
    page = read_markup(
        "<blockquote><table><tr><td><h2>a</h2><p>b<td><b>c<br>d</b><tr><td>e<br>f</table>"
    )
    assert page.text == "a b\tc d\ne\nf"
    assert pieces(page) == [(page.text, "quote"), ("c d", "bold")]


def test_lists_code_and_long_speech_keep_their_lines_in_a_row():
    assert read_markup("<table><tr><td>a<td><ul><li>b<li>c").text == "a\tb\nc"
    assert read_markup("<table><tr><td>1\n<td><pre>b\nc").text == "1\tb\nc"
    said = "word " * 60
    page = read_markup(f"<table><tr><td>Q<td><p>{said}<p>{said}")
    assert page.text.count("\n") == 1
    page = read_markup("<ul><li><table><tr><td>a<td>b<br>c")
    assert page.text == "a\tb c"
    assert page.styles == (Style(0, 5, "item", 1, "•"),)


def test_what_is_not_for_reading_is_left_out():
    page = read_markup(
        "<html lang=fr><head><title> A\n page </title><meta name=Author content=' Me '>"
        "<meta property=og:url content=u><link rel=canonical href=https://a.example/>"
        "<link rel=stylesheet href=x><style>p{}</style></head><body onload=alert(1)>"
        "<script>alert(1)</script><iframe src=x>no</iframe><img src='file:///etc/passwd'>"
        "<p hidden>no<b>no</b></p><p style='color:red; display: none'>no</p><svg><title>no</title>"
        "<text>no</text></svg>yes<textarea>no</textarea></body></html>"
    )
    assert page.text == "yes"
    assert (page.title, page.language) == ("A page", "fr")
    assert page.meta["author"] == "Me"
    assert page.meta["og:url"] == "u"
    assert page.meta["canonical"] == "https://a.example/"


def test_only_links_that_may_be_opened_are_links():
    page = read_markup(
        "<a href=' https://a.example/x '>one</a> <a href='javascript:alert(1)'>two</a> "
        "<a href='file:///etc/passwd'>three</a> <a name=x>four</a> <a href=mailto:a@b.example>5</a>"
    )
    assert page.text == "one two three four 5"
    assert [(s.kind, s.detail) for s in page.styles] == [
        ("link", "https://a.example/x"),
        ("link", "mailto:a@b.example"),
    ]


def test_short_quotations_and_readings_get_their_marks():
    assert read_markup("<q>a</q> <ruby>漢<rp>(</rp><rt>kan</rt></ruby>").text == "“a” 漢(kan)"


def test_preformatted_text_is_kept_as_it_is():
    page = read_markup("<pre>\n  a\n\n\tb  <b>c</b>\r\nd</pre>e <code>f</code>")
    assert page.text == "  a\n\n\tb  c\nd\ne f"
    assert pieces(page)[0] == ("  a\n\n\tb  c\nd", "pre")


def test_line_breaks_and_tabs_in_preformatted_text_are_its_own():
    assert read_markup("<pre>a<br><br><br><tab></tab>b</pre>").text == "a\n\n\n\tb"


def test_entities_cannot_bring_in_what_an_article_may_not_hold():
    page = read_markup("<p>a&#0;b&#xFFFE;c\ufeffd&#13;e\u2028f<a href='https://x/&#1;'>g</a>")
    assert page.text == "a�b�cd e fg"
    assert clean(page.styles[0].detail) == page.styles[0].detail


def test_20_000_nested_boxes_are_no_hurdle():
    assert read_markup("<div>" * 20_000 + "deep" + "</div>" * 20_000).text == "deep"
    assert read_markup("<blockquote><b>" * 5_000 + "deep").text == "deep"


@pytest.mark.parametrize("markup", ["", " ", "<!-- x -->", "<?pi?>"])
def test_nothing_gives_nothing(markup):
    assert read_markup(markup).text == ""


def test_a_declared_encoding_does_not_matter_for_decoded_text():
    markup = "<?xml version='1.0' encoding='latin-1'?><html><meta charset=koi8-r><p>żółć 😀</p>"
    assert read_markup(markup).text == "żółć 😀"


EXTRA = ("li", "ul", "ol", "pre", "table", "tr", "td", "blockquote", "h1", "br", "a", "q", "title")
TAGS = st.sampled_from(sorted(BLOCKS | HIDDEN | set(RANGES) | {*EXTRA}))
SOUP = st.lists(
    st.one_of(
        TAGS.map(lambda tag: f"<{tag}>"),
        TAGS.map(lambda tag: f"</{tag}>"),
        st.text(" ab\n\t\r\0\u00a0é😀&;#<>", max_size=6),
    ),
    max_size=40,
)


@given(SOUP)
def test_any_soup_gives_clean_text_and_styles_that_lie_in_it(soup):
    page = read_markup("".join(soup))
    assert clean(page.text) == page.text
    for style in page.styles:
        assert 0 <= style.start < style.end <= len(page.text)
        if STYLE_KINDS[style.kind] == "paragraph":
            assert style.start == 0 or page.text[style.start - 1] == "\n"
            assert page.text[style.end : style.end + 1] in ("", "\n")


def test_a_word_over_a_headline_is_a_word_of_its_own():
    spans = "<h1><span>Crime</span><span>Bridge closed</span></h1>"
    assert read_markup(spans).text == "Crime Bridge closed"
    drop_cap = "<h1><span>T</span>he <span>iP</span>hone<b>X</b></h1><p><span>a</span>B</p>"
    assert read_markup(drop_cap).text == "The iPhoneX\naB"
