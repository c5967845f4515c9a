"""Rich text as a row of tokens: groups, control words, and letters still in bytes.

After Microsoft's "Rich Text Format (RTF) Specification", version 1.9.1.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?"  # a control word takes one space along
    r"|\\'([0-9a-fA-F]{2})"
    r"|\\(.)"
    r"|([{}])"
    r"|([^\\{}]+)",
    re.DOTALL,
)

_BY_NUMBER = (
    "0 cp1252, 77 mac_roman, 128 cp932, 129 cp949, 134 gb18030, 136 big5, 161 cp1253, 162 cp1254, "
    "163 cp1258, 177 cp1255, 178 cp1256, 186 cp1257, 204 cp1251, 222 cp874, 238 cp1250, 254 cp437, "
    "255 cp850"
)
CHARSETS: Mapping[int, str] = {
    int(number): codec for number, codec in map(str.split, _BY_NUMBER.split(","))
}
"""The encodings that fonts name by number."""


class Token(NamedTuple):
    """A group's begin or end, a control word with its number, a symbol, or letters as bytes."""

    kind: Literal["open", "close", "word", "symbol", "bytes"]
    name: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens; the bytes of a picture are passed over."""
    markup = data.decode("latin-1")  # letters beyond ASCII are written as escapes
    place = 0
    while found := _TOKEN.search(markup, place):
        token = _token(found)
        place = found.end()
        if token.name == "bin" and token.kind == "word":
            place += max(0, token.number or 0)
        yield token


def _token(found: re.Match[str]) -> Token:
    word, number, code, symbol, brace, text = found.groups()
    if word:
        return Token("word", word, int(number) if number else None)
    if code:
        return Token("bytes", data=bytes.fromhex(code))
    if symbol:
        return Token("symbol", symbol)
    if brace:
        return Token("open" if brace == "{" else "close")
    return Token("bytes", data=text.encode("latin-1").translate(None, b"\r\n"))  # ends of no line


def codec_of(code_page: int | None) -> str:
    """Return the codec of a Windows code page, that of Western Europe for an unknown one."""
    known = {10000: "mac_roman", 65001: "utf-8", 932: "cp932", 936: "gb18030", 950: "big5"}
    if code_page in known:
        return known[code_page]
    codec = f"cp{code_page}"
    return codec if codec in CHARSETS.values() or codec in ("cp866", "cp852") else "cp1252"
