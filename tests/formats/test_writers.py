from pathlib import Path

import pytest

from desk.core.errors import UserError
from desk.formats.writers import WRITERS, writer_for


def test_the_suffix_names_the_format_whatever_its_case():
    assert writer_for(Path("out.CSV")).key == "csv"


def test_a_key_wins_over_the_suffix():
    assert writer_for(Path("out.txt"), "csv").key == "csv"


@pytest.mark.parametrize(("name", "key"), [("out", ""), ("out.xyz", ""), ("out.csv", "xyz")])
def test_an_unknown_format_is_refused_with_those_that_are_known(name, key):
    with pytest.raises(UserError, match=r"\.csv"):
        writer_for(Path(name), key)


def test_every_writer_can_be_told_apart():
    suffixes = [suffix for writer in WRITERS for suffix in writer.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert len({writer.key for writer in WRITERS}) == len(WRITERS)
