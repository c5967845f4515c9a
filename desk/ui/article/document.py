"""An article's text and styles as a Qt document.

The document is built before any view holds it: touching formats afterwards costs a layout each
time. It is only ever looked at; nothing is read back from it.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextList,
    QTextListFormat,
)

from desk.core.blanks import Blanks
from desk.core.offsets import Utf16Map
from desk.core.types import STYLE_KINDS, Style
from desk.ui.article.rows import align_rows
from desk.ui.looks.appearance import Appearance

INSET = 8  # pixels left and right of the text: room for rounded ends, handles and the ruler
BOTTOM = 120  # pixels below the last line, so that it need not be read at the window's edge
INDENT = 26

_MONO = ["Noto Sans Mono", "Menlo", "Consolas", "DejaVu Sans Mono", "monospace"]


class _ParagraphLook(NamedTuple):
    """How a paragraph differs from the text: `scale` of its letters, space in text heights."""

    scale: float = 1.0
    bold: bool = False
    mono: bool = False
    muted: bool = False
    above: float = 0.0
    below: float = 0.8
    left: float = 0.0
    heading: int = 0


_PARAGRAPHS = {
    "h1": _ParagraphLook(scale=1.4, bold=True, above=1.2, below=0.5, heading=1),
    "h2": _ParagraphLook(scale=1.2, bold=True, above=1.0, below=0.4, heading=2),
    "h3": _ParagraphLook(scale=1.06, bold=True, above=0.8, below=0.3, heading=3),
    "h4": _ParagraphLook(bold=True, above=0.6, below=0.3, heading=4),
    "h5": _ParagraphLook(bold=True, muted=True, above=0.6, below=0.3, heading=5),
    "h6": _ParagraphLook(scale=0.9, bold=True, muted=True, above=0.6, below=0.3, heading=6),
    "quote": _ParagraphLook(left=1.4, muted=True),
    "pre": _ParagraphLook(scale=0.85, mono=True, left=0.8, below=0.0),
    "item": _ParagraphLook(below=0.25),
}

_NUMBERED = re.compile(r"(.*?)(\d{1,6}|[A-Za-z])(\W{0,2})")
_LETTER, _FREE = 10, 24  # pixels of a marker's letter, and those that are free left of the indents
_BULLETS = (
    QTextListFormat.Style.ListDisc,
    QTextListFormat.Style.ListCircle,
    QTextListFormat.Style.ListSquare,
)


def build_document(
    text: str,
    styles: Sequence[Style],
    appearance: Appearance,
    offsets: Utf16Map,
    blanks: Blanks,
    top: float,
) -> QTextDocument:
    """Return a document that shows `text`, with `top` pixels left free above it."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(appearance.font())
    document.setIndentWidth(INDENT)
    cursor = QTextCursor(document)
    cursor.setBlockFormat(_block_format(appearance, blanks.part))
    cursor.insertText(text)
    _Dresser(document, appearance, offsets).dress(styles)
    align_rows(cursor, text, appearance, offsets)
    _flatten(cursor, (offsets.to_utf16(start) for start in blanks.starts), appearance)
    set_top(document, top)
    return document


def has_colours(styles: Iterable[Style]) -> bool:
    """Say whether a document with these styles holds colours of a theme."""
    return any(
        s.kind == "link" or (s.kind in _PARAGRAPHS and _PARAGRAPHS[s.kind].muted) for s in styles
    )


def set_top(document: QTextDocument, top: float) -> None:
    """Leave `top` pixels free above the text."""
    frame = QTextFrameFormat(document.rootFrame().frameFormat())
    frame.setTopMargin(top)
    frame.setBottomMargin(BOTTOM)
    frame.setLeftMargin(INSET)
    frame.setRightMargin(INSET)
    if frame != document.rootFrame().frameFormat():  # the same again would lay all text out anew
        document.rootFrame().setFrameFormat(frame)


def _block_format(appearance: Appearance, blanks_part: bool) -> QTextBlockFormat:
    block = QTextBlockFormat()
    distance = QTextBlockFormat.LineHeightTypes.LineDistanceHeight
    block.setLineHeight(appearance.line_gap(), distance.value)
    block.setBottomMargin(0 if blanks_part else appearance.paragraph_gap())
    return block


def _flatten(cursor: QTextCursor, blanks: Iterable[int], appearance: Appearance) -> None:
    """Make blank lines as high as the gap between paragraphs; the text stays as it is."""
    flat = QTextBlockFormat()
    flat.setLineHeight(
        appearance.paragraph_gap(), QTextBlockFormat.LineHeightTypes.FixedHeight.value
    )
    flat.setBottomMargin(0)
    cursor.beginEditBlock()  # within one, Qt does not ask where on the screen a cursor is
    for position in blanks:
        cursor.setPosition(position)
        cursor.mergeBlockFormat(flat)
    cursor.endEditBlock()


