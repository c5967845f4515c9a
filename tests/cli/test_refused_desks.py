"""Files that are no desk, and places that cannot be written."""

import stat
from pathlib import Path

import pytest

from desk.store.desk import Desk
from tests.process import Run, done, names_in, only_error, outcome, reading_desk, without_rights


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("gone.desk", "There is no file"),
        ("folder", "is a folder"),
        ("empty.desk", "is empty"),
        ("text.desk", "is not a desk"),
        ("cut.desk", "is incomplete"),
    ],
)
def test_what_is_no_desk_is_refused_by_every_verb(
    folder: Path, run: Run, name: str, words: str
) -> None:
    (folder / "folder").mkdir()
    (folder / "empty.desk").touch()
    (folder / "text.desk").write_text("Only text. " * 20, encoding="utf-8")
    (folder / "cut.desk").write_bytes((folder / "my.desk").read_bytes()[:-5000])
    rest = {
        "import": ["Herat.txt"],
        "list": ["articles"],
        "tag": ["1", "few"],
        "search": ["few"],
        "export": ["out.csv"],
        "check": [],
    }
    for verb, arguments in rest.items():
        assert words in only_error(run(folder, verb, name, *arguments))


def test_a_read_only_folder_is_told_and_reading_works(folder: Path) -> None:
    bound = without_rights()
    before = (folder / "my.desk").read_bytes(), names_in(folder)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        for arguments, words in (
            (["tag", "my.desk", "1", "few"], "read only"),
            (["import", "my.desk", "Herat.txt"], "read only"),
            (["export", "my.desk", "out.csv"], "may not be written"),
            (["new", "other.desk"], "may not be written"),
        ):
            result = reading_desk(folder, *arguments, before=bound)
            assert words in only_error(outcome(result))
        for arguments in (["list", "my.desk", "articles"], ["search", "my.desk", "few"]):
            result = reading_desk(folder, *arguments, before=bound)
            assert (result.returncode, result.stderr) == (0, "")
            assert "Herat" in result.stdout
    finally:
        folder.chmod(0o700)
    assert ((folder / "my.desk").read_bytes(), names_in(folder)) == before


def test_a_file_that_may_not_be_read_is_told(folder: Path) -> None:
    bound = without_rights()
    (folder / "Herat.txt").chmod(0)
    result = reading_desk(folder, "import", "my.desk", "Herat.txt", before=bound)
    assert (result.returncode, result.stderr) == (1, "")
    assert "cannot be opened: you have no permission" in result.stdout
    (folder / "my.desk").chmod(0)
    result = reading_desk(folder, "list", "my.desk", "articles", before=bound)
    assert "you have no permission" in only_error(outcome(result))


def test_check_tells_of_damage_and_says_so_by_its_code(folder: Path) -> None:
    done(folder, "tag", "my.desk", "1", "few")
    with Desk.open(folder / "my.desk") as desk, desk.step("Break"):
        desk.connection.execute("UPDATE passages SET quote = 'x'")
    result = reading_desk(folder, "check", "my.desk")
    assert result.returncode == 1
    assert "is misplaced" in result.stdout
