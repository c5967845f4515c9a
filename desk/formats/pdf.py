"""PDF files: their text, page by page, made into paragraphs again."""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from pypdf import PdfReader

from desk.core.errors import LockedError, UserError
from desk.core.message import Message, message
from desk.core.text import clean
from desk.core.types import Draft
from desk.formats.damage import damage_is_told
from desk.formats.pdf_page import Line, lines_of
from desk.formats.pdf_paragraphs import rebuild
from desk.formats.source import Source

_KIND = message("PDF")
_SCAN = 100  # characters on a page; where there are fewer it is likely a picture of text
_IS_SCAN = message(
    "It seems to hold pictures of text, as a scanner makes them. "
    "Have its text recognised (OCR) first."
)
_MAY_BE_SCAN = message(
    "It seems to hold pictures of text, as a scanner makes them: there is little text on its pages."
)
# What programs write for a title where nobody gave one: the name of the file they were fed.
_NO_TITLE = re.compile(
    r"(?i)untitled.*|document ?\d*|.*\.(docx?|odt|rtf|indd|qxd|tex|dvi|pages|pptx?|xlsx?|html?|pdf)"
)
# The library tells a log about every oddity; such lines would end up in the terminal.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


def read(data: bytes, source: Source) -> Iterator[Draft]:
    """Read one article from a PDF; raise UserError for a scan without text and for a password."""
    with damage_is_told(_KIND):
        reader = PdfReader(io.BytesIO(data))
        _unlock(reader, source.options.password)
        count = len(reader.pages)
    warnings: list[Message] = []
    pages = [_page(reader, number, warnings) for number in range(count)]
    letters = sum(len(line.text) for page in pages for line in page)
    if letters == 0:
        raise UserError.of(_IS_SCAN)
    if letters < _SCAN * count:
        warnings.append(_MAY_BE_SCAN)
    known: dict[str, Any] = _properties(reader)
    text, styles, title = rebuild(pages)
    known["title"] = known.get("title") or title
    yield Draft(text, styles=styles, source=source.name, warnings=tuple(warnings), **known)


def _unlock(reader: PdfReader, password: str) -> None:
    if not reader.is_encrypted or reader.decrypt(password):
        return
    if password:
        raise LockedError("The password is not the right one.")
    raise LockedError("It is protected by a password. Give the password, or save it without.")


def _page(reader: PdfReader, number: int, warnings: list[Message]) -> list[Line]:
    try:
        with damage_is_told(_KIND):
            return lines_of(reader.pages[number])
    except UserError:
        warnings.append(message("Page {page} could not be read.", page=str(number + 1)))
        return []


def _properties(reader: PdfReader) -> dict[str, str]:
    """Return what the file says about itself; damage there does not matter."""
    known = {}
    with suppress(UserError), damage_is_told(_KIND):
        said = reader.metadata
        if said:
            title = clean(str(said.title or "")).removeprefix("Microsoft Word - ").strip()
            known["title"] = "" if _NO_TITLE.fullmatch(title) else title
            known["author"] = clean(str(said.author or "")).strip()
            known["published"] = said.creation_date.date().isoformat() if said.creation_date else ""
    with suppress(UserError), damage_is_told(_KIND):
        known["language"] = clean(str(reader.root_object.get("/Lang", "")))
    return known
