"""E-books (.epub): the chapters in the order of reading, as one article or as many."""

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from lxml import etree

from desk.core.errors import UserError
from desk.core.message import message
from desk.core.text import clean
from desk.core.titles import title_of
from desk.core.types import Draft, Style
from desk.formats.archive import Archive, local_name
from desk.formats.charset import decode_markup
from desk.formats.damage import damage_is_told
from desk.formats.markup import Page, read_markup
from desk.formats.source import Source

_KIND = message("E-book")
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
# Fonts may be scrambled in a book that is open to all.
_FONT_SCRAMBLING = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_PAGES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")
_NOBODY = ("unknown", "unknown author")  # as programs write that make books
_FIELDS = {"title": "title", "creator": "author", "date": "published", "language": "language"}


def read(data: bytes, source: Source) -> Iterator[Draft]:
    """Read a book as one article, or with `by_chapter` one for each file in its order."""
    archive = Archive(data, _KIND)
    _refuse_protected(archive)
    path = _package_path(archive)
    package = archive.read_xml(path)
    items = _reading_order(package, posixpath.dirname(path))
    names = {name.lower(): name for name in archive.names}
    pages = [_page(archive, names[item]) for item in items if item in names]
    missing = [
        message("A part of the book is missing: {name}", name=item)
        for item in items
        if item not in names
    ]
    known: dict[str, Any] = _properties(package)
    book = Draft("", source=source.name, warnings=tuple(missing), **known)
    if source.options.by_chapter:
        yield from (_chapter(book, page) for page in pages)
    else:
        book = _joined(book, pages)
        yield book._replace(title=book.title or title_of(book.text, source.stem))


def _refuse_protected(archive: Archive) -> None:
    if _ENCRYPTION not in archive.names:
        return
    for method in archive.read_xml(_ENCRYPTION).iter("{*}EncryptionMethod"):
        if method.get("Algorithm") not in _FONT_SCRAMBLING:
            raise UserError("It is protected against copying (DRM), so it cannot be read here.")


def _package_path(archive: Archive) -> str:
    with damage_is_told(_KIND):
        root = next(archive.read_xml(_CONTAINER).iter("{*}rootfile"))
        return str(root.attrib["full-path"])


def _reading_order(package: etree._Element, folder: str) -> list[str]:
    """Return the pages of the spine, their paths in lower case; only the spine has the order."""
    items = {item.get("id"): item for item in package.iter("{*}item")}
    wanted = [items.get(entry.get("idref")) for entry in package.iter("{*}itemref")]
    return [_path(item, folder) for item in wanted if item is not None and _is_page(item)]


def _is_page(item: etree._Element) -> bool:
    navigation = "nav" in item.get("properties", "").split()
    return item.get("media-type") in _PAGES and not navigation


def _path(item: etree._Element, folder: str) -> str:
    path = posixpath.join(folder, unquote(item.get("href", "")))
    return posixpath.normpath(path).lower()


def _page(archive: Archive, name: str) -> Page:
    return read_markup(decode_markup(archive.read(name)).text)


def _joined(book: Draft, pages: list[Page]) -> Draft:
    texts: list[str] = []
    styles: list[Style] = []
    length = 0
    for page in pages:
        if not page.text:
            continue
        styles += [s._replace(start=s.start + length, end=s.end + length) for s in page.styles]
        texts.append(page.text)
        length += len(page.text) + 1
    return book._replace(text="\n".join(texts), styles=tuple(styles))


def _chapter(book: Draft, page: Page) -> Draft:
    heading = next((s for s in page.styles if s.kind in ("h1", "h2", "h3")), None)
    own = page.text[heading.start : heading.end] if heading else page.title
    title = f"{book.title}: {own}" if book.title and own else own or book.title
    return book._replace(text=page.text, styles=page.styles, title=title)


def _properties(package: etree._Element) -> dict[str, str]:
    found: dict[str, list[str]] = {field: [] for field in _FIELDS.values()}
    metadata = next(package.iter("{*}metadata"), package)
    for element in metadata.iter(etree.Element):
        field = _FIELDS.get(local_name(element))
        value = clean("".join(element.itertext())).strip()
        if value.lower() in _NOBODY:
            continue
        if field and value and (field == "author" or not found[field]):
            found[field].append(value)
    return {field: ", ".join(values) for field, values in found.items()}
