"""OpenDocument texts (.odt), with their notes and comments below the text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lxml import etree

from desk.core.errors import UserError
from desk.core.message import message
from desk.core.text import clean
from desk.core.types import Draft
from desk.formats.archive import Archive, local_name
from desk.formats.markup import Attributes, Page, PageBuilder
from desk.formats.source import Source

_KIND = message("OpenDocument text")
_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTION = b"encryption-data"
# What is no text of the document: deleted text above all.
_SKIPPED = frozenset(
    ("tracked-changes", "sequence-decls", "forms", "scripts", "table-of-content", "title", "desc")
)
_TAGS = {
    "p": "p",
    "list-item": "li",
    "list-header": "li",
    "table": "table",
    "table-row": "tr",
    "table-cell": "td",
    "covered-table-cell": "td",
    "line-break": "br",
    "ruby-text": "rt",
    "text-box": "div",
}
_STYLE_TAGS = {"Quotations": "blockquote", "Preformatted_20_Text": "pre", "Title": "h1"}
_FIELDS = {"title": "title", "initial-creator": "author", "creator": "author"}
_FIELDS |= {"creation-date": "published", "language": "language"}
_MOST_SPACES = 100  # that one element may stand for


class _Style(NamedTuple):
    parent: str = ""
    tags: tuple[str, ...] = ()
    ordered: bool = False


def read(data: bytes, source: Source) -> Iterator[Draft]:
    """Read one article from an OpenDocument text; pictures and deleted text are left out."""
    archive = Archive(data, _KIND)
    if _MANIFEST in archive.names and _ENCRYPTION in archive.read(_MANIFEST):
        raise UserError("It is protected by a password. Save it without one.")
    root = archive.read_xml("content.xml")
    walk = _Walk(_styles(archive, root))
    walk.visit(root)
    page = walk.finish()
    known: dict[str, Any] = _properties(archive)
    yield Draft(page.text, styles=page.styles, source=source.name, **known)


@dataclass(slots=True)
class _Walk:
    """Goes through a document once and tells the page builder, in HTML's words, what it meets."""

    styles: Mapping[str, _Style]
    page: PageBuilder = field(default_factory=PageBuilder)
    notes: list[tuple[str, etree._Element]] = field(default_factory=list)
    comments: int = 0
    list_style: str = ""

    def visit(self, element: etree._Element) -> None:
        """Add an element and what is in it."""
        name = local_name(element)
        special = _SPECIAL.get(name)
        if special:
            special(self, element)
        elif name not in _SKIPPED:
            self.wrap(element, self._tags(name, element))

    def wrap(self, element: etree._Element, tags: list[tuple[str, Attributes]]) -> None:
        """Add what is in an element inside of these tags."""
        for tag, attributes in tags:
            self.page.start(tag, attributes)
        self.page.data(element.text or "")
        for child in element:
            if isinstance(child.tag, str):  # not so for an entity, which stays out
                self.visit(child)
            self.page.data(child.tail or "")
        for tag, _ in reversed(tags):
            self.page.end(tag)

    def finish(self) -> Page:
        """Add the notes below the text and return it all."""
        for mark, body in self.notes:  # notes within notes join the queue
            self.wrap(body, [("li", {"marker": mark})])
        return self.page.close()

    def tags_of(self, style: str) -> list[tuple[str, Attributes]]:
        """Return the tags that a style and its parents mean."""
        tags: list[str] = []
        for _ in range(20):  # styles that are their own parents exist
            tags += [tag for tag in self.styles.get(style, _Style()).tags if tag not in tags]
            tags += [_STYLE_TAGS[style]] if style in _STYLE_TAGS else []
            style = self.styles.get(style, _Style()).parent
        return [(tag, {}) for tag in tags]

    def _tags(self, name: str, element: etree._Element) -> list[tuple[str, Attributes]]:
        own: list[tuple[str, Attributes]] = [(_TAGS[name], {})] if name in _TAGS else []
        if name == "h":
            own = [(f"h{min(_count(element, 'outline-level'), 6)}", {})]
        if name == "a":
            own = [("a", {"href": _get(element, "href")})]
        return own + (self.tags_of(_get(element, "style-name")) if name in ("p", "span") else [])


def _spaces(walk: _Walk, element: etree._Element) -> None:
    # A run of spaces is for the looks of a page: in running text it counts as one.
    walk.page.data(" " * min(_count(element, "c"), _MOST_SPACES))


def _tab(walk: _Walk, element: etree._Element) -> None:
    walk.page.builder.tab()


def _list(walk: _Walk, element: etree._Element) -> None:
    outer = walk.list_style
    walk.list_style = _get(element, "style-name") or outer
    ordered = walk.styles.get(walk.list_style, _Style()).ordered
    walk.wrap(element, [("ol" if ordered else "ul", {})])
    walk.list_style = outer


def _note(walk: _Walk, element: etree._Element) -> None:
    for part in element.iterchildren(etree.Element):
        if local_name(part) == "note-citation":
            mark = f"[{''.join(part.itertext()).strip()}]"
        else:
            walk.notes.append((mark, part))
    walk.page.data(mark)


def _comment(walk: _Walk, element: etree._Element) -> None:
    walk.comments += 1
    mark = f"[C{walk.comments}]"
    walk.page.data(mark)
    for part in list(element):
        if local_name(part) in ("creator", "creator-initials", "date", "date-string"):
            element.remove(part)
    walk.notes.append((mark, element))


_SPECIAL = {"s": _spaces, "tab": _tab, "list": _list, "note": _note, "annotation": _comment}


def _get(element: etree._Element, name: str) -> str:
    """Return an attribute, whatever its namespace."""
    found = (str(v) for key, v in element.attrib.items() if key.rpartition("}")[2] == name)
    return next(found, "")


def _count(element: etree._Element, name: str) -> int:
    written = _get(element, name)
    return int(written) if written.isdecimal() and len(written) < 9 else 1


def _styles(archive: Archive, root: etree._Element) -> dict[str, _Style]:
    """Collect what the styles of a document mean for its text."""
    roots = [root]
    if "styles.xml" in archive.names:
        roots.insert(0, archive.read_xml("styles.xml"))
    styles = {}
    for element in (e for root in roots for e in root.iter("{*}style", "{*}list-style")):
        styles[_get(element, "name")] = _style(element)
    return styles


def _style(element: etree._Element) -> _Style:
    forms = [
        _get(p, "font-weight") + _get(p, "font-style") for p in element.iter("{*}text-properties")
    ]
    tags = [tag for tag, word in (("b", "bold"), ("i", "italic")) if any(word in f for f in forms)]
    first = next(element.iterchildren(etree.Element), None)
    ordered = first is not None and local_name(first) == "list-level-style-number"
    return _Style(_get(element, "parent-style-name"), tuple(tags), ordered)


def _properties(archive: Archive) -> dict[str, str]:
    if "meta.xml" not in archive.names:
        return {}
    found = {
        _FIELDS[local_name(element)]: clean(element.text or "").strip()
        for element in archive.read_xml("meta.xml").iter(etree.Element)
        if local_name(element) in _FIELDS
    }
    return {**found, "published": found.get("published", "")[:10]}
