"""OpenDocument texts (.odt), with their notes and comments below the text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from desk.core.errors import UserError
from desk.core.message import message
from desk.core.text import clean
from desk.core.types import Draft
from desk.formats.archive import Archive, attribute, local_name
from desk.formats.hidden import HIDDEN
from desk.formats.markup import Page, PageBuilder
from desk.formats.markup_lists import Attributes
from desk.formats.odt_lists import ListNumbers
from desk.formats.odt_styles import Styles, count
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


def read(data: bytes, source: Source) -> Iterator[Draft]:
    """Read one article from an OpenDocument text; pictures and deleted text are left out."""
    archive = Archive(data, _KIND)
    if _MANIFEST in archive.names and _ENCRYPTION in archive.read(_MANIFEST):
        raise UserError("It is protected by a password. Save it without one.")
    root = archive.read_xml("content.xml")
    styles = Styles(archive, root)
    walk = _Walk(styles, ListNumbers(styles))
    walk.visit(root)
    page = walk.finish()
    known: dict[str, Any] = _properties(archive)
    told = (HIDDEN,) if walk.hides else ()
    yield Draft(page.text, styles=page.styles, source=source.name, warnings=told, **known)


@dataclass(slots=True)
class _Walk:
    """Goes through a document once and tells the page builder, in HTML's words, what it meets."""

    styles: Styles
    numbers: ListNumbers
    page: PageBuilder = field(default_factory=PageBuilder)
    notes: list[tuple[str, etree._Element]] = field(default_factory=list)
    comments: int = 0
    hides: bool = False
    blank_lines: int = 0  # of preformatted text, for which more may come

    def visit(self, element: etree._Element) -> None:
        """Add an element and what is in it, unless it is hidden."""
        name = local_name(element)
        if self._is_hidden(name, element):
            words = "".join(element.itertext()) + attribute(element, "string-value")
            self.hides = self.hides or bool(words.strip())
            return
        special = _SPECIAL.get(name)
        if special:
            special(self, element)
        elif name not in _SKIPPED:
            self.wrap(element, self.tags(name, element))

    def wrap(
        self, element: etree._Element, tags: list[tuple[str, Attributes]], before: str = ""
    ) -> None:
        """Add what is in an element inside of these tags, with blank lines before it."""
        for tag, attributes in tags:
            self.page.start(tag, attributes)
        self.page.builder.exact(before)
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
        for name, each in self.styles.line(style):
            tags += [tag for tag in each.tags if tag not in tags]
            tags += [_STYLE_TAGS[name]] if name in _STYLE_TAGS else []
        return [(tag, {}) for tag in tags]

    def _is_hidden(self, name: str, element: etree._Element) -> bool:
        if name in ("section", "hidden-text"):
            shown = attribute(element, "display")  # of a section; it may depend on a condition
            return shown == "none" or attribute(element, "is-hidden") == "true"
        if name not in ("p", "h", "span"):
            return False
        return self.styles.hides(attribute(element, "style-name")) or _hides_itself(element)

    def tags(self, name: str, element: etree._Element) -> list[tuple[str, Attributes]]:
        """Return the tags that an element stands for, with those of its style."""
        own: list[tuple[str, Attributes]] = [(_TAGS[name], {})] if name in _TAGS else []
        if name == "h":
            own = [(f"h{min(count(element, 'outline-level'), 6)}", {})]
        if name == "a":
            own = [("a", {"href": attribute(element, "href")})]
        if name not in ("p", "span"):
            return own
        return own + self.tags_of(attribute(element, "style-name"))


def _hides_itself(paragraph: etree._Element) -> bool:
    """Say whether there is a field in a paragraph, and not in a box within it, that hides it."""
    return any(
        attribute(field, "is-hidden") == "true"
        and next(field.iterancestors("{*}p", "{*}h"), None) is paragraph
        for field in paragraph.iter("{*}hidden-paragraph")
    )


def _spaces(walk: _Walk, element: etree._Element) -> None:
    # A run of spaces is for the looks of a page: in running text it counts as one.
    walk.page.data(" " * min(count(element, "c"), _MOST_SPACES))


def _tab(walk: _Walk, element: etree._Element) -> None:
    walk.page.builder.tab()


def _paragraph(walk: _Walk, element: etree._Element) -> None:
    tags = walk.tags("p", element)
    is_preformatted = ("pre", {}) in tags
    if is_preformatted and not len(element) and not element.text:
        walk.blank_lines += 1
        return
    blank_lines = walk.blank_lines if is_preformatted else 0
    walk.blank_lines = 0
    walk.wrap(element, tags, "\n" * blank_lines)


def _list(walk: _Walk, element: etree._Element) -> None:
    walk.numbers.open(element)
    walk.wrap(element, [("ul", {})])
    walk.numbers.close()


def _item(walk: _Walk, element: etree._Element) -> None:
    walk.wrap(element, [("li", {"marker": walk.numbers.marker(element)})])


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


_SPECIAL = {
    "p": _paragraph,
    "s": _spaces,
    "tab": _tab,
    "list": _list,
    "list-item": _item,
    "list-header": _item,
    "note": _note,
    "annotation": _comment,
}


def _properties(archive: Archive) -> dict[str, str]:
    if "meta.xml" not in archive.names:
        return {}
    found = {
        _FIELDS[local_name(element)]: clean(element.text or "").strip()
        for element in archive.read_xml("meta.xml").iter(etree.Element)
        if local_name(element) in _FIELDS
    }
    return {**found, "published": found.get("published", "")[:10]}
