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

# What becomes of the hostile files: words of the refusal, or of the text after "+".
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
}

# What must be said besides: of a text that comes in, but not as it stands in the file.
TOLD = {
    "txt/invalid-utf8.txt": "guess",
    "txt/truncated-utf8-tail.txt": "could not be read",
    "txt/utf16le_no-bom.txt": "UTF-16-LE",
    "csv/unterminated-quote.csv": "never closed",
    "csv/ragged-rows.csv": "than there are columns: 2, 3",
    "csv/duplicate-headers.csv": "were numbered",
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
    """Return words of the refusal of a bad file, or "+" and words of the text that comes in."""
    file = name(entry).removeprefix("bad/")
    return BAD[file] if reader_for(Path(file)) else "are not known"


def told(entry: Entry) -> str:
    return TOLD.get(name(entry).removeprefix("bad/"), "")


def unwanted(entry: Entry) -> list[str]:
    """Return what an article must not have."""
    phrases = entry.get("must_not_contain") or []
    return [phrases] if isinstance(phrases, str) else phrases
