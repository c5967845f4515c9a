"""Real and hostile files, if there is a folder of them: READING_DESK_SAMPLES names it.

The folder holds `inputs/manifest.json` and `bad/manifest.json`, lists of objects with `file`
(below the samples folder) and, for inputs, `must_contain`, `must_not_contain` and `encoding`.
"""

import codecs
import hashlib
import json
import os
from pathlib import Path

import pytest

from desk.core.text import clean
from desk.formats.charset import DECLARED_MEANS
from desk.formats.registry import reader_for
from desk.formats.source import Options
from desk.formats.worker import read_files

FOLDER = os.environ.get("READING_DESK_SAMPLES", "")
SAMPLES = Path(FOLDER)
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="READING_DESK_SAMPLES names no folder of sample files"
)

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
    "txt/nul-bytes.txt": "+before�after��end",
    "txt/line-ends-cr-only.txt": "+old mac\ntwo\nthree",
    "csv/no-header-one-column.csv": "Choose the column",
    "docx/truncated.docx": "damaged",
    "docx/empty.docx": "is empty",
    "docx/old-doc-named.docx": "old office program",
    "docx/no-document-part.docx": "damaged",
    "docx/zip-bomb.docx": "out of proportion",
    "epub/no-container.epub": "damaged",
    "epub/drm-encrypted.epub": "protected against copying",
    "html/script-and-remote.html": "+Visible text.",
    "html/deep-nesting.html": "+deep text",
    "html/unclosed.html": "+one\ntwoboldbothodd\ncell",
    "json/nested-100k.json": "nested too deeply",
    "json/truncated.json": "damaged",
    "json/lone-surrogate-escapes.json": "+high � low � ok 😀",
    "rtf/not-rtf.rtf": "+plain text named rtf",
    "rtf/bin-and-negative-unicode.rtf": "+😀 emoji",
    "pdf/not-a-pdf.pdf": "damaged",
    "pdf/truncated.pdf": "damaged",
    "pdf/encrypted_empty-user-password.pdf": "+Lorem ipsum dolor sit amet",
    "pdf/encrypted_user-password_secret.pdf": "protected by a password",
    "pdf/blank-page.pdf": "text recognised",
    "mhtml/missing_boundary.mhtml": "no page in it",
}


def entries(kind):
    manifest = SAMPLES / kind / "manifest.json"
    return json.loads(manifest.read_text("utf-8")) if FOLDER else []


def name(entry):
    return entry["file"]


def read(entry, **options):
    path = SAMPLES / entry["file"]
    before = hashlib.sha256(path.read_bytes()).digest()
    (outcome,) = read_files([path], options=Options(**options))
    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert bool(outcome.drafts) != bool(outcome.error)
    assert outcome.report == ""
    for draft in outcome.drafts:
        assert clean(draft.text) == draft.text
        assert draft.title
        assert all(0 <= s.start < s.end <= len(draft.text) for s in draft.styles)
    return outcome


def words(text):
    """White space apart: a manifest's sentence has one space where a file may have a tab."""
    return " ".join(text.split())


def encoding(label):
    label = label.removesuffix("-sig")
    return codecs.lookup(DECLARED_MEANS.get(label, label)).name


@pytest.mark.parametrize("entry", entries("inputs"), ids=name)
def test_every_input_comes_in_with_its_sentence(entry):
    outcome = read(entry)
    if entry["must_contain"] is None:
        assert "protected by a password" in outcome.error
        return
    text = words("\n".join(draft.text for draft in outcome.drafts))
    assert words(entry["must_contain"]) in text
    unwanted = entry.get("must_not_contain") or []
    for phrase in [unwanted] if isinstance(unwanted, str) else unwanted:
        assert words(phrase) not in text
    if "encoding" in entry:
        assert encoding(outcome.drafts[0].encoding) == encoding(entry["encoding"])


@pytest.mark.parametrize("entry", entries("bad"), ids=name)
def test_no_bad_file_does_harm(entry):
    outcome = read(entry)
    expected = BAD.get(entry["file"].removeprefix("bad/"), "")
    if expected.startswith("+"):
        assert expected[1:] in outcome.drafts[0].text
    elif expected or reader_for(Path(entry["file"])) is None:
        assert outcome.drafts == ()
        assert expected in outcome.error
