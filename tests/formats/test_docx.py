import pytest

from desk.core.errors import UserError
from desk.core.types import Style
from desk.formats import archive
from desk.formats.registry import read_file
from tests.formats.make import W, docx, paragraph, zipped

CORE = """<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/"><dc:title> The report </dc:title>
 <dc:creator>A. Writer</dc:creator><dcterms:created>2026-01-03T10:00:00Z</dcterms:created>
 <dc:language>pl</dc:language><dc:subject>none</dc:subject><cp:keywords/></cp:coreProperties>"""


def read(tmp_path, data, name="report.docx"):
    (tmp_path / name).write_bytes(data)
    (draft,) = read_file(tmp_path / name)
    return draft


def refusal(tmp_path, data):
    with pytest.raises(UserError) as refused:
        read(tmp_path, data)
    return str(refused.value)


def test_headings_emphasis_and_metadata_come_along(tmp_path):
    body = (
        paragraph("Head", '<w:pStyle w:val="Heading1"/>')
        + "<w:p><w:r><w:t xml:space='preserve'>One </w:t></w:r><w:r><w:rPr><w:b/></w:rPr>"
        "<w:t>bold</w:t></w:r><w:r><w:t xml:space='preserve'> word 😀.</w:t></w:r></w:p>"
    )
    draft = read(tmp_path, docx(body, {"docProps/core.xml": CORE}))
    assert draft.text == "Head\nOne bold word 😀."
    assert draft.styles == (Style(0, 4, "h1"), Style(9, 13, "bold"))
    assert (draft.title, draft.author) == ("The report", "A. Writer")
    assert (draft.published, draft.language, draft.source) == ("2026-01-03", "pl", "report.docx")


def test_a_table_is_rows_of_cells(tmp_path):
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = row.format(paragraph("a"), paragraph("b")) + row.format(paragraph("c"), paragraph("d"))
    draft = read(tmp_path, docx(f"{paragraph('up')}<w:tbl>{table}</w:tbl>{paragraph('down')}"))
    assert draft.text == "up\na\tb\nc\td\ndown"


def test_notes_and_comments_stand_below_with_their_mark(tmp_path):
    body = (
        "<w:p><w:r><w:t>Ouch</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r>"
        "<w:r><w:t>!</w:t></w:r><w:r><w:commentReference w:id='2'/></w:r></w:p>"
    )
    parts = {
        "word/footnotes.xml": f"<w:footnotes {W}><w:footnote w:id='1'>{paragraph('A note.')}"
        "</w:footnote></w:footnotes>",
        "word/comments.xml": f"<w:comments {W}><w:comment w:id='2' w:initials='AB'>"
        f"{paragraph('A remark.')}</w:comment></w:comments>",
    }
    links = {"footnotes": "footnotes.xml", "comments": "comments.xml"}
    draft = read(tmp_path, docx(body, parts, links=links))
    assert draft.text == "Ouch[1]![AB1]\nA note.\nA remark."
    assert [(s.kind, s.detail) for s in draft.styles] == [("item", "1."), ("item", "[AB1]")]


def test_styles_that_only_have_a_name_are_structure_too(tmp_path):
    names = ("Title", "heading 2", "Quote", "Intense Quote", "HTML Preformatted")
    styles = "".join(
        f"<w:style w:type='paragraph' w:styleId='S{n}'><w:name w:val='{name}'/></w:style>"
        for n, name in enumerate(names)
    )
    texts = ("The report", "Head", "said", "and more", "x = 1", "y = 2")
    body = "".join(
        paragraph(text, f"<w:pStyle w:val='S{n}'/>")
        for n, text in zip((0, 1, 2, 3, 4, 4), texts, strict=True)
    )
    parts = {"word/styles.xml": f"<w:styles {W}>{styles}</w:styles>"}
    draft = read(tmp_path, docx(body, parts, links={"styles": "styles.xml"}))
    assert draft.text == "\n".join(texts)
    assert [(s.kind, draft.text[s.start : s.end]) for s in draft.styles] == [
        ("h1", "The report"),
        ("h2", "Head"),
        ("quote", "said\nand more"),
        ("pre", "x = 1\ny = 2"),
    ]
    assert draft.title == "The report"


def test_preformatted_text_keeps_spaces_tabs_and_blank_lines(tmp_path):
    style = "<w:pPr><w:pStyle w:val='Code'/></w:pPr>"
    lines = (run("if  x:"), "<w:r><w:tab/><w:t>y</w:t><w:br/><w:t>z</w:t></w:r>", "", run("  w"))
    body = "".join(runs(style, line) for line in lines) + paragraph("a") + paragraph("")
    styles = (
        f"<w:styles {W}><w:style w:type='paragraph' w:styleId='Code'>"
        "<w:name w:val='Preformatted Text'/></w:style></w:styles>"
    )
    data = docx(body + paragraph("b"), {"word/styles.xml": styles}, links={"styles": "styles.xml"})
    draft = read(tmp_path, data)
    assert draft.text == "if  x:\n\ty\nz\n\n  w\na\nb"
    assert [(s.kind, s.start, s.end) for s in draft.styles] == [("pre", 0, 16)]


