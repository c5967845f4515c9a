"""Web pages as saved from a browser: the article on the page, or all of its words."""

import re
from collections.abc import Iterator, Mapping

import trafilatura

from desk.core.types import Draft, Style
from desk.formats.charset import Decoded, decode_markup
from desk.formats.markup import Page, read_markup
from desk.formats.source import Source

# Under these names pages keep what a draft knows, the best first.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "citation_title", "dc.title", "twitter:title", "title"),
    "author": ("author", "citation_author", "dc.creator", "article:author"),
    "published": ("article:published_time", "citation_publication_date", "dc.date", "date"),
    "source": ("canonical", "og:url", "url"),
}
_LEAST = 250  # characters; what is shorter was hardly the article of a page
_SAVED = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)")
_OWN_PAGE = re.compile(r"https?://[^/]*#")  # a jump within the page, made into an address
_NOT_TEXT = ["//*[contains(@class, 'mw-editsection')]"]  # "[edit]" after Wikipedia's headings
_NO_ARTICLE = "No article was found on this page, so all its words were taken."


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
    found = _article(decoded.text)
    if found and len(found.text) >= _LEAST and _has_lines(found, whole):
        return _draft(found._replace(language=whole.language), whole.meta, decoded, source)
    told = decoded._replace(warnings=(*decoded.warnings, _NO_ARTICLE))
    return _draft(whole, {}, told, source)


def _has_lines(article: Page, whole: Page) -> bool:
    """Say whether paragraphs were kept: as its last resort the library runs all into one."""
    return "\n" in article.text or article.text in whole.text


def _article(markup: str) -> Page | None:
    extracted = trafilatura.extract(
        markup,
        output_format="html",
        include_comments=False,
        include_formatting=True,
        include_links=True,
        with_metadata=True,
        prune_xpath=_NOT_TEXT,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    return read_markup(extracted) if extracted else None


def _draft(page: Page, more: Mapping[str, str], decoded: Decoded, source: Source) -> Draft:
    meta = {**page.meta, **more}
    known = {field: _first(meta, names) for field, names in FIELDS.items()}
    saved = _SAVED.search(decoded.text)
    known["title"] = known["title"] or page.title
    known["source"] = known["source"] or (saved[1] if saved else source.name)
    return Draft(
        text=page.text,
        styles=tuple(style for style in page.styles if not _jumps(style)),
        language=page.language,
        encoding=decoded.encoding,
        warnings=decoded.warnings,
        **known,
    )


def _jumps(style: Style) -> bool:
    return style.kind == "link" and bool(_OWN_PAGE.match(style.detail))


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")
