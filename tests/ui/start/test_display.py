"""What is said where no window can be shown."""

import pytest

from desk import app
from desk.ui.start import display, x11


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
        ("libGL.so.1", "libgl1"),
    ],
)
def test_a_missing_library_is_told_with_its_package(library: str, package: str) -> None:
    error = ImportError(f"{library}: cannot open shared object file: No such file or directory")
    assert f"apt install {package}”" in display.missing_library(error)


def test_an_unknown_library_is_told_as_it_is() -> None:
    assert "libodd.so.3" in display.missing_library(ImportError("libodd.so.3: cannot open"))


@pytest.mark.parametrize("address", ["", "nonsense", ":x", ":4711", "unix:4711", "localhost:4711"])
def test_no_server_answers_there(address: str) -> None:
    assert not x11.answers(address)


def test_a_missing_plugin_library_is_found_before_qt_would_abort(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(x11, "answers", lambda display: True)
    missing = OSError("libxcb-cursor.so.0: cannot open shared object file")
    monkeypatch.setattr(x11, "plugin_error", lambda: missing)
    assert "libxcb-cursor0" in (display.why_no_window() or "")


def test_a_library_of_qt_that_is_missing_ends_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import builtins

    real = builtins.__import__

    def fake(name: str, *rest: object) -> object:
        if name == "desk.ui" and rest[2] == ("program",):
            raise ImportError("libEGL.so.1: cannot open shared object file")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", fake)
    assert app.main([]) == 2
    assert "libegl1" in capsys.readouterr().err
