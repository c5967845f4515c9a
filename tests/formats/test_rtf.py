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


def test_notes_stand_below_with_their_number(tmp_path):
    markup = r"{\rtf1\ansi One{\footnote first {\i no\}te}.} two{\*\footnote second}.\par Three}"
    assert read(tmp_path, markup).text == "One[1] two[2].\nThree\n[1] first no}te.\n[2] second"


def test_a_cut_file_gives_what_is_there(tmp_path):
    markup = r"{\rtf1\ansi Some text \b bold {\*\fldinst HYPERLINK"
    assert read(tmp_path, markup).text.startswith("Some text bold")
    assert read(tmp_path, r"{\rtf1 text{\footnote cut").text == "text[1]\n[1] cut"


def test_pictures_are_left_out_quickly(tmp_path):
    picture = "{\\pict\\pngblip " + "0f\n" * 1_000_000 + "}"
    assert read(tmp_path, rf"{{\rtf1\ansi before {picture}after}}").text == "before after"


def test_a_plain_text_of_that_name_is_read_as_one(tmp_path):
    assert read(tmp_path, "plain text named rtf").text == "plain text named rtf"
    (tmp_path / "x.rtf").write_bytes(b"PK\x03\x04")
    with pytest.raises(UserError, match="This is a ZIP file"):
        read_file(tmp_path / "x.rtf")
