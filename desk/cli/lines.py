"""How rows and values are put into lines of output."""

from collections.abc import Iterable
from typing import Any

from desk.core.text import whole_cut

_CELL = 100  # code points of a text in a line


def plain(row: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return a row as what --json prints: its columns by their names."""
    return dict(row._asdict())


def cell(value: object) -> str:
    """Return a value for a line of cells: no tab or line end in it, a long text cut."""
    text = "; ".join(value) if isinstance(value, list) else str(value)
    text = text.replace("\n", " ").replace("\t", " ")
    return text if len(text) <= _CELL else text[: whole_cut(text, _CELL)] + "…"


def in_order(paths: Iterable[str]) -> list[str]:
    """Sort paths of tags as exports do."""
    return sorted(paths, key=lambda path: (path.casefold(), path))


def count(number: int, noun: str) -> str:
    """Return "1 article" or "3 articles"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
