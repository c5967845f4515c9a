"""What stands where an article will be, while there is none: how to bring one in."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.core.types import Article
from desk.ui.looks.appearance import Appearance
from desk.ui.reading.open_article import Reading
from desk.ui.widgets.parts import KeyedLabel

WIDTH = 380


class Welcome(QWidget):
    """Covers the empty view; the keyboard stays in it, so that a text can be pasted."""

    add_requested = Signal()

    def __init__(self, reading: Reading, appearance: Appearance) -> None:
        view: QAbstractScrollArea = reading.view
        super().__init__(view)
        self._view = view
        self._bars = view.verticalScrollBarPolicy()
        self.title = QLabel(self.tr("Nothing to read yet"))
        self.title.setWordWrap(True)
        self.words = KeyedLabel(
            self.tr(
                "Drop a file or a text here, or paste one with {edit.paste}. Then select words and "
                "tag them: nothing is ever lost, everything can be undone."
            )
        )
        self.button = QPushButton(self.tr("Add files…"))
        self.button.clicked.connect(self.add_requested)
        self._build()
        self.dress(appearance)
        view.installEventFilter(self)
        reading.opened.connect(self.follow)
        self.follow(reading.article)

    def _build(self) -> None:
        self.setAutoFillBackground(True)
        column = QWidget()
        column.setMaximumWidth(WIDTH)
        inner = QVBoxLayout(column)
        inner.setSpacing(14)
        inner.addWidget(self.title)
        inner.addWidget(self.words)
        inner.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(column, 100)  # as wide as it may become
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(across)
        layout.addStretch(3)

    def dress(self, appearance: Appearance) -> None:
        """Take on the letters and colours of an article."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(appearance.theme.paper))
        self.setPalette(palette)
        self.title.setFont(appearance.title_font())

    def follow(self, article: Article | None) -> None:
        """Go when there is an article, come back when there is none."""
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._view.setVerticalScrollBarPolicy(self._bars if article else off)
        self.setGeometry(self._view.rect())
        self.setVisible(article is None)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the view at any size."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._view.rect())
        return super().eventFilter(watched, event)
