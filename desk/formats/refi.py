"""REFI-QDA projects (.qdpx, .qde) and codebooks (.qdc), as other programs for coding write them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from desk.core.errors import UserError
from desk.core.message import Message, message, plural
from desk.core.text import clean
from desk.core.types import Codebook, Draft, DraftNote
from desk.formats.archive import Archive
from desk.formats.refi_codes import Codes, read_codes, some
from desk.formats.refi_notes import Notes, as_one, coders, together
from desk.formats.refi_passages import Marked, PassageMaker, selections
from desk.formats.refi_positions import Located, Selection, Settled, settle
from desk.formats.refi_texts import MissingTextError, OutsideTextError, RawText, Texts, has_text
from desk.formats.refi_xml import below, children, guid_of, parse, words
from desk.formats.source import Source, not_read

_KIND = message("REFI-QDA")
_ZIP = b"PK"
_PROJECT = "project.qde"
MAX_QUOTED = 50_000_000  # code points in all passages; each is stored with its quote
_ADDRESS = re.compile(r"https?://\S+")
# Sources that are no text themselves, and what may hold a text for them.
_HOLDERS = {
    "PDFSource": "Representation",
    "PictureSource": "TextDescription",
    "AudioSource": "Transcript",
    "VideoSource": "Transcript",
}
# What an article cannot be or have, by the element.
_LEFT: Mapping[str, Callable[[int], Message]] = {
    "PDFSource": lambda n: plural(n, "1 PDF file", "%Ln PDF files"),
    "PictureSource": lambda n: plural(n, "1 picture", "%Ln pictures"),
    "AudioSource": lambda n: plural(n, "1 sound", "%Ln sounds"),
    "VideoSource": lambda n: plural(n, "1 film", "%Ln films"),
    "areas": lambda n: plural(n, "1 mark on those", "%Ln marks on those"),
    "whole": lambda n: plural(n, "1 tag on a whole text", "%Ln tags on whole texts"),
    "within": lambda n: plural(n, "1 passage of a note", "%Ln passages of notes"),
    "Case": lambda n: plural(n, "1 case", "%Ln cases"),
    "Variable": lambda n: plural(n, "1 variable", "%Ln variables"),
    "Link": lambda n: plural(n, "1 link", "%Ln links"),
    "Set": lambda n: plural(n, "1 set", "%Ln sets"),
    "Graph": lambda n: plural(n, "1 graph", "%Ln graphs"),
}
_AREAS = frozenset(("PDFSelection", "PictureSelection", "AudioSelection", "VideoSelection"))


class _Found(NamedTuple):
    """A text of a project, before its passages are placed."""

    element: Element
    title: str
    raw: RawText
    marked: list[tuple[Element, Selection]]


def read(data: bytes, source: Source) -> Iterator[Draft | Codebook]:
    """Read the texts of a project as articles with their passages; then its tags and notes."""
    archive = Archive(data, _KIND) if data.startswith(_ZIP) else None
    root = parse(archive.read(_project_name(archive)) if archive else data, _KIND)
    if root.tag not in ("Project", "CodeBook"):
        raise UserError("It is XML, but neither a project nor a codebook of REFI-QDA.")
    project = _Project(root, Texts(archive))
    drafts = project.drafts(source.name)
    yield from drafts
    yield project.codebook(bool(drafts))


def _project_name(archive: Archive) -> str:
    """Return the entry with the project: the one at the root, or else in a single folder."""
    found = [name for name in archive.names if name.lower().endswith(".qde")]
    highest = min((name.count("/") for name in found), default=0)
    found = [name for name in found if name.count("/") == highest]
    named = [name for name in found if name.lower().rpartition("/")[2] == _PROJECT]
    if not found:
        raise UserError("There is no project in it: no file that ends in “.qde”.")
    if len(found) > 1 and len(named) != 1:
        raise UserError(
            "There are several projects in it: {names}. Bring in the one that you want by itself.",
            names=some(found),
        )
    return (named or found)[0]


class _Project:
    """One file, read once from the beginning to the end."""

    def __init__(self, root: Element, texts: Texts) -> None:
        self._root = root
        self._texts = texts
        self._coder_of = coders(root)
        self._notes = Notes(root, texts, self._coder_of)
        self._codes = self._read_codes()
        self._missing: list[str] = []
        self._outside: list[str] = []
        self._blank: list[str] = []
        self._unreadable: list[Message] = []
        self._lost = 0  # passages on texts that did not come

    def _read_codes(self) -> Codes:
        book = next(below(self._root, "CodeBook"), None)
        if book is None:
            return Codes()
        return read_codes(book, lambda code: as_one(self._notes.named(code)))

    # Texts

    def drafts(self, file: str) -> list[Draft]:
        """Return an article for each text."""
        found = list(self._found())
        located = [
            Located(text.raw.text, text.raw.has_mark, [s for _, s in text.marked]) for text in found
        ]
        drafts = [
            self._draft(text, there.text, settled, file)
            for text, there, settled in zip(found, located, settle(located), strict=True)
        ]
        quoted = sum(p.end - p.start for draft in drafts for p in draft.passages)
        if quoted > MAX_QUOTED:
            raise UserError("Its passages quote more than {most} characters.", most=MAX_QUOTED)
        return drafts

    def _found(self) -> Iterator[_Found]:
        for element, title in self._text_elements():
            marked = selections(element)
            self._lost += len(marked)
            try:
                raw = self._texts.of(element)
            except OutsideTextError:
                self._outside.append(title)
            except MissingTextError:
                self._missing.append(title)
            except UserError as error:
                self._unreadable.append(not_read(title, error.message))
            else:
                if clean(raw.text).strip():
                    self._lost -= len(marked)
                    yield _Found(element, title, raw, marked)
                else:
                    self._blank.append(title)

    def _text_elements(self) -> Iterator[tuple[Element, str]]:
        """Yield what has a text, with its title."""
        for sources in children(self._root, "Sources"):
            for source in sources:
                title = source.get("name", "")
                if source.tag == "TextSource":
                    yield source, title
                texts = list(filter(has_text, children(source, _HOLDERS.get(source.tag, "-"))))
                alone = title if len(texts) == 1 else ""
                yield from ((text, alone or text.get("name") or title) for text in texts)

    def _draft(self, found: _Found, text: str, settled: Settled, file: str) -> Draft:
        element, title, raw, marked = found
        maker = PassageMaker(text, self._codes.places, self._notes, self._coder_of)
        known = frozenset((title, *(tag.name for tag in self._codes.tags)))
        placed = [Marked(e, place) for (e, _), place in zip(marked, settled.places, strict=True)]
        passages = tuple(maker.make(placed, known))
        noted = self._notes.on(element)
        described = words(element, "Description")
        address = described if _ADDRESS.fullmatch(described) else ""
        return Draft(
            text,
            title,
            source=address or file,
            encoding=raw.encoding,
            warnings=(*raw.warnings, *maker.warnings(settled.moved)),
            passages=passages,
            note=as_one(noted[1:] if address else noted),
            guid=guid_of(element),
        )

    # All the rest

    def codebook(self, has_texts: bool) -> Codebook:
        """Return tags and free notes, and what of the file was not taken."""
        told = (*self._codes.warnings, *self._not_taken())
        notes = (*self._description(), *self._notes.free())
        if not (has_texts or self._codes.tags or notes):
            raise UserError.of(
                message("There is nothing in it to bring in. {why}", why=told[0])
                if told
                else message("There is nothing in it to bring in.")
            )
        return Codebook(self._codes.tags, notes, told)

    def _description(self) -> Iterator[DraftNote]:
        """Yield what is said of the whole project, and what is noted on it."""
        note = as_one(self._notes.on(self._root))
        if note.body:
            yield note._replace(body=together(self._root.get("name", ""), note.body))

    def _not_taken(self) -> Iterator[Message]:
        missing, outside = some(self._missing), some(self._outside)
        blank, notes = some(self._blank), some(self._notes.missing)
        told = (
            message("Texts that are not in the file: {names}.", names=missing),
            message("Texts that lie elsewhere and were not opened: {names}.", names=outside),
            message("Texts without words: {names}.", names=blank),
            message("Notes that are not in the file: {names}.", names=notes),
        )
        yield from (sentence for sentence in told if sentence.values["names"])
        yield from self._unreadable
        if self._lost:
            yield plural(
                self._lost,
                "1 passage is on a text that did not come.",
                "%Ln passages are on texts that did not come.",
            )
        left = self._left()
        if left:
            yield message("Not taken: {things}.", things=left)

    def _left(self) -> tuple[Message, ...]:
        count = Counter(element.tag for element in self._root.iter())
        count["areas"] = sum(count[name] for name in _AREAS)
        notes = [note for notes in children(self._root, "Notes") for note in notes]
        sources = [source for sources in children(self._root, "Sources") for source in sources]
        count["whole"] = sum(len(list(children(each, "Coding"))) for each in (*notes, *sources))
        count["within"] = sum(len(selections(note)) for note in notes)
        return tuple(told(count[name]) for name, told in _LEFT.items() if count[name])
