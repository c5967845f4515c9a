"""Links in articles and notes: where one leads is shown before it is opened."""

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from desk.ui.widgets.boxes import open_over, plain_box

SAFE_SCHEMES = ("http", "https", "mailto")


class Links(QObject):
    """Asks before a link is opened; only links to the web and to mail are.

    `told` carries a sentence.
    """

    told = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def follow(self, address: str) -> None:
        """Show where a link leads, and open it if the reader wants to."""
        url = QUrl(address)
        if url.scheme().lower() not in SAFE_SCHEMES:
            words = self.tr("This link is not opened: {address}")
            self.told.emit(words.format(address=address[:200]))
            return
        box = plain_box(self._window, self.tr("Open this address in the browser?"))
        box.setInformativeText(url.toDisplayString())
        box.addButton(self.tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.accepted.connect(lambda: QDesktopServices.openUrl(url))
        open_over(self._window, box)
