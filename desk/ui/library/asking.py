"""What is asked about articles: what is known about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desk.core.article_filter import Facet
from desk.core.types import ArticleId
from desk.store.desk import Desk
from desk.ui.library.shelf import Shelf
from desk.ui.widgets.boxes import open_over

if TYPE_CHECKING:
    from desk.ui.library.article_details import Details

_PROPOSED: tuple[Facet, ...] = ("author", "source")


class ArticleAsking(QObject):
    """Opens the dialog about articles, and has the shelf do what it was answered."""

    def __init__(self, desk: Desk, shelf: Shelf, window: QWidget) -> None:
        super().__init__(window)
        self._listing = desk.listing
        self._shelf = shelf
        self._window = window
        shelf.details_wanted.connect(self.edit_details)

    def edit_details(self, ids: list[ArticleId]) -> None:
        """Open what is known about articles."""
        from desk.ui.library.article_details import ArticleDetails  # late: see `equipment`

        rows = self._listing.rows_of(ids)
        known = {
            str(name): [value.words for value in self._listing.facets(name)] for name in _PROPOSED
        }
        if rows:
            dialog = ArticleDetails(rows, known, self._window)
            dialog.submitted.connect(self._keep_details)
            open_over(self._window, dialog)

    def _keep_details(self, details: Details) -> None:
        self._shelf.edit(details.ids, **details.fields)
