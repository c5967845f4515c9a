"""Projects and codebooks of other programs: texts, passages, tags, notes, and what is left out."""

from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given, settings

from desk.core.errors import UserError
from desk.core.tag_names import check_name
from desk.core.text import clean
from desk.formats import refi, wire
from desk.formats.long_lines import LONGEST
from desk.formats.refi_positions import READINGS, plain
from desk.formats.registry import read_contents
from tests.formats.make import code, guid, note, qde, qdpx, selection, text_source, zipped
from tests.formats.test_refi_positions import CUTS, RAW, counted, ranges

TEXT = "Hello world, this is text."


def read(tmp_path, data, name="a.qdpx"):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_contents(path)


def refused(tmp_path, data, name="a.qdpx"):
    with pytest.raises(UserError) as told:
        read(tmp_path, data, name)
    return str(told.value)


def told(found):
    """All that is to be told of a file."""
    warnings = [w for draft in found.drafts for w in draft.warnings] + [*found.codebook.warnings]
    return " ".join(map(str, warnings))


def quotes(draft):
    return [draft.text[passage.start : passage.end] for passage in draft.passages]


def paths(book):
    names = []
    for tag in book.tags:
        names.append(tag.name if tag.parent is None else f"{names[tag.parent]}/{tag.name}")
    return names


A = code(3, "a")


def one(tmp_path, inner, text=TEXT, codes=A, **more):
    """A project with one text; its draft, and all that is in the file."""
    found = read(tmp_path, qdpx(codes, text_source(inner), {"doc.txt": text}, **more))
    return found.drafts[0], found


# Codebooks


def test_codes_become_tags_in_their_tree(tmp_path):
    inner = code(4, "rent", "<Description> What it\ncosts </Description>", "color='#36f'")
    xml = qde(code(3, "housing", inner, "color='#33cc33' isCodable='false'") + code(5, "work"))
    book = read(tmp_path, xml, "a.qdc").codebook
    assert paths(book) == ["housing", "housing/rent", "work"]
    assert [tag.colour for tag in book.tags] == ["#33CC33", "#3366FF", ""]
    assert [tag.guid for tag in book.tags] == [guid(3), guid(4), guid(5)]
    assert book.tags[1].description == "What it\ncosts"
    assert book.warnings == ()


@pytest.mark.parametrize(
    "xml",
    [
        f"<CodeBook><Codes><Code guid='{{{guid(3).upper()}}}' name='A'/></Codes></CodeBook>",
        "\ufeff<?xml version='1.0' encoding='utf-8'?>"
        "<q:CodeBook xmlns:q='urn:QDA-XML:codebook:1:0'><q:Codes>"
        f"<q:Code guid='{guid(3)}' name='A' color='rgb(255,0,0)'/></q:Codes><q:Sets/></q:CodeBook>",
    ],
)
def test_namespaces_marks_braces_and_colours_do_not_matter(tmp_path, xml):
    book = read(tmp_path, xml, "a.qdc").codebook
    assert [(tag.name, tag.guid, tag.colour) for tag in book.tags] == [("A", guid(3), "")]
    assert book.warnings == ()


def test_names_that_no_tag_can_have_are_changed_and_told(tmp_path):
    names = [
        "a;b",
        "",
        "twin",
        "twin",
        "x" * 300,
        "x" * 300,
        "either/or",
        "line&#10;break",
        "end\\",
    ]
    codes = "".join(code(n, name) for n, name in enumerate(names, 3))
    found = read(tmp_path, qde(codes), "a.qdc")
    made = [tag.name for tag in found.codebook.tags]
    assert made[:4] == ["a,b", "?", "twin", "twin (2)"]
    assert made[4:6] == ["x" * 200, "x" * 196 + " (2)"]
    assert made[6:] == ["either/or", "line break", "end"]
    assert all(check_name(name) == name for name in made)
    assert "twin (2)" in told(found)
    assert "either/or" not in told(found)


def test_a_guid_is_of_one_code_alone(tmp_path):
    book = read(tmp_path, qde(code(3, "a") + code(3, "b")), "a.qdc").codebook
    assert [tag.guid for tag in book.tags] == [guid(3), ""]


