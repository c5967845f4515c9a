"""Brings a window to the front on behalf of a start of the program that has none of its own.

Desktops keep windows from coming up by themselves: a program has to show that a deed of the user
asked for it. On Wayland that is a token that the starter gave to the new process, on X11 the time
of the deed, or the word of a pager (Extended Window Manager Hints, `_NET_ACTIVE_WINDOW`).
"""

import ctypes
import os
import re
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

WAYLAND_TOKEN = "XDG_ACTIVATION_TOKEN"
X11_TOKEN = "DESKTOP_STARTUP_ID"

_CLIENT_MESSAGE, _PAGER = 33, 2
_TO_WINDOW_MANAGER = 0x180000  # SubstructureNotify and SubstructureRedirect
_TIME = re.compile(r"_TIME(\d{1,10})$")


def own_token(environment: Mapping[str, str] = os.environ) -> str:
    """Return what the desktop gave to this process to show that the user started it; or ""."""
    return environment.get(WAYLAND_TOKEN) or environment.get(X11_TOKEN, "")


def bring_up(window: QWidget, token: str) -> None:
    """Show a window in front of all others; `token` is what the new start was given."""
    if token:
        os.environ[WAYLAND_TOKEN] = token  # where Qt takes it from
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    os.environ.pop(WAYLAND_TOKEN, None)
    if QGuiApplication.platformName() == "xcb":
        _ask_window_manager(int(window.winId()), time_of(token))


def time_of(token: str) -> int:
    """Return the time of the deed that a token of X11 names, in milliseconds; 0 if none does."""
    found = _TIME.search(token)
    return int(found[1]) if found else 0


class _ClientMessage(ctypes.Structure):
    """Xlib's XClientMessageEvent, as long as an XEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("rest", ctypes.c_long * 12),
    )


def _ask_window_manager(window: int, time: int) -> None:
    """Send what a pager sends: Qt itself names the last time at which *it* was clicked."""
    try:
        xlib = ctypes.CDLL("libX11.so.6")
    except OSError:
        return
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    for function in (xlib.XInternAtom, xlib.XDefaultRootWindow):
        function.restype = ctypes.c_ulong
    display = ctypes.c_void_p(xlib.XOpenDisplay(None))
    if not display:
        return
    root = ctypes.c_ulong(xlib.XDefaultRootWindow(display))
    atom = xlib.XInternAtom(display, b"_NET_ACTIVE_WINDOW", False)
    message = _ClientMessage(_CLIENT_MESSAGE, window=window, message_type=atom, format=32)
    message.data[0], message.data[1] = _PAGER, time
    mask = ctypes.c_long(_TO_WINDOW_MANAGER)
    xlib.XSendEvent(display, root, False, mask, ctypes.byref(message))
    xlib.XCloseDisplay(display)
