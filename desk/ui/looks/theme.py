"""The colours of the program: read from a file of tokens, given to Qt, and tag colours in them."""

import json
from string import Template
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desk import paths
from desk.core import colours

THEMES = ("light", "sepia", "dark")
TEXT_PIXELS = 13
ICON_PIXELS = 16

_FILL_ALPHA = 0.19
_SELECTED_ALPHA = 0.45
_STYLE = "Fusion"
_STYLED = "hasOurStyle"

_ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "text",
    QPalette.ColorRole.Highlight: "text_selected",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "field",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Light: "field",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Shadow: "line",
}


class Theme(NamedTuple):
    """The colour tokens of one look, each "#RRGGBB".

    `text` and `muted` keep a contrast of 4.5:1 on panel, paper, field and row_selected.
    """

    name: str
    dark: bool
    panel: str
    paper: str
    field: str
    text: str
    muted: str
    line: str
    accent: str
    row_selected: str
    text_selected: str

    @property
    def raised(self) -> str:
        """The background of boxes that float over the article."""
        return self.panel if self.dark else self.field


def load_theme(name: str) -> Theme:
    """Read one of `THEMES`."""
    path = paths.resources() / "themes" / f"{name}.json"
    return Theme(name=name, **json.loads(path.read_text(encoding="utf-8")))


def system_theme(app: QApplication) -> str:
    """Name the theme that goes with the system's choice of light or dark."""
    is_dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return "dark" if is_dark else "light"


def application(program: str) -> QApplication:
    """Return the application of a program, born with the style that the themes are made for.

    To set it later hands over a QStyle, whose enums take 5 ms of a start.
    """
    app = QApplication([program, "-style", _STYLE])
    app.setProperty(_STYLED, True)
    return app


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the whole program the look of a theme."""
    if not app.property(_STYLED):
        app.setStyle(_STYLE)
        app.setProperty(_STYLED, True)
    font = QFont(app.font())
    font.setPixelSize(TEXT_PIXELS)
    app.setFont(font)
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def palette(theme: Theme) -> QPalette:
    """Return Qt's palette for a theme; what is disabled is muted."""
    result = QPalette()
    for role, token in _ROLES.items():
        result.setColor(role, QColor(getattr(theme, token)))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    result.setColor(
        QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor(theme.muted)
    )
    return result


def style_sheet(theme: Theme) -> str:
    """Return the style sheet, its $tokens filled in."""
    folder = paths.resources() / "themes"
    tokens = {name: getattr(theme, name) for name in Theme._fields}
    tokens["pictures"] = folder.as_posix()
    tokens["shade"] = "dark" if theme.dark else "light"
    return Template((folder / "app.qss").read_text(encoding="utf-8")).substitute(tokens)


def line_colour(theme: Theme, tag_colour: str) -> QColor:
    """Return a tag's colour for lines, bars and swatches: it stands out 3:1 from the paper."""
    return QColor(colours.readable(tag_colour, theme.paper, theme.text))


def fill_colour(theme: Theme, tag_colour: str, selected: bool = False) -> QColor:
    """Return the opaque colour to lay under text on paper; the text keeps 4.5:1 on it."""
    alpha = _SELECTED_ALPHA if selected else _FILL_ALPHA
    return QColor(colours.fill(tag_colour, theme.paper, theme.text, alpha))


_TURNED = {"previous": "next", "next": "previous"}  # where one reads from the right


def icon(name: str, theme: Theme) -> QIcon:
    """Return one of resources/icons, muted; it stands out under the mouse."""
    if QGuiApplication.isRightToLeft():
        name = _TURNED.get(name, name)
    path = paths.resources() / "icons" / f"{name}.svg"
    drawing = path.read_text(encoding="utf-8")
    result = QIcon()
    for mode, colour in _icon_colours(theme):
        result.addPixmap(_drawn(drawing.replace("currentColor", colour)), mode)
    return result


def _icon_colours(theme: Theme) -> tuple[tuple[QIcon.Mode, str], ...]:
    return (
        (QIcon.Mode.Normal, theme.muted),
        (QIcon.Mode.Active, theme.text),
        (QIcon.Mode.Disabled, theme.line),
    )


def _drawn(svg: str) -> QPixmap:
    """Draw an icon as fine as the finest screen asks for.

    Through Qt's reader of pictures: QSvgRenderer draws the same, but takes twice as long with
    the module that it is in.
    """
    ratio = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
    side = round(ICON_PIXELS * ratio)
    pixmap = QPixmap()
    pixmap.loadFromData(svg.replace(f'="{ICON_PIXELS}"', f'="{side}"').encode(), "SVG")
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