def test_codes_nest_deeply_but_not_without_end(tmp_path):
    book = read(tmp_path, qde("<Code name='c'>" * 500 + "</Code>" * 500), "a.qdc").codebook
    assert len(book.tags) == 500
    assert book.tags[-1].parent == 498
    words = refused(tmp_path, qde("<Code name='c'>" * 90_000 + "</Code>" * 90_000), "a.qdc")
    assert "more than 500 levels" in words


# Projects


def test_a_text_comes_with_its_passages(tmp_path):
    attributes = (
        f"name='world' creatingUser='{guid(2)}' creationDateTime='2026-01-15T11:05:00+01:00'"
    )
    marked = selection(6, 11, 3, 4, inner="<Description>Look.</Description>", attributes=attributes)
    marked += selection(0, 5, number=51)
    draft, found = one(tmp_path, marked, codes=code(3, "a", code(4, "b")))
    assert (draft.title, draft.text, draft.source) == ("doc", TEXT, "a.qdpx")
    assert draft.guid == guid(90)
    passage, plain = draft.passages
    assert passage == (6, 11, (0, 1), "Look.", "Ben", "2026-01-15T10:05:00.000Z", guid(50))
    assert plain == (0, 5, (), "", "", "", guid(51))
    assert told(found) == ""
    assert wire.draft_from_wire(wire.draft_to_wire(draft)) == draft
    assert wire.codebook_from_wire(wire.codebook_to_wire(found.codebook)) == found.codebook


@pytest.mark.parametrize(
    ("path", "entry"),
    [
        ("internal://doc.TXT", "sources/doc.txt"),
        ("internal:/doc.txt", "Sources/doc.txt"),
        ("internal:doc.txt", "SOURCES\\doc.txt"),
        ("doc.txt", "sources/doc.txt"),
        ("doc.txt", "doc.txt"),
        ("internal://d%20oc.txt", "sources/d oc.txt"),
        ("sources/doc.txt", "project/sources/doc.txt"),
    ],
)
def test_texts_are_found_however_they_are_named(tmp_path, path, entry):
    source = f"<TextSource name='x' plainTextPath='{path}'/>"
    (draft,) = read(tmp_path, zipped({"My Project.QDE": qde("", source), entry: TEXT})).drafts
    assert draft.text == TEXT


@pytest.mark.parametrize("number", range(3))
def test_a_text_within_the_xml_follows_its_line_ends(tmp_path, number):
    text = "line one\r\nline two &#13;\nend"
    holder = ("TextSource", "Representation", "Transcript")[number]
    around = ("", "PDFSource", "AudioSource")[number]
    inner = f"<PlainTextContent>{text}</PlainTextContent>{selection(9, 17)}"
    source = f"<{holder} name='x'>{inner}</{holder}>"
    source = f"<{around}>{source}</{around}>" if around else source
    found = read(tmp_path, qde("", source), "a.qde")
    assert found.drafts[0].text == "line one\nline two \nend"
    assert quotes(found.drafts[0]) == ["line two"]
    assert told(found) == ("", "Not taken: 1 PDF file.", "Not taken: 1 sound.")[number]


def test_a_transcript_is_marked_between_its_points(tmp_path):
    points = "".join(f"<SyncPoint guid='{guid(n)}' position='{n}'/>" for n in (6, 11))
    points += f"<SyncPoint guid='{guid(12)}' timeStamp='3'/>"
    marks = "".join(
        f"<TranscriptSelection fromSyncPoint='{guid(start)}' toSyncPoint='{guid(end)}'/>"
        for start, end in ((6, 11), (6, 12))
    )
    transcript = f"<Transcript plainTextPath='doc.txt'>{points}{marks}</Transcript>"
    source = f"<VideoSource name='film'>{transcript}</VideoSource>"
    found = read(tmp_path, qdpx("", source, {"doc.txt": TEXT}))
    assert found.drafts[0].title == "film"
    assert quotes(found.drafts[0]) == ["world"]
    assert "1 passage without words" in told(found)


def test_several_transcripts_of_one_recording_have_their_own_titles(tmp_path):
    transcripts = "".join(
        f"<Transcript name='{n}'><PlainTextContent>Words {n}</PlainTextContent></Transcript>"
        for n in ("one", "two")
    )
    source = f"<AudioSource name='tape'>{transcripts}</AudioSource>"
    assert [draft.title for draft in read(tmp_path, qde("", source)).drafts] == ["one", "two"]


