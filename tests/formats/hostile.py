"""Files that mean harm, of every kind that SAFETY knows, made when a test asks for them."""

import io
import json
import os
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

from tests.formats.make import (
    ODF,
    W,
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

LAUGHS = (
    "<!DOCTYPE d [<!ENTITY a 'ha'>"
    + "".join(
        f"<!ENTITY {y} '{f'&{x};' * 10}'>" for x, y in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
SECRET = "<!DOCTYPE d [<!ENTITY i SYSTEM 'file:///etc/passwd'>]>"
DEEP = 20_000
ZALGO = "Z" + "\u0346\u0330\u0331\u0342" * 100
TROJAN = "invoice \u202etxt.exe\u202c \u2066of may\u2069"


def lying(data, size):
    """The same ZIP file, in whose directory each entry claims to unpack to `size` bytes."""
    out = bytearray(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        place = archive.start_dir
        for entry in archive.infolist():
            out[place + 24 : place + 28] = size.to_bytes(4, "little")
            lengths = [
                int.from_bytes(out[place + n : place + n + 2], "little") for n in (28, 30, 32)
            ]
            local = entry.header_offset
            out[local + 22 : local + 26] = size.to_bytes(4, "little")
            place += 46 + sum(lengths)
    return bytes(out)


def bomb(make):
    """A document that unpacks to 30 MB, and claims to unpack to 2,000 bytes."""
    return lying(make("A" * 30_000_000), 2_000)


def odt_of(text):
    return odt(f"<text:p>{text}</text:p>")


def docx_of(text):
    return docx(paragraph(text))


def epub_of(text):
    return epub({"a.html": f"<p>{text}</p>"})


def _doctype_epub(doctype):
    package = f"<?xml version='1.0'?>{doctype}<package><metadata>&i;</metadata></package>"
    return epub({"a.html": "<p>x"}, parts={"OEBPS/book.opf": package})


def _doctype_odt(doctype):
    content = (
        f"<?xml version='1.0'?>{doctype}<office:text {ODF}><text:p>kept&i;</text:p></office:text>"
    )
    return odt("", parts={"content.xml": content})


def qdpx_of(text, marks=""):
    return qdpx("<Code name='a'/>", text_source(marks), {"doc.txt": text})


def _doctype_qde(doctype):
    return (
        qde("<Code name='&i;'><Description>&i;</Description></Code>")
        .replace("?>", f"?>{doctype}", 1)
        .encode()
    )


def _nested_mail(depth):
    head = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth)
    )
    return f"Subject: deep\n{head}Content-Type: text/plain\n\ndeep text\n".encode()


def names(folder):
    """Make files in a folder under names that no program should show as they are; return them."""
    made = []
    for name in (b"two\nlines.txt", b"caf\xe9.txt", b"\x1b[31mred.txt", TROJAN.encode() + b".txt"):
        path = Path(os.fsdecode(os.fsencode(folder) + b"/" + name))
        with suppress(OSError):  # a file system that takes Unicode names alone
            path.write_bytes(b"Words under the name " + name.hex().encode())
            made.append(path)
    return made


def no_files(folder):
    """Make what has the name of a file and is none; return the paths."""
    if sys.platform == "win32":
        return []
    for name, make in (
        ("device.txt", lambda path: path.symlink_to("/dev/zero")),
        ("circle.txt", lambda path: path.symlink_to(path)),
        ("nowhere.txt", lambda path: path.symlink_to("/no/such/file")),
        ("pipe.txt", os.mkfifo),
        ("folder.txt", lambda path: path.mkdir()),
    ):
        make(folder / name)
    return [folder / f"{name}.txt" for name in ("device", "circle", "nowhere", "pipe", "folder")]


def save_all(folder):
    """Make all of these in a folder; return the paths, the good file last."""
    for name, (make, _) in FILES.items():
        (folder / name).write_bytes(make())
    (folder / "good.txt").write_text("A good file, which comes in whatever was before it.")
    made = [folder / name for name in FILES]
    return [*made, *names(folder), *no_files(folder), folder / "good.txt"]


# What comes in has its words here; what is refused, those of the refusal after "-". None: both
# are right, for what a library makes of it differs from version to version.
FILES = {
    "bomb.docx": (lambda: docx_of("A" * 30_000_000), "-out of proportion"),
    "bomb.odt": (lambda: odt_of("A" * 30_000_000), "-out of proportion"),
    "bomb.epub": (lambda: epub_of("A" * 30_000_000), "-out of proportion"),
    "lying.docx": (lambda: bomb(docx_of), "-damaged"),
    "lying.odt": (lambda: bomb(odt_of), "-damaged"),
    "lying.epub": (lambda: bomb(epub_of), "-damaged"),
    "bomb.qdpx": (lambda: qdpx_of("A" * 30_000_000), "-out of proportion"),
    "lying.qdpx": (lambda: bomb(qdpx_of), None),
    "laughs.qde": (lambda: _doctype_qde(LAUGHS), "-document type"),
    "secret.qde": (lambda: _doctype_qde(SECRET), "-document type"),
    "outside.qdpx": (
        lambda: qdpx(sources="<TextSource name='x' plainTextPath='absolute:///etc/passwd'/>"),
        "-were not opened: x",
    ),
    "deep.qdc": (lambda: qde("<Code name='c'>" * DEEP + "</Code>" * DEEP).encode(), "-500 levels"),
    "quotes.qdpx": (
        lambda: qdpx_of("A" * 900_000, "".join(selection(n, 900_000) for n in range(60))),
        "-quote more than",
    ),
    "entries.docx": (lambda: zipped({f"{n}.xml": "" for n in range(6_000)}), "-out of proportion"),
    "laughs.docx": (lambda: docx(paragraph("&i;"), doctype=LAUGHS), "-document type"),
    "laughs.odt": (lambda: _doctype_odt(LAUGHS), None),
    "laughs.epub": (lambda: _doctype_epub(LAUGHS), None),
    "laughs.html": (lambda: f"{LAUGHS}<p>kept &i;</p>".encode(), "kept"),
    "secret.docx": (lambda: docx(paragraph("&i;"), doctype=SECRET), "-document type"),
    "secret.odt": (lambda: _doctype_odt(SECRET), "kept"),
    "secret.epub": (lambda: _doctype_epub(SECRET), None),
    "secret.html": (lambda: f"{SECRET}<p>kept &i;</p>".encode(), "kept"),
    "deep.docx": (
        lambda: docx(
            "<w:tbl><w:tr><w:tc>" * 3_000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 3_000
        ),
        "-nested too deeply",
    ),
    "deep.odt": (
        lambda: odt("<text:section>" * 5_000 + "<text:p>x</text:p>" + "</text:section>" * 5_000),
        "-damaged",
    ),
    "deep.epub": (lambda: epub({"a.html": "<div>" * DEEP + "deep text"}), "deep text"),
    "deep.html": (lambda: ("<div><b><ul><li>" * DEEP + "deep text").encode(), "deep text"),
    "deep table.html": (lambda: ("<table><tr><td>" * DEEP + "deep text").encode(), "deep text"),
    "deep.md": (lambda: (">" * DEEP + "deep text\n" + "[" * DEEP + "*" * DEEP).encode(), None),
    "deep.json": (lambda: b"[" * 200_000, "-nested too deeply"),
    "deep.jsonl": (lambda: b'{"text": "kept"}\n' + b"[" * 200_000, "kept"),
    "deep.rtf": (lambda: ("{\\rtf1 " + "{" * DEEP + "deep text" + "}" * DEEP + "}").encode(), None),
    "deep.eml": (lambda: _nested_mail(400), None),
    "deep.mhtml": (lambda: _nested_mail(400), None),
    "deep.pdf": (lambda: pdf([["x"]], "/Title " + "[" * DEEP), None),
    "marks.txt": (lambda: (ZALGO * 20).encode(), "Z\u0346"),
    "trojan.md": (lambda: f"---\ntitle: {TROJAN}\n---\nWords.".encode(), "Words."),
    "nul.txt": (lambda: b"before\0after\x01 and more words than that", "before�after�"),
    "surrogates.json": (lambda: b'[{"title": "\\ud83d", "text": "a\\ude00b"}]', "a�b"),
    "surrogates.rtf": (lambda: b"{\\rtf1 a\\u-10179?b}", None),
    "surrogates.html": (lambda: b"<p>a&#xD800;b&#0;c", "c"),
    "unclosed.csv": (
        lambda: ("title,text\nok,fine\n" + 'a,"' + "b,c\n" * 300_000).encode(),
        "fine",
    ),
    "one line.txt": (lambda: b"Words without an end. " * 100_000, "Words without an end."),
    "one word.txt": (lambda: b"a" * 1_000_000, "aaaa"),
    "one word.html": (lambda: b"<p><b>" + b"a" * 1_000_000, "aaaa"),
    "title.html": (lambda: b"<title>" + b"t" * 1_000_000 + b"</title><p>Words.", "Words."),
    "columns.csv": (lambda: ("text," + "c," * 20_000 + "\nwords\n").encode(), "words"),
    "rows.json": (
        lambda: json.dumps([{"text": f"words {n}"} for n in range(60)]).encode(),
        "words",
    ),
    "empty.pdf": (lambda: b"", "-is empty"),
    "lengths.pdf": (lambda: pdf([["Words of a page."]]).replace(b"/Length ", b"/Length 99"), None),
    "loop.pdf": (lambda: pdf([["x"]]).replace(b"/Kids[5 0 R]", b"/Kids[2 0 R]"), None),
    "styles.odt": (
        lambda: odt(
            "<text:p text:style-name='A'>Words.</text:p>",
            "<style:style style:name='A' style:parent-style-name='A'/>",
        ),
        "Words.",
    ),
    "outside.epub": (lambda: epub({"../../../etc/passwd": "<p>Words."}), None),
    "comments.docx": (
        lambda: docx(f"<w:p {W}>" + "<w:r><w:t>x</w:t></w:r>" * 4_000 + "</w:p>"),
        "xxxx",
    ),
}
