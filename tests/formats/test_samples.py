"""Real and hostile files through the reading process; tests/samples.py says where they are."""

import codecs
import hashlib

import pytest

from desk.core.text import clean
from desk.formats.charset import DECLARED_MEANS
from desk.formats.source import Options
from desk.formats.worker import read_files
from tests.samples import entries, expected, name, needs_samples, path_of, told, unwanted

pytestmark = needs_samples


def read(entry, **options):
    path = path_of(entry)
    before = hashlib.sha256(path.read_bytes()).digest()
    (outcome,) = read_files([path], options=Options(**options))
    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert bool(outcome.drafts or outcome.codebook) != bool(outcome.error)
    assert outcome.report == ""
    for draft in outcome.drafts:
        assert clean(draft.text) == draft.text
        assert draft.title
        assert all(0 <= s.start < s.end <= len(draft.text) for s in draft.styles)
    return outcome


def encoding(label):
    label = label.removesuffix("-sig")
    return codecs.lookup(DECLARED_MEANS.get(label, label)).name


@pytest.mark.parametrize("entry", entries("inputs"), ids=name)
def test_every_input_comes_in_with_its_sentence(entry):
    outcome = read(entry)
    if entry["must_contain"] is None:
        assert "protected by a password" in str(outcome.error)
        (draft,) = read(entry, password="openpassword").drafts
        assert "Lorem ipsum" in draft.text
        return
    assert any(entry["must_contain"] in draft.text for draft in outcome.drafts)
    for phrase in unwanted(entry):
        assert not any(phrase in draft.text for draft in outcome.drafts)
    if "encoding" in entry:
        assert encoding(outcome.drafts[0].encoding) == encoding(entry["encoding"])


@pytest.mark.parametrize("entry", entries("bad"), ids=name)
def test_no_bad_file_does_harm(entry):
    outcome = read(entry)
    words = expected(entry)
    if words.startswith("+"):
        assert words[1:] in outcome.drafts[0].text
        assert told(entry) in " ".join(str(w) for draft in outcome.drafts for w in draft.warnings)
    elif words.startswith("#"):
        assert outcome.codebook.tags[-1].name == words.rpartition("/")[2].removeprefix("#")
        assert told(entry) in " ".join(map(str, outcome.codebook.warnings))
    else:
        assert outcome.drafts == ()
        assert words in str(outcome.error)
