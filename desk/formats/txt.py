"""Plain text."""

from collections.abc import Iterator

from desk.core.message import message
from desk.core.text import clean
from desk.core.types import Draft
from desk.formats.charset import Decoded, decode
from desk.formats.source import Source
from desk.formats.wrapped import JOINED, unwrapped


def read(data: bytes, source: Source) -> Iterator[Draft]:
    """Read one article from a text in any encoding."""
    return read_decoded(decode(data, source.options.encoding), source)


def read_decoded(decoded: Decoded, source: Source) -> Iterator[Draft]:
    """Make an article of a text whose encoding is known; nothing in it is structure."""
    text = clean(decoded.text)
    controls = text.count("�") - decoded.text.count("�")
    replaced = message("Control characters, {count} in all, show as �.", count=controls)
    whole = text if source.options.keep_lines else unwrapped(text)
    told = [(replaced, controls), (JOINED, whole != text)]
    yield Draft(
        text=whole,
        source=source.name,
        encoding=decoded.encoding,
        warnings=(*decoded.warnings, *(words for words, is_so in told if is_so)),
    )
