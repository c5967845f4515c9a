"""What e-mails and saved pages in one file (MHTML) have in common: they are MIME messages."""

import email
import email.policy
import re
from contextlib import suppress
from email.message import EmailMessage, MIMEPart

from desk.core.message import Message
from desk.core.text import clean
from desk.formats.charset import Decoded, decode, decode_markup
from desk.formats.damage import damage_is_told

# Bytes above 127 in a header, as surrogates, and no others that no header has.
_RAW = re.compile("(?=.*[\udc80-\udcff])[^\x00-\x08\x0b\x0c\x0e-\x1f]*", re.DOTALL)


def parse(data: bytes, kind: Message) -> EmailMessage:
    """Return the message in these bytes; `kind` names it if it is damaged."""
    with damage_is_told(kind):
        return email.message_from_bytes(data, EmailMessage, policy=email.policy.default)


def header(message: EmailMessage, name: str) -> str:
    """Return a header's words decoded, or "" where there is none or it is beyond repair."""
    with suppress(Exception):  # the header parser raises errors of any class
        written = next((str(raw) for key, raw in message.raw_items() if key.lower() == name), "")
        # Bytes without a charset, which the parser would replace, come as surrogates.
        value = written if _RAW.fullmatch(written) else str(message.get(name, ""))
        raw = value.encode("utf-8", "surrogateescape")
        return " ".join(clean(decode(raw).text).split())
    return ""


def body_text(part: MIMEPart) -> Decoded:
    """Return a part as text, in the charset that it declares if that can be true."""
    # get_content() would replace each byte that the declared charset does not know.
    data = part.get_payload(decode=True)
    data = data if isinstance(data, bytes) else b""
    charset = part.get_param("charset")
    if isinstance(charset, str):
        return decode(data, declared=charset)
    return decode_markup(data)
