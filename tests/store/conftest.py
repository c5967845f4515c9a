"""A desk with two articles on it, on the real disk."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.core.types import ArticleId, Draft
from desk.store.desk import Desk

HERAT = "Residents say there are few safe places. Some are armed.\nA reporter said so. 🙂 So be it."


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk to copy, since to make one waits for the disk many times."""
    path = tmp_path_factory.mktemp("made") / "made.desk"
    with Desk.create(path, coder="ada") as desk, desk.step("Add articles"):
        desk.articles.add(Draft(HERAT, title="Herat"))
        desk.articles.add(Draft("Combat is raging.\n\nIt goes on.", title="Combat"))
    return path


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Iterator[Desk]:
    shutil.copy(made, tmp_path / "mine.desk")
    with Desk.open(tmp_path / "mine.desk", coder="ada") as desk:
        yield desk


@pytest.fixture
def herat(desk: Desk) -> ArticleId:
    return desk.articles.find("Herat")