def test_a_representation_without_text_is_part_of_what_is_left(tmp_path):
    source = "<PDFSource><Representation/><PDFSelection/><Coding/></PDFSource><PictureSource/>"
    found = read(tmp_path, qdpx(code(3, "a"), source))
    assert found.drafts == []
    assert told(found) == (
        "Not taken: 1 PDF file, 1 picture, 1 mark on those, 1 tag on a whole text."
    )


def test_positions_out_of_range_are_cut_or_left_out_and_told(tmp_path):
    places = ((5, 9999), (-3, 4), (9, 3), (4, 4), (50, 60), ("x", 3), ("9" * 5000, 3))
    marks = "".join(selection(*place, 3, number=n) for n, place in enumerate(places, 50))
    draft, found = one(tmp_path, marks)
    assert quotes(draft) == [TEXT[5:], "Hell"]
    assert "5 passages without words" in told(found)
    assert "2 passages went beyond the text" in told(found)


def test_codes_that_are_not_there_are_told_and_the_passage_stays(tmp_path):
    draft, found = one(tmp_path, selection(0, 5, 7))
    assert [(p.start, p.end, p.tags) for p in draft.passages] == [(0, 5, ())]
    assert "1 passage names a code that the project does not have" in told(found)


def coding(number, coder, target):
    return (
        f"<Coding guid='{guid(number)}' creatingUser='{guid(coder)}'>"
        f"<CodeRef targetGUID='{guid(target)}'/></Coding>"
    )


def test_each_coder_has_a_passage_of_their_own(tmp_path):
    both = coding(60, 1, 3) + coding(61, 2, 3) + coding(62, 2, 4)
    both += "<Description>By Ben.</Description>"
    mark = selection(0, 5, inner=both, attributes=f"creatingUser='{guid(2)}'")
    alone = selection(
        6, 11, number=51, inner=coding(63, 1, 3), attributes=f"creatingUser='{guid(9)}'"
    )
    draft, _ = one(tmp_path, mark + alone, codes=code(3, "a") + code(4, "b"))
    assert [(p.coder, p.tags, p.note, p.guid) for p in draft.passages] == [
        ("Ada", (0,), "", guid(60)),
        ("Ben", (0, 1), "By Ben.", guid(50)),
        ("Ada", (0,), "", guid(51)),
    ]


def test_who_made_the_project_made_what_names_nobody_and_strangers_are_kept(tmp_path):
    marks = selection(0, 5, 3) + selection(6, 11, 3, attributes="creatingUser='gone'")
    draft, _ = one(tmp_path, marks, attributes=f"creatingUserGUID='{guid(1).upper()}'")
    assert [passage.coder for passage in draft.passages] == ["Ada", "gone"]


def test_selections_of_one_range_and_coder_are_one_passage(tmp_path):
    marks = selection(0, 5, 3, number=50, inner="<Description>One.</Description>")
    marks += selection(0, 5, 4, 3, number=51, inner="<Description>Two.</Description>")
    draft, _ = one(tmp_path, marks, codes=code(3, "a") + code(4, "b"))
    (passage,) = draft.passages
    assert passage.tags == (0, 1)
    assert passage.note == "One.\n\nTwo."
    assert passage.guid == guid(50)


@pytest.mark.parametrize("name", ["doc", "a", "Quotation 6:1", "6:1", "Hel…", ""])
def test_names_that_say_nothing_are_left(tmp_path, name):
    draft, found = one(tmp_path, selection(0, 5, 3, attributes=f"name='{name}'"))
    assert draft.passages[0].note == ""
    assert told(found) == ""


def test_a_name_of_the_readers_own_is_kept_in_the_note(tmp_path):
    inner = "<Description>More.</Description>"
    draft, found = one(tmp_path, selection(0, 5, 3, inner=inner, attributes="name='A greeting'"))
    assert draft.passages[0].note == "A greeting\n\nMore."
    assert "1 passage had a name other than its words" in told(found)


def test_names_that_most_passages_have_are_labels_and_left_out(tmp_path):
    marks = "".join(
        selection(n, n + 5, 3, number=50 + n, attributes=f"name='Turn {n} of it'")
        for n in range(11)
    )
    draft, found = one(tmp_path, marks)
    assert {passage.note for passage in draft.passages} == {""}
    assert "11 passages have names other than their words" in told(found)


