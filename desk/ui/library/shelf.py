"""The library panel in step with the desk: opening, renaming, sorting and removing articles."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from desk.core.article_filter import ArticleFilter
from desk.core.message import plural
from desk.core.text import make_visible
from desk.core.types import Article, ArticleId, Changes, Place, Status
from desk.ui.library import remembered
from desk.ui.library.lines import status_deed
from desk.ui.library.panel import LibraryPanel
from desk.ui.reading.open_article import Reading
from desk.ui.saying import said
from desk.ui.session import Session

_KNOWN = 50  # articles that were open, to go back to


class Shelf(QObject):
    """Keeps articles in order.

    `told` carries a sentence; `removed` one for what an undo would bring back; `details_wanted`
    asks for what is known about list[ArticleId].
    """

    told = Signal(str)
    removed = Signal(str)
    details_wanted = Signal(list)

    def __init__(
        self, session: Session, reading: Reading, panel: LibraryPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._desk = session.desk
        self._reading = reading
        self._panel = panel
        self._opened: list[ArticleId] = []  # the newest first
        panel.open_requested.connect(reading.open)
        panel.remove_requested.connect(self.remove)
        panel.rename_requested.connect(self.rename)
        panel.status_requested.connect(self.set_status)
        panel.details_requested.connect(self.details_wanted)
        panel.layout_changed.connect(self._keep_layout)
        reading.view.title_edited.connect(self._rename_open)
        reading.opened.connect(self._show_open)
        session.changed.connect(self._follow)

    # Keeping in order

    def rename(self, article_id: ArticleId, title: str) -> None:
        """Give an article another title; a blank one is made from its text."""
        self.edit([article_id], title=title)

    def _rename_open(self, title: str) -> None:
        if self._reading.article is not None:
            self.rename(self._reading.article.id, title)

    def edit(self, ids: Sequence[ArticleId], **fields: str) -> None:
        """Change what is known about articles."""
        label = said(plural(len(ids), "Edit article", "Edit %Ln articles"))

        def change() -> None:
            for article_id in ids:
                self._desk.articles.edit(article_id, **fields)

        if fields:
            self._session.do(label, change, Place(ids[0], 0, 0) if len(ids) == 1 else None)

    def set_status(self, ids: Iterable[ArticleId], status: Status) -> None:
        """Call articles unread, being read or done."""
        chosen = list(ids)
        label = status_deed(status)

        def change() -> None:
            for article_id in chosen:
                self._desk.articles.edit(article_id, status=status)

        self._session.do(label, change, Place(chosen[0], 0, 0) if chosen else None)

    def remove(self, ids: Iterable[ArticleId]) -> None:
        """Take articles off the desk, with what was marked in them."""
        rows = self._desk.articles.rows_of(ids)
        if not rows:
            return
        chosen = [row.id for row in rows]
        title = make_visible(rows[0].title)
        told = plural(len(rows), "“{title}” removed", "%Ln articles removed", title=title)

        def change() -> bool:
            self._desk.articles.remove(chosen)
            return True

        if self._session.do(self.tr("Remove article"), change, Place(chosen[0], 0, 0)):
            self.removed.emit(said(told))

    def finish(self) -> None:
        """Call the open article done and open the next unread one."""
        article = self._reading.article
        if article is None:
            return
        before = list(self._panel.model.article_ids())
        self.set_status([article.id], "done")
        unread = self._desk.listing.with_status("unread")
        ids = before  # the order may go by status
        here = ids.index(article.id) if article.id in ids else 0
        following = next((i for i in ids[here:] + ids[:here] if i in unread), None)
        if following is not None:
            self._reading.open(following)
        elif unread:
            self.told.emit(self.tr("There is no unread article left among those that are shown."))
        else:
            self.told.emit(self.tr("That was the last unread article."))

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {
            "article.done": self.finish,
            "article.unread": self._unread,
            "article.next": lambda: self._step(1),
            "article.previous": lambda: self._step(-1),
            "article.rename": self._reading.view.header.edit_title,
            "article.details": self._details,
            "article.remove": self._remove_open,
        }

    def _unread(self) -> None:
        if self._reading.article is not None:
            self.set_status([self._reading.article.id], "unread")

    def _step(self, by: int) -> None:
        """Open the next or previous article in the order of the library."""
        ids = self._panel.model.article_ids()
        article = self._reading.article
        here = ids.index(article.id) if article and article.id in ids else -1
        if 0 <= here + by < len(ids):
            self._reading.open(ids[here + by])

    def _details(self) -> None:
        """Ask about what is selected in the list that has the keyboard, or the open article."""
        chosen = self._panel.list.selected_ids() if self._panel.list.hasFocus() else []
        if not chosen and self._reading.article is not None:
            chosen = [self._reading.article.id]
        if chosen:
            self.details_wanted.emit(chosen)

    def _remove_open(self) -> None:
        if self._reading.article is not None:
            self.remove([self._reading.article.id])

    # Following the desk

    def _show_open(self, article: Article | None) -> None:
        self._panel.set_current(article.id if article else None)
        if article is not None:
            self._opened = [article.id, *(i for i in self._opened if i != article.id)][:_KNOWN]

    def _open_another(self, ids: Sequence[ArticleId]) -> None:
        """Open what takes the place of the article that went; `ids` were listed before.

        It is the next one that stays; after an undo or redo, the one that was open before.
        """
        gone = self._opened[0]
        here = ids.index(gone) if gone in ids else 0
        near = [*ids[here:], *ids[:here][::-1]]
        ranked = self._opened + near if self._session.turning else near + self._opened
        staying = (article_id for article_id in ranked if self._desk.articles.has(article_id))
        following = next(staying, None)
        if following is None:
            every = self._desk.listing.ids(self._panel.model.order, ArticleFilter())
            following = every[0][0] if every else None
        if following is not None:
            self._reading.open(following)

    def _follow(self, changes: Changes) -> None:
        is_lost = self._reading.article is None and bool(self._opened)
        before = list(self._panel.model.article_ids()) if is_lost else []
        counted = changes.touches("passages") and self._panel.model.order == "passages"
        if counted or changes.touches("articles", "folders"):
            self._panel.refresh()
        elif changes.touches("passages"):
            self._panel.model.redraw()
        if is_lost:
            self._open_another(before)

    def _keep_layout(self) -> None:
        remembered.keep(self._panel, self._desk)
