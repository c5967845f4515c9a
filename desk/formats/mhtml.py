"""Pages that a browser saved in one file (.mhtml, .mht)."""

from collections.abc import Iterator
from email.message import EmailMessage

from desk.core.errors import UserError
from desk.core.message import message
from desk.core.types import Draft
from desk.formats.damage import damage_is_told
from desk.formats.html import read_page
from desk.formats.mail import body_text, header, parse
from desk.formats.source import Source

_KIND = message("Web archive")
_ADDRESSES = ("snapshot-content-location", "content-location")


def read(data: bytes, source: Source) -> Iterator[Draft]:
    """Read the article of the page in the file, as from a web page saved by itself."""
    mail = parse(data, _KIND)
    with damage_is_told(_KIND):
        pages = [part for part in mail.walk() if part.get_content_type() == "text/html"]
    if not pages:
        raise UserError("There is no page in it, or it is damaged.")
    page = pages[0]
    draft = read_page(body_text(page), source)
    yield draft._replace(
        title=draft.title or header(mail, "subject"),
        source=_address(mail, page) or draft.source,
    )


def _address(mail: EmailMessage, page: EmailMessage) -> str:
    found = (header(part, name) for name in _ADDRESSES for part in (mail, page))
    return next((address for address in found if address.startswith("http")), "")
