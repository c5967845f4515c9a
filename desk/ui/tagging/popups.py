"""The small things that appear at the selection: the bar of the mouse and the box of T and U."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QUuid
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from desk.core.types import TextRange
from desk.ui.actions.digit_keys import tagging_digit
from desk.ui.looks.theme import Theme
from desk.ui.reading.open_article import Reading
from desk.ui.tagging.selection_bar import SelectionBar
from desk.ui.tagging.tag_box import TagBox
from desk.ui.tagging.tagging import Tagging

IN_VIVO = 40  # code points: words longer than that make no good name of a tag


class Popups(QObject):
    """Shows bar and box where the target ends, and passes on what the reader chose in them."""

    def __init__(self, reading: Reading, tagging: Tagging, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._reading = reading
        self._view = reading.view
        self._tagging = tagging
        self.bar = SelectionBar(self._view, theme)
        self.box = TagBox(window, theme)
        self._opening = ""  # what is put in one opening of the box is one step
        self._connect()
        self._view.installEventFilter(self)

    def _connect(self) -> None:
        self.bar.put.connect(self._tagging.toggle)
        self.bar.tag_requested.connect(self.open_box)
        self.bar.note_requested.connect(self._tagging.note)
        self.bar.copy_requested.connect(self.copy)
        self.box.put.connect(lambda tag: self._tagging.put([tag], self._opening))
        self.box.create_requested.connect(lambda p: self._tagging.put_new(p, self._opening))
        self.box.take_last.connect(lambda: self._tagging.take_last(self._opening))
        self.box.taken.connect(self._tagging.take_from_target)
        self._view.selection_finished.connect(self._show_bar)
        self._view.target_changed.connect(self._follow_target)
        self._view.verticalScrollBar().valueChanged.connect(self.bar.hide)
        self._reading.session.changed.connect(self._refresh)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.bar.set_theme(theme)
        self.box.set_theme(theme)

    def open_box(self) -> None:
        """Ask for a tag for the target."""
        if self._reading.place() is None:
            self._tagging.explain_target()
            return
        if not self._tagging.is_seen():
            return
        self.bar.hide()
        self._opening = QUuid.createUuid().toString()
        tags = list(self._reading.tags.values())
        carried = self._tagging.tags_on_target()
        words = self._words_for_a_tag()
        self.box.open_to_put(self._corner(), tags, self._tagging.recent, carried, words)

    def _words_for_a_tag(self) -> str:
        """Return the words of the target where they are short enough to be a tag's name."""
        where = self._reading.target_range()
        if where is None or self._reading.article is None or where.end - where.start > IN_VIVO:
            return ""
        words = " ".join(self._reading.article.text[where.start : where.end].split())
        return "" if ";" in words or words.endswith("\\") else words.replace("/", "\\/")

    def untag(self) -> None:
        """Take the tag of the target off; ask which where there are several."""
        if not self._tagging.is_seen():
            return
        tags = self._tagging.tags_on_target()
        if len(tags) == 1:
            self._tagging.take_from_target(tags)
        elif tags:
            known = [self._reading.tags[tag] for tag in tags if tag in self._reading.tags]
            self.box.open_to_take(self._corner(), known)

    def copy(self) -> None:
        """Put the words of the target on the clipboard, letter for letter."""
        where = self._reading.target_range()
        if where is not None and self._reading.article is not None:
            words = self._reading.article.text[where.start : where.end]
            QGuiApplication.clipboard().setText(words)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what this controller does, by the name of the action."""
        return {
            "passage.tag": self.open_box,
            "passage.untag": self.untag,
            "edit.copy": self.copy,
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let digits in the article put their tags, before Qt looks for other meanings."""
        if watched is self._view and isinstance(event, QKeyEvent):
            digit = tagging_digit(event, self._view, self._view.window())
            if digit is not None and self._reading.article is not None:
                if event.type() == QEvent.Type.ShortcutOverride:
                    event.accept()
                    return True
                if event.type() == QEvent.Type.KeyPress:
                    self._tagging.press_number(digit)
                    return True
        return super().eventFilter(watched, event)

    def _show_bar(self) -> None:
        if isinstance(self._view.target(), TextRange) and not self._tagging.sticky:
            corner = self._corner()
            self.bar.set_tags(list(self._reading.tags.values()))
            self.bar.show_at(self._view.mapFromGlobal(corner))

    def _follow_target(self) -> None:
        if self._view.selected_range() is None:
            self.bar.hide()

    def _refresh(self) -> None:
        if self.box.isVisible():
            tags = list(self._reading.tags.values())
            self.box.set_tags(tags, self._tagging.tags_on_target())

    def _corner(self) -> QPoint:
        """Return the place on the screen where the target ends; bar and box do not cover it."""
        where = self._reading.target_range()
        rects = self._view.rects(where) if where else []
        seen = [r for r in rects if r.intersects(self._view.viewport().rect())]
        corner = seen[-1].bottomRight() if seen else self._view.viewport().rect().center()
        if seen:
            self.bar.up = self.box.up = corner.y() - seen[0].top() + 1
        return self._view.viewport().mapToGlobal(corner)
