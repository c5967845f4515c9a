"""Several widgets in one place, of which one is shown."""

from PySide6.QtWidgets import QStackedLayout, QWidget


class Stack(QWidget):
    """Does what Qt's own does, but those who hear the window are not told of a "layered pane"."""

    def __init__(self) -> None:
        super().__init__()
        layout = QStackedLayout(self)
        self.addWidget = layout.addWidget
        self.currentWidget = layout.currentWidget
        self.setCurrentWidget = layout.setCurrentWidget
        self.setCurrentIndex = layout.setCurrentIndex
