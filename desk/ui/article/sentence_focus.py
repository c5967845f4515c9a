"""The sentence, or paragraph, that the reader's next key acts on."""

from collections.abc import Callable, Iterator
from typing import Literal

from desk.core.sentences import sentences_in
from desk.core.types import TextRange

Unit = Literal["sentence", "paragraph"]


class SentenceFocus:
    """Walks through one article by sentences or paragraphs.

    Sentences are found only in the paragraphs that it comes to.
    """

    def __init__(
        self,
        text: str,
        language: str,
        line_number: Callable[[int], int],
        line_range: Callable[[int], TextRange],
        line_count: int,
    ) -> None:
        self._text = text
        self._language = language
        self._line_number = line_number
        self._line_range = line_range
        self._line_count = line_count
        self._sentences: dict[int, list[TextRange]] = {}
        self._anchor: TextRange | None = None
        self._moving: TextRange | None = None

    @property
    def range(self) -> TextRange | None:
        """Return what has the focus: from where it was extended to where it is."""
        if self._anchor is None or self._moving is None:
            return None
        start = min(self._anchor.start, self._moving.start)
        return TextRange(start, max(self._anchor.end, self._moving.end))

    def clear(self) -> None:
        """Take the focus away."""
        self._anchor = self._moving = None

    def step(self, unit: Unit, forward: bool, extend: bool, origin: TextRange) -> TextRange | None:
        """Move on by one, from `origin` where nothing has the focus; return what has it then.

        Back by a paragraph leads from its midst to its own start first, as in editors. At the end
        of the article the focus stays.
        """
        here = self._moving or origin
        coming = self._after(unit, here.end) if forward else self._before(unit, here.start)
        found = next(coming, None)
        if found is not None:
            self._moving = found
            self._anchor = self._anchor if extend and self._anchor else found
        return self.range

    def around(self, unit: Unit, position: int) -> TextRange | None:
        """Return the sentence or paragraph that holds a position, or None between them."""
        for found in self._units(unit, self._line_number(position)):
            if found.start <= position < found.end:
                return found
        return None

    def _after(self, unit: Unit, position: int) -> Iterator[TextRange]:
        for line in range(self._line_number(position), self._line_count):
            yield from (found for found in self._units(unit, line) if found.start >= position)

    def _before(self, unit: Unit, position: int) -> Iterator[TextRange]:
        for line in range(self._line_number(position), -1, -1):
            units = reversed(self._units(unit, line))
            if unit == "paragraph":
                yield from (found for found in units if found.start < position)
            else:
                yield from (found for found in units if found.end <= position)

    def _units(self, unit: Unit, line: int) -> list[TextRange]:
        if line not in self._sentences:
            where = self._line_range(line)
            self._sentences[line] = list(sentences_in(self._text, where, self._language))
        found = self._sentences[line]
        if unit == "sentence" or not found:
            return found
        return [TextRange(found[0].start, found[-1].end)]
