import pytest

from desk.core.errors import UserError
from desk.core.types import Style
from desk.formats.registry import read_file
from desk.formats.source import Options
from tests.formats.make import epub, zipped

METADATA = """<dc:title>The Book</dc:title><dc:title>A subtitle</dc:title><dc:creator>A. Writer
</dc:creator><dc:creator>B. Other</dc:creator><dc:date>2026-01-03</dc:date><dc:creator/>
<dc:language>en</dc:language><dc:rights>none</dc:rights>"""
PAGES = {
    "b.xhtml": "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/>"
    "<script src='x'/></head><body><h1>One</h1><p>First &amp; <b>bold</b>.</p></body></html>",
    "a%20b.xhtml": "<html><head><title>Two</title></head><body><p>Second.</p></body></html>",
    "c.xhtml": "<html><body> </body></html>",
    "nav.xhtml": "<html><body>Contents</body></html>",
}
SCRAMBLED = (
    "<encryption><EncryptedData><EncryptionMethod Algorithm='{}'/></EncryptedData></encryption>"
)


def save(tmp_path, data):
    (tmp_path / "book.epub").write_bytes(data)
    return tmp_path / "book.epub"


def test_a_book_is_one_article_in_the_order_of_its_spine(tmp_path):
    order = ["b.xhtml", "nav.xhtml", "c.xhtml", "a%20b.xhtml"]
    data = epub(PAGES, METADATA, order, properties={"nav.xhtml": "nav"})
    (draft,) = read_file(save(tmp_path, data))
    assert draft.text == "One\nFirst & bold.\nSecond."
    assert draft.styles == (Style(0, 3, "h1"), Style(12, 16, "bold"))
    assert (draft.title, draft.author) == ("The Book", "A. Writer, B. Other")
    assert (draft.published, draft.language, draft.source) == ("2026-01-03", "en", "book.epub")


def test_styles_move_with_their_chapter(tmp_path):
    order = ["a%20b.xhtml", "b.xhtml"]
    (draft,) = read_file(save(tmp_path, epub(PAGES, METADATA, order)))
    assert [draft.text[s.start : s.end] for s in draft.styles] == ["One", "bold"]


def test_a_book_can_be_one_article_for_each_chapter(tmp_path):
    chapters = read_file(save(tmp_path, epub(PAGES, METADATA)), Options(by_chapter=True))
    assert [(c.title, c.text) for c in chapters] == [
        ("The Book: One", "One\nFirst & bold."),
        ("The Book: Two", "Second."),
        ("The Book", "Contents"),
    ]
    assert {c.author for c in chapters} == {"A. Writer, B. Other"}


def test_a_book_without_metadata_has_its_files_name(tmp_path):
    assert read_file(save(tmp_path, epub(PAGES)))[0].title == "book"
    assert read_file(save(tmp_path, epub(PAGES)), Options(by_chapter=True))[0].title == "One"


def test_a_missing_chapter_is_told(tmp_path):
    package = (
        "<package><manifest><item id='a' href='gone.xhtml' media-type='application/xhtml+xml'/>"
        "<item id='b' href='../OEBPS/B.xhtml' media-type='text/html'/></manifest>"
        "<spine><itemref idref='a'/><itemref idref='b'/></spine></package>"
    )
    data = epub(PAGES, parts={"OEBPS/book.opf": package})
    (draft,) = read_file(save(tmp_path, data))
    assert draft.text.startswith("One")
    assert tuple(map(str, draft.warnings)) == ("A part of the book is missing: oebps/gone.xhtml",)


def test_nothing_outside_of_the_book_is_read(tmp_path):
    page = (
        "<!DOCTYPE html [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><html xmlns='http://www.w3.org/"
        "1999/xhtml'><body><p>inside &e;</p></body></html>"
    )
    (draft,) = read_file(save(tmp_path, epub({"a.xhtml": page})))
    assert draft.text == "inside &e;"
    package = (
        "<package><manifest><item id='a' href='../../../etc/passwd' media-type='text/html'/>"
        "</manifest><spine><itemref idref='a'/></spine></package>"
    )
    with pytest.raises(UserError, match="no text"):
        read_file(save(tmp_path, epub({}, parts={"OEBPS/book.opf": package})))


def test_copy_protection_is_told(tmp_path):
    parts = {"META-INF/encryption.xml": SCRAMBLED.format("http://www.w3.org/2001/04/xmlenc#aes")}
    with pytest.raises(UserError, match="protected against copying"):
        read_file(save(tmp_path, epub(PAGES, parts=parts)))


def test_scrambled_fonts_do_not_matter(tmp_path):
    parts = {"META-INF/encryption.xml": SCRAMBLED.format("http://ns.adobe.com/pdf/enc#RC")}
    assert read_file(save(tmp_path, epub(PAGES, parts=parts)))


@pytest.mark.parametrize(
    "entries",
    [{"a": "b"}, {"META-INF/container.xml": "<a/>"}, {"META-INF/container.xml": "<rootfile/>"}],
)
def test_what_is_no_book_is_told(tmp_path, entries):
    with pytest.raises(UserError, match="kind “E-book”, or it is damaged"):
        read_file(save(tmp_path, zipped(entries)))


def test_nobody_is_no_author(tmp_path):
    metadata = "<dc:creator>Unknown Author</dc:creator><dc:title>Book</dc:title>"
    (draft,) = read_file(save(tmp_path, epub(PAGES, metadata, ["b.xhtml"])))
    assert (draft.author, draft.title) == ("", "Book")


def test_marks_of_notes_and_numbers_of_pages_are_no_words(tmp_path):
    page = (
        "<html xmlns:epub='x'><body><p>A bridge<a epub:type='noteref' href='#n'><sup>1</sup></a> "
        "was<span epub:type='pagebreak' title='5'>5</span> safe"
        "<a role='doc-noteref' href='#m'>2</a>.</p>"
        "<aside epub:type='footnote' id='n'><p>1 A note.</p></aside></body></html>"
    )
    (draft,) = read_file(save(tmp_path, epub({"a.xhtml": page}, METADATA, ["a.xhtml"])))
    assert draft.text == "A bridge[1] was safe[2].\n1 A note."
