"""What the themes promise: readable text, tag colours that stand out, icons that show."""

import re
import warnings
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from desk import paths
from desk.core.colours import PALETTE, contrast
from desk.ui.looks import theme as themes

BACKGROUNDS = ("panel", "paper", "field", "row_selected")


@pytest.fixture(params=themes.THEMES)
def theme(request):
    return themes.load_theme(request.param)


@pytest.fixture
def restored(qapp):
    """Give the program its look back: tests share one application."""
    before = qapp.palette(), qapp.font(), qapp.styleSheet()
    yield qapp
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
    qapp.setStyleSheet(before[2])


@pytest.mark.parametrize("background", BACKGROUNDS)
@pytest.mark.parametrize("token", ["text", "muted", "accent"])
def test_text_can_be_read(theme, token, background):
    assert contrast(getattr(theme, token), getattr(theme, background)) >= 4.5


def test_selected_text_can_be_read(theme):
    assert contrast(theme.text, theme.text_selected) >= 4.5


@pytest.mark.parametrize("colour", PALETTE, ids=lambda colour: colour.name)
def test_tags_stand_out_and_text_on_them_can_be_read(theme, colour):
    assert contrast(themes.line_colour(theme, colour.hex).name(), theme.paper) >= 3
    for selected in (False, True):
        fill = themes.fill_colour(theme, colour.hex, selected)
        assert contrast(fill.name(), theme.text) >= 4.5


def test_a_selected_passage_is_stronger_than_another(theme):
    pale, strong = (
        contrast(themes.fill_colour(theme, "#D55E00", selected).name(), theme.paper)
        for selected in (False, True)
    )
    assert strong > pale


def test_every_theme_file_is_a_theme_that_can_be_chosen():
    files = {path.stem for path in (paths.resources() / "themes").glob("*.json")}
    assert files == set(themes.THEMES)


def test_tokens_are_colours(theme):
    tokens = theme._asdict()
    del tokens["name"], tokens["dark"]
    assert all(re.fullmatch("#[0-9A-F]{6}", token) for token in tokens.values())


def test_applying_a_theme_changes_what_is_on_the_screen(restored, theme, qtbot):
    button = QPushButton("Tag")
    qtbot.addWidget(button)
    themes.apply_theme(restored, theme)
    with qtbot.waitExposed(button):
        button.show()
    inside = button.grab().toImage().pixelColor(6, button.height() // 2)
    assert inside == QColor(theme.field)
    assert button.palette().color(QPalette.ColorRole.ButtonText) == QColor(theme.text)
    assert button.font().pixelSize() == themes.TEXT_PIXELS


def test_the_style_sheet_leaves_no_token_unfilled(theme):
    rules = re.sub(r"/\*.*?\*/", "", themes.style_sheet(theme), flags=re.DOTALL)
    assert "$" not in rules
    assert theme.accent in rules


def test_the_system_chooses_light_or_dark(qapp):
    dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert themes.system_theme(qapp) == ("dark" if dark else "light")


STROKES = sorted(
    path.stem
    for path in (paths.resources() / "icons").glob("*.svg")
    if "currentColor" in path.read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", STROKES)
def test_icons_are_drawn_in_the_colours_of_the_theme(qapp, name):
    theme = themes.load_theme("dark")
    image = themes.icon(name, theme).pixmap(32, 32).toImage()
    drawn = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert drawn
    muted = QColor(theme.muted)
    assert all(abs(colour.lightness() - muted.lightness()) < 8 for colour in drawn)


def test_what_stands_on_colour_can_be_read(theme):
    assert contrast(theme.field, theme.accent) >= 4.5  # the deed of a dialog
    for token in (theme.text, theme.muted):
        assert contrast(token, theme.raised) >= 4.5  # boxes over the article


@given(colour=st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}"))
def test_text_can_be_read_on_a_tag_of_any_colour(colour):
    for name in themes.THEMES:
        theme = themes.load_theme(name)
        assert contrast(themes.line_colour(theme, colour).name(), theme.paper) >= 3
        for selected in (False, True):
            fill = themes.fill_colour(theme, colour, selected).name()
            assert contrast(fill, theme.text) >= 4.5


@pytest.fixture
def unheard(qapp):
    """Nobody hears of the system's colours: windows of other tests are closed and still about."""
    with suppress(RuntimeError, TypeError), warnings.catch_warnings(action="ignore"):
        qapp.styleHints().colorSchemeChanged.disconnect()


def test_the_whole_window_follows_the_system_while_it_runs(restored, unheard, reader, monkeypatch):
    window = reader.window
    reader.press("J", "H", "Ctrl+F")
    window.messages.tell("Saved")
    system = {"theme": "dark"}
    monkeypatch.setattr("desk.ui.looks.chosen.system_theme", lambda app: system["theme"])
    for name in ("dark", "light"):
        system["theme"] = name
        restored.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)
        QApplication.processEvents()
        image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        shades = Counter(memoryview(image.constBits()).cast("I"))
        theme = themes.load_theme(name)
        other = themes.load_theme("light" if name == "dark" else "dark")
        assert shades[QColor(theme.paper).rgb()] + shades[QColor(theme.panel).rgb()] > 500_000
        for token in ("paper", "panel", "field"):
            inks = (theme.text, theme.paper, theme.field)  # a message has these the other way round
            if getattr(other, token) not in inks:
                assert shades[QColor(getattr(other, token)).rgb()] < 200