def test_passages_that_lie_near_their_words_are_found_by_them(tmp_path):
    text = "Some lines before. " * 3 + "The quote that is meant stands here, and it goes on."
    start = text.index("The quote")
    quote = "The quote that is meant"
    marks = "".join(
        selection(start + by, start + by + length, 3, number=50 + n, attributes=f"name='{name}'")
        for n, (by, length, name) in enumerate(
            (
                (-7, len(quote), quote),
                (9, len(quote) + 6, "The quote that is…"),
                (-9, 30, quote),  # a name of the reader's own
                (-9, 16, "Not there at all"),
            )
        )
    )
    draft, found = one(tmp_path, marks, text)
    assert quotes(draft)[:2] == [quote, "The quote that is meant stands"[: len(quote) + 6]]
    assert [(p.start - start, p.end - p.start) for p in draft.passages[2:]] == [(-9, 30), (-9, 16)]
    assert "2 passages were found by their words" in told(found)


def ref(number):
    return f"<NoteRef targetGUID='{guid(number)}'/>"


def test_notes_are_where_the_project_has_them(tmp_path):
    notes = "".join(
        (
            note(70, "Memo", "On the tag.", f"creatingUser='{guid(2)}'"),
            note(71, "On the text", "On the text. More."),
            note(72, "", "On the passage."),
            note(73, "", "On the coding."),
            note(74, "Plan", "Free.", "creationDateTime='2026-01-15T10:00:00Z'"),
            f"<Note guid='{guid(75)}' name='Filed' plainTextPath='internal://n.txt'/>",
            f"<Note guid='{guid(76)}' name='Lost' plainTextPath='internal://gone.txt'/>",
            f"<Note guid='{guid(77)}' name=''/>",
        )
    )
    notes += f"<Note guid='{guid(78)}'><PlainTextSelection/><Coding/></Note>"
    coded = f"<Coding><CodeRef targetGUID='{guid(3)}'/>{ref(73)}</Coding>{ref(72)}{ref(999)}"
    source = text_source(selection(0, 5, inner=coded) + ref(71))
    texts = {"doc.txt": TEXT, "n.txt": "\ufeffIn a\r\nfile."}
    rest = f"<Notes>{notes}</Notes><Description>A study.</Description>"
    found = read(
        tmp_path,
        qdpx(
            code(3, "a", ref(70)), source, texts, rest, f"name='Study' creatingUserGUID='{guid(1)}'"
        ),
    )
    (tag,) = found.codebook.tags
    assert tag.note == ("Memo\n\nOn the tag.", "Ben", "", guid(70))
    (draft,) = found.drafts
    assert draft.note == ("On the text. More.", "Ada", "", guid(71))
    assert draft.passages[0].note == "On the passage.\n\nOn the coding."
    assert [free.body for free in found.codebook.notes] == [
        "Study\n\nA study.",
        "Plan\n\nFree.",
        "Filed\n\nIn a\nfile.",
        "Lost",
    ]
    assert found.codebook.notes[1].created == "2026-01-15T10:00:00.000Z"
    assert told(found) == (
        "Notes that are not in the file: Lost. "
        "Not taken: 1 tag on a whole text, 1 passage of a note."
    )


def test_a_description_that_is_an_address_is_the_source_of_the_article(tmp_path):
    draft, _ = one(tmp_path, "<Description>https://a.example/1</Description>" + ref(70))
    assert (draft.source, draft.note.body) == ("https://a.example/1", "")
    draft, _ = one(tmp_path, "<Description>An interview.</Description>")
    assert (draft.source, draft.note.body) == ("a.qdpx", "An interview.")


