"""How the command line behaves as a program: output, codes, what it loads."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desk import app
from desk.cli import handles
from desk.cli.program import commands
from desk.core.errors import UserError
from desk.core.types import ArticleId, Draft, FolderId
from desk.store.articles import Articles
from desk.store.desk import Desk
from desk.tasks import importing
from tests.process import ROOT, Run, done, environment, only_error

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX modes and pipes")


def test_help_and_version_say_what_there_is(tmp_path: Path) -> None:
    said = done(tmp_path, "--help")
    assert all(verb in said for verb in commands.commands)
    assert done(tmp_path, "--version").startswith("reading-desk 0.")
    assert "--nth N" in done(tmp_path, "tag", "--help")


@pytest.mark.parametrize(
    "arguments", [[], ["unknown"], ["list"], ["list", "my.desk", "everything"]]
)
def test_a_wrong_command_is_one_line(tmp_path: Path, run: Run, arguments: list[str]) -> None:
    only_error(run(tmp_path, *arguments))


def test_which_arguments_are_commands() -> None:
    assert handles(["list", "my.desk", "articles"])
    assert handles(["--help"])
    assert handles(["--version"])
    assert handles(["serch"])
    assert handles(["--jsn"])
    assert not handles([])
    assert not handles(["my.desk"])
    assert not handles(["folder/desk"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["improt", "b.desk"], "no command “improt”; did you mean “import”?"),
        (["serch"], "no command “serch”; did you mean “search”?"),
        (["xylophone"], "no command “xylophone”, and no file of that name. See --help."),
        (["--jsn"], "No such option"),
    ],
)
def test_a_mistyped_command_is_told_and_opens_no_window(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert app.main(arguments) == 2
    said = capfd.readouterr()
    assert words in only_error((2, said.out, said.err))


def test_a_desk_without_a_suffix_is_no_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Desk.create(tmp_path / "exprt").close()
    assert not handles(["exprt"])


def test_help_fits_a_narrow_terminal(tmp_path: Path) -> None:
    said = done(tmp_path, "--help", COLUMNS="80")
    assert "..." not in said.partition("Commands:")[2]
    assert max(map(len, said.splitlines())) <= 80
    assert "csv" in done(tmp_path, "export", "--help")


def test_no_command_loads_qt_or_sqlite_utils(folder: Path) -> None:
    lines = [
        ["new", "b.desk"],
        ["import", "b.desk", "Herat.txt"],
        ["list", "b.desk", "articles", "--json"],
        ["tag", "b.desk", "Herat", "few", "--tag", "a", "--note", "b"],
        ["search", "b.desk", "few"],
        ["export", "b.desk", "b.csv"],
        ["check", "b.desk"],
    ]
    code = f"""
import sys
from desk.cli import main
for line in {lines}:
    assert main(line) == 0, line
loaded = {{name.partition(".")[0] for name in sys.modules}}
assert not loaded & {{"PySide6", "shiboken6", "sqlite_utils"}}, loaded
"""
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment(folder / "home"),
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert result.stderr == ""
    assert result.returncode == 0


@posix
def test_a_reader_that_has_enough_ends_it_in_silence(folder: Path) -> None:
    with Desk.open(folder / "my.desk") as desk, desk.step("Tags"):
        for number in range(3000):
            desk.tags.add(f"tag {number} {'x' * 50}")
    command = (
        f'"{sys.executable}" -m desk.cli list my.desk tags | head -n 1; echo ${{PIPESTATUS[0]}}'
    )
    result = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment(folder / "home"),
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert result.stderr == ""
    assert result.stdout.splitlines()[1:] == ["0"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_that_cannot_be_written_is_told(folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "desk.cli", "list", "my.desk", "articles"], cwd=folder,
            env=environment(folder / "home"), stdout=full, stderr=subprocess.PIPE, text=True,
            check=False, timeout=600,
        )  # fmt: skip
    assert result.returncode == 2
    assert result.stderr == "reading-desk: No space left on device\n"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a pseudo-terminal")
def test_progress_is_shown_on_a_terminal_alone(folder: Path) -> None:
    import pty

    (folder / "b.txt").write_text("Other words.", encoding="utf-8")
    ours, theirs = pty.openpty()
    result = subprocess.run(
        [sys.executable, "-m", "desk.cli", "import", "my.desk", "Herat.txt", "b.txt"], cwd=folder,
        env=environment(folder / "home"), stdout=subprocess.PIPE, stderr=theirs, check=False,
        timeout=600,
    )  # fmt: skip
    os.close(theirs)
    assert result.returncode == 0
    assert b"2 of 2" in os.read(ours, 1000)
    os.close(ours)


def test_the_program_starts_the_same_commands(folder: Path) -> None:
    result = subprocess.run(
        [sys.executable, ROOT / "main.py", "list", "my.desk", "articles"], cwd=folder,
        env=environment(folder / "home"), capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert (result.returncode, result.stderr) == (0, "")
    assert "Herat" in result.stdout


def test_an_import_that_fails_half_way_tells_what_is_kept(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "more").mkdir()
    for number in range(3):
        (folder / "more" / f"{number}.txt").write_text(f"Words {number}.", encoding="utf-8")
    add = Articles.add

    def full_at_last(
        self: Articles, draft: Draft, into: FolderId | None = None, words: int | None = None
    ) -> ArticleId:
        if draft.text == "Words 2.":
            raise UserError("Not saved: the disk is full.")
        return add(self, draft, into, words)

    monkeypatch.setattr(Articles, "add", full_at_last)
    monkeypatch.setattr(importing, "BATCH", 1)
    code, said, error = run(folder, "import", "my.desk", "more")
    assert (code, error) == (2, "reading-desk: Not saved: the disk is full.\n")
    assert said.count("added: ") == 2
    with Desk.open(folder / "my.desk") as desk:
        assert len(desk.articles.rows()) == 3
        desk.undo()
        assert len(desk.articles.rows()) == 1
