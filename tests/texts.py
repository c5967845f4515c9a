"""Texts of many scripts: what goes wrong where a program counts bytes, UTF-16 units or glyphs."""

import re
from typing import NamedTuple

from hypothesis import strategies as st

from desk.core.types import TextRange


class Sample(NamedTuple):
    """A text as it lies in an article: clean, LF alone between lines."""

    name: str
    text: str


SAMPLES: list[Sample] = [
    Sample("plain", "The council met on Monday. Nobody from the press was let in."),
    Sample("emoji", "She wrote 😀 and then 🚀🚀, nothing else. He answered 👍."),
    Sample("zwj family", "The 👨\u200d👩\u200d👧\u200d👦 family and the 👩🏽\u200d🚀 left early."),
    Sample(
        "flags",
        "From 🇩🇪 to 🇫🇷🇯🇵, then 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f.",
    ),
    Sample("astral letters", "𝒜 set 𝔅 of 𝕊 and the Gothic 𐌲𐌿𐍄𐌹𐍃𐌺 word."),
    Sample("cjk", "记者昨天到达现场。他说：“没有人受伤。”東京は静かだった。"),
    Sample("cjk ext b", "古字 𠀀𠀁 與 𪚥 同行。"),
    Sample("combining", "Cafe\u0301, A\u030angstro\u0308m and q\u0323\u0307 stay as they are."),
    Sample("zalgo", "Z" + "\u0301\u0316\u0334" * 20 + "algo reads on."),
    Sample("hebrew in latin", "The word שלום means peace, and 25 ק״מ is a distance."),
    Sample("arabic in latin", "He said مرحبا بالعالم (٢٠٢١) and left."),
    Sample("marked bidi", "An \u202eedirrevo\u202c word and a \u2067isolated\u2069 one."),
    Sample("nbsp", "10\u00a0000\u00a0km, «\u202foui\u202f», and a\u2009thin space."),
    Sample("thai", "ประเทศไทยมีประชากรมาก วันนี้อากาศดี"),
    Sample("devanagari", "क्षत्रिय नमस्ते दुनिया। यह दूसरा वाक्य है।"),
    Sample("korean", "한국어 문장입니다. 두 번째 문장입니다."),
    Sample("lines", "First line.\n\nThird line after a blank one.\n\tIndented 😀.\n"),
    Sample("only line ends", "\n\n\n"),
    Sample("spaces around", "  \u00a0 padded \u2003\n  next  "),
]

# What files hold before cleaning: every line end, and what XML, SQLite or Qt cannot carry.
LINE_ENDS = ["\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085", "\v", "\f"]
UNCLEAN = [
    "\ufeff",
    "\x00",
    "\x01",
    "\x1b",
    "\x1f",
    "\ud800",
    "\udfff",
    "\ufdd0",
    "\ufffe",
    "\uffff",
]

_PIECES = sorted({piece for sample in SAMPLES for piece in re.findall(r"\S+|\s+", sample.text)})


def _letters() -> st.SearchStrategy[str]:
    return st.characters(
        exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp"], exclude_characters="\ufeff"
    )


def foreign_texts(*, min_size: int = 0, max_size: int = 24) -> st.SearchStrategy[str]:
    """Return clean texts of up to `max_size` pieces: words of all samples, letters, spaces, LF."""
    piece = st.one_of(
        st.sampled_from(_PIECES),
        st.sampled_from([" ", "\n", "\t", "\u00a0", "a", "."]),
        _letters(),
    )
    return st.lists(piece, min_size=min_size, max_size=max_size).map("".join)


def unclean_texts() -> st.SearchStrategy[str]:
    """Return texts as files hold them: with every line end and every forbidden character."""
    piece = st.one_of(
        st.sampled_from(_PIECES), st.sampled_from(LINE_ENDS), st.sampled_from(UNCLEAN), _letters()
    )
    return st.lists(piece, max_size=24).map("".join)


@st.composite
def ranges_in(draw: st.DrawFn, text: str, *, empty: bool = False) -> TextRange:
    """Return a range of a text; an empty one only when asked or when the text is empty."""
    start = draw(st.integers(0, max(0, len(text) - (not empty))))
    end = draw(st.integers(min(len(text), start + (not empty)), len(text)))
    return TextRange(start, end)


@st.composite
def texts_with_range(draw: st.DrawFn) -> tuple[str, TextRange]:
    """Return a text that is not empty, with a range that is not empty."""
    text = draw(foreign_texts(min_size=1))
    return text, draw(ranges_in(text))
