import pytest

from desk.core.errors import UserError
from desk.formats.registry import read_file


def read(tmp_path, markup):
    (tmp_path / "notes.rtf").write_bytes(markup.encode("latin-1"))
    (draft,) = read_file(tmp_path / "notes.rtf")
    return draft


def test_letters_of_every_kind(tmp_path):
    draft = read(
        tmp_path,
        r"{\rtf1\ansi\ansicpg1252 caf\'e9 \u8217? {\b bold}\par y\line z\tab q \emdash\~a\{b\}\\ "
        r"\u-10179?\u-8704? \'80}",
    )
    assert draft.text == "café ’ bold\ny\nz\tq —\u00a0a{b}\\ 😀 €"


def test_code_pages_and_fonts(tmp_path):
    fonts = r"{\fonttbl{\f0\fcharset204 Arial;}{\f1\fcharset0 A;}}"
    assert read(tmp_path, rf"{{\rtf1\ansi{fonts}\f0 \'cf\'f0\'e8}}").text == "При"
    assert read(tmp_path, r"{\rtf1\ansi\ansicpg932 \'8d\'73\'93\'ae}").text == "行動"


def test_half_a_letter_becomes_a_mark(tmp_path):
    assert read(tmp_path, r"{\rtf1\ansi a\u-10179?b}").text == "a�b"


def test_title_and_author_are_read(tmp_path):
    markup = r"{\rtf1\ansi\ansicpg1250{\info{\title Za\'bf\'f3\'b3\'e6 {x}}{\author A. B.}}text}"
    draft = read(tmp_path, markup)
    assert (draft.title, draft.author, draft.text) == ("Zażółć x", "A. B.", "text")
    assert read(tmp_path, r"{\rtf1{\info{\title T}}text}").title == "T"


def test_cells_are_parted_by_tabs_and_bars_stay_bars(tmp_path):
    row = r"\trowd a|b\cell c\cell\row \trowd d\nestcell e\nestcell\nestrow after"
    assert read(tmp_path, rf"{{\rtf1\ansi {row}}}").text == "a|b\tc\nd\te\nafter"


def pieces(draft):
    return [(draft.text[s.start : s.end], s.kind, s.level, s.detail) for s in draft.styles]


def test_notes_and_comments_stand_below_with_their_mark(tmp_path):
    markup = (
        r"{\rtf1\ansi One{\footnote first {\i no\}te}{\footnote inner}}."
        r"{\*\annotation{\b a} remark} two{\*\footnote second}.\par Three}"
    )
    draft = read(tmp_path, markup)
    assert draft.text.split("\n") == [
        "One[1].[C1] two[2].",
        "Three",
        "first no}te[3]",
        "a remark",
        "second",
        "inner",
    ]
    items = [piece for piece in pieces(draft) if piece[1] == "item"]
    assert [detail for *_, detail in items] == ["[1]", "[C1]", "[2]", "[3]"]


def test_a_cut_file_gives_what_is_there(tmp_path):
    markup = r"{\rtf1\ansi Some text \b bold {\*\fldinst HYPERLINK"
    assert read(tmp_path, markup).text.startswith("Some text bold")
    assert read(tmp_path, r"{\rtf1 text{\footnote cut").text == "text[1]\ncut"
    assert read(tmp_path, r"{\rtf1 text}}} more {\pict 0f").text == "text more"
    assert read(tmp_path, r"{\rtf1 text {\title").text == "text"


def test_notes_within_notes_without_end_cost_no_time(tmp_path):
    draft = read(tmp_path, r"{\rtf1 text" + r"{\footnote x" * 20_000)
    assert draft.text.startswith("text[1]\nx[2]\nx[3]\nxxx")


def test_headings_lists_and_emphasis(tmp_path):
    styles = (
        r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s7 Überschrift 2;}{\cs9 other;}}".encode(
            "cp1252"
        ).decode("latin-1")
    )
    draft = read(
        tmp_path,
        rf"{{\rtf1\ansi{styles}\pard\s1 Head\par\pard\s7 Sub\par\pard\outlinelevel2 Third\par"
        r"\outlinelevel9 {\listtext\'b7\tab}\ilvl0 one\par{\listtext 2.\tab}\pard\ilvl1 two\par"
        r"\pard plain {\b bo\i th}\b x\b0  y{\i \par}\plain z{\v hidden}{\deleted gone}\par}",
    )
    assert draft.text == "Head\nSub\nThird\none\ntwo\nplain bothx y\nz"
    assert pieces(draft) == [
        ("Head", "h1", 0, ""),
        ("Sub", "h2", 0, ""),
        ("Third", "h3", 0, ""),
        ("one", "item", 1, "•"),
        ("two", "item", 2, "2."),
        ("bothx", "bold", 0, ""),
        ("th", "italic", 0, ""),
    ]
    assert draft.title == "Head"
    assert list(map(str, draft.warnings)) == ["Text that is hidden in the document was left out."]
    assert read(tmp_path, r"{\rtf1 a{\v  }{\deleted gone}{\deleted\v too}}").warnings == ()


