"""What reading leaves on the desk: where it stopped in each article, and when that was read."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from desk.core.errors import UserError
from desk.core.types import ArticleId
from desk.ui.article.view import ArticleView
from desk.ui.session import Session

DELAY = 1500  # milliseconds of rest before a place is worth a write


class ReadingTrace(QObject):
    """Follows the view; a desk that takes no writes is no fault here, it just forgets."""

    def __init__(self, session: Session, view: ArticleView, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._article_id: ArticleId | None = None
        self._position: int | None = None
        self._is_noted = False
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._note_reading)
        view.reading_position_changed.connect(self._moved)

    def begin(self, article_id: ArticleId) -> None:
        """Follow how this article is read."""
        self._article_id = article_id
        self._is_noted = False
        self._timer.start()

    def keep(self) -> None:
        """Remember where reading stopped."""
        self._timer.stop()
        if self._article_id is None or self._position is None:
            return
        position, self._position = self._position, None
        with suppress(UserError):
            self._session.desk.bookmarks.set_position(self._article_id, position)

    def end(self) -> None:
        """Remember where reading stopped, and follow it no more."""
        self.keep()
        self._article_id = None

    def forget(self) -> None:
        """Remember nothing: the article is gone."""
        self._timer.stop()
        self._article_id = self._position = None

    def stop(self) -> None:
        """Remember for the last time: the desk is about to be closed."""
        self.end()
        self._view.reading_position_changed.disconnect(self._moved)

    def _moved(self, position: int) -> None:
        self._position = position
        self._timer.start()

    def _note_reading(self) -> None:
        """Remember that the article was read, now that it was looked at for a while."""
        self.keep()
        if self._article_id is not None and not self._is_noted:
            self._is_noted = True
            with suppress(UserError):
                self._session.desk.bookmarks.note_reading(self._article_id)
