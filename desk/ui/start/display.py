"""Whether a window can be shown here, found out before Qt would abort the process.

Qt ends the process where it finds no display or misses a library of the system, so on Linux
both are looked for first. Library names are those that Qt 6's xcb plugin is linked against.
"""

import os
import sys

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
    from desk.ui.start import x11  # late: its sockets and ctypes take 6 ms, and only X11 is asked

    if not x11.answers(os.environ.get("DISPLAY", "")):
        return NO_DISPLAY
    error = x11.plugin_error()
    return missing_library(error) if error else None


def _is_offscreen() -> bool:
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    return platform not in ("", "xcb")
