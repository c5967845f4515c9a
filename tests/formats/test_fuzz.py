"""Files damaged at random: each gives drafts or a sentence, never another error, never a hang.

`HYPOTHESIS_PROFILE=ci` tries 1,000 damages of each file.
"""

import signal
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.core.errors import UserError
from desk.core.tag_names import check_name
from desk.core.text import clean
from desk.formats.registry import READERS, read_contents, reader_for
from tests.formats.make import (
    code,
    docx,
    epub,
    odt,
    paragraph,
    pdf,
    qde,
    qdpx,
    selection,
    text_source,
    zipped,
)

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Rents rise | The Paper</title>
<meta name="author" content="A. Reporter"><link rel="canonical" href="https://a.example/2026/01/03/x">
</head><body><nav><a href="/">Home</a></nav><article><h1>Rents rise</h1><p>The <b>council</b> met.
It said so on Friday, and many people came to hear it say so once more, as they always do.</p>
<ul><li>one<li>two</ul><table><tr><td>a<td>b<br>c</table><blockquote>Said.</blockquote></article>"""
MAIL = (
    "From: =?utf-8?Q?J=C3=B6rg?= <j@a.example>\nSubject: =?utf-8?B?R3LDvMOfZQ==?=\n"
    "Date: Tue, 06 Jan 2026 09:00:00 +0100\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; boundary="b"\n\n--b\n'
    "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    "<p>Gr=C3=BC=C3=9Fe aus der Stadt, und =\nnoch mehr.</p>\n--b\n"
    "Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64\n\n"
    "R3LDvMOfZQ==\n--b--\n"
)
RTF = (
    "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\info{\\title T}}{\\b bold} \\u8364? \\'e9"
    "\\par "
    "\\trowd a\\cell b\\cell\\row {\\*\\x y}{\\footnote note}end}"
)
ODT = (
    "<text:h text:outline-level='2'>Head</text:h><text:p>One<text:s text:c='3'/>two<text:note>"
    "<text:note-citation>1</text:note-citation><text:note-body><text:p>Note.</text:p>"
    "</text:note-body></text:note></text:p><text:list><text:list-item><text:p>item</text:p>"
    "</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>a</text:p>"
    "</table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>"
    "</table:table>"
)
CODES = code(3, "one", code(4, "two", "<Description>Said.</Description>", "color='#33cc33'"))
NOTE = "<Notes><Note guid='{n}'><PlainTextContent>Note.</PlainTextContent></Note></Notes>"
MARKS = selection(0, 5, 3, 4, inner="<NoteRef targetGUID='{n}'/>", attributes="name='Grüße'")
MARKS += selection(25, 32, 4, number=51, attributes="creationDateTime='2026-01-15T10:00:00Z'")
FILES = {
    "a.txt": "Grüße aus der Stadt.\r\nZweite Zeile 🙂\n".encode(),
    "b.txt": "Zażółć gęślą jaźń, second line".encode("utf-16"),
    "c.txt": "Кодекс поведения - это документ".encode("cp1251"),
    "a.md": b"---\ntitle: T\ntags: [a, b]\n---\n# Head\n\n> *quote*\n\n1. [x](https://a.example)\n\n|a|b|\n|-|-|\n|c|d|\n",
    "a.html": PAGE.encode(),
    "a.docx": docx(paragraph("One") + paragraph("Two", "<w:pStyle w:val='Heading1'/>")),
    "a.odt": odt(ODT),
    "a.rtf": RTF.encode("latin-1"),
    "a.epub": epub({"1.html": "<h1>One</h1><p>text", "2.html": "<p>two"}, "<dc:title>T</dc:title>"),
    "a.pdf": pdf(
        [["One line of text", "and another one."], ["Page two."]], "/Title(T)", "/Lang(en)"
    ),
    "a.mhtml": MAIL.encode(),
    "a.eml": MAIL.encode(),
    "a.csv": b'title;text;date\nOne;"first; ""x""\nline";2026\nTwo;second;\n',
    "a.tsv": b"title\ttext\nOne\tfirst\n",
    "a.json": b'{"items": [{"title": "One", "content_html": "<p>first", "n": [1, {"name": "x"}]}]}',
    "a.qdpx": qdpx(
        CODES, text_source(MARKS), {"doc.txt": "Grüße aus der Stadt.\r\nZweite Zeile 🙂\n"}, NOTE
    ),
    "a.qdc": qde(CODES).encode(),
    "a.jsonl": b'{"title": "One", "text": "first"}\n{"text": "\\ud83d"}\n',
}
# A damaged ZIP is refused at once, so what is inside is damaged too.
ZIPPED = [name for name in FILES if zipfile.is_zipfile(BytesIO(FILES[name]))]
PATIENCE = 300  # seconds

Damage = tuple[str, float, int, bytes]
DAMAGES = st.lists(
    st.tuples(
        st.sampled_from(("flip", "cut", "drop", "double", "put")),
        st.floats(0, 1, exclude_max=True),
        st.integers(1, 64),
        st.binary(min_size=1, max_size=4),
    ),
    min_size=1,
    max_size=6,
)
MANY = settings.default.max_examples
# a few of each in every run of the tests
TRIES = settings(max_examples=MANY if MANY > 100 else MANY // 4)


def damaged(data: bytes, damages: list[Damage]) -> bytes:
    """Flip bits, cut the end off, drop, double or put in some bytes."""
    for kind, where, length, more in damages:
        at = int(where * len(data))
        before, piece, after = data[:at], data[at : at + length], data[at + length :]
        if kind == "flip":
            piece = bytes(byte ^ (1 << (length % 8)) for byte in piece[:1]) + piece[1:]
        data = {
            "flip": before + piece + after,
            "cut": before,
            "drop": before + after,
            "double": before + piece + piece + after,
            "put": before + more + piece + after,
        }[kind]
    return data


def damaged_inside(data: bytes, damages: list[Damage], which: int) -> bytes:
    """Damage one entry of a ZIP file and pack it again."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    chosen = list(entries)[which % len(entries)]
    return zipped({**entries, chosen: damaged(entries[chosen], damages)})


@contextmanager
def no_hang() -> Iterator[None]:
    """Fail what takes too long, where the system can."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(number: int, frame: object) -> None:
        raise KeyboardInterrupt("It hangs.")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def read(path):
    try:
        with no_hang():
            drafts, codebook = read_contents(path)
    except UserError:
        return
    for tag in codebook.tags if codebook else ():
        assert check_name(tag.name) == tag.name
    for draft in drafts:
        assert draft.title
        assert draft.text.strip()
        for words in draft[:2] + draft[3:7]:
            assert clean(words) == words
        for piece in (*draft.styles, *draft.passages):
            assert 0 <= piece.start < piece.end <= len(draft.text)


def test_every_format_is_damaged():
    known = [reader_for(Path(name)) for name in FILES]
    assert all(reader in known for reader in READERS)


@pytest.mark.parametrize("name", FILES)
@given(damages=DAMAGES)
@TRIES
def test_a_damaged_file_gives_drafts_or_a_sentence(tmp_path, name, damages):
    path = tmp_path / name
    path.write_bytes(damaged(FILES[name], damages))
    read(path)


@pytest.mark.parametrize("name", ZIPPED)
@given(damages=DAMAGES, which=st.integers(0, 9))
@TRIES
def test_a_damaged_part_of_an_archive_gives_drafts_or_a_sentence(tmp_path, name, damages, which):
    path = tmp_path / name
    path.write_bytes(damaged_inside(FILES[name], damages, which))
    read(path)
