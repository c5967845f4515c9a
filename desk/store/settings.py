"""What a desk remembers beside its nouns: no steps, and not undoable."""

from desk.core.types import ArticleId
from desk.store.faults import told
from desk.store.nouns import Noun, now


class DeskSettings(Noun):
    """Words by a key, such as where reading stopped in an article."""

    table = "settings"

    def get(self, key: str) -> str:
        """Return a setting, empty if it was never set."""
        return self._value("SELECT value FROM settings WHERE key = ?", (key,)) or ""

    def set(self, key: str, value: str) -> None:
        """Keep a setting. A desk that is open to read keeps none."""
        if self._desk.read_only or self.get(key) == value:
            return
        with told(self._desk.path):
            row = {"key": key, "value": value}
            self._desk.db.table(self.table).upsert(row, pk="key")

    def forget(self, *keys: str) -> None:
        """Drop settings, in the transaction of the step that runs."""
        self._query(f"DELETE FROM settings WHERE key IN ({', '.join('?' * len(keys))})", keys)


class Bookmarks:
    """Where reading stopped in each article, and when it was read last."""

    def __init__(self, settings: DeskSettings) -> None:
        self._settings = settings

    def position(self, article_id: ArticleId) -> int:
        """Return where reading stopped, in code points."""
        value = self._settings.get(f"position/{article_id}")
        return int(value) if value.isascii() and value.isdigit() else 0

    def set_position(self, article_id: ArticleId, position: int) -> None:
        """Remember where reading stopped."""
        self._settings.set(f"position/{article_id}", str(position))

    def note_reading(self, article_id: ArticleId) -> None:
        """Remember that an article is read now."""
        self._settings.set(f"read/{article_id}", now())

    def forget(self, article_id: ArticleId) -> None:
        """Drop what is known of an article, in the transaction of the step that runs."""
        self._settings.forget(f"position/{article_id}", f"read/{article_id}")
