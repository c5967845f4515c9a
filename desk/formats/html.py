"""Web pages as saved from a browser: the article on the page, or all of its words."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, cast

import trafilatura
from trafilatura.settings import Document

from desk.core.errors import UserError
from desk.core.message import message
from desk.core.text import clean
from desk.core.types import Draft, Style
from desk.formats.article_lines import cut_out
from desk.formats.charset import Decoded, decode_markup
from desk.formats.damage import damage_is_told
from desk.formats.markup import Page, read_markup
from desk.formats.page_date import date_in
from desk.formats.source import Source

# Under these names pages keep what a draft knows, the best first.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "citation_title", "dc.title", "twitter:title", "title"),
    "author": ("author", "citation_author", "dc.creator", "dcterms.creator", "byl"),
    "published": (
        *("article:published_time", "datepublished", "citation_publication_date"),
        *("citation_date", "parsely-pub-date", "pubdate", "publish-date", "date"),
        *("dc.date", "dc.date.issued", "dcterms.date", "dcterms.created"),
    ),
    "source": ("canonical", "og:url", "url"),
}
_LEAST = 250  # characters; what is shorter was hardly the article of a page
_SAVED = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)")
_OWN_PAGE = re.compile(r"https?://[^/]*#")  # a jump within the page, made into an address
_NO_ARTICLE = message("No article was found on this page, so all its words were taken.")
_KIND = message("Web page")


def read(data: bytes, source: Source) -> Iterator[Draft]:
    """Read the article of a saved page, or with `whole_page` all the words on it."""
    yield read_page(decode_markup(data, source.options.encoding), source)


def read_decoded(decoded: Decoded, source: Source) -> Iterator[Draft]:
    """Read all of a pasted piece of a page: whoever chose it wants it."""
    yield _draft(read_markup(decoded.text), {}, decoded, source)


def read_page(decoded: Decoded, source: Source) -> Draft:
    """Make a draft of a page that is text already."""
    whole = read_markup(decoded.text)
    if source.options.whole_page or len(whole.text) < _LEAST:
        return _draft(whole, {}, decoded, source)
    said = _extract(decoded.text)
    article = cut_out(whole, said.text or "") if said else None
    if said and article and len(article.text) >= _LEAST:
        return _draft(article, _meta(said), decoded, source)
    told = decoded._replace(warnings=(*decoded.warnings, _NO_ARTICLE))
    return _draft(whole, {}, told, source)


def _extract(markup: str) -> Document | None:
    with suppress(UserError), damage_is_told(_KIND):
        said = trafilatura.bare_extraction(
            markup,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
        return cast("Document | None", said)
    return None


def _meta(said: Document) -> dict[str, str]:
    # Not its date, which may be any that the text names.
    known = {"title": said.title, "author": said.author, "url": said.url}
    return {name: clean(value) for name, value in known.items() if value}


def _draft(page: Page, more: Mapping[str, str], decoded: Decoded, source: Source) -> Draft:
    meta = {**more, **page.meta}
    known: dict[str, Any] = {field: _first(meta, names) for field, names in FIELDS.items()}
    saved = _SAVED.search(decoded.text)
    known["title"] = known["title"] or _headline(page)
    known["source"] = known["source"] or (saved[1] if saved else source.name)
    known["published"] = known["published"] or date_in(decoded.text, known["source"])
    return Draft(
        text=page.text,
        styles=tuple(style for style in page.styles if not _jumps(style)),
        language=page.language,
        encoding=decoded.encoding,
        warnings=decoded.warnings,
        **known,
    )


def _headline(page: Page) -> str:
    """Return the page's title, without the site's name if the first large heading tells it."""
    first = next((style for style in page.styles if style.kind == "h1"), None)
    heading = " ".join(page.text[first.start : first.end].split()) if first else ""
    return heading if heading and heading in page.title else page.title


def _jumps(style: Style) -> bool:
    return style.kind == "link" and bool(_OWN_PAGE.match(style.detail))


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")
