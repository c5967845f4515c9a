"""Which tags a few typed letters mean."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from desk.core.tag_names import split_path
from desk.core.types import Tag, TagId

_FUZZY = 70  # of 100: a name below it has nothing to do with what was typed
_FUZZY_LETTERS = 3  # fewer letters resemble everything
_ENOUGH = 100  # tags that begin so: who means one that merely resembles types on
_NEAR_LETTERS = 4  # a shorter name is never a misspelling
_LONG_LETTERS = 9  # a longer one may hold two slips
_DIGITS = re.compile(r"\d+")

Habit = tuple[int, int, str]


class TagFinder:
    """Tags that a box searches at each key, made ready once.

    `recent` are the tags that were put last, the newest first.
    """

    def __init__(self, tags: Sequence[Tag], recent: Sequence[TagId] = ()) -> None:
        # In the order of habit from here on: what is found in order needs no sorting.
        self._tags = sorted(tags, key=_habit(recent))
        self._recent = recent
        self._names = [_folded(tag.name) for tag in self._tags]
        self._begun: dict[str, list[int]] = {}
        self._branches: dict[str, TagFinder] = {}

    def rank(self, typed: str) -> list[Tag]:
        """Return the tags that typed letters may mean, the likeliest first.

        First the tag of that very name, then those in which each typed word begins a word, then
        those that resemble it. Within each of these the recent tags come first, in their order,
        then the most used. Case and accents do not count. Nothing typed means all tags; "par/ki"
        means "ki" among those under a tag that "par" begins. Where 100 begin so, none that merely
        resemble are looked for.
        """
        *branch, last = split_path(typed)
        finder = self._under(_folded(" ".join(branch))) if branch else self
        return finder._ranked(_folded(last))

    def near_duplicate(self, name: str) -> Tag | None:
        """Return the tag that a new name or path is perhaps a misspelling of, or None.

        Names that differ in case, accents or white space alone are near; so are those that differ
        in a slip of the hand (two in long names), but not in a number: "week 1" and "week 2" are
        two tags.
        """
        new_path = split_path(name)
        goal = _folded(" ".join(new_path))
        names = self._names if len(new_path) == 1 else self._paths
        if goal in names:
            return self._tags[names.index(goal)]
        if len(goal) < _NEAR_LETTERS:
            return None
        numbers = _DIGITS.findall(goal)
        alike = _misspellings(goal, names, slips=1 if len(goal) < _LONG_LETTERS else 2)
        return next((self._tags[i] for i in alike if _DIGITS.findall(names[i]) == numbers), None)

    @cached_property
    def _paths(self) -> list[str]:
        return [_folded(tag.path.replace("/", " ")) for tag in self._tags]

    def _under(self, branch: str) -> "TagFinder":
        """Return a finder of the tags under parents in which a branch begins."""
        if branch not in self._branches:
            begins = _word_prefix(branch)
            nested = [tag for tag in self._tags if tag.parent_id is not None]
            under = [t for t in nested if begins(_folded(" ".join(split_path(t.path)[:-1])))]
            self._branches[branch] = TagFinder(under, self._recent)
        return self._branches[branch]

    def _ranked(self, goal: str) -> list[Tag]:
        if not goal:
            return self._tags
        begun = self._beginning(goal)
        found = sorted(begun, key=lambda i: self._names[i] != goal)
        if len(found) < _ENOUGH:
            found += self._resembling(goal, begun)
        return [self._tags[i] for i in found]

    def _beginning(self, goal: str) -> list[int]:
        """Return the names that begin so, looked for among those that began with fewer letters."""
        if goal not in self._begun:
            shorter = (goal[:end] for end in range(len(goal) - 1, 0, -1))
            known = next((start for start in shorter if start in self._begun), None)
            among = range(len(self._names)) if known is None else self._begun[known]
            begins = _word_prefix(goal)
            self._begun[goal] = [i for i in among if begins(self._names[i])]
        return self._begun[goal]

    def _resembling(self, goal: str, begun: Sequence[int]) -> list[int]:
        """Return the names that resemble what was typed; a few points of likeness weigh as none."""
        if len(goal) < _FUZZY_LETTERS:
            return []
        # Imported when letters are typed: it takes longer than the window has to start.
        from rapidfuzz import fuzz, process

        alike = process.extract(
            goal, self._names, scorer=fuzz.WRatio, score_cutoff=_FUZZY, limit=None
        )
        known = set(begun)
        scored = [(-round(score / 10), i) for _, score, i in alike if i not in known]
        return [i for _, i in sorted(scored)]


def _misspellings(goal: str, names: list[str], slips: int) -> list[int]:
    """Return the numbers of the names at most so many slips away, the nearest first.

    A slip is a letter too many, too few, or wrong, or two letters swapped.
    """
    # Imported when a tag is named: see above.
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    near = process.extract(goal, names, scorer=OSA.distance, score_cutoff=slips, limit=None)
    return [i for _, _, i in near]


def _habit(recent: Sequence[TagId]) -> Callable[[Tag], Habit]:
    """Return a key that sorts tags by how likely a reader takes them, whatever was typed."""
    places = {tag_id: place for place, tag_id in enumerate(recent)}
    last = len(recent)
    return lambda tag: (places.get(tag.id, last), -tag.passages, tag.path)


def _word_prefix(goal: str) -> Callable[[str], object]:
    """Return a test whether each word typed begins a word of a name."""
    words = [rf"(?<!\w){re.escape(word)}" for word in goal.split(" ")]
    if len(words) == 1:
        return re.compile(words[0]).search
    return re.compile("".join(f"(?=.*{word})" for word in words), re.DOTALL).match


@lru_cache(maxsize=10_000)  # each opening of a box folds the names of all tags
def _folded(words: str) -> str:
    """Return words without case, accents and doubled white space."""
    if not words.isascii():
        parts = unicodedata.normalize("NFKD", words)
        words = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return " ".join(words.casefold().split())
