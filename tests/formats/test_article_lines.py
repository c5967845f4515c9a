from desk.core.types import Style
from desk.formats.article_lines import cut_out
from desk.formats.markup import read_markup

LONG = "A sentence of the article, long enough to be known for sure."
MORE = "Another sentence of the article, and it is long enough as well."
ASIDE = "A sentence in a box that was not found but is clearly made of prose."
PAGE = (
    "<p>Home</p><p>Share</p><h1>Head</h1><p>{}</p><p>Share</p><p><a href='https://a.example/'>Read "
    "this other story of ours, it is also long enough</a></p><h2>Sub</h2><p>{}</p><p>{}</p>"
    "<p>The end</p><p>Imprint and other matters of the people who made this page</p>"
)


def cut(markup, *article):
    return cut_out(read_markup(markup), "\n".join(article))


def test_the_lines_of_the_article_are_kept_and_no_others():
    page = cut(PAGE.format(LONG, ASIDE, MORE), "Head", LONG, MORE, "The end")
    assert page.text.split("\n") == ["Head", LONG, "Sub", ASIDE, MORE, "The end"]
    assert [(s.kind, page.text[s.start : s.end]) for s in page.styles] == [
        ("h1", "Head"),
        ("h2", "Sub"),
    ]


def test_the_text_is_the_pages_own_and_not_as_altered():
    markup = f"<p>{LONG} 10\u00a0000 <code>x</code> <q>said</q>!</p><ol start=4><li>{MORE}</ol>"
    page = cut(markup, LONG + " 10 000", "x", "said", f"- {MORE}")
    assert page.text.startswith(f"{LONG} 10\u00a0000 x “said”!\n")
    assert page.styles[-1].detail == "4."


def test_a_long_line_may_be_a_part_of_a_longer_one():
    assert cut(f"<p>{LONG}<br>{MORE}", f"{LONG} {MORE}").text == f"{LONG}\n{MORE}"


def test_a_short_line_is_kept_as_often_as_the_article_has_it():
    markup = f"<p>{LONG}<p>Yes<p>No<p>Yes<p>{MORE}"
    assert cut(markup, LONG, "Yes", MORE).text == f"{LONG}\nYes\n{MORE}"


def test_empty_lines_within_stay():
    assert cut(f"<p>{LONG}<br><br>{MORE}", LONG, MORE).text == f"{LONG}\n\n{MORE}"


def test_forms_are_cut_where_a_line_is_left_out():
    markup = f"<blockquote><p>{LONG}<p>Share<p>{MORE}</blockquote><p><b>x</b>"
    page = cut(markup, LONG, MORE)
    assert page.text == f"{LONG}\n{MORE}"
    assert page.styles == (
        Style(0, len(LONG), "quote", 1),
        Style(len(LONG) + 1, len(page.text), "quote", 1),
    )


def test_nothing_is_left_where_nothing_is_sure():
    assert cut(PAGE.format(LONG, ASIDE, MORE), "Head", "Share").text == ""
    assert cut("", "x").styles == ()


def test_a_heading_whose_lines_are_all_left_out_goes_too():
    links = "<ul><li><a href='https://a.example/'>Elsewhere</a><li>Short</ul>"
    markup = (
        f"<p>{LONG}<h2>Contents</h2>{links}<h2>One</h2><h3>Two</h3><p>{ASIDE}"
        f"<h2>See also</h2><h3>Three</h3>{links}<h2>End</h2><h2>Notes</h2><p>{MORE}"
    )
    page = cut(markup, "Contents", LONG, MORE)
    assert page.text.split("\n") == [LONG, "One", "Two", ASIDE, "End", "Notes", MORE]


def test_what_a_site_puts_between_the_paragraphs_is_left_out():
    first = "The bridge was closed on Tuesday after cracks were found in it, they said."
    last = "The council meets on Friday to decide what is to be done and who pays."
    more = '<h3>Read more</h3><ul><li><a href="/a">Ten bridges in danger</a></li></ul>'
    page = read_markup(
        f"<h1>Bridge closed</h1><p>{first}</p>{more}<div>Advertisement</div><h4>Sign up!</h4>"
        f'<h2>Next</h2><p><a href="/n">Main article: next</a></p><p>{last}</p>'
    )
    article = f"Bridge closed\n{first}\nAdvertisement\n{last}"
    assert cut_out(page, article).text == f"Bridge closed\n{first}\nNext\n{last}"
