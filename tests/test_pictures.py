"""The pictures of the documents can be taken at any time."""

from pathlib import Path

from PySide6.QtGui import QImage

from tests import pictures


def test_a_picture_is_taken_at_its_size_in_its_theme(tmp_path: Path) -> None:
    out = tmp_path / "one.png"
    picture = pictures.Picture("one", "dark", 1800, 1200, scale=2, pseudo=True)
    pictures.in_a_process_of_its_own(picture, out)
    image = QImage(str(out))
    assert (image.width(), image.height()) == (1800, 1200)
    assert image.pixelColor(900, 8).lightness() < 60
    assert len(image.colorTable()) > 60


def test_the_documents_show_small_pictures() -> None:
    sizes = [file.stat().st_size for file in pictures.FOLDER.glob("*.png")]
    assert len(sizes) == len(pictures.KEPT)
    assert sum(sizes) < 1_000_000
