"""Real and hostile files, if there is a folder of them: READING_DESK_SAMPLES names it.

The folder holds `inputs/manifest.json` and `bad/manifest.json`, lists of objects with `file`
(below the samples folder) and, for inputs, `must_contain`, `must_not_contain` and `encoding`.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from desk.formats.registry import reader_for

FOLDER = os.environ.get("READING_DESK_SAMPLES", "")
SAMPLES = Path(FOLDER)
needs_samples = pytest.mark.skipif(
    not FOLDER, reason="READING_DESK_SAMPLES names no folder of sample files"
)

Entry = dict[str, Any]

# What becomes of the hostile files: words of the refusal, or of the text after "+", or the path of
# a tag after "#" where no text comes in.
BAD = {
    "txt/invalid-utf8.txt": "+ bad middle good end ",
    "txt/truncated-utf8-tail.txt": "+Ends inside an emoji �",
    "txt/utf16le_bom.txt": "+Zażółć gęślą jaźń",
    "txt/utf16le_no-bom.txt": "+Plain ASCII text in UTF-16 without a mark.\nSecond line",
    "txt/utf16le_odd-length.txt": "+odd�",
    "txt/utf32le_bom.txt": "+four bytes 😀",
    "txt/utf8-with-two-boms.txt": "+Two marks. ab inside.",
    "txt/empty.txt": "is empty",
    "txt/only-whitespace.txt": "no text in it",
    "txt/binary-named.txt": "not a text",
    "txt/zip-named.txt": "not a text",
    "txt/one-line-5MB.txt": "+The quick brown fox jumps over the lazy dog.",
    "txt/nul-bytes.txt": "+before�after��end",
    "txt/control-chars.txt": "+� visible ",
    "txt/line-ends-mixed.txt": "+LF\nCRLF\nCR\nNEL\nLS\nPS\nVT\nFF\nFS�GS�RS�end",
    "txt/line-ends-cr-only.txt": "+old mac\ntwo\nthree",
    "txt/bidi-trojan-tag-names.txt": "+txt.exe",
    "txt/combining-zalgo.txt": "+Z\u0346\u0330",
    "txt/nfc-vs-nfd.txt": "+caf\u00e9 caf\u00e9 \u00c5 \u00c5 \u00c5",
    "txt/case-folding.txt": "+Straße STRASSE İstanbul istanbul ISTANBUL ıI",
    "txt/csv-injection.txt": "+=cmd|' /C calc'!A0",
    "txt/name with spaces, ünï & 'quotes' 名.txt": "+File name is the trap.",
    "csv/unterminated-quote.csv": "+fine",
    "csv/ragged-rows.csv": "+b",
    "csv/no-header-one-column.csv": "Choose the column",
    "csv/duplicate-headers.csv": "+1",
    "docx/truncated.docx": "damaged",
    "docx/empty.docx": "is empty",
    "docx/old-doc-named.docx": "old office program",
    "docx/no-document-part.docx": "damaged",
    "docx/zip-bomb.docx": "out of proportion",
    "eml/unknown-charset.eml": "+!!!not base64!!!",
    "epub/no-container.epub": "damaged",
    "epub/drm-encrypted.epub": "protected against copying",
    "html/script-and-remote.html": "+Visible text.",
    "html/deep-nesting.html": "+deep text",
    "html/unclosed.html": "+one\ntwoboldbothodd\ncell",
    "json/nested-100k.json": "nested too deeply",
    "json/truncated.json": "damaged",
    "json/lone-surrogate-escapes.json": "+high � low � ok 😀",
    "json/duplicate-keys.json": "+x",
    "rtf/truncated.rtf": "+Some text bold",
    "rtf/not-rtf.rtf": "+plain text named rtf",
    "rtf/bin-and-negative-unicode.rtf": "+😀 emoji",
    "pdf/not-a-pdf.pdf": "damaged",
    "pdf/truncated.pdf": "damaged",
    "pdf/encrypted_empty-user-password.pdf": "+Lorem ipsum dolor sit amet",
    "pdf/encrypted_user-password_secret.pdf": "protected by a password",
    "pdf/blank-page.pdf": "text recognised",
    "mhtml/missing_boundary.mhtml": "no page in it",
    "mhtml/unexpected_eof.mhtml": "no text in it",
    "qdpx/external-absolute-path.qdpx": "#a",
    "qdpx/billion-laughs.qde": "document type",
    "qdpx/billion-laughs.qdpx": "document type",
    "qdpx/xxe.qde": "document type",
    "qdpx/zip-bomb-small.qdpx": "out of proportion",
    "qdpx/truncated.qdpx": "damaged",
    "qdpx/no-qde.qdpx": "no project in it",
    "qdpx/two-qde.qdpx": "several projects in it",
    "qdpx/capital-Sources-folder.qdpx": "+Hello world, this is text.",
    "qdpx/no-internal-scheme.qdpx": "+Hello world, this is text.",
    "qdpx/internal-one-slash.qdpx": "+Hello world, this is text.",
    "qdpx/source-bom-crlf.qdpx": "+Hello\nworld\nagain",
    "qdpx/positions-out-of-range.qdpx": "+Hello world, this is text.",
    "qdpx/plaintextcontent-inline.qdpx": "+line one\nline two \nend",
    "qdpx/unknown-coderef.qdpx": "+Hello world, this is text.",
    "qdpx/nested-500-deep.qdc": "#" + "/".join(f"c{level}" for level in range(500)),
    "qdpx/no-namespace.qdc": "#Topics",
    "qdpx/old-namespace-1-0.qdc": "#Old",
    "qdpx/bom-before-xml.qdc": "#B",
    "qdpx/forbidden-chars.qdc": "forbidden character: line 1, column 132",
}

# The passages that come with a text: their tags and quotes.
MARKED = {
    "qdpx/capital-Sources-folder.qdpx": [("a", "Hello")],
    "qdpx/no-internal-scheme.qdpx": [("a", "Hello")],
    "qdpx/internal-one-slash.qdpx": [("a", "Hello")],
    "qdpx/source-bom-crlf.qdpx": [("a", "world")],
    "qdpx/positions-out-of-range.qdpx": [("a", "Hell"), ("a", " world, this is text.")],
    "qdpx/plaintextcontent-inline.qdpx": [("a", "line two")],
    "qdpx/unknown-coderef.qdpx": [("", "Hello")],
    "reading-desk-sample.qdpx": [
        ("housing; housing/rent", "rents rose 😀 faster than pay"),
        ("housing", "שלום"),
        ("", "👩\u200d👩\u200d👧\u200d👦 family"),
    ],
}

# What must be said besides: of a text that comes in, but not as it stands in the file.
TOLD = {
    "txt/invalid-utf8.txt": "guess",
    "txt/truncated-utf8-tail.txt": "could not be read",
    "txt/utf16le_no-bom.txt": "UTF-16-LE",
    "csv/unterminated-quote.csv": "never closed",
    "csv/ragged-rows.csv": "than there are columns: 2, 3",
    "csv/duplicate-headers.csv": "were numbered",
    "qdpx/external-absolute-path.qdpx": "were not opened: doc.",
    "qdpx/positions-out-of-range.qdpx": "2 passages went beyond the text",
    "qdpx/unknown-coderef.qdpx": "names a code that the project does not have",
    "TestProject_sky-loom.qdpx": "2 PDF files, 1 picture, 1 sound, 2 films",
}

# Projects and codebooks of other programs: tags that come with them.
PROJECTS = {
    "TestProject_sky-loom.qdpx": ["Coke", "Coke::diet Coke", "happiness", '"rushed"'],
    "reading-desk-sample.qdpx": ["housing", "housing/rent"],
    "reading-desk-sample.qdc": ["housing", "housing/rent"],
}


def entries(kind: str) -> list[Entry]:
    """Return the entries of a manifest, none where there are no samples."""
    manifest = SAMPLES / kind / "manifest.json"
    return json.loads(manifest.read_text("utf-8")) if FOLDER else []


def name(entry: Entry) -> str:
    return str(entry["file"])


def path_of(entry: Entry) -> Path:
    return SAMPLES / name(entry)


def expected(entry: Entry) -> str:
    """Return what becomes of a bad file, as `BAD` says it."""
    file = _short(entry)
    return BAD[file] if reader_for(Path(file)) else "are not known"


def told(entry: Entry) -> str:
    return TOLD.get(_short(entry), "")


def marked(entry: Entry) -> list[tuple[str, str]]:
    return MARKED.get(_short(entry), [])


def projects() -> list[Entry]:
    """Return the projects and codebooks that other programs wrote."""
    return [entry for entry in entries("refi") if _short(entry) in PROJECTS]


def tags_of(entry: Entry) -> list[str]:
    return PROJECTS[_short(entry)]


def _short(entry: Entry) -> str:
    return name(entry).removeprefix("bad/").removeprefix("refi/")


def unwanted(entry: Entry) -> list[str]:
    """Return what an article must not have."""
    phrases = entry.get("must_not_contain") or []
    return [phrases] if isinstance(phrases, str) else phrases
