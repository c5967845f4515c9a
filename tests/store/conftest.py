"""A desk with two articles on it, on the real disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.core.types import ArticleId, Draft
from desk.store.desk import Desk

HERAT = "Residents say there are few safe places. Some are armed.\nA reporter said so. 🙂 So be it."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "mine.desk", coder="ada") as desk:
        with desk.step("Add articles"):
            desk.articles.add(Draft(HERAT, title="Herat"))
            desk.articles.add(Draft("Combat is raging.\n\nIt goes on.", title="Combat"))
        yield desk


@pytest.fixture
def herat(desk: Desk) -> ArticleId:
    return desk.articles.find("Herat")
