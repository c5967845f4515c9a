"""Rich text (.rtf): its words, tables and notes; the library knows no emphasis."""

import re
from collections.abc import Iterator

from striprtf.striprtf import rtf_to_text

from desk.core.message import message
from desk.core.text import clean
from desk.core.types import Draft
from desk.formats import txt
from desk.formats.damage import damage_is_told
from desk.formats.source import Source

_KIND = message("Rich text")
_START = "{\\rtf"
# A cell ends with a tab here; the library writes "|", which cannot be told from the text's own.
_CELLS = re.compile(r"\\(?:nest)?cell(?![a-z]) ?")
_ROWS = re.compile(r"(?:\\tab\s*)?\\(?:nest)?row(?![a-z]) ?")
_PICTURE = re.compile(
    r"(?<![0-9a-fA-F\s])[0-9a-fA-F\s]{2000,}"
)  # the library would look at each digit
_NOTE = re.compile(r"\{\s*(?:\\\*)?\\footnote(?![a-z]) ?")
_LINE_END = re.compile(r"[ \t]+$", re.MULTILINE)  # the last cell of a row leaves a tab
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_CODE_PAGE = re.compile(r"\\ansicpg[0-9]+")
_FIELDS = {
    "title": re.compile(r"\{\\title(?![a-z]) ?"),
    "author": re.compile(r"\{\\author(?![a-z]) ?"),
}


def read(data: bytes, source: Source) -> Iterator[Draft]:
    """Read one article from rich text; a file that only bears the name is read as plain text."""
    markup = data.decode("latin-1")  # all bytes over 127 are written as escapes
    if not markup.lstrip().startswith(_START):
        return txt.read(data, source)
    return _article(markup, source)


def _article(markup: str, source: Source) -> Iterator[Draft]:
    with damage_is_told(_KIND):
        text = _plain(_notes_below(_PICTURE.sub("", markup)))
        known = {field: _property(markup, start) for field, start in _FIELDS.items()}
    yield Draft(text.strip("\n"), source=source.name, styles=(), warnings=(), **known)


def _plain(markup: str) -> str:
    markup = _ROWS.sub(r"\\par ", _CELLS.sub(r"\\tab ", markup))
    text: str = rtf_to_text(markup, errors="replace")  # type: ignore[no-untyped-call]
    # Letters outside the basic plane come as two halves, each a character of its own.
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _LINE_END.sub("", clean(whole))


def _notes_below(markup: str) -> str:
    """Move notes to the end and leave a number in their place; the library drops them."""
    notes: list[str] = []
    kept: list[str] = []
    position = 0
    while match := _NOTE.search(markup, position):
        end = _group_end(markup, match.end())
        notes.append(markup[match.end() : end].removesuffix("}"))
        kept += [markup[position : match.start()], f"[{len(notes)}]"]
        position = end
    below = (f"\\par [{number}] {{{note}}}" for number, note in enumerate(notes, 1))
    rest = markup[position:].rstrip().removesuffix("}")
    return "".join((*kept, rest, *below, "}"))


def _group_end(markup: str, start: int) -> int:
    """Return where the group ends in which `start` lies, or the end of a text cut short."""
    depth = 1
    for match in _BRACE.finditer(markup, start):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return match.end()
    return len(markup)


def _property(markup: str, start: re.Pattern[str]) -> str:
    match = start.search(markup)
    if not match:
        return ""
    page = _CODE_PAGE.search(markup)
    value = markup[match.end() : _group_end(markup, match.end())].removesuffix("}")
    return _plain(f"{{\\rtf1\\ansi{page[0] if page else ''} {value}}}").strip()
