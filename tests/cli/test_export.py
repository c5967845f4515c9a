"""Exports from the command line."""

import subprocess
import sys
from pathlib import Path

import pytest

from desk.core.types import Draft
from desk.formats.csv_rows import PASSAGE_COLUMNS, TAG_COLUMNS
from desk.store.desk import Desk
from tests.process import Run, done, environment, names_in, only_error, records, refused

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


def test_a_dash_is_standard_output(tagged: Path) -> None:
    before = names_in(tagged)
    said = done(tagged, "export", "my.desk", "-")
    assert names_in(tagged) == before
    assert done(tagged, "export", "my.desk", "-", "--no-bom", "--format", "csv") == said[1:]
    done(tagged, "export", "my.desk", "out.csv")
    result = subprocess.run(
        [sys.executable, "-m", "desk.cli", "export", "my.desk", "-"], cwd=tagged,
        env=environment(tagged / "home"), capture_output=True, check=True, timeout=600,
    )  # fmt: skip
    assert result.stdout == (tagged / "out.csv").read_bytes()


@posix
def test_a_reader_that_has_enough_of_an_export_ends_it_in_silence(tagged: Path) -> None:
    with Desk.open(tagged / "my.desk") as desk, desk.step("Mark"):
        article = desk.articles.add(Draft("word " * 3000, title="Long"))
        for start in range(0, 15000, 5):
            desk.passages.add(article, start, start + 4)
    command = (
        f'"{sys.executable}" -m desk.cli export my.desk - | head -n 1; echo ${{PIPESTATUS[0]}}'
    )
    result = subprocess.run(
        ["bash", "-c", command], cwd=tagged, env=environment(tagged / "home"),
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert result.stderr == ""
    assert result.stdout.splitlines()[1:] == ["0"]


@posix
def test_a_pipe_is_no_file_and_the_dash_is_named(tagged: Path) -> None:
    assert "Use - to write" in refused(tagged, "export", "my.desk", "/dev/stdout", "--format=csv")


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