def test_texts_that_cannot_be_had_are_told_and_nothing_else_is_opened(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("Words of nobody's business.")
    sources = "".join(
        (
            text_source(selection(0, 5), name="gone", file="gone.txt"),
            text_source(name="gone", file="gone.txt"),
            *(
                f"<TextSource name='{kind}' plainTextPath='{kind}://{secret}'/>"
                for kind in ("absolute", "relative", "file")
            ),
            f"<TextSource name='up' plainTextPath='internal://../../..{secret}'/>",
            text_source(name="blank", file="blank.txt"),
            text_source(name="picture", file="picture.txt"),
        )
    )
    files = {"blank.txt": " \r\n", "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(99)}
    found = read(tmp_path, qdpx(code(3, "a"), sources, files))
    assert found.drafts == []
    words = told(found)
    assert "not in the file: gone, up." in words
    assert "lie elsewhere and were not opened: absolute, relative, file." in words
    assert "Texts without words: blank." in words
    assert "“picture” was not read. This is a picture" in words
    assert "1 passage is on a text that did not come." in words
    assert "business" not in words


def test_many_names_are_not_all_told(tmp_path):
    sources = "".join(text_source(name=f"n{n}", file=f"{n}.txt") for n in range(30))
    words = told(read(tmp_path, qdpx(code(3, "a"), sources)))
    assert "n19, …" in words
    assert "n20" not in words


def test_encodings_are_guessed_and_told(tmp_path):
    text = "Zażółć gęślą jaźń".encode("cp1250")
    draft, found = one(tmp_path, selection(0, 6, 3), text)
    assert quotes(draft) == ["Zażółć"]
    assert draft.encoding == "cp1250"
    assert "guess" in told(found)


def test_lines_that_are_broken_move_the_passages_with_them(tmp_path):
    text = "a" * (LONGEST + 10) + "😀 quoted words"
    start = text.index("quoted")
    marks = selection(start, start + 6, 3) + selection(LONGEST - 5, LONGEST + 5, number=51)
    draft, _ = one(tmp_path, marks, text)
    assert draft.text[LONGEST] == "\n"
    assert quotes(draft) == ["quoted", "aaaaa\naaaaa"]


def test_what_quotes_out_of_proportion_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(refi, "MAX_QUOTED", 20)
    data = qdpx("", text_source(selection(0, 15) + selection(1, 15)), {"doc.txt": TEXT})
    assert "more than 20 characters" in refused(tmp_path, data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (zipped({"readme.txt": "x"}), "no project in it"),
        (zipped({"a.qde": qde(), "b.qde": qde()}), "several projects in it: a.qde, b.qde"),
        (qdpx()[:200], "damaged"),
        (b"PK", "damaged"),
        (b"nothing of the kind", "line 1, column 0"),
        (b"<Project name='\x07'/>", "forbidden character: line 1, column 15"),
        (b"<?xml version='1.0' encoding='none'?><Project/>", "or it is damaged"),
        (b"<html/>", "neither a project nor a codebook"),
        (b"<Project/>", "nothing in it to bring in."),
        (qde(sources=text_source()).encode(), "bring in. Texts that are not in the file: doc."),
    ],
)
def test_what_is_no_project_is_refused(tmp_path, data, words):
    assert words in refused(tmp_path, data)


def test_of_several_projects_the_one_with_the_usual_name_is_meant(tmp_path):
    files = {"old.qde": qde(code(3, "old")), "Project.qde": qde(code(3, "new"))}
    book = read(tmp_path, zipped({**files, "backup/project.qde": qde()})).codebook
    assert paths(book) == ["new"]
    book = read(tmp_path, zipped({"folder/project.qde": qde(code(3, "inner"))})).codebook
    assert paths(book) == ["inner"]


@pytest.mark.parametrize("when", ["0001-01-01T00:00:00+14:00", "yesterday", "", "2026-02-30T00:00"])
def test_times_that_cannot_be_are_not_known(tmp_path, when):
    draft, _ = one(tmp_path, selection(0, 5, attributes=f"creationDateTime='{when}'"))
    assert draft.passages[0].created == ""


@pytest.mark.parametrize("reading", READINGS)
@given(raw=RAW, cuts=CUTS)
@settings(max_examples=settings.default.max_examples // 6)
def test_quotes_come_through_a_whole_project(tmp_path_factory, reading, raw, cuts):
    raw = raw.replace("\0", "") + " End."  # which the names in XML cannot hold
    places = sorted({*ranges(raw, cuts), (len(raw) - 4, len(raw))})
    marks = "".join(
        selection(
            *(counted(raw, position, reading) for position in place),
            number=100 + n,
            attributes=f"name={quoteattr(raw[slice(*place)])}",
        )
        for n, place in enumerate(places)
    )
    data = ("\ufeff" if reading.mark else "").encode() + raw.encode()
    draft, _ = one(tmp_path_factory.mktemp("project"), marks, data)
    wanted = {plain(clean(raw[start:end])) for start, end in places}
    assert set(map(plain, quotes(draft))) == wanted
