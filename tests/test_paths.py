"""Where the program finds its own files and the user's."""

import shutil
import sys
from pathlib import Path

import pytest

from desk import paths

FOLDERS = (paths.data_folder, paths.config_folder, paths.cache_folder, paths.runtime_folder)


def test_shipped_folders_hold_what_they_should():
    assert (paths.resources() / "themes" / "light.json").is_file()
    assert list(paths.seeds().glob("*.txt"))


def test_a_wheel_carries_its_own_resources(tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "desk"
    shutil.copytree(paths.resources(), package / "resources")
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.resources() == package / "resources"


def test_one_variable_moves_all_folders_of_the_user(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    found = [folder() for folder in FOLDERS]
    assert len(set(found)) == 4
    assert all(path.is_dir() and path.parent == tmp_path / "home" for path in found)


@pytest.mark.skipif(sys.platform != "linux", reason="the variables of the XDG standard")
def test_the_standard_of_the_system_is_followed(tmp_path, monkeypatch):
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    for name in ("DATA", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    assert paths.data_folder() == tmp_path / "DATA" / paths.APP_NAME
    assert paths.config_folder() == tmp_path / "CONFIG" / paths.APP_NAME
    assert paths.cache_folder() == tmp_path / "CACHE" / paths.APP_NAME


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_no_one_else_can_look_into_a_new_folder(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    assert paths.data_folder().stat().st_mode & 0o077 == 0


def test_a_runtime_folder_that_cannot_be_made_lies_in_the_cache(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    (tmp_path / "runtime").write_text("a file in its place", encoding="utf-8")
    assert paths.runtime_folder() == Path(tmp_path) / "cache" / "runtime"