class _Dresser:
    """Gives the pieces of a document the look that the styles ask for."""

    def __init__(self, document: QTextDocument, appearance: Appearance, offsets: Utf16Map) -> None:
        self._document = document
        self._appearance = appearance
        self._offsets = offsets
        self._lists = _Lists()
        self._starts: set[tuple[str, int]] = set()

    def dress(self, styles: Sequence[Style]) -> None:
        """Apply paragraph styles first: characters inside them then keep their own look."""
        known = [style for style in styles if style.kind in STYLE_KINDS]
        self._starts = {(style.kind, style.start) for style in known}
        for style in sorted(known, key=lambda style: (style.start, style.level)):
            if STYLE_KINDS[style.kind] == "paragraph":
                self._paragraphs(style)
        for style in known:
            if STYLE_KINDS[style.kind] == "character":
                self._selected(style).mergeCharFormat(self._character_format(style))

    def _selected(self, style: Style) -> QTextCursor:
        cursor = QTextCursor(self._document)
        cursor.setPosition(self._offsets.to_utf16(style.start))
        cursor.setPosition(self._offsets.to_utf16(style.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _paragraphs(self, style: Style) -> None:
        look = _PARAGRAPHS[style.kind]
        cursor = self._selected(style)
        cursor.mergeBlockFormat(self._paragraph_format(look))
        cursor.mergeCharFormat(self._letters(look))
        if style.kind == "item":
            self._lists.add(cursor, style)
        if (style.kind, style.end + 1) not in self._starts:
            self._end_group(cursor)

    def _end_group(self, cursor: QTextCursor) -> None:
        """Leave the usual gap below the last paragraph of a list or of lines of code."""
        last = QTextCursor(self._document)
        last.setPosition(cursor.selectionEnd())
        gap = self._appearance.paragraph_gap()
        if last.blockFormat().bottomMargin() < gap and not last.blockFormat().headingLevel():
            block = QTextBlockFormat()
            block.setBottomMargin(gap)
            last.mergeBlockFormat(block)

    def _paragraph_format(self, look: _ParagraphLook) -> QTextBlockFormat:
        size = self._appearance.size_px
        block = QTextBlockFormat()
        block.setTopMargin(round(size * look.above))
        block.setBottomMargin(round(size * look.below))
        block.setLeftMargin(round(size * look.left))
        if look.heading:
            block.setHeadingLevel(look.heading)
        return block

    def _letters(self, look: _ParagraphLook) -> QTextCharFormat:
        letters = QTextCharFormat()
        if look.scale != 1.0:
            pixels = max(1, round(self._appearance.size_px * look.scale))
            letters.setProperty(QTextFormat.Property.FontPixelSize, pixels)
        if look.bold:
            letters.setFontWeight(QFont.Weight.Bold)
        if look.mono:
            letters.setFontFamilies(_MONO)
        if look.muted:
            letters.setForeground(QColor(self._appearance.theme.muted))
        return letters

    def _character_format(self, style: Style) -> QTextCharFormat:
        letters = QTextCharFormat()
        if style.kind == "bold":
            letters.setFontWeight(QFont.Weight.Bold)
        elif style.kind == "italic":
            letters.setFontItalic(True)
        elif style.kind == "code":
            letters.setFontFamilies(_MONO)
        else:
            letters.setAnchor(True)
            letters.setAnchorHref(style.detail)
            letters.setForeground(QColor(self._appearance.theme.accent))
        return letters


class _Lists:
    """The lists that are open while the items come by, one for each level."""

    def __init__(self) -> None:
        self._open: dict[int, tuple[QTextList, QTextListFormat]] = {}
        self._end = -1

    def add(self, cursor: QTextCursor, style: Style) -> None:
        """Put the first line of an item on its list, opening one where none goes on."""
        level = max(1, style.level)
        if style.start > self._end + 1:
            self._open.clear()
        self._end = style.end
        if not style.detail:  # a further paragraph of the item before
            indented = QTextBlockFormat()
            indented.setIndent(self._open[level][1].indent() if level in self._open else level)
            cursor.mergeBlockFormat(indented)
            return
        for deeper in [other for other in self._open if other > level]:
            del self._open[deeper]
        first = QTextCursor(cursor.document())
        first.setPosition(cursor.selectionStart())
        wanted = list_format(level, style.detail)
        if not self._continues(level, wanted):
            self._open[level] = (first.createList(wanted), wanted)
        else:
            self._open[level][0].add(first.block())

    def _continues(self, level: int, wanted: QTextListFormat) -> bool:
        """Say whether an item is the next one of the list that is open at its level."""
        if level not in self._open:
            return False
        items, opened = self._open[level]
        if _around(wanted) != _around(opened):
            return False
        counts = wanted.style() not in _BULLETS
        return not counts or wanted.start() == opened.start() + items.count()


def _around(form: QTextListFormat) -> tuple[QTextListFormat.Style, str, str]:
    """Return what the markers of one list have in common."""
    return form.style(), form.numberPrefix(), form.numberSuffix()


def list_format(level: int, marker: str) -> QTextListFormat:
    """Return the format of a list whose first item has this marker: "•", "(b)", "[C1]", "2.1."."""
    result = QTextListFormat()
    result.setIndent(max(level, -((_FREE - len(marker) * _LETTER) // INDENT)))
    result.setStyle(_BULLETS[(level - 1) % len(_BULLETS)])
    numbered = _NUMBERED.fullmatch(marker.strip())
    if numbered:
        prefix, name, suffix = numbered.groups()
        result.setNumberPrefix(prefix)
        result.setNumberSuffix(suffix)
        result.setStyle(_numbering(name))
        result.setStart(int(name) if name.isdecimal() else ord(name.lower()) - ord("a") + 1)
    return result


def _numbering(name: str) -> QTextListFormat.Style:
    if name.isdecimal():
        return QTextListFormat.Style.ListDecimal
    if name.isupper():
        return QTextListFormat.Style.ListUpperAlpha
    return QTextListFormat.Style.ListLowerAlpha
