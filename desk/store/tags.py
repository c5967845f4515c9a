"""Tags: names with a colour, nested, with number keys."""

from typing import Any

from desk.core.colours import next_colour
from desk.core.errors import UserError
from desk.core.tag_names import check_name, join_path, split_path
from desk.core.types import Tag, TagId
from desk.store.nouns import Noun, new_guid

EDITABLE = ("name", "colour", "pattern", "description")

_COLUMNS = """SELECT id, guid, name, parent_id, colour, pattern, description, number_key,
  (SELECT count(*) FROM passage_tags WHERE tag_id = tags.id) FROM tags"""


class Tags(Noun):
    """The tags of a desk; which passages carry them, `Taggings` knows."""

    table = "tags"

    def all(self) -> list[Tag]:
        """Return every tag, parents before their children.

        Within a parent those with a number key come first, 1 to 9 and 0, the others by name.
        """
        order = "number_key IS NULL, (number_key + 9) % 10, name COLLATE NOCASE, name"
        rows = self._query(f"{_COLUMNS} ORDER BY {order}").fetchall()
        children: dict[int | None, list[tuple[Any, ...]]] = {}
        for row in rows:
            children.setdefault(row[3], []).append(row)
        found: list[Tag] = []
        pending: list[tuple[tuple[Any, ...], tuple[str, ...]]]
        pending = [(row, ()) for row in reversed(children.get(None, []))]
        while pending:
            row, above = pending.pop()
            names = (*above, row[2])
            found.append(_tag(row, join_path(names)))
            pending += [(child, names) for child in reversed(children.get(row[0], []))]
        return found

    def get(self, tag_id: TagId) -> Tag:
        """Return a tag; UserError if it is gone."""
        row = self._query(f"{_COLUMNS} WHERE id = ?", (tag_id,)).fetchone()
        if row is None:
            raise UserError("That tag is no longer on the desk.")
        return _tag(row, self.path(tag_id))

    def path(self, tag_id: TagId) -> str:
        """Return "parent/child", with "/" inside a name written as a backslash and "/"."""
        return join_path([name for _, name in reversed(self._line(tag_id))])

    def _line(self, tag_id: TagId | None) -> list[tuple[TagId, str]]:
        """Return (id, name) of a tag and of what it lies under, from the inside out."""
        line: list[tuple[TagId, str]] = []
        while tag_id is not None:
            row = self._query("SELECT name, parent_id FROM tags WHERE id = ?", (tag_id,)).fetchone()
            if row is None or any(tag_id == known for known, _ in line):
                break
            line.append((tag_id, row[0]))
            tag_id = row[1]
        return line

    def find(self, path: str) -> TagId | None:
        """Return the tag with exactly this path."""
        parent: TagId | None = None
        for name in split_path(path):
            parent = self._child(parent, name)
            if parent is None:
                return None
        return parent

    def _child(self, parent: TagId | None, name: str) -> TagId | None:
        found = self._value(
            "SELECT id FROM tags WHERE ifnull(parent_id, 0) = ? AND name = ?", (parent or 0, name)
        )
        return None if found is None else TagId(found)

    def add(self, name: str, parent: TagId | None = None, colour: str | None = None) -> TagId:
        """Create one tag; UserError if the name cannot be one or is taken in its place."""
        name = self._free_name(name, parent)
        colour = colour or next_colour([row[0] for row in self._query("SELECT colour FROM tags")])
        row = {"name": name, "parent_id": parent, "colour": colour.upper()}
        return TagId(self._insert(row))

    def _free_name(self, name: str, parent: TagId | None, but: TagId | None = None) -> str:
        name = check_name(name)
        if self._child(parent, name) not in (None, but):
            raise UserError("There is a tag “{name}” in this place already.", name=name)
        return name

    def ensure(self, path: str) -> TagId:
        """Return the tag with this path, creating what is missing of it."""
        parent: TagId | None = None
        for name in map(check_name, split_path(path)):
            parent = self._child(parent, name) or self.add(name, parent)
        if parent is None:
            raise UserError("A tag needs a name.")
        return parent

    def edit(self, tag_id: TagId, **fields: Any) -> None:  # noqa: ANN401
        """Change columns of `EDITABLE`; UserError if the new name is taken in its place."""
        unknown = set(fields) - set(EDITABLE)
        if unknown:
            raise TypeError(f"not editable: {', '.join(sorted(unknown))}")
        if "name" in fields:
            parent = self.get(tag_id).parent_id
            fields["name"] = self._free_name(fields["name"], parent, but=tag_id)
        if "colour" in fields:
            fields["colour"] = fields["colour"].upper()
        self._update(tag_id, fields)

    def move(self, tag_id: TagId, parent: TagId | None) -> None:
        """Put a tag under another, or at the top; UserError if that would be a circle."""
        if any(tag_id == above for above, _ in self._line(parent)):
            raise UserError("A tag cannot lie under itself.")
        self._free_name(self.get(tag_id).name, parent, but=tag_id)
        self._update(tag_id, {"parent_id": parent})

    def pin(self, tag_id: TagId, number_key: int | None) -> None:
        """Give a tag the number key 0 to 9, taking it from its owner; None frees it."""
        owner = self._value("SELECT id FROM tags WHERE number_key = ?", (number_key,))
        if owner is not None and owner != tag_id:
            self._update(owner, {"number_key": None})
        self._update(tag_id, {"number_key": number_key})

    def on_key(self, number_key: int) -> TagId | None:
        """Return the tag on a number key."""
        found = self._value("SELECT id FROM tags WHERE number_key = ?", (number_key,))
        return None if found is None else TagId(found)

    def free_key(self) -> int | None:
        """Return the first number key that no tag has, 1 to 9 and then 0."""
        taken = {row[0] for row in self._query("SELECT number_key FROM tags")}
        return next((key for key in (*range(1, 10), 0) if key not in taken), None)

    def ensure_keyed(self, path: str) -> TagId:
        """Return the tag of this path; where it is made now, it gets the first free number key."""
        known = self.find(path)
        if known is not None:
            return known
        tag = self.ensure(path)
        self.pin(tag, self.free_key())
        return tag

    def remove(self, tag_id: TagId) -> None:
        """Delete a tag; its passages stay, the tags under it move up to where it was."""
        self._lift_children(tag_id, self.get(tag_id).parent_id)
        self._delete([tag_id])

    def merge(self, source: TagId, target: TagId) -> None:
        """Move all that carries `source`, and what lies under it, to `target`; delete it.

        What `target` has none of it takes over: description and number key. Two notes become one.
        """
        if any(source == above for above, _ in self._line(target)):
            raise UserError("A tag cannot be merged into itself or into one that lies under it.")
        self._desk.taggings.hand_over(source, target)
        self._hand_over(self.get(source), self.get(target))
        self._lift_children(source, target)
        self._delete([source])

    def _hand_over(self, source: Tag, target: Tag) -> None:
        """Let one tag keep what is said about another that is about to go."""
        notes = self._desk.notes
        words = [notes.on_tag(target.id), notes.on_tag(source.id)]
        if words[1]:
            notes.write("\n\n".join(filter(None, words)), tag=target.id)
        if source.description and not target.description:
            self.edit(target.id, description=source.description)
        if source.number_key is not None and target.number_key is None:
            self.pin(target.id, source.number_key)

    def _lift_children(self, tag_id: TagId, parent: TagId | None) -> None:
        """Move what lies under a tag that is about to go; namesakes become one."""
        # Out of the way, or a child of the same name would be merged into what is to go.
        self._update(tag_id, {"name": new_guid()})
        rows = self._query("SELECT id, name FROM tags WHERE parent_id = ?", (tag_id,)).fetchall()
        for child, name in rows:
            namesake = self._child(parent, name)
            if namesake is None:
                self._update(child, {"parent_id": parent})
            else:
                self.merge(child, namesake)


def _tag(row: tuple[Any, ...], path: str) -> Tag:
    id_, guid, name, *rest = row
    return Tag(id_, guid, name, path, *rest)
