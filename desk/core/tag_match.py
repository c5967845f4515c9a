"""Which tags a few typed letters mean."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

from desk.core.tag_names import split_path
from desk.core.types import Tag, TagId

_FUZZY = 70  # of 100: a name below it has nothing to do with what was typed
_FUZZY_LETTERS = 3  # fewer letters resemble everything
_ENOUGH = 100  # tags that begin so: who means one that merely resembles types on
_NEAR_LETTERS = 4  # a shorter name is never a misspelling
_LONG_LETTERS = 9  # a longer one may hold two slips
_DIGITS = re.compile(r"\d+")

Habit = tuple[int, int, str]


def rank(tags: Sequence[Tag], typed: str, recent: Sequence[TagId] = ()) -> list[Tag]:
    """Return the tags that typed letters may mean, the likeliest first.

    First the tag of that very name, then those in which each typed word begins a word, then
    those that resemble it. Within each of these the recent tags come first, in their order, then
    the most used. Case and accents do not count. Nothing typed means all tags; "par/ki" means
    "ki" among those under a tag that "par" begins. Where 100 begin so, none that merely resemble
    are looked for.
    """
    *branch, last = split_path(typed)
    if branch:
        tags = _under(tags, _folded(" ".join(branch)))
    habit = _habit(recent)
    goal = _folded(last)
    if not goal:
        return sorted(tags, key=habit)
    begins = _word_prefix(goal)
    exact: list[Tag] = []
    begun: list[Tag] = []
    others: list[tuple[Tag, str]] = []
    for tag in tags:
        name = _folded(tag.name)
        if name == goal:
            exact.append(tag)
        elif begins(name):
            begun.append(tag)
        else:
            others.append((tag, name))
    found = sorted(exact, key=habit) + sorted(begun, key=habit)
    return found if len(found) >= _ENOUGH else found + _resembling(others, goal, habit)


def near_duplicate(tags: Sequence[Tag], name: str) -> Tag | None:
    """Return the tag that a new name or path is perhaps a misspelling of, or None.

    Names that differ in case, accents or white space alone are near; so are those that differ
    in a slip of the hand (two in long names), but not in a number: "week 1" and "week 2" are two
    tags.
    """
    new_path = split_path(name)
    goal = _folded(" ".join(new_path))
    names = [
        _folded(tag.name if len(new_path) == 1 else tag.path.replace("/", " ")) for tag in tags
    ]
    if goal in names:
        return tags[names.index(goal)]
    if len(goal) < _NEAR_LETTERS:
        return None
    numbers = _DIGITS.findall(goal)
    alike = _misspellings(goal, names, slips=1 if len(goal) < _LONG_LETTERS else 2)
    return next((tags[i] for i in alike if _DIGITS.findall(names[i]) == numbers), None)


def _under(tags: Sequence[Tag], branch: str) -> list[Tag]:
    """Return the tags that have a parent, and parents in which a branch begins."""
    begins = _word_prefix(branch)
    nested = [tag for tag in tags if tag.parent_id is not None]
    return [tag for tag in nested if begins(_folded(" ".join(split_path(tag.path)[:-1])))]


def _resembling(
    named: list[tuple[Tag, str]], goal: str, habit: Callable[[Tag], Habit]
) -> list[Tag]:
    """Return the tags that resemble what was typed; a few points of likeness weigh as none."""
    if len(goal) < _FUZZY_LETTERS:
        return []
    # Imported when letters are typed: it takes longer than the window has to start.
    from rapidfuzz import fuzz, process

    names = [name for _, name in named]
    alike = process.extract(goal, names, scorer=fuzz.WRatio, score_cutoff=_FUZZY, limit=None)
    scored = [(-round(score / 10), named[i][0]) for _, score, i in alike]
    return [tag for _, tag in sorted(scored, key=lambda found: (found[0], habit(found[1])))]


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


def _word_prefix(goal: str) -> Callable[[str], bool]:
    """Return a test whether each word typed begins a word of a name."""
    ahead = (rf"(?=.*(?<!\w){re.escape(word)})" for word in goal.split(" "))
    begins = re.compile("".join(ahead), re.DOTALL).match
    return lambda name: begins(name) is not None


@lru_cache(maxsize=10_000)  # each key folds the names of all tags anew: half of its time
def _folded(words: str) -> str:
    """Return words without case, accents and doubled white space."""
    if not words.isascii():
        parts = unicodedata.normalize("NFKD", words)
        words = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return " ".join(words.casefold().split())
