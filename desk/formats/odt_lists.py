"""The numbers of the lists of an OpenDocument text, as their author sees them.

After "Open Document Format for Office Applications (OpenDocument)", version 1.3, part 3, 5.3.
"""

from dataclasses import dataclass, field

from lxml import etree

from desk.formats.archive import attribute, local_name
from desk.formats.numerals import as_marker
from desk.formats.odt_styles import Styles, count

_BULLET = "•"


@dataclass(slots=True)
class ListNumbers:
    """Goes along with the lists that open and close, and counts their items."""

    styles: Styles
    names: list[str] = field(default_factory=list)  # of the styles of the lists that are open
    counts: dict[int, int] = field(default_factory=dict)  # by level, from 1
    earlier: dict[str, dict[int, int]] = field(default_factory=dict)  # by id, and by style

    def open(self, element: etree._Element) -> None:
        """Begin a list, which may go on with another."""
        goes_on = attribute(element, "continue-numbering") == "true"
        if self.names:
            if not goes_on and not _is_bare(element.getparent()):
                self._forget(len(self.names))
            self.names.append(attribute(element, "style-name") or self.names[-1])
            return
        name = attribute(element, "style-name")
        other = attribute(element, "continue-list")
        before = f"id {other}" if other else f"style {name}" if goes_on else ""
        self.counts = self.earlier.get(before, {})
        self.earlier |= dict.fromkeys(
            (f"id {attribute(element, 'id')}", f"style {name}"), self.counts
        )
        self.names.append(name)

    def close(self) -> None:
        """End the list opened last."""
        self.names.pop()

    def marker(self, item: etree._Element) -> str:
        """Return what stands before an item; "" for one that only holds another list."""
        depth = len(self.names)
        level = self.styles.level(self.names[-1], depth) if depth else None
        if level is None or not level.is_numbered:
            return _BULLET
        if _is_bare(item) or local_name(item) == "list-header":
            return ""
        following = self.counts.get(depth, level.start - 1) + 1
        self.counts[depth] = count(item, "start-value", following)
        self._forget(depth)
        return as_marker(f"{level.before}{self._written(depth, level.shown)}{level.after}")

    def _written(self, depth: int, shown: int) -> str:
        """Return the numbers of the levels that stand together down to this one."""
        written = []
        for each in range(max(1, depth - shown + 1), depth + 1):
            level = self.styles.level(self.names[each - 1], each)
            if level.numeral is not None:
                written.append(level.numeral.write(self.counts.get(each, level.start)))
        return ".".join(written)

    def _forget(self, depth: int) -> None:
        """Let the levels below this one begin anew."""
        for level in [level for level in self.counts if level > depth]:
            del self.counts[level]


def _is_bare(item: etree._Element | None) -> bool:
    """Say whether an item is there only to hold a list one level deeper."""
    first = None if item is None else next(item.iterchildren(etree.Element), None)
    return first is not None and local_name(first) == "list"
