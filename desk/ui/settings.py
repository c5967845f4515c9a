"""What the window remembers between two starts, as a table of names, kinds and defaults."""

from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QByteArray, QSettings


class Setting(NamedTuple):
    """One thing that is remembered; its default also says its type."""

    name: str
    default: Any


THEME = Setting("theme", "system")
FONT_FAMILY = Setting("reading/font", "")
FONT_SIZE = Setting("reading/size", 17.0)
LINE_HEIGHT = Setting("reading/line_height", 1.8)
COLUMNS = Setting("reading/columns", 68)
LETTER_KEYS = Setting("keys/letters", True)
KEY_CHANGES = Setting("keys/changed", "{}")
CODER = Setting("coder", "")
LAST_DESK = Setting("last_desk", "")
LAST_FOLDER = Setting("last_folder", "")
EXPORT_FOLDER = Setting("export_folder", "")
LAST_ARTICLE = Setting("last_article", "")
GEOMETRY = Setting("window/geometry", QByteArray())
LAYOUT = Setting("window/layout", QByteArray())
LEFT_PANEL = Setting("window/left", 250)  # pixels
RIGHT_PANEL = Setting("window/right", 288)


class Settings:
    """Typed access to the settings file of the user."""

    def __init__(self, file: Path) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def get(self, setting: Setting) -> Any:  # noqa: ANN401
        """Return what was set, of the default's type; the default if it does not fit."""
        default = setting.default
        value = self._store.value(setting.name, default)
        if isinstance(default, bool):
            return {"true": True, "false": False}.get(str(value).lower(), default)
        try:
            return type(default)(value)
        except (TypeError, ValueError):
            return default

    def set(self, setting: Setting, value: Any) -> None:  # noqa: ANN401
        """Remember a value; it reaches the file by itself, and at the latest at the end."""
        self._store.setValue(setting.name, value)

    def flush(self) -> None:
        """Write what is remembered to the file now."""
        self._store.sync()
