"""Title, author, date and source of an article."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.core.types import Article, ArticleId, ArticleRow
from desk.ui.dialogs.sheet import Sheet, add_field, form


@dataclass(frozen=True, slots=True)
class Details:
    """What the reader typed."""

    id: ArticleId
    title: str
    author: str
    published: str
    source: str


class ArticleDetails(Sheet):
    """The form."""

    submitted = Signal(object)
    """Details"""

    def __init__(self, article: Article | ArticleRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Details of the article"))
        self.deed.setText(self.tr("Save"))
        self._id = article.id
        self.title = QLineEdit(article.title)
        self.author = QLineEdit(article.author)
        self.published = QLineEdit(article.published)
        self.source = QLineEdit(article.source)
        self.published.setPlaceholderText(self.tr("2021-08-13, or as it is known"))
        self.source.setPlaceholderText(self.tr("an address, a newspaper, a file"))
        layout = form()
        add_field(layout, self.tr("Title"), self.title)
        add_field(layout, self.tr("Author"), self.author)
        add_field(layout, self.tr("Date"), self.published)
        add_field(layout, self.tr("Source"), self.source)
        self.body.addLayout(layout)
        self.body.addStretch(1)
        self.title.setMinimumWidth(340)
        for field in (self.title, self.author, self.published, self.source):
            field.setCursorPosition(0)
        self.title.textChanged.connect(self._check)
        self._check()

    def value(self) -> Details:
        """Return what the form has."""
        fields = (self.title, self.author, self.published, self.source)
        return Details(self._id, *(field.text().strip() for field in fields))

    def accept(self) -> None:
        """Tell the values."""
        if self.deed.isEnabled():
            self.submitted.emit(self.value())
            super().accept()

    def _check(self) -> None:
        missing = not self.title.text().strip()
        self.tell(self.tr("An article needs a title.") if missing else "")
