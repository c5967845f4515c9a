"""Search words, as people type them, turned into an expression that cannot be syntax.

herat "major cities" taliban* -kandahar tag:claim in:"Herat falls" has:note is:unread
"""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple, cast

from desk.core.errors import UserError
from desk.core.message import Message, message
from desk.core.spellings import spellings
from desk.core.types import ArticleId

FilterKey = Literal["tag", "in", "author", "source", "date", "has", "is"]

# What may follow a filter; None says anything.
FILTERS: dict[FilterKey, tuple[str, ...] | None] = {
    "tag": None,
    "in": None,
    "author": None,
    "source": None,
    "date": None,
    "has": ("note", "tag", "passage"),
    "is": ("unread", "reading", "done"),
}

_EXAMPLES = {
    "tag": "claim",
    "in": '"Herat falls"',
    "author": "doucet",
    "source": "bbc",
    "date": "2021-08",
}

_QUOTES = '"“”„'
_PIECE = re.compile(
    rf"""(?P<excluded>-)?
    (?:(?P<key>{"|".join(FILTERS)}):)?
    (?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?:[{_QUOTES}]|$)(?P<prefix>\*)?|(?P<word>\S+)|(?(key)|(?!)))""",
    re.VERBOSE | re.IGNORECASE,
)

_LIKE_A_FILTER = re.compile(r"(?<!\S)-?(?P<key>[^\W\d_]{2,}):(?!//)(?=\S)")


class Term(NamedTuple):
    """A word or phrase to find; `prefix` says that its last word may go on.

    `by_letters` says that the text is looked through for it, and no index asked.
    """

    text: str
    phrase: bool = False
    prefix: bool = False
    excluded: bool = False
    by_letters: bool = False

    @property
    def is_word(self) -> bool:
        """Whether a search can find any of it: letters, digits, symbols of private use."""
        return any(letter.isalnum() or "\ue000" <= letter <= "\uf8ff" for letter in self.text)


class Filter(NamedTuple):
    """A condition on the article or passage, such as tag:claim."""

    key: FilterKey
    value: str
    excluded: bool = False


class Query(NamedTuple):
    """What a reader looks for: all terms that are not excluded, under all filters.

    `among` are the only articles that are looked into, None for all.
    """

    terms: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    among: frozenset[ArticleId] | None = None

    @property
    def wanted(self) -> list[Term]:
        """The terms that shall be found."""
        return [term for term in self.terms if not term.excluded]

    @property
    def unwanted(self) -> list[Term]:
        """The terms that shall not be there."""
        return [term for term in self.terms if term.excluded]

    def by_letters(self) -> "Query":
        """Return the same, to be looked for letter by letter."""
        words = (term for term in self.terms if term.is_word)
        return self._replace(terms=tuple(term._replace(by_letters=True) for term in words))

    def fts(self) -> str:
        """Return an FTS5 expression in which every term is a quoted string.

        UserError where no term says what to find.
        """
        found, left_out = all_of(self.wanted), any_of(self.unwanted)
        if not found:
            raise UserError.of(self._why_nothing())
        return f"({found}) NOT ({left_out})" if left_out else found

    def _why_nothing(self) -> Message:
        if self.wanted:
            return message("There is no word to search for: type letters or digits.")
        if self.terms:
            return message("The search only excludes: add a word to look for.")
        return message("Type a word to search for.")


def parse(words: str) -> Query:
    """Return the query that a reader typed.

    Words and "phrases", each with a "-" before it to exclude it or a "*" after it to find what
    begins so, and filters. Anything else is a word; nothing is an error but a filter without a
    value, or one that does not exist, such as is:lost.
    """
    terms: list[Term] = []
    filters: list[Filter] = []
    for found in _PIECE.finditer(words):
        excluded = found["excluded"] is not None
        phrase = found["phrase"]
        text = (found["word"] or "") if phrase is None else phrase
        if found["key"]:
            filters.append(_filter(cast(FilterKey, found["key"].lower()), text, excluded))
        elif phrase is None:
            prefix = text.endswith("*")
            terms.append(Term(text.rstrip("*"), False, prefix, excluded))
        else:
            terms.append(Term(phrase, True, found["prefix"] is not None, excluded))
    return Query(tuple(terms), tuple(filters))


def parse_typed(words: str) -> Query:
    """Return the query that a reader is still typing: the last word may go on."""
    query = parse(words)
    last = query.terms[-1] if query.terms else None
    if last is None or last.phrase or last.excluded or not words.endswith(last.text):
        return query
    return query._replace(terms=(*query.terms[:-1], last._replace(prefix=len(last.text) > 1)))


def unknown_filter(words: str) -> Message | None:
    """Return what to tell who typed a filter that there is not, as in writer:doucet."""
    keys = (found["key"] for found in _LIKE_A_FILTER.finditer(words))
    unknown = next((key for key in keys if key.lower() not in FILTERS), None)
    if unknown is None:
        return None
    return message(
        "There is no filter “{key}:”, so its letters were searched for. There are {known}.",
        key=unknown,
        known=tuple(f"{key}:" for key in FILTERS),
    )


def _filter(key: FilterKey, value: str, excluded: bool) -> Filter:
    allowed = FILTERS[key]
    if not value.strip():
        example = allowed[0] if allowed else _EXAMPLES[key]
        raise UserError(
            "A word is missing after “{key}:”, as in {key}:{example}.", key=key, example=example
        )
    if allowed is None:
        return Filter(key, value, excluded)
    if value.lower() not in allowed:
        choices = tuple(f"{key}:{choice}" for choice in allowed)
        raise UserError(
            "“{key}:{value}” is not a filter: there are {choices}.",
            key=key,
            value=value,
            choices=choices,
        )
    return Filter(key, value.lower(), excluded)


def all_of(terms: Iterable[Term]) -> str:
    """Return an FTS5 expression that asks for every term that is a word; "" if none is."""
    return " AND ".join(_quoted(term) for term in terms if term.is_word)


def any_of(terms: Iterable[Term]) -> str:
    """Return an FTS5 expression that asks for any of these terms; "" if none is a word."""
    return " OR ".join(_quoted(term) for term in terms if term.is_word)


def _quoted(term: Term) -> str:
    text = term.text.replace("\x00", " ").replace('"', '""')
    ways = [f'"{way}" *' if term.prefix else f'"{way}"' for way in spellings(text)]
    return f"({' OR '.join(ways)})" if len(ways) > 1 else ways[0]
