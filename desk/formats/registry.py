"""The formats that can be read: which module for which file, and what every file must pass."""

import os
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from desk.core.errors import UserError, reason
from desk.core.message import Message, message
from desk.core.types import Codebook, Draft
from desk.formats.charset import Decoded
from desk.formats.finishing import finished
from desk.formats.source import Options, Source, not_read

if TYPE_CHECKING:
    from desk.formats.tables import Table

MAX_FILE = 200_000_000  # bytes

Read = Callable[[bytes, Source], Iterable[Draft | Codebook]]
TextKind = Literal["txt", "md", "html"]


class Reader(NamedTuple):
    """A format that can be read; `module` is imported when its first file comes."""

    name: Message
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    module: str

    def read(self, data: bytes, source: Source) -> Iterable[Draft | Codebook]:
        """Turn a file's bytes into drafts, and what else there is; raise UserError."""
        read: Read = import_module(self.module).read
        return read(data, source)

    def read_decoded(self, text: str, source: Source) -> Iterable[Draft]:
        """Turn text that needs no decoding into drafts; only for kinds that are text."""
        read: Callable[[Decoded, Source], Iterable[Draft]]
        read = import_module(self.module).read_decoded
        return read(Decoded(text, ""), source)


class Contents(NamedTuple):
    """What is in a file: articles, and of a project of another program its tags and notes."""

    drafts: list[Draft]
    codebook: Codebook | None = None


TABLES = "desk.formats.tables"
"""The module of the formats that have columns to choose."""

_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OPEN = "application/vnd.oasis.opendocument."

READERS = (
    Reader(message("Plain text"), (".txt", ".text"), ("text/plain",), "desk.formats.txt"),
    Reader(message("Markdown"), (".md", ".markdown"), ("text/markdown",), "desk.formats.markdown"),
    Reader(message("Web page"), (".html", ".htm", ".xhtml"), ("text/html",), "desk.formats.html"),
    Reader(message("Word document"), (".docx",), (_OFFICE + "document",), "desk.formats.docx"),
    Reader(message("OpenDocument text"), (".odt", ".ott"), (_OPEN + "text",), "desk.formats.odt"),
    Reader(message("Rich text"), (".rtf",), ("application/rtf", "text/rtf"), "desk.formats.rtf"),
    Reader(message("E-book"), (".epub",), ("application/epub+zip",), "desk.formats.epub"),
    Reader(message("PDF"), (".pdf",), ("application/pdf",), "desk.formats.pdf"),
    Reader(
        message("Web archive"), (".mhtml", ".mht"), ("multipart/related",), "desk.formats.mhtml"
    ),
    Reader(message("E-mail"), (".eml",), ("message/rfc822",), "desk.formats.eml"),
    Reader(message("Table of articles"), (".csv", ".tsv"), ("text/csv",), TABLES),
    Reader(
        message("Articles in JSON"), (".json", ".jsonl", ".ndjson"), ("application/json",), TABLES
    ),
    Reader(message("REFI-QDA project"), (".qdpx", ".qde"), (), "desk.formats.refi"),
    Reader(message("REFI-QDA codebook"), (".qdc",), (), "desk.formats.refi"),
)
_BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}
# What can be chosen of `Options`, by the last part of a module's name. A password is no choice: a
# file asks for it.
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "txt": ("encoding", "keep_lines"),
    "eml": ("keep_lines",),
    "markdown": ("encoding",),
    "html": ("encoding", "whole_page"),
    "mhtml": ("whole_page",),
    "epub": ("by_chapter",),
    "tables": ("encoding", "has_header", "columns"),
}


def reader_for(path: Path) -> Reader | None:
    """Return the reader for a file, by its suffix alone: the file is not opened."""
    return _BY_SUFFIX.get(path.suffix.lower())


def suffixes() -> tuple[str, ...]:
    """Return the suffixes that can be read, as a file dialog wants them: ".txt", ".md", ..."""
    return tuple(_BY_SUFFIX)


