"""Faults of libraries that once cost us; each test fails where one of them is back."""

import sys

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_void_calls_keep_their_reference_to_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one with each call, and aborts after some 5,000."""
    cursor = QTextCursor(QTextDocument("some words"))
    cursor.setPosition(1)
    before = sys.getrefcount(None)
    for number in range(1000):
        cursor.setPosition(number % 10)
    assert abs(sys.getrefcount(None) - before) < 100
