"""What could not be saved is tried again, until it is saved or replaced by something newer."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE = 3000  # milliseconds between two tries


class Retry(QObject):
    """Holds what is not saved yet, by a key that says what it is."""

    tried = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[str, tuple[Callable[[], object], str]] = {}
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.now)

    @property
    def words(self) -> list[str]:
        """What the reader wrote and is not saved yet."""
        return [words for _, words in self._waiting.values()]

    def words_of(self, key: str) -> str | None:
        """Return what waits under a key."""
        return self._waiting[key][1] if key in self._waiting else None

    def later(self, key: str, act: Callable[[], object], words: str) -> None:
        """Try to save words again in a while, in place of what waits under the same key."""
        self._waiting[key] = act, words
        self._timer.start()

    def done(self, key: str) -> None:
        """Forget what waits under a key: it is saved."""
        self._waiting.pop(key, None)

    def now(self) -> bool:
        """Try everything at once; say whether all of it is saved."""
        for key, (act, _) in list(self._waiting.items()):
            self.done(key)
            act()
        self.tried.emit()
        return not self._waiting
