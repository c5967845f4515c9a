"""What the styles of an OpenDocument text mean for its words: emphasis, lists, what is hidden."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree

from desk.formats.archive import Archive, attribute, local_name
from desk.formats.numerals import Numeral

_DEEPEST = 20  # styles that are their own parents exist


class Level(NamedTuple):
    """How the items of one level of a list are numbered; without `is_numbered` they have dots.

    The numbers of `shown` levels stand together, as in 2.1.
    """

    is_numbered: bool = False
    numeral: Numeral | None = None
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1


class Style(NamedTuple):
    """One style; `hides` is None where it does not say whether its text shows."""

    parent: str = ""
    tags: tuple[str, ...] = ()
    hides: bool | None = None
    levels: Mapping[int, Level] = MappingProxyType({})


class Styles:
    """The styles of a document by their names."""

    def __init__(self, archive: Archive, content: etree._Element) -> None:
        roots = [content]
        if "styles.xml" in archive.names:
            roots.insert(0, archive.read_xml("styles.xml"))
        elements = (e for root in roots for e in root.iter("{*}style", "{*}list-style"))
        self._styles = {attribute(element, "name"): _style(element) for element in elements}

    def line(self, name: str) -> list[tuple[str, Style]]:
        """Return a style with its parents, by their names."""
        found: list[tuple[str, Style]] = []
        while name and len(found) < _DEEPEST:
            style = self._styles.get(name, Style())
            found.append((name, style))
            name = style.parent
        return found

    def hides(self, name: str) -> bool:
        """Say whether the text of a style does not show."""
        said = (style.hides for _, style in self.line(name))
        return next((hides for hides in said if hides is not None), False)

    def level(self, name: str, level: int) -> Level:
        """Return how a level of a list, from 1, is numbered."""
        levels = self._styles.get(name, Style()).levels
        return levels.get(level, levels.get(1, Level()))


def count(element: etree._Element, name: str, otherwise: int = 1) -> int:
    """Return a number of an element."""
    written = attribute(element, name)
    return int(written) if written.isdecimal() and len(written) < 9 else otherwise


def _style(element: etree._Element) -> Style:
    looks = list(element.iter("{*}text-properties"))
    forms = [attribute(p, "font-weight") + attribute(p, "font-style") for p in looks]
    tags = [tag for tag, word in (("b", "bold"), ("i", "italic")) if any(word in f for f in forms)]
    shows = next(filter(None, (attribute(p, "display") for p in looks)), "")
    levels = {count(each, "level"): _level(each) for each in element.iterchildren(etree.Element)}
    return Style(
        attribute(element, "parent-style-name"),
        tuple(tags),
        shows == "none" if shows else None,
        levels,
    )


def _level(element: etree._Element) -> Level:
    form = attribute(element, "num-format")
    return Level(
        local_name(element) == "list-level-style-number",
        Numeral(form, attribute(element, "num-letter-sync") == "true") if form else None,
        attribute(element, "num-prefix"),
        attribute(element, "num-suffix"),
        count(element, "start-value"),
        count(element, "display-levels"),
    )
