"""Every action of the window, and every menu, as rows of two tables.

To add an action: a row here, and a handler of the same name in the controller that does it.
"""

from typing import Literal, NamedTuple

from PySide6.QtCore import QCoreApplication

from desk.ui.words import noop

# What must be there for an action to make sense.
Need = Literal[
    "", "article", "target", "passage", "undo", "redo", "passages", "writable", "hits", "ways"
]


class ActionSpec(NamedTuple):
    """One action: `keys` in Qt's portable notation, `where` they work, what it `needs`."""

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    where: Literal["window", "article"] = "window"
    needs: Need = ""
    checkable: bool = False


# An entry named "-" is a line in its menu. A menu "View/Theme" lies inside "View".
ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("desk.new", "Desk", noop("actions", "New desk…")),
    ActionSpec("desk.open", "Desk", noop("actions", "Open desk…")),
    ActionSpec("desk.copy", "Desk", noop("actions", "Save a copy…")),
    ActionSpec("-", "Desk", ""),
    ActionSpec("desk.export", "Desk", noop("actions", "Export passages…"), ("Ctrl+E",)),
    ActionSpec("desk.check", "Desk", noop("actions", "Check this desk")),
    ActionSpec("-", "Desk", ""),
    ActionSpec("desk.quit", "Desk", noop("actions", "Quit"), ("Ctrl+Q",)),
    ActionSpec("edit.undo", "Edit", noop("actions", "Undo"), ("Ctrl+Z",), needs="undo"),
    ActionSpec(
        "edit.redo", "Edit", noop("actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), needs="redo"
    ),
    ActionSpec("-", "Edit", ""),
    ActionSpec("edit.copy", "Edit", noop("actions", "Copy"), ("Ctrl+C",), "article", "target"),
    ActionSpec(
        "edit.paste", "Edit", noop("actions", "Paste as a new article"), ("Ctrl+V",), "article"
    ),
    ActionSpec(
        "edit.all", "Edit", noop("actions", "Select all"), ("Ctrl+A",), "article", "article"
    ),
    ActionSpec("-", "Edit", ""),
    ActionSpec(
        "notes.new", "Edit", noop("actions", "New note"), ("Ctrl+Shift+N",), needs="writable"
    ),
    ActionSpec("-", "Edit", ""),
    ActionSpec(
        "find.open",
        "Edit",
        noop("actions", "Find in the article…"),
        ("Ctrl+F", "/"),
        needs="article",
    ),
    ActionSpec("find.next", "Edit", noop("actions", "Next hit"), ("F3",), needs="article"),
    ActionSpec(
        "find.previous", "Edit", noop("actions", "Previous hit"), ("Shift+F3",), needs="article"
    ),
    ActionSpec("library.find", "Edit", noop("actions", "Search the library"), ("Ctrl+Shift+F",)),
    ActionSpec("library.saved", "Edit", noop("actions", "Saved searches"), ("Ctrl+Alt+F",)),
    ActionSpec(
        "library.add", "Article", noop("actions", "Add articles…"), ("Ctrl+O",), needs="writable"
    ),
    ActionSpec(
        "library.preview",
        "Article",
        noop("actions", "Add with a preview…"),
        ("Ctrl+Shift+O",),
        needs="writable",
    ),
    ActionSpec("library.add_folder", "Article", noop("actions", "Add a folder…"), needs="writable"),
    ActionSpec("library.arrivals", "Article", noop("actions", "What came in last")),
    ActionSpec("-", "Article", ""),
    ActionSpec(
        "article.done",
        "Article",
        noop("actions", "Done, next unread"),
        ("Ctrl+Return",),
        needs="article",
    ),
    ActionSpec("article.unread", "Article", noop("actions", "Mark as unread"), needs="article"),
    ActionSpec(
        "article.previous",
        "Article",
        noop("actions", "Previous article"),
        ("Ctrl+PgUp",),
        needs="article",
    ),
    ActionSpec(
        "article.next",
        "Article",
        noop("actions", "Next article"),
        ("Ctrl+PgDown",),
        needs="article",
    ),
    ActionSpec(
        "article.outline",
        "Article",
        noop("actions", "Go to heading…"),
        ("Ctrl+G",),
        needs="article",
    ),
    ActionSpec("-", "Article", ""),
    ActionSpec(
        "article.note",
        "Article",
        noop("actions", "Note on the article"),
        ("Shift+N",),
        "article",
        "article",
    ),
    ActionSpec("article.rename", "Article", noop("actions", "Rename"), ("F2",), needs="article"),
    ActionSpec("article.details", "Article", noop("actions", "Details…"), needs="article"),
    ActionSpec("article.reread", "Article", noop("actions", "Read otherwise…"), needs="ways"),
    ActionSpec("-", "Article", ""),
    ActionSpec("library.folder", "Article", noop("actions", "New folder"), needs="writable"),
    ActionSpec(
        "library.move",
        "Article",
        noop("actions", "Move to a folder…"),
        ("Ctrl+Shift+M",),
        needs="writable",
    ),
    ActionSpec("library.filter", "Article", noop("actions", "Filter the library")),
    ActionSpec("library.sort", "Article", noop("actions", "Sort the library")),
    ActionSpec("-", "Article", ""),
    ActionSpec(
        "article.remove", "Article", noop("actions", "Remove from the desk"), needs="article"
    ),
    ActionSpec("passage.tag", "Passage", noop("actions", "Tag…"), ("T",), "article", "target"),
    ActionSpec(
        "passage.repeat",
        "Passage",
        noop("actions", "Repeat the last tag"),
        (".",),
        "article",
        "target",
    ),
    ActionSpec(
        "passage.highlight", "Passage", noop("actions", "Highlight"), ("H",), "article", "target"
    ),
    ActionSpec("passage.note", "Passage", noop("actions", "Note"), ("N",), "article", "target"),
    ActionSpec(
        "passage.untag", "Passage", noop("actions", "Take tags off"), ("U",), "article", "passage"
    ),
    ActionSpec(
        "passage.remove",
        "Passage",
        noop("actions", "Remove passage"),
        ("Del", "Backspace"),
        "article",
        "passage",
    ),
    ActionSpec("-", "Passage", ""),
    ActionSpec(
        "passage.next", "Passage", noop("actions", "Next passage"), ("Tab",), "article", "passages"
    ),
    ActionSpec(
        "passage.previous",
        "Passage",
        noop("actions", "Previous passage"),
        ("Shift+Tab",),
        "article",
        "passages",
    ),
    ActionSpec(
        "passage.overlap",
        "Passage",
        noop("actions", "Next overlapping passage"),
        ("O",),
        "article",
        "passage",
    ),
    ActionSpec("-", "Passage", ""),
    ActionSpec(
        "sentence.next",
        "Passage/Go to",
        noop("actions", "Next sentence"),
        ("J",),
        "article",
        "article",
    ),
    ActionSpec(
        "sentence.previous",
        "Passage/Go to",
        noop("actions", "Previous sentence"),
        ("K",),
        "article",
        "article",
    ),
    ActionSpec(
        "sentence.extend",
        "Passage/Go to",
        noop("actions", "Extend by a sentence"),
        ("Shift+J",),
        "article",
        "article",
    ),
    ActionSpec(
        "sentence.shrink",
        "Passage/Go to",
        noop("actions", "Extend back by a sentence"),
        ("Shift+K",),
        "article",
        "article",
    ),
    ActionSpec(
        "paragraph.next",
        "Passage/Go to",
        noop("actions", "Next paragraph"),
        ("Alt+J",),
        "article",
        "article",
    ),
    ActionSpec(
        "paragraph.previous",
        "Passage/Go to",
        noop("actions", "Previous paragraph"),
        ("Alt+K",),
        "article",
        "article",
    ),
    ActionSpec(
        "article.clear", "Passage/Go to", noop("actions", "Clear"), ("Esc",), "article", "article"
    ),
    ActionSpec("tags.new", "Tags", noop("actions", "New tag…"), ("Ctrl+T",), needs="writable"),
    ActionSpec("tags.edit", "Tags", noop("actions", "Edit tag…")),
    ActionSpec("tags.merge", "Tags", noop("actions", "Merge tag into…")),
    ActionSpec("tags.note", "Tags", noop("actions", "Note on the tag")),
    ActionSpec("tags.remove", "Tags", noop("actions", "Delete tag")),
    ActionSpec("-", "Tags", ""),
    ActionSpec(
        "tags.filter",
        "Tags",
        noop("actions", "Filter the text by a tag…"),
        ("F",),
        "article",
        "article",
        checkable=True,
    ),
    ActionSpec(
        "tags.sticky",
        "Tags",
        noop("actions", "Sticky tag: put the last tag on each selection"),
        ("S",),
        "article",
        "writable",
        checkable=True,
    ),
    ActionSpec("theme.system", "View/Theme", noop("actions", "As the system"), checkable=True),
    ActionSpec("theme.light", "View/Theme", noop("actions", "Light"), checkable=True),
    ActionSpec("theme.sepia", "View/Theme", noop("actions", "Sepia"), checkable=True),
    ActionSpec("theme.dark", "View/Theme", noop("actions", "Dark"), checkable=True),
    ActionSpec("view.reading", "View", noop("actions", "Font and spacing…")),
    ActionSpec("-", "View", ""),
    ActionSpec("view.larger", "View", noop("actions", "Larger text"), ("Ctrl++", "Ctrl+=")),
    ActionSpec("view.smaller", "View", noop("actions", "Smaller text"), ("Ctrl+-",)),
    ActionSpec("view.normal", "View", noop("actions", "Normal size"), ("Ctrl+0",)),
    ActionSpec("-", "View", ""),
    ActionSpec("view.library", "View", noop("actions", "Library"), ("F7",), checkable=True),
    ActionSpec(
        "view.passages",
        "View",
        noop("actions", "All passages and notes"),
        ("F4",),
        checkable=True,
    ),
    ActionSpec("view.tags", "View", noop("actions", "Tags"), ("F8",), checkable=True),
    ActionSpec("view.passage", "View", noop("actions", "Passage"), ("F9",), checkable=True),
    ActionSpec(
        "float.library", "View/Floating", noop("actions", "Float the library"), checkable=True
    ),
    ActionSpec(
        "float.passages",
        "View/Floating",
        noop("actions", "Float all passages and notes"),
        checkable=True,
    ),
    ActionSpec("float.tags", "View/Floating", noop("actions", "Float the tags"), checkable=True),
    ActionSpec(
        "float.passage", "View/Floating", noop("actions", "Float the passage"), checkable=True
    ),
    ActionSpec("view.wider", "View/Floating", noop("actions", "Panel wider")),
    ActionSpec("view.narrower", "View/Floating", noop("actions", "Panel narrower")),
    ActionSpec("view.next", "View", noop("actions", "Next panel"), ("F6",)),
    ActionSpec("view.previous", "View", noop("actions", "Previous panel"), ("Shift+F6",)),
    ActionSpec(
        "view.focus",
        "View",
        noop("actions", "Focus on one sentence"),
        ("D",),
        "article",
        "article",
        checkable=True,
    ),
    ActionSpec("view.fullscreen", "View", noop("actions", "Full screen"), ("F11",), checkable=True),
    ActionSpec("help.palette", "Help", noop("actions", "All actions…"), ("Ctrl+K", "Ctrl+Shift+P")),
    ActionSpec("help.keys", "Help", noop("actions", "Keys"), ("?", "F1")),
    ActionSpec("help.letters", "Help", noop("actions", "Single-letter keys"), checkable=True),
    ActionSpec("-", "Help", ""),
    ActionSpec("help.about", "Help", noop("actions", "About Reading Desk")),
)

