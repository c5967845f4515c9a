"""The numbers of list items, as authors have them written: 3, c, C, iii, III."""

from typing import NamedTuple

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = {"a": 26**3, "i": 3999}  # what is written in figures from there on
_LONGEST = 40  # code points of a marker; it stands in the margin


class Numeral(NamedTuple):
    """How a number is written: `form` is "1", "a", "A", "i" or "I", as in HTML and OpenDocument.

    After z come aa and ab, or where letters are `doubled` aa and bb, as in Word.
    """

    form: str = "1"
    doubled: bool = False

    def write(self, number: int) -> str:
        """Return a number; in figures where its form has no sign for it, as for 0."""
        kind = self.form.lower()
        if not 0 < number <= _MOST.get(kind, 0):
            return str(number)
        written = _roman(number) if kind == "i" else self._letters(number)
        return written if self.form == kind else written.upper()

    def _letters(self, number: int) -> str:
        if self.doubled:
            times, letter = divmod(number - 1, 26)
            return chr(ord("a") + letter) * min(times + 1, _LONGEST)
        written = ""
        while number:
            number, letter = divmod(number - 1, 26)
            written = chr(ord("a") + letter) + written
        return written


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def as_marker(written: str) -> str:
    """Return what stands before an item in one line, cut where it is no mere number."""
    return " ".join(written.split())[:_LONGEST]
