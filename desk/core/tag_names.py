r"""Names of tags, and paths of them such as "parent/child"; "/" in a name is written "\/"."""

import re
import unicodedata
from collections.abc import Iterable

from desk.core.errors import UserError
from desk.core.text import clean, whole_cut

MAX_LENGTH = 200  # code points
_SEPARATOR = re.compile(r"(?<!\\)/")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_POOR_END = re.compile(r"[\\\s]+\Z")


def check_name(name: str) -> str:
    """Return a tag's name without white space at its ends; UserError says why it cannot be one."""
    name = name.strip()
    if not name:
        raise UserError("A tag needs a name.")
    if len(name) > MAX_LENGTH:
        raise UserError(
            "A tag's name has at most {most} characters; this has {length}.",
            most=MAX_LENGTH,
            length=len(name),
        )
    if ";" in name:
        raise UserError("A tag's name cannot hold “;”: it parts the tags in exports.")
    if name != clean(name) or any(unicodedata.category(letter) == "Cc" for letter in name):
        raise UserError("A tag's name cannot hold a line break, a tab or a control character.")
    if name.endswith("\\"):
        raise UserError("A tag's name cannot end in “\\”: it would hide the “/” that follows.")
    return name


def fitting_name(name: str) -> str:
    """Return a name that a tag can have, as near as can be to one from elsewhere.

    Line breaks and controls become blanks, ";" becomes ","; "" where nothing is left.
    """
    name = clean(_CONTROLS.sub(" ", name)).replace(";", ",").strip()
    name = name[: whole_cut(name, MAX_LENGTH)].strip() if len(name) > MAX_LENGTH else name
    return _POOR_END.sub("", name)


def split_path(path: str) -> list[str]:
    """Return the names of a path, the outermost first; they are not checked, and may be empty."""
    return [name.replace("\\/", "/").strip() for name in _SEPARATOR.split(path)]


def join_path(names: Iterable[str]) -> str:
    r"""Return the path of names, the outermost first, each "/" in a name written "\/"."""
    return "/".join(name.replace("/", "\\/") for name in names)
