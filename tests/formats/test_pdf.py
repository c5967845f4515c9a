import pytest

from desk.core.errors import LockedError, UserError
from desk.formats import pdf_page
from desk.formats.pdf_page import Line
from desk.formats.pdf_paragraphs import rebuild
from desk.formats.registry import read_file
from desk.formats.source import Options
from tests.formats.make import locked, pdf

LINES = [
    "The first line of a paragraph in this document goes on",
    "over a second line of much the same width, and at its",
    "end it stops.",
    "The next paragraph begins here and has more of the sen-",
    "tences that nobody will ever read to their bitter end.",
]
INFO = "/Title(Microsoft Word - The report)/Author(A. Writer)/CreationDate(D:20260103120000Z)"


def save(tmp_path, data):
    (tmp_path / "report.pdf").write_bytes(data)
    return tmp_path / "report.pdf"


def test_lines_become_paragraphs_again(tmp_path):
    (draft,) = read_file(save(tmp_path, pdf([LINES], INFO, "/Lang(en-GB)")))
    assert draft.text == (
        "The first line of a paragraph in this document goes on over a second line of much the "
        "same width, and at its end it stops.\nThe next paragraph begins here and has more of the "
        "sentences that nobody will ever read to their bitter end."
    )
    assert (draft.title, draft.author) == ("The report", "A. Writer")
    assert (draft.published, draft.language, draft.warnings) == ("2026-01-03", "en-GB", ())


def test_a_pdf_without_metadata_has_its_files_name(tmp_path):
    data = pdf([LINES]).replace(b"/Info 3 0 R", b"           ")
    (draft,) = read_file(save(tmp_path, data))
    assert (draft.title, draft.author, draft.published) == ("report", "", "")


def test_damaged_metadata_does_not_matter(tmp_path):
    data = pdf([LINES], "/Title(x)/CreationDate(yesterday)")
    assert read_file(save(tmp_path, data))[0].text.startswith("The first line")


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_password_is_asked_for_and_taken(tmp_path, algorithm):
    path = save(tmp_path, locked(pdf([LINES]), "secret", algorithm))
    with pytest.raises(UserError, match="protected by a password"):
        read_file(path)
    with pytest.raises(LockedError, match="not the right one"):
        read_file(path, Options(password="Secret"))
    assert read_file(path, Options(password="secret"))[0].text.startswith("The first line")
    path = save(tmp_path, locked(pdf([LINES]), "", algorithm))
    assert read_file(path)[0].text.startswith("The first line")


def test_a_scan_is_told(tmp_path):
    with pytest.raises(UserError, match=r"pictures of text.*recognised"):
        read_file(save(tmp_path, pdf([[], []])))
    (draft,) = read_file(save(tmp_path, pdf([["Stamp of the archive"], [], []])))
    assert "little text" in str(draft.warnings[0])


def test_a_page_that_cannot_be_read_is_told(tmp_path):
    data = pdf([LINES, LINES], streams={1: "no stream of that kind"})
    (draft,) = read_file(save(tmp_path, data))
    assert draft.text.startswith("The first line")
    assert tuple(map(str, draft.warnings)) == ("Page 2 could not be read.",)


@pytest.mark.parametrize("cut", [8, 60, 400])
def test_a_damaged_file_is_told(tmp_path, cut):
    with pytest.raises(UserError, match="kind “PDF”, or it is damaged"):
        read_file(save(tmp_path, pdf([LINES])[:cut]))


def placed(*lines):
    """Content of a page from (font, size, x, y, text)."""
    shown = " ".join(f"/F{f} {size} Tf 1 0 0 1 {x} {y} Tm ({t}) Tj" for f, size, x, y, t in lines)
    return f"BT {shown} ET"


def pieces(draft):
    return [(draft.text[s.start : s.end], s.kind) for s in draft.styles]


