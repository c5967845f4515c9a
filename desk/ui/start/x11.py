"""What X11 is asked before Qt is: whether a server answers, and whether Qt's plugin loads."""

import ctypes
import importlib.util
import socket
from pathlib import Path


def answers(display: str) -> bool:
    """Say whether an X server listens at an address such as ":0" or "host:10.0"."""
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


def plugin_error() -> OSError | None:
    """Load Qt's X11 plugin as Qt will in a moment; return why that fails, None if it does not."""
    found = importlib.util.find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        return OSError("PySide6 is not installed")
    plugin = Path(found.submodule_search_locations[0]) / "Qt/plugins/platforms/libqxcb.so"
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return error
    return None


def _connects(family: int, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(2)
        try:
            probe.connect(address)
        except OSError:
            return False
    return True
