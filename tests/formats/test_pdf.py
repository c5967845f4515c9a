import io

import pytest
from pypdf import PdfReader, PdfWriter

from desk.core.errors import UserError
from desk.formats.pdf_lines import rebuild
from desk.formats.registry import read_file
from desk.formats.source import Options
from tests.formats.make import pdf

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


def locked(data, algorithm, user):
    writer = PdfWriter(PdfReader(io.BytesIO(data)))
    writer.encrypt(user_password=user, owner_password="owner", algorithm=algorithm)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


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
    path = save(tmp_path, locked(pdf([LINES]), algorithm, "secret"))
    with pytest.raises(UserError, match="protected by a password"):
        read_file(path)
    assert read_file(path, Options(password="secret"))[0].text.startswith("The first line")
    path = save(tmp_path, locked(pdf([LINES]), algorithm, ""))
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


def page(*lines):
    return "\n".join(lines)


def test_ligatures_become_letters():
    assert rebuild(["eﬃcient ﬁnd ﬂow oﬀ"]) == "efficient find flow off"


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
    assert rebuild([page(first, second)]).endswith(whole)


def test_chinese_and_japanese_lines_are_joined_without_a_space():
    assert rebuild([page("行動規範は、あなたのプロ", "ジェクトの参加者に期待。")]) == (
        "行動規範は、あなたのプロジェクトの参加者に期待。"
    )


def test_items_headings_and_empty_lines_begin_paragraphs():
    long = "a line of the usual length, which goes on and on"
    text = page("A heading", long, long, "", "after", long, "• one " + long, "2. two " + long)
    assert rebuild([text]).split("\n") == [
        "A heading",
        f"{long} {long}",
        "after",
        long,
        f"• one {long}",
        f"2. two {long}",
    ]


def test_page_numbers_and_running_titles_are_gone_and_paragraphs_cross_pages():
    long = "a line of the usual length, which goes on and on"
    pages = [page("The Journal 2026", f"{n} {long}", long, f"Page {n} of 4") for n in range(1, 5)]
    text = rebuild(pages)
    assert "Journal" not in text
    assert "Page" not in text
    assert text.count("\n") == 0
    assert rebuild(["7", ""]) == "7"
