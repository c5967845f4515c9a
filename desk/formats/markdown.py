"""Markdown: rendered, so that positions are those of the text as it is read."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from markdown_it import MarkdownIt

from desk.core.text import clean
from desk.core.types import Draft
from desk.formats.charset import Decoded, decode
from desk.formats.markup import read_markup
from desk.formats.source import Source

# The names under which writers keep what a draft knows.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "author": ("author", "authors", "by"),
    "published": ("published", "date", "created"),
    "source": ("source", "url", "canonical_url", "link"),
    "language": ("language", "lang"),
}
_FRONT = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_PAIR = re.compile(r"([A-Za-z_][\w -]*?)[ \t]*:(?:[ \t]+(.*))?")
_ENTRY = re.compile(r"[ \t]*-[ \t]+(.*)")


class Front(NamedTuple):
    """A document without its front matter, and what that said, by names in lower case."""

    body: str
    fields: Mapping[str, str]


def read(data: bytes, source: Source) -> Iterator[Draft]:
    """Read one article from a Markdown file in any encoding."""
    return read_decoded(decode(data, source.options.encoding), source)


def read_decoded(decoded: Decoded, source: Source) -> Iterator[Draft]:
    """Read one article; front matter is metadata."""
    body, fields = split_front(clean(decoded.text))
    renderer = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    page = read_markup(renderer.render(body))
    known: dict[str, Any] = {name: _first(fields, names) for name, names in FIELDS.items()}
    known["source"] = known["source"] or source.name
    yield Draft(
        text=page.text,
        styles=page.styles,
        encoding=decoded.encoding,
        warnings=decoded.warnings,
        **known,
    )


def split_front(text: str) -> Front:
    """Part front matter from the text below it.

    Only what is needed is understood: plain values, quoted ones, and lists, which are joined
    by commas. A YAML parser would refuse the titles that people write ("News: the first day").
    """
    match = _FRONT.match(text)
    if not match:
        return Front(text, {})
    fields: dict[str, list[str]] = {}
    values: list[str] = []
    for line in match[1].split("\n"):
        if pair := _PAIR.fullmatch(line):
            values = fields.setdefault(pair[1].lower(), [])
            values += _values(pair[2] or "")
        elif entry := _ENTRY.fullmatch(line):
            values.append(_unquoted(entry[1]))
    return Front(text[match.end() :], {name: ", ".join(parts) for name, parts in fields.items()})


def _values(written: str) -> list[str]:
    written = written.strip()
    if written.startswith("[") and written.endswith("]"):
        return [_unquoted(part) for part in written[1:-1].split(",")]
    return [_unquoted(written)] if written else []


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"').replace("''", "'")
    return value


def _first(fields: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")
