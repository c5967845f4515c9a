"""The box that T opens: any tag in a few letters, or a new one; and the box of U."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desk.core.errors import UserError
from desk.core.tag_match import TagFinder
from desk.core.tag_names import check_name, split_path
from desk.core.text import make_visible
from desk.core.types import Tag, TagId
from desk.ui.looks.theme import Theme
from desk.ui.saying import said
from desk.ui.widgets.choices import Choice
from desk.ui.widgets.chooser import Chooser

_MOST = 100  # rows of an answer to typed letters: who wants the rest types one more


class TagBox(Chooser):
    """Puts tags on, or takes them off, what the reader has selected."""

    put = Signal(object)
    """TagId"""
    create_requested = Signal(str)
    """The path of a new tag, "parent/child" where it nests; it is to be put on as well"""
    take_last = Signal()
    """Backspace in the empty field: take off the tag that was put last"""
    taken = Signal(list)
    """list[TagId]: take these off"""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme, self._choices)
        self._recent: Sequence[TagId] = ()
        self._words = ""
        self._carried: set[TagId] = set()
        self._search(())
        self._putting = True

    def open_to_put(
        self,
        point: QPoint,
        tags: Sequence[Tag],
        recent: Sequence[TagId] = (),
        carried: Sequence[TagId] = (),
        words: str = "",
    ) -> None:
        """Ask which tag to put on. `carried` are those that are on it already.

        `words` of the article are offered as a new tag while nothing is typed: a tag in vivo.
        """
        self._recent = recent
        self._words = words
        self._carried = set(carried)
        self._search(tags)
        self._putting = True
        self._name(self.tr("Tag: a few letters, or a new name"))
        self.popup_at(point)
        QTimer.singleShot(0, _warm_up)

    def open_to_take(self, point: QPoint, carried: Sequence[Tag]) -> None:
        """Ask which of these tags to take off."""
        self._recent = ()
        self._carried = set()
        self._search(carried)
        self._putting = False
        self._name(self.tr("Take off which tag?"))
        self.popup_at(point)

    def set_tags(self, tags: Sequence[Tag], carried: Sequence[TagId]) -> None:
        """Show the tags as they are now, while the box stays open."""
        if self._putting:
            self._carried = set(carried)
        self._search(tags)
        if self.isVisible():
            self.refresh()

    def first_row(self, choices: Sequence[Choice]) -> int:
        """Return the first tag, or the new one where no tag can have been meant."""
        typed = self.field.text().casefold().split()
        if not self._putting or not choices or not typed:
            return 0
        meant = choices[0].text.casefold()
        last = choices[-1]
        is_new = isinstance(last.value, str)
        resembles = all(word in meant for word in typed) or bool(last.detail)
        # Who typed on past a tag's whole name wants another one: "claims" is not "claim".
        resembles = resembles and not " ".join(typed).startswith(meant)
        return 0 if resembles or not is_new else len(choices) - 1

    def take(self, choice: Choice, stay: bool) -> None:
        """Tell what was chosen."""
        value = choice.value
        if isinstance(value, str):
            self.create_requested.emit(value)
        elif self._putting:
            self._carried |= {value}  # type: ignore[arg-type]
            self._search(self._tags)
            self.put.emit(value)
        else:
            ids = list(value) if isinstance(value, tuple) else [value]
            self._search([tag for tag in self._tags if tag.id not in ids])
            self.taken.emit(ids)

    def handle_key(self, event: QKeyEvent) -> bool:
        """Add and stay by a comma, take off by Backspace, complete a path by Tab."""
        if not self._putting:
            return super().handle_key(event)
        if event.text() == ",":
            self._take(self.list.currentIndex(), stay=True)
        elif event.key() == Qt.Key.Key_Backspace and not self.field.text():
            self.take_last.emit()
        elif event.key() == Qt.Key.Key_Tab:
            self._complete()
        else:
            return super().handle_key(event)
        return True

    def _search(self, tags: Sequence[Tag]) -> None:
        """Make ready what no key should wait for."""
        self._tags = tags
        self._finder = TagFinder(tags, self._recent)
        self._names = {tag.name for tag in tags} | {tag.path for tag in tags}
        self._rows = {tag.id: self._tag_choice(tag) for tag in tags}
        self._all = [self._rows[tag.id] for tag in self._finder.rank("")]

    def _choices(self, typed: str) -> Sequence[Choice]:
        choices = self._all
        if typed:
            choices = [self._rows[tag.id] for tag in self._finder.rank(typed)[:_MOST]]
        if not self._putting:
            everything = tuple(tag.id for tag in self._tags)
            several = len(everything) > 1 and not typed
            return [*choices, Choice(self.tr("All of them"), everything)] if several else choices
        name = typed.strip()
        if not name:
            hint = Choice(self.tr("Type a name to make the first tag"), None)
            return [*(choices or [hint]), *self._words_choices()]
        if name in self._names:
            return choices
        return [*choices, self._new_choice(name, self._finder.near_duplicate(name))]

    def _tag_choice(self, tag: Tag) -> Choice:
        return Choice(
            text=make_visible(tag.path),
            value=tag.id,
            detail=make_visible(" ".join(tag.description.split())),
            keys="" if tag.number_key is None else str(tag.number_key),
            colour=tag.colour,
            pattern=tag.pattern,
            ticked=tag.id in self._carried,
            tip=tag.description,
        )

    def _words_choices(self) -> list[Choice]:
        """Return the reader's words as a new tag, if they can be one and are none yet."""
        if not self._words or self._words in self._names:
            return []
        return [self._new_choice(self._words, None)]

    def _new_choice(self, name: str, near: Tag | None) -> Choice:
        try:
            for part in split_path(name):
                check_name(part)
        except UserError as error:
            return Choice(said(error.message), None)
        text = self.tr("New tag “{name}”").format(name=make_visible(name))
        words = self.tr("close to “{name}”")
        return Choice(text, name, words.format(name=make_visible(near.path)) if near else "")

    def _complete(self) -> None:
        index = self.list.currentIndex()
        choice = self.rows.choices[index.row()] if index.isValid() else None
        tag = next((tag for tag in self._tags if choice and tag.id == choice.value), None)
        if tag:
            self.field.setText(tag.path)

    def _name(self, words: str) -> None:
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)


def _warm_up() -> None:
    """Load the library of fuzzy matching between the opening of the box and the third letter."""
    import rapidfuzz.process  # noqa: F401 - late, and here so that no key has to wait for it
