"""What a desk remembers beside its nouns: no steps, and not undoable."""

from desk.store.faults import told
from desk.store.nouns import Noun


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
