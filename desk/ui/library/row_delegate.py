"""How a row of the library is drawn: an article, or a folder of them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyleOptionViewItem,
    QWidget,
)

from desk.core.text import make_visible
from desk.core.types import ArticleId, ArticleRow
from desk.ui.library.lines import ArticleLine, FolderLine
from desk.ui.library.rows import LINE_ROLE
from desk.ui.looks.theme import Theme
from desk.ui.saying import counted
from desk.ui.widgets import draw

ROW_HEIGHT = 30

_Index = QModelIndex | QPersistentModelIndex
_TEXT_LEFT = 30
_DOT_CENTRE = 16
_INDENT = 14
_BAR = 3  # pixels, at the open article


class ArticleDelegate(draw.RowDelegate):
    """Draws status, title and number of passages; the open article has a bar at its edge."""

    height = ROW_HEIGHT

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._view = view
        self._fonts = draw.Fonts(view.font())
        self.open_id: ArticleId | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        line: ArticleLine | FolderLine | None = index.data(LINE_ROLE)
        if line is None:
            return
        rect: QRect = option.rect
        # The option's state says the same; see `draw.mirrored` for why it is not asked.
        selected = self._view.selectionModel().isSelected(index)
        focused = self._view.hasFocus() and index == self._view.currentIndex()
        is_open = isinstance(line, ArticleLine) and line.article.id == self.open_id
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw.row_background(painter, rect, self.theme, selected, focused)
        if is_open:
            bar = QRect(rect.left() + 1, rect.top() + 6, _BAR, rect.height() - 12)
            painter.fillRect(draw.mirrored(option.direction, rect, bar), QColor(self.theme.accent))
        step = line.depth * _INDENT
        turned = option.direction == Qt.LayoutDirection.RightToLeft
        room = rect.adjusted(0 if turned else step, 0, -step if turned else 0, 0)
        if isinstance(line, ArticleLine):
            self._draw_article(painter, room, option, line.article)
        else:
            self._draw_folder(painter, room, option, line)
        painter.restore()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Lay the editor over the title."""
        line: ArticleLine | FolderLine | None = index.data(LINE_ROLE)
        left = _TEXT_LEFT - 8 + (line.depth * _INDENT if line else 0)
        place = option.rect.adjusted(left, 0, 0, 0)
        editor.setGeometry(draw.mirrored(option.direction, option.rect, place))

    def _draw_folder(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, folder: FolderLine
    ) -> None:
        direction: Qt.LayoutDirection = option.direction
        mark = QRect(rect.left() + _DOT_CENTRE - 6, rect.center().y() - 6, 12, 12)
        turned = direction == Qt.LayoutDirection.RightToLeft
        mark = draw.mirrored(direction, rect, mark)
        draw.chevron(painter, mark, self.theme, folder.is_open, turned)
        count = f"{counted(folder.done)}/{counted(folder.articles)}" if folder.articles else ""
        room = self._draw_count(painter, rect, option, count)
        self._draw_words(painter, room, option, folder.name, self.theme.text, bold=True)

    def _draw_article(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, article: ArticleRow
    ) -> None:
        direction: Qt.LayoutDirection = option.direction
        dot = QRect(rect.left() + _DOT_CENTRE - 5, rect.center().y() - 4, 10, 10)
        dot = draw.mirrored(direction, rect, dot)
        draw.status_dot(painter, QRectF(dot).center(), article.status, self.theme)

        count = str(article.passages) if article.passages else ""
        room = self._draw_count(painter, rect, option, count)
        colour = self.theme.muted if article.status == "done" else self.theme.text
        bold = article.status == "unread"
        self._draw_words(painter, room, option, article.title, colour, bold)

    def _draw_count(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, count: str
    ) -> QRect:
        """Draw a number at the row's end; return the room that is left for the words."""
        direction: Qt.LayoutDirection = option.direction
        inner = rect.adjusted(_TEXT_LEFT, 0, -10, 0)
        if not count:
            return draw.mirrored(direction, rect, inner)
        fonts = self._fonts_of(option)
        painter.setFont(fonts.tabular)
        width = fonts.figures.horizontalAdvance(count)
        painter.setPen(QColor(self.theme.muted))
        leftwards = direction == Qt.LayoutDirection.RightToLeft
        end = Qt.AlignmentFlag.AlignLeft if leftwards else Qt.AlignmentFlag.AlignRight
        end |= Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        place = draw.mirrored(direction, rect, inner)
        painter.drawText(place, end, count)
        inner.adjust(0, 0, -width - 8, 0)
        return draw.mirrored(direction, rect, inner)

    def _fonts_of(self, option: QStyleOptionViewItem) -> draw.Fonts:
        if option.font != self._fonts.base:
            self._fonts = draw.Fonts(option.font)
        return self._fonts

    def _draw_words(
        self,
        painter: QPainter,
        rect: QRect,
        option: QStyleOptionViewItem,
        words: str,
        colour: str,
        bold: bool,
    ) -> None:
        fonts = self._fonts_of(option)
        painter.setFont(fonts.bold if bold else fonts.base)
        painter.setPen(QColor(colour))
        draw.words(painter, rect, make_visible(words))
