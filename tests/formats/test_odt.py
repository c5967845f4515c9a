import pytest

from desk.core.errors import UserError
from desk.core.types import Style
from desk.formats.registry import read_file
from tests.formats.make import ODF, odt

AUTOMATIC = """
<style:style style:name="P1" style:parent-style-name="Quotations"/>
<style:style style:name="P2" style:parent-style-name="P2"/>
<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:parent-style-name="Slanted"/>
<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("
 style:num-suffix=")" text:start-value="3"/>
<text:list-level-style-number text:level="3" style:num-format="I" text:display-levels="3"/>
<text:list-level-style-number text:level="4"/>
</text:list-style>
<text:list-style style:name="L2"/>
"""
NAMED = """<style:style style:name="Slanted"><style:text-properties fo:font-style="italic"/>
</style:style>"""
META = f"""<office:document-meta {ODF}><office:meta><dc:title>The report</dc:title>
<meta:initial-creator>A. Writer</meta:initial-creator><dc:language>fr</dc:language>
<meta:creation-date>2026-01-03T12:00:00</meta:creation-date></office:meta>
</office:document-meta>"""


def read(tmp_path, data):
    (tmp_path / "report.odt").write_bytes(data)
    (draft,) = read_file(tmp_path / "report.odt")
    return draft


def pieces(draft):
    return [(draft.text[s.start : s.end], s.kind, s.level, s.detail) for s in draft.styles]


def test_headings_quotations_and_emphasis(tmp_path):
    draft = read(
        tmp_path,
        odt(
            "<text:h text:outline-level='2'>Head</text:h><text:p text:style-name='P1'>Said</text:p>"
            "<text:p text:style-name='P2'>One <text:span text:style-name='T1'>bold</text:span> and "
            "<text:span text:style-name='T2'>slanted</text:span> "
            "<text:a xlink:href='https://a.example/'>link</text:a></text:p>"
            "<text:h>First</text:h>",
            AUTOMATIC,
            NAMED,
            {"meta.xml": META},
        ),
    )
    assert draft.text == "Head\nSaid\nOne bold and slanted link\nFirst"
    assert pieces(draft) == [
        ("Head", "h2", 0, ""),
        ("Said", "quote", 1, ""),
        ("bold", "bold", 0, ""),
        ("slanted", "italic", 0, ""),
        ("link", "link", 0, "https://a.example/"),
        ("First", "h1", 0, ""),
    ]
    assert (draft.title, draft.author) == ("The report", "A. Writer")
    assert (draft.published, draft.language) == ("2026-01-03", "fr")


def test_tabs_and_line_breaks_are_kept_and_runs_of_spaces_count_as_one(tmp_path):
    body = (
        "<text:p>  a <text:s text:c='3'/>b<text:s/>c<text:tab/>d<text:line-break/>"
        "<text:s text:c='x'/>e<text:s text:c='99999999'/>f</text:p>"
    )
    draft = read(tmp_path, odt(body))
    assert draft.text == "a b c\td\ne f"


def test_preformatted_text_keeps_its_spaces(tmp_path):
    body = "<text:p text:style-name='Preformatted_20_Text'>a<text:s text:c='{}'/>b</text:p>"
    assert read(tmp_path, odt(body.format(3))).text == "a   b"
    assert read(tmp_path, odt(body.format(99999999))).text == "a" + " " * 100 + "b"


def test_preformatted_text_keeps_its_blank_lines(tmp_path):
    blank, line = (
        f"<text:p text:style-name='Preformatted_20_Text'>{words}</text:p>" for words in ("", "x")
    )
    draft = read(tmp_path, odt(blank + line + blank * 2 + line + blank + "<text:p>y</text:p>"))
    assert draft.text == "x\n\n\nx\ny"
    assert pieces(draft) == [("x\n\n\nx", "pre", 0, "")]


def test_lists_are_numbered_as_their_style_says(tmp_path):
    item = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"
    inner = f"<text:list>{item.format('in', '')}</text:list>"
    body = (
        f"<text:list text:style-name='L1'>{item.format('one', inner)}{item.format('two', '')}"
        f"</text:list><text:list text:style-name='L2'>{item.format('dot', '')}</text:list>"
    )
    assert pieces(read(tmp_path, odt(body, AUTOMATIC))) == [
        ("one", "item", 1, "1."),
        ("in", "item", 2, "(c)"),
        ("two", "item", 1, "2."),
        ("dot", "item", 1, "•"),
    ]


def items(tmp_path, body):
    """The marker and the text of each item."""
    found = pieces(read(tmp_path, odt(body, AUTOMATIC)))
    return [f"{marker} {text}" for text, kind, _, marker in found if kind == "item"]


