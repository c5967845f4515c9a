"""The pictures of the documents can be taken at any time."""

import re
from pathlib import Path

from PySide6.QtGui import QImage

from tests import pictures

ROOT = Path(__file__).parent.parent


def test_a_picture_is_taken_at_its_size_in_its_theme(tmp_path: Path) -> None:
    out = tmp_path / "one.png"
    picture = pictures.Picture("one", "dark", 1800, 1200, scale=2, pseudo=True)
    pictures.in_a_process_of_its_own(picture, out)
    image = QImage(str(out))
    assert (image.width(), image.height()) == (1800, 1200)
    assert image.pixelColor(900, 8).lightness() < 60
    assert len(image.colorTable()) > 60


def test_every_theme_size_and_language_is_pictured() -> None:
    wanted = {picture.name: picture for picture in pictures.every()}
    assert len(wanted) == 3 * 3 * 2 + 5
    assert {file.stem for file in pictures.FOLDER.iterdir()} == set(wanted)
    for name, picture in wanted.items():
        image = QImage(str(pictures.FOLDER / f"{name}.png"))
        if picture.scene in ("passage", "empty"):
            assert (image.width(), image.height()) == (picture.width, picture.height)
    assert sum(file.stat().st_size for file in pictures.FOLDER.iterdir()) < 2_500_000


def test_the_documents_show_pictures_that_are_there() -> None:
    shown = [
        (document.parent / path).resolve()
        for document in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
        for path in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", document.read_text(encoding="utf-8"))
    ]
    assert len(shown) > 3
    assert {path for path in shown if not path.is_file()} == set()
