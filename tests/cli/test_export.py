"""Exports from the command line."""

import sys
from pathlib import Path

import pytest

from desk.formats.csv_rows import PASSAGE_COLUMNS, TAG_COLUMNS
from tests.process import Run, done, names_in, only_error, records

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX modes and pipes")


def test_export_writes_the_contract(tagged: Path) -> None:
    assert done(tagged, "export", "my.desk", "out.csv") == "wrote 3 rows to out.csv\n"
    raw = (tagged / "out.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfpassage_id,")
    assert raw.endswith(b"Z\r\n")
    rows = records(tagged / "out.csv")
    assert tuple(rows[0]) == PASSAGE_COLUMNS
    assert [row["tags"] for row in rows] == ["claim/strong", "claim; other", ""]
    assert [row["quote"] for row in rows] == ["few safe places", "Few believe it", "=cmd()"]
    assert rows[2]["note"] == 'Says "hello",\nagain'


def test_export_of_rows_for_each_tag(tagged: Path) -> None:
    done(tagged, "export", "my.desk", "out.csv", "--rows", "tag", "--no-bom")
    assert (tagged / "out.csv").read_bytes().startswith(b"passage_id,")
    rows = records(tagged / "out.csv")
    assert tuple(rows[0]) == TAG_COLUMNS
    assert [(row["tag"], row["tag_path"]) for row in rows] == [
        ("strong", "claim/strong"), ("claim", "claim"), ("other", "other"), ("", ""),
    ]  # fmt: skip


def test_export_of_a_tag_takes_those_under_it(tagged: Path) -> None:
    done(tagged, "export", "my.desk", "out.csv", "--tag", "claim")
    assert len(records(tagged / "out.csv")) == 2
    done(tagged, "export", "my.desk", "out.csv", "--tag", "claim/strong", "--tag", "other")
    assert len(records(tagged / "out.csv")) == 2
    done(tagged, "export", "my.desk", "out.csv", "--rows", "tag", "--tag", "claim")
    assert [row["tag"] for row in records(tagged / "out.csv")] == ["strong", "claim"]


def test_export_of_articles_and_guard(tagged: Path) -> None:
    arguments = ["export", "my.desk", "out.tsv", "--article", "2", "--format", "csv"]
    done(tagged, *arguments)
    assert [row["quote"] for row in records(tagged / "out.tsv")] == ["=cmd()"]
    done(tagged, *arguments, "--guard")
    assert [row["quote"] for row in records(tagged / "out.tsv")] == ["'=cmd()"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["my.desk"], "is the desk itself"),
        (["./home/../my.desk"], "is the desk itself"),
        (["hard.csv"], "is the desk itself"),
        (["link.csv"], "is the desk itself"),
        (["my.desk-journal"], "is the desk itself"),
        (["other.desk", "--format", "csv"], "cover a desk"),
        (["."], "is a folder"),
        (["sub.csv"], "is a folder"),
        (["out"], "in which format"),
        (["out.xyz"], "in which format"),
        (["nowhere/out.csv"], "does not exist"),
        (["out.csv", "--tag", "no such"], "no tag “no such”"),
        (["out.csv", "--article", "no such"], "No article"),
        (["out.csv", "--rows", "both"], "Invalid value"),
        (["out.csv", "--format", "xyz"], "Invalid value"),
    ],
)
@posix
def test_what_cannot_be_exported_to_leaves_everything(
    tagged: Path, run: Run, arguments: list[str], words: str
) -> None:
    (tagged / "sub.csv").mkdir()
    (tagged / "home").mkdir()
    (tagged / "link.csv").symlink_to("my.desk")
    (tagged / "hard.csv").hardlink_to(tagged / "my.desk")
    before = (tagged / "my.desk").read_bytes(), names_in(tagged)
    assert words in only_error(run(tagged, "export", "my.desk", *arguments))
    assert ((tagged / "my.desk").read_bytes(), names_in(tagged)) == before
