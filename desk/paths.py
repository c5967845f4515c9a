"""The one place that finds the program's own files and the user's folders.

`READING_DESK_HOME`, when set, puts all of the user's folders under one folder: for tests, for
a portable installation, for trying things out.
"""

import os
from pathlib import Path

import platformdirs

APP_NAME = "Reading Desk"
HOME_VARIABLE = "READING_DESK_HOME"

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of themes, icons and translations."""
    return _shipped("resources")


def seeds() -> Path:
    """Return the folder of the starter articles."""
    return _shipped("seeds")


def data_folder() -> Path:
    """Return the folder of the user's own desk and its backups; it is made if missing."""
    return _made(_under_home("data") or platformdirs.user_data_path(APP_NAME, appauthor=False))


def config_folder() -> Path:
    """Return the folder of the settings; it is made if missing."""
    return _made(_under_home("config") or platformdirs.user_config_path(APP_NAME, appauthor=False))


def cache_folder() -> Path:
    """Return the folder of what can be made again; it is made if missing."""
    return _made(_under_home("cache") or platformdirs.user_cache_path(APP_NAME, appauthor=False))


def runtime_folder() -> Path:
    """Return the folder of locks and sockets of running programs; it is made if missing.

    Some systems offer none that the user may write to: then it lies in the cache.
    """
    folder = _under_home("runtime") or platformdirs.user_runtime_path(APP_NAME, appauthor=False)
    try:
        return _made(folder)
    except OSError:
        return _made(cache_folder() / "runtime")


def _shipped(name: str) -> Path:
    """Return a folder that came with the program: inside the wheel, or above the source."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def _under_home(name: str) -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home).expanduser().absolute() / name if home else None


def _made(folder: Path) -> Path:
    """Make a folder that only its user can look into; one that exists keeps its mode."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
