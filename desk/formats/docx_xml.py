"""What the parts of a Word document are asked for, whatever the version of their namespaces."""

from collections.abc import Iterator

from lxml import etree

from desk.formats.archive import attribute


def descendants(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the elements of a name in another."""
    yield from root.iterdescendants(f"{{*}}{name}")


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return an element's child; None where there is none, or no element."""
    return None if element is None else element.find(f"{{*}}{name}")


def value(element: etree._Element | None, name: str) -> str:
    """Return what a child of an element is set to; "" where it is not set."""
    found = child(element, name)
    return "" if found is None else attribute(found, "val")
