"""The texts of a REFI-QDA project: in its XML, or files beside it in the same archive."""

from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from desk.core.errors import UserError
from desk.core.message import Message
from desk.formats.archive import Archive
from desk.formats.charset import BYTE_ORDER_MARKS, decode
from desk.formats.refi_xml import children

_INTERNAL = "internal:"
_OUTSIDE = ("absolute:", "relative:", "file:", "http:", "https:")


class MissingTextError(UserError):
    """A text that is not in the project's file; `is_outside` says that it lies elsewhere."""

    is_outside = False


class OutsideTextError(MissingTextError):
    """A text that the project names by a path outside of its file: such are never opened."""

    is_outside = True


class RawText(NamedTuple):
    """A text as decoded, without the byte order mark that it may have had."""

    text: str
    has_mark: bool = False
    encoding: str = ""
    warnings: tuple[Message, ...] = ()


def has_text(element: Element) -> bool:
    """Say whether an element names a text or holds one."""
    return bool(element.get("plainTextPath")) or bool(list(children(element, "PlainTextContent")))


class Texts:
    """Finds the text of a source, a representation, a transcript or a note."""

    def __init__(self, archive: Archive | None = None) -> None:
        """Without an archive there are those texts alone that stand in the XML."""
        self._archive = archive
        names = archive.names if archive else ()
        # Under the whole path and the bare name, in small letters; a whole path goes first.
        paths = {name.replace("\\", "/").lower(): name for name in reversed(names)}
        self._names = {path.rpartition("/")[2]: name for path, name in paths.items()} | paths

    def of(self, element: Element) -> RawText:
        """Return its text; UserError, of which kind tells where it is missing."""
        inline = next(children(element, "PlainTextContent"), None)
        if inline is not None:
            return RawText("".join(inline.itertext()))
        path = element.get("plainTextPath", "").strip()
        if path.lower().startswith(_OUTSIDE):
            raise OutsideTextError("It lies outside of the project.")
        name = self._found(path)
        if self._archive is None or name is None:
            raise MissingTextError("It is not in the file of the project.")
        data = self._archive.read(name)
        has_mark = any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS)
        decoded = decode(data)
        return RawText(decoded.text, has_mark, decoded.encoding, decoded.warnings)

    def _found(self, path: str) -> str | None:
        """Return the entry for a path: "internal://a.txt", with fewer slashes, or "a.txt"."""
        if path.lower().startswith(_INTERNAL):
            path = path[len(_INTERNAL) :]
        path = path.replace("\\", "/").lstrip("/").lower()
        tries = [f"sources/{path}", path, path.rpartition("/")[2]]
        tries += map(unquote, tries[:])
        return next((self._names[name] for name in tries if name in self._names), None)