def test_preformatted_text_keeps_spaces_tabs_and_blank_lines(tmp_path):
    draft = read(
        tmp_path,
        r"{\rtf1{\stylesheet{\s0 Normal;}{\s3 HTML Preformatted;}}\pard a  b\par\pard\s3 if  x:\par"
        r"{  }\tab y\par\par z\par\pard\tab c\tab d}",
    )
    assert draft.text == "a b\nif  x:\n  \ty\n\nz\nc\td"
    assert pieces(draft) == [("if  x:\n  \ty\n\nz", "pre", 0, "")]


def test_links_lead_where_they_may(tmp_path):
    field = r"{{\field{{\*\fldinst{{HYPERLINK {}}}}}{{\fldrslt {{\ul {}}}}}}}"
    web = field.format('"https://a.example/x"', "one")
    evil = field.format('"file:///etc/passwd"', "two")
    other = r"{\field{\*\fldinst PAGE}{\fldrslt 3}}"
    draft = read(tmp_path, rf"{{\rtf1 {web} {evil} {other}.}}")
    assert draft.text == "one two 3."
    assert pieces(draft) == [("one", "link", 0, "https://a.example/x")]


def test_what_is_no_text_stays_out(tmp_path):
    draft = read(
        tmp_path,
        r"{\rtf1{\*\generator x}{\colortbl;\red0;}{\header page}{\info{\company C}}{\*\unknown u}"
        r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt box\par}}{\shprslt box}}text"
        r"\bin3 {}}{\pict 0f}"
        "\\\r\\\n two\\~words\\_x\\-y\\|z}",
    )
    assert draft.text == "box\ntext\ntwo\u00a0words\u2011xyz"


def test_tables_within_tables_become_rows(tmp_path):
    draft = read(
        tmp_path,
        r"{\rtf1 before\par\trowd\pard\intbl a\par b\cell\pard\intbl\itap2 in\nestcell ner\nestcell"
        r"{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl c\cell\row"
        r"\pard after\tab x\par\pard\tab in}",
    )
    assert draft.text == "before\na b\tin\tner\nc\nafter\tx\nin"
    draft = read(tmp_path, r"{\rtf1\line\pard\intbl a\cell b\cell\pard  \par no end of row\line x}")
    assert draft.text == "a\tb\nno end of row\nx"


def test_letters_in_two_bytes_and_in_other_fonts(tmp_path):
    fonts = r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset128 B;}{\f2\fcharset99 C;}}"
    japanese = "".join(rf"\'{byte:02x}" for byte in "行動".encode("cp932"))
    draft = read(tmp_path, rf"{{\rtf1\ansi{fonts}{{\f1 {japanese}}}\f0 \'e9\f2 \'e9\fcharset1 x}}")
    assert draft.text == "行動ééx"
    assert read(tmp_path, r"{\rtf1\mac caf\'8e}").text == "café"
    assert read(tmp_path, r"{\rtf1\ansicpg866 \'8f}").text == "П"
    assert read(tmp_path, r"{\rtf1\ansicpg77777 \'e9}").text == "é"
    assert read(tmp_path, r"{\rtf1\uc2 \u233\'65\'65x\u233 e\~y\uc0\u8364 z}").text == "éxéy€z"


def test_the_day_it_was_made_is_its_date(tmp_path):
    made = r"{\rtf1{\info{\creatim\yr2026\mo1\dy3\hr9}{\revtim\yr2027\mo2\dy4}}text\yr9}"
    assert read(tmp_path, made).published == "2026-01-03"
    assert read(tmp_path, r"{\rtf1{\info{\creatim\yr2026}}text}").published == ""


def test_pictures_are_left_out_quickly(tmp_path):
    picture = "{\\pict\\pngblip " + "0f\n" * 1_000_000 + "}"
    assert read(tmp_path, rf"{{\rtf1\ansi before {picture}after}}").text == "before after"


def test_a_plain_text_of_that_name_is_read_as_one(tmp_path):
    assert read(tmp_path, "plain text named rtf").text == "plain text named rtf"
    (tmp_path / "x.rtf").write_bytes(b"PK\x03\x04")
    with pytest.raises(UserError, match="This is a ZIP file"):
        read_file(tmp_path / "x.rtf")
