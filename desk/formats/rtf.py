"""Rich text (.rtf): its words with headings, lists, tables, emphasis, links, notes and comments.

The library that there is reads bare words alone, and hangs over some damaged files.
"""

import codecs
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from desk.core.message import message
from desk.core.text import clean
from desk.core.types import Draft
from desk.formats import txt
from desk.formats.damage import damage_is_told
from desk.formats.hidden import HIDDEN
from desk.formats.markup import LINKS
from desk.formats.rtf_page import Look, RichPage
from desk.formats.rtf_state import STATE_WORDS, State
from desk.formats.rtf_tokens import CHARSETS, Token, codec_of, tokens
from desk.formats.source import Source
from desk.formats.style_names import PREFORMATTED

_KIND = message("Rich text")
_START = b"{\\rtf"


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


# Groups that hold no text of the document.
_NO_TEXT = _names(
    "colortbl pict object header headerl headerr headerf footer footerl footerr footerf listtable "
    "listoverridetable rsidtbl generator filetbl revtbl nonesttables nonshppict shprslt sp "
    "operator company category keywords comment doccomm subject manager hlinkbase "
    "private tc xe rxe ftnsep ftnsepc aftnsep aftnsepc"
)
# Groups whose words are kept apart from the text.
_APART = _names("fonttbl stylesheet title author creatim fldinst listtext pntext")
_NOTES = {"footnote": "", "annotation": "C"}
# Of the groups that a reader may pass over ("\*"), those that are read here.
_READ = _APART | _NOTES.keys() | {"nesttableprops", "shpinst"}
_LETTERS: Mapping[str, str] = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    **dict.fromkeys(("emspace", "enspace", "qmspace"), " "),
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}
_SYMBOLS = {"~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}"}
_DEEPEST = 3  # notes within notes; no program makes more, and each level is gone through once more
_HEADING = re.compile(r"(?i)(?:heading|überschrift|titre|título|titolo|kop|rubrik) ?([1-6])")
_ADDRESS = re.compile(r'HYPERLINK\s+"?([^"\s]+)')
_BULLET = re.compile(r"[^\w(\[]|o")  # in fonts of symbols a bullet is any sign


class _Note(NamedTuple):
    mark: str
    inside: list[Token]
    depth: int


@dataclass(slots=True)
class _Reader:
    """Goes through the tokens of a text once, and then through those of its notes."""

    page: RichPage = field(default_factory=RichPage)
    state: State = field(default_factory=State)
    outer: list[State] = field(default_factory=list)
    stream: Iterator[Token] = field(default_factory=lambda: iter(()))
    codec: str = "cp1252"
    decoder: codecs.IncrementalDecoder | None = None
    decodes: str = ""
    half: int = 0
    passed: int = 0
    starred: bool = False
    fonts: dict[int, str] = field(default_factory=dict)
    headings: dict[int, int] = field(default_factory=dict)
    preformatted: set[int] = field(default_factory=set)
    words: dict[str, str] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    notes: list[_Note] = field(default_factory=list)
    marks: Counter[str] = field(default_factory=Counter)
    depth: int = 0  # of notes within notes
    hides: bool = False

    def read(self, data: bytes) -> None:
        """Read a whole text; its notes and comments stand below it."""
        self.run(tokens(data))
        for note in self.notes:  # notes within notes join the queue
            self.page.paragraph()
            self.state, self.outer, self.depth = State(), [], note.depth
            self.page.marker = note.mark
            self.run(note.inside)

    def run(self, stream: Iterable[Token]) -> None:
        """Go through tokens; a text cut short is no error."""
        self.stream = iter(stream)
        for token in self.stream:
            _KINDS[token.kind](self, token)
        self.say(self.decoded(b"", final=True))

    def open(self, token: Token) -> None:
        """Begin a group: what is set within it is forgotten at its end."""
        self.passed = 0
        self.outer.append(self.state)
        self.state = replace(self.state)

    def close(self, token: Token) -> None:
        """End a group; what was kept apart goes where it belongs."""
        self.passed = 0
        self.starred = False
        ended = self.state
        self.state = self.outer.pop() if self.outer else State()
        is_whole = ended.apart != self.state.apart or ended.apart == "stylesheet"
        if ended.apart and is_whole:
            self.take(ended, self.words.pop(ended.apart, ""))

    def take(self, ended: State, words: str) -> None:
        """Use words that were kept apart."""
        words = clean(words).strip()
        address = _ADDRESS.search(words)
        if ended.apart == "stylesheet":
            named = _HEADING.match(words)
            self.headings |= {ended.style: int(named[1])} if named else {}
            if words.rstrip(";") in PREFORMATTED:
                self.preformatted.add(ended.style)
        elif ended.apart in ("title", "author"):
            self.known[ended.apart] = words
        elif ended.apart == "fldinst" and address and LINKS.match(address[1]):
            self.state.link = address[1]
        elif ended.apart in ("listtext", "pntext") and words:
            self.page.marker = "•" if _BULLET.fullmatch(words) else words

    def word(self, token: Token) -> None:
        """Obey a control word; unknown ones do nothing."""
        starred, self.starred = self.starred, False
        name = token.name
        if name in _NOTES:
            self.keep_note(_NOTES[name])
        elif name in _NO_TEXT or (starred and name not in _READ):
            self.rest_of_group()
        elif name in _APART:
            self.state.apart = name
        elif name in _LETTERS:
            self.say(_LETTERS[name])
        elif name in STATE_WORDS:
            STATE_WORDS[name](self.state, token.number)
        elif name in _WORDS:
            _WORDS[name](self, token.number)

    def symbol(self, token: Token) -> None:
        """Obey a control symbol."""
        if token.name == "*":
            self.starred = True
        elif token.name in "\r\n":
            self.page.paragraph()
        elif self.passed:
            self.passed -= 1
        else:
            self.say(_SYMBOLS.get(token.name, ""))

    def letters(self, token: Token) -> None:
        """Take letters as bytes in the encoding of their font."""
        data = token.data[self.passed :]
        self.passed = max(0, self.passed - len(token.data))
        self.say(self.decoded(data))

    def decoded(self, data: bytes, final: bool = False) -> str:
        """Decode bytes; a letter may have its halves in two tokens."""
        codec = self.state.codec or self.codec
        rest = ""
        if self.decoder is None or self.decodes != codec:
            rest = self.decoder.decode(b"", final=True) if self.decoder else ""
            self.decoder, self.decodes = codecs.getincrementaldecoder(codec)("replace"), codec
        return rest + self.decoder.decode(data, final)

    def say(self, text: str) -> None:
        """Add letters to the text, or to what is kept apart."""
        if not text:
            return
        if self.half:
            self.half, text = 0, f"\ufffd{text}"
        state = self.state
        if state.apart:
            self.words[state.apart] = self.words.get(state.apart, "") + text
        elif state.hidden and not state.deleted:
            self.hides = self.hides or bool(text.strip())
        elif not state.deleted:
            self.page.write(text, self.look())

    def look(self) -> Look:
        """Return how letters look here."""
        state = self.state
        heading = state.outline or self.headings.get(state.style, 0)
        return Look(
            state.bold,
            state.italic,
            state.link,
            heading,
            state.level,
            state.in_table,
            state.style in self.preformatted,
        )

    def keep_note(self, kind: str) -> None:
        """Put a mark in the text and keep the note for the end."""
        if self.depth >= _DEEPEST:
            return
        self.marks[kind] += 1
        mark = f"[{kind}{self.marks[kind]}]"
        self.say(mark)
        self.notes.append(_Note(mark, self.rest_of_group(), self.depth + 1))

    def rest_of_group(self) -> list[Token]:
        """Pass over the rest of the group, and return it."""
        depth, rest = 1, []
        for token in self.stream:
            depth += {"open": 1, "close": -1}.get(token.kind, 0)
            if depth == 0:
                self.close(token)
                break
            rest.append(token)
        return rest


