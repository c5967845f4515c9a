"""Find out in which encoding a text is, and say so where it was a guess."""

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from desk.core.errors import UserError
from desk.core.message import Message, message, plural
from desk.formats import legacy, unmarked

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

# UTF-32 before UTF-16: the mark of UTF-32 LE begins with that of UTF-16 LE.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What a file begins with that is not text, whatever its name says.
SIGNATURES = (
    (b"%PDF-", message("This is a PDF file, not a text.")),
    (b"PK\x03\x04", message("This is a ZIP file or an office document, not a text.")),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        message("This is an old Microsoft Office file, not a text."),
    ),
    (b"SQLite format 3\x00", message("This is a database, not a text.")),
    (b"\x89PNG\r\n\x1a\n", message("This is a picture, not a text.")),
    (b"\xff\xd8\xff", message("This is a picture, not a text.")),
    (b"GIF87a", message("This is a picture, not a text.")),
    (b"GIF89a", message("This is a picture, not a text.")),
    (b"\x1f\x8b\x08", message("This is a compressed file, not a text.")),
    (b"7z\xbc\xaf\x27\x1c", message("This is a compressed file, not a text.")),
    (b"Rar!\x1a\x07", message("This is a compressed file, not a text.")),
    (b"\x7fELF", message("This is a program, not a text.")),
    (b"ID3\x03", message("This is a sound file, not a text.")),
    (b"OggS", message("This is a sound file, not a text.")),
)

# The encodings that texts without a mark are really in; a wider choice guesses worse.
GUESSED = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("cp874", "cp932", "euc_jp", "iso2022_jp", "gb18030", "big5", "cp949"),
    *("koi8_r", "koi8_u", "cp866", "mac_roman"),
)

# What writers declare and what they mean by it, as browsers have learned (WHATWG Encoding).
DECLARED_MEANS = {
    **dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean"), "cp949"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("tis-620", "iso-8859-11"), "cp874"),
    "x-mac-roman": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
}
_SEVEN_BIT = ("iso-2022-jp", "iso-2022-kr", "hz-gb-2312")  # look like ASCII, and so like UTF-8

_CHARSET = re.compile(rb"""(?i)(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:.-]+)""")
_HEAD = 4096  # bytes in which a page declares its encoding

_SAMPLE = 65_536  # bytes that the guesser looks at; more makes it slow and no wiser
_BAD_SHARE = 0.01  # of bytes that may be wrong in a text still taken for UTF-8
_NUL_SHARE = 0.3  # of bytes; with more NULs than this it is not text
_CONTROL_SHARE = 0.02  # of bytes; in legacy encodings text has next to none
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\f\r\x1a\x1b")


class Decoded(NamedTuple):
    """A text as decoded (not yet cleaned), the encoding used, and what the reader should know."""

    text: str
    encoding: str
    warnings: tuple[Message, ...] = ()


def decode(data: bytes, encoding: str = "", declared: str = "") -> Decoded:
    """Turn bytes into text, in `encoding` if one is given, else in the first that fits.

    The order: byte order mark, UTF-16 and UTF-32 by their looks, strict UTF-8, what the bytes
    declare about themselves (`declared`, often wrong), UTF-8 with a few bad bytes, the guessers.
    Raise UserError for what is not text and for an `encoding` that does not exist.
    """
    if encoding:
        return _as_told(data, encoding)
    return _by_mark(data) or _by_looks(data, declared.lower())


def decode_markup(data: bytes, encoding: str = "") -> Decoded:
    """Decode a page: what it declares is believed only where it is not UTF-8."""
    named = _CHARSET.search(data[:_HEAD])
    return decode(data, encoding, declared=named[1].decode("ascii") if named else "")


def signature(data: bytes) -> Message | None:
    """Return what the first bytes say that this is instead of text; None for possible text."""
    return next((what for start, what in SIGNATURES if data.startswith(start)), None)


def _as_told(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding, "replace")
    except (LookupError, UnicodeError) as error:
        raise UserError(
            "There is no encoding named “{encoding}”. Choose another.", encoding=encoding
        ) from error
    return Decoded(text, encoding, _replacements(text))


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return Decoded(text, encoding, _replacements(text))
    return None


def _by_looks(data: bytes, declared: str) -> Decoded:
    what = signature(data)
    if what:
        raise UserError.of(what)
    if declared in _SEVEN_BIT:
        return _as_told(data, declared)
    decoded = _as_unmarked(data) or _as_utf8(data) or _as_declared(data, declared)
    if decoded:
        return decoded
    if _looks_binary(data):
        raise UserError("This is not a text: most of it is not made of letters.")
    return _as_damaged_utf8(data) or _as_guessed(data)


def _as_unmarked(data: bytes) -> Decoded | None:
    encoding = unmarked.guess(data)
    if not encoding:
        return None
    text = data.decode(encoding, "replace")
    guess = message("Read as {encoding}, without a mark that says so.", encoding=encoding.upper())
    return Decoded(text, encoding, (guess, *_replacements(text)))


def _as_utf8(data: bytes) -> Decoded | None:
    if data.count(0) > len(data) * _NUL_SHARE or not unmarked.is_utf8(data):
        return None
    return Decoded(data.decode("utf-8"), "utf-8")


def _as_declared(data: bytes, declared: str) -> Decoded | None:
    encoding = DECLARED_MEANS.get(declared, declared)
    try:
        text = data.decode(encoding) if encoding else ""
    except (LookupError, UnicodeError):
        return None
    return Decoded(text, encoding) if text else None


def _looks_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > len(sample) * _CONTROL_SHARE


def _as_damaged_utf8(data: bytes) -> Decoded | None:
    """Read UTF-8 with a few bad bytes, if the good ones prove that it is UTF-8.

    Without that proof a page in Latin-1 with a single é would lose it.
    """
    text = data.decode("utf-8", "replace")
    bad = text.count("�")
    kept = text.encode("utf-8").count(b"\xef\xbf\xbd")
    proof = len(text) - len(text.encode("ascii", "ignore")) - kept
    if _is_cut_short(data, proof) or (bad <= len(data) * _BAD_SHARE and proof >= bad):
        return Decoded(text, "utf-8", _replacements(text))
    return None


def _is_cut_short(data: bytes, proof: int) -> bool:
    """Say whether all is UTF-8 but a last character that lacks its end."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(data)
    except UnicodeDecodeError:
        return False
    rest = len(decoder.getstate()[0])
    return rest > 1 or proof > 0


def _as_guessed(data: bytes) -> Decoded:
    encoding = legacy.guess(data) or _generally_guessed(data)
    text = data.decode(encoding, "replace")
    guess = message(
        "The encoding is a guess: {encoding}. If the text looks wrong, choose another.",
        encoding=encoding,
    )
    return Decoded(text, encoding, (guess, *_replacements(text)))


def _generally_guessed(data: bytes) -> str:
    # Imported here: it takes 60 ms, and nearly every text is UTF-8.
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_SAMPLE], cp_isolation=list(GUESSED))
    best = matches.best()
    even = [m.encoding for m in matches if best and _rank(m) == _rank(best)]
    return "cp1252" if not best or "cp1252" in even else best.encoding


def _rank(match: "CharsetMatch") -> tuple[float, float]:
    return match.chaos, match.coherence


def _replacements(text: str) -> tuple[Message, ...]:
    count = text.count("�")
    told = plural(
        count,
        "1 place could not be read and shows as �.",
        "%Ln places could not be read and show as �.",
    )
    return (told,) if count else ()