def test_what_is_seen_decides_what_is_a_heading_an_item_or_code(tmp_path):
    body = "one line of a paragraph that goes on and"
    stream = placed(
        (1, 20, 200, 740, "The Title of"),
        (1, 20, 210, 716, "the Report"),
        (2, 14, 72, 680, "Kabul"),
        (1, 11, 72, 660, body),
        (1, 11, 72, 647, "ends here."),
        (2, 11, 72, 620, "Small heading"),
        (1, 11, 72, 600, f"{body} ends at the margin."),
        (1, 11, 84, 587, body),
        (3, 11, 72, 560, "x = 1"),
        (3, 11, 72, 547, "y = 2"),
        (1, 11, 72, 520, "\\225 An item of a list that goes on and on and"),
        (1, 11, 80, 507, "ends."),
        (1, 11, 64, 494, body),
    )
    (draft,) = read_file(save(tmp_path, pdf([[]], streams={0: stream})))
    assert draft.text.split("\n") == [
        "The Title of the Report",
        "Kabul",
        f"{body} ends here.",
        "Small heading",
        f"{body} ends at the margin.",
        body,
        "x = 1",
        "y = 2",
        "An item of a list that goes on and on and ends.",
        body,
    ]
    assert pieces(draft) == [
        ("The Title of the Report", "h1"),
        ("Kabul", "h2"),
        ("Small heading", "h3"),
        ("x = 1\ny = 2", "pre"),
        ("An item of a list that goes on and on and ends.", "item"),
    ]
    assert draft.title == "The Title of the Report"


@pytest.mark.parametrize(
    "title", ["untitled", "report.doc", "Document1", "Microsoft Word - a.docx"]
)
def test_the_name_of_a_file_is_no_title(tmp_path, title):
    stream = placed(
        (1, 20, 72, 740, "The Title"), (1, 11, 72, 700, "Some words of it, a few more.")
    )
    (draft,) = read_file(save(tmp_path, pdf([[]], f"/Title({title})", streams={0: stream})))
    assert draft.title == "The Title"


def test_a_page_whose_lines_cannot_be_placed_keeps_its_words(tmp_path, monkeypatch):
    honest = pdf_page._piece
    monkeypatch.setattr(pdf_page, "_piece", lambda *a: honest(*a)._replace(text="x"))
    (draft,) = read_file(save(tmp_path, pdf([LINES])))
    assert draft.text.startswith("The first line of a paragraph in this document goes on over")


def test_letters_at_no_place_keep_their_words():
    nowhere = [1, 0, 0, 1, float("inf"), 0]
    assert pdf_page._piece("word", [1, 0, 0, 1, 0, 0], nowhere, None, 10) == Line("word")


def plain(*pages):
    """The text of pages of which no more is known than the lines."""
    return rebuild([[Line(line) for line in page] for page in pages]).text


def column(*texts, x=72, top=700, size=10, **more):
    """Lines one below the other."""
    return [Line(t, x, top - 12 * n, size, smallest=size, **more) for n, t in enumerate(texts)]


def test_ligatures_become_letters():
    assert plain(["eﬃcient ﬁnd ﬂow oﬀ"]) == "efficient find flow off"


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("a line that is long enough to be broken con-", "tinues", "continues"),
        ("a line with well-known words ends in a well-", "known one", "well-known one"),
        ("eine Zeile, die lang genug ist, mit dem Ein-", "und Ausgang", "Ein- und Ausgang"),
        ("eine Zeile, die lang genug ist: Frau Müller-", "Lüdenscheidt", "Müller-Lüdenscheidt"),
        ("a line that is long enough - it has a dash -", "goes on", "dash - goes on"),
        ("a line that is long enough to end in a bre-", "“ak”", "bre- “ak”"),
    ],
)
def test_words_broken_at_a_line_end(first, second, whole):
    assert plain([first, second]).endswith(whole)


def test_chinese_and_japanese_lines_are_joined_without_a_space():
    assert plain(["行動規範は、あなたのプロ", "ジェクトの参加者に期待。"]) == (
        "行動規範は、あなたのプロジェクトの参加者に期待。"
    )


LONG = "a line of the usual length, which goes on and on"


