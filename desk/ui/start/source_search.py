"""Keeps PySide from reading the source of every module that is imported after it.

It looks there for the string "PySide6", to know where its `__feature__` switch may be at work.
We do not use that switch; the search takes 11 ms of a start that a bare window does in 115.
"""

import sys
from types import ModuleType

import PySide6.QtCore  # noqa: F401 - brings the module below into being


def switch_off() -> None:
    """Let PySide take no module for a user of `__feature__`; one that never asks is left alone."""
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", _does_not)  # noqa: B010 - typed as any module


def _does_not(module: ModuleType) -> bool:
    return False
