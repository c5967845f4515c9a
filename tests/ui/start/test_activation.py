"""Bringing a window up on behalf of another start of the program."""

import os

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.ui.start import activation


@pytest.mark.parametrize(
    ("token", "time"),
    [
        ("panel-1234-host-app-0_TIME98765", 98765),
        ("4f1c0e6a-a2a4-4d0e-a3c9-1c6f3a1f7a55", 0),
        ("_TIME1_TIME2", 2),
        ("_TIME99999999999999999999", 0),
        ("", 0),
    ],
)
def test_the_time_of_the_deed(token: str, time: int) -> None:
    assert activation.time_of(token) == time


def test_what_the_desktop_gave() -> None:
    wayland, x11 = {activation.WAYLAND_TOKEN: "way"}, {activation.X11_TOKEN: "x"}
    assert activation.own_token(wayland | x11) == "way"
    assert activation.own_token(x11) == "x"
    assert activation.own_token({}) == ""


def test_a_minimised_window_comes_up_and_leaves_no_token(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    seen: list[str | None] = []
    window.activateWindow = lambda: seen.append(os.environ.get(activation.WAYLAND_TOKEN))  # type: ignore[method-assign]
    activation.bring_up(window, "token")
    assert window.isVisible()
    assert not window.isMinimized()
    assert seen == ["token"]
    assert activation.WAYLAND_TOKEN not in os.environ