def choices_for(path: Path) -> Sequence[str]:
    """Return which of `Options` a person can choose for a file, by its suffix alone."""
    reader = reader_for(path)
    choices = _CHOICES.get(reader.module.rpartition(".")[2], ()) if reader else ()
    is_json = path.suffix.lower() not in (".csv", ".tsv")  # only rows may have a first one of names
    return [choice for choice in choices if choice != "has_header" or not is_json]


def may_be_otherwise(source: str) -> bool:
    """Say whether what an article came from may be read in another way.

    `source` is as the article has it; not so where it names a file without any choice.
    """
    path = Path(source)
    return "://" in source or reader_for(path) is None or bool(choices_for(path))


def read_file(path: Path, options: Options | None = None) -> list[Draft]:
    """Read all the articles in a file; see `read_contents`."""
    return read_contents(path, options).drafts


def read_contents(path: Path, options: Options | None = None) -> Contents:
    """Read all that is in a file; each article has text and a title.

    Raise UserError with a sentence for a file that cannot be opened, is too large, is of no
    known format, or has nothing to read.
    """
    reader = reader_for(path)
    if reader is None:
        raise UserError.of(_no_reader(path))
    return _contents(reader, _bytes(path), Source(path.name, options or Options()))


def look_at_table(path: Path, options: Options | None = None) -> "Table":
    """Return a table of articles as `Table` has it, for a preview; raise UserError as above."""
    look: Callable[[bytes, Source], Table] = import_module(TABLES).look
    return look(_bytes(path), Source(path.name, options or Options()))


def read_text(text: str, kind: TextKind = "txt", name: str = "") -> list[Draft]:
    """Read what was pasted or dropped; raise UserError if there is nothing to read."""
    reader = _BY_SUFFIX[f".{kind}"]
    return finished(reader.read_decoded(text, Source(name)), Source(name))


def _no_reader(path: Path) -> Message:
    if path.is_dir():
        return _folder(path)
    known = tuple(reader.suffixes[0] for reader in READERS)
    if not path.suffix:
        return message(
            "“{name}” was not read: files without a suffix are not known. "
            "Known are {known} and their like.",
            name=path.name,
            known=known,
        )
    return message(
        "“{name}” was not read: files that end in “{suffix}” are not known. "
        "Known are {known} and their like.",
        name=path.name,
        suffix=path.suffix,
        known=known,
    )


def _folder(path: Path) -> Message:
    """Tell of a folder that is left: one with files of known formats stands for them."""
    return message("“{name}” is a folder, and there is nothing in it to read.", name=path.name)


def _bytes(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UserError.of(_folder(path))
        if not stat.S_ISREG(mode):
            raise UserError("“{name}” is a device or a pipe, not a file.", name=path.name)
        return _limited(path)
    except FileNotFoundError as error:
        raise UserError("“{name}” does not exist.", name=path.name) from error
    except OSError as error:
        raise UserError(
            "“{name}” cannot be opened: {reason}.", name=path.name, reason=reason(error)
        ) from error


def _limited(path: Path) -> bytes:
    """Return a file's bytes; one that grows meanwhile is read no further than the limit."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        # Not all of MAX_FILE at once: the room for that takes longer than a file of 20 KB.
        data = file.read(size + 1) if size <= MAX_FILE else b""
        if len(data) > size:
            data += file.read(MAX_FILE + 1 - len(data))
    if max(size, len(data)) > MAX_FILE:
        raise UserError(
            "“{name}” is too large: over {size} MB.", name=path.name, size=MAX_FILE // 1_000_000
        )
    return data


def _contents(reader: Reader, data: bytes, source: Source) -> Contents:
    if not data:
        raise UserError("“{name}” is empty.", name=source.name)
    try:
        found = list(reader.read(data, source))
        codebook = next((item for item in found if isinstance(item, Codebook)), None)
        drafts = [item for item in found if isinstance(item, Draft)]
        # A project without texts still has its tags.
        return Contents(finished(drafts, source) if drafts or not codebook else [], codebook)
    except UserError as error:
        raise type(error).of(not_read(source.name, error.message)) from error
