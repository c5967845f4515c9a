"""The sheet of paper: a read-only text with its column, its margins and the header above."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPalette, QResizeEvent, QShowEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desk.ui.article.columns import Columns, share_out
from desk.ui.article.document import INSET, set_top
from desk.ui.article.gutter import Gutter
from desk.ui.article.header import Header
from desk.ui.article.margin import Margin
from desk.ui.article.scroll_map import ScrollMap
from desk.ui.looks.appearance import Appearance
from desk.ui.widgets.viewports import viewport_of

_REST = 80  # milliseconds for which a window keeps its size before a long text follows it


class Sheet(QTextEdit):
    """Lays a document out in a column; margins lie beside the viewport, not in it.

    So a wider or narrower window moves the column and does not lay the text out anew.
    """

    title_edited = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self._columns = Columns(0, 0, 0)
        self._turned = False
        self._kept_free = {"top": 0, "bottom": 0}
        self._top = 0
        self._document: QTextDocument | None = None
        self._follow_width = QTimer(self, singleShot=True, interval=_REST)
        self._follow_width.timeout.connect(lambda: self._set_columns(self._wanted_columns()))
        viewport = viewport_of(self)
        self.setReadOnly(True)
        self.show_caret(False)
        self.setAcceptDrops(False)  # what is dropped is for the window
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.map = ScrollMap(self)
        self.setVerticalScrollBar(self.map)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoFillBackground(True)
        self.gutter = Gutter(self)
        self.margin = Margin(self)
        self.header = Header(viewport)
        self.header.title_edited.connect(self.title_edited)
        self.header.height_changed.connect(self._fit_top)
        self.header.hide()
        self._dress()

    def loadResource(self, kind: int, name: object) -> QImage:
        """Load nothing, from nowhere."""
        return QImage()

    def event(self, event: QEvent) -> bool:
        """Share out the width before Qt lays anything out for a new one."""
        if event.type() == QEvent.Type.Resize:
            self._share_out()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the header in its place."""
        super().resizeEvent(event)
        self._place_header()
        self._place_gutters()

    def showEvent(self, event: QShowEvent) -> None:
        """Stay where reading stopped; when first shown, Qt goes to its caret."""
        scrolled = self.verticalScrollBar().value()
        super().showEvent(event)
        self.verticalScrollBar().setValue(scrolled)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 (Qt's name)
        """Take the header along."""
        super().scrollContentsBy(dx, dy)
        self._place_header()

    def forget_places(self) -> None:
        """Hear that the text was laid out anew: nothing is where it was."""

    def takes_long(self) -> bool:
        """Say whether laying out what lies above the view would be felt."""
        return False

    @contextmanager
    def keeping_place(self) -> Iterator[None]:
        """Change in the block how the text is laid out; the reader stays where he is."""
        yield

    def show_caret(self, shown: bool) -> None:
        """Let the arrow keys move a caret that shows, or scroll."""
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if shown:
            flags |= Qt.TextInteractionFlag.TextSelectableByKeyboard
        if flags != self.textInteractionFlags():
            self.setTextInteractionFlags(flags)
            self.viewport().update()

    def scroll_y(self, y: float) -> None:
        """Scroll to a height; Qt learns first how far the text has been laid out by now."""
        bar = self.verticalScrollBar()
        if y > bar.maximum():
            size = self.viewport().size()
            super().resizeEvent(QResizeEvent(size, size))
        bar.setValue(round(y))

    def keep_free(self, edge: Literal["top", "bottom"], pixels: int) -> None:
        """Leave room at an edge for a bar that would else lie over the text.

        The text stays where it is on the screen; at its very start it makes way.
        """
        more = pixels - self._kept_free[edge]
        if not more:
            return
        self._kept_free[edge] = pixels
        scrolled = self.verticalScrollBar().value()
        self._keep_margins_free()
        if edge == "top" and scrolled:
            self.scroll_y(scrolled + more)

    def breadth(self) -> tuple[int, int]:
        """Return left and width of the text with its margins, beside the scroll bar."""
        bar = self.verticalScrollBar().sizeHint().width()
        return bar if self.isRightToLeft() else 0, self.width() - bar

    def measure_header(self) -> int:
        """Return the pixels above the text that the header takes by now."""
        width = self._columns.page - 2 * INSET
        self._top = self.header.height_for(width)
        self.header.resize(width, self._top)
        return self._top

    def hold(self, document: QTextDocument) -> None:
        """Show another document; Qt throws the first one away itself, we the later ones."""
        old = self._document
        document.setParent(self)
        self.setDocument(document)
        self._document = document
        if old is not None:
            old.deleteLater()
        self._place_header()

    def _dress(self) -> None:
        theme = self.appearance.theme
        palette = QPalette(self.palette())
        for role, colour in (
            (QPalette.ColorRole.Base, theme.paper),
            (QPalette.ColorRole.Window, theme.paper),
            (QPalette.ColorRole.Text, theme.text),
            (QPalette.ColorRole.Highlight, theme.text_selected),
            (QPalette.ColorRole.HighlightedText, theme.text),
        ):
            palette.setColor(role, QColor(colour))
        self.setPalette(palette)
        self.header.dress(self.appearance)

    def _share_out(self) -> None:
        """Give text and margins their widths; a text that takes long follows a little later."""
        columns = self._wanted_columns()
        if columns.page != self._columns.page and self.takes_long():
            columns = columns._replace(page=self._columns.page)
            self._follow_width.start()
        self._set_columns(columns)

    def _wanted_columns(self) -> Columns:
        return share_out(self.breadth()[1], self.appearance.column_width())

    def _set_columns(self, columns: Columns) -> None:
        """Lay the text out anew only where its own width is another."""
        if columns == self._columns:
            return
        other_width = columns.page != self._columns.page
        self._columns = columns
        if not other_width:
            self._keep_margins_free()
            return
        with self.keeping_place():
            self.setLineWrapColumnOrWidth(columns.page)
            self._keep_margins_free()
            self._fit_top()
            self.forget_places()

    def _fit_top(self) -> None:
        """Leave the header the height that it needs by now."""
        top = self._top
        if self.measure_header() != top and self._document is not None:
            set_top(self._document, self._top)
            self.forget_places()

    def turn(self, turned: bool) -> None:
        """Put the margin left of the text, for one that is written from right to left."""
        if turned != self._turned:
            self._turned = turned
            self._keep_margins_free()

    def _keep_margins_free(self) -> None:
        left, _, right = self._columns
        if self._turned:
            left, right = right, left
        self.setViewportMargins(left, self._kept_free["top"], right, self._kept_free["bottom"])
        self._place_gutters()

    def _place_gutters(self) -> None:
        beside = (self.gutter, self.margin)
        on_left, on_right = reversed(beside) if self._turned else beside
        sizes, port = self.viewportMargins(), self.viewport().geometry()
        on_left.setGeometry(port.left() - sizes.left(), port.top(), sizes.left(), port.height())
        on_right.setGeometry(port.right() + 1, port.top(), sizes.right(), port.height())

    def _place_header(self) -> None:
        self.header.move(INSET, -self.verticalScrollBar().value())
