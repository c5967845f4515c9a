"""Files that mean harm on the command line: one process, a line each, and the good one comes in."""

import re
from pathlib import Path

from desk.store.desk import Desk
from tests.formats.hostile import FILES, TROJAN, save_all
from tests.process import done, outcome, reading_desk

# What could steer a terminal or turn the reading direction, and the halves of letters.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def test_every_hostile_file_costs_itself_alone(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    paths = save_all(folder)
    Desk.create(tmp_path / "my.desk").close()
    code, said, error = outcome(reading_desk(tmp_path, "import", "my.desk", *paths))
    assert (code, error) == (1, "")
    assert not UNSAFE.search(said)
    lines = said.rstrip("\n").split("\n")
    assert all(line.startswith(("added: ", "already there: ", "refused: ")) for line in lines)
    refused = [line for line in lines if line.startswith("refused: ")]
    for name, (_, words) in FILES.items():
        if words and words.startswith("-"):
            assert any(name in line and words[1:] in line for line in refused)
        elif words:
            assert any(name in line for line in lines if line not in refused)
    assert "good.txt" in lines[-1]
    assert lines[-1].startswith("added: ")
    assert "invoice ‹RLO›txt.exe" in said
    assert done(tmp_path, "check", "my.desk") == "ok\n"
    with Desk.open(tmp_path / "my.desk") as desk:
        assert TROJAN in [row.title for row in desk.articles.rows()]
        assert not any("root:" in desk.articles.text(row.id) for row in desk.articles.rows())
