"""Guess the encoding of a few sentences by the letters that are common in each.

A general guesser needs a page and is right for half of single sentences. Here each candidate is
asked how many of its letters are such as its languages use all the time: read in a wrong
encoding, a text is full of letters that no one writes, or of capitals within words.
"""

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

# The letters with marks of one language or some that are written alike, small and capital.
_LATIN = (
    ("cp1252", "äöüßéàè"),
    ("cp1252", "éèêëàâçùûîïôœáæ"),
    ("cp1252", "áéíóúñüãõâêôçàü¡¿ºª"),
    ("cp1252", "àèìòùéî"),
    ("cp1252", "åäöæøéü"),
    ("cp1254", "çğıöşüâîûİ"),
    ("cp1250", "ąćęłńóśźż"),
    ("cp1250", "áčďéěíňóřšťúůýžäôľĺŕ"),
    ("cp1250", "áéíóöőúüű"),
    ("cp1250", "ăâîşţ"),
    ("cp1250", "čćžšđ"),
    ("cp1252", "áéíóúýþæöð"),
    ("cp1257", "ąčęėįšųūž"),
    ("cp1257", "āčēģīķļņšūž"),
    ("cp1257", "õäöüšž"),
    ("cp1258", "àáâãèéêìíòóôõùúýăđơư\u0300\u0301\u0303\u0309\u0323"),
    ("mac_roman", "äöüßéàè"),
    ("mac_roman", "éèêëàâçùûîïôœ"),
    ("mac_roman", "áéíóúñüãõâêôç¡¿"),
    ("mac_roman", "åäöæøé"),
)
# The letters of an alphabet: those that make up most of a text, and the others.
_CYRILLIC = "оеаинтсрвлкмдпуяыьОЕАИНТСРВЛКМДПУЯіІ", "гзбчйхжшюцщэфёъїєґГЗБЧЙХЖШЮЦЩЭФЁЪЇЄҐЫЬ"
_GREEK = "αοιετσνηυρπκμλςωάόέύήίώΑΟΙΕΤΣΝΗΥΡΠΚΜΛΩ", "γδθχφβξζψϊϋΐΰΓΔΘΧΦΒΞΖΨΆΈΉΊΌΎΏ"
_HEBREW = "יוהלארתבשמנם", "דעחקפכטגצזןסףךץ־״"
_ARABIC = "اليمونترهةبعدسفكقح", "جأىشطصخذضزءغثإئآظؤپچگکیـ،؟"
_THAI = "าน่อรกเง้วมยีลัดทสตะปิบคหแพจชขใไ็ุื์", "ผึูโถฟธณซศษญฐฝภ"
_KANA = "".join(map(chr, (*range(0x3041, 0x3097), *range(0x30A1, 0x30FD))))
_JAPANESE = _KANA + (
    "日一国人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女"
    "北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨的東京都新計画発表"
)
_SIMPLIFIED = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年"
    "过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心"
    "她本前开但因只从想实今气很城市新公告布计划北京世界好"
)
_TRADITIONAL = (
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年"
    "過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心"
    "她本前開但因只從想實今氣很城市新公告布計畫北京世界台灣政府"
)
_KOREAN = (
    "이다는에의을가하고지로한은기도서사를자리어시정인대나아일그들해보스수있게라부장전주제원구것"
    "상오으적비만여경세조안했된년월과와미공성신무회국민우마거동화요니당선생관위말학개발연중계치"
    "소되내때모두없할면"
)
_PUNCTUATION = "，。、；：？！「」『』（）《》“”‘’—…・〜　·"

_MARKS = "‘’“”„–—…·€°§©®\u00a0«»"


class _Kind(NamedTuple):
    codec: str
    letters: frozenset[str]
    others: frozenset[str]
    """Letters that count half."""
    least: float
    """The share of letters that must be common ones for the codec to be thought of."""
    density: tuple[float, float]
    """Between which shares of all letters those beyond ASCII must be."""


def _kinds() -> Iterator[_Kind]:
    none: frozenset[str] = frozenset()
    for codec, letters in _LATIN:
        known = frozenset(letters + letters.upper() + _MARKS)
        yield _Kind(codec, known, none, 0.85, (0, 0.6))
    for codec, (common, others) in (
        *((codec, _CYRILLIC) for codec in ("cp1251", "koi8_r", "cp866", "koi8_u")),
        ("cp1255", _HEBREW),
        ("cp1253", _GREEK),
        ("cp1256", _ARABIC),
        ("cp874", _THAI),
    ):
        yield _Kind(codec, frozenset(common + _MARKS), frozenset(others), 0.7, (0.3, 1))
    for codec, letters in (
        *((codec, _JAPANESE) for codec in ("cp932", "euc_jp")),
        ("gb18030", _SIMPLIFIED),
        ("big5", _TRADITIONAL),
        ("cp949", _KOREAN),
    ):
        yield _Kind(codec, frozenset(letters + _PUNCTUATION), none, 0.3, (0, 1))


_KINDS = tuple(_kinds())  # of equals the first wins
_SAMPLE = 8_192  # bytes; more tells no more
_NO_LETTER = re.compile("[\x80-\x9f\ue000-\uf8ff\ufffd]")  # controls, and what nobody defined
_CAPITAL_WITHIN = re.compile("[a-zß-öø-ÿа-яёα-ω][A-ZÀ-ÖØ-ÞА-ЯЁΑ-Ω]")


def guess(data: bytes) -> str:
    """Return the codec in which most letters are common ones, or "" if there is none such."""
    sample = data[:_SAMPLE]
    if sample.isascii():
        return ""
    fits = [_fit(sample, kind) for kind in _KINDS]
    best = max(fits)
    return _KINDS[fits.index(best)].codec if best > 0 else ""


def _fit(sample: bytes, kind: _Kind) -> float:
    """Return how well a codec fits, from 1 for all letters being common down to 0."""
    try:
        text = codecs.getincrementaldecoder(kind.codec)().decode(sample)
    except UnicodeDecodeError:
        return 0
    foreign = [letter for letter in text if letter > "\x7f"]
    if not foreign or _NO_LETTER.search(text):
        return 0
    points = sum(1 if c in kind.letters else (c in kind.others) / 2 for c in foreign)
    share = points / len(foreign)
    share -= len(_CAPITAL_WITHIN.findall(text)) / len(foreign)
    least, most = kind.density
    if not least <= _density(text) <= most:
        return 0
    return max(0, (share - kind.least) / (1 - kind.least))


def _density(text: str) -> float:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter > "\x7f" for letter in letters) / max(1, len(letters))
