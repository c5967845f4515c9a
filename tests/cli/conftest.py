"""A desk in a folder, and the command line run on it in this process."""

from pathlib import Path

import pytest

from desk.cli import main
from desk.core.types import ArticleId, Draft
from desk.store.desk import Desk
from tests.process import Outcome, Run

HERAT = "Residents say there are few safe places.\nA reporter said so. 🙂 Few believe it."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a desk on which one short article lies."""
    with Desk.create(tmp_path / "my.desk") as desk, desk.step("Import “Herat”"):
        desk.articles.add(Draft(HERAT, title="Herat"))
    (tmp_path / "Herat.txt").write_text(HERAT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command within this process, for what is tried in many ways."""

    def run(folder: Path, *arguments: str) -> Outcome:
        monkeypatch.chdir(folder)
        capfd.readouterr()
        code = main(arguments)
        return code, *capfd.readouterr()

    return run


@pytest.fixture
def tagged(folder: Path) -> Path:
    with Desk.open(folder / "my.desk") as desk, desk.step("Tag"):
        desk.articles.add(Draft("=cmd() and more.", title="=danger"))
        for article, start, end, tags in (
            (1, 24, 39, ["claim/strong"]), (1, 63, 77, ["claim", "other"]), (2, 0, 6, []),
        ):  # fmt: skip
            passage = desk.passages.add(ArticleId(article), start, end)
            for path in tags:
                desk.taggings.put([passage], desk.tags.ensure(path))
        desk.notes.write('Says "hello",\nagain', passage=passage)
    return folder
