"""Sentences and paragraphs, as places for the reader's next step."""

import re
from collections.abc import Iterator

from desk.core.anchor import trim
from desk.core.types import TextRange

_LINE = re.compile("[^\n]+")


def paragraphs(text: str) -> list[TextRange]:
    """Return the lines that are not blank, without the white space at their ends."""
    lines = (trim(text, TextRange(*found.span())) for found in _LINE.finditer(text))
    return [line for line in lines if line.start < line.end]


def sentences(text: str, language: str = "en") -> list[TextRange]:
    """Return the sentences of a text, trimmed, in order; none is empty or crosses a line end."""
    return [
        sentence
        for paragraph in paragraphs(text)
        for sentence in sentences_in(text, paragraph, language)
    ]


def sentences_in(text: str, where: TextRange, language: str = "en") -> Iterator[TextRange]:
    """Yield the sentences of one line or paragraph of a text, trimmed, none empty.

    `language` is a code such as "en"; a region as in "en-GB" changes nothing, and for an
    unknown one sentencex falls back to the rules of English.
    """
    from desk.core.sentence_ends import mended  # late as sentencex, with its many patterns

    found = (
        TextRange(where.start + first, where.start + last)
        for first, last in boundaries(text[where.start : where.end], language)
    )
    yield from mended(text, found, language_code(language))


def boundaries(line: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the sentences of a line, which leave nothing of it out.

    They are those of sentencex, not mended: good enough to look for words in.
    """
    import sentencex  # late: it takes 1 ms, and reading does without until the first step

    for found in sentencex.get_sentence_boundaries(language_code(language), line):
        yield found["start_index"], found["end_index"]


def language_code(language: str) -> str:
    """Return "en" for "en-GB", and where no language is known."""
    return re.split("[-_]", language, maxsplit=1)[0].lower() or "en"
