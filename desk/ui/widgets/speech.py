"""A way to tell something to those who hear the window."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def is_heard() -> bool:
    """Say whether there is a screen reader, or another program that asks for words."""
    return QAccessible.isActive()


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something, if there is one."""
    if is_heard():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
