"""The XML of REFI-QDA files: parsed without a document type, its identities and times made plain.

Elements lose their namespace, whose version differs from writer to writer.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from desk.core.errors import UserError
from desk.core.message import Message
from desk.formats.damage import damage_is_told

_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class _Builder(ET.TreeBuilder):
    """Builds the tree, of a document without a type: one could define entities without end."""

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        return super().start(tag.rpartition("}")[2], attrs)

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise UserError("It has a document type, as no file of this kind has: it was not opened.")


def parse(data: bytes, kind: Message) -> ET.Element:
    """Return the root; UserError says where it is not XML. Any depth of nesting will do."""
    # Not lxml: that ends at 256 levels, and resolves entities in attributes.
    parser = ET.XMLParser(target=_Builder())
    with damage_is_told(kind):
        try:
            parser.feed(data)
            root: ET.Element = parser.close()
        except ET.ParseError as error:
            line, column = error.position
            raise UserError(
                "Its XML is damaged or holds a forbidden character: line {line}, column {column}.",
                line=line,
                column=column,
            ) from error
    return root


def children(element: ET.Element, *names: str) -> Iterator[ET.Element]:
    """Yield the children that have one of these names."""
    return (child for child in element if child.tag in names)


def below(element: ET.Element, *names: str) -> Iterator[ET.Element]:
    """Yield what has one of these names, at any depth."""
    return (inner for inner in element.iter() if inner.tag in names)


def words(element: ET.Element, name: str) -> str:
    """Return the text of the children of this name, without blanks around it."""
    found = ("".join(child.itertext()).strip() for child in children(element, name))
    return "\n\n".join(filter(None, found))


def identity(written: str | None) -> str:
    """Return what two mentions of one thing share, whatever their braces and capitals."""
    return (written or "").strip(" \t\n{}").lower()


def guid_of(element: ET.Element) -> str:
    """Return an element's guid as a desk stores it, empty if it has none."""
    found = identity(element.get("guid"))
    return found if _GUID.fullmatch(found) else ""


def moment(element: ET.Element) -> str:
    """Return when something was made, as a desk stores times; empty if that is not known."""
    try:
        when = datetime.fromisoformat(element.get("creationDateTime", "").strip())
        when = when.replace(tzinfo=when.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return when.isoformat(timespec="milliseconds").replace("+00:00", "Z")
