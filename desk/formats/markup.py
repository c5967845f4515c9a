"""The one road for structure: markup (HTML and what becomes HTML) to text and styles."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from lxml import etree

from desk.core.text import clean
from desk.core.types import Style
from desk.formats.markup_lists import Attributes, OpenList, number, opened, with_starts
from desk.formats.structure import Form, TextBuilder


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


HEADINGS = tuple(f"h{level}" for level in range(1, 7))
RANGES = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "italic"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
}
# What stands on lines of its own; rows, cells, lists, quotations and headings come on top.
BLOCKS = _names(
    "address article aside body caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form header hgroup hr legend main nav p section summary tbody tfoot "
    "thead"
)
# What is not for reading, or not for reading as text.
HIDDEN = _names(
    "applet audio button canvas datalist embed frame frameset iframe input map noembed "
    "noframes noscript object param progress rp script select source style svg template "
    "textarea track video"
)
HIDDEN_CLASSES = _names("mw-editsection noprint")  # "[edit]" in Wikipedia, what printers leave out
AROUND = {"q": ("“", "”"), "rt": ("(", ")")}
LINKS = re.compile(r"(?i)\s*(https?://|mailto:)")
# A document type's own declarations, which an HTML parser takes for text.
_DOCTYPE = re.compile(r"(?i)<!DOCTYPE")
_DECLARATIONS = re.compile(r"[^>\[]*\[.*?\]\s*>", re.DOTALL)
_HEAD = 4096  # characters in which a document type stands if there is one
_INVISIBLE = re.compile(r"(?i)display\s*:\s*none")


Closer = Callable[[], None]
Opener = Callable[["PageBuilder", Attributes], Closer]


class Page(NamedTuple):
    """What a page says: its text with styles, and what its head tells about it."""

    text: str
    styles: tuple[Style, ...]
    title: str
    language: str
    meta: Mapping[str, str]


def read_markup(markup: str) -> Page:
    """Read a page or a piece of one; nothing is fetched, nothing in it is run.

    Bad markup is repaired as browsers do, and no depth of nesting is too deep. `meta` holds
    the head's meta elements by their name or property in lower case, and the address in
    `<link rel=canonical>` as "canonical".
    """
    page = PageBuilder()
    if not markup:
        return page.close()
    markup = _without_declarations(markup)
    made: Page = _parsed(markup, with_starts(markup, page, _parsed))
    return made


def _parsed(markup: str, target: Any) -> Any:  # noqa: ANN401
    parser = etree.HTMLParser(target=target, huge_tree=True, no_network=True)
    parser.feed(markup)
    return parser.close()


def _without_declarations(markup: str) -> str:
    start = _DOCTYPE.search(markup, 0, _HEAD)
    declared = _DECLARATIONS.match(markup, start.end()) if start else None
    return markup[: start.start()] + markup[declared.end() :] if start and declared else markup


@dataclass(slots=True)
class PageBuilder:
    """Makes a page of the events of a parser, or of a reader that speaks in HTML's elements.

    `closers` has one entry for each element that is open.
    """

    builder: TextBuilder = field(default_factory=TextBuilder)
    closers: list[Callable[[], None]] = field(default_factory=list)
    lists: list[OpenList] = field(default_factory=list)
    hidden: int = 0
    quotes: int = 0
    items: int = 0
    pre: int = 0
    pre_begins: bool = False
    row_begins: bool = True
    in_title: bool = False
    titles: list[str] = field(default_factory=list)
    language: str = ""
    meta: dict[str, str] = field(default_factory=dict)

    def start(self, tag: str, attributes: Attributes) -> None:
        """Open an element."""
        if self.hidden or tag in HIDDEN or _is_invisible(attributes):
            self.hidden += 1
            self.closers.append(self._show)
            return
        opener = _OPENERS.get(tag)
        self.closers.append(opener(self, attributes) if opener else _nothing)

    def end(self, tag: str) -> None:
        """Close the element opened last."""
        self.closers.pop()()

    def data(self, text: str) -> None:
        """Take text between tags."""
        if self.hidden:
            return
        if self.in_title:
            self.titles.append(text)
        elif self.pre:
            self.builder.exact(text.lstrip("\r\n") if self.pre_begins else text)
            self.pre_begins = False
        else:
            self.builder.words(text)

    def close(self) -> Page:
        """Return what was built."""
        text, styles = self.builder.result()
        title = " ".join(clean("".join(self.titles)).split())
        return Page(text, styles, title, self.language, self.meta)

    def _show(self) -> None:
        self.hidden -= 1


def _nothing() -> None:
    """Close an element that left no mark."""


def _is_invisible(attributes: Attributes) -> bool:
    style, classes = attributes.get("style", ""), attributes.get("class", "")
    hidden = bool(_INVISIBLE.search(style)) or "hidden" in attributes
    return (
        hidden
        or not HIDDEN_CLASSES.isdisjoint(classes.split())
        or _is_a("pagebreak", attributes)  # the number of a page of the printed book
    )


def _is_a(kind: str, attributes: Attributes) -> bool:
    """Say whether a book calls an element so, in its own words or in those for screen readers."""
    said = f"{attributes.get('epub:type', '')} {attributes.get('role', '')}".split()
    return kind in said or f"doc-{kind}" in said


def _open_block(target: PageBuilder, attributes: Attributes) -> Closer:
    target.builder.paragraph()
    return target.builder.paragraph


def _with_form(target: PageBuilder, kind: str, form: Form) -> Closer:
    """Give the lines to come a form, until the closer is called."""
    builder = target.builder
    builder.paragraph()
    before = builder.forms.get(kind)
    builder.forms[kind] = form

    def close() -> None:
        builder.paragraph()
        if before is None:
            del builder.forms[kind]
        else:
            builder.forms[kind] = before

    return close


def _heading_opener(kind: str) -> Opener:
    def open_heading(target: PageBuilder, attributes: Attributes) -> Closer:
        return _with_form(target, kind, Form())

    return open_heading


def _range_opener(kind: str) -> Opener:
    def open_range(target: PageBuilder, attributes: Attributes) -> Closer:
        if target.pre and kind == "code":
            return _nothing  # the lines say so already
        start = target.builder.open_range()
        return lambda: target.builder.close_range(start, kind)

    return open_range


def _around_opener(before: str, after: str) -> Opener:
    def open_around(target: PageBuilder, attributes: Attributes) -> Closer:
        target.builder.words(before)
        return lambda: target.builder.words(after)

    return open_around


def _open_link(target: PageBuilder, attributes: Attributes) -> Closer:
    if _is_a("noteref", attributes):  # the number of a note is no part of the word before it
        return _around_opener("[", "]")(target, attributes)
    address = attributes.get("href", "").strip()
    if not LINKS.match(address):
        return _nothing
    start = target.builder.open_range()
    return lambda: target.builder.close_range(start, "link", clean(address))


def _open_quote(target: PageBuilder, attributes: Attributes) -> Closer:
    target.quotes += 1
    leave = _with_form(target, "quote", Form(target.quotes))

    def close() -> None:
        target.quotes -= 1
        leave()

    return close


def _open_pre(target: PageBuilder, attributes: Attributes) -> Closer:
    target.pre += 1
    target.pre_begins = True
    leave = _with_form(target, "pre", Form())

    def close() -> None:
        target.pre -= 1
        leave()

    return close


def _open_span(target: PageBuilder, attributes: Attributes) -> Closer:
    """In headings of news pages a word over the line itself stands in a span of its own."""
    if target.builder.forms.keys().isdisjoint(HEADINGS):
        return _nothing
    target.builder.seam()
    return target.builder.seam


def _list_opener(ordered: bool) -> Opener:
    def open_list(target: PageBuilder, attributes: Attributes) -> Closer:
        target.builder.paragraph()
        target.lists.append(opened(ordered, attributes))

        def close() -> None:
            target.lists.pop()
            target.builder.paragraph()

        return close

    return open_list


def _open_item(target: PageBuilder, attributes: Attributes) -> Closer:
    own = target.lists[-1] if target.lists else OpenList()
    own.next_number = number(attributes.get("value"), own.next_number)
    target.items += 1
    marker = attributes["marker"] if "marker" in attributes else own.marker()  # readers set it
    leave = _with_form(target, "item", Form(target.items, marker))

    def close() -> None:
        target.items -= 1
        leave()

    return close


def _open_row(target: PageBuilder, attributes: Attributes) -> Closer:
    target.builder.row()
    target.row_begins = True
    return target.builder.end_row


def _open_cell(target: PageBuilder, attributes: Attributes) -> Closer:
    if not target.row_begins:
        target.builder.cell()
    target.row_begins = False
    return _nothing


def _open_line_break(target: PageBuilder, attributes: Attributes) -> Closer:
    if target.pre:
        target.builder.exact("\n")
    else:
        target.builder.line_break()
    return _nothing


def _open_tab(target: PageBuilder, attributes: Attributes) -> Closer:
    if target.pre:
        target.builder.exact("\t")
    else:
        target.builder.tab()
    return _nothing


def _open_title(target: PageBuilder, attributes: Attributes) -> Closer:
    target.in_title = True

    def close() -> None:
        target.in_title = False

    return close


def _open_page(target: PageBuilder, attributes: Attributes) -> Closer:
    target.language = attributes.get("lang") or attributes.get("xml:lang", "")
    return _nothing


def _open_meta(target: PageBuilder, attributes: Attributes) -> Closer:
    names = (attributes.get(key, "") for key in ("name", "property", "itemprop"))
    name = next(filter(None, names), "")
    target.meta.setdefault(name.lower(), clean(attributes.get("content", "")).strip())
    return _nothing


def _open_address(target: PageBuilder, attributes: Attributes) -> Closer:
    if attributes.get("rel", "").lower() == "canonical":
        target.meta["canonical"] = clean(attributes.get("href", "")).strip()
    return _nothing


_OPENERS: Mapping[str, Opener] = {
    **dict.fromkeys(BLOCKS, _open_block),
    **{kind: _heading_opener(kind) for kind in HEADINGS},
    **{tag: _range_opener(kind) for tag, kind in RANGES.items()},
    **{tag: _around_opener(*marks) for tag, marks in AROUND.items()},
    **dict.fromkeys(("ul", "menu", "dir"), _list_opener(ordered=False)),
    **dict.fromkeys(("td", "th"), _open_cell),
    "ol": _list_opener(ordered=True),
    "li": _open_item,
    "a": _open_link,
    "blockquote": _open_quote,
    "pre": _open_pre,
    "table": _open_row,
    "tr": _open_row,
    "br": _open_line_break,
    "tab": _open_tab,
    "span": _open_span,
    "title": _open_title,
    "html": _open_page,
    "meta": _open_meta,
    "link": _open_address,
}