def test_items_headings_and_empty_lines_begin_paragraphs():
    rebuilt = rebuild(
        [
            [Line(t) for t in ("A heading", LONG, LONG, "", "after", LONG, f"• one {LONG}")]
            + [Line(f"2. two {LONG}")]
        ]
    )
    assert rebuilt.text.split("\n") == [
        "A heading",
        f"{LONG} {LONG}",
        "after",
        LONG,
        f"one {LONG}",
        f"2. two {LONG}",
    ]
    assert [style.kind for style in rebuilt.styles] == ["item"]


def test_page_numbers_and_running_titles_are_gone_and_paragraphs_cross_pages():
    pages = [["The Journal 2026", f"{n} {LONG}", LONG, f"Page {n} of 4"] for n in range(1, 5)]
    text = plain(*pages)
    assert "Journal" not in text
    assert "Page" not in text
    assert text.count("\n") == 0
    assert plain(["7"], [""]) == "7"


def test_a_running_title_that_stands_once_is_known_by_its_height_and_its_number():
    titles = ["The Journal", "The Journal", "Letters", "The Journal"]
    pages = [
        [
            Line(f"{title} {n}", 72, 760, 10, smallest=10),
            *column(f"{LONG}", LONG, LONG, LONG, top=720),
        ]
        for n, title in enumerate(titles, 5)
    ]
    pages[1][1] = pages[1][1]._replace(text="In 1999 the same was said.")
    text = rebuild(pages).text
    assert "Journal" not in text
    assert "Letters" not in text
    assert "In 1999 the same" in text


def test_a_gap_begins_a_paragraph():
    lines = [*column(LONG, LONG), *column(LONG, LONG, top=660)]
    assert rebuild([lines]).text.split("\n") == [f"{LONG} {LONG}"] * 2


def test_at_the_top_of_a_page_the_next_line_tells_whether_one_steps_in():
    end = f"{LONG[:-1]}."
    first = column(LONG, end)
    inner = [Line(LONG, 84, 700, 10, smallest=10), Line(LONG, 72, 688, 10, smallest=10)]
    assert rebuild([first, inner]).text.count("\n") == 1
    assert rebuild([first, column(LONG, LONG)]).text.count("\n") == 0


def test_a_size_inside_a_line_parts_nothing_and_a_smaller_note_does():
    mixed = Line(LONG, 72, 688, 8, smallest=8)
    lines = [Line(LONG, 72, 700, 10, smallest=8), mixed, Line(LONG, 72, 676, 10, smallest=10)]
    assert rebuild([lines]).text.count("\n") == 1


def test_rows_of_a_table_and_of_contents_stay_lines():
    rows = ["Austria 8.9 83,879 Vienna and its districts", "Belgium 11.5 30,689 Brussels and more"]
    assert rebuild([column(*rows)]).text.split("\n") == rows
    rows = ["1 Introduction . . . . . . . . . . . 1", "2 Structures . . . . . . . . . . . . . 7"]
    rebuilt = rebuild([column(*rows, size=14), column(*[LONG] * 9)])
    assert rebuilt.text.split("\n")[:2] == rows
    assert rebuilt.styles == ()


def test_where_all_is_large_nothing_is_a_heading():
    slides = [column("Words in large letters", size=20), column(LONG)]
    assert rebuild([slides[0] * 3, slides[1] * 2]).styles == ()
    typed = column(LONG, LONG, LONG, code=True)
    assert rebuild([typed]).styles == ()


def test_long_words_in_large_or_bold_letters_are_no_heading():
    body = column(*[LONG] * 30)
    loud = [Line("loud " * 50, 72, 760, 14, smallest=14), Line("12 34", 72, 720, 14, smallest=14)]
    bold = [Line("bold " * 30, 72, 740, 10, bold=True, smallest=10)]
    sentence = [Line("A bold sentence.", 72, 710, 10, bold=True, smallest=10)]
    assert rebuild([loud, bold, sentence, body]).styles == ()