MENUS: tuple[tuple[str, str], ...] = (
    ("Desk", noop("actions", "&Desk")),
    ("Edit", noop("actions", "&Edit")),
    ("Article", noop("actions", "&Article")),
    ("Passage", noop("actions", "&Passage")),
    ("Passage/Go to", noop("actions", "Go to")),
    ("Tags", noop("actions", "&Tags")),
    ("View", noop("actions", "&View")),
    ("View/Theme", noop("actions", "Theme")),
    ("View/Floating", noop("actions", "Float and resize panels")),
    ("Help", noop("actions", "&Help")),
)

# The order of the sheet of keys and of the palette: what the hand does most comes first.
BY_USE = ("Passage", "Passage/Go to", "Tags", "Edit", "Article", "View", "View/Theme",
          "View/Floating", "Help", "Desk")  # fmt: skip

# Keys that cannot be changed: (words, keys, menu under which the sheet shows them).
FIXED_KEYS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (noop("actions", "Put a tag on, or take it off"), tuple("1234567890"), "Passage"),
    (noop("actions", "Move the end of the passage"), ("Shift+Left", "Shift+Right"), "Passage"),
    (
        noop("actions", "Move its start"),
        ("Ctrl+Shift+Left", "Ctrl+Shift+Right"),
        "Passage",
    ),
    (noop("actions", "Move its end by a word"), ("Alt+Shift+Left", "Alt+Shift+Right"), "Passage"),
    (noop("actions", "Select text"), ("Shift+Left", "Shift+Right"), "Passage/Go to"),
    (noop("actions", "A page on, a page back"), ("Space", "Shift+Space"), "Passage/Go to"),
)


def translated(text: str) -> str:
    """Return a text of the tables above in the language of the window."""
    return QCoreApplication.translate("actions", text)


def first_key(name: str) -> str:
    """Return the first key that an action comes with, "" for none."""
    return next((spec.keys[0] for spec in ACTIONS if spec.name == name and spec.keys), "")
