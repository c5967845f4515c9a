"""Every action in a few letters."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from desk.ui.keys.key_rows import KeyRow
from desk.ui.looks.theme import Theme
from desk.ui.widgets.choices import Choice
from desk.ui.widgets.chooser import Chooser

WIDTH = 480

_ALIKE = 70  # of 100: less has nothing to do with what was typed


class Palette(Chooser):
    """Finds an action by words of its name or menu, and runs it."""

    chosen = Signal(str)
    """The name of the action"""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme, self._choices)
        self._rows: Sequence[KeyRow] = ()
        self.wanted_width = WIDTH
        words = self.tr("What do you want to do?")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)

    def open_with(self, rows: Iterable[tuple[str, str, str, str]]) -> None:
        """Come up in the upper middle of the window, with these actions."""
        self._rows = [KeyRow(*row) for row in rows]
        window = self._home
        left = max(0, (window.width() - WIDTH) // 2)
        self.popup_at(window.mapToGlobal(QPoint(left, min(72, window.height() // 10))))

    def take(self, choice: Choice, stay: bool) -> None:
        """Tell the chosen action."""
        self.chosen.emit(str(choice.value))

    def _choices(self, typed: str) -> Sequence[Choice]:
        found = _rank(self._rows, typed)
        if not found:
            return [Choice(self.tr("No action has this name."), None)]
        return [Choice(row.text, row.name, detail=row.menu, keys=row.keys) for row in found]


def _rank(rows: Sequence[KeyRow], typed: str) -> list[KeyRow]:
    """Return what begins with the words, then what holds them, then what resembles them."""
    words = typed.casefold().split()
    if not words:
        return list(rows)
    begins = [row for row in rows if row.text.casefold().startswith(" ".join(words))]
    holds = [
        row
        for row in rows
        if row not in begins and all(word in f"{row.text} {row.menu}".casefold() for word in words)
    ]
    return [*begins, *holds] or _alike(rows, typed)


def _alike(rows: Sequence[KeyRow], typed: str) -> list[KeyRow]:
    from rapidfuzz import fuzz, process  # late: the first frame can do without

    texts = [row.text.casefold() for row in rows]
    found = process.extract(typed.casefold(), texts, scorer=fuzz.WRatio, score_cutoff=_ALIKE)
    return [rows[place] for _, _, place in found]
