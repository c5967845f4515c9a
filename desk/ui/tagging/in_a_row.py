"""Tells what is done in a row, and so is one step to undo, from what is done anew."""

from PySide6.QtCore import QElapsedTimer, QUuid

PAUSE = 1500
"""Milliseconds of rest after which the same deed is a new one"""


class InARow:
    """Gives what is done to one thing, without a pause between, the same key for the journal."""

    def __init__(self, pause: int | None = None) -> None:
        """Begin; a rest of `pause` milliseconds, `PAUSE` where none is given, parts two rows."""
        self.pause = PAUSE if pause is None else pause
        self._what = ""
        self._row = ""  # the journal outlives the program: a number would come again
        self._since = QElapsedTimer()

    def key(self, what: str) -> str:
        """Return the key of a deed; `what` names the deed and the thing it is done to."""
        quick = self._since.isValid() and self._since.elapsed() <= self.pause
        if what != self._what or not quick:
            self._row = QUuid.createUuid().toString(QUuid.StringFormat.WithoutBraces)
        self._what = what
        self._since.start()
        return f"{what}/{self._row}"

    def end(self) -> None:
        """Let the next deed be a new one, whatever it is."""
        self._what = ""
