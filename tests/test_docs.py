"""What README.md and docs/guide.md say can be typed, typed."""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.process import ROOT, environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the examples are for a shell")

PAGES = ("README.md", "docs/guide.md")
_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


class Example(NamedTuple):
    """A line that is typed and what it prints; nothing stands for whatever."""

    typed: str
    printed: str


def examples(page: str) -> list[Example]:
    """Return the lines after "$ " in the `console` blocks of a page, with what follows them."""
    blocks = _BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))
    pieces = [piece for block in blocks for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)]
    return [Example(*piece.split("\n", 1)) for piece in pieces if piece]


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """Return variables under which `reading-desk` is this program."""
    program = tmp_path / "bin" / "reading-desk"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{ROOT / "main.py"}" "$@"\n')
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    return environment(tmp_path / "home", PATH=path)


@pytest.mark.parametrize("page", PAGES)
def test_every_example_does_what_its_page_says(
    page: str, shell: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    found = examples(page)
    assert found
    for typed, printed in found:
        result = subprocess.run(
            ["sh", "-c", typed], cwd=folder, env=shell, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, encoding="utf-8", timeout=600, check=False,
        )  # fmt: skip
        said = f"{result.stdout.rstrip()}\n"
        if printed:
            fits = doctest.OutputChecker().check_output(printed, said, doctest.ELLIPSIS)
        else:
            fits = result.returncode == 0
        assert fits, f"$ {typed}\n{result.stdout}"


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]))
def test_links_of_the_pages_lead_somewhere(page: Path) -> None:
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link