def test_pictures_are_not_unpacked(tmp_path):
    blip = (
        "<w:p><w:r><w:drawing><wp:inline xmlns:wp='http://schemas.openxmlformats.org/"
        "drawingml/2006/wordprocessingDrawing'><a:graphic xmlns:a='http://schemas."
        "openxmlformats.org/drawingml/2006/main'><a:graphicData><pic:pic xmlns:pic='http://"
        "schemas.openxmlformats.org/drawingml/2006/picture'><pic:blipFill><a:blip "
        "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' "
        "r:embed='r0'/></pic:blipFill>"
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    body = paragraph("before") + blip + paragraph("after")
    draft = read(tmp_path, docx(body, {"word/a.png": b"x"}, links={"image": "a.png"}))
    assert draft.text == "before\nafter"


def test_an_old_or_protected_file_is_told(tmp_path):
    said = refusal(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    assert "protected by a password or has the format of an old office program" in said


def test_a_protected_archive_is_told(tmp_path):
    data = bytearray(zipped({"word/document.xml": "x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "protected by a password" in refusal(tmp_path, bytes(data))


@pytest.mark.parametrize(
    "data",
    [b"no archive", docx(paragraph("x"))[:-40], zipped({"a.xml": "<a/>"}), docx("<w:p>")],
    ids=["text", "cut", "no document", "broken XML"],
)
def test_a_damaged_file_is_told(tmp_path, data):
    assert "is no file of the kind “Word document”, or it is damaged" in refusal(tmp_path, data)


def test_broken_properties_are_told(tmp_path):
    data = docx(paragraph("x"), {"docProps/core.xml": "<a>"})
    assert "damaged" in refusal(tmp_path, data)


def test_tables_nested_without_end_are_told(tmp_path):
    deep = "<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000
    assert "nested too deeply" in refusal(tmp_path, docx(deep))


def test_a_document_type_is_refused(tmp_path):
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>'
    assert "document type" in refusal(tmp_path, docx(paragraph("&c;"), doctype=bomb))


def test_a_bomb_is_known_before_it_is_unpacked(tmp_path):
    assert "out of proportion" in refusal(tmp_path, docx(paragraph("A" * 5_000_000)))


def test_too_many_entries_are_refused(tmp_path):
    entries = {str(n): "" for n in range(archive.MAX_ENTRIES + 1)}
    assert "out of proportion" in refusal(tmp_path, zipped(entries))


def test_too_much_text_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MAX_UNPACKED", 1000)
    assert "too large" in refusal(tmp_path, docx(paragraph("word " * 300)))


def runs(*pieces):
    return "<w:p>" + "".join(pieces) + "</w:p>"


def run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_hidden_text_is_left_out_and_told(tmp_path):
    body = runs(
        run("Shown. "),
        run("Hidden.", "<w:vanish/>"),
        run("By style.", "<w:rStyle w:val='Secret'/>"),
        run("Not hidden.", "<w:rStyle w:val='Secret'/><w:vanish w:val='0'/>"),
    ) + paragraph("A hidden line.", "<w:pStyle w:val='Secret'/>")
    styles = (
        f"<w:styles {W}><w:style w:type='character' w:styleId='Secret'>"
        "<w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='Plain'/></w:styles>"
    )
    draft = read(tmp_path, docx(body, {"word/styles.xml": styles}))
    assert draft.text == "Shown. Not hidden."
    assert list(map(str, draft.warnings)) == ["Text that is hidden in the document was left out."]
    blank = read(tmp_path, docx(runs(run("All."), run(" ", "<w:vanish/>"))))
    assert (blank.text, blank.warnings) == ("All.", ())


def level(number, form="decimal", text="%1.", more=""):
    return (
        f"<w:lvl w:ilvl='{number}'><w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/>{more}"
        "</w:lvl>"
    )


START = "<w:start w:val='{}'/>"
NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId='0'>{level(0, more=START.format(3))}
{level(1, "lowerLetter", "%1.%2)", START.format(1))}
{level(2, "upperRoman", "%1-%2-%3", "<w:isLgl/><w:lvlRestart w:val='0'/>" + START.format(4))}
{level(3, "none", "§")}{level(6, text="%7.")}</w:abstractNum>
<w:abstractNum w:abstractNumId='1'>{level(0, "bullet", "x")}
{level(1, text="%1%2", more=START.format(1))}</w:abstractNum>
<w:abstractNum w:abstractNumId='2'><w:numStyleLink w:val='Linked'/></w:abstractNum>
<w:abstractNum w:abstractNumId='3'>{level(0, more=START.format(1) + "<w:pStyle w:val='Other'/>")}
{level(1, text="Q%2", more=START.format(1) + "<w:pStyle w:val='Question'/>")}</w:abstractNum>
<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>
<w:num w:numId='2'><w:abstractNumId w:val='0'/>
<w:lvlOverride w:ilvl='0'><w:startOverride w:val='9'/></w:lvlOverride></w:num>
<w:num w:numId='3'><w:abstractNumId w:val='1'/></w:num>
<w:num w:numId='4'><w:abstractNumId w:val='2'/></w:num>
<w:num w:numId='5'><w:abstractNumId w:val='3'/></w:num>
<w:num w:numId='6'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>
{level(0, "upperLetter", "%1)", START.format(1))}</w:lvlOverride></w:num>
<w:num w:numId='7'><w:abstractNumId w:val='99'/></w:num>
<w:abstractNum w:abstractNumId='8'><w:numStyleLink w:val='Circle'/></w:abstractNum>
<w:num w:numId='8'><w:abstractNumId w:val='8'/></w:num>
</w:numbering>"""
NUMBER = "<w:numPr><w:ilvl w:val='{}'/><w:numId w:val='{}'/></w:numPr>"
LIST_STYLES = f"""<w:styles {W}><w:style w:type='numbering' w:styleId='Linked'><w:pPr><w:numPr>
<w:numId w:val='1'/></w:numPr></w:pPr></w:style>
<w:style w:type='paragraph' w:styleId='Base'><w:pPr><w:numPr><w:numId w:val='5'/></w:numPr></w:pPr>
</w:style><w:style w:type='paragraph' w:styleId='Question'><w:basedOn w:val='Base'/></w:style>
<w:style w:type='numbering' w:styleId='Circle'><w:pPr>{NUMBER.format(0, 8)}</w:pPr></w:style>
<w:style w:type='paragraph' w:styleId='Deep'><w:name w:val='heading 7'/></w:style>
<w:style w:type='paragraph' w:styleId='Loop'><w:basedOn w:val='Loop'/></w:style></w:styles>"""


def test_list_items_have_the_numbers_that_their_author_sees(tmp_path):
    asked = "<w:pStyle w:val='Question'/>"
    items = [
        ("3. begins", NUMBER.format(0, 1)),
        ("3.a) in", NUMBER.format(1, 1)),
        ("3-1-4 legal", NUMBER.format(2, 1)),
        ("§ without", NUMBER.format(3, 1)),
        ("0. seventh level", NUMBER.format(6, 1)),
        ("4. after words", NUMBER.format(0, 1)),
        ("4.a) anew", NUMBER.format(1, 1)),
        ("4-1-5 not anew", NUMBER.format(2, 1)),
        ("9. begun by hand", NUMBER.format(0, 2)),
        ("10. on", NUMBER.format(0, 2)),
        ("11. the same list", NUMBER.format(0, 1)),
        ("12. through a style", NUMBER.format(0, 4)),
        ("• dot", NUMBER.format(0, 3)),
        ("1 under a dot", NUMBER.format(1, 3)),
        ("M) in letters", NUMBER.format(0, 6)),
        ("Q1 by style", asked),
        ("Q2 by style", asked),
    ]
    body = "".join(paragraph(item.partition(" ")[2], more) for item, more in items)
    body += paragraph("no item", "<w:pStyle w:val='Loop'/>" + NUMBER.format(0, 7))
    body += paragraph("Deep head", "<w:pStyle w:val='Deep'/>" + NUMBER.format(6, 1))
    body += paragraph("no level", NUMBER.format(8, 1))
    again = f"<w:p><mc:Choice xmlns:mc='m'>{paragraph('x', asked)}</mc:Choice></w:p>"
    parts = {"word/numbering.xml": NUMBERING, "word/styles.xml": LIST_STYLES}
    links = {"numbering": "numbering.xml", "styles": "styles.xml"}
    draft = read(tmp_path, docx(body + again + paragraph("Last", asked), parts, links=links))
    found = [
        f"{style.detail} {draft.text[style.start : style.end]}"
        for style in draft.styles
        if style.kind == "item"
    ]
    assert [style.kind for style in draft.styles if style.kind != "item"] == ["h6"]
    assert found == [*(item for item, _ in items), "Q3 Last"]


MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
RUBY = "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (runs("<w:fldSimple w:instr='SEQ Figure'>", run("Figure 7"), "</w:fldSimple>"), "Figure 7"),
        (runs(run("a"), "<w:dir><w:bdo>", run("b"), "</w:bdo></w:dir>"), "ab"),
        (runs(RUBY.format(run("とう"), run("東")), run("京")), "東京"),
        (runs("<w:r><w:ruby/></w:r>", run("a")), "a"),
        (runs(f"<m:oMathPara {MATH}><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara>"),
         "a=b"),
        (runs("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t><w:br w:type='page'/><w:t>c</w:t></w:r>"),
         "a\nb\nc"),
        (runs("<w:r><w:t>co</w:t><w:softHyphen/><w:t>op</w:t></w:r>"), "coop"),
        (runs("<w:r><w:tab/><w:t>Q:</w:t><w:tab/><w:t>When?</w:t><w:tab/></w:r>"), "Q:\tWhen?"),
        (f"<w:tbl><w:tr><w:tc>{runs('<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>')}</w:tc>"
         f"<w:tc>{paragraph('c')}</w:tc></w:tr></w:tbl>", "a b\tc"),
    ],
)  # fmt: skip
def test_no_words_are_lost_or_glued(tmp_path, body, text):
    assert read(tmp_path, docx(body)).text == text
