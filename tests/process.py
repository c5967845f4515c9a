"""Run Reading Desk's command line as a user does: as a process of its own."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


Outcome = tuple[int, str, str]  # exit code, stdout, stderr
Run = Callable[..., Outcome]

_RIGHTS = "-dac_override,-dac_read_search"


def without_rights() -> list[str]:
    """Return what to put before a command so that the modes of files bind it; root needs that.

    Skips the test where this cannot be done.
    """
    if sys.platform == "win32":
        pytest.skip("Windows has no modes")
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root writes anywhere, and there is no setpriv to take that right away")
    return ["setpriv", f"--bounding-set={_RIGHTS}", f"--inh-caps={_RIGHTS}"]


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return variables under which the program finds itself and touches nothing of the user's."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PYTHONIOENCODING": "utf-8",
        "READING_DESK_HOME": str(home),
        **more,
    }


def reading_desk(
    folder: Path, *arguments: str | bytes | Path, before: Sequence[str] = (), **more: str
) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder and wait for its end.

    `before` is put before the command, `more` are variables.
    """
    return subprocess.run(
        [*before, sys.executable, "-m", "desk.cli", *arguments],
        cwd=folder,
        env=environment(folder / "home", **more),
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=600,
        check=False,
    )


def done(folder: Path, *arguments: str | bytes | Path, **more: str) -> str:
    """Run what must succeed in silence on stderr; return what it says."""
    result = reading_desk(folder, *arguments, **more)
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def refused(folder: Path, *arguments: str | bytes | Path, **more: str) -> str:
    """Run what must fail with one line on stderr; return that line."""
    return only_error(outcome(reading_desk(folder, *arguments, **more)))


def outcome(result: subprocess.CompletedProcess[str]) -> Outcome:
    return result.returncode, result.stdout, result.stderr


def only_error(outcome: Outcome) -> str:
    """Expect one line on stderr and nothing else; return it."""
    code, said, error = outcome
    assert (code, said) == (2, "")
    assert error.startswith("reading-desk: ")
    assert error.count("\n") == 1
    return error


def listed(folder: Path, what: str) -> list[dict[str, object]]:
    rows = json.loads(done(folder, "list", "my.desk", what, "--json"))
    assert isinstance(rows, list)
    return rows


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def records(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
