"""What passes between the window's process and the one that reads files: frames of JSON.

JSON and not pickle: a parser that a hostile file has taken over must not be able to make the
other side run anything.
"""

import json
import struct
from collections.abc import Mapping, Sequence
from typing import IO, Any, NamedTuple

from desk.core.types import Draft, Style

_LENGTH = struct.Struct(">Q")


class TablePreview(NamedTuple):
    """The first rows of a table, how many there are, and what its columns are taken for."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    row_count: int
    fields: Mapping[str, str]
    encoding: str
    warnings: tuple[str, ...]


def send(stream: IO[bytes], message: dict[str, Any]) -> None:
    """Write one message and flush it."""
    data = json.dumps(message).encode("ascii")
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> dict[str, Any] | None:
    """Return the next message, or None where the stream ends, be it in the middle of one."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        return None
    message: dict[str, Any] = json.loads(data)
    return message


def draft_to_wire(draft: Draft) -> dict[str, Any]:
    """Return a draft as JSON can hold it."""
    return {name: getattr(draft, name) for name in Draft._fields}


def draft_from_wire(fields: dict[str, Any]) -> Draft:
    """Return the draft that `draft_to_wire` took apart."""
    styles = tuple(Style(*style) for style in fields["styles"])
    return Draft(**{**fields, "styles": styles, "warnings": tuple(fields["warnings"])})
