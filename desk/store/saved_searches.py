"""Searches that are kept on the desk under a name; to keep, rename and remove one can be undone."""

import json
from typing import NamedTuple

from desk.core.errors import UserError
from desk.store.nouns import Noun
from desk.store.row_log import SAVED_SEARCHES


class SavedSearch(NamedTuple):
    """What is searched for, and what the reader calls that."""

    name: str
    words: str


class SavedSearches(Noun):
    """The saved searches of a desk, in the order of their names."""

    def all(self) -> list[SavedSearch]:
        """Return them; what is no saved search in the setting is left out."""
        try:
            kept = json.loads(self._desk.settings.get(SAVED_SEARCHES) or "{}")
        except (ValueError, RecursionError):
            return []
        pairs = kept.items() if isinstance(kept, dict) else ()
        found = [SavedSearch(name, words) for name, words in pairs if isinstance(words, str)]
        return sorted(found, key=lambda search: search.name.casefold())

    def named(self, words: str) -> str | None:
        """Return the name under which these words are saved."""
        return next((search.name for search in self.all() if search.words == words), None)

    def save(self, words: str, name: str = "") -> None:
        """Keep a search; its name is its words unless it is given. UserError if it is taken."""
        self._store([*self.all(), SavedSearch(self._free(name or words), words)])

    def rename(self, old: str, new: str) -> None:
        """Give a search another name; UserError for a blank one, or one that is taken."""
        if new.strip() != old:
            name = self._free(new)
            self._store([s._replace(name=name) if s.name == old else s for s in self.all()])

    def remove(self, name: str) -> None:
        """Keep a search no longer."""
        self._store([search for search in self.all() if search.name != name])

    def _free(self, name: str) -> str:
        name = " ".join(name.split())
        if not name:
            raise UserError("A saved search needs a name.")
        if any(search.name == name for search in self.all()):
            raise UserError("There is a saved search “{name}” already.", name=name)
        return name

    def _store(self, searches: list[SavedSearch]) -> None:
        self._desk.stamps()  # only within a step
        value = json.dumps({s.name: s.words for s in searches}, ensure_ascii=False)
        self._query(
            "INSERT INTO settings (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (SAVED_SEARCHES, value),
        )