def _unicode(reader: _Reader, number: int | None) -> None:
    unit = (number or 0) & 0xFFFF
    reader.passed = reader.state.fallback
    if 0xDC00 <= unit < 0xE000 and reader.half:
        whole = 0x10000 + ((reader.half - 0xD800) << 10) + unit - 0xDC00
        reader.half = 0
        reader.say(chr(whole))
    elif 0xD800 <= unit < 0xDC00:
        reader.half = unit
    else:
        reader.say(chr(unit))


def _font(reader: _Reader, number: int | None) -> None:
    reader.state.font = number or 0
    reader.state.codec = reader.fonts.get(number or 0, "")


def _charset(reader: _Reader, number: int | None) -> None:
    codec = CHARSETS.get(-1 if number is None else number)
    if codec and reader.state.apart == "fonttbl":
        reader.fonts[reader.state.font] = codec


def _code_page(reader: _Reader, number: int | None) -> None:
    reader.codec = codec_of(number)


def _created(part: str) -> Callable[[_Reader, int | None], None]:
    def keep(reader: _Reader, number: int | None) -> None:
        if reader.state.apart == "creatim":
            reader.known[part] = f"{number or 0:02}"

    return keep


def _row(reader: _Reader, number: int | None) -> None:
    reader.page.row()
    reader.state.in_table = False


_WORDS: Mapping[str, Callable[[_Reader, int | None], None]] = {
    **dict.fromkeys(
        ("par", "sect", "page"), lambda reader, number: reader.page.paragraph(reader.look())
    ),
    "line": lambda reader, number: reader.page.line_break(),
    "tab": lambda reader, number: reader.page.tab(reader.look()),
    **dict.fromkeys(("cell", "nestcell"), lambda reader, number: reader.page.cell()),
    **dict.fromkeys(("row", "nestrow"), _row),
    "u": _unicode,
    "f": _font,
    "fcharset": _charset,
    "ansicpg": _code_page,
    "mac": lambda reader, number: _code_page(reader, 10000),
    **{part: _created(part) for part in ("yr", "mo", "dy")},
}
_KINDS: Mapping[str, Callable[[_Reader, Token], None]] = {
    "open": _Reader.open,
    "close": _Reader.close,
    "word": _Reader.word,
    "symbol": _Reader.symbol,
    "bytes": _Reader.letters,
}


def read(data: bytes, source: Source) -> Iterator[Draft]:
    """Read one article from rich text; a file that only bears the name is read as plain text."""
    if not data.lstrip().startswith(_START):
        return txt.read(data, source)
    return _article(data, source)


def _article(data: bytes, source: Source) -> Iterator[Draft]:
    reader = _Reader()
    with damage_is_told(_KIND):
        reader.read(data)
        text, styles = reader.page.result()
    known = reader.known
    date = "-".join(known.get(part, "") for part in ("yr", "mo", "dy"))
    yield Draft(
        text,
        title=known.get("title", ""),
        author=known.get("author", ""),
        published=date if len(date) == len("2026-01-03") else "",
        styles=styles,
        source=source.name,
        warnings=(HIDDEN,) if reader.hides else (),
    )
