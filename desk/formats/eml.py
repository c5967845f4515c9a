"""E-mails (.eml): one body, the plain one where there are several."""

import re
from collections.abc import Iterator
from contextlib import suppress
from email.message import EmailMessage, MIMEPart

from desk.core.message import message
from desk.core.text import clean
from desk.core.types import Draft
from desk.formats.charset import Decoded
from desk.formats.damage import damage_is_told
from desk.formats.mail import body_text, header, parse
from desk.formats.markup import read_markup
from desk.formats.source import Source
from desk.formats.wrapped import JOINED, unwrapped

_KIND = message("E-mail")
_MOST = 50  # e-mails in one
_FLOWED = re.compile(r"(?<!^--) \n(?=[^>\n])", re.MULTILINE)
_ADDRESS = re.compile(r'\s*"?(.*?)"?\s*<[^<>]*>')


def read(data: bytes, source: Source) -> Iterator[Draft]:
    """Read an e-mail, and those that were forwarded with it, an article each.

    Other attachments are named in a warning and left out.
    """
    mails = [parse(data, _KIND)]
    for mail in mails:  # which grows while it is walked
        draft, forwarded = _read(mail, source)
        yield draft
        mails += forwarded[: _MOST - len(mails)]


def _read(mail: EmailMessage, source: Source) -> tuple[Draft, list[EmailMessage]]:
    """Return the article in an e-mail, and the e-mails in it."""
    forwarded: list[EmailMessage] = []
    attached: list[str] = []
    with damage_is_told(_KIND):
        body = mail.get_body(("plain", "html"))
        for part in mail.iter_attachments():
            inner = part.get_payload()
            if part.get_content_type() == "message/rfc822" and isinstance(inner, list):
                forwarded += [letter for letter in inner if isinstance(letter, EmailMessage)]
            else:
                attached.append(clean(part.get_filename() or part.get_content_type()))
    decoded = body_text(body) if body else Decoded("", "")
    is_html = body is not None and body.get_content_type() == "text/html"
    page = read_markup(decoded.text) if is_html else None
    left_out = message("Attachments were left out: {names}.", names=tuple(attached))
    plain = _plain(decoded.text, body)
    whole = plain if source.options.keep_lines else unwrapped(plain)
    told = [(JOINED, not page and whole != plain), (left_out, attached)]
    draft = Draft(
        text=page.text if page else whole,
        styles=page.styles if page else (),
        title=header(mail, "subject"),
        author=_sender(header(mail, "from")),
        published=_date(mail),
        source=source.name,
        encoding=decoded.encoding,
        warnings=(*decoded.warnings, *(words for words, is_so in told if is_so)),
    )
    return draft, forwarded


def _plain(text: str, body: MIMEPart | None) -> str:
    """Return plain text; lines that the sender's program broke ("flowed") are whole again."""
    text = clean(text)
    flowed = body is not None and body.get_param("format") == "flowed"
    return _FLOWED.sub(" ", text).strip("\n") if flowed else text.strip("\n")


def _sender(value: str) -> str:
    """Return the name of who wrote it, or the address where no name is given."""
    named = _ADDRESS.match(value)
    return named[1] if named and named[1] else value.strip("<> ")


def _date(mail: EmailMessage) -> str:
    with suppress(Exception):  # dates of any shape occur; a wrong one does not matter
        return str(mail["date"].datetime.isoformat())
    return ""
