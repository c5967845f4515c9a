"""Whether a window can be shown here, found out before Qt would abort the process.

Qt ends the process where it finds no display or misses a library of the system, so on Linux
both are looked for first. Library names are those that Qt 6's xcb plugin is linked against.
"""

import ctypes
import importlib.util
import os
import socket
import sys
from pathlib import Path

# Start of the library's name -> packages on Debian and Ubuntu, and on Fedora.
PACKAGES = {
    "libEGL": ("libegl1", "libglvnd-egl"),
    "libGL": ("libgl1", "libglvnd-glx"),
    "libOpenGL": ("libopengl0", "libglvnd-opengl"),
    "libfontconfig": ("libfontconfig1", "fontconfig"),
    "libdbus-1": ("libdbus-1-3", "dbus-libs"),
    "libglib-2.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0": ("libglib2.0-0", "glib2"),
    "libxkbcommon-x11": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxkbcommon": ("libxkbcommon0", "libxkbcommon"),
    "libxcb-cursor": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-render-util": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-xinerama": ("libxcb-xinerama0", "libxcb"),
    "libxcb-shape": ("libxcb-shape0", "libxcb"),
    "libxcb-randr": ("libxcb-randr0", "libxcb"),
    "libX11-xcb": ("libx11-xcb1", "libX11-xcb"),
}

NO_DISPLAY = (
    "Reading Desk needs a screen and found none. Start it from a desktop, or use its commands "
    "(reading-desk --help), which need no screen."
)


def missing_library(error: BaseException) -> str:
    """Say which package holds the library that an import or a loader missed."""
    library = str(error).split(":", 1)[0].strip()
    for start, (debian, fedora) in PACKAGES.items():
        if library.startswith((f"{start}.", f"{start}-")):
            return (
                f"Reading Desk needs {library}, which this system lacks. Install it with "
                f"“apt install {debian}” or “dnf install {fedora}”, then start again."
            )
    return f"Reading Desk cannot show a window here: {error}"


def why_no_window() -> str | None:
    """Return the sentence that says why no window can be shown, None if one can."""
    if not sys.platform.startswith("linux") or _is_offscreen():
        return None
    if os.environ.get("WAYLAND_DISPLAY"):
        return None
    if not _x_server_answers(os.environ.get("DISPLAY", "")):
        return NO_DISPLAY
    return _missing_for_x11()


def _is_offscreen() -> bool:
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    return platform not in ("", "xcb")


def _x_server_answers(display: str) -> bool:
    host, colon, number = display.rpartition(":")
    number = number.split(".")[0]
    if not colon or not number.isdigit():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"  # where every X server puts its socket
        return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, f"\0{path}")
    if host.startswith("/"):
        return True
    return _connects(socket.AF_INET, (host, 6000 + int(number)))


def _connects(family: int, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(2)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True


def _missing_for_x11() -> str | None:
    """Load Qt's X11 plugin as Qt will in a moment, to learn what it misses."""
    found = importlib.util.find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        return "Reading Desk needs PySide6: install it with “pip install pyside6-essentials”."
    plugin = Path(found.submodule_search_locations[0]) / "Qt/plugins/platforms/libqxcb.so"
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return missing_library(error)
    return None
