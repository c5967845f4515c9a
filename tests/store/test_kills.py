"""A process that is killed loses nothing that it had acknowledged."""

import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desk.core.types import Draft
from desk.store.desk import Desk
from tests.process import environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

KILLS = 50
LONGEST = 0.06  # seconds from the first acknowledged step to the kill

# Each step marks a passage, tags it, writes a note and brings in an article, so that a kill falls
# between many writes; now and then a step is undone. The count of passages acknowledges it.
WORKER = """
import itertools, os, sys
from pathlib import Path
from desk.core.types import Draft
from desk.store.desk import Desk

with Desk.open(Path(sys.argv[1])) as desk:
    begun = len(desk.passages.of_article(1))
    for count in itertools.count(begun + 1):
        with desk.step("Work"):
            passage = desk.passages.add(1, count, count + 5)
            desk.taggings.put([passage], desk.tags.ensure(f"tag {count % 7}/under"))
            desk.notes.write(f"note {count} " * 20, passage=passage)
            desk.articles.add(Draft(f"Article {count}. " + "Words. " * 500))
        if count % 5 == 0:
            desk.undo()
            desk.redo()
        os.write(1, b"%d\\n" % count)
"""

# Two exports that differ, over and over, to the same file.
WRITER = """
import os, sys
from pathlib import Path
from desk.formats.csv_rows import write_passages
from desk.formats.atomic import write_atomically

for _ in iter(int, 1):
    for letter in "ab":
        rows = [[letter * 1000]] * 3000
        write_atomically(Path(sys.argv[1]), write_passages(rows, ["quote"]))
        os.write(1, b"written\\n")
"""


@contextmanager
def killed(code: str, path: Path, delay: float) -> Iterator[bytes]:
    """Run `code` on a file, kill it `delay` seconds after its first word; yield its words."""
    process = subprocess.Popen(
        [sys.executable, "-c", code, path],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(path.parent),
        bufsize=0,  # what stays in a buffer behind the first word, `communicate` would not see
    )
    try:
        first = process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(delay)
    finally:
        process.kill()
        rest, complaint = process.communicate()
    assert (process.returncode, complaint) == (-signal.SIGKILL, b"")
    yield first + rest


def test_fifty_kills_in_the_middle_of_steps_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "my.desk"
    with Desk.create(path) as desk, desk.step("Start"):
        desk.articles.add(Draft("word " * 5000))
    chance = random.Random(19)
    hot = 0
    for _ in range(KILLS):
        with killed(WORKER, path, chance.uniform(0, LONGEST)) as said:
            acknowledged = int(said.split()[-1])
        hot += Path(f"{path}-journal").exists()
        with Desk.open(path) as desk:
            assert desk.check() == []
            passages = desk.passages.of_article(1)
            assert [passage.start for passage in passages] == list(range(1, len(passages) + 1))
            assert len(passages) - acknowledged in (0, 1)
            assert all(passage.note and len(passage.tags) == 1 for passage in passages)
            assert len(desk.articles.rows()) == len(passages) + 1
            desk.undo()
            assert len(desk.passages.of_article(1)) == len(passages) - 1
            desk.redo()
            assert desk.passages.of_article(1) == passages
    assert hot, "no kill fell into a commit: make the steps larger"


def test_kills_while_a_file_is_exported_leave_one_whole(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    whole = {
        "\ufeffquote\r\n".encode() + (letter * 1000 + b"\r\n") * 3000 for letter in (b"a", b"b")
    }
    chance = random.Random(23)
    for _ in range(10):
        with killed(WRITER, out, chance.uniform(0, LONGEST)):
            assert out.read_bytes() in whole
    strays = [path.name for path in tmp_path.iterdir() if path != out]
    assert all(name.startswith(".reading-desk-") and name.endswith(".part") for name in strays)
