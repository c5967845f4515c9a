"""The strip at the top of a panel by which it is moved, floated and put back."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMenu, QToolButton, QWidget

from desk.ui.looks.theme import Theme, icon
from desk.ui.widgets.parts import BAR_HEIGHT, icon_button, set_tip

_FLOATING_HEIGHT = 30  # pixels: it holds buttons
_GRIP = (28, 3)


class DockBar(QWidget):
    """A grip; a panel that floats also has buttons to put it back and to hide it.

    Qt moves a dock by its title bar: this is that bar. A double click on it floats the panel, or
    puts it back.
    """

    float_wanted = Signal()
    """To float, or to be put back"""

    def __init__(self, dock: QDockWidget, theme: Theme) -> None:
        super().__init__(dock)
        self._dock = dock
        self._theme = theme
        name = dock.windowTitle()
        put_back = self.tr("Put “{panel}” back into the window").format(panel=name)
        self.back_button = icon_button("dock", theme, put_back)
        hide = self.tr("Hide “{panel}”").format(panel=name)
        self.hide_button = icon_button("close", theme, hide)
        self.back_button.clicked.connect(self.float_wanted)
        self.hide_button.clicked.connect(dock.hide)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.setSpacing(2)
        layout.addStretch(1)
        for button in self._buttons():
            button.setCursor(Qt.CursorShape.ArrowCursor)
            layout.addWidget(button)
        dock.installEventFilter(self)
        dock.topLevelChanged.connect(self._follow)
        self._follow(dock.isFloating())

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        for button, name in zip(self._buttons(), ("dock", "close"), strict=True):
            button.setIcon(icon(name, theme))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height that Qt takes for that of the title."""
        return QSize(80, _FLOATING_HEIGHT if self._dock.isFloating() else BAR_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grip, stronger under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.muted if self.underMouse() else self._theme.line))
        width, height = _GRIP
        middle = QRectF(self.rect()).center()
        grip = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
        painter.drawRoundedRect(grip, height / 2, height / 2)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the edge of a panel that floats over the article, for which Qt leaves room."""
        if event.type() != QEvent.Type.Paint or not self._dock.isFloating():
            return super().eventFilter(watched, event)
        painter = QPainter(self._dock)
        painter.setPen(QColor(self._theme.line))
        painter.drawRect(self._dock.rect().adjusted(0, 0, -1, -1))
        painter.end()
        return True

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that there is something to take hold of."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Stand back again."""
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Float, or go back: Qt would do the same, and leave the panel where it covers the text."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.float_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to float and to hide."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        floats = self._dock.isFloating()
        words = self.tr("Put back into the window") if floats else self.tr("Float")
        menu.addAction(words, self.float_wanted.emit)
        menu.addAction(self.tr("Hide"), self._dock.hide)
        menu.popup(event.globalPos())

    def _buttons(self) -> tuple[QToolButton, QToolButton]:
        return self.back_button, self.hide_button

    def _follow(self, floats: bool) -> None:
        self.updateGeometry()
        for button in self._buttons():
            button.setVisible(floats)
        tip = "" if floats else self.tr("Drag to move this panel; double-click to float it")
        set_tip(self, tip)
