"""A name for something."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.ui.widgets.sheet import Sheet, add_field, form


class Naming(Sheet):
    """Asks for a name."""

    named = Signal(str)

    def __init__(self, title: str, name: str, deed: str, parent: QWidget | None = None) -> None:
        """Propose a name; `deed` is the word on the button."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.deed.setText(deed)
        self.field = QLineEdit(name)
        self.field.setMinimumWidth(280)
        layout = form()
        add_field(layout, self.tr("Name"), self.field)
        self.body.addLayout(layout)
        self.field.textChanged.connect(self._check)
        self._check()

    def accept(self) -> None:
        """Tell the name."""
        if self.deed.isEnabled():
            self.named.emit(self.field.text().strip())
            super().accept()

    def _check(self) -> None:
        self.tell("" if self.field.text().strip() else self.tr("A name is missing."))
