"""The library panel in step with the desk: adding, opening, renaming and removing articles."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal

from desk.core.errors import UserError
from desk.core.types import Article, ArticleId, Changes, Draft, Place, Status
from desk.formats import registry
from desk.tasks import importing
from desk.tasks.progress import Progress
from desk.ui.jobs import Job
from desk.ui.panels.library import LibraryPanel
from desk.ui.reading import Reading
from desk.ui.session import Session


class Shelf(QObject):
    """Brings articles in and keeps them in order.

    `told` carries a sentence; `removed` one for what an undo would bring back; `files_wanted`
    asks the window for files; `details_wanted` for what is known about an `ArticleId`.
    """

    told = Signal(str)
    removed = Signal(str)
    files_wanted = Signal()
    details_wanted = Signal(object)

    def __init__(
        self, session: Session, reading: Reading, panel: LibraryPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._desk = session.desk
        self._reading = reading
        self._panel = panel
        panel.open_requested.connect(reading.open)
        panel.remove_requested.connect(self.remove)
        panel.rename_requested.connect(self.rename)
        panel.status_requested.connect(self.set_status)
        panel.details_requested.connect(self.details_wanted)
        panel.add_requested.connect(self.files_wanted)
        reading.view.title_edited.connect(self._rename_open)
        reading.opened.connect(self._show_open)
        session.changed.connect(self._follow)

    def fill(self) -> None:
        """List all articles."""
        self._panel.set_articles(self._desk.articles.rows())

    # Bringing in

    def add_files(self, files: Iterable[Path]) -> None:
        """Read files and folders elsewhere; then add their articles in one step."""
        chosen = importing.files_in(files)
        if chosen:
            job = Job(importing.read(chosen), self)
            job.done.connect(self._store)
            job.start()

    def add_drafts(self, drafts: Sequence[Draft]) -> None:
        """Add drafts that are no files."""
        here = Progress(1, 1)
        self._store([importing.Outcome(Path(), here, tuple(drafts))])

    def _store(self, outcomes: Sequence[importing.Outcome]) -> None:
        """Add what was read in one step; open the first article, tell what was not added."""
        arrivals: list[importing.Arrival] = []
        label = importing.label(outcomes)
        self._session.do(label, lambda: arrivals.extend(importing.store(self._desk, outcomes)))
        ranked = sorted(arrivals, key=lambda arrival: arrival.state != "added")
        first = next((a.article_id for a in ranked if a.article_id is not None), None)
        if first is not None:
            self._reading.open(first)
        self._tell(arrivals)

    def _tell(self, arrivals: Sequence[importing.Arrival]) -> None:
        added = [a for a in arrivals if a.state == "added"]
        known = [a for a in arrivals if a.state == "present"]
        sentences = [a.words for a in arrivals if a.words]
        if len(known) == 1:
            words = self.tr("“{title}” is on the desk already.")
            sentences.append(words.format(title=known[0].title))
        elif known:
            words = self.tr("{count} texts are on the desk already.")
            sentences.append(words.format(count=len(known)))
        if len(added) > 1:
            words = self.tr("{count} articles added.")
            sentences.insert(0, words.format(count=len(added)))
        if sentences:
            self.told.emit(" ".join(sentences[:5]))

    def add_pasted(self, data: QMimeData) -> None:
        """Add what is on the clipboard or was dropped: files, a web page's part, or text."""
        if data.hasUrls() and any(url.isLocalFile() for url in data.urls()):
            self.add_files(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
            return
        try:
            drafts = self._read_pasted(data)
        except UserError as error:
            self._session.failed.emit(error)
            return
        self.add_drafts(drafts)

    def _read_pasted(self, data: QMimeData) -> list[Draft]:
        if data.hasHtml():
            return registry.read_text(data.html(), "html")
        if data.hasText():
            return registry.read_text(data.text(), "txt")
        raise UserError(self.tr("There is no text to paste."))

    # Keeping in order

    def rename(self, article_id: ArticleId, title: str) -> None:
        """Give an article another title; a blank one is made from its text."""
        self.edit(article_id, title=title)

    def _rename_open(self, title: str) -> None:
        if self._reading.article is not None:
            self.rename(self._reading.article.id, title)

    def edit(self, article_id: ArticleId, **fields: str) -> None:
        """Change what is known about an article."""
        self._session.do(
            self.tr("Edit article"),
            lambda: self._desk.articles.edit(article_id, **fields),
            Place(article_id, 0, 0),
        )

    def set_status(self, ids: Iterable[ArticleId], status: Status) -> None:
        """Call articles unread, being read or done."""
        chosen = list(ids)
        label = {
            "unread": self.tr("Mark as unread"),
            "reading": self.tr("Mark as reading"),
            "done": self.tr("Mark as done"),
        }[status]

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
        told = self.tr("“{title}” removed").format(title=rows[0].title)
        if len(rows) > 1:
            told = self.tr("{count} articles removed").format(count=len(rows))
        following = self._neighbour(chosen)

        def change() -> bool:
            self._desk.articles.remove(chosen)
            return True

        if self._session.do(self.tr("Remove article"), change, Place(chosen[0], 0, 0)):
            if self._reading.article is None and following is not None:
                self._reading.open(following)
            self.removed.emit(told)

    def _neighbour(self, gone: Sequence[ArticleId]) -> ArticleId | None:
        """Return the article to show when these are gone: the next one that stays."""
        ids = [row.id for row in self._desk.articles.rows()]
        last = ids.index(gone[-1])
        after = [i for i in ids[last:] + ids[:last][::-1] if i not in gone]
        return after[0] if after else None

    def finish(self) -> None:
        """Call the open article done and open the next unread one."""
        article = self._reading.article
        if article is None:
            return
        self.set_status([article.id], "done")
        rows = self._desk.articles.rows()
        here = next((n for n, row in enumerate(rows) if row.id == article.id), 0)
        unread = [row.id for row in rows[here:] + rows[:here] if row.status == "unread"]
        if unread:
            self._reading.open(unread[0])
        else:
            self.told.emit(self.tr("That was the last unread article."))

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {
            "library.add": self.files_wanted.emit,
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
        self._reading.step_article(
            lambda ids, here: here + by if 0 <= here + by < len(ids) else None
        )

    def _details(self) -> None:
        if self._reading.article is not None:
            self.details_wanted.emit(self._reading.article.id)

    def _remove_open(self) -> None:
        if self._reading.article is not None:
            self.remove([self._reading.article.id])

    # Following the desk

    def _show_open(self, article: Article | None) -> None:
        self._panel.set_current(article.id if article else None)

    def _follow(self, changes: Changes) -> None:
        if changes.everything or changes.touches("articles"):
            self._follow_articles(changes)
        elif changes.touches("passages") and self._reading.article is not None:
            self._panel.update_articles(self._desk.articles.rows_of([self._reading.article.id]))

    def _follow_articles(self, changes: Changes) -> None:
        ids = [ArticleId(i) for i in changes.ids("articles")]
        rows = self._desk.articles.rows_of(ids)
        listed = {row.id for row in self._panel.model.all_articles()}
        if not changes.everything and len(rows) == len(ids) and listed.issuperset(ids):
            self._panel.update_articles(rows)
        else:
            self.fill()
            self._show_open(self._reading.article)
