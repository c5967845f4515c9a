"""UTF-16 and UTF-32 without the mark that says so: known by their zeros, or by their script."""

import unicodedata
from collections import Counter

_SAMPLE = 8_192  # bytes
_ZEROS = 0.03  # of the bytes; a text in any script has some ASCII, such as blanks
_CONTROLS = 0.01  # of the bytes; other encodings of text have next to none
_STRAY = 0.2  # of the bytes; fewer controls among UTF-8 are strays
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\t\n\f\r\x1a\x1b")
_ONE_SCRIPT = 0.9  # of the letters are in one script where the reading is right
_FEWEST = 4  # letters that tell
_TOGETHER = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "KATAKANA-HIRAGANA": "CJK"}


def guess(data: bytes) -> str:
    """Return the codec in which such data is, or "" for any other data."""
    sample = data[:_SAMPLE]
    if len(sample) == len(sample.translate(None, _CONTROL_BYTES)):
        return ""  # as nearly all other texts, which need not wait for what follows
    return _utf32(data) or _utf16_by_zeros(data) or _utf16_by_script(data)


def is_utf8(data: bytes) -> bool:
    """Say whether data is UTF-8 to its last byte."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _utf32(data: bytes) -> str:
    """Each letter of UTF-32 has a zero at one end: no other data can be decoded so."""
    for codec in ("utf-32-le", "utf-32-be"):
        text = _decoded(data[:_SAMPLE], codec, 4)
        if len(text) >= _FEWEST and "\0" not in text:
            return codec
    return ""


def _utf16_by_zeros(data: bytes) -> str:
    """ASCII in UTF-16 leaves zeros at every other place alone."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    few, many = sorted((even, odd))
    if many * 2 < len(data) * _ZEROS or few * 10 > many:
        return ""
    if many * 4 < len(data) and is_utf8(data):
        return ""  # UTF-8 with some stray zeros
    return "utf-16-be" if even > odd else "utf-16-le"


def _utf16_by_script(data: bytes) -> str:
    """Without any ASCII, letters of one script show; the wrong order of bytes scatters them."""
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    if controls <= len(sample) * (_STRAY if is_utf8(sample) else _CONTROLS):
        return ""
    texts = {codec: _decoded(sample, codec, 2) for codec in ("utf-16-le", "utf-16-be")}
    whole = [codec for codec in texts if _is_one_script(texts[codec])]
    return min(whole, key=lambda codec: len({ord(c) >> 8 for c in texts[codec]}), default="")


def _decoded(data: bytes, codec: str, width: int) -> str:
    """Return what is decoded of whole letters, "" if it is none."""
    try:
        return data[: len(data) // width * width].decode(codec)
    except UnicodeDecodeError as error:
        is_cut = error.end >= len(data) - width  # a sample may end within a pair
        return data[: error.start].decode(codec) if is_cut else ""


def _is_one_script(text: str) -> bool:
    letters = [letter for letter in text if not letter.isspace() and letter > "\x7f"]
    scripts = Counter(_script(letter) for letter in letters)
    most = max((scripts[name] for name in scripts if name not in ("", "mark", "LATIN")), default=0)
    return most >= _FEWEST and most >= _ONE_SCRIPT * (len(letters) - scripts["mark"])


def _script(letter: str) -> str:
    """Return the script of a letter by the first word of its name, "" if nobody named it."""
    name = unicodedata.name(letter, "").partition(" ")[0]
    if not unicodedata.category(letter).startswith(("L", "M")):
        return "mark" if name else ""
    return _TOGETHER.get(name, name)
