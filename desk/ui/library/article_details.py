"""What is known about an article, or about several at once."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desk.core.message import plural
from desk.core.types import ArticleId, ArticleRow
from desk.ui.saying import said
from desk.ui.widgets.sheet import Sheet, add_field, form

_FIELDS = ("title", "author", "published", "source", "language")


class Details(NamedTuple):
    """What the reader changed: the fields to set, and of which articles."""

    ids: tuple[ArticleId, ...]
    fields: Mapping[str, str]


class ArticleDetails(Sheet):
    """The form; a field in which several articles differ says so, and is left as it is.

    `known` offers values for fields, such as the authors of the other articles.
    """

    submitted = Signal(object)
    """Details"""

    def __init__(
        self,
        articles: Sequence[ArticleRow],
        known: Mapping[str, Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._articles = tuple(articles)
        self._before = {name: self._common(name) for name in _FIELDS}
        self.fields = {name: self._field(name, known.get(name, ())) for name in _FIELDS}
        self.title = self.fields["title"]
        count = len(articles)
        words = plural(count, "Details of the article", "Details of %Ln articles")
        self.setWindowTitle(said(words))
        self.deed.setText(self.tr("Save"))
        self._lay_out()
        self.title.textChanged.connect(self._check)
        self._check()

    def _common(self, name: str) -> str | None:
        """Return what all articles have, None where they differ."""
        found = {getattr(article, name) for article in self._articles}
        return found.pop() if len(found) == 1 else None

    def _field(self, name: str, known: Sequence[str]) -> QLineEdit:
        value = self._before[name]
        field = QLineEdit(value or "")
        field.setCursorPosition(0)
        field.setPlaceholderText(self.tr("(several)") if value is None else self._example(name))
        # Emptied by hand, a field of several is to be empty in all of them.
        field.textEdited.connect(lambda: field.setPlaceholderText(self._example(name)))
        if known:
            completer = QCompleter(list(known), field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            field.setCompleter(completer)
        return field

    def _example(self, name: str) -> str:
        examples = {
            "published": self.tr("2021-08-13, or as it is known"),
            "source": self.tr("an address, a newspaper, a file"),
            "language": self.tr("its code: en, de, ar"),
        }
        return examples.get(name, "")

    def _lay_out(self) -> None:
        labels = {
            "title": self.tr("Title"),
            "author": self.tr("Author"),
            "published": self.tr("Date"),
            "source": self.tr("Source"),
            "language": self.tr("Language"),
        }
        layout = form()
        for name, words in labels.items():
            add_field(layout, words, self.fields[name])
        layout.setRowVisible(self.title, len(self._articles) == 1)
        self.body.addLayout(layout)
        self.body.addStretch(1)
        self.fields["author"].setMinimumWidth(340)

    def value(self) -> Details:
        """Return what was changed."""
        changed = {
            name: field.text().strip()
            for name, field in self.fields.items()
            if field.isModified() and field.text().strip() != self._before[name]
        }
        return Details(tuple(article.id for article in self._articles), changed)

    def accept(self) -> None:
        """Tell the values."""
        if self.deed.isEnabled():
            self.submitted.emit(self.value())
            super().accept()

    def _check(self) -> None:
        missing = len(self._articles) == 1 and not self.title.text().strip()
        self.tell(self.tr("An article needs a title.") if missing else "")
