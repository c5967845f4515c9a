"""The numbers of list items in a Word document, as their author sees them.

mammoth tells that a paragraph is an item and how deep, not its number. After ECMA-376, part 1,
17.9.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from desk.formats.archive import attribute, local_name, parse_xml
from desk.formats.docx_xml import child, descendants, value
from desk.formats.numerals import Numeral, as_marker

MARK = "reading-desk-number:"
"""What the name of a bookmark begins with that carries a number through mammoth"""

_NUMBERING, _STYLES = "word/numbering.xml", "word/styles.xml"
_FORMS = {
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
}
_FIGURES = Numeral()
_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 20  # styles and lists that stand for each other may do so in a circle


class _Level(NamedTuple):
    """How one level of a list is numbered; `numeral` is None where it has no number."""

    is_bullet: bool
    numeral: Numeral | None
    text: str
    start: int
    restart: int
    in_figures: bool
    style: str


class _List(NamedTuple):
    """What a number of a list stands for: lists of one `kind` go on with each other."""

    kind: str
    levels: Mapping[int, _Level]
    restarts: frozenset[int] = frozenset()


class Lists:
    """The lists that a document defines, and its styles that make items."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        roots = {name: parse_xml(parts[name]) for name in (_NUMBERING, _STYLES) if name in parts}
        styles = _all(roots.get(_STYLES), "style")
        self._styles = {attribute(style, "styleId"): style for style in styles}
        kinds = _all(roots.get(_NUMBERING), "abstractNum")
        self._kinds = {attribute(kind, "abstractNumId"): kind for kind in kinds}
        numbers = list(_all(roots.get(_NUMBERING), "num"))
        self._numbers = {attribute(number, "numId"): number for number in numbers}
        self._lists = {name: self._list(number) for name, number in self._numbers.items()}

    def of(self, paragraph: etree._Element) -> tuple[str, _List, int] | None:
        """Return the number of the list that a paragraph is an item of, that list, and its level.

        None for a paragraph that is no item.
        """
        properties = child(paragraph, "pPr")
        own = child(properties, "numPr")
        style = value(properties, "pStyle")
        styled = self._styled(style)
        number = value(own, "numId") or value(styled, "numId")
        known = self._lists.get(number)
        if known is None:
            return None
        of_style = (str(n) for n, level in known.levels.items() if style and level.style == style)
        level = value(own, "ilvl") or next(of_style, "") or value(styled, "ilvl")
        return number, known, _count(level, 0)

    def _styled(self, style: str) -> etree._Element | None:
        """Return the properties of a list that a style has, or one that it is based on."""
        for _ in range(_DEEPEST):
            element = self._styles.get(style)
            found = child(child(element, "pPr"), "numPr")
            if element is None or found is not None:
                return found
            style = value(element, "basedOn")
        return None

    def _list(self, number: etree._Element) -> _List:
        name = self._kind_of(number)
        kind = self._kinds.get(name)
        levels = {} if kind is None else {_index(each): _level(each) for each in _levels(kind)}
        restarts: dict[int, int] = {}
        for change in _all(number, "lvlOverride"):
            levels |= {_index(each): _level(each) for each in _levels(change)}
            start = value(change, "startOverride")
            restarts |= {_index(change): _count(start, 1)} if start else {}
        for at in restarts.keys() & levels.keys():
            levels[at] = levels[at]._replace(start=restarts[at])
        return _List(name, levels, frozenset(restarts))

    def _kind_of(self, number: etree._Element) -> str:
        """Return the kind of a list; one may have its own from a style."""
        name = value(number, "abstractNumId")
        for _ in range(_DEEPEST):
            link = value(self._kinds.get(name), "numStyleLink")
            other = self._numbers.get(value(self._styled(link), "numId")) if link else None
            if other is None:
                break
            name = value(other, "abstractNumId")
        return name


def mark_items(root: etree._Element, lists: Lists) -> None:
    """Put a bookmark before each item with a number; its name carries that."""
    numbers = _Numbers(lists)
    for paragraph in list(descendants(root, "p")):
        marker = numbers.marker(paragraph)
        if marker is not None:
            space = etree.QName(paragraph).namespace
            name = {f"{{{space}}}name": MARK + marker}
            at = 0 if child(paragraph, "pPr") is None else 1
            paragraph.insert(at, etree.Element(f"{{{space}}}bookmarkStart", name))


class _Numbers:
    """Counts the items in their order."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def marker(self, paragraph: etree._Element) -> str | None:
        """Return what stands before a paragraph; None if that is a dot, or it is no item."""
        found = self._lists.of(paragraph)
        if found is None or _is_other_version(paragraph):
            return None
        number, own, at = found
        level = own.levels.get(at)
        if level is None:
            return None
        counts = self._counts.setdefault(own.kind, {})
        begins = at in own.restarts and (number, at) not in self._begun
        self._begun.add((number, at))
        counts[at] = level.start if begins else counts.get(at, level.start - 1) + 1
        for deeper in [each for each in counts if each > at and _begins_anew(own, each, at)]:
            del counts[deeper]
        return None if level.is_bullet else _written(own, level, counts)


def _begins_anew(own: _List, deeper: int, at: int) -> bool:
    """Say whether a deeper level begins anew after an item of this one."""
    level = own.levels.get(deeper)
    return level is None or at < level.restart


def _written(own: _List, level: _Level, counts: Mapping[int, int]) -> str:
    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        other = own.levels.get(at)
        if other is None or other.numeral is None:
            return ""
        numeral = _FIGURES if level.in_figures else other.numeral
        return numeral.write(counts.get(at, other.start))

    return as_marker(_PLACE.sub(number, level.text))


def _level(element: etree._Element) -> _Level:
    form = value(element, "numFmt")
    return _Level(
        is_bullet=form == "bullet",
        numeral=None
        if form in ("bullet", "none")
        else Numeral(_FORMS.get(form, "1"), doubled=True),
        text=value(element, "lvlText"),
        start=_count(value(element, "start"), 0),
        restart=_count(value(element, "lvlRestart"), _index(element)),
        in_figures=child(element, "isLgl") is not None,
        style=value(element, "pStyle"),
    )


def _is_other_version(paragraph: etree._Element) -> bool:
    """Say whether a paragraph is there once more, for programs that do not know it so."""
    return any(local_name(above) == "Choice" for above in paragraph.iterancestors())


def _levels(element: etree._Element) -> Iterator[etree._Element]:
    yield from element.iterchildren("{*}lvl")


def _all(root: etree._Element | None, name: str) -> Iterator[etree._Element]:
    return iter(()) if root is None else descendants(root, name)


def _index(element: etree._Element) -> int:
    return _count(attribute(element, "ilvl"), 0)


def _count(written: str, otherwise: int) -> int:
    return int(written) if written.isdecimal() and len(written) < 9 else otherwise
