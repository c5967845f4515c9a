"""The screen of tests, benches and pictures: none is needed, and Qt's stand-in is a large one."""

import os
from pathlib import Path

# Qt's own stand-in measures 800 by 800 pixels, on which no window has its usual size.
PLATFORM = f"offscreen:configfile={Path(__file__).with_name('screen.json')}"


def stand_in() -> None:
    """Have Qt draw on the stand-in, unless a real screen was asked for by name."""
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        os.environ["QT_QPA_PLATFORM"] = PLATFORM
