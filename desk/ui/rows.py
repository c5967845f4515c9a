"""The articles as rows of a list, and how a row is drawn."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desk.core.text import make_visible
from desk.core.types import ArticleId, ArticleRow, Status
from desk.ui import draw
from desk.ui.parts import plain_tip
from desk.ui.theme import Theme

ARTICLE_ROLE = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 30

_Index = QModelIndex | QPersistentModelIndex
_TEXT_LEFT = 30
_DOT_CENTRE = 16


class ArticleRows(QAbstractListModel):
    """All articles, of which those that hold the filter's words are rows."""

    renamed = Signal(object, str)
    """(ArticleId, str): the reader typed another title in the list."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[ArticleRow] = []
        self._shown: list[ArticleRow] = []
        self._row_of: dict[ArticleId, int] = {}
        self._words: tuple[str, ...] = ()

    def set_articles(self, articles: Iterable[ArticleRow]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self._all = list(articles)
        self._choose()
        self.endResetModel()

    def update_articles(self, articles: Iterable[ArticleRow]) -> None:
        """Replace the rows of these articles; those that are not listed are left out."""
        fresh = {article.id: article for article in articles}
        self._all = [fresh.get(article.id, article) for article in self._all]
        for article_id in fresh.keys() & self._row_of.keys():
            row = self._row_of[article_id]
            self._shown[row] = fresh[article_id]
            self.dataChanged.emit(self.index(row), self.index(row))

    def set_filter(self, words: str) -> None:
        """Show only the articles whose title, author, date or source hold all these words."""
        self.beginResetModel()
        self._words = tuple(words.casefold().split())
        self._choose()
        self.endResetModel()

    def all_articles(self) -> Sequence[ArticleRow]:
        """Return every article, shown or not."""
        return self._all

    def row_of(self, article_id: ArticleId | None) -> int:
        """Return the row of an article, -1 where it is not shown."""
        return -1 if article_id is None else self._row_of.get(article_id, -1)

    def article(self, index: _Index) -> ArticleRow:
        """Return the article of a row."""
        return self._shown[index.row()]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Count the shown articles; an article has none under it."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let titles be edited in place."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return what a row shows, tells on hovering and says aloud."""
        if not index.isValid():
            return None
        article = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return make_visible(article.title)
            case Qt.ItemDataRole.EditRole:
                return article.title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(_details(article))
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(article)
            case Qt.ItemDataRole.UserRole:
                return article
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        """Ask for another title; the row changes when the desk has changed."""
        article = self.article(index)
        title = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or title in ("", article.title):
            return False
        self.renamed.emit(article.id, title)
        return True

    def _choose(self) -> None:
        if self._words:
            self._shown = [row for row in self._all if _holds(row, self._words)]
        else:
            self._shown = list(self._all)
        self._row_of = {article.id: row for row, article in enumerate(self._shown)}


class ArticleDelegate(QStyledItemDelegate):
    """Draws status, title and number of passages; the open article has a background."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.open_id: ArticleId | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return one height for all rows."""
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        article: ArticleRow = index.data(ARTICLE_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw.row_background(
            painter, rect, self.theme, selected or article.id == self.open_id, focused
        )
        self._draw_article(painter, rect, option, article)
        painter.restore()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Lay the editor over the title."""
        editor.setGeometry(option.rect.adjusted(_TEXT_LEFT - 8, 0, 0, 0))

    def _draw_article(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, article: ArticleRow
    ) -> None:
        direction: Qt.LayoutDirection = option.direction
        dot = QRect(rect.left() + _DOT_CENTRE - 5, rect.center().y() - 4, 10, 10)
        dot = QStyle.visualRect(direction, rect, dot)
        draw.status_dot(painter, QPointF(dot.center()), article.status, self.theme)

        base: QFont = option.font
        count = str(article.passages) if article.passages else ""
        painter.setFont(draw.tabular(base))
        count_width = painter.fontMetrics().horizontalAdvance(count)
        painter.setPen(QColor(self.theme.muted))
        inner = rect.adjusted(_TEXT_LEFT, 0, -10, 0)
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            QStyle.visualRect(direction, rect, inner), QStyle.visualAlignment(direction, end), count
        )
        inner.adjust(0, 0, -count_width - 8 if count else 0, 0)
        self._draw_title(painter, QStyle.visualRect(direction, rect, inner), base, article)

    def _draw_title(self, painter: QPainter, rect: QRect, base: QFont, article: ArticleRow) -> None:
        font = QFont(base)
        font.setWeight(QFont.Weight.DemiBold if article.status == "unread" else base.weight())
        painter.setFont(font)
        painter.setPen(QColor(self.theme.muted if article.status == "done" else self.theme.text))
        title = painter.fontMetrics().elidedText(
            make_visible(article.title), Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, title)


def status_word(status: Status) -> str:
    """Return the word on the screen for a status."""
    words = {
        "unread": QCoreApplication.translate("ArticleRows", "unread"),
        "reading": QCoreApplication.translate("ArticleRows", "reading"),
        "done": QCoreApplication.translate("ArticleRows", "done"),
    }
    return words[status]


def _holds(article: ArticleRow, words: tuple[str, ...]) -> bool:
    text = f"{article.title}\n{article.author}\n{article.published}\n{article.source}".casefold()
    return all(word in text for word in words)


def _details(article: ArticleRow) -> str:
    parts = (article.author, article.published, article.source)
    about = " · ".join(make_visible(part) for part in parts if part)
    return "\n".join(part for part in (make_visible(article.title), about) if part)


def _spoken(article: ArticleRow) -> str:
    """Say what the row shows to those who hear it."""
    count = QCoreApplication.translate("ArticleRows", "passages: {count}")
    parts = [make_visible(article.title), status_word(article.status)]
    if article.passages:
        parts.append(count.format(count=article.passages))
    return ", ".join(parts)
