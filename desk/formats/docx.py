"""Word documents (.docx), with their notes and comments below the text."""

import io
import re
from collections.abc import Iterator
from typing import Any

import mammoth
from lxml import etree

from desk.core.message import message
from desk.core.text import clean
from desk.core.types import Draft
from desk.formats.archive import Archive, local_name
from desk.formats.damage import damage_is_told
from desk.formats.docx_numbers import MARK
from desk.formats.docx_parts import prepared
from desk.formats.markup import read_markup
from desk.formats.source import Source
from desk.formats.style_names import PREFORMATTED

_KIND = message("Word document")
# What the library would not take along by itself: comments, and styles without a look of their own.
_STYLES = """
comment-reference => sup
p[style-name='Title'] => h1:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
""" + "".join(f"p[style-name='{name}'] => pre:separator('\\n')\n" for name in PREFORMATTED)
# It knows six levels of headings and five of lists, Word has nine. A numbered heading is no item.
_STYLES += "".join(f"p[style-name='heading {level}'] => h6:fresh\n" for level in range(6, 10))
_STYLES += "".join(
    f"p:{kind}-list({level}) => {'ul|ol > li > ' * (level - 1)}{tag} > li:fresh\n"
    for level in range(6, 10)
    for kind, tag in (("ordered", "ol"), ("unordered", "ul"))
)
_BACK = re.compile(r'<a href="#[a-z]+note-ref-[^"]*">↑</a>|<a href="#comment-ref-[^"]*">↑</a>')
# A comment as the library writes it, below a line of its own with the mark that is in the text.
_COMMENT = re.compile(r'<dt id="comment-[^"]*">Comment (\[[^\]<]*\])</dt><dd>(.*?)</dd>', re.DOTALL)
_NUMBER = re.compile(rf'<li><a id="{MARK}([^"]*)"></a>')
_PROPERTIES = "docProps/core.xml"
_FIELDS = {"title": "title", "creator": "author", "created": "published", "language": "language"}
_TAB = re.compile("\t(?![^<>]*>)")


def read(data: bytes, source: Source) -> Iterator[Draft]:
    """Read one article from a Word document; pictures are left out."""
    archive = Archive(data, _KIND)
    known: dict[str, Any] = _properties(archive)
    document, warnings = prepared(archive)
    with damage_is_told(_KIND):
        made = mammoth.convert_to_html(
            io.BytesIO(document),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=lambda image: [],
            ignore_empty_paragraphs=False,  # they are the blank lines of preformatted text
        )
    markup = _COMMENT.sub(r'<li marker="\1">\2</li>', _BACK.sub("", made.value))
    markup = _NUMBER.sub(r'<li marker="\1">', markup)
    page = read_markup(_TAB.sub("<tab></tab>", markup))
    yield Draft(page.text, styles=page.styles, source=source.name, warnings=warnings, **known)


def _properties(archive: Archive) -> dict[str, str]:
    if _PROPERTIES not in archive.names:
        return {}
    return {
        _FIELDS[local_name(element)]: _value(element)
        for element in archive.read_xml(_PROPERTIES)
        if local_name(element) in _FIELDS
    }


def _value(element: etree._Element) -> str:
    text = clean(element.text or "").strip()
    return text[:10] if local_name(element) == "created" else text  # the day is enough
