"""The title and what is known of an article, above its text; it scrolls with the text."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desk.core.message import plural
from desk.core.text import breakable, make_visible, reading_minutes
from desk.core.types import Article
from desk.ui.looks.appearance import META_PIXELS, Appearance
from desk.ui.saying import counted, day, said
from desk.ui.widgets.draw import direction_of
from desk.ui.widgets.parts import select_backwards

_TOP, _BETWEEN, _BOTTOM = 26, 8, 22
_HEADINGS = ("h1", "h2")  # those that look like a title
_SHORT = 30  # characters
_EXACT = 8  # pixels
_FRAME = 6  # pixels of the field above its words


class Header(QWidget):
    """Shows an article's title, which can be edited in place, and a line about it.

    A title with which the text itself begins, as a heading, is not shown twice.
    """

    title_edited = Signal(str)
    height_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = ""
        self._is_in_text = False
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setCursor(Qt.CursorShape.IBeamCursor)
        self._label.setToolTip(self.tr("Click to edit the title"))
        self._label.installEventFilter(self)
        self._field = QLineEdit(self)
        self._field.setAccessibleName(self.tr("Title of the article"))
        self._field.hide()
        self._field.returnPressed.connect(self._finish)
        self._field.editingFinished.connect(self._finish)
        self._field.installEventFilter(self)
        self._meta = QLabel(self)
        self._meta.setWordWrap(True)
        self._meta.setTextFormat(Qt.TextFormat.PlainText)

    def show_article(self, article: Article, passages: int) -> None:
        """Show an article's title and its line."""
        self._field.hide()
        self._is_in_text = _begins_with_title(article)
        self._label.setHidden(self._is_in_text)
        self._title = article.title
        title = make_visible(article.title)
        self._label.setText(breakable(title))
        self._align(direction_of(article.text))
        self._label.setAccessibleName(self.tr("Title: {title}").format(title=title))
        self.show_facts(article, passages)

    def show_facts(self, article: Article, passages: int) -> None:
        """Show the line about an article by itself."""
        self._meta.setText("  ·  ".join(map(breakable, self._facts(article, passages))))

    def _align(self, direction: Qt.LayoutDirection) -> None:
        """Begin where the lines of the text begin, whatever language each line here is in."""
        self.setLayoutDirection(direction)
        from_right = direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        for label in (self._label, self._meta):
            label.setAlignment(
                side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            )

    def dress(self, appearance: Appearance) -> None:
        """Take on the letters and colours of an appearance."""
        self._label.setFont(appearance.title_font())
        self._field.setFont(appearance.title_font())
        small = QFont(self.font())
        small.setPixelSize(META_PIXELS)
        self._meta.setFont(small)
        for label, colour in (
            (self._label, appearance.theme.text),
            (self._meta, appearance.theme.muted),
        ):
            palette = QPalette(label.palette())
            palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
            palette.setColor(
                QPalette.ColorRole.Text, QColor(colour)
            )  # on a viewport Qt asks for it
            label.setPalette(palette)

    def height_for(self, width: int) -> int:
        """Return the height in pixels that the header needs at a width."""
        self._balance(width)
        title, facts = self._title_height(width), self._meta.heightForWidth(width)
        # No layout of Qt's: it cuts a title with a word that is wider than the column.
        self._label.setGeometry(0, _TOP, width, title)
        self._field.setGeometry(0, _TOP - _FRAME, width, self._field.sizeHint().height())
        above = _TOP + title + (_BETWEEN if title else 0)
        self._meta.setGeometry(0, above, width, facts)
        return above + facts + _BOTTOM

    def _title_height(self, width: int) -> int:
        if self._is_in_text and self._field.isHidden():
            return 0
        return self._label.heightForWidth(width)

    def _balance(self, width: int) -> None:
        """Make the lines of a title equally long, instead of a last one of a single word."""
        label = self._label
        label.setContentsMargins(0, 0, 0, 0)
        height = label.heightForWidth(width)
        least, most = width // 2, width
        while height > 1.5 * label.fontMetrics().lineSpacing() and most - least > _EXACT:
            middle = (least + most) // 2
            higher = label.heightForWidth(middle) > height
            least, most = (middle, most) if higher else (least, middle)
        free = width - most
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        label.setContentsMargins(free if from_right else 0, 0, 0 if from_right else free, 0)

    def edit_title(self) -> None:
        """Let the reader edit the title: Enter keeps it, Esc brings the old one back."""
        self._label.hide()
        self._field.show()
        self.height_changed.emit()
        self._field.setFocus()  # first: a screen reader takes a caret that moves before for its own
        self._field.setText(self._title)
        select_backwards(self._field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start editing on a click on the title, give up on Esc."""
        if watched is self._label and isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonRelease:
                self.edit_title()
            return event.button() == Qt.MouseButton.LeftButton
        if watched is self._field and _is_escape(event):
            self._stop()
            return True
        return super().eventFilter(watched, event)

    def _finish(self) -> None:
        title = self._field.text().strip()
        if self._field.isHidden():
            return
        self._stop()
        if title and title != self._title:
            self.title_edited.emit(title)

    def _stop(self) -> None:
        self._field.hide()
        self._label.setHidden(self._is_in_text)
        self.height_changed.emit()
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus()

    def _facts(self, article: Article, passages: int) -> list[str]:
        facts = [article.author, article.source, day(article.published)]
        shown = [make_visible(fact) for fact in facts if fact]
        words = said(plural(article.words, "1 word", "%Ln words"))
        minutes = counted(reading_minutes(article.words))
        shown.append(self.tr("{words}, {minutes} min").format(words=words, minutes=minutes))
        if passages:
            shown.append(said(plural(passages, "1 passage", "%Ln passages")))
        # A line breaks between two facts and not within a short one.
        return [fact.replace(" ", "\u00a0") if len(fact) < _SHORT else fact for fact in shown]


def _begins_with_title(article: Article) -> bool:
    first = min(article.styles, default=None)
    if first is None or first.start or first.kind not in _HEADINGS:
        return False
    return article.text[: first.end].split() == article.title.split()


def _is_escape(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
