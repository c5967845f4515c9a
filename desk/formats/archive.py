"""Files that are ZIP archives inside: looked at before they are unpacked, and never on disk."""

import io
import zipfile

from lxml import etree

from desk.core.errors import UserError
from desk.core.message import Message, message
from desk.formats.damage import damage_is_told

MAX_UNPACKED = 100_000_000  # bytes
MAX_RATIO = 200  # unpacked to packed; text packs to a tenth or so
MAX_ENTRIES = 5_000
_SMALL = 1_000_000  # bytes; below it no ratio is dangerous
_TOO_LARGE = message(
    "It is too large: over {size} MB when unpacked.", size=MAX_UNPACKED // 1_000_000
)
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 0x1


class Archive:
    """The entries of one ZIP file, read by name into memory.

    Sizes are those of the directory; reading stops there too, so they cannot lie.
    """

    def __init__(self, data: bytes, kind: Message) -> None:
        """Open the archive; `kind` names it in messages, as "Word document". Raise UserError."""
        if data.startswith(_OLE2):
            raise UserError(
                "It is protected by a password or has the format of an old office program. "
                "Open it there and save it in today's format, without a password."
            )
        with damage_is_told(kind):
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        self.kind = kind
        self._left = MAX_UNPACKED
        entries = self._zip.infolist()
        self.unpacked = sum(entry.file_size for entry in entries)
        if self.unpacked > max(_SMALL, len(data) * MAX_RATIO) or len(entries) > MAX_ENTRIES:
            raise UserError("It would grow out of proportion when unpacked, so it was not opened.")
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise UserError("It is protected by a password. Save it without one.")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the entries, in their order in the file."""
        return tuple(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """Return an entry; raise UserError if it is missing, damaged or too large."""
        with damage_is_told(self.kind):
            entry = self._zip.getinfo(name)
            self._take(entry.file_size)
            return self._zip.read(entry)

    def read_xml(self, name: str) -> etree._Element:
        """Return the root of an XML entry, with no entity resolved and nothing fetched."""
        data = self.read(name)
        with damage_is_told(self.kind):
            return parse_xml(data)

    def check_all(self) -> None:
        """Raise UserError if a library that unpacks everything by itself would unpack too much."""
        if self.unpacked > MAX_UNPACKED:
            raise UserError.of(_TOO_LARGE)

    def _take(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise UserError.of(_TOO_LARGE)


def parse_xml(data: bytes) -> etree._Element:
    """Parse XML that nobody vouches for; raise lxml's error for what is not XML."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(data, parser)


def local_name(element: etree._Element) -> str:
    """Return a tag without its namespace, whose version differs from writer to writer."""
    return str(etree.QName(element).localname)


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute of that name, whatever its namespace; "" if there is none."""
    found = (str(value) for key, value in element.items() if key.rpartition("}")[2] == name)
    return next(found, "")
