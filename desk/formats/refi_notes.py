"""The notes of a REFI-QDA project: what each says, and on what it is."""

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

from desk.core.errors import UserError
from desk.core.text import clean
from desk.core.types import DraftNote
from desk.formats.refi_texts import Texts
from desk.formats.refi_xml import below, children, guid_of, identity, moment, words


class Notes:
    """All the notes of a project, taken one after the other by what they are on."""

    def __init__(self, project: Element, texts: Texts, coder_of: Callable[[Element], str]) -> None:
        self.missing: list[str] = []
        self._coder_of = coder_of
        self._taken: set[str] = set()
        self._notes: dict[str, DraftNote] = {}
        for holder in children(project, "Notes"):
            for note in children(holder, "Note"):
                made = DraftNote(
                    self._body(note, texts), coder_of(note), moment(note), guid_of(note)
                )
                self._notes.setdefault(identity(note.get("guid")), made)

    def _body(self, note: Element, texts: Texts) -> str:
        try:
            text = texts.of(note).text
        except UserError:
            text = ""
            if note.get("plainTextPath"):
                self.missing.append(note.get("name", ""))
        return together(note.get("name", ""), words(note, "Description"), text)

    def on(self, element: Element) -> list[DraftNote]:
        """Return what is noted on an element: its description, and the notes that it names."""
        described = clean(words(element, "Description"))
        if not described:
            return self.named(element)
        own = DraftNote(described, self._coder_of(element), moment(element))
        return [own, *self.named(element)]

    def named(self, element: Element) -> list[DraftNote]:
        """Return the notes that an element names."""
        named = [identity(ref.get("targetGUID")) for ref in children(element, "NoteRef")]
        self._taken.update(named)
        return [self._notes[note] for note in named if note in self._notes]

    def free(self) -> tuple[DraftNote, ...]:
        """Return the notes that nothing which was asked for names."""
        left = (note for key, note in self._notes.items() if key not in self._taken)
        return tuple(note for note in left if note.body)


def as_one(notes: Iterable[DraftNote]) -> DraftNote:
    """Return several notes as one, which is by whom the first is."""
    kept = [note for note in notes if note.body]
    return kept[0]._replace(body=together(*(n.body for n in kept))) if kept else DraftNote()


def together(*parts: str) -> str:
    """Return words as one note, clean; a title that its text begins with is not said twice."""
    kept: list[str] = []
    for part in (clean(part).strip() for part in parts):
        if part and part not in kept:
            kept = [*(before for before in kept if not part.startswith(before)), part]
    return "\n\n".join(kept)


def coders(project: Element) -> Callable[[Element], str]:
    """Return what says who made an element: the one who made the project where it does not tell."""
    names = {
        identity(user.get("guid")): " ".join(clean(user.get("name", "")).split())[:200]
        for user in below(project, "User")
    }
    default = project.get("creatingUserGUID", "")

    def coder_of(element: Element) -> str:
        key = identity(element.get("creatingUser", default))
        return names.get(key) or key

    return coder_of
