"""The digit keys of the top row by where they are, so that Shift and AZERTY do not matter."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

# The scan codes of the keys 1 to 9 and 0: X11 and Wayland give evdev's plus 8, Windows set 1.
_SCAN_CODES = {"linux": range(10, 20), "win32": range(2, 12)}
_MAC_KEYS = (18, 19, 20, 21, 23, 22, 26, 28, 25, 29)

_TYPED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def digit_of(event: QKeyEvent) -> int | None:
    """Return the digit of a pressed key, by its place on the keyboard or else by its character.

    None with Ctrl, Alt or Meta, and for all other keys.
    """
    if event.modifiers() & ~_TYPED:
        return None
    by_place = _by_place(event)
    if by_place is not None:
        return by_place
    number = event.key() - Qt.Key.Key_0.value
    return number if 0 <= number <= 9 else None


def tagging_digit(event: QKeyEvent, *owners: QWidget) -> int | None:
    """Return the digit of a key that is to put a tag on, None for all other keys.

    Shift and a digit may type a sign that is the key of an action of one of the `owners`, as
    "/" on a German keyboard: then the action has it.
    """
    digit = digit_of(event)
    sign = sign_of(event) if digit is not None else ""
    if not sign:
        return digit
    keys = (key for owner in owners for action in owner.actions() for key in action.shortcuts())
    return None if QKeySequence(sign) in keys else digit


def sign_of(event: QKeyEvent) -> str:
    """Return what a key types with Shift where that is no digit, else ""."""
    shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    text = event.text()
    return text if shifted and text.isprintable() and not text.isdigit() else ""


def _by_place(event: QKeyEvent) -> int | None:
    if sys.platform == "darwin":
        codes: range | tuple[int, ...] = _MAC_KEYS
        code = event.nativeVirtualKey()
    else:
        codes = _SCAN_CODES.get(sys.platform, range(0))
        code = event.nativeScanCode()
    return (codes.index(code) + 1) % 10 if code in codes else None
