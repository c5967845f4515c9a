"""Desks that were open when the program ended without closing them.

A journal that is left beside a desk must be taken back before anyone moves either of the two. So
each open desk is marked in a file of the user's, and one that is still marked at the next start is
opened once, which takes its journal back.
"""

import json
from contextlib import suppress
from pathlib import Path

from desk import paths
from desk.core.errors import UserError
from desk.store.desk import Desk


def mark(desk: Path) -> None:
    """Note that a desk is open; a place that cannot be written is no reason not to open it."""
    _write({*_read(), str(desk)})


def unmark(desk: Path) -> None:
    """Note that a desk was closed."""
    _write({*_read()} - {str(desk)})


def recover() -> list[Path]:
    """Open and close what a crash left with a journal; return those desks."""
    found = [Path(name) for name in _read() if Path(f"{name}-journal").exists()]
    for path in found:
        with suppress(UserError):
            Desk.open(path, patience=0.1).close()
    return found


def _file() -> Path:
    return paths.data_folder() / "open desks.json"


def _read() -> list[str]:
    try:
        names = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _write(names: set[str]) -> None:
    with suppress(OSError):
        _file().write_text(json.dumps(sorted(names)), encoding="utf-8")
