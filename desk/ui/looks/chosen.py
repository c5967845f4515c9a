"""Theme, letters and spacing: what the reader chose, and what follows from it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desk.ui import settings as names
from desk.ui.looks.appearance import Appearance
from desk.ui.looks.theme import THEMES, Theme, apply_theme, load_theme, system_theme
from desk.ui.settings import Settings

SIZES = (8.0, 52.0)  # pixels: the smallest and the largest letters
LINE_HEIGHTS = (1.2, 3.0)
COLUMNS = (35, 120)
ZOOM_STEP = 1.0


class Looks(QObject):
    """The appearance of the article and the theme of the program.

    `changed` carries the new `Appearance`, `theme_changed` the new `Theme` alone: it has been
    given to the program by then.
    """

    changed = Signal(object)
    theme_changed = Signal(object)

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self.choice: str = settings.get(names.THEME)
        if self.choice not in THEMES:
            self.choice = "system"
        theme = self._load()
        apply_theme(app, theme)
        self.appearance = Appearance(
            theme,
            settings.get(names.FONT_FAMILY),
            self._number(names.FONT_SIZE, SIZES),
            self._number(names.LINE_HEIGHT, LINE_HEIGHTS),
            self._number(names.COLUMNS, COLUMNS),
        )
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self.appearance.theme

    def _number(self, setting: names.Setting, bounds: tuple[float, float]) -> Any:  # noqa: ANN401
        """Return a number that was set; the default where a broken file has an absurd one."""
        value = self._settings.get(setting)
        return value if bounds[0] <= value <= bounds[1] else setting.default

    def _load(self) -> Theme:
        return load_theme(system_theme(self._app) if self.choice == "system" else self.choice)

    def choose_theme(self, choice: str) -> None:
        """Use one of the themes, or "system" to follow the system's light and dark."""
        self.choice = choice
        self._settings.set(names.THEME, choice)
        self._use_theme(self._load())

    def _follow_system(self) -> None:
        if self.choice == "system":
            self._use_theme(self._load())

    def _use_theme(self, theme: Theme) -> None:
        if theme != self.theme:
            apply_theme(self._app, theme)
            self._use(self.appearance._replace(theme=theme))

    def set_reading(
        self,
        family: str | None = None,
        size_px: float | None = None,
        line_height: float | None = None,
        columns: int | None = None,
    ) -> None:
        """Change letters and spacing of the article; what is None stays."""
        now = self.appearance
        size = now.size_px if size_px is None else min(max(size_px, SIZES[0]), SIZES[1])
        new = now._replace(
            family=now.family if family is None else family,
            size_px=size,
            line_height=now.line_height if line_height is None else line_height,
            columns=now.columns if columns is None else columns,
        )
        self._settings.set(names.FONT_FAMILY, new.family)
        self._settings.set(names.FONT_SIZE, new.size_px)
        self._settings.set(names.LINE_HEIGHT, new.line_height)
        self._settings.set(names.COLUMNS, new.columns)
        self._use(new)

    def _use(self, appearance: Appearance) -> None:
        before, self.appearance = self.appearance, appearance
        if appearance != before:
            self.changed.emit(appearance)
        if appearance.theme != before.theme:
            self.theme_changed.emit(appearance.theme)

    def zoom(self, steps: int) -> None:
        """Make the letters larger or smaller."""
        self.set_reading(size_px=self.appearance.size_px + steps * ZOOM_STEP)

    def reset_zoom(self) -> None:
        """Give the letters their normal size again."""
        self.set_reading(size_px=names.FONT_SIZE.default)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        chosen = ("system", *THEMES)
        return {f"theme.{name}": partial(self.choose_theme, name) for name in chosen} | {
            "view.larger": partial(self.zoom, 1),
            "view.smaller": partial(self.zoom, -1),
            "view.normal": self.reset_zoom,
        }
