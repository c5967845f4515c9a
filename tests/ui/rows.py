"""Plain rows for the panels under test."""

from desk.core.types import (
    ArticleId,
    ArticleRow,
    Folder,
    FolderId,
    Passage,
    PassageId,
    Status,
    Tag,
    TagId,
)


def article(number: int, title: str, status: Status = "unread", passages: int = 0, **more):
    about = {"author": "", "published": "", "source": "", "folder_id": None, **more}
    return ArticleRow(
        id=ArticleId(number),
        guid=f"a{number}",
        title=title,
        status=status,
        words=640,
        passages=passages,
        created="2026-01-01T00:00:00Z",
        **about,
    )


class Shelves:
    """A desk's listing without the desk."""

    def __init__(self, articles=(), folders=()) -> None:
        self.articles, self.all_folders = list(articles), list(folders)

    def ids(self, order, wanted):
        rows = self._let_through(wanted)
        if order == "title":
            rows.sort(key=lambda row: row.title)
        return [(row.id, row.folder_id, row.status == "done") for row in rows]

    def rows_of(self, ids):
        return [row for row in self.articles if row.id in set(ids)]

    def folders(self):
        return self.all_folders

    def _let_through(self, wanted):
        words = wanted.words.casefold().split()
        return [
            row
            for row in self.articles
            if _holds(row, words) and wanted.status in (None, row.status)
        ]


def _holds(row: ArticleRow, words) -> bool:
    known = f"{row.title} {row.author} {row.published} {row.source}".casefold()
    return all(word in known for word in words)


def folder(number: int, name: str, parent: int | None = None) -> Folder:
    return Folder(FolderId(number), f"f{number}", name, parent, 0)


def tag(number: int, name: str, parent: Tag | None = None, key: int | None = None, **more):
    about = {"colour": "#E69F00", "pattern": "solid", "description": "", "passages": 0, **more}
    return Tag(
        id=TagId(number),
        guid=f"t{number}",
        name=name,
        path=f"{parent.path}/{name}" if parent else name,
        parent_id=parent.id if parent else None,
        number_key=key,
        **about,
    )


def passage(number: int, quote: str = "few safe places", tags=(), note="", misplaced=False):
    return Passage(
        id=PassageId(number),
        guid=f"p{number}",
        article_id=ArticleId(1),
        start=10,
        end=10 + len(quote),
        paragraph=2,
        quote=quote,
        prefix="",
        suffix="",
        coder="me",
        created="2026-01-01T00:00:00Z",
        changed="2026-01-01T00:00:00Z",
        tags=tuple(TagId(tag_id) for tag_id in tags),
        note=note,
        misplaced=misplaced,
    )
