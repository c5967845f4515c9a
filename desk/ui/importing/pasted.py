"""What is on the clipboard, or was dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from desk.core.errors import UserError
from desk.core.types import Draft
from desk.formats import registry


def local_files(data: QMimeData) -> list[Path]:
    """Return the files and folders that are dropped or pasted."""
    urls = data.urls() if data.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def read_pasted(data: QMimeData) -> list[Draft]:
    """Return the articles of a web page's part or of text; UserError if there is neither."""
    if data.hasHtml():
        return registry.read_text(data.html(), "html")
    if data.hasText():
        return registry.read_text(data.text(), "txt")
    raise UserError("There is no text to paste.")
