"""The parts of a Word document, put as mammoth takes them: it passes over what it does not know.

Text in fields, in formulas, under ruby and in runs of another direction would be lost, words on
either side of some line breaks glued, lists numbered from 1, and what the author has hidden would
show.
"""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import cast

from lxml import etree

from desk.core.errors import UserError
from desk.core.message import Message
from desk.formats.archive import Archive, attribute, local_name, parse_xml
from desk.formats.damage import damage_is_told
from desk.formats.docx_numbers import Lists, mark_items
from desk.formats.docx_xml import child, descendants, value
from desk.formats.hidden import HIDDEN

_DOCTYPE = b"<!DOCTYPE"
_TEXTS = re.compile(r"word/(document|footnotes|endnotes|comments)\d*\.xml", re.IGNORECASE)
_STYLES = "word/styles.xml"
_OFF = ("0", "false", "off")


def prepared(archive: Archive) -> tuple[bytes, tuple[Message, ...]]:
    """Return a document without pictures for mammoth, and what is to be told of it.

    UserError for one that no Word program would have written.
    """
    archive.check_all()
    wanted = (name for name in archive.names if name.endswith((".xml", ".rels")))
    parts = {name: archive.read(name) for name in wanted}
    if any(_DOCTYPE in data for data in parts.values()):
        raise UserError("It has a document type, as no Word document has: it was not opened.")
    hides = False
    with damage_is_told(archive.kind):
        hidden_styles, lists = _hidden_styles(parts), Lists(parts)
        for name in filter(_TEXTS.fullmatch, parts):
            with suppress(etree.XMLSyntaxError):  # mammoth says what is wrong with it
                root = parse_xml(parts[name])
                hides = _take_out_hidden(root, hidden_styles) or hides
                mark_items(root, lists)
                _make_known(root)
                parts[name] = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return _zipped(parts), (HIDDEN,) if hides else ()


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as together:
        for name, data in parts.items():
            together.writestr(name, data)
    return made.getvalue()


# What is hidden


def _hidden_styles(parts: Mapping[str, bytes]) -> frozenset[str]:
    """Return the ids of the styles whose text does not show."""
    if _STYLES not in parts:
        return frozenset()
    styles = descendants(parse_xml(parts[_STYLES]), "style")
    names = (attribute(style, "styleId") for style in styles if _vanishes(style))
    return frozenset(filter(None, names))


def _take_out_hidden(root: etree._Element, styles: frozenset[str]) -> bool:
    """Take out runs that do not show; say whether there were words in any."""
    hides = False
    for run in list(descendants(root, "r")):
        if _is_hidden(run, styles):
            hides = hides or any((text.text or "").strip() for text in descendants(run, "t"))
            _put_instead(run, [])
    return hides


def _is_hidden(run: etree._Element, styles: frozenset[str]) -> bool:
    own = child(run, "rPr")
    if child(own, "vanish") is not None:
        return _vanishes(run)
    return value(own, "rStyle") in styles or value(_of_paragraph(run), "pStyle") in styles


def _of_paragraph(run: etree._Element) -> etree._Element | None:
    """Return the properties of the paragraph that a run is in."""
    above = run.getparent()
    while above is not None and local_name(above) != "p":
        above = above.getparent()
    return child(above, "pPr")


def _vanishes(element: etree._Element) -> bool:
    """Say whether the properties of a run or of a style hide its text."""
    switch = child(child(element, "rPr"), "vanish")
    return switch is not None and attribute(switch, "val").lower() not in _OFF


# What mammoth does not know


def _make_known(root: etree._Element) -> None:
    for name, change in _CHANGES.items():
        for element in list(descendants(root, name)):
            change(element)


def _unwrap(element: etree._Element) -> None:
    """Leave what is in an element in its place."""
    _put_instead(element, list(element))


def _keep_base(ruby: etree._Element) -> None:
    """Leave the words themselves, without the small letters that say how they are read."""
    base = child(ruby, "rubyBase")
    _put_instead(ruby, [] if base is None else list(base))


def _write_out(formula: etree._Element) -> None:
    """Leave the letters of a formula, one after the other."""
    name = etree.QName(_above(formula)).namespace
    run = etree.Element(f"{{{name}}}r")
    text = etree.SubElement(run, f"{{{name}}}t")
    text.text = "".join(letters.text or "" for letters in descendants(formula, "t"))
    _put_instead(formula, [run])


def _drop(element: etree._Element) -> None:
    """Leave nothing: a hyphen for the end of a line that may never come is no letter."""
    _put_instead(element, [])


def _break_line(element: etree._Element) -> None:
    """Make any break one of lines."""
    element.tag = f"{{{etree.QName(element).namespace}}}br"
    element.attrib.clear()


_CHANGES: Mapping[str, Callable[[etree._Element], None]] = {
    "fldSimple": _unwrap,
    "bdo": _unwrap,
    "dir": _unwrap,
    "customXml": _unwrap,
    "ruby": _keep_base,
    "oMathPara": _unwrap,
    "oMath": _write_out,
    "softHyphen": _drop,
    "cr": _break_line,
    "br": _break_line,
}


def _put_instead(element: etree._Element, others: list[etree._Element]) -> None:
    above = _above(element)
    at = above.index(element)
    above[at : at + 1] = others


def _above(element: etree._Element) -> etree._Element:
    """Return what an element stands in: none of those that are changed is the outermost."""
    return cast("etree._Element", element.getparent())
