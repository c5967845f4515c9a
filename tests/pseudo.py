"""A language for tests: words 40 % longer, accented and in brackets, with their places kept.

What shows on the screen without brackets never went through translation; what is cut there would
be cut in German or Finnish.
"""

import re

from PySide6.QtCore import QObject, QTranslator

OPEN, CLOSE = "⟦", "⟧"
LONGER = 1.4

_ACCENTS = str.maketrans("aceinosuyACEINOSUY", "àçéïñöšùýÀÇÉÏÑÖŠÙÝ")
# What a program fills in or reads itself: {name}, %n and %1, &mnemonics, <b>, (*.csv), %H:%M
_KEPT = re.compile(r"\{[^}]*\}|%L?[n\d]+|&\w|<[^>]*>|\(\*[^)]*\)|&&")


def stretched(text: str) -> str:
    """Return a text of the program in the language of the tests."""
    if not text.strip():
        return text
    parts: list[str] = []
    end = 0
    for kept in _KEPT.finditer(text):
        parts += [text[end : kept.start()].translate(_ACCENTS), kept[0]]
        end = kept.end()
    parts.append(text[end:].translate(_ACCENTS))
    more = max(0, round(len(text) * (LONGER - 1)) - len(OPEN + CLOSE))
    return OPEN + "".join(parts) + "".join(" " if n % 7 == 0 else "~" for n in range(more)) + CLOSE


def bare(text: str) -> str:
    """Return what of a text on the screen is in no bracket."""
    depth = 0
    left: list[str] = []
    for letter in text:
        depth += letter == OPEN
        if not depth:
            left.append(letter)
        depth -= letter == CLOSE
    return "".join(left)


class PseudoLanguage(QTranslator):
    """Translates every text of the program, and of Qt, into the language of the tests."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Say that there is something to translate with: Qt leaves out an empty one."""
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Translate one text; what Qt looks up for itself (directions, dates) stays."""
        self.asked.add((context, text))
        if text in ("QT_LAYOUT_DIRECTION",) or context == "QShortcut":
            return None
        translated = stretched(text)
        return translated.replace("%n", str(n)) if n >= 0 else translated
