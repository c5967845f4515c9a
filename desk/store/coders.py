"""Coders: who marked a passage or wrote a note."""

from desk.store.nouns import Noun, new_guid


class Coders(Noun):
    """The coders of a desk."""

    table = "coders"

    def at_work(self) -> int:
        """Return the row of the one who is at work, added when it is first needed."""
        return self.ensure(self._desk.coder)

    def ensure(self, name: str) -> int:
        """Return the row of a coder, added when it is first needed."""
        found = self._value("SELECT id FROM coders WHERE name = ?", (name,))
        if found is not None:
            return int(found)
        sql = "INSERT INTO coders (guid, name) VALUES (?, ?)"
        return self._query(sql, (new_guid(), name)).lastrowid or 0
