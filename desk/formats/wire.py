"""What passes between the window's process and the one that reads files: frames of JSON.

JSON and not pickle: a parser that a hostile file has taken over must not be able to make the
other side run anything.
"""

import json
import struct
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any, NamedTuple

from desk.core.message import Message, Value
from desk.core.types import Codebook, Draft, DraftNote, DraftPassage, DraftTag, Style

_LENGTH = struct.Struct(">Q")


class TablePreview(NamedTuple):
    """The first rows of a table, how many there are, and what its columns are taken for."""

    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    row_count: int
    fields: Mapping[str, str]
    encoding: str
    warnings: tuple[Message, ...]
    has_header: bool
    """Whether the first row was taken for the names of the columns"""


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


def message_to_wire(told: Message) -> list[Any]:
    """Return a sentence as JSON can hold it: template, values and number."""
    return [told.text, {name: _value_to(value) for name, value in told.values.items()}, told.number]


def message_from_wire(told: list[Any]) -> Message:
    """Return the sentence that `message_to_wire` took apart."""
    text, values, number = told
    return Message(text, {name: _value_from(value) for name, value in values.items()}, number)


def draft_to_wire(draft: Draft) -> dict[str, Any]:
    """Return a draft as JSON can hold it."""
    return {**draft._asdict(), "warnings": _told_to(draft.warnings)}


def draft_from_wire(fields: dict[str, Any]) -> Draft:
    """Return the draft that `draft_to_wire` took apart."""
    made = {
        "styles": tuple(Style(*style) for style in fields["styles"]),
        "warnings": _told_from(fields["warnings"]),
        "passages": tuple(map(_passage, fields["passages"])),
        "note": DraftNote(*fields["note"]),
    }
    return Draft(**{**fields, **made})


def codebook_to_wire(book: Codebook) -> dict[str, Any]:
    """Return a codebook as JSON can hold it."""
    return {**book._asdict(), "warnings": _told_to(book.warnings)}


def codebook_from_wire(fields: dict[str, Any]) -> Codebook:
    """Return the codebook that `codebook_to_wire` took apart."""
    tags = (DraftTag(*tag)._replace(note=DraftNote(*tag[-1])) for tag in fields["tags"])
    notes = (DraftNote(*note) for note in fields["notes"])
    return Codebook(tuple(tags), tuple(notes), _told_from(fields["warnings"]))


def preview_to_wire(preview: TablePreview) -> dict[str, Any]:
    """Return the preview of a table as JSON can hold it."""
    return {**preview._asdict(), "warnings": _told_to(preview.warnings)}


def preview_from_wire(fields: dict[str, Any]) -> TablePreview:
    """Return the preview that `preview_to_wire` took apart."""
    return TablePreview(**{**fields, "warnings": _told_from(fields["warnings"])})


def _passage(fields: Sequence[Any]) -> DraftPassage:
    passage = DraftPassage(*fields)
    return passage._replace(tags=tuple(passage.tags))


def _told_to(told: Iterable[Message]) -> list[list[Any]]:
    return [message_to_wire(sentence) for sentence in told]


def _told_from(told: Iterable[list[Any]]) -> tuple[Message, ...]:
    return tuple(message_from_wire(sentence) for sentence in told)


def _value_to(value: Value) -> object:
    """Set a sentence within a sentence apart from a list of words."""
    if isinstance(value, Message):
        return {"message": message_to_wire(value)}
    return [_value_to(part) for part in value] if isinstance(value, tuple) else value


def _value_from(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        return message_from_wire(value["message"])
    return tuple(map(_value_from, value)) if isinstance(value, list) else value
