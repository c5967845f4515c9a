"""Colours of tags: a palette, and renderings of it that stay readable on any paper.

Contrast is that of WCAG 2.2 (w3.org/TR/WCAG22, "contrast ratio" and "relative luminance"): 3:1
for lines (criterion 1.4.11), 4.5:1 for text (1.4.3). All colours are "#RRGGBB".
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache
from typing import NamedTuple

LINE_CONTRAST = 3.0
TEXT_CONTRAST = 4.5
_STEPS = 100


class Colour(NamedTuple):
    """A colour of the palette."""

    hex: str
    name: str


# The first six: M. Okabe and K. Ito, "Color Universal Design" (jfly.uni-koeln.de/color).
PALETTE: tuple[Colour, ...] = (
    Colour("#E69F00", "orange"),
    Colour("#0072B2", "blue"),
    Colour("#009E73", "green"),
    Colour("#CC79A7", "pink"),
    Colour("#D55E00", "vermilion"),
    Colour("#56B4E9", "sky blue"),
    Colour("#7A5CC4", "violet"),
    Colour("#B59F00", "mustard"),
    Colour("#2A9D8F", "teal"),
    Colour("#7F8790", "grey"),
)


def next_colour(used: Iterable[str]) -> str:
    """Return the colour of the palette that is used least; of equals, the first."""
    return next(next_colours(used))


def next_colours(used: Iterable[str]) -> Iterator[str]:
    """Yield colours without end, as if each were used and the next one asked for."""
    count = Counter(colour.upper() for colour in used)
    while True:
        least = min(PALETTE, key=lambda colour: count[colour.hex]).hex
        count[least] += 1
        yield least


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def blend(over: str, under: str, alpha: float) -> str:
    """Return how a colour looks over another, at an opacity of 0 to 1."""
    pairs = zip(_channels(over), _channels(under), strict=True)
    return _hex(alpha * top + (1 - alpha) * bottom for top, bottom in pairs)


@lru_cache(maxsize=1_000)  # asked for each row that is drawn
def readable(colour: str, paper: str, text: str) -> str:
    """Return a tag's colour, darker or lighter if need be, to stand 3:1 as a line on paper.

    It moves no further than it must, towards the side where the text is; hue and saturation stay.
    """
    hue, lightness, saturation = rgb_to_hls(*_channels(colour))
    goal = 0.0 if _luminance(text) < _luminance(paper) else 1.0
    for step in range(_STEPS):
        moved = lightness + (goal - lightness) * step / _STEPS
        tried = _hex(hls_to_rgb(hue, moved, saturation))
        if contrast(tried, paper) >= LINE_CONTRAST:
            return tried
    return text


@lru_cache(maxsize=1_000)  # asked for each row that is drawn
def fill(colour: str, paper: str, text: str, alpha: float = 0.19) -> str:
    """Return the fill of a highlight: a colour over paper, as strong as `alpha` or text allows.

    Text on it keeps 4.5:1, or on a paper where it has less, what it has there.
    """
    for step in range(_STEPS):
        tried = blend(colour, paper, alpha * (1 - step / _STEPS))
        if contrast(tried, text) >= TEXT_CONTRAST:
            return tried
    return paper


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def _hex(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(255 * channel):02X}" for channel in channels)