def numbered(*inside, attributes="text:style-name='L1'"):
    """A list of these items; what is marked-up stands as it is."""
    made = (
        i if i.startswith("<") else f"<text:list-item><text:p>{i}</text:p></text:list-item>"
        for i in inside
    )
    return f"<text:list {attributes}>{''.join(made)}</text:list>"


def holding(*inside, words=""):
    """An item with words and a list in it, or with the list alone."""
    own = f"<text:p>{words}</text:p>" if words else ""
    return f"<text:list-item>{own}{numbered(*inside, attributes='')}</text:list-item>"


def test_lists_go_on_as_their_author_has_them(tmp_path):
    on = "text:style-name='L1' text:continue-numbering='true'"
    body = (
        numbered(
            "<text:list-header><text:p>head</text:p></text:list-header>",
            "<text:list-item text:start-value='3'><text:p>three</text:p></text:list-item>",
            holding("c", holding("deep", holding("none")), words="four"),
            attributes="text:style-name='L1' xml:id='first'",
        )
        + "<text:p>between</text:p>"
        + numbered(holding("d"), "five", attributes=on)
        + numbered("anew", holding("c again", words="two"))
        + numbered("six", attributes="text:style-name='L1' text:continue-list='first'")
    )
    assert items(tmp_path, body) == [
        " head", "3. three", "4. four", "(c) c", "4.c.I deep", " none", "(d) d", "5. five",
        "1. anew", "2. two", "(c) c again", "6. six",
    ]  # fmt: skip


def test_hidden_text_is_left_out_and_told(tmp_path):
    styles = """<style:style style:name="H"><style:text-properties text:display="none"/>
    </style:style><style:style style:name="S" style:parent-style-name="H">
    <style:text-properties text:display="true"/></style:style>"""
    body = (
        "<text:p>Shown. <text:span text:style-name='H'>Hidden.</text:span>"
        "<text:span text:style-name='S'>Shown too.</text:span><text:hidden-text "
        "text:is-hidden='true' text:string-value='x'/><text:hidden-text>More.</text:hidden-text>"
        "</text:p><text:p text:style-name='H'>A line.</text:p><text:p>Another<text:hidden-paragraph"
        " text:is-hidden='true'/></text:p><text:section text:display='none'><text:p>Part</text:p>"
        "</text:section><text:p>On.<text:hidden-paragraph/></text:p>"
    )
    draft = read(tmp_path, odt(body, styles))
    assert draft.text == "Shown. Shown too.More.\nOn."
    assert list(map(str, draft.warnings)) == ["Text that is hidden in the document was left out."]
    blank = read(tmp_path, odt("<text:p>All.<text:span text:style-name='H'/></text:p>", styles))
    assert (blank.text, blank.warnings) == ("All.", ())


def test_deleted_text_and_tables_of_contents_stay_out(tmp_path):
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>deleted</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:table-of-content><text:p>Head 1</text:p></text:table-of-content>"
        "<text:p>kept<text:change text:change-id='x'/> text</text:p>"
    )
    assert read(tmp_path, odt(body)).text == "kept text"


def test_notes_and_comments_stand_below_with_their_mark(tmp_path):
    body = (
        "<text:p>Ouch<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>A note.</text:p></text:note-body></text:note>!<office:annotation>"
        "<dc:creator>Somebody</dc:creator><dc:date>2026</dc:date><text:p>A remark.</text:p>"
        "</office:annotation></text:p><text:p>End</text:p>"
    )
    draft = read(tmp_path, odt(body))
    assert draft.text == "Ouch[1]![C1]\nEnd\nA note.\nA remark."
    assert draft.styles == (Style(17, 24, "item", 1, "[1]"), Style(25, 34, "item", 1, "[C1]"))


def test_tables_are_rows_of_cells(tmp_path):
    row = "<table:table-row>{}</table:table-row>"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    rows = row.format(cell.format("a") + cell.format("")) + row.format(
        cell.format("b") + cell.format("c")
    )
    assert read(tmp_path, odt(f"<table:table>{rows}</table:table>")).text == "a\nb\tc"


def test_entities_stay_out(tmp_path):
    content = (
        f"<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><office:text {ODF}>"
        "<text:p>a&e;b</text:p></office:text>"
    )
    data = odt("", parts={"content.xml": content, "META-INF/manifest.xml": "<m/>"})
    assert read(tmp_path, data).text == "ab"


def test_a_password_is_told(tmp_path):
    data = odt("<text:p>x</text:p>", parts={"META-INF/manifest.xml": "<m:encryption-data/>"})
    with pytest.raises(UserError, match="protected by a password"):
        read(tmp_path, data)


def test_a_damaged_file_is_told(tmp_path):
    with pytest.raises(UserError, match="kind “OpenDocument text”, or it is damaged"):
        read(tmp_path, odt("<text:p>"))
